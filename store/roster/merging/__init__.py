"""Lay what a roster has over what is known: who is who, and which talk is which."""
