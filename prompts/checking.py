"""From the values in a deck file to a deck: whatever is sound in it, with a note of all that is not."""

from __future__ import annotations

import re
from typing import Any

from prompts.deck import (
    AT_HOME,
    AT_SCHOOL,
    NAMES,
    TEACHERS,
    VOICES,
    Age,
    Deck,
    Depth,
    Due,
    Occasion,
    Phase,
    Question,
    Ready,
    Row,
    Theme,
)
from prompts.problems import DeckCode
from prompts.table import Notes, Table

LONGEST = 62
"""Characters of a question; what fits on its one line at 80 columns."""

LONGEST_LINE = 76
"""Characters of a title or a line of advice."""

MOST = 2000
"""Questions in a deck; no talk comes near it."""

MINUTES = 5, 240

_DECK = {"title", "many", "said", "minutes", "phases", "theme", "must", "may", "readiness", "tips"}
_MINUTES = {"school", "home"}
_PHASE = {"title", "share", "advice", "older", "themes"}
_THEME = {"title", "aside", "when", "questions"}
_QUESTION = {"text", "one", "voice", "ages", "when", "depth"}
_DUE = {"text", "row"}
_READY = {"id", "do", "dont", "why", "early"}
_FIELD = re.compile(r"\{[^{}]*\}?|\}")


def deck_from(values: dict[str, Any], language: str, notes: Notes) -> Deck | None:
    """Make a deck of these values, as TOML has them; None without a title, or without any question.

    What is wrong is noted, and the smallest part it stands in left out: a question, a phase, a theme.
    """
    top = Table(values, (), notes, _DECK)
    title = top.text("title", LONGEST_LINE)
    minutes = top.table("minutes", _MINUTES)
    if not top.has("theme"):
        top.wrong(DeckCode.MISSING, "theme")
    themes = top.rows("theme", _THEME, _Themes(language))
    titles = [each.title for each in themes]
    phases = top.rows("phases", _PHASE, lambda table: _phase(table, titles))
    if phases and (total := sum(each.share for each in phases)) != 100:
        top.wrong(DeckCode.SHARES, "phases", value=total)
    deck = Deck(
        title=title,
        language=language,
        themes=themes,
        many=top.text("many", LONGEST_LINE, default=title),
        said=top.text("said", LONGEST_LINE, default=title),
        at_school=minutes.number("school", *MINUTES, default=AT_SCHOOL),
        at_home=minutes.number("home", *MINUTES, default=AT_HOME),
        phases=phases,
        must=top.rows("must", _DUE, _due, bare="text"),
        may=top.rows("may", _DUE, _due, bare="text"),
        readiness=top.rows("readiness", _READY, _Readiness()),
        tips=top.texts("tips", LONGEST_LINE),
    )
    return deck if title and deck.questions else None


def _phase(table: Table, titles: list[str]) -> Phase:
    return Phase(
        title=table.text("title", LONGEST_LINE),
        share=table.number("share", 1, 100),
        advice=table.text("advice", LONGEST_LINE),
        older=table.text("older", LONGEST_LINE, default=""),
        themes=table.some_of("themes", titles),
    )


def _due(table: Table) -> Due:
    row = table.one_of("row", list(Row))
    return Due(text=table.text("text", LONGEST_LINE), row=Row(row) if row else None)


class _Readiness:
    """Makes what to see to before a day; what is ticked under one name is one thing."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def __call__(self, table: Table) -> Ready:
        keep_from = table.has("dont") and not table.has("do")
        if table.has("dont") and table.has("do"):
            table.wrong(DeckCode.UNKNOWN, "dont", expected=("do", "why"))
        key = "dont" if keep_from else "do"
        ready = Ready(
            id=table.text("id", LONGEST, default=""),
            text=table.text(key, LONGEST_LINE),
            why=table.text("why", LONGEST_LINE),
            keep_from=keep_from,
            early=table.flag("early"),
        )
        known = frozenset(self._names)
        self._names.update(ready.names if table.fine else ())
        for at, name in (("id", ready.id), (key, ready.text)):
            if table.fine and name in known:
                table.wrong(DeckCode.TWICE, at, value=name)
        return ready


def check_fields(table: Table, key: str, text: str, language: str) -> None:
    """Note what stands between curly brackets and is no word that gets filled in."""
    known = (NAMES[language], TEACHERS[language])
    for field in set(_FIELD.findall(text)) - set(known):
        table.wrong(DeckCode.NONE_OF_THEM, key, value=field, expected=known)


class _Themes:
    """Makes the themes of one deck, in which nothing may stand twice."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._titles: set[str] = set()
        self._texts: set[tuple[str | None, str]] = set()

    def __call__(self, table: Table) -> Theme:
        title = table.text("title", LONGEST)
        if title and is_twice(title.casefold(), self._titles):
            table.wrong(DeckCode.TWICE, "title", value=title)
        questions = table.rows("questions", _QUESTION, self._question)
        if not table.has("questions"):
            table.wrong(DeckCode.MISSING, "questions")
        return Theme(title=title, questions=questions, aside=table.flag("aside"), when=_when(table))

    def _question(self, table: Table) -> Question:
        voice = table.one_of("voice", VOICES)
        question = Question(
            text=table.text("text", LONGEST),
            one=table.text("one", LONGEST, default=""),
            voice=voice,
            ages=frozenset(map(Age, table.some_of("ages", list(Age)))),
            when=_when(table),
            depth=Depth(table.one_of("depth", list(Depth)) or Depth.DEEPENING),
        )
        for key, said in (("text", question.text), ("one", question.one)):
            check_fields(table, key, said, self._language)
        # one that is left out itself is in nobody's way
        if table.fine and is_twice((voice, question.text.casefold()), self._texts):
            table.wrong(DeckCode.TWICE, "text", value=question.text)
        elif table.fine:
            leave_out(table, len(self._texts), MOST)
        return question


def _when(table: Table) -> frozenset[Occasion]:
    return frozenset(map(Occasion, table.some_of("when", list(Occasion))))


def leave_out(table: Table, count: int, most: int) -> None:
    """Leave out what comes behind the most there may be; that there is more is noted once."""
    if count == most + 1:
        table.wrong(DeckCode.TOO_MANY, value=count, expected=(most,))
    elif count > most:
        table.fine = False


def is_twice(value: Any, seen: set[Any]) -> bool:
    """Say whether it was seen before; it is from now on."""
    if value in seen:
        return True
    seen.add(value)
    return False
