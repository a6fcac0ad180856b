"""What is typed stands literally in everything that goes out, and every file has a name any system takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from store.domain.board import Agreement
from store.domain.overview.topics import InformationDecision
from store.domain.plan import InformationMoment
from store.domain.school import School
from store.domain.talk import Talk, TalkState
from store.export.formats import EXPORTERS, Order
from store.export.new_file import safe_name
from store.language import Translator
from tests.export.families import SCHOOL, marinka, school_day
from tests.export.paper.readers import text_of

NL = Translator("nl")
NOW = datetime(2026, 8, 25, 18, tzinfo=UTC)
NAME = "[/x] #let *_$ <b> =1+1"
READ = ("md", "txt", "docx", "pdf", "ics", "handouts", "invitations", "letters")


def hostile() -> Talk:
    """A talk whose child, carer, agreement and goal are called so."""
    talk = marinka()
    carers = tuple(replace(each, name=f"{NAME} {each.id}", email="x@example.org") for each in talk.audience)
    pupil = replace(talk.pupil, first_name=NAME, carers=carers, home_language="Arabisch")
    wished = replace(talk, information=InformationMoment(topic=NAME))
    return replace(wished, pupil=pupil, agreements=(Agreement(id="a", text=NAME),)).set_goal(NAME)


def decided() -> School:
    """The school, with a decision on what that family wished for, for a group that is called so too."""
    decision = InformationDecision(
        id="d", wordings=(NAME,), text=f"{NAME}, 17 nov", group=f"groep {NAME}", day=date(2026, 11, 17)
    )
    return SCHOOL.decide(decision)


@pytest.mark.parametrize("name", READ)
def test_a_hostile_name_is_literal(name: str) -> None:
    talk = replace(hostile(), state=TalkState.PLANNED) if name == "invitations" else hostile()
    files = tuple(EXPORTERS[name](Order(school_day(talk), decided(), NL, NOW, names=True)))
    assert files
    for file in files:
        text = " ".join(text_of(file).split())
        assert NAME in text
        assert (f"groep {NAME}" in text) is (name != "invitations")
        called = safe_name(file.stem, file.suffix)
        assert not set('<>:"/\\|?*') & set(called)
        assert called.endswith(f".{file.suffix}")
