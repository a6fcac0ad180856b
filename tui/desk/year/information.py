"""What families wish to meet on this year, and what the teacher decides on it: which group, when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from store.domain.overview.topics import (
    InformationDecision,
    Meeting,
    Sameness,
    Topic,
    perhaps_same,
    topics_of,
)
from store.domain.school_year import first_year
from store.domain.talk import Talk, TalkState
from store.files.days_of_year import unhurried
from tui.desk.desk import Desk
from tui.desk.settings.typed_dates import NoDay, NoDayError, holds_a_day, read_day_and_time
from tui.desk.talk.signs import NO
from tui.desk.year_days import YearTalks

_BETWEEN = re.compile(r"\s*[;,]\s*|\s+(?:en|and)\s+")
"""May stand between one meeting and the next."""
_BEFORE_A_DAY = re.compile(r"(?:^|[\s,:]+)(?:(?:op|on)\b)?[\s,:]*$", re.IGNORECASE)
_BEHIND_A_DAY = re.compile(r"^[\s,:]*(?:(?:voor|for)\b)?[\s,:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """A topic with the talks that wish for it, and the topics that it may be one with in other words."""

    topic: Topic
    wordings: tuple[str, ...]
    talks: tuple[Talk, ...]
    perhaps: tuple[Topic, ...] = ()

    @property
    def decision(self) -> InformationDecision | None:
        """What was decided, where anything was: that wordings are one is no decision yet."""
        found = self.topic.decision
        return found if found and found.text else None


class YearInformation:
    """The topics of this school year. What is decided is kept with the school, and can be taken back."""

    def __init__(self, desk: Desk) -> None:
        """Look at the year of the day on the desk."""
        self._desk = desk
        self._talks = YearTalks(desk, desk.days.talks_on)
        self._earlier: list[tuple[InformationDecision, ...]] = []
        self._undone: list[tuple[InformationDecision, ...]] = []

    def look(self) -> tuple[Wish, ...]:
        """Return every topic that is wished for, the most wanted first."""
        with unhurried():
            talks = self._talks.of(self._desk.day.date)
        return wishes(talks, self._desk.school.decisions)

    def decide(self, wish: Wish, text: str) -> InformationDecision:
        """Take down which group and when, as far as that can be read; `-` takes it away.

        Raises:
            NoDayError: it holds a day that can't be.
        """
        decision = self._decision_on(wish)
        if text == NO:
            return self._put(replace(decision, text="", group="", day=None, time="", more=()))
        first, *more = read_decision(text, first_year(self._desk.day.date)) or (None,)
        group, day, time = (first.group, first.day, first.time) if first else ("", None, "")
        further = tuple(filter(None, more))
        return self._put(replace(decision, text=text, group=group, day=day, time=time, more=further))

    def together(self, wish: Wish, other: Wish) -> None:
        """Make one topic of two; of two decisions that of the first stays."""
        decision = wish.decision or other.decision or self._decision_on(wish)
        wordings = tuple(dict.fromkeys((*wish.wordings, *other.wordings)))
        self._put(replace(decision, wordings=wordings))

    def apart(self, wish: Wish) -> None:
        """Make a topic of each wording again; the decision stays with the first."""
        self._put(replace(self._decision_on(wish), wordings=wish.wordings[:1]))

    def undo(self) -> bool:
        """Take back what was decided last here; False when there is nothing."""
        return self._turn(self._earlier, self._undone)

    def redo(self) -> bool:
        """Decide again what was taken back last here; False when there is nothing."""
        return self._turn(self._undone, self._earlier)

    def _turn(
        self, taken: list[tuple[InformationDecision, ...]], left: list[tuple[InformationDecision, ...]]
    ) -> bool:
        if not taken:
            return False
        left.append(self._desk.school.decisions)
        self._keep(taken.pop())
        return True

    def _decision_on(self, wish: Wish) -> InformationDecision:
        return wish.topic.decision or InformationDecision(id=self._desk.new_id(), wordings=wish.wordings)

    def _put(self, decision: InformationDecision) -> InformationDecision:
        before = self._desk.school.decisions
        after = self._desk.school.decide(decision).decisions
        if after != before:
            self._earlier.append(before)
            self._undone.clear()
            self._keep(after)
        return decision

    def _keep(self, decisions: tuple[InformationDecision, ...]) -> None:
        school = self._desk.school
        self._desk.keep_school(replace(school, decisions=decisions, revision=school.revision + 1))


def wishes(talks: Iterable[Talk], decisions: tuple[InformationDecision, ...]) -> tuple[Wish, ...]:
    """Put the wishes of these talks together by topic; a cancelled talk wishes for nothing."""
    wishing = [
        (talk.information.topic, talk)
        for talk in talks
        if talk.state is not TalkState.CANCELLED and talk.information and talk.information.wanted
    ]
    sameness = Sameness.of(decisions)
    apart = topics_of((talk for _, talk in wishing), decisions)
    topics = sameness.merged(apart)
    asked = perhaps_same(topics)
    return tuple(
        Wish(
            topic,
            tuple(each.name for each in apart if sameness.key(each.name) == key),
            tuple(talk for wished, talk in wishing if sameness.key(wished) == key),
            tuple(topics[other] for pair in asked if key in pair for other in pair if other != key),
        )
        for key, topic in topics.items()
    )


def read_decision(text: str, august: int) -> tuple[Meeting, ...]:
    """Read for whom and when: "groep 3, di 17 nov 19:30"; without a day there is none, and it stays as typed.

    Groups with days of their own stand one after the other: "groep 3a 8 okt, groep 3b 15 okt".

    Raises:
        NoDayError: it holds a day that can't be, or something that is no part of a meeting.
    """
    try:
        found = _meeting(text, august)
    except NoDayError as error:
        if error.code is not NoDay.UNREAD:
            raise
        return _meetings(text, august)
    return (found,) if found else ()


def _meetings(text: str, august: int) -> tuple[Meeting, ...]:
    """Several meetings, each up to the first end of a part at which it has its day."""
    found: list[Meeting] = []
    begin = 0
    for end, behind in (*(each.span() for each in _BETWEEN.finditer(text)), (len(text), len(text))):
        if meeting := _meeting(text[begin:end], august):
            found.append(meeting)
            begin = behind
    if text[begin:].strip():
        raise NoDayError(NoDay.UNREAD)
    return tuple(found)


def _meeting(text: str, august: int) -> Meeting | None:
    words = text.split()
    for at in range(len(words)):
        try:
            day, time = read_day_and_time(" ".join(words[at:]), august)
        except NoDayError as error:
            if error.code is NoDay.UNREAD:
                continue
            raise
        group = _BEFORE_A_DAY.sub("", " ".join(words[:at]))
        if holds_a_day(group):
            raise NoDayError(NoDay.UNREAD)
        return Meeting(group=group, day=day, time=time)
    return _day_first(words[1:] if _BEFORE_A_DAY.fullmatch(words[0]) else words, august) if words else None


def _day_first(words: list[str], august: int) -> Meeting | None:
    """The day in front, and behind it for whom: "20 jan 19:30 voor groep 3"."""
    for at in range(len(words) - 1, 0, -1):
        try:
            day, time = read_day_and_time(" ".join(words[:at]), august)
        except NoDayError as error:
            if error.code is NoDay.UNREAD:
                continue
            raise
        group = _BEHIND_A_DAY.sub("", " ".join(words[at:]))
        if holds_a_day(group):
            raise NoDayError(NoDay.UNREAD)
        return Meeting(group=group, day=day, time=time)
    return None
