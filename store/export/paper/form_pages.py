"""The form that parents fill in at home: one page about one child, in one language or in two at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from store.domain.siblings import sheets
from store.domain.talk import Talk, TalkState
from store.export.paper.languages import SIMPLE, beside_voice, is_right_to_left, sheet_language
from store.export.paper.typeset import Data
from store.export.wording.days import day_long, time_words
from store.export.wording.family_dates import family_moment
from store.language import LANGUAGES, Translator


class Entry(Protocol):
    """One thing to tick, to answer or to write down."""

    @property
    def text(self) -> str:
        """What it says."""


class Part(Protocol):
    """A part of a form."""

    @property
    def kind(self) -> str:
        """How it is filled in."""

    @property
    def title(self) -> str:
        """What it is about."""

    @property
    def ask(self) -> str:
        """What to do in it."""

    @property
    def own(self) -> str:
        """What stands in front of own words."""

    @property
    def entries(self) -> Sequence[Entry]:
        """What is asked."""


class Form(Protocol):
    """A form as its file says it, in one of our languages."""

    @property
    def placeholder(self) -> str:
        """What stands in its texts for the child."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def lead(self) -> Sequence[str]:
        """What is said above it."""

    @property
    def answers(self) -> Sequence[str]:
        """The words for yes, sometimes and no."""

    @property
    def parts(self) -> Sequence[Part]:
        """Its parts, in order."""


Forms = Callable[[str, str], Form | None]
"""Gives in a language the form that goes with a deck; None where there is none."""

ENGLISH = "en"
"""The language of the ids, from which the families' catalogues translate."""


@dataclass(frozen=True, slots=True)
class FormPage:
    """The page about one child, and what the template `form` is filled with."""

    talk: Talk
    data: Data


def form_pages(talk: Talk, forms: Forms, t: Translator, language: str = "") -> tuple[FormPage, ...]:
    """Make the page of each child of a talk that is still to come; none where its kind has no form."""
    if talk.state is not TalkState.PLANNED or forms(t.language, talk.deck) is None:
        return ()
    return tuple(FormPage(each, _data(each, forms, t, language)) for each in sheets(talk))


def _data(talk: Talk, forms: Forms, t: Translator, language: str) -> Data:
    # what is asked here is said in simple words already
    simple = sheet_language(talk, t, language) == SIMPLE
    beside = None if simple else beside_voice(talk, t, language)
    voices = [_Voice(talk, forms, each) for each in (t, beside) if each]
    told = list(zip(*(voice.texts() for voice in voices), strict=True))
    form = voices[0].form
    found = iter(told)
    return {
        "title": talk.pupil.everyday_name,
        "author": talk.teacher,
        "language": t.language,
        "beside": {"language": beside.language, "rtl": is_right_to_left(beside.language)} if beside else None,
        "when": tuple(voice.when() for voice in voices),
        "heading": next(found),
        "by": next(found),
        "lead": [next(found) for _ in form.lead],
        "answers": [next(found) for _ in form.answers],
        "parts": [
            {
                "kind": part.kind,
                "title": next(found),
                "ask": next(found),
                "own": next(found),
                "entries": [next(found) for _ in part.entries],
            }
            for part in form.parts
        ],
    }


class _Voice:
    """Says the form about one child in one language; in that of a family by way of the English one."""

    def __init__(self, talk: Talk, forms: Forms, voice: Translator) -> None:
        self._voice, self._talk = voice, talk
        self._own = voice.language in LANGUAGES
        form = forms(voice.language if self._own else ENGLISH, talk.deck)
        if form is None:
            raise LookupError(talk.deck)
        self.form = form

    def texts(self) -> Iterator[str]:
        """Yield every text of the form, in one order for every language."""
        t, form = self._voice, self.form
        yield self._said(form.title)
        yield t("Filled in by")
        yield from map(self._said, (*form.lead, *form.answers))
        for part in form.parts:
            yield from map(self._said, (part.title, part.ask, part.own))
            yield from (self._said(entry.text) for entry in part.entries)

    def _said(self, text: str) -> str:
        voice, pupil = self._voice, self._talk.pupil
        said = text if self._own else voice(text)
        return said.replace(self.form.placeholder, pupil.everyday_name)

    def when(self) -> str:
        """Say when the talk is."""
        start, t = self._talk.slot.start, self._voice
        return family_moment(start, t) if t.beside else f"{day_long(start.date(), t)} · {time_words(start)}"
