"""Bring the Dutch catalogue up to date: `python -m store.language.update [FRAGMENT.po …]`.

For programmers, in a checkout, with babel installed; the program itself never needs it. Messages that
are no longer in the source leave the catalogue, new ones come in with the translation a fragment has
for them, and the compiled catalogue is written beside it. A translation that is there already stays.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from store.language.extract import Message, Module, read_sources
from store.language.mo import compiled

ROOT = Path(__file__).parents[2]
CATALOGUE = Path(__file__).parent / "locales" / "nl" / "LC_MESSAGES" / "startgesprek.po"
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


def read_po(path: Path) -> Translations:
    """The translations in a `.po` file, with or without a header. Fuzzy ones are none."""
    from babel.messages.pofile import read_po as parse

    catalogue = parse(io.BytesIO(path.read_bytes()), locale="nl", charset="utf-8", abort_invalid=True)
    found: dict[Message, tuple[str, ...]] = {}
    for entry in catalogue:
        if entry.id and not entry.fuzzy:
            ids = entry.id if isinstance(entry.id, (list, tuple)) else (entry.id,)
            text = entry.string if isinstance(entry.string, (list, tuple)) else (entry.string,)
            found[Message(*ids)] = tuple(each or "" for each in text)
    return found


def messages(modules: Iterable[Module]) -> tuple[Message, ...]:
    """Every message of the source once, in its order.

    A message that is said both alone and for a count is one entry, as everywhere in gettext.
    """
    found: dict[str, Message] = {}
    for message in (use.message for module in modules for use in module.uses):
        if message is not None and message.id and (message.plural or message.id not in found):
            found[message.id] = message
    return tuple(found.values())


def merged(modules: Iterable[Module], known: Sequence[Translations]) -> Translations:
    """Every message of the source with the first translation that is known."""
    result: dict[Message, tuple[str, ...]] = {}
    for message in messages(modules):
        options = (translations.get(message, ()) for translations in known)
        nothing = ("", "") if message.plural else ("",)
        result[message] = next((each for each in options if each and all(each)), nothing)
    return result


def po_text(translations: Translations, modules: Iterable[Module]) -> bytes:
    """The catalogue as a `.po` file: per message the files it is used in, and its translation."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    places: dict[str, dict[tuple[str, int], None]] = {}
    for module in modules:
        for use in module.uses:
            if use.message is not None:
                places.setdefault(use.message.id, {})[(module.path, 0)] = None
    catalogue = Catalog(locale="nl")
    for message, text in translations.items():
        ids = (message.id, message.plural) if message.plural else message.id
        catalogue.add(ids, text if message.plural else text[0], locations=list(places.get(message.id, ())))
    body = io.BytesIO()
    write_po(body, catalogue, width=110, omit_header=True, include_lineno=False)
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in HEADER.items())
    return f'msgid ""\nmsgstr ""\n{lines}\n'.encode() + body.getvalue()


def mo_bytes(translations: Translations) -> bytes:
    """The same catalogue compiled; what has no translation is left out."""
    entries = {"": "".join(f"{name}: {value}\n" for name, value in HEADER.items())}
    for message, text in translations.items():
        if all(text):
            key = f"{message.id}\0{message.plural}" if message.plural else message.id
            entries[key] = "\0".join(text)
    return compiled(entries)


def main(fragments: Sequence[str]) -> int:
    """Update both files; name what still has no translation, and end with 1 if there is any."""
    modules = read_sources(ROOT)
    sources = [CATALOGUE, *map(Path, fragments)] if CATALOGUE.exists() else [*map(Path, fragments)]
    translations = merged(modules, [read_po(path) for path in sources])
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(po_text(translations, modules))
    CATALOGUE.with_suffix(".mo").write_bytes(mo_bytes(translations))
    missing = [message.id for message, text in translations.items() if not all(text)]
    print(f"{len(translations)} messages, {len(missing)} without a translation")
    print("".join(f"  {each!r}\n" for each in missing), end="")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
