"""Codes into sentences: what the screens and the command line say."""
