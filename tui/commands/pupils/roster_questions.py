"""What is asked at a terminal before a class list or timetable is stored: how else it can be read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

from store.domain.text import clean
from store.files.repository import Repository
from store.language import Translator
from store.roster.merging.likeness import Near
from store.roster.problems import Doubt, UnusableError
from tui.commands.output import in_window
from tui.commands.passphrase import YES, answered, typed_answer
from tui.desk.new_id import new_id
from tui.desk.roster.last_import import store_with_way_back
from tui.desk.roster.roster_import import Imported
from tui.desk.roster.roster_look import FIELDS, RosterLook, has_other
from tui.words.roster.fields import field_words
from tui.words.roster.look import look_lines
from tui.words.roster.reading import doubt_words, place_words
from tui.words.roster.rows import column_words
from tui.words.roster.who import near_words


def asked(data: bytes, repository: Repository, today: date, t: Translator) -> Imported:
    """Store what is in a file, unless whoever looks at it says no.

    Raises:
        UnusableError: there is nothing in it to use.
        FilesError: a stored file can't be read or written.
    """
    found = RosterLook(data, repository, new_id, today)
    if found.looked.changed and not _looked_over(found, t):
        return found.looked
    stored = store_with_way_back(repository, found.looked)
    found.remember()
    return stored


def _looked_over(look: RosterLook, t: Translator) -> bool:
    """Show what would be stored until somebody says yes or no; a letter reads it otherwise."""
    ways: dict[str, Callable[[], bool]] = {
        "k": lambda: _column(look, t),
        "r": lambda: _header_row(look, t),
        "l": lambda: look.encoding(1),
        "o": lambda: _other_reading(look, t),
        "u": look.back,
    }
    asked: set[Near] = set()
    _show(look, asked, t)
    while True:
        _tell(_letters(look, t))
        letter = typed_answer(f"{t('Store this?')} {t('[y/n]')}")[:1]
        if letter in (*YES, "n", ""):
            return letter in YES
        try:
            changed = ways[letter]() if letter in ways else False
        except UnusableError:
            _tell(t("Read like that there is no pupil in it; it stays as it was."))
            continue
        if not changed:
            _tell(t("Nothing is read differently."))
            continue
        if letter == "u":
            asked.clear()
        _tell("")
        _show(look, asked, t)


def _show(look: RosterLook, asked: set[Near], t: Translator) -> None:
    """Show what would be stored, and ask who is who, everybody once."""
    for line in look_lines(look.looked, t):
        _tell(line)
    while near := next((each for each in look.looked.near if each not in asked), None):
        asked.add(near)
        if answered(near_words(near, t), t):
            look.answer(near)


def _letters(look: RosterLook, t: Translator) -> str:
    """Name the letters that do something now."""
    roster = look.looked.roster
    return "   ".join(
        filter(
            None,
            (
                t("k: a column"),
                t("r: header row") if roster.columns.row else "",
                t("l: letters") if roster.encoding else "",
                t("o: read otherwise") if _with_other(look) else "",
                t("u: undo") if look.answered else "",
            ),
        )
    )


def _column(look: RosterLook, t: Translator) -> bool:
    """Ask which column holds what; nothing typed leaves it as it is."""
    columns = look.looked.roster.columns.all
    for number, column in enumerate(columns, 1):
        header, said = column_words(column, t)
        _tell(f"  {number}  {header} → {said}")
    number = _number(typed_answer(t("Which column? Its number:")))
    if not 0 < number <= len(columns):
        return False
    column = columns[number - 1]
    header, _ = column_words(column, t)
    name = _field(header, t)
    return name is not None and look.name_column(column.at, name)


def _field(header: str, t: Translator) -> str | None:
    """Ask what a column holds until it is clear; None when nothing is typed."""
    names = {field_words(name, t): name for name in FIELDS if name}
    _tell("  " + " · ".join(names))
    while typed := typed_answer(
        t("What does '{column}' hold? Its first letters, or - for nothing:", column=header)
    ):
        if typed == "-":
            return ""
        found = [said for said in names if said.casefold().startswith(typed)]
        if typed in found or len(found) == 1:
            return names[typed if typed in found else found[0]]
        _tell("  " + t("That may be {fields}.", fields=" · ".join(found or names)))
    return None


def _header_row(look: RosterLook, t: Translator) -> bool:
    """Ask in which row the headers are."""
    now = look.looked.roster.columns.row
    number = _number(typed_answer(t("Now row {row}. In which row are the headers?", row=now)))
    return number > 0 and number != now and look.name_header_row(number)


def _other_reading(look: RosterLook, t: Translator) -> bool:
    """Ask of each thing that is not sure whether its other reading is meant, until one is."""
    for doubt in _with_other(look):
        said = f"{place_words(doubt, t)}: {doubt_words(doubt, t)}"
        if answered(t("{doubt} Read it the other way?", doubt=said), t):
            return look.answer(doubt)
    return False


def _with_other(look: RosterLook) -> tuple[Doubt, ...]:
    """What is not sure and can be read otherwise."""
    return tuple(each for each in look.looked.roster.doubts if has_other(each))


def _number(typed: str) -> int:
    """Return the number that was typed; 0 for anything else."""
    return int(typed) if typed.isdecimal() else 0


def _tell(line: str) -> None:
    print(in_window(clean(line), sys.stderr), file=sys.stderr)
