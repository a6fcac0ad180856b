"""What is kept and what is not, in words."""

from __future__ import annotations

from pathlib import Path

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
WAYS_OUT = {
    Trouble.FULL: mark("Make room on the disk."),
    Trouble.READ_ONLY: mark("See to it that it may be written in."),
    Trouble.GONE: mark("Put the stick in again, or the folder back."),
    Trouble.SWAPPED: mark("Put the stick or folder back that you began with."),
    Trouble.IN_THE_WAY: mark("'startgesprek check' says what stands there."),
    Trouble.FAILING: mark("See whether the stick is well in."),
    Trouble.DENIED: mark("Give yourself rights to it."),
    Trouble.OTHER: mark("Wait a moment, or see whether the stick is well in."),
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


def kept_words(saving: Saving, folder: Path, t: Translator) -> str:
    """Say whether everything is kept in this folder; where it is not, what is still held and what to do."""
    if saving.reason:
        held = t("What you typed is only here still.")
        if saving.kept_at is not None:
            held = t("What you typed after {time} is only here still.", time=f"{saving.kept_at:%H:%M}")
        return f"{held} {_way_out(saving, t)} " + t("Then it goes by itself to {folder}", folder=folder)
    if saving.behind:
        return t("Not yet kept: it is being written. Don't stop yet.")
    if saving.kept_at is None:
        return t("Everything is kept.")
    return t("Everything is kept, last at {time}.", time=f"{saving.kept_at:%H:%M}")


def stop_words(saving: Saving, t: Translator) -> str:
    """Say what is lost by stopping all the same, and what to do about it."""
    once_more = t("Press it once more to stop all the same.")
    lost = t("What you typed is lost then.")
    if saving.kept_at is not None:
        lost = t("What you typed after {time} is lost then.", time=f"{saving.kept_at:%H:%M}")
    return f"{once_more} {lost} {_way_out(saving, t)}"


def _way_out(saving: Saving, t: Translator) -> str:
    return t(WAYS_OUT.get(saving.reason or Trouble.OTHER, WAYS_OUT[Trouble.OTHER]))
