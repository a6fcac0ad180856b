"""What families wish information moments on, which wordings are one topic, and what was decided on it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import combinations

from store.domain.school_year import wall_time
from store.domain.talk import Talk
from store.domain.text import caseless, distance, fold

Same = tuple[str, ...]
"""Wordings that somebody said to be one topic; it is called by all of them."""

BETWEEN = " / "
"""What stands between the wordings of one topic."""
_WORD = re.compile(r"\w+")
_SPELLED = range(6, 40)
"""Letters of a word in which one letter more, less or other is likely to be a slip."""
_MANY = 12
"""A topic of more words is no topic but a story; only its beginning is compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A day on which a group meets, and at what time ("19:30", local wall time; empty when nobody said)."""

    group: str
    day: date
    time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationDecision:
    """What the teacher decided on a topic that families wish to meet on.

    `wordings` are those of the families; more than one when the teacher said that they are one topic. `text`
    is the decision as typed, empty while there is none; `group` whom it is for as typed, and `day` and `time`
    ("19:30", local wall time) when, as far as that could be read. `more` are the meetings behind the first,
    where groups meet on days of their own.
    """

    id: str
    wordings: tuple[str, ...]
    text: str = ""
    group: str = ""
    day: date | None = None
    time: str = ""
    more: tuple[Meeting, ...] = ()

    @property
    def root(self) -> str:
        """The id of the decision that this is a meeting of."""
        return self.id.partition("/")[0]

    @property
    def meetings(self) -> tuple[InformationDecision, ...]:
        """Each meeting as a decision by itself; those behind the first have an id of their own."""
        first = replace(self, more=())
        others = (
            replace(first, id=f"{self.id}/{at}", group=each.group, day=each.day, time=each.time)
            for at, each in enumerate(self.more, 1)
        )
        return (first, *others)

    def of(self, group: str, groups: Collection[str]) -> InformationDecision | None:
        """Return the meeting that is for a group; the whole as typed, without a day, where more than one is.

        `groups` are those of the class list: a meeting that names none of them is for all.
        """
        theirs = [each for each in self.meetings if each.is_for(group, groups)]
        if len(theirs) > 1:
            return replace(self, group="", day=None, time="", more=())
        return theirs[0] if theirs else None

    @property
    def start(self) -> datetime | None:
        """When it begins, local wall time; None while only the day is known."""
        return wall_time(self.day, self.time) if self.day else None

    def is_for(self, group: str, groups: Collection[str]) -> bool:
        """Return whether it is for a group: for all of them, unless it names one of `groups`."""
        said = caseless(self.group)
        named = {
            each for each in groups if each and re.search(rf"(?<!\w){re.escape(caseless(each))}(?!\w)", said)
        }
        return not named or group in named


@dataclass(frozen=True, slots=True)
class Topic:
    """In how many talks people would like an information moment on this, and when; and what was decided.

    So many of the talks are `shared`: with a child of a group before this one, where they count as well.
    """

    name: str
    count: int
    times: tuple[str, ...] = ()
    decision: InformationDecision | None = None
    shared: int = 0


def topics_of(
    talks: Iterable[Talk],
    decisions: Sequence[InformationDecision] = (),
    shared: Collection[str] = (),
) -> tuple[Topic, ...]:
    """Return the topics wanted, most wanted first; capitals and spaces make no other topic.

    A topic is called as it was first typed. `shared` are the ids of talks that count in a group before too.
    """
    found: dict[str, list[Talk]] = {}
    for talk in talks:
        if talk.information is not None and talk.information.wanted:
            found.setdefault(caseless(talk.information.topic), []).append(talk)
    topics = (_topic(each, shared) for each in found.values())
    decided = (replace(each, decision=decision_on(each.name, decisions)) for each in topics)
    return tuple(sorted(decided, key=lambda topic: (-topic.count, caseless(topic.name))))


def _topic(talks: list[Talk], shared: Collection[str]) -> Topic:
    answers = [talk.information for talk in talks if talk.information]
    times: dict[str, str] = {}
    for answer in answers:
        if answer.when:
            times.setdefault(caseless(answer.when), answer.when)
    twice = sum(talk.id in shared for talk in talks)
    return Topic(" ".join(answers[0].topic.split()), len(answers), tuple(times.values()), shared=twice)


def decision_on(topic: str, decisions: Iterable[InformationDecision]) -> InformationDecision | None:
    """Return the decision on a topic in this wording; None without one."""
    key = caseless(topic)
    return next((each for each in decisions if key in map(caseless, each.wordings)), None)


def perhaps_same(topics: Mapping[str, Topic]) -> tuple[tuple[str, str], ...]:
    """Find the pairs that may be one topic, by their keys: one is said in words of the other, or nearly.

    This only asks; nothing is ever merged by it.
    """
    pairs = combinations(topics.items(), 2)
    return tuple((key, other) for (key, one), (other, two) in pairs if _alike(one.name, two.name))


class Sameness:
    """Knows which wordings are one topic: the same but for capitals and blanks, or said to be the same."""

    def __init__(self, same: Iterable[Same] = ()) -> None:
        """Take the wordings of each of these together, also by way of one they share."""
        self._leaders: dict[str, str] = {}
        for group in same:
            keys = [caseless(each) for each in group]
            leaders = {self.key(key) for key in keys}
            known = {key: keys[0] for key, leader in self._leaders.items() if leader in leaders}
            self._leaders |= known | dict.fromkeys(keys, keys[0])

    @classmethod
    def of(cls, decisions: Iterable[InformationDecision]) -> Sameness:
        """Take together what the teacher said to be one topic."""
        return cls(each.wordings for each in decisions)

    def key(self, name: str) -> str:
        """Return what all wordings of a topic have in common."""
        return self._leaders.get(caseless(name), caseless(name))

    def merged(self, topics: Iterable[Topic]) -> dict[str, Topic]:
        """Return each topic once, by its key, the most wanted first, called by each of its wordings."""
        found: dict[str, list[Topic]] = {}
        for topic in topics:
            found.setdefault(self.key(topic.name), []).append(topic)
        together = ((key, _together(each)) for key, each in found.items())
        return dict(sorted(together, key=lambda each: (-each[1].count, caseless(each[1].name))))


def _together(topics: list[Topic]) -> Topic:
    names: dict[str, str] = {}
    times: dict[str, str] = {}
    for topic in topics:
        names.setdefault(caseless(topic.name), " ".join(topic.name.split()))
        for each in topic.times:
            times.setdefault(caseless(each), each)
    decision = next((each.decision for each in topics if each.decision), None)
    # a family of two groups is one; the group before it may be another teacher's, and not here
    count = max(*(topic.count for topic in topics), sum(topic.count - topic.shared for topic in topics), 0)
    return Topic(BETWEEN.join(names.values()), count, tuple(times.values()), decision)


def _alike(one: str, other: str) -> bool:
    words, others = _words(one), _words(other)
    if not words or not others:
        return False
    fewer, more = sorted((words, others), key=len)
    return all(any(_one_word(word, each) for each in more) for word in fewer)


def _one_word(word: str, other: str) -> bool:
    spelled = len(word) in _SPELLED and len(other) in _SPELLED
    return word == other or (spelled and distance(word, other, 1) <= 1)


def _words(text: str) -> list[str]:
    """The words that a topic is about; the shortest, as "in" and "de", tell nothing unless they are all."""
    words = _WORD.findall(fold(text))[:_MANY]
    return [word for word in words if len(word) > 3] or words
