"""What is set up around the talks: class list, school year, preferences, passphrase, upkeep."""
