"""From the values in a file to what a team rehearses with: what is sound, with a note of all that is not."""

from __future__ import annotations

from typing import Any

from prompts.checking import LONGEST, LONGEST_LINE, check_fields, is_twice
from prompts.deck import VOICES, Age
from prompts.practice.play import CARER, Afterwards, Play, Role, Scene
from prompts.problems import DeckCode
from prompts.table import Notes, Table

MOST_LINES = 8
"""Lines on a card."""

MOST_CARERS = 4

_PLAY = {"afterwards", "role", "scene"}
_ROLE = {"id", "voice", "ages", "title", "lines"}
_OWN_ROLE = {"voice", "who", "title", "lines"}
_SCENE = {
    "title", "group", "pupil", "carers", "known", "language", "interpreter", "kind", "home", "roles"
}  # fmt: skip
_AFTERWARDS = {"voice", "text"}


def play_from(values: dict[str, Any], language: str, notes: Notes) -> Play:
    """Make what these values hold, as TOML has them.

    What is wrong is noted, and the smallest part it stands in left out: a card, a situation, a question.
    """
    top = Table(values, (), notes, _PLAY)
    making = _Making(language)
    return Play(
        scenes=top.rows("scene", _SCENE, making.scene),
        roles=top.rows("role", _ROLE, making.role),
        afterwards=top.rows("afterwards", _AFTERWARDS, _afterwards),
    )


def _afterwards(table: Table) -> Afterwards:
    return Afterwards(text=table.text("text", LONGEST), voice=table.one_of("voice", VOICES))


class _Making:
    """Makes cards and situations, of which none may stand twice."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._seen: set[tuple[str | None, str]] = set()

    def role(self, table: Table) -> Role:
        """A card for whoever plays this voice."""
        if not table.has("voice"):
            table.wrong(DeckCode.MISSING, "voice")
        role = Role(
            id=table.text("id", LONGEST, default=""),
            voice=table.one_of("voice", VOICES),
            ages=frozenset(map(Age, table.some_of("ages", list(Age)))),
            title=self._title(table),
            lines=self._lines(table, "lines"),
        )
        self._once(table, role.voice or "", role.title)
        return role

    def scene(self, table: Table) -> Scene:
        """A situation; its cards are for people who are in it."""
        carers = table.texts("carers", LONGEST)
        if not carers:
            table.wrong(DeckCode.MISSING, "carers")
        elif len(carers) > MOST_CARERS:
            table.wrong(DeckCode.MANY_LINES, "carers", value=len(carers), expected=(MOST_CARERS,))
        scene = Scene(
            title=table.text("title", LONGEST),
            group=table.text("group", LONGEST),
            pupil=table.text("pupil", LONGEST),
            carers=carers,
            known=self._lines(table, "known"),
            language=table.text("language", LONGEST, default=""),
            interpreter=table.flag("interpreter"),
            kind=table.text("kind", LONGEST, default=""),
            home=table.text("home", LONGEST, default=""),
            roles=table.rows("roles", _OWN_ROLE, lambda row: self._own_role(row, carers)),
        )
        self._once(table, None, scene.title)
        return scene

    def _own_role(self, table: Table, carers: tuple[str, ...]) -> Role:
        """A card for somebody in the situation: which of the parents, or who else, has to be said."""
        voice = table.one_of("voice", VOICES)
        named = voice is None or voice == CARER
        who = table.text("who", LONGEST, default=None if named else "")
        if voice == CARER and who and who not in carers:
            table.wrong(DeckCode.NONE_OF_THEM, "who", value=who, expected=carers)
        return Role(voice=voice, who=who, title=self._title(table), lines=self._lines(table, "lines"))

    def _title(self, table: Table) -> str:
        title = table.text("title", LONGEST)
        check_fields(table, "title", title, self._language)
        return title

    def _lines(self, table: Table, key: str) -> tuple[str, ...]:
        lines = table.texts(key, LONGEST_LINE)
        if not table.has(key):
            table.wrong(DeckCode.MISSING, key)
        elif len(lines) > MOST_LINES:
            table.wrong(DeckCode.MANY_LINES, key, value=len(lines), expected=(MOST_LINES,))
        for line in lines:
            check_fields(table, key, line, self._language)
        return lines

    def _once(self, table: Table, voice: str | None, title: str) -> None:
        if title and is_twice((voice, title.casefold()), self._seen):
            table.wrong(DeckCode.TWICE, "title", value=title)
