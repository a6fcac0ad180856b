"""The palette: everything that can be done here, found by a few letters of what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from store.language import Translator, mark
from tui.desk.rows import stepped
from tui.find_command import Command, find_commands
from tui.screens.modal import NEVER_MIND, ROWS, Modal, closing
from tui.widgets.line_input import LineInput
from tui.widgets.row_list import RowList, lead
from tui.widgets.safe_text import joined, literal

NAMES = 28
"""Columns for a name and its key, before what it does."""
PAGE = 5
"""Rows that PgUp and PgDn step over."""


class CommandRows(RowList[Command]):
    """The commands that were found, one a row."""

    def painted(self, row: Command, width: int, *, here: bool) -> list[Content]:
        """Return the name with its key, and what it does as far as there is room."""
        name = joined((f"{row.label}  ", "bold" if here else ""), (row.key, "$accent"))
        blank = " " * max(2, NAMES - name.cell_length)
        line = joined(lead(here=here)) + name + joined((blank + row.told, "$quiet"))
        return [line.truncate(width, ellipsis=True)]


class PaletteScreen(Modal[Command | None]):
    """Gives the chosen command, or None when Esc or ctrl+p was pressed."""

    BINDINGS = [  # noqa: RUF012
        *closing(("palette",), "escape"),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", f"step(-{PAGE})", show=False),
        Binding("pagedown", f"step({PAGE})", show=False),
    ]
    TOLD = (
        ("enter", mark("do what is chosen; letters look for it")),
        ROWS,
        ("pageup,pagedown", mark("some rows further")),
        NEVER_MIND,
    )

    def __init__(self, commands: Sequence[Command], t: Translator) -> None:
        """Offer these commands."""
        super().__init__()
        self._commands, self._t = commands, t
        self._found: list[Command] = []
        self._chosen: Command | None = None
        self._choices: dict[str, Command | None] = {}
        self._typed = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet wide"):
            yield Static(literal(self._t("What would you like to do?")), classes="sheet-title")
            yield LineInput()
            with VerticalScroll(id="commands", can_focus=False):
                yield CommandRows()
            yield Static(id="wrong", markup=False)
            yield Static(id="told", classes="dim", markup=False)

    def on_mount(self) -> None:
        self._look_for("")

    def _look_for(self, typed: str) -> None:
        self._found, self._typed = find_commands(typed, self._commands), typed.strip()
        self._choose(next(iter(self._found), None))

    def _choose(self, command: Command | None) -> None:
        """Choose a command for what is typed now: Enter empties the line before it is heard of."""
        self._chosen = self._choices[self._typed] = command
        self._show()

    def _show(self) -> None:
        self.query_one("#wrong", Static).update(
            literal("" if self._found else self._t("Nothing found; type another word."))
        )
        # whole, as in the row there may be no room for it
        self.query_one("#told", Static).update(literal(self._chosen.told if self._chosen else ""))
        rows = self.query_one(CommandRows)
        rows.display = self._chosen is not None
        if self._chosen is not None:
            rows.show_rows(self._found, self._chosen)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._look_for(event.value)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        # what stood there when Enter was pressed, also when it has not been looked for yet
        if found := find_commands(event.text, self._commands):
            chosen = self._choices.get(event.text)
            self.dismiss(chosen if chosen in found else found[0])
        else:
            event.line.put_back(event.text)

    def on_line_input_stays(self, event: LineInput.Stays) -> None:
        # a word to look for is nothing to keep
        event.stop()
        self.action_leave()

    def action_step(self, steps: int) -> None:
        if self._chosen is not None:
            self._choose(stepped(self._found, self._chosen, steps))
