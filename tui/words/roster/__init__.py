"""A class list or timetable in words."""
