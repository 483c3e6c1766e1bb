"""The parts of the Papers page: what it lists, what is typed there, and how it is shown."""
