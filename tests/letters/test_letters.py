"""Each letter as it was read aloud and found right: who does what, how, when and what for."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.export.letter import letter_lines
from store.export.telling import BLANK, COVERED, SIMPLY, Telling
from store.language import Translator
from tests.letters.plans import PLANS, SCHOOL, Plan

EXPECTED = Path(__file__).parent / "expected"
NL = Translator("nl")
SIMPLE = (
    "marinka",
    "bas-jan",
    "arranges-it",
    "arranges-the-rest",
    "grandparents",
    "when-sad",
    "as-typed",
    "video-and-mentor",
    "goes-on",
    "notebook",
    "one-of-two-ways",
)


def text(plan: Plan, *telling: Telling) -> str:
    return "\n".join(letter_lines(plan.talk(), SCHOOL, NL, *telling)) + "\n"


@pytest.mark.parametrize("plan", PLANS, ids=[plan.name for plan in PLANS])
def test_a_letter_says_what_was_said(plan: Plan) -> None:
    assert text(plan) == (EXPECTED / f"{plan.name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("plan", [plan for plan in PLANS if plan.name in SIMPLE], ids=SIMPLE)
def test_for_an_interpreter_each_fact_has_a_short_line_of_its_own(plan: Plan) -> None:
    assert text(plan, SIMPLY) == (EXPECTED / f"{plan.name}-simple.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("plan", PLANS, ids=[plan.name for plan in PLANS])
def test_covered_nothing_of_who_how_and_when_is_left_but_blanks_of_one_width(plan: Plan) -> None:
    talk = plan.talk()
    told = letter_lines(talk, SCHOOL, NL, COVERED)
    moments = [line for line in told if line.startswith(("· Wanneer?", "· Een dag"))]
    assert moments == [f"· Wanneer? {BLANK}  Wie? {BLANK}  Hoe? {BLANK}"] * len(talk.plan.moments)
    for moment in talk.plan.moments:
        assert not moment.when_text or moment.when_text not in "\n".join(moments)
    for agreement in talk.agreements:
        assert not agreement.who or f"· {agreement.text}" not in told


def test_of_two_parents_the_other_one_comes_when_one_is_said_not_to() -> None:
    plan = Plan(
        "x", "Noor|Hoekstra", ("Wietske Hoekstra", "Jelle Hoekstra"), ("gesprek 12 nov zonder vader",)
    )
    told = "praten de andere ouder en juf Els op school met elkaar, zonder vader."
    assert told in text(plan)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("mark appt als het niet lukt", "Als het niet lukt, stuurt Mark een berichtje aan juf Els."),
        ("juf belt mark zonder eline in okt", "In oktober belt juf Els met Mark, zonder Eline."),
        (
            "bellen 12 nov zonder eline",
            "Op donderdag 12 november bellen we (Mark Bosman en juf Els), zonder Eline.",
        ),
        ("voogd belt in okt", "In oktober belt de voogd met juf Els."),
        ("MARK belt in okt", "In oktober belt Mark met juf Els."),
        ("meneer bosman belt juf Els in okt", "In oktober belt meneer bosman met juf Els."),
        ("miss Els belt mevrouw Kuipers in okt", "In oktober belt juf Els met mevrouw Kuipers."),
        (
            "gesprek 12 nov zonder meneer Bosman",
            "Op donderdag 12 november praten Eline Kuipers en juf Els op school met elkaar, "
            "zonder meneer Bosman.",
        ),
        (
            "bellen tot de kerst als ze huilt",
            "Tot en met vrijdag 18 december, als ze huilt, bellen we (de ouders en juf Els).",
        ),
        ("vader belt 's ochtends als ze ziek is", "'s Ochtends als ze ziek is, belt vader met juf Els."),
        (
            "gesprek 20 jan met eline's nieuwe partner erbij",
            "Op woensdag 20 januari 2027 praten de ouders, juf Els en eline's nieuwe partner op school "
            "met elkaar.",
        ),
    ],
)
def test_names_and_the_beginning_of_a_sentence_are_written_as_they_should_be(line: str, told: str) -> None:
    talk = Plan("", "Liv|Bosman", ("Mark Bosman", "Eline Kuipers"), (line,)).talk()
    assert f"· {told}" in letter_lines(talk, SCHOOL, NL)


def test_the_one_parent_who_is_named_is_there_once() -> None:
    talk = Plan("", "Bram|Kok", ("Tina Kok",), ("juf vraagt tina bij de deur in okt: bril",)).talk()
    told = "\n".join(letter_lines(talk, SCHOOL, NL)[3:])
    assert told.count("ina") == 1
