"""What a child brought up with one parent, and said may be brought up with the other one too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from store.domain.board import AgendaPoint
from store.domain.people import Voice
from store.domain.talk import Talk
from store.domain.text import instead_of_numbers


def about_the_same(talk: Talk, talks: Iterable[Talk]) -> tuple[Talk, ...]:
    """Return those of `talks` that are about a child of this one, but this one."""
    ids = {pupil.id for pupil in talk.pupils}
    return tuple(each for each in talks if each.id != talk.id and each.about(ids))


def with_others(talk: Talk, talks: Iterable[Talk]) -> tuple[Talk, ...]:
    """Return those of `talks` that are about a child of this one, with other carers."""
    us = _audience(talk)
    return tuple(each for each in about_the_same(talk, talks) if _audience(each) != us)


def going_along(talk: Talk, talks: Iterable[Talk]) -> tuple[AgendaPoint, ...]:
    """Return what goes along to a talk from these others, and is not in it yet.

    The words alone: what was noted under them stays with that parent, and so does a number or an address.
    """
    there = {(_child(point, talk), point.text) for point in talk.points if point.voice is Voice.PUPIL}
    found: dict[tuple[str, str], AgendaPoint] = {}
    for child, point in _said(with_others(talk, talks)):
        text = instead_of_numbers(point.text, lambda _: "…")
        if talk.about({child}) and (child, text) not in there:
            whose = (child,) if talk.siblings else ()
            alone = replace(point, text=text, pupil_ids=whose, notes=(), later="", goes_along=False)
            found.setdefault((child, text), alone)
    return tuple(found.values())


def _said(talks: Iterable[Talk]) -> Iterator[tuple[str, AgendaPoint]]:
    """Each point that a child let go along, with the child's id."""
    for talk in talks:
        for point in talk.raised:
            if point.goes_along and point.voice is Voice.PUPIL:
                yield _child(point, talk), point


def _audience(talk: Talk) -> set[str]:
    return {carer.id for carer in talk.audience}


def _child(point: AgendaPoint, talk: Talk) -> str:
    return talk.speaker_of(point).pupil_id or talk.pupil.id
