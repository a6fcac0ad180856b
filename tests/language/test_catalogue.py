from __future__ import annotations

import gettext
import string
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as parse

from store.language import LANGUAGES, Translator
from tests.language.extract import Message, Module, read_module, read_sources
from tests.language.update import (
    CATALOGUE,
    ROOT,
    merged,
    messages,
    mo_bytes,
    on_paper,
    po_text,
    read_po,
)

DUTCH = read_po(CATALOGUE)


@pytest.fixture(scope="module")
def modules() -> tuple[Module, ...]:
    """All that the program says to its readers."""
    return read_sources(ROOT)


def fields(text: str) -> set[str]:
    """Return the names of the fields of a message."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def unmarked(modules: tuple[Module, ...]) -> Iterator[str]:
    """Yield where something is translated of which no catalogue can know."""
    marking = {module.path for module in modules if module.marks}
    for module in modules:
        known = module.marks or module.imports & marking
        for use in module.uses:
            if use.built or (use.message is None and not known):
                yield f"{use.path}:{use.line}"


def test_every_message_in_the_source_has_a_dutch_translation_and_nothing_else_has(
    modules: tuple[Module, ...],
) -> None:
    used = messages(modules)
    assert [message.id for message in used if not all(DUTCH.get(message, ("",)))] == []
    assert [message.id for message in DUTCH if message not in used] == []


def test_no_translation_is_fuzzy_or_set_aside() -> None:
    catalogue = parse(BytesIO(CATALOGUE.read_bytes()), locale="nl")
    assert [entry.id for entry in catalogue if entry.fuzzy] == []
    assert list(catalogue.obsolete) == []


def test_every_translation_has_the_fields_of_its_message() -> None:
    def differs(message: Message) -> bool:
        ids = (message.id, message.plural) if message.plural else (message.id,)
        return [fields(text) for text in DUTCH[message]] != [fields(text) for text in ids]

    assert [message.id for message in DUTCH if differs(message)] == []


def test_words_are_quoted_in_one_way_on_the_screen_and_in_one_way_on_paper(
    modules: tuple[Module, ...],
) -> None:
    paper, quotes = messages(on_paper(modules)), set('"“”„‘’«»')
    other = [
        text
        for message, dutch in DUTCH.items()
        for text in (message.id, message.plural, *dutch)
        if quotes & set(text) - (set("“”") if message in paper else set())
    ]
    assert other == []


def test_what_is_translated_is_a_literal_or_marked_somewhere_it_is_taken_from(
    modules: tuple[Module, ...],
) -> None:
    assert list(unmarked(modules)) == []


def test_a_text_that_no_catalogue_knows_is_noticed() -> None:
    marked = read_module("a.py", 'X = mark("a")')
    assert list(unmarked((marked, read_module("b.py", "from a import X\nt(X)")))) == []
    assert list(unmarked((marked, read_module("b.py", "t(X)")))) == ["b.py:1"]
    assert list(unmarked((marked, read_module("b.py", 'from a import X\nt(f"{X}")')))) == ["b.py:2"]


def test_the_compiled_catalogue_is_that_of_the_po_file() -> None:
    assert CATALOGUE.with_suffix(".mo").read_bytes() == mo_bytes(DUTCH)


def test_gettext_reads_what_was_compiled() -> None:
    translations = {
        Message("a"): ("één",),
        Message("b {count}", "bs {count}"): ("1 b", "{count} b's"),
        Message("open"): ("",),
        Message("half", "halves"): ("helft", ""),
        Message("z"): ("ž",),
    }
    catalogue = gettext.GNUTranslations(BytesIO(mo_bytes(translations)))
    assert catalogue.gettext("a") == "één"
    assert catalogue.gettext("z") == "ž"
    assert catalogue.ngettext("b {count}", "bs {count}", 1) == "1 b"
    assert catalogue.ngettext("b {count}", "bs {count}", 2) == "{count} b's"
    assert catalogue.gettext("open") == "open"
    assert catalogue.ngettext("half", "halves", 1) == "half"
    assert catalogue.gettext("unknown") == "unknown"


def test_compiling_depends_on_the_messages_only() -> None:
    one = {Message("a"): ("1",), Message("b", "bs"): ("2", "3")}
    assert mo_bytes(one) == mo_bytes(dict(reversed(one.items())))


def test_a_written_catalogue_reads_back_the_same(tmp_path: Path) -> None:
    modules = (read_module("x.py", 't("a \\"b\\"")\nt.n("one", "many\\n", 2)'),)
    translations = {Message('a "b"'): ("é\t%",), Message("one", "many\n"): ("een", "veel\n")}
    written = tmp_path / "x.po"
    written.write_bytes(po_text(translations, modules))
    assert read_po(written) == translations
    assert written.read_bytes().count(b"#: x.py\n") == 2


def test_an_update_keeps_what_is_known_drops_what_is_gone_and_takes_fragments(tmp_path: Path) -> None:
    modules = (read_module("x.py", 't("kept"), t("new"), t("open"), t.n("one", "many", 2)'),)
    known = {Message("kept"): ("gebleven",), Message("gone"): ("weg",)}
    fragment = tmp_path / "fragment.po"
    fragment.write_text(
        'msgid "new"\nmsgstr "nieuw"\n\nmsgid "kept"\nmsgstr "anders"\n\n'
        'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "een"\nmsgstr[1] "veel"\n\n'
        '#, fuzzy\nmsgid "open"\nmsgstr "gok"\n',
        "utf-8",
    )
    assert merged(modules, [known, read_po(fragment)]) == {
        Message("kept"): ("gebleven",),
        Message("new"): ("nieuw",),
        Message("open"): ("",),
        Message("one", "many"): ("een", "veel"),
    }


def test_a_message_said_alone_and_for_a_count_is_one_entry() -> None:
    modules = (
        read_module("x.py", 't("every month")\nt.n("every month", "every {count} months", 2)\nt("b")'),
    )
    assert messages(modules) == (Message("every month", "every {count} months"), Message("b"))
    t = Translator("nl")
    assert t("every month") == t.n("every month", "every {count} months", 1) == "elke maand"


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_are_filled_in_and_what_people_typed_is_not_read(language: str) -> None:
    t = Translator(language)
    assert t("Remark: {text}", text="{name} %s {0} [b]").endswith(": {name} %s {0} [b]")
    assert t.n("{topic}: {count} family", "{topic}: {count} families", 2, topic="{count}").startswith(
        "{count}: 2 "
    )
    assert t("") == ""


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        Translator("xx")


def test_the_program_speaks_dutch_without_the_tools_of_the_catalogue() -> None:
    program = (
        "import sys; from store.language import Translator\n"
        "assert Translator('nl')('Monday') == 'maandag'\n"
        "assert not {'babel', 'ast'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


def test_copying_to_the_schools_own_system_is_called_by_one_word() -> None:
    said = [text.lower() for texts in DUTCH.values() for text in texts]
    assert any("overgezet" in text for text in said)
    assert [text for text in said if "overdra" in text or "overgedra" in text] == []
