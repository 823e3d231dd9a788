"""Knowledge → Markdown pages and data files; templates stand beside the code that fills them."""
