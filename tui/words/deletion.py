"""Deleting in words: what it does not do."""

from __future__ import annotations

from store.files.repository import Repository
from store.language import Translator


def ssd_words(repository: Repository, t: Translator) -> str:
    """Say honestly what deleting does not do: a disk may keep what was deleted."""
    if repository.sealer.name == "plain":
        return t(
            "What was deleted can stay in unused parts of an SSD or stick until those are written again; "
            "with a passphrase only unreadable text would."
        )
    return t("What was deleted can stay in unused parts of an SSD or stick, but only sealed.")
