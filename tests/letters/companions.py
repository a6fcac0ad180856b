"""Who comes as well comes beside: every form of saying it, with every companion, audience and beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from store.domain.talk import Talk
from store.export.telling import IN_FULL, SIMPLY, Telling
from store.export.wording.moments import moment_row
from store.language import Translator
from tests.letters.plans import SCHOOL, Plan

NL = Translator("nl")
AUDIENCES = {
    "one": ("Anja de Groot",),
    "two": ("Anja de Groot", "Peter Bakker"),
    "foster": ("Ria Smit", "Kees Smit"),
    "grandparents": ("Riet Jansen",),
    "nameless": ("06-12345678",),
}
COMPANIONS = (
    "vader", "mama", "stiefvader", "pleegmoeder", "pleegouders", "voogd", "oma", "opa en oma", "grote broer",
    "de IB'er", "tolk", "mw. De Vries", "juf Sanne", "Peter", "tante Hatice", "vader en oma",
    "coach", "mentor van zus", "leerkracht van groep 5", "moeder van Lotte",
)  # fmt: skip
FORMS = (
    "met {x} erbij", "met {x} ook", "samen met {x} erbij", "{x} erbij", "{x} mag erbij", "{x} sluit aan",
    "{x} komt mee", "{x} kijkt mee", "ook {x}", "incl {x}", "met {x} er ook bij", "{x} is er ook bij",
    "{x} schuift aan", "{x} ook aanwezig",
)  # fmt: skip
HEADS = ("gesprek 12 nov", "bellen in nov", "videobellen 12 nov 15.30", "juf Els belt ouders in nov")


class Line(NamedTuple):
    """A contact moment to be typed, and who comes as well."""

    audience: str
    head: str
    form: str
    companion: str

    @property
    def typed(self) -> str:
        """The whole line."""
        return f"{self.head}, {self.form.format(x=self.companion)}"


def lines() -> Iterator[Line]:
    """Every line there is, some thousands."""
    return (Line(*each) for each in product(AUDIENCES, HEADS, FORMS, COMPANIONS))


def share() -> Iterator[Line]:
    """One line for each form with each companion; audiences and beginnings take turns."""
    audiences, heads = tuple(AUDIENCES), HEADS
    for turn, (form, companion) in enumerate(product(FORMS, COMPANIONS)):
        # the companions are a multiple of audiences and beginnings: a step aside after each form
        step = turn + turn // len(COMPANIONS)
        yield Line(audiences[step % len(audiences)], heads[step % len(heads)], form, companion)


def talk(audience: str, line: str) -> Talk:
    return Plan("x", "Noor|de Groot", AUDIENCES[audience], (line,)).talk()


def told(audience: str, line: str, telling: Telling) -> str:
    """The contact moment as it stands in the letter."""
    made = talk(audience, line)
    (moment,) = made.plan.moments
    item = telling.moment(moment, made, SCHOOL, NL)
    return "\n".join((item.text, *item.under))


def people(audience: str, line: str) -> set[str]:
    made = talk(audience, line)
    return set(re.split(r", | en | → ", moment_row(made.plan.moments[0], made, SCHOOL, NL).who))


def taken_away(chosen: Iterable[Line]) -> list[str]:
    """The lines by which somebody is lost, or anything else changes, with what the letter says."""
    return [f"{line.typed}: {told(line.audience, line.typed, IN_FULL)}" for line in chosen if _wrong(line)]


def _wrong(line: Line) -> bool:
    audience, head, form, companion = line
    if companion == "Peter" and audience != "two" and form.startswith(("ook", "incl")):
        # a name that nobody knows may as well be what it is about
        return False
    alone = talk(audience, head).plan.moments[0]
    beside = talk(audience, line.typed).plan.moments[0]
    texts = [told(audience, line.typed, each) for each in (IN_FULL, SIMPLY)]
    called = [each for each in companion.removeprefix("de ").split(" en ") if each != "Peter"]
    return (
        not set(alone.present) <= set(beside.present)
        or not people(audience, head) <= people(audience, line.typed)
        or any(each not in text for each in called for text in texts)
        or replace(beside, id="", text="", who=(), beside=(), present=())
        != replace(alone, id="", text="", who=(), present=())
    )
