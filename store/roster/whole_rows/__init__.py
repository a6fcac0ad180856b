"""Rows that a sign within a cell cut, made whole again."""
