"""Other words for what a key does, by which somebody may look for it in the palette."""

from __future__ import annotations

from store.language import Translator, mark

_OTHER_NAMES = {
    "help": mark("keys explanation"),
    "question": mark("stuck silence idea"),
    "who": mark("present table walked in interpreter"),
    "longer": mark("extra time clock"),
    "read_back": mark("letter read aloud"),
    "last_year": mark("earlier before"),
    "aside": mark("pause interrupt"),
    "curtain": mark("hide blank black"),
    "onward": mark("next further finish"),
    "undo": mark("back restore mistake"),
    "redo": mark("again bring back"),
    "kept": mark("saved save"),
    "quit": mark("close exit end"),
    "not_come": mark("absent no show"),
    "cancelled": mark("called off"),
    "later": mark("move another time"),
    "more": mark("add walk in"),
    "siblings": mark("twins together join apart split"),
    "settings": mark("options preferences passphrase backup"),
    "day": mark("overview list"),
    "copy": mark("clipboard"),
    "week": mark("due to do agenda year planning call list"),
    "done": mark("finished held ready"),
    "put_off": mark("move postpone reschedule"),
    "dropped": mark("cancel drop skip"),
    "hold": mark("visit meet conversation"),
    "purge": mark("delete remove old"),
    "private": mark("note remark plan"),
    "remark": mark("note"),
    "interpreter": mark("language translate"),
    "other": mark("grandma guest"),
}


def other_names(key_id: str, t: Translator) -> str:
    """Return the other words for the key with this id, separated by blanks; empty when there are none."""
    found = _OTHER_NAMES.get(key_id)
    return t(found) if found else ""
