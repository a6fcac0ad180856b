"""Bring the catalogues up to date: `python -m tests.language.update [FRAGMENT.po …]`.

For programmers, in a checkout; the program itself never needs it. Messages that are no longer in the
source leave the catalogue, new ones come in with the translation a fragment has for them, and the
compiled catalogue is written beside it. A translation that is there already stays. Fragments are Dutch; the
languages of families have only what stands on their paper, and their `.po` files are edited in place.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from babel.messages import catalog as babel
from babel.messages import mofile, pofile
from babel.messages.plurals import get_plural

from prompts.form import form
from prompts.loader import names
from store.language import FAMILY_LANGUAGES
from tests.language.extract import Message, Module, Use, read_sources
from tests.prompts.form_texts import texts_of

ROOT = Path(__file__).parents[2]
DUTCH = "nl"
ON_PAPER = (
    "store/export/letter.py",
    "store/export/talk_text.py",
    "store/export/telling.py",
    "store/export/paper/family_sheet.py",
    "store/export/paper/form_pages.py",
    "store/export/paper/invitation.py",
    "store/export/wording/agreements.py",
    "store/export/wording/channels.py",
    "store/export/wording/edges.py",
    "store/export/wording/explained.py",
    "store/export/wording/family_dates.py",
    "store/export/wording/people.py",
    "store/export/wording/places.py",
    "store/export/wording/purposes.py",
    "store/export/wording/roles.py",
    "store/export/wording/titles.py",
)
"""The modules whose words a family may read in its own language."""
COMMENT = "# What the program says in {name}. Edit translations only; tests.language.update writes the rest."


def catalogue_of(language: str) -> Path:
    """Return where the catalogue of a language is."""
    return ROOT / "store" / "language" / "locales" / language / "LC_MESSAGES" / "startgesprek.po"


CATALOGUE = catalogue_of(DUTCH)


def header_of(language: str) -> Mapping[str, str]:
    """Return what a catalogue says of itself: above all how many plurals the language has."""
    plural = get_plural(language)
    return {
        "Project-Id-Version": "startgesprek",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
    }


def on_paper(modules: Iterable[Module]) -> tuple[Module, ...]:
    """Return the modules whose words a family may read in its own language."""
    return (*(module for module in modules if module.path in ON_PAPER), *forms())


def forms() -> Iterator[Module]:
    """Give the forms that parents fill in, in English, as modules that say each of their texts."""
    for name in names("en"):
        if (found := form("en", name)) is not None:
            path = f"prompts/forms/en/{name}.toml"
            uses = tuple(Use(path, 0, Message(text)) for text in texts_of(found))
            yield Module(path, uses, marks=False, imports=frozenset())


Translations = Mapping[Message, tuple[str, ...]]
"""Per message its translation, or for a plural both of them; empty text where there is none yet."""


class _Catalogue(babel.Catalog):
    """A catalogue with a header of its own, so that the same messages always give the same bytes.

    Babel would write the hour and its own version into it.
    """

    def __iter__(self) -> Iterator[babel.Message]:
        _, *entries = super().__iter__()
        header = header_of(str(self.locale))
        yield babel.Message("", "".join(f"{name}: {value}\n" for name, value in header.items()))
        yield from entries


def read_po(path: Path, language: str = DUTCH) -> Translations:
    """Return the translations in a `.po` file, with or without a header. Fuzzy ones are none."""
    catalogue = pofile.read_po(
        io.BytesIO(path.read_bytes()), locale=language, charset="utf-8", abort_invalid=True
    )
    return {
        Message(*_texts(entry.id)): _texts(entry.string)
        for entry in catalogue
        if entry.id and not entry.fuzzy
    }


def _texts(said: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return what an entry says once or per number, as a tuple."""
    return (said or "",) if said is None or isinstance(said, str) else tuple(each or "" for each in said)


def messages(modules: Iterable[Module]) -> tuple[Message, ...]:
    """Return every message of the source once, in its order.

    A message that is said both alone and for a count is one entry, as everywhere in gettext.
    """
    found: dict[str, Message] = {}
    for message in (use.message for module in modules for use in module.uses):
        if message is not None and message.id and (message.plural or message.id not in found):
            found[message.id] = message
    return tuple(found.values())


def merged(modules: Iterable[Module], known: Sequence[Translations], language: str = DUTCH) -> Translations:
    """Return every message of the source with the first translation that is known."""
    result: dict[Message, tuple[str, ...]] = {}
    for message in messages(modules):
        options = (translations.get(message, ()) for translations in known)
        nothing = ("",) * (get_plural(language).num_plurals if message.plural else 1)
        result[message] = next((each for each in options if each and all(each)), nothing)
    return result


def po_text(translations: Translations, modules: Iterable[Module], language: str = DUTCH) -> bytes:
    """Return the catalogue as a `.po` file: per message the files it is used in, and its translation."""
    catalogue = _catalogue(translations, _places(modules), language)
    body = io.BytesIO()
    pofile.write_po(body, catalogue, width=110, include_lineno=False)
    return body.getvalue()


def mo_bytes(translations: Translations, language: str = DUTCH) -> bytes:
    """Return the same catalogue compiled; what has no translation is left out."""
    translated = {message: text for message, text in translations.items() if all(text)}
    body = io.BytesIO()
    mofile.write_mo(body, _catalogue(translated, {}, language))
    return body.getvalue()


def _places(modules: Iterable[Module]) -> Mapping[str, Sequence[str]]:
    """Return the files that each message is used in, in the order of the source."""
    places: dict[str, dict[str, None]] = {}
    for module in modules:
        for use in module.uses:
            if use.message is not None:
                places.setdefault(use.message.id, {})[module.path] = None
    return {message: list(paths) for message, paths in places.items()}


def _catalogue(
    translations: Translations, places: Mapping[str, Sequence[str]], language: str
) -> babel.Catalog:
    name = babel.Catalog(locale=language).locale
    comment = COMMENT.format(name=name.english_name if name else language)
    catalogue = _Catalogue(locale=language, header_comment=comment)
    for message, text in translations.items():
        catalogue.add(
            (message.id, message.plural) if message.plural else message.id,
            text if message.plural else text[0],
            locations=[(path, 0) for path in places.get(message.id, ())],
        )
    return catalogue


def main(fragments: Sequence[str]) -> int:
    """Update all files; name what still has no translation, and end with 1 if there is any."""
    modules = read_sources(ROOT)
    dutch = merged(modules, [read_po(path) for path in (CATALOGUE, *map(Path, fragments))])
    open_ones = _write(dutch, modules, DUTCH)
    for language in FAMILY_LANGUAGES[1:]:
        path, paper = catalogue_of(language), on_paper(modules)
        known = [read_po(path, language)] if path.exists() else []
        open_ones += _write(merged(paper, known, language), paper, language)
    return 1 if open_ones else 0


def _write(translations: Translations, modules: Iterable[Module], language: str) -> int:
    """Write both files of a language, and say and count what has no translation."""
    path = catalogue_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(po_text(translations, modules, language))
    path.with_suffix(".mo").write_bytes(mo_bytes(translations, language))
    missing = [message.id for message, text in translations.items() if not all(text)]
    print(f"{language}: {len(translations)} messages, {len(missing)} without a translation")
    print("".join(f"  {each!r}\n" for each in missing), end="")
    return len(missing)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
