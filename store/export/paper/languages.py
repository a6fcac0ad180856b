"""In which language of its own a family reads its sheet, beside the one of the school."""

from __future__ import annotations

import re

from store.domain.talk import Talk
from store.domain.text import fold
from store.language import FAMILY_LANGUAGES, Translator

ONLY_OURS = "-"
"""The sheet of this talk is told once, whatever is spoken at home."""


SIMPLE = "simple"
"""Our own language in the simplest sentences: to interpret from, and where we have no catalogue."""
SHEET_LANGUAGES = (*FAMILY_LANGUAGES, SIMPLE)
"""What a sheet can be told in beside ours."""


def family_language(text: str) -> str:
    """Return the first language a text names, in its own words, in Dutch or in English; else empty.

    "Turks", "Türkçe" and "Marokkaans-Arabisch" are understood, and a code when it is all there is; what we
    have no catalogue for is not.
    """
    words = _WORD.findall(fold(text))
    if (code := " ".join(words)) in FAMILY_LANGUAGES:
        return code
    names = {name: language for language in FAMILY_LANGUAGES for name in _names(language)}
    return next((names[word] for word in words if word in names), "")


def sheet_language(talk: Talk, t: Translator, wanted: str = "") -> str:
    """Return the language beside ours: the one wanted, that was chosen, or that is spoken at home."""
    chosen = wanted or talk.arrangements.sheet_language or _spoken_at_home(talk, t)
    return chosen if chosen in SHEET_LANGUAGES and chosen != t.language else ""


def _spoken_at_home(talk: Talk, t: Translator) -> str:
    """The language that is spoken at home; the simplest of ours for one that we have no catalogue for."""
    home = talk.pupil.home_language
    spoken = any(map(str.isalpha, home)) and not _words(home) & _names_of_schools(t)
    return family_language(home) or (SIMPLE if spoken else "")


def needs_interpreting(language: str, t: Translator) -> bool:
    """Return whether a text names a language beside the school's own: one that an interpreter may be for."""
    return bool(_words(language) - _names_of_schools(t))


def without_catalogue(talk: Talk, t: Translator, wanted: str = "") -> str:
    """Return what is spoken at home, where the simplest of ours stands in for it unasked; else empty."""
    asked = wanted or talk.arrangements.sheet_language
    return talk.pupil.home_language if not asked and sheet_language(talk, t) == SIMPLE else ""


def beside_voice(talk: Talk, t: Translator, wanted: str = "") -> Translator | None:
    """Return the voice that tells the sheet a second time; None where it is told once."""
    language = sheet_language(talk, t, wanted)
    if language == SIMPLE:
        return t.speaking(t.language)
    return Translator(language, beside=t) if language else None


def is_right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left."""
    from babel import Locale

    return Locale.parse(language).character_order == "right-to-left"


def language_name(language: str, t: Translator) -> str:
    """Say what a language is called in ours."""
    from babel import Locale

    if language == SIMPLE:
        return t("simple English")
    return Locale.parse(language).get_display_name(t.language) or language


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))


def _names_of_schools(t: Translator) -> set[str]:
    """Return what the language on the screen is called, and that of the school."""
    return {t.language, *_names(t.language), *_names("nl")}


def _names(language: str) -> set[str]:
    from babel import Locale

    locale = Locale.parse(language)
    names = (locale.get_display_name(each) for each in ("nl", "en", language))
    return {fold(name) for name in names if name}


_WORD = re.compile(r"\w+")
