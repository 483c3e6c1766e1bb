"""The place People: all travellers of the case in one list, whoever has the least time first."""
