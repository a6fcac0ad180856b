from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.domain.text import clean
from store.export.document import Bar, Bars, Block, Heading, Item, Items, Paragraph
from store.export.markdown import markdown
from tests.export.hostile import HOSTILE, STEERING
from tests.export.reader import read_page

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.text(
    alphabet="ab \n\\`*_[]<>()#+-=.!|~$&;:/@^123w", min_size=1
)


def shown(text: str) -> str:
    """A text as it is seen: white space is one space."""
    return " ".join(text.split())


def literally(text: str) -> str:
    return shown(clean(text, lines=True))


@pytest.mark.parametrize("text", [*HOSTILE, STEERING])
@pytest.mark.parametrize("block", ["heading", "paragraph", "item", "under"])
def test_hostile_text_is_shown_literally(text: str, block: str) -> None:
    blocks: dict[str, Block] = {
        "heading": Heading(text, 2),
        "paragraph": Paragraph(text),
        "item": Items((Item(text),)),
        "under": Items((Item("x", (text,)),)),
    }
    page = read_page(markdown((blocks[block],)))
    assert shown(page.text.removeprefix("\nx") if block == "under" else page.text).endswith(literally(text))
    assert page.tags <= {"h2", "p", "ul", "li", "br"}


@given(TEXTS)
def test_any_text_is_shown_literally_in_a_list(text: str) -> None:
    page = read_page(markdown((Items((Item("voor"), Item(text, (text,)), Item("na"))),)))
    assert shown(page.text) == shown(f"voor {literally(text)} {literally(text)} na")
    assert page.tags <= {"ul", "li", "br", "p"}


@given(TEXTS, TEXTS)
def test_any_text_is_shown_literally_in_headings_and_paragraphs(title: str, text: str) -> None:
    page = read_page(markdown((Heading(title, 1), Paragraph(text), Paragraph("na"))))
    assert shown(page.text) == shown(f"{literally(title)} {literally(text)} na")
    assert page.tags <= {"h1", "p", "br"}


@pytest.mark.parametrize("title", ["a #", "a ##", "#", "# #", "\\#", "a \\#", "a#", "a # b #"])
def test_a_number_sign_at_the_end_of_a_heading_is_no_end_of_it(title: str) -> None:
    assert shown(read_page(markdown((Heading(title, 2),))).text) == title


def test_line_breaks_of_a_note_are_kept() -> None:
    source = markdown((Items((Item("een\ntwee\n\ndrie"),)),))
    html = MarkdownIt().render(source)
    assert html.count("<br") == 3
    assert html.count("<li>") == 1


@pytest.mark.parametrize("text", ["een\n ", " \neen", "een\n \n \n", "een\\\n "])
def test_an_empty_line_at_either_end_leaves_no_trace(text: str) -> None:
    page = read_page(markdown((Items((Item(text, (text,)),)),)))
    assert shown(page.text) == shown(f"{text} {text}")


def test_a_bar_chart_is_a_list_of_labels_and_numbers() -> None:
    bars = Bar("week 5", "3", coming=3), Bar("week 6", "2", done=1, perhaps=1)
    assert markdown((Bars(bars),)) == "- week 5: ███ 3\n- week 6: ▒░ 2\n"


def test_ordinary_text_is_not_disfigured() -> None:
    text = "Marinka de Groot (6): slaapt slecht sinds 3-2; 06-00001004, zie p. 12. Echt waar!"
    assert markdown((Paragraph(text),)) == f"{text}\n"
