"""A one-line field that takes every line of a paste and no control characters, and its ghost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from textual.binding import Binding
from textual.events import Key, Paste
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.suggester import Suggester
from textual.widgets import Input
from textual.widgets.input import Selection

from store.domain.text import clean
from store.language import mark
from tui.terminal.typed.own_actions import own_actions
from tui.widgets.safe_text import NEWLINE_SIGN, in_lines, in_one_line

Ghost = Callable[[str], str]
"""Says what would finish a line; nothing when there is nothing to add."""


STAYS = mark("Esc leaves what you typed where it is; ctrl+u clears it.")
"""What Esc says, on every line, where something is typed and there is nothing else to let go of."""


class LineInput(Input, inherit_bindings=False):
    """Textual's Input with its habits mended: all lines of a paste count, and keys come in turn.

    Enter takes the line off at once, so that what is typed on while it lands is a new line. Up, down and
    the page keys are for the list it stands in: one line has nothing to scroll.
    """

    @dataclass
    class Entered(Message):
        """Enter. The text is clean; it may hold several lines of a paste, and may be empty."""

        line: LineInput
        text: str

    @dataclass
    class Kept(Message):
        """Enter on what has served: it stays, and the next one takes it."""

        line: LineInput
        text: str

    @dataclass
    class Stays(Message):
        """Esc, where something that was typed stands on the line: it stays, and Esc leads nowhere."""

        line: LineInput

    @dataclass
    class Cleared(Message):
        """What stood on the line is gone; what was typed or put there since may stand there by now."""

        line: LineInput

    BINDINGS = [  # noqa: RUF012
        # in front: Textual's own take the word to the right
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
        # and leave what stands behind the cursor
        Binding("ctrl+u", "clear_line", show=False),
        *Input.BINDINGS,
    ]

    virtual_size = reactive(Size(0, 0), layout=False)
    """How long the text is. It scrolls inside its one line: a letter more moves nothing else."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        """Make a quiet line: no border, a cursor that stands still, nothing selected.

        A `value` to begin with was not typed: Esc leaves it behind, as long as nobody changed it.
        """
        super().__init__(
            in_one_line(value), placeholder=placeholder, id=id, compact=True, select_on_focus=False
        )
        self.cursor_blink = False
        self._actions = own_actions(self)
        self._served = ""
        self._given = in_one_line(value)

    @property
    def half_typed(self) -> bool:
        """Whether something stands here that somebody typed."""
        return self.value not in ("", self._given)

    @property
    def text(self) -> str:
        """What stands on the line, with the line breaks of a paste."""
        return in_lines(self.value)

    def put_back(self, text: str, *, selected: bool = False) -> None:
        """Put a text on the line, in front of what was typed since; typing replaces a `selected` one."""
        # what was typed since stays a line of its own behind a text that ends its line
        line = in_one_line(text) + (NEWLINE_SIGN if text.endswith("\n") else "")
        selected = selected and not self.value
        self.value = line + self.value
        self.selection = Selection(0 if selected else len(self.value), len(self.value))

    def bring(self, text: str) -> None:
        """Put what stands somewhere already on an empty line, to be changed: typing replaces it."""
        self._given = in_one_line(text)
        self.put_back(text, selected=True)

    def put(self, text: str) -> None:
        """Put a text in the place of what stands on the line."""
        self.value = in_one_line(text)
        self.cursor_position = len(self.value)

    def watch_value(self, before: str, value: str) -> None:
        """Tell when nothing stands here any more."""
        if before and not value:
            self.post_message(self.Cleared(self))

    def take_off(self, sign: str) -> None:
        """Take what stands in front, up to this sign, off the line; the cursor stays within the text."""
        rest, at = self.value.partition(sign)[2].lstrip(), self.cursor_position - len(self.value)
        self.value = rest
        self.cursor_position = max(0, len(rest) + at)

    def serve(self) -> None:
        """Remember that what stands here was for something else; what is typed next takes its place."""
        self.select_all()
        self._served = self.value

    def take(self) -> str:
        """Take the line off: its text, clean; none where that has served."""
        text = "" if self._has_served else clean(self.text, lines=True).strip()
        self.clear()
        return text

    @property
    def _has_served(self) -> bool:
        return bool(self.value) and self.value == self._served and not self.selection.is_empty

    def action_clear_line(self) -> None:
        """Clear all of the line, wherever the cursor is in it."""
        self.clear()

    async def action_submit(self) -> None:
        """Take the line off and pass it on."""
        if self._has_served:
            self.action_end()
            self.post_message(self.Kept(self, self.text))
        else:
            self.post_message(self.Entered(self, self.take()))

    async def on_key(self, event: Key) -> None:
        """Do what a key means before the next one is typed.

        Textual runs bindings only after the key has been passed up to the app; by then a fast typist
        has typed on, and Enter would take the next words too.
        """
        if action := self._actions.get(event.key):
            event.stop()
            event.prevent_default()
            await self.run_action(action)
            return
        if event.key == "escape" and self.half_typed:
            event.stop()
            event.prevent_default()
            self.post_message(self.Stays(self))
            return
        letter = event.character or ""
        if letter and not letter.isprintable() and clean(letter) == letter:
            # without a shape of its own, but it joins the signs of a family or the letters of a Persian name
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(letter)

    def on_paste(self, event: Paste) -> None:
        # Textual takes only the first line
        text = in_one_line(clean(event.text, lines=True).strip("\n"))
        start, end = sorted(self.selection)
        self.replace(text, start, end)
        event.stop()
        event.prevent_default()


class GhostText(Suggester):
    """Gives Textual's Input what it shows dim behind the cursor."""

    def __init__(self, line: Input, ghost: Ghost) -> None:
        """Finish this line."""
        # a word that fits may no longer fit when the plan or the calendar has changed
        super().__init__(use_cache=False, case_sensitive=True)
        self._line, self._ghost = line, ghost

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line as it would be finished; None when it would not be."""
        # what the line says so far is on the screen before what could follow
        painted = asyncio.Event()
        self._line.call_after_refresh(painted.set)
        await painted.wait()
        at_end = self._line.cursor_position >= len(value)
        more = self._ghost(value) if at_end else ""
        return value + more if more else None
