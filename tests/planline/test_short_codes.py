"""Short codes: few keys for any moment that the five families make, lit like the words they stand for."""

import pytest

from store.domain.plan import Channel, Initiative
from store.planline.read import read_line
from store.planline.reading import Names, Part
from tests.planline.year import DAY, YEAR, short

MOST_KEYS = 30
"""Enter counts as one of them."""
FAMILIES = {
    "Marinka": [
        ("b r1+2 j>o: bijzonderheden?", ["phone 2027-02-01..2027-02-05", "phone 2027-06-28..2027-07-02"]),
        ("g begin juni met kind: doelen", ["visit 2027-06-01..2027-06-10"]),
    ],
    "Hamit": [("hb 4 feb 15:30 met kind: plan", ["home_visit 2027-02-04T15:30"])],
    "Selma": [("l>j m zn", ["mail on_demand"])],
    "Bas Jan": [("g 12 nov 15:30 zonder kind", ["visit 2026-11-12T15:30"])],
    "Kirsten": [
        ("b nov en mrt", ["phone 2026-11-01..2026-11-30", "phone 2027-03-01..2027-03-31"]),
        ("Kirsten regelt de rest zelf", ["None on_demand"]),
    ],
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_moment_of_the_five_families_takes_thirty_keys_or_fewer(family: str) -> None:
    for line, expected in FAMILIES[family]:
        reading = read_line(line, DAY, YEAR, Names(pupil=(family,), teacher=("Els",)))
        assert len(line) + 1 <= MOST_KEYS
        assert reading.ok
        assert [f"{moment.channel} {short(moment.when)}" for moment in reading.moments] == expected


def test_who_starts_and_who_is_there_come_through_the_codes() -> None:
    names = Names(pupil=("Selma",), teacher=("Els",))
    told = {
        line: read_line(line, DAY, YEAR, names).moments[0] for line in ("l>j m zn", "b r1 j>o", "m zn o>j")
    }
    assert [moment.initiative for moment in told.values()] == [
        Initiative.PUPIL,
        Initiative.TEACHER,
        Initiative.PARENTS,
    ]
    assert told["l>j m zn"].present == ("pupil", "teacher")
    assert told["b r1 j>o"].present == ("parents", "teacher")


@pytest.mark.parametrize(
    ("line", "channel", "purpose"),
    [
        ("bellen 12 nov toets a en b", Channel.PHONE, "toets a en b"),
        ("bellen 12 nov groep b", Channel.PHONE, "groep b"),
        ("bellen 12 nov: b of g", Channel.PHONE, "b of g"),
        ("mail 12 nov boek v opa", Channel.MAIL, "boek v opa"),
        ("a call in March", Channel.PHONE, ""),
        ("12 Nov a call", Channel.PHONE, ""),
        ("12 nov b", Channel.PHONE, ""),
        ("b 12 nov over m en a", Channel.PHONE, "over m en a"),
    ],
)
def test_a_letter_is_a_code_only_where_structure_stands(line: str, channel: Channel, purpose: str) -> None:
    (moment,) = read_line(line, DAY, YEAR, Names()).moments
    assert moment.channel is channel
    assert moment.purpose == purpose


def test_codes_are_lit_like_the_words_they_stand_for() -> None:
    line = "v r2 l>j zonder pap"
    spans = [(span.part, line[span.start : span.end]) for span in read_line(line, DAY, YEAR, Names()).spans]
    assert spans == [
        (Part.CHANNEL, "v"),
        (Part.WHEN, "r2"),
        (Part.INITIATIVE, "l>j"),
        (Part.WHO, "zonder pap"),
    ]
