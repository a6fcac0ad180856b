"""What a week asks for, for the teacher alone."""
