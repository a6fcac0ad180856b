"""What must hold for every purpose behind a head, and for everybody who comes along."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store.planline.read import read_line
from store.planline.reading import Names
from store.planline.words import those
from tests.planline.year import DAY, NAMES, YEAR, short

HEADS = (
    "bellen 12 nov",
    "gesprek do 12 nov 15:30 op school",
    "juf belt ouders week na rapport 1",
    "moeder mailt in november",
    "elke vrijdag een appje",
    "videobellen 12 nov met vader",
    "gesprek 12 nov met Hamit en IB'er",
    "bellen 12 nov zonder Bas Jan",
    "Parro elke maandag",
    "call on 12 Nov with mum",
)
ORDINARY = sorted(
    those(
        "lezen rekenen hoe gaat het met oma Marinka moeder vader juf niet geen liever zelf regelt "
        "belt als ze verdrietig is dat wat we kunnen doen thuis naar school opa tolk logopedist "
        "zonder erbij wel goed slecht slapen eten vriendjes groep toets spelen werk dyslexie van een "
        "de zijn haar hun boek alleen u jij ik mij the reading friends at home sleep is not she he "
        "who"
    )
)
COMPANIONS = (
    "oma", "opa", "IB'er", "een tolk", "Hamit", "haar vader", "de logopedist", "Zoë", "grote broer", "kind",
    "moeder", "tante", "smw", "de intern begeleider", "pleegouders",
)  # fmt: skip


@settings(max_examples=150)
@given(st.sampled_from(HEADS), st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=8))
@example("gesprek 12 nov met Hamit en IB'er", ["belt", "als", "Marinka", "Marinka"])
@example("gesprek 12 nov met Hamit en IB'er", ["Marinka", "als", "alleen", "Marinka", "belt"])
@example("gesprek 12 nov met Hamit en IB'er", ["als", "zijn", "zijn", "als", "zijn"])
def test_a_purpose_without_a_colon_changes_nothing_but_the_purpose(head: str, purpose: list[str]) -> None:
    told = f"over {' '.join(purpose)}"
    alone, read = (read_line(line, DAY, YEAR, NAMES) for line in (head, f"{head} {told}"))
    if not read.ok:
        return
    (one,), (other,) = alone.moments, read.moments
    assert short(other.when) == short(one.when)
    assert (other.channel, other.channel_name) == (one.channel, one.channel_name)
    assert (other.present, other.who, other.without) == (one.present, one.who, one.without)
    assert (other.initiative, other.starter, other.condition) == (one.initiative, one.starter, one.condition)
    assert other.purpose == " ".join(part for part in (one.purpose, told) if part)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("companion", COMPANIONS)
def test_who_comes_along_takes_nobody_away(head: str, companion: str) -> None:
    alone, together = (read_line(line, DAY, YEAR, NAMES) for line in (head, f"{head} met {companion} erbij"))
    assert together.ok
    (one,), (other,) = alone.moments, together.moments
    assert set(one.present) <= set(other.present)
    assert set(one.who) <= set(other.who)
    assert short(other.when) == short(one.when)
    assert other.initiative is one.initiative
    assert other.channel is one.channel


@pytest.mark.parametrize(
    "name", ["Mei", "June", "Zondag", "Bel", "Oma", "App", "Mail", "May", "Vader", "Kerst"]
)
def test_a_name_that_is_a_word_of_the_grammar_is_the_person_behind_met(name: str) -> None:
    reading = read_line(f"bellen 12 nov met {name} erbij", DAY, YEAR, Names(pupil=(name,)))
    assert reading.ok
    assert reading.moments[0].who == (name,)
    assert reading.moments[0].present == ("pupil", "parents", "teacher")
    assert short(reading.moments[0].when) == "2026-11-12"


@pytest.mark.parametrize(
    "line",
    [
        "bellen " * 290,
        " en ".join(f"bellen {day} nov" for day in range(1, 21)),
        "bellen 12 nov 😀 met [moeder] (oma) <b>",
        "bellen 12 nov \u202eouders\u202c",
        "اتصال 12 nov",
        "gesprek " + "met oma en " * 20 + "12 nov",
        "zonder zonder zonder 12 nov bellen",
        "als als als bij bij",
    ],
)
def test_hostile_lines_are_read_or_refused(line: str) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert reading.moments
    assert reading.ok or reading.errors
