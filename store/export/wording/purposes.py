"""What a moment is for: as the end of its sentence, ": doelen gehaald?", and as a short line of its own."""

from __future__ import annotations

import re

from store.domain.plan import APART, MANNER_PHRASES, MANNERS, Channel, ContactMoment
from store.domain.text import those
from store.export.wording.edges import as_written, capital, full_stop
from store.export.wording.people import listed
from store.language import Translator

_ABOUT = those("over about")
_REASONS = those("om voor to for ivm i.v.m. wegens vanwege because")
_WITH = those("met with")
_ON_BEHALF = ("namens ", "uit naam van ", "on behalf of ", "in the name of ")
_GOES_ON = {
    "nl": those("over om voor ivm i.v.m. wegens vanwege met dat"),
    "en": those("about to for regarding because with that"),
}
"""What a purpose begins with that goes on with the sentence before it, by the language of the sentence."""

_HOW = {"short": "briefly", "brief": "briefly", "quick": "quickly"}
"""How the length or the speed of a contact is said behind its verb."""


def purpose_words(moment: ContactMoment, t: Translator) -> str:
    """Say what a moment is for, as typed; *apart*, *om en om* of parents in words that mean nothing else."""
    if apart := moment.each_apart:
        said = t("with each of the parents apart")
    elif apart := moment.each_in_turn:
        said = t("with {people} in turn", people=listed(moment.family_named, t))
    else:
        named = _kind_of_talk(moment)
        return f"{named}, {moment.purpose}" if named else moment.purpose
    rest = moment.purpose.split(maxsplit=len(apart.split()))[len(apart.split()) :]
    return ", ".join((said, *(each.lstrip(" ,") for each in rest)))


def _kind_of_talk(moment: ContactMoment) -> str:
    """Return what kind of talk was named before the colon, as typed: *evaluatie*, *10-minutengesprek*."""
    head, _, told = moment.text.partition(":")
    kinds = _KIND_OF_TALK.findall(head)
    once = (
        len(kinds) == 1 and moment.channel is Channel.VISIT and bool(told) and moment.purpose == told.strip()
    )
    return kinds[0] if once and kinds[0].casefold() not in moment.purpose.casefold() else ""


_KIND_OF_TALK = re.compile(r"\b(?:[\w-]+gesprek|[\w-]*evaluatie|evaluation|review)\b", re.IGNORECASE)


def with_purpose(said: str, purpose: str, t: Translator, *, parted: bool) -> str:
    """Put what it is for behind a sentence without its full stop: "bellen we over lezen".

    Words that go on with the sentence are joined to it; `parted`: by a comma, for who is not there stands
    right before them.
    """
    if not purpose:
        return said
    if _tells_how(purpose):
        first, _, rest = purpose.partition(" ")
        return f"{with_length(said, first, t)} {rest}".rstrip()
    if purpose.casefold().startswith(_ON_BEHALF):
        return f"{said}, {purpose}"
    if not t.beside and _first(purpose) in _GOES_ON.get(t.language, frozenset()):
        return f"{said}{',' if parted else ''} {purpose}"
    return f"{said}: {purpose}"


def with_length(said: str, length: str, t: Translator) -> str:
    """Put how long it takes in a word behind a sentence without its full stop: "bellen we, kort"."""
    how = _HOW.get(length.casefold(), "") if t.language == "en" else ""
    return f"{said} {how}" if how else f"{said}, {length}" if length else said


def purpose_fact(purpose: str, t: Translator) -> str:
    """Say what it is for in a line of its own: "Het gaat over: lezen.", "Hoe? Kort."; empty for nothing."""
    if not purpose:
        return ""
    first, _, rest = purpose.partition(" ")
    if _tells_how(purpose) or first.casefold() in _WITH or purpose.casefold().startswith(_ON_BEHALF):
        return full_stop(t("How? {manner}", manner=as_written(capital(purpose), t)))
    if first.casefold() in _REASONS:
        return full_stop(t("What for? {purpose}", purpose=as_written(capital(purpose), t)))
    about = rest if rest and first.casefold() in _ABOUT else purpose
    return full_stop(t("It is about: {purpose}", purpose=as_written(about, t)))


def _tells_how(purpose: str) -> bool:
    """Return whether it begins with how the contact is: *kort over lezen*, *apart*."""
    words = tuple(purpose.casefold().split())
    return _first(purpose) in MANNERS or any(
        words[: len(phrase)] == phrase for phrase in APART + MANNER_PHRASES
    )


def _first(purpose: str) -> str:
    return purpose.split(" ", 1)[0].casefold().strip(",")
