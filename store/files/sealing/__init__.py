"""Sealing: the key, what wraps it, and turning it on for a folder that is in use."""
