"""Zongjie (总结): turns work summaries of science and technology bureaus into structured, searchable pages.

The packages stand in the order in which data passes through them, and import only from those before them:
`model`, `errors`, `lexicon` ← `reading` ← `finding` ← `resolving` ← `pages`, `audit` ← `build`.
"""
