"""Who comes as well comes beside: whoever would be there anyway is there still, in the letter too."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from store.domain.talk import Talk
from store.export.telling import IN_FULL, SIMPLY, Telling
from store.export.wording import moment_row
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
)  # fmt: skip
FORMS = (
    "met {x} erbij", "met {x} ook", "samen met {x} erbij", "{x} erbij", "{x} mag erbij", "{x} sluit aan",
    "{x} komt mee", "{x} kijkt mee", "ook {x}", "incl {x}", "met {x} er ook bij", "{x} is er ook bij",
    "{x} schuift aan", "{x} ook aanwezig",
)  # fmt: skip
HEADS = ("gesprek 12 nov", "bellen in nov", "videobellen 12 nov 15.30", "juf Els belt ouders in nov")


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


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("form", FORMS)
def test_a_companion_takes_nobody_away(audience: str, form: str) -> None:
    lost = []
    for head in HEADS:
        alone = talk(audience, head).plan.moments[0]
        here = people(audience, head)
        for who in COMPANIONS:
            if who == "Peter" and audience != "two" and form.startswith(("ook", "incl")):
                # a name that nobody knows may as well be what it is about
                continue
            line = f"{head}, {form.format(x=who)}"
            beside = talk(audience, line).plan.moments[0]
            texts = [told(audience, line, each) for each in (IN_FULL, SIMPLY)]
            called = [each for each in who.removeprefix("de ").split(" en ") if each != "Peter"]
            wrong = (
                not set(alone.present) <= set(beside.present)
                or not here <= people(audience, line)
                or any(each not in text for each in called for text in texts)
                or replace(beside, id="", text="", who=(), beside=(), present=())
                != replace(alone, id="", text="", who=(), present=())
            )
            if wrong:
                lost.append(f"{line}: {texts[0]}")
    assert not lost, "\n".join(lost)
