"""Text that means something to a markup parser or a terminal must mean nothing here (DESIGN §5)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.people import Voice
from store.domain.plan import Channel, ContactMoment, InformationMoment
from store.domain.talk import Arrangements, Talk
from store.domain.text import clean
from store.files.repository import Repository
from tests.flows.classroom import DAY, Visit, family, opened

MARKUP = (
    "[/x]",
    "[vader]",
    "[bold",
    "[red]rood[/red]",
    "[@click=app.quit]klik[/]",
    "[]][[",
    "\\[b]",
    "$t{0}%s",
)
STEERING = (
    "\x1b]0;gekaapt\x07titel",
    "\x1b[31mrood\x1b[0m",
    "a\x9b2Jb\x84c",
    "\u202eomgekeerd\u202c\u2066los\u2069",
    "nul\x00bel\x07terug\x08",
)
WIDE = (
    "👨‍👩‍👧‍👦 gezin 🏳️‍🌈",
    "שלום עולם مرحبا",
    "e\u0301\u0302\u0303\u0304 ﷽",
    "漢字" * 20,
    "lang" * 200,
)
HOSTILE = (*MARKUP, *STEERING, *WIDE)


def plain(text: str) -> str:
    """Without blanks, which differ where a line was broken or cut."""
    return "".join(text.split())


def assert_harmless(visit: Visit, text: str, where: str, *, literally: bool = True) -> None:
    """Nothing that steers is on the screen; with `literally` the text's own first letters are."""
    shown = visit.text
    steering = [letter for letter in shown if letter != "\n" and clean(letter) != letter]
    assert steering == [], f"{where}: {shown!r}"
    if literally:
        assert plain(clean(text))[:12] in plain(shown), f"{where}:\n{shown}"


def written_with(text: str) -> Talk:
    """A talk in which everything that can hold text holds this one."""
    talk = family(f"{text} {text}", text, at="13:00", remark=text, language=text)
    point = AgendaPoint(id="p", voice=Voice.PUPIL, text=text, notes=(Note(id="n", text=text),))
    left = AgendaPoint(id="q", voice=Voice.CARER, text=text)
    moment = ContactMoment(
        id="m", text=text, channel=Channel.PHONE, when_text=text, who=(text,), purpose=text
    )
    return replace(
        talk,
        points=(point, left),
        agreements=(Agreement(id="a", text=text),),
        plan=replace(talk.plan, moments=(moment,)),
        information=InformationMoment(topic=text, when=text),
        arrangements=Arrangements(buddy=text, details=text, pupil_file=text, reception=text),
    )


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
async def test_stored_text_is_shown_literally_on_every_screen(tmp_path: Path, text: str) -> None:
    async with opened(tmp_path, [written_with(clean(text))], size=(110, 44)) as visit:
        await visit.to_card()
        await visit.press("o")
        assert_harmless(visit, text, "card")
        await visit.press("enter")
        assert_harmless(visit, text, "board")
        await visit.press("f3")
        assert_harmless(visit, text, "who is here")
        await visit.press("escape", "f5")
        assert_harmless(visit, text, "read-back")
        await visit.press("escape", "up", "right")
        assert_harmless(visit, text, "changing a point")
        await visit.press("ctrl+u", "escape", "escape", "ctrl+p")
        assert_harmless(visit, text, "palette", literally=False)
        await visit.press("escape", "f9")
        assert_harmless(visit, text, "closing")
        await visit.press("f9")
        assert_harmless(visit, text, "read-back before finishing", literally=False)
        await visit.press("f8", "f9", "p")
        assert_harmless(visit, text, "day")
        await visit.press("f9", "enter")
        assert_harmless(visit, text, "summary, copied")
        assert visit.app.is_running


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
async def test_pasted_text_lands_literally_as_point_note_agreement_plan_and_answer(
    tmp_path: Path, text: str
) -> None:
    async with opened(tmp_path, size=(110, 44)) as visit:
        await visit.to_board()
        for before in ("", "! "):
            await visit.type(before)
            await visit.paste(text)
            assert_harmless(visit, text, "line", literally=len(text) < 80)
            await visit.press("enter")
        await visit.press("up")
        await visit.paste(text)
        await visit.press("enter")
        kept = clean(text, lines=True).strip()
        (point,) = visit.talk().points
        assert (point.text, [note.text for note in point.notes]) == (kept, [kept])
        assert [agreement.text for agreement in visit.talk().agreements] == [kept]
        assert_harmless(visit, text, "board")
        await visit.press("ctrl+z")
        assert_harmless(visit, text, "undone")
        await visit.press("enter", "f9")
        await visit.paste(text)
        assert_harmless(visit, text, "plan line", literally=False)
        await visit.press("enter", "enter")
        assert len(visit.talk().plan.moments) == 1
        await visit.paste(text)
        await visit.press("enter", "ctrl+p")
        await visit.paste(text)
        assert_harmless(visit, text, "palette", literally=False)
        await visit.kept()
    stored = Repository.reading(tmp_path / "data").day(DAY).in_order[0]
    assert stored.plan == visit.talk().plan
    assert stored.points[0].text == kept


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
async def test_hostile_names_of_a_new_family_and_of_a_file_are_taken_literally(
    tmp_path: Path, text: str
) -> None:
    async with opened(tmp_path, ()) as visit:
        await visit.press("h")
        await visit.paste(f"13:00 {text}, {text}")
        await visit.press("enter")
        assert_harmless(visit, text, "by hand", literally=len(text) < 40)
        assert len(visit.desk.day.talks) == 1
        await visit.press("f9", "escape", "home", "enter", "w")
        await visit.paste(text)
        await visit.press("enter")
        assert_harmless(visit, text, "card", literally=False)
        assert visit.app.is_running


@pytest.mark.parametrize("text", [*MARKUP, *STEERING], ids=ascii)
async def test_a_hostile_path_is_named_literally_when_it_is_not_there(tmp_path: Path, text: str) -> None:
    async with opened(tmp_path, ()) as visit:
        await visit.press("i")
        await visit.paste(f"/nergens/{text}.csv")
        await visit.press("enter")
        assert_harmless(visit, "/nergens/", "import")
        assert plain(clean(text))[:8] in plain(visit.text)
