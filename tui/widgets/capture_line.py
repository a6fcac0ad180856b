"""The one line that is always ready: a badge that says where it lands, and the line itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input

from tui.widgets.line_input import Ghost, GhostText, LineInput
from tui.widgets.line_light import STYLES, Light, LineLight
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import in_lines, literal


class BoardInput(LineInput):
    """The line: its keys become messages, because only the screen knows what is chosen on the board."""

    COMPONENT_CLASSES: ClassVar[set[str]] = STYLES
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


def passed_on(key: str, page: Screen[None]) -> bool:
    """Return whether what this key does on the line in front reaches the page, where the line passes it on.

    A line of another kind does what its keys do by itself.
    """
    message = MESSAGES.get(key) if isinstance(page.focused, BoardInput) else None
    return message is None or hasattr(page, message.handler_name)


class CaptureLine(Horizontal):
    """Badge and line. What is entered goes out by `LineInput.Entered`, every change by `Typed`."""

    badge: reactive[str] = reactive("")

    def __init__(self, light: Light | None = None, ghost: Ghost | None = None) -> None:
        """Make a line; `light` says what lights up in it, `ghost` what would finish it."""
        super().__init__()
        self._light, self._ghost = light, ghost

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
        yield QuietText(id="badge")
        yield BoardInput(id="line")

    def on_mount(self) -> None:
        """Ready to type."""
        self.watch_badge(self.badge)
        line = self.query_one(BoardInput)
        if self._light is not None:
            line.highlighter = LineLight(line, self._light)
        if self._ghost is not None:
            line.suggester = GhostText(line, self._ghost)
        line.focus()

    @property
    def text(self) -> str:
        """What stands on the line, with the line breaks of a paste."""
        return self.query_one(BoardInput).text

    def put_back(self, text: str, *, selected: bool = False) -> None:
        """Put a text on the line, in front of what was typed since; typing replaces a `selected` one."""
        self.query_one(BoardInput).put_back(text, selected=selected)

    def bring(self, text: str) -> None:
        """Put what stands somewhere already on an empty line, to be changed: typing replaces it."""
        self.query_one(BoardInput).bring(text)

    @property
    def half_typed(self) -> bool:
        """Whether something stands on the line that somebody typed."""
        return self.query_one(BoardInput).half_typed

    def put(self, text: str) -> None:
        """Put a text in the place of what stands on the line."""
        self.query_one(BoardInput).put(text)

    def take_off(self, sign: str) -> None:
        """Take what stands in front, up to this sign, off the line."""
        self.query_one(BoardInput).take_off(sign)

    def offer(self, words: str) -> None:
        """Show, dim on an empty line, what Enter takes there."""
        self.query_one(BoardInput).placeholder = words

    def give_way(self) -> None:
        """Let what is typed next take the place of what stands on the line."""
        self.query_one(BoardInput).select_all()

    def serve(self) -> None:
        """Let what stands on the line have been for something else: it is no point by itself any more."""
        self.query_one(BoardInput).serve()

    def take(self) -> str:
        """Take the line off: its text."""
        return self.query_one(BoardInput).take()

    def clear(self) -> None:
        """Take off what stands on the line."""
        self.query_one(BoardInput).clear()

    def finish_word(self) -> None:
        """Put what would finish the line behind it, when the cursor is there."""
        line = self.query_one(BoardInput)
        if self._ghost is not None and line.cursor_position == len(line.value):
            line.insert_text_at_cursor(self._ghost(line.value))

    def watch_badge(self, badge: str) -> None:
        """Say where the line will land."""
        if self.is_mounted:
            self.query_one("#badge", QuietText).show(literal(f"{badge} › "))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is being typed."""
        event.stop()
        self.post_message(self.Typed(in_lines(event.value)))


MESSAGES: dict[str, type[Message]] = {
    "tab": CaptureLine.Turned,
    "shift+tab": CaptureLine.Turned,
    "up": CaptureLine.Climbed,
    "down": CaptureLine.Climbed,
    "right": CaptureLine.Sidestepped,
    "left": CaptureLine.Sidestepped,
    "delete": CaptureLine.RemoveAsked,
    "pageup": CaptureLine.Paged,
    "pagedown": CaptureLine.Paged,
    "escape": CaptureLine.LetGo,
}
"""What the line makes of a key that it passes on."""
