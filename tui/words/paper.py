"""What there is to say about paper: where it is, in which language, and which signs it can't show."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.talk import Talk
from store.language import Translator
from tui.desk.files_out import Paper
from tui.desk.printing import Printing
from tui.words.saving import refused_words


def paper_refused_words(error: OSError, t: Translator) -> str:
    """Say why there is no paper, and what to do about it."""
    why = refused_words(error, t)
    return t("The paper could not be made: {why}. The settings have a folder for paper.", why=why)


def paper_words(paper: Paper, t: Translator, came: Printing = Printing.NOWHERE) -> str:
    """Say that the sheets are ready, and how far they came towards the printer."""
    count = len(paper.paths)
    folder = paper.paths[0].parent if paper.paths else ""
    told = {
        Printing.DIALOG: t.n(
            "The print dialog is open for {count} sheet.",
            "The print dialog is open for {count} sheets.",
            count,
        ),
        Printing.PRINTER: t.n(
            "{count} sheet went to be printed: by a dialog, or at once on your usual printer.",
            "{count} sheets went to be printed: by a dialog, or at once on your usual printer.",
            count,
        ),
        Printing.VIEWER: t.n(
            "{count} sheet is open: print it from there.",
            "{count} sheets are open: print them from there.",
            count,
        ),
        Printing.NOWHERE: t.n(
            "{count} sheet is ready in {folder}.",
            "{count} sheets are ready in {folder}.",
            count,
            folder=folder,
        ),
    }
    more = (
        "" if paper.fits else too_long_words(paper.paths[0].name, t),
        simple_words([paper.without_catalogue], t) if paper.without_catalogue else "",
        missing_signs_words(paper.paths[0].name, paper.missing, t) if paper.missing else "",
    )
    return " ".join(each for each in (told[came], *more) if each)


def too_long_words(name: str, t: Translator) -> str:
    """Say that a sheet is longer than the one page that it is meant to be."""
    return t("{name} does not fit on one page.", name=name)


def simple_words(languages: Iterable[str], t: Translator) -> str:
    """Say that for these languages the simplest of ours stands in."""
    named = ", ".join(dict.fromkeys(languages))
    return t("There is no sheet in {languages}; simple English stands beside it.", languages=named)


def missing_signs_words(name: str, signs: str, t: Translator) -> str:
    """Say which signs of a file no font of ours has, so that a box stands in their place."""
    return t("{name} shows a box for each of these signs: {signs}", name=name, signs=" ".join(signs))


def sheet_language_words(talk: Talk, t: Translator) -> str:
    """Say in which language the sheet is told beside ours."""
    from store.export.paper.languages import language_name, sheet_language

    if not (language := sheet_language(talk, t)):
        return t("The sheet is in one language.")
    return t("On the sheet also: {language}.", language=language_name(language, t))
