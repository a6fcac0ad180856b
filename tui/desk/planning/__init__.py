"""Timetables that are made here, and talks at other times."""
