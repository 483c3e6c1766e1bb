"""The import: a source seen row by row, what it leaves open, and what it becomes in the case."""
