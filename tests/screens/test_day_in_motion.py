"""A day that does not go as planned, on the day screen: one line a change, and every change taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.talk import Talk, TalkState
from store.domain.timetable.other_times import Rearranged
from store.files.repository import Repository
from tests.screens.classroom import DAY, Visit, family, opened
from tui.desk.planning.timetable_line import outcome, read_timetable_line
from tui.screens.day.slots import Slots
from tui.widgets.line_input import LineInput

TOMORROW = date(2026, 8, 26)


def stored(folder: Path) -> dict[date, list[Talk]]:
    """What is on the disk of the talks, without what only counts."""
    repository = Repository.reading(folder / "data")
    return {
        on: sorted((replace(talk, revision=0) for talk in repository.day(on).talks), key=lambda talk: talk.id)
        for on in (DAY, TOMORROW)
    }


def times(visit: Visit) -> dict[str, tuple[str, int]]:
    """When the talks of the day on the screen are, and how long."""
    return {
        talk.pupil.first_name: (f"{talk.slot.start:%H:%M}", talk.slot.minutes)
        for talk in visit.desk.day.in_order
    }


def line(visit: Visit) -> str:
    """What stands on the line of the screen."""
    return visit.app.screen.query_one(LineInput).text


async def entered(visit: Visit, *keys: str) -> str:
    """Press keys of which the last is a line with Enter; return what stood under it before that."""
    *pressed, line = keys
    await visit.press(*pressed)
    assert visit.screen == "ask"
    await visit.type(line)
    shown = visit.flat
    await visit.press("enter")
    assert visit.screen == "day", visit.flat
    return shown


async def test_a_whole_day_in_motion_is_taken_back_step_by_step(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.kept()
        before = stored(tmp_path)
        # longer, with the line saying who stands in the way and how to let them move along
        shown = await entered(visit, "home", "l", "+10")
        assert "13:00–13:30" in shown
        assert "Hamit (13:20)" in shown
        await visit.press("u")
        assert "Hamit 13:30" in await entered(visit, "home", "l", "+10 rest")
        assert times(visit) == {"Liv": ("13:00", 30), "Hamit": ("13:30", 20), "Zuzanna": ("14:10", 20)}
        # a pause in, and the one in front of Zuzanna out
        await entered(visit, "home", "down", "l", "pauze 10")
        await entered(visit, "end", "l", "geen pauze")
        assert times(visit) == {"Liv": ("13:00", 30), "Hamit": ("13:40", 20), "Zuzanna": ("14:00", 20)}
        # what is so already is no change, that u would take back in place of another
        await visit.press("end", "l")
        await visit.type("geen pauze")
        await visit.press("enter")
        assert "Zo staat het al." in visit.flat
        await visit.press("ctrl+u", "escape")
        # the day begins earlier, two change places, an interpreter
        await entered(visit, "home", "l", "12.50 rest")
        await entered(visit, "home", "l", "ruil met ham")
        assert times(visit) == {"Hamit": ("12:50", 20), "Liv": ("13:20", 30), "Zuzanna": ("13:50", 20)}
        await entered(visit, "home", "l", "tolk")
        assert times(visit)["Hamit"] == ("12:50", 30)
        assert visit.talk().pupil.interpreter
        # the parents apart, and to another day
        assert "Eline Kuipers" in await entered(visit, "home", "down", "l", "apart 15.00")
        await entered(visit, "end", "l", "morgen 14.00")
        assert times(visit).keys() == {"Liv", "Hamit", "Zuzanna"}
        # one who did not come is planned again beside the talk that was missed
        await visit.press("home", "n")
        assert "15:40" in await entered(visit, "home", "l", "15.40")
        assert [talk.state for talk in visit.desk.day.in_order if talk.pupil.first_name == "Hamit"] == [
            TalkState.NOT_COME, TalkState.PLANNED,
        ]  # fmt: skip
        # a family that walks in
        # with the time where one thinks of it last
        assert "16:20" in await entered(visit, "plus", "Noor Hoekstra, Wietske Hoekstra 16:20")
        assert [each.name for each in visit.desk.day.in_order[-1].audience] == ["Wietske Hoekstra"]
        assert visit.app.screen.query_one("#slots")
        await visit.kept()
        assert [talk.pupil.first_name for talk in stored(tmp_path)[TOMORROW]] == ["Liv"]
        steps = len(visit.desk.day.steps)
        for _ in range(steps):
            await visit.press("u")
        assert visit.desk.day.steps == ()
        await visit.kept()
        assert stored(tmp_path) == before
        # and all of it again
        for _ in range(steps):
            await visit.press("r")
        await visit.kept()
        assert [talk.pupil.first_name for talk in stored(tmp_path)[TOMORROW]] == ["Liv"]
        assert "Noor" in times(visit)


async def test_a_talk_that_went_to_another_day_comes_back_by_undo_from_either_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        for turned in ((), ("pagedown",)):
            await entered(visit, "home", "l", "morgen 14.00")
            assert "Liv" not in times(visit)
            # who is on another day cannot be joined with here, and which day that is, is said
            await visit.press("home", "s")
            await visit.enter("liv")
            assert "Het gesprek van Liv is op wo 26 aug: zet dat eerst op deze dag." in visit.flat
            await visit.press("ctrl+u", "escape", *turned, "u")
            # which of all talks of the day it was is said too
            what = f"{visit.t('other time')} (Liv)"
            assert visit.t("Undone: {what}. {key} brings it back.", what=what, key="r") in visit.notice
            if not turned:
                # the next key is about that talk, and not about the one that took its row
                chosen = visit.app.screen.query_one(Slots).chosen
                assert chosen is not None
                assert chosen.pupil.first_name == "Liv"
            await visit.press("f8", "d")
            if turned:
                await visit.press("pageup")
            assert times(visit)["Liv"] == ("13:00", 20)


async def test_what_cannot_be_is_refused_in_words_and_the_line_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f8", "d", "home", "down", "l")
        for line, reason in (
            ("13.10", "A talk is going on then."),
            ("-18", "A talk lasts {shortest} to {longest} minutes."),
            ("ruil met niemand", "No planned talk on this day with that name to swap with."),
            ("25:00", "Type a time, perhaps with a day: 13:40, or tomorrow 14:00."),
            ("thuis", "Where it is and what kind of talk: the key {key} on the day."),
        ):
            await visit.enter(line)
            assert visit.screen == "ask"
            assert " ".join(visit.t(reason, shortest=5, longest=240, key="k").split()) in visit.flat
            await visit.press("ctrl+u")
        await visit.press("escape")
        assert times(visit)["Hamit"] == ("13:20", 20)


async def test_on_a_card_the_line_names_no_other_child(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        visit.clock.go_on(seconds=2)
        await visit.press("l")
        await visit.type("+10 rest")
        assert "13:00–13:30" in visit.flat
        assert "Hamit" not in visit.flat
        await visit.press("ctrl+u")
        await visit.type("13.20")
        assert visit.t("Note: there is another talk at that time.") in visit.flat
        assert "Hamit" not in visit.flat


async def test_a_family_that_walks_in_is_named_by_a_few_letters_and_gets_the_next_free_time(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("plus")
        await visit.type("ham")
        await visit.press("tab")
        assert "13:40: Hamit Yıldız" in visit.flat
        await visit.press("enter")
        chosen = visit.desk.day.in_order[2]
        assert (chosen.pupil.first_name, f"{chosen.slot.start:%H:%M}") == ("Hamit", "13:40")
        slots = visit.app.screen.query_one("#slots")
        assert slots.chosen == chosen  # type: ignore[attr-defined]
        # Enter behind the letters takes the same child, and makes nobody new of them
        await visit.press("u", "plus")
        await visit.enter("ham")
        assert times(visit)["Hamit"] == ("13:40", 20)
        await visit.press("u", "plus")
        await visit.enter("25:00 Noor Hoekstra")
        assert visit.t("{word} is not a time; type 16:20, or a day and a time.", word="25:00") in visit.flat


async def test_who_joins_late_is_planned_on_today_and_shown_there(tmp_path: Path) -> None:
    past = [family("Liv Bosman", "Mark Bosman", at="13:00")]
    async with opened(tmp_path, past, wall=datetime(2026, 9, 21, 12, 2)) as visit:
        await visit.to_day()
        assert visit.desk.day.date == DAY
        await visit.press("plus")
        await visit.enter("Noor Hoekstra")
        assert visit.desk.day.date == date(2026, 9, 21)
        assert times(visit) == {"Noor": ("12:05", 20)}
        await visit.press("u")
        assert times(visit) == {}
        assert visit.desk.school.pupils == (past[0].pupil,)
        await visit.press("r")
        assert times(visit) == {"Noor": ("12:05", 20)}
        assert timedelta() < visit.desk.day.date - DAY


async def test_pupils_without_a_talk_stand_on_the_day_and_in_the_summary_also_after_the_deadline(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, wall=datetime(2026, 12, 1, 12, 55)) as visit:
        school = visit.desk.school
        noor = family("Noor Hoekstra", at="13:00").pupil
        await visit.to_day()
        assert visit.t("Without a talk: {names}.", names="")[:-1].rstrip() not in visit.text
        visit.desk.keep_school(replace(school, pupils=(*school.pupils, noor)))
        await visit.press("f8", "d")
        told = visit.t("Without a talk: {names}.", names="Noor Hoekstra")
        assert told in visit.text
        await visit.press("f9")
        assert told in visit.text
        # tab on the empty line takes the first of them
        await visit.press("escape", "plus", "tab", "enter")
        assert times(visit)["Noor"][1] == 20
        assert told not in visit.text


async def test_a_day_typed_by_hand_has_dates_says_overlaps_and_can_be_changed(tmp_path: Path) -> None:
    async with opened(tmp_path, (), first_run=True) as visit:
        await visit.press("h")
        assert visit.screen == "byhand"
        await visit.enter("25:00 Liv Bosman")
        assert visit.t("{word} is not a time; type 16:20, or a day and a time.", word="25:00") in visit.notice
        await visit.press("ctrl+u")
        await visit.enter("morgen 13.10 Liv Bosman, Mark Bosman")
        assert visit.desk.day.date == TOMORROW
        await visit.enter("13.20 Noor Hoekstra 2b")
        assert visit.desk.day.in_order[1].pupil.last_name == "Hoekstra 2b"
        await visit.press("ctrl+z")
        await visit.enter("13.20 N0or=2")
        assert visit.desk.day.in_order[1].pupil.first_name == "N0or=2"
        await visit.press("ctrl+z")
        await visit.enter("13.20 Noor Hoekstra")
        assert "Liv (13:10)" in visit.notice
        await visit.press("up")
        await visit.press("home", *["delete"] * 5)
        await visit.type("13:30")
        await visit.press("enter")
        assert times(visit) == {"Liv": ("13:10", 20), "Noor": ("13:30", 20)}
        assert len(visit.desk.school.pupils) == 2
        # one typed earlier: a name with a slip in it, and a parent more
        await visit.press("up", "up")
        assert line(visit) == "13:10 Liv Bosman, Mark Bosman"
        await visit.press("end", *["backspace"] * len("Bosman, Mark Bosman"))
        await visit.enter("Bosma, Mark Bosman, Eline Kuipers")
        assert "Liv Bosma" in visit.text
        assert [each.full_name for each in visit.desk.school.pupils] == ["Liv Bosma", "Noor Hoekstra"]
        assert [each.name for each in visit.desk.school.pupils[0].carers] == ["Mark Bosman", "Eline Kuipers"]
        await visit.press("ctrl+z")
        assert [each.full_name for each in visit.desk.school.pupils] == ["Liv Bosman", "Noor Hoekstra"]
        assert [each.name for each in visit.desk.school.pupils[0].carers] == ["Mark Bosman"]
        await visit.press("up", "down")
        assert line(visit) == ""


async def test_when_a_talk_is_moved_to_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    wanted = {
        "10 min later": ("13:30", 20),
        "een kwartier eerder met rest": ("13:05", 20),
        "verzet naar 14.15 uur": ("14:15", 20),
        "15.00-15.30": ("15:00", 30),
        "15.00 30 min": ("15:00", 30),
        "over een half uur": ("13:25", 20),
        # of a mother, of something else: perhaps of another talk
        "Marieke 15.00": None,
        "15.00 ivm ziek": None,
        "15.00 met vader": None,
        "morgen 14.00 30 min": None,
    }
    async with opened(tmp_path) as visit:
        await visit.to_day()
        assert {typed: moved(visit, typed) for typed in wanted} == wanted
        await visit.press("home", "l")
        await visit.type("za 14.00")
        assert visit.t("Note: there is no school that day.") in visit.flat


def moved(visit: Visit, typed: str) -> tuple[str, int] | None:
    """When the second talk of the day is by a line, and how long; None where nothing becomes of it."""
    talk = visit.desk.day.in_order[1]
    line = read_timetable_line(typed, talk, visit.desk)
    found = outcome(line, talk, visit.desk) if line else None
    slot = found.talk.slot if isinstance(found, Rearranged) else None
    return (f"{slot.start:%H:%M}", slot.minutes) if slot else None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("noor half 3", "14:30: noor."),
        ("noor 16 uur 20", "16:20: noor."),
        ("Noor Hoekstra 16.20 uur", "16:20: Noor Hoekstra."),
        ("noor om kwart over 2", "14:15: noor."),
        ("noor 10 voor 3", "14:50: noor."),
        ("noor, opa half drie", "14:30: noor"),
        ("16u20 noor", "16:20: noor."),
        ("Mei 14 uur 20", "14:20: Mei."),
        ("ham half 3", "14:30: Hamit Yıldız"),
    ],
)
async def test_a_family_more_has_its_name_and_its_time_however_the_time_is_said(
    tmp_path: Path, typed: str, told: str
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("plus")
        await visit.type(typed)
        assert told in visit.flat
