"""Forms: what parents fill in at home before one kind of talk, the one whose deck has the same name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

from prompts.deck import NAMES


class PartKind(StrEnum):
    """How a part of a form is filled in."""

    WORDS = "words"
    """By ticking what fits, and in own words."""

    ANSWERS = "answers"
    """With yes, sometimes or no."""

    LINES = "lines"
    """In own words."""

    POINTS = "points"
    """With what is to be talked about in any case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to tick, to answer or to write down; `glad` is the answer with which all is well."""

    id: str
    text: str
    glad: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the form; `ask` says what to do in it, `own` is for what no word of ours says."""

    id: str
    kind: PartKind
    title: str
    ask: str = ""
    own: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form in one language.

    `answers` are the words for yes, sometimes and no. The talks are held `weeks_after_autumn` weeks after the
    autumn holiday, and the form goes home `weeks_ahead` weeks before.
    """

    language: str
    title: str
    lead: tuple[str, ...]
    answers: tuple[str, ...]
    parts: tuple[Part, ...]
    weeks_after_autumn: int
    weeks_ahead: int

    @property
    def placeholder(self) -> str:
        """What stands in its texts for the child."""
        return NAMES[self.language]


@lru_cache(maxsize=16)
def form(language: str, deck: str) -> Form | None:
    """Read the form of a kind of talk, by the name of its deck; None where there is none, as for most."""
    files = resources.files("prompts").joinpath("forms", language)
    found = (each for each in files.iterdir() if each.name == f"{deck}.toml") if files.is_dir() else iter(())
    file = next(found, None)
    return _form(tomllib.loads(file.read_text("utf-8")), language) if file else None


def _form(values: dict[str, Any], language: str) -> Form:
    return Form(
        language=language,
        title=values["title"],
        lead=tuple(values["lead"]),
        answers=tuple(values["answers"]),
        parts=tuple(map(_part, values["parts"])),
        weeks_after_autumn=values["weeks_after_autumn"],
        weeks_ahead=values["weeks_ahead"],
    )


def _part(values: dict[str, Any]) -> Part:
    kind, entries = PartKind(values["kind"]), values.get("entries", ())
    return Part(**{**values, "kind": kind, "entries": tuple(Entry(**each) for each in entries)})
