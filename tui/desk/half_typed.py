"""The half-typed lines: of the talks of the day on the desk, and of no talk."""

from __future__ import annotations

from typing import Protocol

from store.domain.day import SchoolDay
from store.domain.draft import Draft, HalfTyped
from store.domain.talk import Talk
from store.files.errors import FilesError
from store.files.repository import Repository
from store.files.writer import Writer


class OnDesk(Protocol):
    """What is on the desk."""

    day: SchoolDay


class HalfTypedLines:
    """Remembers what was typed and never entered, and has it kept beside the day on the desk."""

    def __init__(self, desk: OnDesk, repository: Repository, writer: Writer) -> None:
        """Begin with the lines that were kept with the day that is on the desk."""
        self._desk = desk
        self._repository = repository
        self._writer = writer
        self.read_again()

    def read_again(self) -> None:
        """Take in the lines that were kept; damaged ones are no reason not to begin.

        Those of no talk come along from the day they were typed on.
        """
        try:
            self._lines = HalfTyped(self._repository.bring_along(self._desk.day.date))
        except FilesError:
            self._lines = HalfTyped()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """All of them, as they are kept."""
        return self._lines.drafts

    def type(self, talk: Talk, place: str, text: str) -> None:
        """Remember the half-typed line of a talk; an empty one is forgotten."""
        self._keep(self._lines.typed(talk, place, text))

    def of(self, talk: Talk) -> Draft | None:
        """Return the half-typed line of this talk, if it was never entered."""
        return self._lines.of(talk)

    def type_beside(self, place: str, text: str) -> None:
        """Remember a half-typed line that is of no talk, one for each question; an empty one is forgotten."""
        self._keep(self._lines.typed_beside(place, text))

    def beside(self, asked: str = "") -> Draft | None:
        """Return the half-typed line that is of no talk, if it was never entered: the one `asked` for."""
        return self._lines.beside(asked)

    def put_back(self, talk: Talk, place: str, line: str) -> None:
        """Remember a line that an undo gives back; it is kept together with the day without it."""
        self._lines = self._lines.typed(talk, place, line)

    def leave(self, talk_id: str) -> None:
        """Let go of the line of a talk that left the day; what is on the disk of it went along."""
        self._lines = self._lines.without(talk_id)

    def keep_again(self) -> None:
        """Keep them all once more."""
        self._writer.drafts(self._desk.day.date, self.drafts)

    def _keep(self, now: HalfTyped) -> None:
        if now != self._lines:
            self._lines = now
            self.keep_again()
