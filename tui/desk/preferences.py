"""What the school decides about covering, backing up and keeping: asked one at a time, from the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from store.domain.settings import Settings
from store.files.typed_path import is_folder, typed_path
from store.language import Translator, mark
from tui.desk.outside_data_folder import inside_words

LONGEST_MINUTES = 240
MOST_BACKUPS = 99


@dataclass(frozen=True, slots=True)
class Habit:
    """One answer: its name in the palette, the question, how it stands now, and the settings with another.

    `read` raises ValueError for an answer that can't be; after one `about_backups` there is one at once.
    """

    name: str
    label: str
    question: str
    shown: Callable[[Settings], str]
    read: Callable[[str, Settings], Settings]
    about_backups: bool = False


def _minutes(text: str, settings: Settings) -> Settings:
    minutes = int(text)
    if not 0 <= minutes <= LONGEST_MINUTES:
        raise ValueError(text)
    return replace(settings, curtain_minutes=minutes)


def _weeks(text: str, settings: Settings) -> Settings:
    return settings.keeping(int(text))


def _folder(text: str, settings: Settings) -> Settings:
    if not text:
        return replace(settings, backup_folder="")
    folder = typed_path(text)
    if not is_folder(folder):
        raise ValueError(text)
    # the program may be started from anywhere, and by somebody with another home
    return replace(settings, backup_folder=str(folder.absolute()))


def _backups(text: str, settings: Settings) -> Settings:
    backups = int(text)
    if not 1 <= backups <= MOST_BACKUPS:
        raise ValueError(text)
    return replace(settings, backups=backups)


HABITS = {
    habit.name: habit
    for habit in (
        Habit(
            "minutes",
            mark("cover by itself"),
            mark("After how many minutes without a key is the screen covered? 0 for never, at most 240."),
            lambda settings: str(settings.curtain_minutes),
            _minutes,
        ),
        Habit(
            "weeks",
            mark("how long talks are kept"),
            mark("How many weeks after handing over may a talk be emptied? From 0 to 104."),
            lambda settings: str(settings.retention_weeks),
            _weeks,
        ),
        Habit(
            "folder",
            mark("folder for backups"),
            mark("Which folder gets a backup too, on a stick for instance? Nothing for none."),
            lambda settings: settings.backup_folder,
            _folder,
            about_backups=True,
        ),
        Habit(
            "backups",
            mark("how many backups are kept"),
            mark("Of how many days are the backups kept? From 1 to 99."),
            lambda settings: str(settings.backups),
            _backups,
            about_backups=True,
        ),
    )
}


def wrong_words(habit: Habit, text: str, data: Path, t: Translator) -> str:
    """What is wrong with an answer, for this data folder; empty when it is good."""
    try:
        settings = habit.read(text.strip(), Settings())
    except (ValueError, OSError):
        if habit.name == "folder":
            return t("{path} is no folder that is there now; plug it in or type another.", path=text)
        # the weeks and minutes themselves stand in the question
        return t("That is no number it can be; see above.")
    return inside_words(Path(settings.backup_folder), data, t) if settings.backup_folder else ""
