"""For whom of several children a line is; who is among its people only takes part."""

from __future__ import annotations

from datetime import date

import pytest

from store.domain.plan import Initiative
from store.planline.read import read_line
from store.planline.reading import Child, Names
from tests.planline.year import YEAR

TWINS = Names(
    pupil=("Daan de Wit", "Daan", "Sanne de Wit", "Sanne"),
    carers=("Anja de Wit", "Anja"),
    teacher=("juf Els",),
    children=(Child("D", ("Daan de Wit", "Daan")), Child("S", ("Sanne de Wit", "Sanne"))),
)
DAY = date(2026, 8, 25)


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("bellen 12 nov", ""),
        ("voor Daan: bellen 12 nov", "D"),
        ("Daan: bellen 12 nov", "D"),
        ("sanne: m 12 nov", "S"),
        ("Daan en Sanne: bellen 12 nov", ""),
        ("voor Daan bellen 12 nov", "D"),
        ("bellen 12 nov voor Sanne", "S"),
        ("m 12 nov over sanne", "S"),
        ("bellen 12 nov: hoe gaat het lezen van Daan", "D"),
        ("bellen 12 nov: Daans leesboek", "D"),
        ("bellen 12 nov: spelen Daan en Sanne samen?", ""),
        ("als Daan verdrietig is bellen", "D"),
        ("gesprek 12 nov met Daan erbij", ""),
        ("gesprek 12 nov zonder Daan", ""),
        ("gesprek 12 nov met Daan en Sanne: lezen", ""),
        ("Daan belt juf zo nodig", ""),
        ("mail in november alleen voor Sanne, juf begint", "S"),
        ("mail in nov alleen voor Daan", "D"),
        ("only for Sanne: mail in nov", "S"),
        ("alleen voor Daan: mail in nov", "D"),
    ],
)
def test_a_line_is_for_whom_it_names_in_front_or_in_what_it_is_about(line: str, whose: str) -> None:
    reading = read_line(line, DAY, YEAR, TWINS)
    assert reading.ok
    (moment,) = reading.moments
    assert "".join(moment.pupil_ids) == whose
    assert moment.text == reading.line == line


def test_who_begins_is_read_behind_for_whom_it_is() -> None:
    (moment,) = read_line("mail in november alleen voor Sanne, juf begint", DAY, YEAR, TWINS).moments
    assert (moment.purpose, moment.initiative) == ("", Initiative.TEACHER)


@pytest.mark.parametrize(
    ("line", "present"),
    [
        ("gesprek 12 nov zonder Daan", True),
        ("gesprek 12 nov zonder Daan en Sanne", False),
        ("Sanne: gesprek 12 nov zonder Sanne", False),
        ("gesprek 12 nov zonder kinderen", False),
    ],
)
def test_without_one_of_them_takes_away_that_one_only(line: str, present: bool) -> None:
    (moment,) = read_line(line, DAY, YEAR, TWINS).moments
    assert ("pupil" in moment.present) is present


def test_what_lights_up_stays_where_it_was_typed() -> None:
    line = "Daan: bellen 12 nov"
    reading = read_line(line, DAY, YEAR, TWINS)
    assert [line[span.start : span.end] for span in reading.spans] == ["Daan:", "bellen", "12 nov"]
