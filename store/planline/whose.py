"""Find for whom of several children a line is: named in front of a colon, or in what the line is about.

A child who is named among the people of a contact moment takes part in it, no more: *met Daan erbij*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from store.domain import role_words
from store.domain.plan import ContactMoment
from store.domain.text import fold, those
from store.planline.reading import Child, LineProblem, Names, Part, Reading, Span

_FOR = r"(?:voor|over|for|about)"
_ONLY = r"(?:alleen|enkel|only|just)"


@dataclass(frozen=True, slots=True)
class Lead:
    """The words in front of a line that say only for whom it is, up to `end`; `ids` are those children.

    Where nobody is `named` they only say that a plan follows: *we spreken af: …*.
    """

    ids: tuple[str, ...] = ()
    end: int = 0
    named: bool = True


def find_lead(text: str, names: Names) -> Lead:
    """Return who is named in front of the first colon: *Daan: bellen r1*, *voor Daan en Sanne: …*."""
    head, colon, rest = text.partition(":")
    words = re.sub(rf"^\s*(?:{_ONLY}\s+)?{_FOR}\s+", "", head, flags=re.IGNORECASE)
    typed = [each for each in re.split(r"\s*(?:,|&|\b(?:en|and)\b)\s*", words.strip()) if each]
    found = [next((child.id for child in names.children if _is_called(each, child)), "") for each in typed]
    if not colon or not rest.strip() or not found or "" in found:
        return Lead()
    return Lead(_unless_all(found, names), len(head) + 1 + len(rest) - len(rest.lstrip()))


def find_introduction(text: str, names: Names) -> Lead:
    """Return what stands in front of the first colon and tells no plan: *Marinka: …*, *afspraak: …*."""
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip():
        return Lead()
    end = len(head) + 1 + len(rest) - len(rest.lstrip())
    typed = fold(re.sub(rf"^\s*{_FOR}\s+", "", head, flags=re.IGNORECASE)).replace(",", " ").split()
    child = any(typed == fold(name).split()[: len(typed)] for name in names.pupil)
    if typed and (child or all(word in _INTRODUCING for word in typed)):
        return Lead(end=end, named=child)
    return Lead()


_INTRODUCING = those(
    "we wij spreken spreek af afspraak afspraken afgesproken plan contactplan contact contactmoment samen "
    "dus nog ook het is zo voor dit jaar kunnen zullen doen laten wat agreed agreement we've we'll "
    "schrijf zet noteer maar even op neer erbij in er nb ps let todo actie action note"
)
"""What says only that a plan follows."""


def children_named(text: str, names: Names) -> tuple[str, ...]:
    """Return which of several children a text names; nobody when it names all of them, or none.

    A name that a parent or the teacher has as well tells nothing by itself.
    """
    folded = fold(text)
    found = [
        child.id
        for child in names.children
        if any(_occurs(fold(name), folded) for name in child.names if not _is_shared(name, names))
    ]
    return _unless_all(found, names)


def meant_for(reading: Reading, text: str, lead: Lead, names: Names) -> Reading:
    """Return the reading of the line behind its lead as that of the whole line, with for whom it is."""
    moments = tuple(_with_those_left(_for(moment, text, lead, names), names) for moment in reading.moments)
    spans = tuple(
        replace(span, start=span.start + lead.end, end=span.end + lead.end) for span in reading.spans
    )
    errors = tuple(_shifted(problem, reading, lead) for problem in reading.errors)
    front = (Span(Part.WHO, 0, len(text[: lead.end].rstrip())),) if lead.end and lead.named else ()
    return replace(reading, line=text, moments=moments, errors=errors, spans=(*front, *spans))


def _for(moment: ContactMoment, text: str, lead: Lead, names: Names) -> ContactMoment:
    about = children_named(f"{moment.purpose} {moment.condition}", names)
    # a lead that names all of them is an answer too
    ids = lead.ids if lead.end else about
    whom = re.fullmatch(rf"(?:{_ONLY}\s+)?(?:voor|for)\s+(.+)", moment.purpose.strip(), re.IGNORECASE)
    said = whom is not None and any(_is_called(whom[1], child) for child in names.children)
    return replace(moment, text=text, pupil_ids=ids, purpose="" if said else moment.purpose)


def _with_those_left(moment: ContactMoment, names: Names) -> ContactMoment:
    """The moment with the pupil there as long as one of its children is: *zonder Daan* is with Sanne."""
    if "pupil" in moment.present or not moment.without:
        return moment
    gone = {child.id for child in names.children for each in moment.without if _is_called(each, child)}
    whose = {child.id for child in names.children if not moment.pupil_ids or child.id in moment.pupil_ids}
    if not gone or whose <= gone:
        return moment
    there = {*moment.present, role_words.PUPIL}
    return replace(moment, present=tuple(each for each in role_words.PARTICIPANTS if each in there))


def _shifted(problem: LineProblem, reading: Reading, lead: Lead) -> LineProblem:
    start, end = problem.at
    whole = (start, end) == (0, len(reading.line))
    return replace(problem, at=(0 if whole else start + lead.end, end + lead.end))


def _unless_all(ids: Iterable[str], names: Names) -> tuple[str, ...]:
    found = tuple(child.id for child in names.children if child.id in set(ids))
    return () if len(found) == len(names.children) else found


def _is_called(typed: str, child: Child) -> bool:
    return fold(typed.strip()) in {fold(name) for name in child.names}


def _is_shared(name: str, names: Names) -> bool:
    return fold(name) in {
        fold(each) for each in (*names.carers, *(w for n in names.teacher for w in n.split()))
    }


def _occurs(name: str, text: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", text) is not None
