"""Letters as answers on the parents' form, one a row, told from a word that somebody types there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum, auto

from store.domain.text import fold
from tui.desk.fresh_press import Repeats


class Heard(Enum):
    """What a letter is: an answer, more of the word of one, what makes a word of it, or more of that word."""

    ANSWER = auto()
    MORE = auto()
    WORD = auto()
    REST = auto()


class AnswerLetters:
    """Tells by the time between letters, and by the words of the answers, what each of them is.

    Nobody types a word slower than a glance at what the letter before it did, nor an answer that is none.
    """

    def __init__(self, answers: Sequence[str], signs: str, now: Callable[[], datetime]) -> None:
        """Know the words of the answers, and signs that stand for one as well; time is told by this clock."""
        self._answers, self._signs = tuple(map(fold, answers)), signs
        self._repeats = Repeats(now)
        self._word, self.lost = "", False
        """Whether what came last is a word that answers nothing."""
        self.run = 0
        """How many answers came one right after the other, this one too."""

    def take(self, letter: str) -> Heard:
        """Take in a letter, and say what it is."""
        if not self._repeats.take(letter).quick:
            self.begin()
        if self.lost:
            return Heard.REST
        begun = fold(self._word + letter)
        if self._word and any(each.startswith(begun) for each in self._answers):
            self._word += letter
            return Heard.MORE
        if letter in self._signs or any(each.startswith(fold(letter)) for each in self._answers):
            self._word = letter
            self.run += 1
            return Heard.ANSWER
        self.lost = True
        return Heard.WORD

    def begin(self) -> bool:
        """Begin anew; say whether it was a word that ended here, and no letter by itself."""
        ended = self.lost or len(self._word) > 1
        self._word, self.lost, self.run = "", False, 0
        return ended
