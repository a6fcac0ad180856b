"""Backups: what they hold and who is in them, and going back to one."""
