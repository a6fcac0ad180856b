"""What is kept and what is not, in words."""

from __future__ import annotations

from store.files.errors import Trouble, trouble
from store.language import Translator, mark
from tui.desk.saving import Saving

REASONS = {
    Trouble.FULL: mark("the disk is full"),
    Trouble.READ_ONLY: mark("the folder is read-only"),
    Trouble.GONE: mark("the folder is gone"),
    Trouble.SWAPPED: mark("another folder is in its place"),
    Trouble.IN_THE_WAY: mark("something else is in the way"),
    Trouble.FAILING: mark("the disk reports an error"),
    Trouble.DENIED: mark("there is no permission to write"),
    Trouble.OTHER: mark("the disk does not answer"),
}


def refused_words(error: OSError, t: Translator) -> str:
    """Return why the disk did not take, or give, what was asked of it."""
    why = trouble(error)
    return t(REASONS[why]) if why in REASONS and why is not Trouble.OTHER else t("nothing can be put there")


def saving_words(saving: Saving, t: Translator) -> str:
    """Return a few words for the corner of the screen; empty before the first change."""
    if saving.reason:
        return t("NOT SAVED: {why}", why=t(REASONS.get(saving.reason, REASONS[Trouble.OTHER])))
    if saving.behind:
        return t("not yet kept")
    return t("kept {time}", time=f"{saving.kept_at:%H:%M}") if saving.kept_at else ""


def kept_words(saving: Saving, t: Translator) -> str:
    """Return the sentence that answers whether everything is kept."""
    if saving.reason or saving.behind:
        return saving_words(saving, t)
    if saving.kept_at is None:
        return t("Everything is kept.")
    return t("Everything is kept, last at {time}.", time=f"{saving.kept_at:%H:%M}")
