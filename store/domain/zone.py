"""The zone whose wall time slots and plans are in (DESIGN §2)."""

DEFAULT_ZONE = "Europe/Amsterdam"
"""Where a school is, as long as it did not say otherwise."""
