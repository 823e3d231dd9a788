"""Source → record: decode, split, repair, outline, damage, where and when."""
