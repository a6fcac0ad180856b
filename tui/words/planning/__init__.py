"""Talks that are planned, moved and joined, in words."""
