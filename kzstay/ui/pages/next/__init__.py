"""The page What now: the path of what happens next, what to do, and buttons that do it."""
