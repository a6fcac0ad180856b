"""Deleting in words: what it does not do."""

from __future__ import annotations

from store.files.repository import Repository
from store.language import Translator


def ssd_words(repository: Repository, t: Translator) -> str:
    """Return what deleting does not reach: what a disk keeps in parts that are not in use."""
    if repository.sealer.name == "plain":
        return t(
            "What was deleted can stay in unused parts of an SSD or stick until those are written again; "
            "with a passphrase only unreadable text would."
        )
    return t("What was deleted can stay in unused parts of an SSD or stick, but only sealed.")
