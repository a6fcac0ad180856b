from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

from pypdfium2 import PdfDocument

from store.domain.people import Carer, Pupil
from store.export.formats import EXPORTERS, Order
from store.export.letter import letter_lines
from store.export.paper.invitation import invitations
from store.language import Translator
from tests.export.families import ANJA, PETER, RANIA, SCHOOL, marinka, school_day, talk_of, yousef
from tests.export.paper.readers import read_pdf

NL = Translator("nl")
NOW = datetime(2026, 8, 20, 10, tzinfo=UTC)
TWO = Pupil(
    id="bas",
    first_name="Bas Jan",
    last_name="Vos",
    home_language="Pools",
    carers=(ANJA, replace(PETER, email="peter@example.org")),
)


def test_a_card_names_the_child_first_and_says_when_with_whom_and_what_for() -> None:
    order = Order(school_day(talk_of(TWO, "14:20"), marinka()), SCHOOL, NL, NOW)
    card, hers, his = EXPORTERS["invitations"](order)
    assert (card.stem, card.suffix) == ("2026-08-25-1420-uitnodiging", "pdf")
    read = read_pdf(card.content)
    assert read.pages == 1
    assert read.text.startswith("Bas Jan ")
    assert "Beste Bas Jan, Anja de Groot en Peter de Groot," in read.text
    assert "startgesprek: Bas Jan, Anja de Groot, Peter de Groot en juf Els." in read.text
    assert "dinsdag 25 augustus 2026 · 14:20" in read.text
    assert "Het duurt 20 minuten." in read.text
    assert "hoe we dit jaar contact houden" in read.text
    assert "wtorek, 25 sierpnia 2026 · 14:20" in read.text
    assert "Zaproszenie" in read.text
    assert read.text.count("?") == 1, "nothing is asked but whether the time suits"
    for mail, carer, other in ((hers, "anja", "peter"), (his, "peter", "anja")):
        draft = message_from_bytes(mail.content, policy=default)
        assert draft["To"] == f"{carer}@example.org"
        assert draft["Subject"] == "Uitnodiging voor het startgesprek van Bas Jan"
        assert (draft["X-Unsent"], draft["From"]) == ("1", None)
        assert "dinsdag 25 augustus 2026 · 14:20" in draft.get_content()
        assert f"{other}@" not in mail.content.decode()


def test_in_a_line_from_the_right_the_time_stands_behind_the_year() -> None:
    talk = talk_of(replace(TWO, home_language="Arabisch"), "14:20")
    card = next(iter(EXPORTERS["invitations"](Order(school_day(talk), SCHOOL, NL, NOW))))
    text = PdfDocument(card.content)[0].get_textpage()
    letters = text.get_text_range()
    year, time = (text.get_charbox(letters.rindex(each))[0] for each in ("2026", "14:20"))
    assert time < year


def test_names_from_the_right_stand_in_the_order_of_a_line_from_the_left() -> None:
    mother, father = replace(ANJA, name="\u0646\u0648\u0631"), replace(PETER, name="\u0633\u0645\u064a\u0631")
    talk = talk_of(replace(TWO, home_language="", carers=(mother, father)), "14:20")
    card = next(iter(EXPORTERS["invitations"](Order(school_day(talk), SCHOOL, NL, NOW))))
    text = PdfDocument(card.content)[0].get_textpage()
    letters = text.get_text_range()
    first, second = (text.get_charbox(letters.rindex(each.name[0]))[0] for each in (mother, father))
    assert first < second


def test_a_talk_that_was_held_and_an_adult_without_an_address_get_none() -> None:
    assert invitations(marinka(), SCHOOL, NL) == ()
    order = Order(school_day(yousef(RANIA)), SCHOOL, NL, NOW)
    assert [file.suffix for file in EXPORTERS["invitations"](order)] == ["pdf"]
    (card,) = invitations(yousef(RANIA), SCHOOL, NL)
    assert "Samir" not in " ".join(card.told.lines)


def test_a_name_or_an_address_can_add_nothing_to_a_mail() -> None:
    evil = Carer(id="x", name="X\r\nBcc: a@b.c", email="x@example.org\r\nBcc: spy@example.org")
    pupil = replace(TWO, first_name="Y\nBcc: q@r.s", carers=(evil,))
    _, mail = EXPORTERS["invitations"](Order(school_day(talk_of(pupil)), SCHOOL, NL, NOW))
    draft = message_from_bytes(mail.content, policy=default)
    assert draft["Bcc"] is None
    assert set(draft.keys()) >= {"Subject", "To", "X-Unsent"}


def test_the_mail_of_a_damaged_name_is_written_without_what_no_mail_can_hold() -> None:
    talk = talk_of(replace(TWO, first_name="Bas\ud800 Jan"), "14:20")
    _, *mails = EXPORTERS["invitations"](Order(school_day(talk), SCHOOL, NL, NOW))
    for mail in mails:
        draft = message_from_bytes(mail.content, policy=default)
        assert "Beste Bas Jan en " in draft.get_content()
        assert "Bas Jan" in draft["Subject"]


def test_invitation_and_letter_say_in_which_room_it_is_or_why_at_home() -> None:
    at_home = replace(talk_of(TWO, "14:20"), place="thuis", place_reason="de tuin laten zien")
    in_a_room = replace(at_home, place="lokaal 4", place_reason="")
    agreed = "Waar: bij jullie thuis, zoals we samen afspraken: de tuin laten zien."
    for talk, invited, wrote in (
        (at_home, agreed, agreed),
        (in_a_room, "Waar: lokaal 4.", "Waar: lokaal 4."),
        (replace(in_a_room, place=""), "Het gesprek is op school", ""),
    ):  # fmt: skip
        (card,) = invitations(talk, SCHOOL, NL)
        assert any(line.startswith(invited) for line in card.told.more)
        assert any(wrote in line for line in letter_lines(talk, SCHOOL, NL))
        assert "Waar:" in "".join(letter_lines(talk, SCHOOL, NL)) or not talk.place
