"""The page of duties: its rows, their table, and what is said of the chosen one."""
