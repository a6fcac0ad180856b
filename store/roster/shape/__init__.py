"""The ways in which people lay out a timetable, made into one row per talk below one row of headers."""
