"""What there is to practise with: the situations, one a row, to choose or to draw from."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.desk.fresh_press import FreshPress
from tui.keys import KEYS, LIST_KEYS, Row, bindings
from tui.messages import SituationTaken
from tui.screens.practice.practice_page import PracticePage
from tui.widgets.row_list import OptionsInSight, short_name, width_of
from tui.widgets.safe_text import joined, literal
from tui.words.practice import situation_words

GAP = 3
"""Columns between a title and what stands behind it."""


class SituationsScreen(PracticePage):
    """The first screen of practice. Of one that is drawn the name stays unsaid."""

    HERE = ("draw",)
    SHOWN = ("take", "draw", "quit")
    LINE: ClassVar[tuple[Row, ...]] = (("enter", KEYS["take"].help), *LIST_KEYS)
    BINDINGS = bindings(HERE)

    def page(self) -> ComposeResult:
        """Yield what practising is, and the situations."""
        t = self.t
        yield Static(literal(t("Practise a talk")), id="card-name")
        told = t("A role play, with a card for each who plays. Nothing of it is kept.")
        yield Static(literal(told), classes="dim", id="told")
        yield OptionsInSight(id="situations", markup=False)

    def on_mount(self) -> None:
        # the key that led here from the look back may still be down
        self._press = FreshPress(self.desk.real_now)
        super().on_mount()
        self.query_one(OptionList).focus()
        self.rest()

    def on_resize(self) -> None:
        # other room, other titles whole
        self.show()

    def show(self) -> None:
        """List the situations; the one that was practised last stays chosen."""
        rows, scenes = self.query_one(OptionList), self.practice.play.scenes
        at = rows.highlighted
        if at is None:
            at = scenes.index(self.practice.scene) if self.practice.scene in scenes else 0
        told = [situation_words(each, self.practice, self.t) for each in scenes]
        width = width_of(rows)
        behind = max(cell_len(more) for _, more in told)
        room = min(max(cell_len(title) for title, _ in told), max(width - behind - GAP, width // 2))
        rows.clear_options()
        rows.add_options(Option(_row(title, more, room, width)) for title, more in told)
        rows.highlighted = min(at, len(scenes) - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if self.counts(self._press):
            self.practice.choose(self.practice.play.scenes[event.option_index])
            self.post_message(SituationTaken())

    def action_draw(self) -> None:
        if self.counts(self._press):
            self.practice.draw()
            self.post_message(SituationTaken())


def _row(title: str, more: str, room: int, width: int) -> Content:
    """A title, and behind it in a column of its own what it was made for."""
    told = literal(short_name(title, room)).truncate(room, pad=True)
    return (told + joined(" " * GAP, (more, "$quiet"))).truncate(width, ellipsis=True)
