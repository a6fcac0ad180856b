"""Which word of coaching comes next in the first talks: one at a time, each gone after three uses."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from store.files.errors import FilesError
from store.files.repository import Repository

ENOUGH = 3
"""So often done, it is known."""


class Hint(StrEnum):
    """What a teacher learns on the board, in the order in which it is of use."""

    LINE = "line"
    VOICE = "voice"
    NOTE = "note"
    AGREEMENT = "agreement"
    ONWARD = "onward"


@dataclass(frozen=True, slots=True)
class Coaching:
    """What was done so far, once for each time. Not at all for somebody who has held a talk to its end."""

    done: tuple[str, ...] = ()

    @property
    def next(self) -> Hint | None:
        """The hint that was followed the least so far; None when all are known."""
        known = {hint: self.done.count(hint) for hint in Hint}
        hint = min(Hint, key=lambda each: known[each])
        return hint if known[hint] < ENOUGH else None

    def did(self, hint: Hint) -> Coaching:
        """Remember that it was done once more."""
        return self if self.done.count(hint) >= ENOUGH else Coaching((*self.done, hint))


ENDED = Coaching(tuple(hint for hint in Hint for _ in range(ENOUGH)))
"""That of somebody who held a talk to its end: never again."""


def keep_coaching(now: Coaching, repository: Repository) -> None:
    """Keep what was done; never less than was kept before. A disk that refuses costs a hint, no more."""
    with suppress(FilesError):
        settings = repository.settings()
        if len(now.done) > len(settings.coached):
            repository.save_settings(replace(settings, coached=now.done))
