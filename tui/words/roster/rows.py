"""How a file was read, in words: its columns, its first rows as they will look, names with other letters."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.people import Presence
from store.export.wording.days import day_short
from store.export.wording.people import interpreter_words
from store.language import Translator
from store.roster.columns import Column
from store.roster.roster import Roster
from tui.words.roster.fields import field_words
from tui.words.roster.reading import names_words

FIRST_ROWS = 5
"""How many rows show how the others will look."""


def column_lines(roster: Roster, t: Translator) -> Iterator[str]:
    """Say of each column what it was taken for."""
    for header, name in roster.headers.items():
        said = field_words(name, t) if name else t("left out")
        yield f"  {' '.join(header.split())} → {said}"
    if roster.encoding:
        yield "  " + t("letters: {encoding}", encoding=roster.encoding)


def column_words(column: Column, t: Translator) -> tuple[str, str]:
    """Return what a column is called, by its place where it has no header, and what it was taken for."""
    header = " ".join(column.header.split()) or t("column {number}", number=column.at + 1)
    return header, field_words(column.name, t) if column.name else t("left out")


def row_lines(roster: Roster, t: Translator, most: int = FIRST_ROWS) -> Iterator[str]:
    """Show the first rows as they will look: when, who, with whom; of a list without talks only who."""
    several = len({slot.teacher for slot in roster.slots}) > 1
    for slot in roster.slots[:most]:
        pupil = roster.pupils[slot.pupil]
        adults = [pupil.carers[at].name for at in slot.carers]
        # who interprets sits there too, though nobody's parent
        adults.append(interpreter_words(Presence().interpreted(slot.interpreter), t))
        carers = " · ".join(filter(None, adults))
        start, end = slot.start, slot.end
        when = f"{day_short(start.date(), t)} {start:%H:%M}-{end:%H:%M}"
        names = ", ".join(roster.pupils[at].full_name for at in slot.pupils)
        said = "   ".join(filter(None, (when, names, carers, slot.teacher if several else "", slot.remark)))
        yield "  " + " ".join(said.splitlines())
    if not roster.slots:
        for pupil in roster.pupils[:most]:
            carers = " · ".join(carer.name for carer in pupil.carers)
            yield "  " + "   ".join(filter(None, (pupil.full_name, carers)))
    if (more := max(len(roster.slots), 0 if roster.slots else len(roster.pupils)) - most) > 0:
        yield "  " + t.n("and {count} more", "and {count} more", more)


def letter_lines(roster: Roster, t: Translator) -> Iterator[str]:
    """Name who is written with letters outside a to z: what goes wrong with letters shows there."""
    names = [pupil.full_name for pupil in roster.pupils]
    names += [carer.name for pupil in roster.pupils for carer in pupil.carers]
    if other := list(dict.fromkeys(name for name in names if not name.isascii())):
        yield t("Are these names right? {names}", names=names_words(other, t))
