from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from store.domain.talk import TalkState
from store.domain.undo import StepName
from store.export.wording.days import day_short
from store.files.repository import Repository
from tests.screens.classroom import Visit, family, opened, reopened
from tui.desk.talk import course

DUTCH_NAMES = ("Liv Bosman", "Hamit Yıldız", "Zuzanna Wójcik")


def row(visit: Visit, name: str) -> str:
    """The row of this child."""
    return next(line for line in visit.text.splitlines() if name in line)


async def test_the_day_shows_slots_in_order_with_breaks_and_progress(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        rows = visit.text
        places = [rows.index(name) for name in DUTCH_NAMES]
        assert places == sorted(places)
        assert visit.t("break until {time}", time="14:00") in rows
        assert rows.index("Hamit") < rows.index("14:00") < rows.index("Zuzanna")
        assert "Groep 3  ·  " + visit.t("{done} of {pupils} pupils talked with", done=0, pupils=3) in rows
        # of two groups it names neither, and who walks in is in neither
        other, school = family("Jip Mol", at="15:00").pupil, visit.desk.school
        visit.desk.keep_school(replace(school, pupils=(*school.pupils, replace(other, group="4"))))
        await visit.press("plus")
        await visit.enter("15:00 Noor Hoekstra")
        assert visit.desk.day.in_order[-1].group == ""
        assert "Groep 3" not in visit.text


async def test_from_the_week_in_which_start_talks_are_done_the_day_speaks_of_progress_talks_but_of_a_joiners(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        year = visit.desk.year
        until = visit.t("done before {day}", day=day_short(year.deadline, visit.t, year=False))
        assert until in visit.text
        assert visit.t("Start talks") in visit.text
        earlier = replace(year, start=visit.desk.day.date - timedelta(days=30))
        visit.desk.keep_school(replace(visit.desk.school, year=earlier))
        await visit.press("f8", "d")
        assert visit.screen == "day"
        assert earlier.deadline <= visit.desk.day.date
        assert visit.t("Progress talks") in visit.text
        await visit.press("v")
        assert visit.t("Before the day: {kinds}", kinds=visit.t("Progress talks")) in visit.text
        await visit.press("escape")
        assert visit.t("Start talk").lower() not in visit.text
        # who joined has a start talk among them, and a day of nothing else is one of start talks
        await visit.press("home", "k")
        await visit.enter("zij-instroom")
        assert visit.t("Progress talks") in visit.text
        assert visit.t("Start talk").lower() in visit.text
        await visit.press("k")
        await visit.enter("zij-instroom hele dag")
        assert visit.t("Progress talks") not in visit.text
        assert visit.t("Start talks") in visit.text
        # to a family no talk is about progress
        await visit.press("u", "u", "f8")
        await visit.to_board()
        await visit.press("f5")
        assert visit.t("Progress talk").lower() not in visit.text.lower()


async def test_remarks_and_plans_are_behind_one_key_and_not_in_the_row(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        assert "[oma]" not in visit.text
        # nor is the row crooked where there is little room
        await visit.resize(60, 24)
        lines = visit.text.splitlines()
        told = next(at for at, line in enumerate(lines) if "opmerking" in line)
        assert lines[told + 1].index("p") == lines[told].index("opmerking")
        await visit.press("home", "p")
        assert "komt met [oma] =1+1" in visit.text
        await visit.press("down")
        assert "[oma]" not in visit.text
        await visit.press("up", "p")
        assert "[oma]" not in visit.text


async def test_not_come_asks_for_a_call_until_that_is_noted(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("home", "n")
        assert visit.talk().state is TalkState.NOT_COME
        assert visit.t("not come, call or visit") in row(visit, "Liv")
        await visit.press("n")
        assert visit.talk().followed_up
        assert visit.t("not come, called or visited") in row(visit, "Liv")
        await visit.press("n", "u")
        assert not visit.talk().followed_up
        # nor are they to be called when they came after all
        await visit.press("l")
        await visit.enter("16.40")
        assert visit.t("not come, again at {time}", time="16:40") in row(visit, "Liv")
        late = visit.desk.day.in_order[-1]
        course.begin(late, late.invited, visit.desk)
        await visit.dealt_with()
        assert row(visit, "Liv").endswith(visit.t("not come"))
        course.unbegin(visit.desk.day.in_order[-1], visit.desk)
        # nor where they have another day
        await visit.press("u")
        assert visit.t("not come, call or visit") in row(visit, "Liv")
        await visit.press("l")
        await visit.enter("morgen 14.00")
        assert "niet gekomen, opnieuw wo 26 aug" in row(visit, "Liv")
        await visit.press("f9")
        assert visit.screen == "summary"
        assert "Liv Bosman: bellen of langsgaan" not in visit.flat
        await visit.press("escape", "u", "u")
        assert visit.talk().state is TalkState.PLANNED


async def test_a_cancelled_talk_can_be_taken_back_in_words(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("home", "a")
        assert visit.talk().state is TalkState.CANCELLED
        await visit.press("u")
        assert visit.talk().state is TalkState.PLANNED
        assert visit.t("cancelled") in visit.notice


async def test_a_talk_moves_to_another_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("home", "l")
        await visit.enter("16:20")
        moved = visit.desk.day.in_order[-1]
        assert (moved.pupil.first_name, moved.slot.start) == ("Liv", datetime(2026, 8, 25, 16, 20))
        await visit.press("u")
        assert visit.desk.day.in_order[0].pupil.first_name == "Liv"


async def test_a_talk_moves_to_another_day_and_is_on_one_day_only(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        talk_id = visit.talk().id
        await visit.press("home", "l")
        await visit.enter("27-8 15:40")
        await visit.kept()
        visit.clock.go_on(seconds=1.5)
        await visit.type("uit")
        await visit.kept()
        assert visit.desk.day.talk(talk_id) is None
    other = Repository.reading(tmp_path / "data").day(date(2026, 8, 27))
    assert [talk.slot.start for talk in other.talks] == [datetime(2026, 8, 27, 15, 40)]
    assert Repository.reading(tmp_path / "data").day(date(2026, 8, 25)).talk(talk_id) is None


async def test_what_was_said_of_one_day_is_gone_on_the_next(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("home", "l")
        await visit.enter("27-8 15:40")
        await visit.kept()
        assert visit.notice
        await visit.press("pagedown")
        assert visit.desk.day.date == date(2026, 8, 27)
        assert not visit.notice


async def test_what_is_no_time_is_refused_in_words_and_escape_moves_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        before = visit.desk.day
        await visit.press("home", "l")
        await visit.enter("straks")
        assert visit.screen == "ask"
        assert "straks" in visit.app.screen.query_one(Input).value
        await visit.press("ctrl+u", "escape")
        assert (visit.screen, visit.desk.day) == ("day", before)


async def test_a_family_more_is_planned_with_time_and_parents(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("plus")
        await visit.enter("+ 16:20 Noor Hoekstra, Wietske Hoekstra, Jelle Hoekstra")
        added = visit.desk.day.in_order[-1]
        assert added.pupil.full_name == "Noor Hoekstra"
        assert [carer.name for carer in added.audience] == ["Wietske Hoekstra", "Jelle Hoekstra"]
        assert f"{added.slot.start:%H:%M}" == "16:20"
        assert "Noor Hoekstra" in visit.text
        assert visit.desk.school.pupil(added.pupil.id) is not None
        assert "van de 4" in visit.text
        # nor does a word that is typed where no line is take it back, whatever it begins with
        for word in ("ouders", "uders", "und", "naam"):
            before = visit.desk.day.talks
            visit.clock.go_on(seconds=1.5)
            await visit.type(word)
            assert (visit.screen, [each.state for each in visit.desk.day.talks]) == (
                "day",
                [each.state for each in before],
            )
            assert "Noor Hoekstra" in visit.text
            assert "Een woord doet hier niets" in visit.notice
        # nor one that is typed slowly, once a letter shows that it is one
        visit.clock.go_on(seconds=1.5)
        for letter in "uders":
            visit.clock.go_on(seconds=0.7)
            await visit.type(letter)
        assert "Noor Hoekstra" in visit.text
        assert visit.screen == "day"
        visit.clock.go_on(seconds=1.5)
        await visit.press("n", "u")
        assert [each.state for each in visit.desk.day.talks] == [each.state for each in before]
        visit.clock.go_on(seconds=1.5)
        await visit.press("u")
        assert "Noor Hoekstra" not in visit.text
        assert visit.desk.school.pupil(added.pupil.id) is None
        assert "van de 3" in visit.text
        # planned for a talk that the family missed it stays that, wherever it goes
        missed = visit.desk.day.in_order[0]
        visit.desk.do(StepName.NOT_COME, missed.not_come())
        await visit.press("plus")
        await visit.enter("17:00 liv")
        assert visit.desk.day.in_order[-1].again == missed.id


@pytest.mark.parametrize("line", ["noor 16.20", "Noor Hoekstra 16:20", "rond 16:20 noor", "om 16:20 noor"])
async def test_a_time_may_stand_behind_the_name_of_a_family_more(tmp_path: Path, line: str) -> None:
    async with opened(tmp_path) as visit:
        before = visit.desk.day.talks
        await visit.to_day()
        await visit.press("plus")
        await visit.enter(line)
        added = [each for each in visit.desk.day.talks if each not in before]
        assert [(each.pupil.first_name.lower(), f"{each.slot.start:%H:%M}") for each in added] == [
            ("noor", "16:20")
        ]


async def test_a_family_more_for_a_pupil_of_the_class_leaves_the_class_list_alone(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        classmates = visit.desk.school.pupils
        name = visit.desk.day.in_order[0].pupil.full_name
        await visit.press("plus")
        await visit.enter(f"16:20 {name}")
        await visit.press("u")
        assert visit.desk.school.pupils == classmates
        # of one child the first name is enough
        await visit.press("plus")
        await visit.enter(name.split()[0].lower())
        pupil = visit.desk.day.in_order[0].pupil
        assert [each.pupil for each in visit.desk.day.in_order].count(pupil) == 2
        assert visit.desk.school.pupils == classmates


async def test_enter_opens_the_card_and_on_a_finished_talk_opens_it_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("punt")
        await visit.enter("juf belt in november: wennen", "-", "-")
        await visit.finish()
        finished = visit.talk()
        assert finished.state is TalkState.FINISHED
        await visit.to_day()
        assert "✓" in row(visit, "Liv")
        await visit.press("home", "enter")
        assert visit.screen == "welcome"
        await visit.press("enter")
        assert visit.screen == "talk"
        assert visit.talk().state is TalkState.RUNNING
        assert visit.talk().points == finished.points
        assert visit.talk().plan.moments == finished.plan.moments


async def test_a_talk_that_was_opened_again_by_mistake_is_as_it_was_by_one_undo(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("punt")
        await visit.enter("juf belt in november: wennen", "-", "-")
        await visit.finish()
        course.hand_over(visit.talk(), visit.desk)
        was = visit.talk()
        await visit.to_day()
        await visit.press("home", "enter", "enter")
        visit.clock.go_on(seconds=2)
        await visit.press("ctrl+z")
        assert visit.screen == "welcome"
        assert replace(visit.talk(), revision=was.revision) == was
        await visit.press("enter", "f7")
        # how to go back to it is said without a name
        assert "Opzij gelegd." in visit.flat
        await visit.press("d", "home", "enter", "ctrl+z")
        assert visit.t("The talk is as it was.") in visit.flat
        assert replace(visit.talk(), revision=was.revision) == was
        await visit.press("enter")
        assert visit.talk().state is TalkState.RUNNING
    # nor is it forgotten when the program stops before it was noticed
    async with reopened(tmp_path) as visit:
        await visit.press("enter", "enter")
        visit.clock.go_on(seconds=2)
        await visit.press("ctrl+z")
        assert replace(visit.talk(), revision=was.revision) == was
        # once something was done in it, that is what undo takes back
        await visit.press("enter")
        await visit.enter("nog iets")
        visit.clock.go_on(seconds=2)
        await visit.press("ctrl+z")
        assert [point.text for point in visit.talk().points] == ["punt"]
        assert visit.talk().state is TalkState.RUNNING


async def test_behind_the_last_family_what_was_set_aside_is_chosen_and_enter_stands_on_the_key_line(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, (family("Liv Bosman", "Mark Bosman", at="13:00"),)) as visit:
        await visit.to_board()
        await visit.press("f7")
        await visit.to_day()
        assert f"↵ {visit.t('open')}" in visit.text.splitlines()[-1]
        await visit.press("enter")
        assert visit.t("On with {name}", name="Liv Bosman") in visit.text


async def test_enter_on_the_running_talk_goes_to_its_board(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f8", "d")
        assert visit.screen == "day"
        await visit.press("home", "enter")
        assert visit.screen == "talk"


async def test_a_day_that_runs_late_says_so_and_what_that_makes_of_the_coming_times(tmp_path: Path) -> None:
    async with opened(tmp_path, wall=datetime(2026, 8, 25, 13, 19)) as visit:
        await visit.to_board()
        await visit.press("f8", "d")
        late = "The day runs {count} minute late.", "The day runs {count} minutes late."
        assert visit.t.n(*late, 20) in visit.text
        # to five minutes: nobody can keep 13:39
        assert visit.t("about {time}", time="13:40") in row(visit, "Hamit")
        visit.clock.go_on(hours=1)
        await visit.press("f8", "d")
        assert (
            visit.t.n("The day runs {count} hour late.", "The day runs {count} hours late.", 1) in visit.text
        )
        visit.clock.go_on(hours=5)
        await visit.press("f8", "d")
        assert visit.t("about {time}", time="") not in visit.text
        assert visit.t("about {time}", time="") not in row(visit, "Zuzanna")


async def test_a_day_on_time_says_nothing_of_delay(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        late = "The day runs {count} minute late.", "The day runs {count} minutes late."
        assert visit.t.n(*late, 7)[:12] not in visit.text


async def test_beginning_another_talk_sets_the_running_one_aside(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f8", "d", "home", "down", "enter", "enter")
        first, second, _ = visit.desk.day.in_order
        assert (first.state, second.state) == (TalkState.SET_ASIDE, TalkState.RUNNING)


async def test_page_keys_turn_to_the_other_days_with_talks(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("home", "l")
        await visit.enter("27-8 15:40")
        await visit.press("pagedown")
        assert visit.desk.day.date == date(2026, 8, 27)
        assert "Liv Bosman" in visit.text
        await visit.press("pageup")
        assert visit.desk.day.date == date(2026, 8, 25)


@pytest.mark.parametrize("key", ["n", "a", "l"])
async def test_the_letters_leave_a_running_talk_alone(tmp_path: Path, key: str) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f8", "d", "home", key)
        assert visit.screen == "day"
        assert visit.talk().state is TalkState.RUNNING


async def test_a_long_afternoon_can_be_scrolled_to_its_last_family(tmp_path: Path) -> None:
    talks = [family(f"Kind Nummer{n}", f"Ouder {n}", at=f"{9 + n // 3}:{n % 3 * 20:02}") for n in range(24)]
    async with opened(tmp_path, talks, size=(60, 20)) as visit:
        await visit.to_day()
        await visit.press("end")
        assert "Nummer23" in visit.text


async def test_a_long_name_is_cut_only_where_its_row_has_no_room_left(tmp_path: Path) -> None:
    long = "Philippa-Charlotte van Oldenbarnevelt tot Zuylesteyn"
    async with opened(tmp_path, [family(long, "A. van Oldenbarnevelt", at="13:00")]) as visit:
        await visit.to_day()
        assert long in visit.text
        await visit.resize(120, 40)
        assert long in visit.text
        await visit.press("f9")
        assert long in visit.text


async def test_why_a_talk_that_has_begun_is_not_undone_on_the_day_is_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("leest graag")
        await visit.press("f7")
        await visit.to_day()
        await visit.press("home", "u")
        assert (
            visit.t("This talk has begun: what was done in it is undone there. Enter opens it.") in visit.flat
        )
        await visit.press("down", "u")
        assert visit.t("There is nothing to undo here.") in visit.flat
        assert visit.talk().points
