"""The guide: the law in plain words, its topics, and whom to call."""
