"""Read whose step it is where several are its subject: moeder en oma bellen, juf of moeder belt."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.domain.plan import Initiative
from store.planline import step_words, words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    initiative_of,
    place_before,
    taken_by,
)
from store.planline.segment import Segment, SegmentKind

_JOINS = words.AND | {","}


def taken_by_all(around: Surroundings, who: Segment, tokens: frozenset[int]) -> FirstStep:
    """Return the step of somebody and all joined to them behind: *door papa of mama*, *van juf en oma*."""
    step = taken_by_either(around, who, tokens)
    joined = around.line.has(who.end, _JOINS)
    return joint_step(around, who, last_of_list(around, who), step) if joined else step


def taken_by_either(around: Surroundings, who: Segment, tokens: frozenset[int]) -> FirstStep:
    """Return the step of somebody, or of whoever of two: *in nov belt vader of moeder*."""
    step = taken_by(around, who, tokens)
    other = around.somebody(who.end + 1) if around.line.has(who.end, words.OR) else None
    return step if other is None else taken_by_one_of(around, step, who, other)


def taken_by_one_of(around: Surroundings, step: FirstStep, one: Segment, other: Segment) -> FirstStep:
    """Return the step as that of whichever of two takes it; *mama of oma* are on one side."""
    if one.role == other.role:
        return replace(step, starter="")
    line, first, last = around.line, *sorted((one, other), key=lambda each: each.at)
    named = ([line.word(n) for n in range(each.person, each.person_end)] for each in (first, last))
    sides = {initiative_of(each.role, told) for each, told in zip((first, last), named, strict=True)}
    starter = "" if Initiative.TEACHER in sides else line.called(first.person, last.person_end)
    return replace(step, who=step.who if len(sides) == 1 else Initiative.EITHER, starter=starter)


def joint_step(around: Surroundings, who: Segment, last: Segment, step: FirstStep) -> FirstStep:
    """Return the step as that of all who are its subject: *moeder en oma*."""
    both = {each.role for each in around.segments.values() if who.at <= each.at <= last.at and each.role}
    line = around.line
    if not step.alone and role_words.TEACHER in both and both & {role_words.PARENTS, role_words.PUPIL}:
        # *moeder en ik bellen*: neither side reaches the other
        people = frozenset(range(who.at, last.end))
        return replace(step, who=None, starter="", whom="", tokens=step.tokens | people)
    again = line.called(who.person, who.person_end) == line.called(last.person, last.person_end)
    if {role_words.PUPIL, role_words.PARENTS} <= both:
        # *Bas en moeder mailen de juf*: nobody of them is who gets it
        step = replace(step, who=Initiative.PARENTS, starter=line.called(who.person, who.person_end))
    if last is who or again or not (step.starter or (step.told and len(both) > 1)):
        return step
    starter = "" if both == {role_words.PARENTS} else line.called(who.person, last.person_end)
    return replace(step, starter=starter)


def or_another(around: Surroundings, who: Segment) -> Segment | None:
    """Return the person before *of* in *juf of moeder belt*."""
    joint = place_before(around.line, who.at)
    people = (each for each in around.segments.values() if each.kind is SegmentKind.PERSON)
    found = next((each for each in people if each.end == joint), None)
    return found if around.line.has(joint, words.OR) else None


def last_of_list(around: Surroundings, who: Segment) -> Segment:
    """Return the last of *vader en moeder*, *juf Els*."""
    last = who
    while True:
        j = around.line.maybe(last.end, _JOINS)
        following = around.somebody(j)
        if following is None or following.at == last.at:
            return last
        if around.line.has(j - 1, {","}) and around.line.has(following.end, step_words.SUBJECT_VERBS):
            return last
        last = following
