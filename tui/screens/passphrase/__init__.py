"""The passphrase and its recovery key."""
