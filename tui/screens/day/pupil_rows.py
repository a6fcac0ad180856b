"""The pupils of a day as a list: how each talk stands, and whether the school's own system has its text."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widgets.option_list import Option

from store.domain.siblings import sheet_of, sheets
from store.domain.talk import Talk, TalkState
from store.export.wording.people import told_by
from store.export.wording.states import state_words
from store.language import Translator
from tui.desk.desk import Desk
from tui.widgets.row_list import OptionsInSight, name_column, names_width, row_width
from tui.widgets.safe_text import joined, literal
from tui.words.day_rows import colleague_words, with_words

TIME = len("13:00   ")
STATES = 16
"""Columns of how a talk stands, where a row is `ROOMY`; elsewhere no more than the longest needs."""
ROOMY = 72
"""Columns of a row in a window of 80."""


def row_id(sheet: Talk) -> str:
    """Return the name of a row: a talk, as one of its children may have it."""
    return f"{sheet.id}/{sheet.pupil.id}"


class PupilRows(OptionsInSight):
    """Lists a row for each child of each talk of the day on the desk."""

    def __init__(self, desk: Desk, t: Translator) -> None:
        """List this desk's day in this language."""
        super().__init__(id="pupils", markup=False)
        self._desk = desk
        self._t = t
        self._states = STATES

    @property
    def chosen(self) -> Talk | None:
        """The talk of the highlighted row, as its child may have it."""
        return self.sheet(self.highlighted_option)

    def sheet(self, option: Option | None) -> Talk | None:
        """Return what this row is about: a talk as one of its children may have it."""
        talk_id, _, pupil_id = ((option and option.id) or "").partition("/")
        talk = self._desk.day.talk(talk_id)
        return sheet_of(talk, pupil_id) if talk and talk.about({pupil_id}) else None

    def choose(self, sheet: Talk) -> None:
        """Highlight the row of a child that is listed."""
        self.highlighted = self.get_option_index(row_id(sheet))

    def choose_next(self, sheet: Talk) -> None:
        """Highlight the row behind that of a child, if there is one."""
        self.highlighted = min(self.get_option_index(row_id(sheet)) + 1, self.option_count - 1)

    def show(self) -> None:
        """List the pupils anew; the same place stays highlighted."""
        at = self.highlighted
        listed = [sheet for talk in self._desk.day.in_order for sheet in sheets(talk)]
        width = row_width(self)
        states = (cell_len(state_words(sheet.state, self._t)) + 2 for sheet in listed)
        self._states = STATES if width >= ROOMY else min(STATES, max(states, default=STATES))
        room = min(width - TIME - self._state(sheet).cell_length for sheet in listed) if listed else 0
        column = names_width((self._named(sheet) for sheet in listed), room)
        self.clear_options()
        self.add_options(Option(self._row(sheet, column, width), id=row_id(sheet)) for sheet in listed)
        self.highlighted = at

    def _named(self, talk: Talk) -> str:
        return told_by(talk.pupil.full_name, colleague_words(talk, self._desk))

    def _row(self, talk: Talk, column: int, width: int) -> Content:
        time = joined((f"{talk.slot.start:%H:%M}   ", "$quiet"))
        state, name = self._state(talk), self._named(talk)
        if cell_len(name) > width - TIME - state.cell_length:
            # a name is rather whole than what stands behind it in line
            state = self._state(talk, width=0)
        row = time + name_column(name, column, width - TIME - state.cell_length) + state
        # under the name, so that the state stays in line with the others
        under = with_words(talk, self._desk, self._t)
        return row + literal(f"\n{' ' * TIME}{under}", "$quiet") if under else row

    def _state(self, talk: Talk, width: int | None = None) -> Content:
        width = self._states if width is None else width
        state = f"  {state_words(talk.state, self._t):<{width}}"
        copied, style = self._copied(talk)
        gap = "" if width else "  "
        return joined((state, "$quiet"), ((gap if copied else "") + copied, style))

    def _copied(self, talk: Talk) -> tuple[str, str]:
        """Whether the school's own system has this text as it now reads."""
        if talk.is_copied(talk.pupil.id):
            return self._t("handed over"), "$accent"
        return (self._t("not yet handed over") if talk.state is TalkState.FINISHED else ""), "$quiet"
