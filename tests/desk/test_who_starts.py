"""Who starts, as it is answered: one side, all who were named on it, or whoever wants to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.plan import Initiative
from store.planline.reading import Part
from tests.desk.test_last_import import desk_on, folder_of
from tests.letters.plans import DAY, SCHOOL, Plan
from tui.desk.talk import closing_line
from tui.desk.talk.closing_cursor import PLAN, Cursor, Row, RowKind
from tui.desk.talk.closing_outcome import Outcome, Refusal
from tui.desk.talk.contact_moments import correct, started_by

ANSWERS = {
    "ik": "teacher",
    "mama": "parents mama",
    "Liv": "pupil",
    "vader en moeder": "parents vader en moeder",
    "papa of mama": "parents papa of mama",
    "Liv en mama": "parents Liv en mama",
    "juf en ouders": "either",
    "mum and me": "either",
    "iedereen": "either",
    "wij": "either",
    "allebei": "either",
    "both": "either",
    "maakt niet uit": "either",
    "it doesn't matter": "either",
    "In overleg": "either",
    "in onderling overleg": "either",
    "by agreement": "either",
    "": "either",
    "ons": "either",
    "haar": None,
    "ok": None,
    "jij?": None,
    "weet niet": None,
    "weten we nog niet": None,
    "?": None,
    "op school in mei": None,
    "met oma samen": None,
    "in gesprek blijven over lezen": None,
}


def test_an_answer_on_who_starts_is_taken_whole(tmp_path: Path) -> None:
    talk = Plan("", "Liv|Bosman", ("Mark Bosman", "Eline Kuipers"), ("bellen op 12 november",)).talk()
    (moment,) = talk.plan.moments
    told: dict[str, str | None] = {}
    with folder_of(tmp_path) as repository:
        repository.save_school(DAY, SCHOOL)
        repository.save(SchoolDay(date=DAY, talks=(talk,), revision=1))
        with desk_on(repository, DAY) as desk:
            for answer in ANSWERS:
                started = started_by(answer, (moment.id,), talk, desk)
                found = started and started.plan.moments[0]
                told[answer] = (found and f"{found.initiative} {found.starter}".strip()) or None
    assert told == ANSWERS


@pytest.mark.parametrize(
    ("line", "here", "starts"),
    [
        ("bellen op 12 november", True, None),
        ("bellen op 12 november met Liv erbij", True, Initiative.PUPIL),
        ("bellen op 12 november met Liv erbij", False, None),
    ],
)
def test_jij_is_the_child_only_where_the_child_is_asked_too(
    line: str, here: bool, starts: Initiative | None, tmp_path: Path
) -> None:
    talk = Plan("", "Liv|Bosman", ("Mark Bosman", "Eline Kuipers"), (line,)).talk()
    talk = replace(talk, presence=replace(talk.presence, pupil=here))
    (moment,) = talk.plan.moments
    with folder_of(tmp_path) as repository:
        repository.save_school(DAY, SCHOOL)
        repository.save(SchoolDay(date=DAY, talks=(talk,), revision=1))
        with desk_on(repository, DAY) as desk:
            found = started_by("jij", (moment.id,), talk, desk)
            assert (found.plan.moments[0].initiative if found else None) == starts
            assert correct(Part.INITIATIVE, "jij", moment, talk, desk) is (starts is not None)


def test_what_tells_nobody_who_starts_leaves_that_open_and_adds_no_line(tmp_path: Path) -> None:
    talk = Plan("", "Liv|Bosman", ("Mark Bosman", "Eline Kuipers"), ("bellen op 12 november",)).talk()
    asked = Cursor(PLAN).asking((talk.plan.moments[0].id,))
    with folder_of(tmp_path) as repository:
        repository.save_school(DAY, SCHOOL)
        repository.save(SchoolDay(date=DAY, talks=(talk,), revision=1))
        with desk_on(repository, DAY) as desk:
            for answer in ("weet niet", "geen idee", "we don't know yet", "?"):
                outcome = closing_line.enter(answer, asked, talk.id, desk, yes="ja")
                assert outcome == Outcome(asked.at(PLAN)), answer
            assert desk.day.talk(talk.id) == talk
            for answer in ("met oma samen", "over lezen"):
                outcome = closing_line.enter(answer, asked, talk.id, desk, yes="ja")
                assert outcome == Outcome(asked, Refusal.OTHER_PART, answer)
            assert desk.day.talk(talk.id) == talk
            informed = asked.at(Row(RowKind.INFORMATION))
            outcome = closing_line.enter("weten we nog niet", informed, talk.id, desk, yes="ja")
            assert outcome.refusal is Refusal.NO_TOPIC
