"""What a teacher does with plans in the course of the year."""
