"""What a group comes down to, for who sees more than one: numbers, topics and tasks."""
