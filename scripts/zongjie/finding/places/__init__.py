"""Places: divisions by the gazetteer, lists of them, townships and villages."""
