"""Other words for what a key does or a setting is, by which somebody may look for it in the palette."""

from __future__ import annotations

from store.language import Translator, mark

NAMED: dict[str, str] = {
    "help": mark("keys explanation note point goal"),
    "question": mark("stuck silence idea"),
    "who": mark("present table walked in interpreter"),
    "longer": mark("extra time clock"),
    "read_back": mark("letter read aloud print paper sheet"),
    "last_year": mark("earlier before"),
    "aside": mark("pause interrupt"),
    "curtain": mark("hide blank black"),
    "onward": mark("next further finish agreement plan export"),
    "undo": mark("back restore mistake"),
    "redo": mark("again bring back"),
    "kept": mark("saved save"),
    "quit": mark("close exit end"),
    "not_come": mark("absent no show"),
    "cancelled": mark("called off"),
    "later": mark("move another time plan"),
    "more": mark("add walk in"),
    "ready": mark("readiness checklist do don't prepare tips"),
    "format": mark("deck getting to know start talk progress home"),
    "siblings": mark("twins together join apart split"),
    "settings": mark("options preferences passphrase password backup calendar"),
    "day": mark("overview list"),
    "copy": mark("clipboard"),
    "file": mark("import roster timetable class list Excel csv again new"),
    "week": mark("due to do agenda year planning call list"),
    "done": mark("finished held ready"),
    "put_off": mark("move postpone reschedule"),
    "dropped": mark("cancel drop skip"),
    "hold": mark("visit meet conversation"),
    "purge": mark("delete remove old erase"),
    "private": mark("note remark plan"),
    "remark": mark("note"),
    "interpreter": mark("language translate"),
    "other": mark("grandma guest"),
    "paper": mark("print sheet letter"),
    "sheet_language": mark("translation English Turkish"),
    "reached_by": mark("phone number mail address"),
    "language": mark("English Dutch"),
    "region": mark("holidays vacation"),
    "more_holidays": mark("vacation free"),
    "read_file": mark("calendar year import"),
    "write_file": mark("calendar year export"),
    "cover": mark("clock lock screen"),
    "paper_folder": mark("print sheet"),
    "backup_folder": mark("backup copy stick"),
    "backups": mark("backup copy"),
    "seal": mark("password protect lock secure"),
    "change": mark("password protect lock secure"),
}


def other_names(name: str, t: Translator) -> str:
    """Return the other words for a key, by its id, or a row of the settings; empty when there are none."""
    found = NAMED.get(name)
    return t(found) if found else ""
