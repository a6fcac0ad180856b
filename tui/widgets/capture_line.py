"""The one line that is always ready: a badge that says where it lands, and the line itself."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import in_lines, literal


class BoardInput(LineInput):
    """The line: its keys become messages, because only the screen knows what is chosen on the board."""

    BINDINGS = [  # noqa: RUF012
        Binding("tab", "turn(1)", show=False),
        Binding("shift+tab", "turn(-1)", show=False),
        Binding("up", "climb(1)", show=False),
        Binding("down", "climb(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("escape", "let_go", show=False),
        Binding("f9,ctrl+y", "onward", show=False),
    ]

    def action_turn(self, steps: int) -> None:
        self.post_message(CaptureLine.Turned(steps, bool(self.value)))

    def action_page(self, steps: int) -> None:
        self.post_message(CaptureLine.Paged(steps))

    def action_climb(self, steps: int) -> None:
        self.post_message(CaptureLine.Climbed(steps))

    def action_onward(self) -> None:
        # F9 takes the line along
        self.post_message(CaptureLine.Left(self.take()))

    def action_let_go(self) -> None:
        self.post_message(CaptureLine.LetGo())

    def action_cursor_right(self, select: bool = False) -> None:
        # on an empty line a step to the right, to what is chosen
        if self.value or select:
            super().action_cursor_right(select)
        else:
            self.post_message(CaptureLine.Sidestepped(1))

    def action_cursor_left(self, select: bool = False) -> None:
        if self.value or select:
            super().action_cursor_left(select)
        else:
            self.post_message(CaptureLine.Sidestepped(-1))

    def action_delete_right(self) -> None:
        if self.value:
            super().action_delete_right()
        else:
            self.post_message(CaptureLine.RemoveAsked())


class CaptureLine(Horizontal):
    """Badge and line. What is entered goes out by `LineInput.Entered`, every change by `Typed`."""

    badge: reactive[str] = reactive("")

    @dataclass
    class Typed(Message):
        """The half-typed line is now this."""

        text: str

    @dataclass
    class Turned(Message):
        """Tab (1) or Shift+Tab (-1), with text on the line or without."""

        steps: int
        typed: bool

    @dataclass
    class Paged(Message):
        """PgDn (1) or PgUp (-1)."""

        steps: int

    @dataclass
    class Climbed(Message):
        """↑ (1) or ↓ (-1)."""

        steps: int

    @dataclass
    class Left(Message):
        """F9, with the half-typed line, which is taken along."""

        text: str

    class LetGo(Message):
        """Esc."""

    @dataclass
    class Sidestepped(Message):
        """→ (1) or ← (-1) on an empty line."""

        steps: int

    class RemoveAsked(Message):
        """Delete on an empty line."""

    def compose(self) -> ComposeResult:
        """Badge, line."""
        yield Static(id="badge", markup=False)
        yield BoardInput(id="line")

    def on_mount(self) -> None:
        """Ready to type."""
        self.watch_badge(self.badge)
        self.query_one(BoardInput).focus()

    @property
    def text(self) -> str:
        """What stands on the line, with the line breaks of a paste."""
        return self.query_one(BoardInput).text

    def put_back(self, text: str) -> None:
        """Put a text on the line, in front of what was typed since."""
        self.query_one(BoardInput).put_back(text)

    def take(self) -> str:
        """Take the line off: its text."""
        return self.query_one(BoardInput).take()

    def clear(self) -> None:
        """Take off what stands on the line."""
        self.query_one(BoardInput).clear()

    @property
    def cursor(self) -> int:
        """Where the cursor stands in the line."""
        return self.query_one(BoardInput).cursor_position

    def insert(self, text: str) -> None:
        """Put text in at the cursor."""
        self.query_one(BoardInput).insert_text_at_cursor(text)

    def watch_badge(self, badge: str) -> None:
        """Say where the line will land."""
        if self.is_mounted:
            self.query_one("#badge", Static).update(literal(f"{badge} › "))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is being typed."""
        event.stop()
        self.post_message(self.Typed(in_lines(event.value)))
