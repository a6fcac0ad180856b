"""Bring the Dutch catalogue up to date: `python -m tests.language.update [FRAGMENT.po …]`.

For programmers, in a checkout; the program itself never needs it. Messages that are no longer in the
source leave the catalogue, new ones come in with the translation a fragment has for them, and the
compiled catalogue is written beside it. A translation that is there already stays.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from babel.messages import catalog as babel
from babel.messages import mofile, pofile

from tests.language.extract import Message, Module, read_sources

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "store" / "language" / "locales" / "nl" / "LC_MESSAGES" / "startgesprek.po"
COMMENT = "# What the program says in Dutch. Edit translations only; tests.language.update writes the rest."
HEADER = {
    "Project-Id-Version": "startgesprek",
    "Language": "nl",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}

Translations = Mapping[Message, tuple[str, ...]]
"""Per message its translation, or for a plural both of them; empty text where there is none yet."""


class _Catalogue(babel.Catalog):
    """A catalogue with a header of its own, so that the same messages always give the same bytes.

    Babel would write the hour and its own version into it.
    """

    def __iter__(self) -> Iterator[babel.Message]:
        _, *entries = super().__iter__()
        yield babel.Message("", "".join(f"{name}: {value}\n" for name, value in HEADER.items()))
        yield from entries


def read_po(path: Path) -> Translations:
    """Return the translations in a `.po` file, with or without a header. Fuzzy ones are none."""
    catalogue = pofile.read_po(
        io.BytesIO(path.read_bytes()), locale="nl", charset="utf-8", abort_invalid=True
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


def merged(modules: Iterable[Module], known: Sequence[Translations]) -> Translations:
    """Return every message of the source with the first translation that is known."""
    result: dict[Message, tuple[str, ...]] = {}
    for message in messages(modules):
        options = (translations.get(message, ()) for translations in known)
        nothing = ("", "") if message.plural else ("",)
        result[message] = next((each for each in options if each and all(each)), nothing)
    return result


def po_text(translations: Translations, modules: Iterable[Module]) -> bytes:
    """Return the catalogue as a `.po` file: per message the files it is used in, and its translation."""
    catalogue = _catalogue(translations, _places(modules))
    body = io.BytesIO()
    pofile.write_po(body, catalogue, width=110, include_lineno=False)
    return body.getvalue()


def mo_bytes(translations: Translations) -> bytes:
    """Return the same catalogue compiled; what has no translation is left out."""
    translated = {message: text for message, text in translations.items() if all(text)}
    body = io.BytesIO()
    mofile.write_mo(body, _catalogue(translated, {}))
    return body.getvalue()


def _places(modules: Iterable[Module]) -> Mapping[str, Sequence[str]]:
    """Return the files that each message is used in, in the order of the source."""
    places: dict[str, dict[str, None]] = {}
    for module in modules:
        for use in module.uses:
            if use.message is not None:
                places.setdefault(use.message.id, {})[module.path] = None
    return {message: list(paths) for message, paths in places.items()}


def _catalogue(translations: Translations, places: Mapping[str, Sequence[str]]) -> babel.Catalog:
    catalogue = _Catalogue(locale="nl", header_comment=COMMENT)
    for message, text in translations.items():
        catalogue.add(
            (message.id, message.plural) if message.plural else message.id,
            text if message.plural else text[0],
            locations=[(path, 0) for path in places.get(message.id, ())],
        )
    return catalogue


def main(fragments: Sequence[str]) -> int:
    """Update both files; name what still has no translation, and end with 1 if there is any."""
    modules = read_sources(ROOT)
    translations = merged(modules, [read_po(path) for path in (CATALOGUE, *map(Path, fragments))])
    CATALOGUE.write_bytes(po_text(translations, modules))
    CATALOGUE.with_suffix(".mo").write_bytes(mo_bytes(translations))
    missing = [message.id for message, text in translations.items() if not all(text)]
    print(f"{len(translations)} messages, {len(missing)} without a translation")
    print("".join(f"  {each!r}\n" for each in missing), end="")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
