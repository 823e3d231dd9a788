"""Programs: those of the lexicon, and unknown ones by their form."""
