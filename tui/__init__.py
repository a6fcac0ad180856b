"""The terminal app: screens, widgets, keys and the command line."""
