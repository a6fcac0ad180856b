"""What was typed freely, without the names, numbers and addresses in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from store.domain.overview.group import GroupOverview
from store.domain.overview.topics import InformationDecision, Topic
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.text import clean, fold

SOMEBODY = "…"
"""Stands for a name, a number or an address."""
_WORD = re.compile(r"[^\W\d_]+")
_REACHES = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\+?\d(?:[\s/().-]{0,3}\d){6,}")
_LETTERS = 2
"""Of fewer letters a part of a name is an initial, and any word might be it."""


class Names:
    """Everybody whom the class list or a talk names, to be left out of what is told to others."""

    def __init__(self, school: School, talks: Iterable[Talk]) -> None:
        """Know the names of this school and of these talks."""
        listed: set[str] = set()
        typed = [school.teacher]
        for pupil in school.pupils:
            listed |= set(_names_of(pupil))
        for talk in talks:
            for pupil in talk.pupils:
                listed |= set(_names_of(pupil))
            typed += _typed_in(talk)
        self._words = {
            fold(word)
            for name in (*typed, *listed)
            for word in (_capitals(name) or (_WORD.findall(name) if name in listed else ()))
            if len(word) >= _LETTERS
        }

    def left_out(self, text: str) -> str:
        """Return a text with a sign in the place of each name, number and address."""
        text = _REACHES.sub(SOMEBODY, clean(text))
        return _WORD.sub(lambda word: SOMEBODY if fold(word[0]) in self._words else word[0], text)

    def left_out_of(self, overview: GroupOverview) -> GroupOverview:
        """Return the overview of a group with nobody's name in its words."""
        topics = (
            Topic(
                self.left_out(each.name),
                each.count,
                tuple(map(self.left_out, each.times)),
                self._left_out_of_decision(each.decision),
                each.shared,
            )
            for each in overview.topics
        )
        return replace(
            overview,
            topics=tuple(topics),
            offers=tuple(map(self.left_out, overview.offers)),
            needs=tuple(map(self.left_out, overview.needs)),
        )

    def _left_out_of_decision(self, decision: InformationDecision | None) -> InformationDecision | None:
        if decision is None:
            return None
        wordings = tuple(map(self.left_out, decision.wordings))
        text, group = self.left_out(decision.text), self.left_out(decision.group)
        more = tuple(replace(each, group=self.left_out(each.group)) for each in decision.more)
        return replace(decision, wordings=wordings, text=text, group=group, more=more)


def _names_of(pupil: Pupil) -> Iterator[str]:
    yield from (pupil.first_name, pupil.last_name)
    for carer in pupil.carers:
        yield from (carer.name, carer.addressed)


def _typed_in(talk: Talk) -> Iterator[str]:
    """Who was named in so many words, often by a role: only what has a capital is a name."""
    yield from (talk.teacher, talk.arrangements.other_contact, talk.arrangements.support)
    yield from (talk.with_new_details(carer).addressed for carer in talk.audience)
    for presence in (talk.presence, talk.made_with):
        yield from (*presence.others, presence.interpreter_name) if presence else ()
    for moment in talk.plan.moments:
        yield from (*moment.who, *moment.without, moment.starter)


def _capitals(name: str) -> list[str]:
    """The words of a name that begin with a capital, or in a script that has none: "de" is nobody."""
    return [word for word in _WORD.findall(name) if not word[0].islower()]
