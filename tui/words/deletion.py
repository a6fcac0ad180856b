"""Deleting in words: what it does not do."""

from __future__ import annotations

from datetime import date

from store.export.wording.days import day_short
from store.files.envelope import Plain
from store.files.repository import Repository
from store.language import Translator


def ssd_words(repository: Repository, t: Translator) -> str:
    """Say honestly what deleting does not do: a disk may keep what was deleted."""
    if repository.sealer.name == Plain.name:
        return t(
            "What was deleted can stay in unused parts of an SSD or stick until those are written again; "
            "with a passphrase only unreadable text would."
        )
    return t("What was deleted can stay in unused parts of an SSD or stick, but only sealed.")


def backups_words(until: date | None, all_seen: bool, t: Translator) -> str:
    """Say until when backups may hold what goes; that not all could be looked at, when so."""
    if not all_seen:
        return t("A backup may still hold it; 'startgesprek check' names them.")
    if until is None:
        return t("No backup holds it.")
    return t("Backups may hold it until {day} at the earliest.", day=day_short(until, t))
