"""Read who is called by whom: wordt gebeld door juf, mag gemaild worden, laat zich bellen, wil een appje."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import DIRECTED, Initiative
from store.planline import step_words, words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    days_between,
    infinitive,
    taken_by,
)
from store.planline.segment import CONTACTS, SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.words import those


def is_let_call(around: Surroundings, verb: int) -> FirstStep | None:
    """Read *laat zich in nov bellen door juf*, *laat zich per mail informeren*: somebody else calls."""
    line = around.line
    called, way = infinitive(around, verb + 2, step_words.INFINITIVES | _INFORMING), around.at(verb + 2)
    while called is None and way is not None and way.kind in (*CONTACTS, *SMALL_KINDS):
        # *laat zich per mail informeren*
        called, way = infinitive(around, way.end, _INFORMING), around.at(way.end)
    if called is None:
        return None
    said = frozenset({verb, verb + 1, called})
    near = (n for n in range(verb + 2, len(line)) if line.has(n, {"door"}))
    by = next(((n, who) for n in near if (who := around.somebody(n + 1)) is not None), None)
    if by is None:
        return FirstStep(None, said)
    at, who = by
    return taken_by(around, who, said | set(range(at, who.at)))


_INFORMING = those("informeren inlichten bijpraten")


def wants_to_be_reached(around: Surroundings, who: Segment, verb: int) -> FirstStep | None:
    """Read *wil liefst na 19u gebeld worden*, *wants an email*: whoever reaches them, the school mostly."""
    line, j = around.line, around.line.skip(verb, WISHES)
    passing = (*WHENS, *SMALL_KINDS, SegmentKind.PERSON)
    said = frozenset(range(verb, j))
    while (segment := around.at(j)) is not None and segment.kind in passing:
        j = segment.end
    if not line.has(verb, WISHING) or who.role == role_words.TEACHER or segment is None:
        return None
    if line.has(j, step_words.PARTICIPLES):
        end = line.maybe(j + 1, {"worden"})
        by = around.somebody(end + 1) if line.has(end, {"door", "by"}) else None
        said |= frozenset(range(j, end))
        return taken_by(around, by, said | {end}) if by is not None else FirstStep(Initiative.TEACHER, said)
    noun = line.has(j - 1, words.ARTICLES | words.THE | {"n", "'n"}) and segment.kind in CONTACTS
    # *moeder wil elke vrijdag appje*
    noun = noun or (segment.kind is SegmentKind.CHANNEL and line.word(j).endswith(("je", "jes")))
    if not noun or line.has(segment.end, _SENT):
        return None
    sender = around.somebody(segment.end + 1) if line.has(segment.end, step_words.SENDERS) else None
    if sender is not None:
        return taken_by(around, sender, said | frozenset(range(segment.end, sender.at)))
    # who begins to make an appointment is not said
    return FirstStep(Initiative.TEACHER if segment.channel in DIRECTED else None, said)


WISHING = those("wil willen wilt zou wants want would wenst")


WISHES = WISHING | those("graag wel like to be get have love")


_SENT = those("sturen doen geven schrijven")


def may_be_called(around: Surroundings, modal: int) -> FirstStep | None:
    """Read *kan op woensdag gebeld worden*, *mag 3 nov gemaild worden door juf*: days stand between."""
    line, at = around.line, modal + 1
    while (passed := around.at(at)) is not None and passed.kind in (*WHENS, *SMALL_KINDS):
        at = passed.end
    if not line.has(at, step_words.PARTICIPLES) or not line.has(at + 1, step_words.PASSIVE):
        return None
    said = frozenset({modal, *range(modal + 1, at + 2)}) - days_between(around, modal, at)
    by = around.somebody(at + 3) if line.has(at + 2, {"door", "by"}) else None
    return taken_by(around, by, said | {at + 2}) if by is not None else FirstStep(None, said)


def passive(around: Surroundings, i: int, begin: int | None = None) -> FirstStep | None:
    """Read *worden gebeld door juf*, *wordt door school gemaild*; without *door* nobody is named.

    Behind the verb may stand who is called: *worden ouders door de mentor gebeld*; it goes on at `begin`.
    """
    line, by, participle = around.line, None, None
    j = i + 1 if begin is None else begin
    while j < min(len(line), i + 12):
        segment = around.at(j)
        if line.has(j, step_words.PARTICIPLES):
            participle = j
        elif line.has(j, {"door", "by"}) and (who := around.somebody(j + 1)) is not None:
            by, j = (j, who), who.end - 1
        elif segment is not None and segment.kind not in (*WHENS, *SMALL_KINDS):
            break
        elif segment is not None:
            j = segment.end - 1
        j += 1
    if participle is None:
        return None
    if by is None:
        return FirstStep(None, frozenset({i, participle}))
    at, who = by
    return taken_by(around, who, frozenset({i, participle, *range(at, who.at)}))
