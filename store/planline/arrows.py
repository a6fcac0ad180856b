"""Read who reaches whom in letters and arrows: j>o, juf>moeder, o bellen j."""

from __future__ import annotations

from dataclasses import replace

from store.planline import step_words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    taken_by,
)
from store.planline.joint_subject import joint_step, last_of_list
from store.planline.segment import SegmentKind
from store.planline.short_codes import INITIATIVES, side, side_at
from store.planline.tokens import Line


def short_code(line: Line, i: int) -> FirstStep | None:
    """Read j>o, o>j, l>j: who reaches whom."""
    found = side(line, i)
    return None if found is None else FirstStep(found[0], frozenset(range(i, i + 3)), whom=found[1])


def arrow(around: Surroundings, i: int) -> FirstStep | None:
    """Read *juf>moeder*, *j>moeder*, *vader>j*: who reaches whom, where one of them is a word or a name."""
    line, who = around.line, around.at(i)
    if not any(line.has(n, {">"}) for n in range(i + 1, len(line))):
        return None
    person_first = who is not None and who.kind is SegmentKind.PERSON
    last = last_of_list(around, who) if person_first and who is not None else None
    end = last.end if last is not None else i + 1
    if not line.has(end, {">"}):
        return None
    whom = around.somebody(end + 1)
    begun, reached = side_at(line, i), side_at(line, end + 1)
    if whom is None and (reached is None or not line.glued(end + 1)):
        return None
    if who is not None and last is not None:
        said = {*range(last.at, end + 1)} if whom is not None else {*range(last.at, end + 2)}
        step = replace(taken_by(around, who, frozenset(said)), whom=reached or "" if whom is None else "")
        return joint_step(around, who, last, step)
    if begun is None or not line.glued(end):
        return None
    return FirstStep(INITIATIVES[begun], frozenset({i, end}))


def by_letters(line: Line, i: int) -> FirstStep | None:
    """Read *o bellen j*, *j start*: the letters of *o>j* around a verb."""
    begun = side_at(line, i)
    if begun is None or line.glued(i + 1):
        return None
    if line.has(i + 1, step_words.STARTING):
        return FirstStep(INITIATIVES[begun], frozenset({i, i + 1}))
    reached = side_at(line, i + 2)
    verb = line.has(i + 1, step_words.CONTACT_VERBS | step_words.PARENTS_AND_OBJECT)
    if not verb or reached is None or reached == begun:
        return None
    return FirstStep(INITIATIVES[begun], frozenset({i, i + 2}), whom=reached)
