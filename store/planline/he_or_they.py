"""Find who he, she and they are, who take the first step: belt hij, ze bellen zelf, die belt."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import Initiative
from store.planline import step_words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    begun,
    initiative_of,
    taken_by,
)
from store.planline.people import person
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, SegmentKind
from store.planline.tokens import Line


def by_pronoun(around: Surroundings, i: int) -> FirstStep | None:
    """Read *als opa er is belt hij*: the one adult named before, whoever that is."""
    line = around.line
    verbs = step_words.CONTACT_VERBS | step_words.INFINITIVES | step_words.STARTING
    if line.has(i, {"die", "who"}) and line.has(i - 1, {","}):
        # *bellen met oma, die belt*
        return _who_does_so(around, i)
    modal = line.has(i + 1, step_words.MODALS) and line.has(i + 2, step_words.INFINITIVES)
    turned = line.has(i, verbs) and line.has(i + 1, step_words.HE_OR_SHE)
    if not turned and not (line.has(i, step_words.HE_OR_SHE) and (line.has(i + 1, verbs) or modal)):
        return None
    tokens = frozenset(range(i, i + 2 + modal))
    named: dict[str, tuple[str, int, int]] = {}
    for n in range(i):
        role, end = person(line, n, around.known)
        if role and role != role_words.TEACHER:
            named.setdefault(line.called(n, end), (role, n, end))
    adults = {name: who for name, who in named.items() if who[0] != role_words.PUPIL}
    if _are_several(line, i) and all(line.has(begin, step_words.SEVERAL) for _, begin, _ in adults.values()):
        # of *Bas tells his parents, they call* he is none
        named = adults
    if not named and (i == begun(line) or line.has(i - 1, {",", ";"})):
        return _they(around, i, tokens)
    if len(named) != 1:
        return None
    ((typed, (role, begin, end)),) = named.items()
    if role not in (role_words.PARENTS, role_words.SUPPORT):
        return None
    if line.has(begin, step_words.SEVERAL):
        both = line.has(i, step_words.ALL_OF_THEM) or line.has(i + 1, step_words.ALL_OF_THEM)
        return FirstStep(Initiative.PARENTS, tokens, whom=role) if both else None
    side = initiative_of(role, [line.word(n) for n in range(begin, end)])
    return FirstStep(side, tokens, typed, whom=role)


def _who_does_so(around: Surroundings, i: int) -> FirstStep | None:
    """Read *die belt* right behind somebody and a comma, or a day between them."""
    line, before = around.line, [each for each in around.segments.values() if each.end < i]
    near = [each for each in before if each.kind not in (*WHENS, *SMALL_KINDS)][-1:]
    end = line.skip(i + 2, step_words.SELF)
    ends = line.token(end) is None or line.has(end, {",", ";", "."})
    if not near or near[0].kind is not SegmentKind.PERSON or near[0].absent or not ends:
        return None
    if not line.has(i + 1, step_words.CONTACT_VERBS) or line.has(near[0].person, step_words.SEVERAL):
        return None
    way = around.at(i + 1)
    if way is None or way.channel not in {each.channel for each in before if each.kind in CONTACTS}:
        return None
    return taken_by(around, near[0], frozenset(range(i, end)))


def _they(around: Surroundings, i: int, tokens: frozenset[int]) -> FirstStep | None:
    """Read *they call us in nov*, *ze bellen zelf*: several of whom nobody was named are the parents.

    In *they call dad* they are not, and in *they text each other* it is not said who they are.
    """
    line, whom = around.line, around.somebody(max(tokens) + 1)
    mutual = any(line.phrase(max(tokens) + 1, each) for each in step_words.EITHER_PHRASES)
    if (
        (whom is not None and whom.role != role_words.TEACHER)
        or mutual
        or line.has(max(tokens) + 1, step_words.MUTUAL)
    ):
        return None
    if not _are_several(line, i):
        return None
    end = line.skip(max(tokens) + 1, step_words.OUR_SIDE | {"me", "mij"} | step_words.SELF)
    return FirstStep(
        Initiative.PARENTS, tokens | frozenset(range(max(tokens) + 1, end)), whom=role_words.PARENTS
    )


def _are_several(line: Line, i: int) -> bool:
    """Return whether *they*, or *zij* with the verb of several stands there: *ze bellen*."""
    plural = line.has(i, {"they"}) or line.has(i + 1, step_words.PARENTS_AND_OBJECT)
    return plural and line.has(i, step_words.ALL_OF_THEM)
