"""A folder of which the first questions were asked before, so that the app opens behind its curtain."""

from __future__ import annotations

from datetime import date

from store.domain.school_year import year_name
from store.files.repository import Repository
from tui.desk.setup.first_run import FirstQuestion


def asked_before(repository: Repository, day: date) -> None:
    """Remember of the school year around this day that all was asked."""
    settings = repository.settings()
    for each in FirstQuestion:
        settings = settings.answered(f"{each} {year_name(day)}")
    repository.save_settings(settings)
