"""What a letter on a welcome card was meant for: a key, or a word of what was to be typed elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tui.desk.fresh_press import Repeats


class CardLetters:
    """Tells a letter that was pressed on purpose from one of a word, and a digit from a number in a sentence.

    A family that is here would be sent away by one letter of a name that was typed on the card, and the next
    Enter would greet another one.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Know no key yet; time is told by this clock."""
        self._letters, self._all = Repeats(now), Repeats(now)
        self._last, self._in_a_word = "", False
        self._asked = ""
        """The letter that is to come once more."""
        self._digit = 0
        """The digit that came last, until something else does."""

    def take(self, letter: str, *, is_key: bool) -> int:
        """Take in what was pressed; return the digit before it where a sentence goes on behind that: 3 times.

        What `is_key` does something by itself. Where no sentence goes on it is 0.
        """
        before, self._last = self._last, letter
        if letter != self._asked:
            self._asked = ""
        pace = self._letters.take(letter if letter.isalpha() else "")
        self._in_a_word = pace.spelt and letter != before
        goes_on = letter == " " or (letter.isalpha() and not is_key)
        number = self._digit if self._all.take(letter).quick and goes_on else 0
        self._digit = int(letter) if letter in tuple("123456789") else 0
        return number

    def is_meant(self, letter: str, *, fresh: bool) -> bool:
        """Return whether a letter came once more, a second later (`fresh`), and nothing in between.

        Behind another letter it may be the next one of a word, however slowly that is typed.
        """
        if fresh and letter == self._asked:
            return True
        self._asked = "" if self._in_a_word else letter
        return False

    def ask_again(self) -> None:
        """Let no letter be awaited: the first one was of a word."""
        self._asked = ""
