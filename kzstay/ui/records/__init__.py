"""The records of a traveller as lists of rows, and how they are typed."""
