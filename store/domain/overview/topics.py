"""Which topics of information moments may be one, in other words; people say whether they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations

from store.domain.summary import Topic
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
    count = sum(topic.count for topic in topics)
    return Topic(BETWEEN.join(names.values()), count, tuple(times.values()))


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
