"""Which day the app opens on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date


def opening_day(days: Sequence[date], today: date) -> date:
    """Today if it has talks, else the first day to come that has, else the last one; today without any."""
    coming = [day for day in days if day >= today]
    return min(coming, default=max(days, default=today))
