"""What was not typed as such is shown: never a guess in silence."""

import pytest

from store.domain.plan import Channel, Initiative
from store.planline.read import read_line
from store.planline.reading import Names, Part
from tests.planline.year import DAY, NAMES, YEAR


@pytest.mark.parametrize(
    ("line", "code", "value"),
    [
        ("gesprek 12 nov met ouders", "visit", {}),
        ("bellen 12 nov", "parents_and_teacher", {}),
        ("bellen 12 nov, kind erbij", "with_parents", {}),
        ("bellen 12 novmber met ouders", "corrected", {"typed": "novmber", "read": "november"}),
        ("bellen 12 nov kwart over 3 met ouders", "afternoon", {"time": "15:15"}),
        ("bellen 12 nov en 9 mrt 15:30 met ouders", "same_time", {"time": "15:30"}),
        ("bellen elke dinsdag om 3 uur met ouders", "afternoon", {"time": "15:00"}),
        ("bellen 12 nov in week 46 om 3 uur met ouders", "afternoon", {"time": "15:00"}),
        ("bellen komende week met ouders", "coming_week", {}),
        ("bellen in juli met ouders", "until_year_end", {"day": "2027-07-16"}),
        ("bellen eerste maandag van de maand met ouders", "every_month", {}),
        ("bellen 12 nov met ouders over lezen", "purpose", {"words": "over lezen"}),
        ("bellen 12 nov met ouders, mailen 3 feb met ouders ivm bril", "purpose_last", {"words": "ivm bril"}),
        ("bellen 12 nov en 3 feb met ouders ivm bril", "purpose", {"words": "ivm bril"}),
        ("rustig bellen 12 nov met ouders: lezen", "not_used", {"words": "rustig"}),
        ("bellen 12 nov met ouders en Zoë", "unknown_person", {"name": "Zoë"}),
        ("bellen 12 nov met Hamit", "with_parents", {}),
        ("elke maand rond de 10e bellen met ouders", "about_day", {}),
        ("geen mails, alleen bellen zo nodig met ouders", "left_out", {"words": "geen mails"}),
        ("mailen in plaats van bellen 12 nov met ouders", "left_out", {"words": "bellen"}),
    ],
)
def test_the_assumption_is_told(line: str, code: str, value: dict[str, str]) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert reading.ok
    found = {each.code: dict(each.values) for each in reading.assumed}
    assert found == {code: value}


@pytest.mark.parametrize("line", ["gesprek 5 nov in het buurthuis met ouders", "oma belt bij ziekte"])
def test_nothing_is_assumed_where_it_is_said_or_open(line: str) -> None:
    assert read_line(line, DAY, YEAR, NAMES).assumed == ()


def test_somebody_unknown_comes_beside_the_parents() -> None:
    reading = read_line("bellen 12 nov met Zoë", DAY, YEAR, NAMES)
    assert reading.moments[0].present == ("parents", "teacher", "support")
    assert {each.code for each in reading.assumed} == {"unknown_person", "with_parents"}


def test_a_line_that_says_it_all_assumes_nothing() -> None:
    assert read_line("juf belt ouders do 12 nov 15:30: lezen", DAY, YEAR, NAMES).assumed == ()


@pytest.mark.parametrize("word", ["werk", "weet", "betalen", "vaker", "maakt", "kaart", "meest", "weten"])
def test_an_ordinary_word_is_no_slip_of_a_word_that_matters(word: str) -> None:
    reading = read_line(f"bellen 12 nov met ouders {word}", DAY, YEAR, NAMES)
    assert reading.ok
    assert reading.moments[0].purpose == word
    assert not any(each.code == "corrected" for each in reading.assumed)


@pytest.mark.parametrize("name", ["April", "Mei", "Juni", "Jan", "Mo", "Di", "June", "Summer"])
def test_a_name_that_is_a_month_or_a_day_is_the_pupil_behind_met(name: str) -> None:
    reading = read_line(f"bellen met {name} op 12 nov", DAY, YEAR, Names(pupil=(name,)))
    assert reading.ok
    assert reading.moments[0].who == (name,)
    assert reading.moments[0].present == ("pupil", "parents", "teacher")
    assert str(reading.moments[0].when and reading.moments[0].when.date) == "2026-11-12"


def test_a_month_stays_a_month_where_no_person_can_be() -> None:
    reading = read_line("bellen in april", DAY, YEAR, Names(pupil=("April",)))
    assert str(reading.moments[0].when and reading.moments[0].when.start) == "2027-04-01"


@pytest.mark.parametrize(
    ("line", "initiative"),
    [
        ("ik bel ouders 12 nov", Initiative.TEACHER),
        ("12 nov bel ik de ouders", Initiative.TEACHER),
        ("moeder mailt zo nodig", Initiative.PARENTS),
        ("ouders nemen het initiatief, bellen zo nodig", Initiative.PARENTS),
        ("mail op verzoek van moeder", Initiative.PARENTS),
        ("mail als ouders dat willen", Initiative.PARENTS),
        ("ouders mogen mailen als er iets is", Initiative.PARENTS),
        ("Kirsten regelt zelf, mail zo nodig", Initiative.PUPIL),
        ("we appen elkaar zo nodig", Initiative.EITHER),
        ("ouders bellen 12 nov", None),
        ("bel ouders 12 nov", None),
    ],
)
def test_the_first_step_is_taken_by(line: str, initiative: Initiative | None) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert reading.ok
    assert reading.moments[0].initiative is initiative


def test_two_channels_on_demand_are_two_moments() -> None:
    reading = read_line("bellen en mailen indien nodig", DAY, YEAR, NAMES)
    assert [moment.channel for moment in reading.moments] == [Channel.PHONE, Channel.MAIL]


def test_the_parts_of_a_line_are_told_apart() -> None:
    line = "bellen 12 nov met ouders: lezen"
    spans = read_line(line, DAY, YEAR, NAMES).spans
    assert {(span.part, line[span.start : span.end].strip()) for span in spans} == {
        (Part.CHANNEL, "bellen"),
        (Part.WHEN, "12 nov"),
        (Part.WHO, "met ouders"),
        (Part.PURPOSE, "lezen"),
    }
