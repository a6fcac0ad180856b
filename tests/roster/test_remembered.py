from __future__ import annotations

from dataclasses import replace

import pytest

from store.domain.settings import MOST_READINGS, FileReading, Settings
from store.roster.choices import NO_DAY, Choices
from store.roster.dates import Order
from store.roster.problems import DoubtCode
from store.roster.remembered import choices_for, reading_of
from store.roster.roster import Roster, roster_from
from tests.roster.build import TODAY

ODD = "Dag;Tijd;Wie;Kleur\n25-08-2026;13:00;Milan Mos;Joke Mos\n"
AMERICAN = "Date,Time,Student\n9/1/2026,3:00 PM,Milan Lane\n9/3/2026,3:20 PM,Aya Moss\n"
TEACHERS = (
    "Datum;Tijd;Juf Els;Meester Jan\n25-08-2026;13:00;Milan Mos;Aya Kok\n25-08-2026;13:20;Finn Dam;Roos Vos\n"
)
FOOTED = "Tijd;Leerling\n13:00;Milan Mos\nGemaakt op 20-08-2026;\nGesprekken 25-08-2026;\n"
BARE = "25-08-2026;13:00;Milan Mos;Joke Mos\n25-08-2026;13:20;Aya Mos;Nour Mos\n"


def read(text: str, choices: Choices | None = None) -> Roster:
    return roster_from(text.encode(), choices or Choices(), today=TODAY)


def put_right(text: str, choices: Choices) -> FileReading:
    reading = reading_of(text.encode(), choices, read(text, choices))
    assert reading is not None
    return reading


def again(text: str, reading: FileReading) -> Choices:
    return choices_for(text.encode(), [reading], TODAY)


@pytest.mark.parametrize(
    ("text", "other", "choices"),
    [
        (
            ODD,
            "Lijst van groep 3\n" + ODD.replace("Milan Mos", "Aya Kok"),
            Choices(fields={2: "name", 3: "carer_1_name"}),
        ),
        (AMERICAN, AMERICAN.replace("Milan", "Bo"), Choices(order=Order.MONTH_FIRST)),
        (TEACHERS, TEACHERS.replace("Aya", "Bo"), Choices(teacher="Meester Jan")),
        (
            BARE,
            BARE.replace("25-08", "27-08").replace("Mos", "Kok"),
            Choices(fields={2: "name", 3: "remark"}),
        ),
    ],
    ids=["columns", "order", "teacher", "no headers"],
)
def test_the_next_file_with_the_same_headers_is_read_as_the_last_was_put_right(
    text: str, other: str, choices: Choices
) -> None:
    reading = put_right(text, choices)
    assert again(other, reading) == choices
    assert again(other.replace(";", ";x", 1).replace(",", ",x", 1), reading) == Choices()


def test_names_in_brackets_can_be_children_of_who_is_before_them_and_the_next_file_is_read_so() -> None:
    text = "Naam;Datum;Tijd\nJoke Kok (Milan);25-08-2026;13:00\nHans Bos (Lotte);25-08-2026;13:20\n"
    assert [(each.code, each.others) for each in read(text).doubts] == [(DoubtCode.CALL_NAME, ("0",))]
    choices = again(text, put_right(text, Choices(fields={0: "carer_1_name"})))
    found = read(text, choices)
    assert [(pupil.full_name, pupil.carers[0].name) for pupil in found.pupils] == [
        ("Milan", "Joke Kok"),
        ("Lotte", "Hans Bos"),
    ]
    assert not found.doubts


def test_what_the_file_itself_proves_goes_before_what_is_remembered() -> None:
    reading = put_right(AMERICAN, Choices(order=Order.MONTH_FIRST))
    assert again(AMERICAN.replace("9/3", "25/8").replace("9/1", "24/8"), reading) == Choices()


def test_a_remembered_reading_that_leaves_nobody_is_not_taken() -> None:
    reading = put_right(ODD, Choices(fields={2: "name"}))
    nobody = replace(reading, fields=(), header_row=True)
    assert again(ODD.replace("Wie", "Leerling"), nobody) == Choices()


def test_the_mark_of_a_file_holds_no_name_and_no_more_than_so_many_are_kept() -> None:
    reading = put_right(TEACHERS, Choices(teacher="Meester Jan"))
    assert "els" not in repr(replace(reading, teacher="")).casefold()
    settings = Settings()
    for number in range(MOST_READINGS + 5):
        settings = settings.reading(replace(reading, headers=str(number)))
    assert settings.readings[0].headers == "5"
    assert settings.reading(replace(reading, headers="5")).readings[-1].headers == "5"


@pytest.mark.parametrize(("chosen", "next_day"), [("2026-08-20", "2026-08-27"), (NO_DAY, NO_DAY)])
def test_of_the_days_that_a_file_names_the_one_in_the_same_place_is_that_of_the_next_file(
    chosen: str, next_day: str
) -> None:
    (asked,) = read(FOOTED).doubts
    assert (asked.taken, asked.others) == ("2026-08-25", ("2026-08-25", "2026-08-20", NO_DAY))
    reading = put_right(FOOTED, Choices(days={"": chosen}))
    after = FOOTED.replace("25-08", "03-09").replace("20-08", "27-08")
    assert again(after, reading) == Choices(days={"": next_day})
    assert [f"{slot.start:%F}" for slot in read(after, Choices(days={"": next_day})).slots] == (
        [] if next_day == NO_DAY else [next_day]
    )
    assert again(FOOTED.replace("Gemaakt op 20-08-2026", "Kom op tijd"), reading).day_of("") in {"", NO_DAY}
