"""The manual: its window, which chapter is about what, and how a person comes to it."""
