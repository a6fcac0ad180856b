"""What says a word to the teacher, which goes by itself."""

from __future__ import annotations

from textual.content import Content
from textual.message_pump import MessagePump

from tui.widgets.safe_text import literal

NOTICE_SECONDS = 8


class Saying(MessagePump):
    """Holds by `_said` what is said now, until it is old, taken back, or something else is said."""

    _notices = 0
    _said = Content("")

    @property
    def said(self) -> str:
        """What is said to the teacher now, whole."""
        return self._said.plain

    def say(self, text: str) -> None:
        """Say a word to the teacher, literally; it goes by itself."""
        self._notices += 1
        notice = self._notices
        self._said = literal(text, "$text")
        self.show_said()
        self.set_timer(NOTICE_SECONDS, lambda: self._say_no_more(notice))

    def hush(self) -> None:
        """Take back what was said."""
        self._say_no_more(self._notices)

    def unsay(self, text: str) -> None:
        """Take back these words, where they are what is said."""
        if self.said == text:
            self.hush()

    def _say_no_more(self, notice: int) -> None:
        """Say nothing, unless something else was said meanwhile."""
        if notice == self._notices and self.said:
            self._said = Content("")
            self.show_said()

    def show_said(self) -> None:
        """Show what is said now."""
        raise NotImplementedError
