"""Read by which way somebody would rather be in touch: *mum prefers texts*, *vader heeft liever mail*."""

from __future__ import annotations

from store.domain.plan import Initiative
from store.planline import contact_words, step_words, words
from store.planline.first_step import FirstStep, Surroundings
from store.planline.segment import SegmentKind
from store.planline.words import those

_CONTACTS = (SegmentKind.CHANNEL, SegmentKind.TALK)
_BEGINS = step_words.PREFERRING | step_words.HAVING | step_words.RECEIVING | those("wil wilt willen would")
_GOES_ON = _BEGINS | words.ARTICLES | those("n 'n het 't it graag to get receive be")
_FINE = those("fijn fijner prettig prettiger prima handig handiger goed oke ok okay best fine happy good")
_COMPARED = those("to dan than boven over")


def prefers(around: Surroundings, verb: int) -> FirstStep | None:
    """Read what stands behind whoever wishes it: that is no first step, and to be called is the school's."""
    return _rather(around, verb) or _finds_it_fine(around, verb)


def _rather(around: Surroundings, verb: int) -> FirstStep | None:
    """Read *prefers texts*, *would rather have a text*, *wil liever gebeld worden*."""
    line = around.line
    way = line.skip(verb, _GOES_ON) if line.has(verb, _BEGINS) else verb
    if line.has(verb, {"would"}) and line.has(verb + 1, {"like", "love"}):
        # who *would like* an email asks for one
        return None
    if not any(line.has(n, step_words.PREFERRING) for n in range(verb, way)):
        return None
    if line.has(way, step_words.PARTICIPLES):
        end = line.maybe(way + 1, {"worden"})
        named = line.has(end, {"door", "by"})
        said = frozenset((*range(verb, way), *range(way + 1, end)))
        return None if named else FirstStep(Initiative.TEACHER, said)
    segment = around.at(way)
    if segment is None or segment.kind not in _CONTACTS or line.has(segment.end, _COMPARED):
        return None
    calls = line.has(way - 1, {"to"}) and line.has(way, step_words.INFINITIVES)
    return None if calls else FirstStep(None, frozenset(range(verb, way)))


def _finds_it_fine(around: Surroundings, verb: int) -> FirstStep | None:
    """Read *vindt appen fijn*, *is fine with a text*."""
    line = around.line
    finds, fine = line.has(verb, {"vindt", "vinden"}), line.skip(verb + 1, _FINE)
    led = line.has(verb, {"is", "are", "'s"}) and fine > verb + 1 and line.has(fine, contact_words.WITH)
    if not finds and not led:
        return None
    way = line.skip(verb + 1 if finds else fine + 1, words.ARTICLES)
    segment = around.at(way)
    if segment is None or segment.kind not in _CONTACTS:
        return None
    end = line.skip(segment.end, _FINE | {"het", "wel", "ook"}) if finds else segment.end
    if finds and not line.has(end - 1, _FINE):
        return None
    return FirstStep(None, frozenset((*range(verb, way), *range(segment.end, end))))
