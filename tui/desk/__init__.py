"""What a teacher does, without a screen: the desk, the lines typed on it, and what is set up around it."""
