"""Timetables that are made here."""
