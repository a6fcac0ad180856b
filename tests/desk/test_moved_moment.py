"""What a line does not speak of stays as it was when a contact moment is moved."""

from __future__ import annotations

from store.domain.plan import Channel, ContactMoment, Way
from tui.desk.year.week import moved

CALL = ContactMoment(id="m", text="bellen in nov", channel=Channel.PHONE, present=("parents", "teacher"))


def test_who_comes_as_well_by_the_line_that_moves_it_pushes_nobody_out() -> None:
    said = ContactMoment(
        id="", text="feb met vader erbij", present=CALL.present, who=("vader",), beside=("vader",)
    )
    told = moved(CALL, said, said.text)
    assert (told.who, told.beside, told.channel) == (("vader",), ("vader",), Channel.PHONE)


def test_who_came_as_well_stays_where_the_line_names_nobody() -> None:
    with_oma = moved(
        CALL, ContactMoment(id="", text="met oma erbij", who=("oma",), beside=("oma",)), "met oma erbij"
    )
    later = moved(with_oma, ContactMoment(id="", text="in feb"), "in feb")
    assert (later.who, later.beside) == (("oma",), ("oma",))


def test_a_choice_of_ways_stays_until_the_line_names_a_way() -> None:
    either = CALL.with_ways((Way(Channel.PHONE), Way(Channel.MAIL)))
    later = moved(either, ContactMoment(id="", text="feb"), "feb")
    one = moved(either, ContactMoment(id="", text="appen in feb", channel=Channel.MESSAGE), "appen in feb")
    assert later.ways == either.ways
    assert one.ways == (Way(Channel.MESSAGE),)
