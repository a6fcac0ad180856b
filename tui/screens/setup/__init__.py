"""Setting up: the first screens, the class list, the settings, and what is put right."""
