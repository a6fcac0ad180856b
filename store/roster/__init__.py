"""Read class lists and timetables: a file becomes a roster, and a roster is merged into what is stored."""
