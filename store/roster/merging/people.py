"""Lay the pupils of a roster over those of the class list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from store.domain.people import Pupil
from store.roster.header_words import Field
from store.roster.merging.carers import merge_carers
from store.roster.merging.likeness import Near, Same
from store.roster.merging.pupils import match_pupils
from store.roster.names import bare_number, comparable, same_name, short_for
from store.roster.roster import Roster


class People(NamedTuple):
    """The class list after merging.

    `ids` and `carer_ids` say who the pupils of the roster, and their carers, are in it. `near` are those
    that look alike and were not called the same; `taken` those in short who can be nobody else, and were.
    """

    pupils: tuple[Pupil, ...]
    ids: tuple[str, ...]
    carer_ids: tuple[tuple[str, ...], ...]
    new: int
    updated: int
    unchanged: int
    gone: tuple[Pupil, ...]
    near: tuple[Near, ...]
    taken: tuple[Near, ...] = ()


def merge_people(roster: Roster, known: Sequence[Pupil], new_id: Callable[[], str], same: Same) -> People:
    """Return the class list with the pupils of the roster in it.

    They match by number, else by name and group. Who only looks alike is one only when `same` says so; a
    first name alone is the one child that is called so. What the file does not say, or leaves empty, stays
    as it was; nobody is removed.
    """
    near: list[Near] = []
    taken: list[Near] = []

    def asked(question: Near) -> bool:
        if same(question):
            return True
        near.append(question)
        return False

    listed = _without_group_above(roster)
    matches = match_pupils(listed, known, asked, taken)
    merged = {pupil.id: pupil for pupil in known}
    ids: list[str] = []
    carer_ids: list[tuple[str, ...]] = []
    fields = roster.fields
    for at, (pupil, bare) in enumerate(zip(roster.pupils, listed, strict=True)):
        match = matches.get(at)
        before = replace(pupil, id=new_id(), carers=()) if match is None else match
        carers, theirs = merge_carers(before, pupil.carers, new_id, asked, taken)
        after = _laid_over(before, bare, whole=Field.NAME in fields)
        asks = (pupil if at in roster.interpreted else before).interpreter
        merged[before.id] = replace(after, group=after.group or pupil.group, carers=carers, interpreter=asks)
        ids.append(before.id)
        carer_ids.append(theirs)
    updated = sum(1 for pupil in matches.values() if merged[pupil.id] != pupil)
    found = {pupil.id for pupil in matches.values()}
    groups = {comparable(pupil.group) for pupil in listed}
    gone = (pupil for pupil in known if pupil.id not in found and {"", comparable(pupil.group)} & groups)
    return People(
        pupils=tuple(merged.values()),
        ids=tuple(ids),
        carer_ids=tuple(carer_ids),
        new=len(roster.pupils) - len(matches),
        updated=updated,
        unchanged=len(matches) - updated,
        gone=tuple(gone),
        near=tuple(near),
        taken=tuple(taken),
    )


def _without_group_above(roster: Roster) -> list[Pupil]:
    """Return the pupils of a roster without the group of a title, less sure than one of their own."""
    above = roster.groups_above
    return [replace(pupil, group="") if pupil.group in above else pupil for pupil in roster.pupils]


def _laid_over(known: Pupil, listed: Pupil, *, whole: bool) -> Pupil:
    """Return a known pupil with what the file says laid over it; it may have `whole` names."""
    if not (same_name(known, listed) and whole) and not short_for(listed, known):
        # A whole name is taken apart by guessing: what is known of the same name is better.
        known = replace(known, first_name=listed.first_name, infix=listed.infix, last_name=listed.last_name)
    return replace(
        known,
        number=_with_zeros(known.number, listed.number),
        group=listed.group or known.group,
        birth_date=listed.birth_date or known.birth_date,
        since=listed.since or known.since,
        home_language=listed.home_language or known.home_language,
    )


def _with_zeros(known: str, listed: str) -> str:
    """Return the number in the file; of one number the writing that kept its zeros."""
    if bare_number(known) == bare_number(listed):
        return max(known, listed, key=len)
    return listed or known
