"""What is read in: a class list, a timetable or what a colleague has, looked at, stored and taken back."""
