"""Class lists and timetables in: a file becomes a roster, and a roster is merged into what is stored."""
