"""What is set up around the talks: the first start, the way into the folder, the passphrase, upkeep."""
