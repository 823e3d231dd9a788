"""Where names of firms and institutions begin and end."""
