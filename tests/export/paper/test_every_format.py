"""What is typed stands literally in everything that goes out, and every file has a name any system takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from icalendar import Calendar

from store.domain.board import Agreement
from store.domain.talk import Talk, TalkState
from store.export.formats import EXPORTERS, File, Order
from store.export.new_file import safe_name
from store.language import Translator
from tests.export.families import SCHOOL, marinka, school_day
from tests.export.paper.readers import read_pdf, read_word
from tests.export.reader import read_page

NL = Translator("nl")
NOW = datetime(2026, 8, 25, 18, tzinfo=UTC)
NAME = "[/x] #let *_$ <b> =1+1"
READ = ("md", "txt", "docx", "pdf", "ics", "handouts", "invitations", "letters")


def hostile() -> Talk:
    """A talk whose child, carer, agreement and goal are called so."""
    talk = marinka()
    carers = tuple(replace(each, name=f"{NAME} {each.id}", email="x@example.org") for each in talk.audience)
    pupil = replace(talk.pupil, first_name=NAME, carers=carers, home_language="Arabisch")
    return replace(talk, pupil=pupil, agreements=(Agreement(id="a", text=NAME),)).set_goal(NAME)


def text_of(file: File) -> str:
    """What a reader of this file sees."""
    match file.suffix:
        case "pdf":
            read = read_pdf(file.content)
            assert read.outside == ""
            return read.text
        case "docx":
            return read_word(file.content)
        case "md":
            return read_page(file.content.decode()).text
        case "eml":
            mail = message_from_bytes(file.content, policy=default)
            return f"{mail['Subject']} {mail.get_content()}"
        case "ics":
            events = Calendar.from_ical(file.content).walk("VEVENT")
            return " ".join(str(each["SUMMARY"]) for each in events)
    return file.content.decode()


@pytest.mark.parametrize("name", READ)
def test_a_hostile_name_is_literal(name: str) -> None:
    talk = replace(hostile(), state=TalkState.PLANNED) if name == "invitations" else hostile()
    files = tuple(EXPORTERS[name](Order(school_day(talk), SCHOOL, NL, NOW, names=True)))
    assert files
    for file in files:
        assert NAME in " ".join(text_of(file).split())
        called = safe_name(file.stem, file.suffix)
        assert not set('<>:"/\\|?*') & set(called)
        assert called.endswith(f".{file.suffix}")
