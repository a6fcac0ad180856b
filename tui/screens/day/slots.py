"""The slots of a day as a list: a talk or a break a row, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content
from textual.widgets.option_list import Option

from store.domain.day import Break
from store.domain.talk import Talk, TalkState
from store.export.wording.people import pupils_words
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.kinds.occasions import Joined
from tui.desk.running_late import expected_starts
from tui.keys import KEYS
from tui.widgets.row_list import OptionsInSight, name_column, names_width, row_width
from tui.widgets.safe_text import joined
from tui.words.day_rows import break_words, colleague_words, glance_words, kind_words, with_words

WIDEST = 32
"""How wide the column of names may become for all rows, so that what stands behind it stays in line."""
GAP, NARROW = "  ", 12
"""What stands between a name and what there is to know of its talk, and how narrow that may get."""


class Slots(OptionsInSight):
    """Lists the day on the desk; what is chosen stays chosen, or the row that took its place."""

    def __init__(self, desk: Desk, t: Translator) -> None:
        """List this desk's day in this language."""
        super().__init__(id="slots", markup=False)
        self._desk = desk
        self._t = t
        self.joined: Joined = {}
        self.of_year: tuple[Talk, ...] = ()
        """The talks of the year: those of the day among others."""

    @property
    def chosen(self) -> Talk | None:
        """The talk of the highlighted row."""
        if self.highlighted is None:
            return None
        return self._desk.day.talk(self.get_option_at_index(self.highlighted).id or "")

    def choose(self, talk: Talk | None) -> None:
        """Highlight the row of a talk that is listed."""
        if talk is not None:
            self.highlighted = self.get_option_index(talk.id)

    def on_resize(self) -> None:
        # other room, other names whole
        self.show()

    def show(self) -> None:
        """List the day anew."""
        rows, chosen, place = self._desk.day.rows, self.chosen, self.highlighted
        expected, width = expected_starts(self._desk), row_width(self)
        # where there is room for them, long names too leave what stands behind them in line
        most = max(WIDEST, width * 2 // 5)
        names = names_width((pupils_words(talk, self._t) for talk in self._desk.day.talks), most)
        self.clear_options()
        self.add_options(
            Option(_break_row(row, self._t), disabled=True)
            if isinstance(row, Break)
            else Option(self._talk_row(row, expected, names, width), id=row.id)
            for row in rows
        )
        if not self._desk.day.talks:
            words = self._t("No talks on this day.\nb reads a file, m makes a timetable, + plans one talk.")
            self.add_option(Option(Content(words), disabled=True))
        self.choose(chosen or talk_at(rows, place or 0))

    def _talk_row(self, talk: Talk, expected: dict[str, datetime], names: int, width: int) -> Content:
        kind = kind_words(talk, self._desk, self.joined, self._t)
        glance = glance_words(talk, self._desk, expected, self.of_year, self._t)
        return _talk_row(talk, (kind, glance), self._desk, (names, width), self._t)


def talk_at(rows: Sequence[Talk | Break], place: int) -> Talk | None:
    """Return the talk in this row, counted from 0, or in the next one that has any; else the last talk."""
    talks = [(at, row) for at, row in enumerate(rows) if isinstance(row, Talk)]
    return next((row for at, row in talks if at >= place), talks[-1][1] if talks else None)


def _talk_row(
    talk: Talk, told: tuple[str, str], desk: Desk, widths: tuple[int, int], t: Translator
) -> Content:
    (kind, at_a_glance), (column, width) = told, widths
    quiet = talk.state in (TalkState.FINISHED, TalkState.CANCELLED, TalkState.NOT_COME)
    remark = talk.remark and talk.state is TalkState.PLANNED
    words = (
        with_words(talk, desk, t),
        colleague_words(talk, desk),
        kind,
        talk.place if talk.state is TalkState.PLANNED else "",
        at_a_glance,
        t("remark: {key}", key=KEYS["private"].shown) if remark else "",
    )
    time = joined((f"{talk.slot.start:%H:%M}   ", "$quiet"))
    # the marks of what is done stand under each other
    said = ("✓ " if talk.state is TalkState.FINISHED else "") + ", ".join(filter(None, words))
    glance = joined((said.rstrip(), "$accent" if talk.sitting else "$quiet"))
    room = width - time.cell_length - len(GAP) - glance.cell_length
    name = name_column(pupils_words(talk, t), column, room)
    lead = time + (name.stylize("$quiet") if quiet else name) + GAP
    # what is too long for its row goes on under its own beginning, not under the time
    lines = glance.wrap(max(width - lead.cell_length, NARROW))
    return lead + Content("\n" + " " * lead.cell_length).join(lines)


def _break_row(pause: Break, t: Translator) -> Content:
    return joined(("        " + break_words(pause, t), "$quiet"))
