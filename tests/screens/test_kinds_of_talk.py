"""What kind of talk it is: chosen on the day for one slot or all, and what follows from that."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from prompts.loader import load
from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import Occasion, Slot, Talk
from store.domain.timer import Sitting
from store.export.paper.invitation import invitation_text
from store.export.pupil_text import pupil_text
from store.export.summary import summary_text
from store.files.repository import Repository
from tests.screens.classroom import DAY, Visit, opened, three_families
from tui.desk.kinds.occasions import Ground, occasion_of, who_joined
from tui.widgets.line_input import LineInput

LAST_YEAR = datetime(2025, 8, 26, 13)
LISTED = date(2026, 8, 20)


async def chosen(visit: Visit, line: str) -> str:
    """Choose a kind of talk for the highlighted slot; return what stood under the line."""
    await visit.press("k")
    await visit.type(line)
    shown = visit.flat
    await visit.press("enter")
    return shown


def kinds(visit: Visit) -> list[tuple[str, str, int]]:
    """The kind, the start and the length of the talks of the day."""
    return [(each.deck, f"{each.slot.start:%H:%M}", each.slot.minutes) for each in visit.desk.day.in_order]


STILL = "Still to talk about: '{what}'  F9 reads it back."
NO_ROOM = "There is no room for {count} min; with 'rest' behind it the others move on."
BEFORE = [("", "13:00", 20), ("", "13:20", 20), ("", "14:00", 20)]


@pytest.mark.parametrize(
    ("language", "line", "many"),
    [
        ("nl", "kennis hele dag", "Kennismakingsgesprekken"),
        ("en", "getting whole day", "Getting-to-know talks"),
    ],
)
async def test_a_whole_day_becomes_another_kind_as_far_as_there_is_time_and_all_of_it_is_taken_back(
    tmp_path: Path, language: str, line: str, many: str
) -> None:
    name = "kennismakingsgesprek"
    async with opened(tmp_path, language=language) as visit:
        await visit.to_day()
        await visit.press("home")
        shown = await chosen(visit, line)
        assert visit.t(NO_ROOM, count=25) in shown
        assert many in visit.text
        # behind the second and the third there is room
        assert kinds(visit) == [(name, "13:00", 20), (name, "13:20", 25), (name, "14:00", 25)]
        await visit.press("u")
        assert kinds(visit) == BEFORE
        await chosen(visit, line + " rest")
        after = [(name, "13:00", 25), (name, "13:25", 25), (name, "14:00", 25)]
        assert kinds(visit) == after
        await visit.press("u", "r")
        assert kinds(visit) == after
        await visit.kept()
    stored = Repository.reading(tmp_path / "data").day(DAY)
    assert [talk.deck for talk in stored.talks] == [name] * 3
    assert stored.steps[-1].shifts


async def test_one_slot_is_at_home_with_the_reason_and_says_so_among_the_others(tmp_path: Path) -> None:
    broken = tmp_path / "data/decks/nl/kapot.toml"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"\xff")
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("end")
        why = visit.t("Why at home? Type it behind it: 'home: …'")
        assert why in await chosen(visit, "kennis thuis")
        # no line is left to type it on
        assert visit.t("Why at home? The key {key}, and then 'home: …'", key="k") in visit.flat
        await visit.press("k")
        assert f"Nu: Kennismakingsgesprek, thuis, 60 min. {why}" in visit.flat
        await visit.enter("de kleine zus")
        assert visit.flat.count(why) == 2
        await visit.press("ctrl+u", "escape", "u")
        # how long it takes may stand behind why
        await chosen(visit, "kennis thuis: de kleine zus is ziek, 45 min")
        talk = visit.desk.day.in_order[-1]
        assert (talk.place_reason, talk.slot.minutes) == ("de kleine zus is ziek", 45)
        await visit.press("u")
        await chosen(visit, "kennis thuis: de kleine zus is ziek")
        await visit.press("k")
        assert "Nu: Kennismakingsgesprek, thuis: de kleine zus is ziek, 60 min." in visit.flat
        await visit.press("escape")
        talk = visit.desk.day.in_order[-1]
        assert (talk.place, talk.place_reason, talk.slot.minutes) == ("thuis", "de kleine zus is ziek", 60)
        assert "kennismakingsgesprek, thuis" in visit.text
        assert "Startgesprekken" in visit.text
        # a joiner by first letters, and back at school: as long as at school; the row and k tell who said so
        await chosen(visit, "school zij")
        assert "kennismakingsgesprek, zij-instroom" in visit.text
        await visit.press("k")
        assert "Nu: Kennismakingsgesprek, zij-instroom, 25 min." in visit.flat
        assert visit.t("Joined during the year, as you said.") in visit.flat
        await visit.press("escape")
        talk = visit.desk.day.in_order[-1]
        assert (talk.deck, talk.place, talk.place_reason) == ("kennismakingsgesprek", "", "")
        assert (talk.occasion, talk.slot.minutes) == (Occasion.JOINED, 25)
        # what means nothing, or more than one kind, is said, and the line stays
        await visit.press("k")
        await visit.enter("xyz")
        assert "Kennismakingsgesprek 25" in visit.flat
        assert visit.screen == "ask"
        # a file that gives no deck is no kind of talk
        visit.app.screen.query_one(LineInput).clear()
        await visit.enter("kap")
        assert (
            visit.t("The file '{name}' can't be used; startgesprek check tells why.", name="kapot")
            in visit.flat
        )
        assert visit.desk.day.in_order[-1].deck == "kennismakingsgesprek"


async def test_a_talk_that_was_given_its_own_length_keeps_it_and_how_long_its_kind_takes_is_offered(
    tmp_path: Path,
) -> None:
    liv, hamit, last = three_families()
    short, shorter = (replace(each, slot=replace(each.slot, minutes=15)) for each in (liv, last))
    async with opened(tmp_path, [short, hamit, shorter]) as visit:
        offer = "Usually {count} min; '{typed}' behind it makes it that long."
        await visit.to_day()
        await visit.press("end")
        assert visit.t(offer, count=25, typed="25") in await chosen(visit, "kennis")
        assert visit.t(offer, count=25, typed="25") not in await chosen(visit, "oudervertel 25 min")
        assert kinds(visit)[-1] == ("oudervertelgesprek", "14:00", 25)
        # where there is no room for it, the others move on; behind the colon stands the reason
        await visit.press("home")
        offer = offer.replace("behind it", "before the colon")
        shown = await chosen(visit, "kennis thuis: de zus is ziek")
        assert visit.t(offer, count=60, typed="60 rest") in shown
        assert visit.desk.day.in_order[0].slot.minutes == 15
        await chosen(visit, "kennis thuis 60 rest: de zus is ziek")
        assert [each.slot.minutes for each in visit.desk.day.in_order] == [60, 20, 25]
        assert f"{visit.desk.day.in_order[1].slot.start:%H:%M}" == "14:00"
        await chosen(visit, "300")
        assert visit.t("A talk lasts {shortest} to {longest} minutes.", shortest=5, longest=240) in visit.flat


def named(deck: str) -> Talk:
    return replace(three_families()[0], deck=deck, asks_information=False)


async def test_a_kind_of_the_schools_own_is_called_by_its_title_and_kept_when_its_file_is_gone(
    tmp_path: Path,
) -> None:
    own = tmp_path / "data" / "decks" / "nl" / "tafelgesprek.toml"
    own.parent.mkdir(parents=True)
    deck = 'title = "Gesprek aan tafel"\nmany = "Gesprekken aan tafel"\nsaid = "het gesprek aan tafel"\n'
    own.write_text(
        deck + '[[theme]]\ntitle = "x"\nquestions = [{ text = "Wat eten we?" }]\n', encoding="utf-8"
    )
    async with opened(tmp_path, [named("tafelgesprek")]) as visit:
        talk, t = visit.talk(), visit.t
        assert pupil_text(talk, School(), t).startswith("Gesprek aan tafel met Liv Bosman")
        assert summary_text(visit.desk.day, School(), t).startswith("Gesprekken aan tafel op ")
        told = invitation_text(talk, talk.audience, School(), t)
        assert "We nodigen jullie uit voor het gesprek aan tafel: " in told.invites
        await visit.to_board()
        await visit.press("f2")
        assert "Wat eten we?" in visit.question
        await visit.kept()
    own.unlink()
    async with opened(tmp_path / "again", [named("tafelgesprek")]) as visit:
        await visit.to_day()
        assert visit.t("{kind}: not found", kind="tafelgesprek") in visit.text
        await visit.press("f8")
        await visit.to_board()
        await visit.press("f2")
        assert visit.question
        await visit.kept()
        assert visit.talk().deck == "tafelgesprek"


async def test_a_kind_that_does_not_ask_for_an_information_moment_ends_without_an_answer_on_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("home")
        await chosen(visit, "oudervertel")
        await visit.press("f8")
        await visit.to_closing()
        await visit.enter("bellen in november, juf belt")
        await visit.finish()
        assert visit.talk().state == "finished", visit.text


async def test_the_advice_for_now_and_the_course_of_the_talk_are_behind_a_key_and_come_by_themselves_never(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        advice = "Eerst even aankomen"
        assert "Welkom tot 12:58" in visit.text
        assert advice not in visit.flat
        await visit.press("f4")
        assert advice in visit.flat
        await visit.press("x")
        visit.clock.go_on(minutes=4)
        await visit.enter("naast Lotte zitten")
        assert "Wat ieder inbrengt tot 13:08" in visit.text
        await visit.press("ctrl+p")
        await visit.enter(visit.t("course of the talk"))
        for said in ("Welkom", advice, visit.t("Before the end")):
            assert said in visit.flat
        await visit.press("enter")
        assert visit.screen == "talk"


async def test_what_comes_up_before_the_end_is_one_quiet_line_and_holds_nothing_up(tmp_path: Path) -> None:
    async with opened(tmp_path, [named("kennismakingsgesprek")]) as visit:
        await visit.to_closing()
        await visit.enter("bellen in november, juf belt")
        for said, keys in (
            ("Of ieders nummer en mailadres kloppen.", "pagedown down down enter down enter"),
            ("Wie het eerste aanspreekpunt is.", "up up up enter"),
        ):
            assert " ".join(visit.t(STILL, what=said).split()) in visit.flat
            await visit.press(*keys.split())
        assert visit.t("Complete. F9 reads it back.") in visit.flat
        assert visit.talk().missing() == ()


@pytest.mark.parametrize(
    ("occasion", "theme"),
    [(Occasion.AGAIN, "Opnieuw dezelfde klas"), (Occasion.JOINED, "Later in het jaar erbij")],
)
async def test_what_the_talk_comes_upon_as_said_on_the_day_brings_its_own_questions(
    tmp_path: Path, occasion: Occasion, theme: str
) -> None:
    async with opened(tmp_path, [replace(three_families()[0], occasion=occasion)]) as visit:
        (wanted,) = (each for each in load("nl").themes if each.title == theme)
        await visit.to_board()
        await visit.press("f2")
        assert any(each.text in visit.question for each in wanted.questions), visit.question


async def test_what_is_good_to_see_to_is_ticked_for_the_day_and_out_of_the_way_once_a_family_is_in(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        hint = visit.t(
            "{ready} what to see to beforehand  ·  {kind} another kind of talk, or at home",
            ready="v",
            kind="k",
        )
        await visit.to_day()
        assert hint in visit.text
        first, second, *_, last = load("nl").readiness
        await visit.press("v")
        assert first.text in visit.flat
        assert first.why in visit.flat
        assert second.why not in visit.flat
        await visit.press("enter", "down", "enter", "up", "enter")
        assert visit.desk.day.ready == (second.id,)
        # behind the list stand the tips: no row there is ticked unseen
        tick, to_the_list = visit.t("enter: tick    esc: back"), "pgup"
        assert tick in visit.text
        await visit.press(*["down"] * len(load("nl").readiness))
        assert last.why in visit.flat
        await visit.press("enter")
        assert f"✓ {last.text}" in visit.flat
        await visit.press("enter", *["pagedown"] * 4)
        assert to_the_list in visit.text
        await visit.press("enter")
        assert visit.desk.day.ready == (second.id,)
        assert tick in visit.text
        await visit.press("escape")
        assert visit.screen == "day"
        assert hint not in visit.text
        await visit.kept()
        stored = Repository.reading(tmp_path / "data").day(DAY)
        assert stored.ready == (second.id,)
        visit.desk.keep_day(visit.desk.day.tick(second.names))
        await visit.press("f8", "d")
        assert hint in visit.text
        await visit.press("f8")
        await visit.to_board()
        await visit.press("f8", "d")
        assert hint not in visit.text
        await visit.press("v")
        assert first.text in visit.flat


async def test_a_family_that_walks_in_has_the_kind_of_talk_of_the_day(tmp_path: Path) -> None:
    day = [replace(each, deck="kennismakingsgesprek", asks_information=False) for each in three_families()]
    async with opened(tmp_path, day) as visit:
        await visit.to_day()
        await visit.press("plus")
        await visit.enter("16:00 Noor Hoekstra")
        talk = visit.desk.day.in_order[-1]
        assert (talk.deck, talk.asks_information) == ("kennismakingsgesprek", False)


async def test_the_same_class_again_and_who_joined_are_known_from_what_is_stored(tmp_path: Path) -> None:
    liv, hamit, zuzanna = three_families()
    async with opened(tmp_path, [liv, hamit]) as visit:
        desk = visit.desk
        assert occasion_of(liv, desk) is Occasion.NEW
        # the same child in another class list, with the same teacher; another teacher is new
        sat = Sitting(started=datetime(2025, 8, 26, 11, tzinfo=UTC))
        last_year = replace(
            liv, id="before", pupil=replace(liv.pupil, id="p"), sittings=(sat,), slot=Slot(start=LAST_YEAR)
        )
        desk.keep_day(SchoolDay(date=LAST_YEAR.date(), talks=(last_year,)))
        await visit.kept()
        assert occasion_of(liv, desk) is Occasion.AGAIN
        assert occasion_of(replace(liv, teacher="meester Tom"), desk) is Occasion.NEW
        # after the deadline, when the others were talked with, who has a first talk has joined
        late = replace(zuzanna, slot=Slot(start=datetime(2026, 11, 3, 13)))
        assert occasion_of(late, desk) is Occasion.JOINED
        assert occasion_of(replace(liv, slot=late.slot), desk) is Occasion.AGAIN
        assert occasion_of(replace(late, occasion=Occasion.NEW), desk) is Occasion.NEW

        def ground(since: date | None = None, seen: date | None = None) -> Ground | None:
            newcomer = replace(late.pupil, since=since, seen=seen)
            listed = (replace(liv.pupil, seen=LISTED), hamit.pupil, newcomer)
            desk.keep_school(replace(desk.school, pupils=listed, revision=desk.school.revision + 1))
            desk.day = replace(desk.day, talks=(liv, hamit, late))
            return who_joined(desk, [desk.day]).get(late.id)

        # a day that is told, or on which the others were on the list long since, is surer than a guess
        assert ground() is Ground.GUESSED
        assert ground(since=date(2026, 10, 12)) is Ground.LISTED
        assert ground(since=date(2022, 8, 22)) is None
        assert ground(seen=date(2026, 10, 12)) is Ground.SEEN
        assert ground(seen=LISTED) is None
        # alone in its group a child is one of the list; alone on the list there is nobody to come later than
        others, late = desk.school.pupils[:2], replace(late, pupil=replace(late.pupil, group="8"))
        newly = tuple(replace(each, seen=date(2026, 10, 12)) for each in others)
        for listed, known in ((others, Ground.SEEN), (newly, None), ((), None)):
            newcomer = replace(late.pupil, seen=date(2026, 10, 12))
            school = replace(desk.school, pupils=(*listed, newcomer), revision=desk.school.revision + 1)
            desk.keep_school(school)
            desk.day = replace(desk.day, talks=(late,))
            assert who_joined(desk, [desk.day]).get(late.id) is known
        late = replace(late, pupil=replace(late.pupil, group="3"))
        # the row and k tell so to the teacher
        assert ground(since=date(2026, 10, 12)) is Ground.LISTED
        await visit.to_day()
        await visit.press("end")
        assert visit.t("joined during the year") in visit.text
        await visit.press("k")
        assert "Zij-instroom: op deze school sinds ma 12 okt 2026" in visit.flat
        assert "Nu: Startgesprek, zij-instroom, 20 min." in visit.flat
