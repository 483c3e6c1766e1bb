"""The place Guide: the law in plain words, by situation, with a search that takes a question."""
