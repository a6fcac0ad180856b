"""The settings without a screen: their rows, what is typed there, and what a changed school year moves."""
