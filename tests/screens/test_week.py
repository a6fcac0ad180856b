from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from store.domain.board import AgendaPoint, Agreement
from store.domain.people import Presence, Voice
from store.domain.plan import Channel, ContactMoment, Initiative, When, WhenKind
from store.domain.school_year import assumed_year
from store.domain.talk import Talk, TalkState
from store.domain.timer import Sitting
from store.domain.year.sequel import Became, Sequel
from store.planline.read import read_line
from store.planline.reading import Names
from tests.screens.classroom import DAY, Clock, Visit, family, new_id, opened
from tui.desk.stored_days import StoredDays

NOVEMBER = datetime(2026, 11, 11, 16)
"""A Wednesday afternoon, wall time in summer's offset."""


def finished(talk: Talk, *lines: str) -> Talk:
    """A talk that was finished in August with these contact moments."""
    names = Names((talk.pupil.first_name,), tuple(each.name for each in talk.audience), ("juf Els",))
    read = [moment for line in lines for moment in read_line(line, DAY, assumed_year(DAY), names).moments]
    moments = tuple(replace(each, id=new_id()) for each in read)
    begun = Clock()()
    return replace(
        talk.plan_moments(*moments),
        state=TalkState.FINISHED,
        presence=Presence(carers=tuple(each.id for each in talk.audience)),
        sittings=(Sitting(started=begun, ended=begun),),
    )


def families() -> tuple[Talk, ...]:
    """Liv has a call this week, Hamit a visit with something kept for it; Zuzanna's family did not come."""
    liv = finished(
        family("Liv Bosman", "Mark Bosman", "Eline Kuipers", at="13:00"), "juf belt 13 november: slaap"
    )
    hamit = finished(
        family("Hamit Yıldız", "Emre Yıldız", at="13:20"), "huisbezoek 12 november: hoe gaat het"
    )
    kept = AgendaPoint(id=new_id(), voice=Voice.PUPIL, text="mijn konijn", later=hamit.plan.moments[0].id)
    missed = replace(family("Zuzanna Wójcik", "Agnieszka Wójcik", at="14:00"), state=TalkState.NOT_COME)
    return liv, hamit.raise_point(kept), missed


async def to_week(visit: Visit) -> None:
    """From the curtain to this week."""
    await visit.press("d", "w")
    visit.clock.go_on(seconds=2)
    assert visit.screen == "week"


def called(visit: Visit) -> bool:
    """Whether the family that did not come was called."""
    return visit.desk.day.in_order[2].followed_up


async def answer(visit: Visit, key: str, text: str) -> None:
    """Press a key on the chosen row, and answer what it asks."""
    visit.clock.go_on(seconds=2)
    await visit.press(key)
    await visit.enter(text)


async def test_a_week_is_dealt_with_by_one_key_a_row_and_all_of_it_can_be_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def after_much_else(look: Callable[[], object]) -> object:
        for _ in range(500):
            turn = asyncio.Event()
            asyncio.get_running_loop().call_soon(turn.set)
            await turn.wait()
        return look()

    monkeypatch.setattr("tui.screens.year.year_page.to_thread", after_much_else)
    async with opened(tmp_path, families(), wall=NOVEMBER) as visit:
        await visit.press("d")
        visit.clock.go_on(seconds=2)
        # right behind the key that leads there, before the year is read
        for key in "wd":
            visit.post(key)
        await visit.dealt_with()
        assert "Zuzanna" in visit.text
        assert visit.screen == "ask"
        await visit.press("escape")
        assert "week 46" in visit.text
        assert [name in visit.text for name in ("Zuzanna", "Hamit", "Liv")] == [True] * 3
        # the family that did not come first: it was called
        await answer(visit, "d", "ze komen maandag")
        assert called(visit)
        # then Hamit's visit is off, with a reason
        await answer(visit, "x", "")
        assert visit.screen == "ask"
        await visit.enter("ziek")
        assert visit.screen == "week"
        # and Liv's call goes to the week after, by a line that is read while it is typed
        await visit.press("l")
        await visit.type("volgende week dinsdag 15:30")
        assert "di 17 nov 2026 15:30" in visit.text
        assert "volgende week dinsdag" in visit.text
        await visit.press("enter")
        liv, hamit, _ = visit.desk.day.in_order
        (moment,) = liv.plan.moments
        assert moment.when == When(kind=WhenKind.DATETIME, datetime=datetime(2026, 11, 17, 15, 30))
        assert (moment.purpose, moment.text) == ("slaap", "volgende week dinsdag 15:30")
        assert liv.sequels[0].moment is not None
        assert liv.sequels[0].moment.text == "juf belt 13 november: slaap"
        assert [(each.became, each.text) for each in hamit.sequels] == [(Became.DROPPED, "ziek")]
        assert "di 17 nov 15:30" in visit.text
        # the line as it was agreed on, and that by which it was moved, each with its day
        assert "25 aug 2026: juf belt 13 november: slaap" in visit.flat
        assert "verzet op wo 11 nov 2026: volgende week dinsdag 15:30" in visit.flat
        assert "Hamit" not in visit.text
        await visit.press("u", "u", "u")
        assert [talk.sequels for talk in visit.desk.day.in_order] == [(), (), ()]
        assert visit.desk.day.in_order[0].plan.moments[0].text == "juf belt 13 november: slaap"
        assert not called(visit)
        await visit.press("r")
        assert called(visit)
        await visit.press("escape")
        assert visit.screen == "day"


async def test_a_weekly_call_that_was_never_ticked_is_one_row_and_one_key(tmp_path: Path) -> None:
    weekly = finished(family("Liv Bosman", "Mark Bosman", at="13:00"), "juf belt elke maandag")
    async with opened(tmp_path, (weekly,), wall=NOVEMBER) as visit:
        await to_week(visit)
        assert "11× t/m ma 9 nov" in visit.flat
        # of which row it is, and that it is about all of them, stands where it is asked
        await visit.press("d")
        assert "11× t/m ma 9 nov · bellen" in visit.flat
        await visit.press("escape")
        await answer(visit, "d", "gaat goed")
        assert len(visit.talk().sequels) == 11
        assert {each.text for each in visit.talk().sequels} == {"gaat goed"}
        assert "× t/m" not in visit.flat
        await visit.press("u")
        assert visit.talk().sequels == ()
        assert "11× t/m ma 9 nov" in visit.flat


async def test_the_chosen_row_stays_in_sight_where_more_is_told_of_it(tmp_path: Path) -> None:
    lines = [f"juf belt {day} november: nummer {day}" for day in range(9, 22)]
    long = "huisbezoek 24 november: " + "hoe het gaat " * 20
    async with opened(tmp_path, (finished(families()[0], *lines, long),), wall=NOVEMBER) as visit:
        await to_week(visit)
        await visit.press("end")
        assert "di 24 nov · huisbezoek" in visit.flat


async def test_another_size_of_the_window_reads_nothing_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path, families(), wall=NOVEMBER) as visit:
        await to_week(visit)

        def read(days: StoredDays, day: date) -> tuple[Talk, ...]:
            raise AssertionError(day)

        monkeypatch.setattr(StoredDays, "talks_on", read)
        await visit.resize(100, 30)
        assert "Zuzanna" in visit.text


async def test_what_can_not_be_moved_to_is_refused_and_stays_on_the_line(tmp_path: Path) -> None:
    async with opened(tmp_path, families()[:1], wall=NOVEMBER) as visit:
        await to_week(visit)
        await visit.press("l")
        for line in ("zo nodig", "12 nov en 19 nov"):
            await visit.enter(line)
            assert visit.screen == "move"
            assert visit.line == line
            await visit.press(*["backspace"] * len(line))
        # a day that is over: one sentence, and nothing of what was read beside it
        await visit.enter("3 nov")
        assert visit.line == "3 nov"
        assert "Dat is al geweest." in visit.text
        assert "nog te bepalen" not in visit.text
        await visit.press("escape")
        assert visit.talk().sequels == ()


async def test_a_done_line_may_begin_with_the_day_that_it_was(tmp_path: Path) -> None:
    async with opened(tmp_path, families()[:1], wall=NOVEMBER) as visit:
        await to_week(visit)
        await answer(visit, "enter", "10 nov: gaat beter")
        (sequel,) = visit.talk().sequels
        assert (sequel.day, sequel.text) == (date(2026, 11, 10), "gaat beter")
        assert "Er vraagt nu niets om aandacht." in visit.text


async def test_of_an_agreement_that_is_moved_the_text_stays_as_it_was_typed(tmp_path: Path) -> None:
    when = When(kind=WhenKind.DATE, date=date(2026, 11, 12))
    agreed = Agreement(id=new_id(), text="juf vraagt het", who="juf", side=Initiative.TEACHER, when=when)
    (liv, *_) = families()
    async with opened(tmp_path, (replace(liv.agree(agreed), plan=type(liv.plan)()),), wall=NOVEMBER) as visit:
        await to_week(visit)
        await answer(visit, "l", "19 nov")
        (moved,) = visit.talk().agreements
        assert moved.when == replace(when, date=date(2026, 11, 19))
        assert moved.text == "juf vraagt het"
        assert visit.talk().sequels[0].agreement == agreed


async def test_a_moment_is_held_as_a_talk_with_what_was_kept_and_a_new_plan_comes_out(tmp_path: Path) -> None:
    hamit = families()[1]
    also = finished(hamit, "gesprek begin maart: lezen").plan.moments[-1]
    async with opened(tmp_path, (hamit.plan_moments(also),), wall=NOVEMBER) as visit:
        await to_week(visit)
        await visit.press("g")
        assert visit.screen == "welcome"
        # nobody is welcomed to the own home
        assert "·  contactmoment  ·  thuis" in visit.text
        assert "Welkom" not in visit.text
        assert visit.desk.day.date == NOVEMBER.date()
        (held,) = visit.desk.day.talks
        assert held.slot.minutes == 60
        assert (held.place, held.place_reason) == ("thuis", "hoe gaat het")
        assert held.expected == hamit.invited
        visit.clock.go_on(seconds=2)
        await visit.press("enter")
        assert visit.screen == "talk"
        assert "mijn konijn" in visit.text
        assert "Hoe het gaat" in visit.text
        await visit.press("f3")
        assert "Wie doen er mee?" in visit.text
        await visit.press("escape")
        await visit.press("f6")
        assert "12 november" in visit.flat
        await visit.press("escape", "f9")
        await visit.enter("juf belt 10 december: slaapt hij beter")
        await visit.press("f5")
        assert "25 augustus 2026 afspraken geldt nog: · Begin maart 2027" in visit.flat
        await visit.press("escape")
        await visit.finish()
        assert visit.screen == "curtain"
        await to_week(visit)
        assert "hoe gaat het" not in visit.text
        assert "slaapt hij beter" not in visit.text
        visit.clock.go_on(days=20)
        visit.app.screen.show()  # type: ignore[attr-defined]
        await visit.dealt_with()
        assert "slaapt hij beter" in visit.text
        await visit.press("escape", "f9", "enter")
        told = visit.clipboard.text.split("\n")
        assert told[0] == "Huisbezoek: Hamit Yıldız, woensdag 11 november 2026"
        assert "Afgesproken op dinsdag 25 augustus 2026: huisbezoek 12 november: hoe gaat het" in told


async def test_what_comes_later_in_the_year_is_behind_a_letter_and_can_be_dropped_by_then(
    tmp_path: Path,
) -> None:
    liv = finished(family("Liv Bosman", "Mark Bosman", at="13:00"), "juf belt 3 mei: slaap")
    async with opened(tmp_path, (liv,), wall=NOVEMBER) as visit:
        await to_week(visit)
        assert "slaap" not in visit.text
        assert "v later" in visit.flat
        await visit.press("v")
        assert "slaap" in visit.text
        assert "v minder" in visit.flat
        await answer(visit, "x", "het gaat goed")
        assert "slaap" not in visit.text
        await visit.press("u")
        assert "slaap" in visit.text
        visit.clock.go_on(seconds=2)
        await visit.press("v")
        assert "slaap" not in visit.text


async def test_holding_it_twice_takes_up_the_same_talk_with_those_who_were_to_take_part(
    tmp_path: Path,
) -> None:
    liv = families()[0]
    async with opened(tmp_path, (liv,), wall=NOVEMBER) as visit:
        await to_week(visit)
        await visit.press("g", "escape")
        await to_week(visit)
        await visit.press("g")
        assert visit.screen == "welcome"
        (held,) = visit.desk.day.talks
        # it is the parents who are called, and a call is short
        assert held.slot.minutes == 10
        assert held.expected == replace(liv.invited, pupil=False)
        # another kind of talk is what it is then, and as a contact moment it is as it was
        await visit.press("escape")
        visit.clock.go_on(seconds=2)
        await visit.press("d")
        for line, deck in (("start", "startgesprek"), ("contact", "")):
            visit.clock.go_on(seconds=2)
            await visit.press("k")
            await visit.enter(line)
            assert visit.desk.day.talks[0].deck == deck


async def test_a_family_that_did_not_come_has_its_own_talk_today(tmp_path: Path) -> None:
    async with opened(tmp_path, families()[2:], wall=NOVEMBER) as visit:
        await to_week(visit)
        await visit.press("g")
        assert visit.screen == "welcome"
        assert [talk.follows for talk in visit.desk.day.talks] == [None]


@pytest.mark.parametrize("state", [TalkState.PLANNED, TalkState.SET_ASIDE])
async def test_a_talk_that_was_never_held_comes_today_and_one_that_was_set_aside_goes_on(
    tmp_path: Path, state: TalkState
) -> None:
    begun = finished(families()[2])
    sittings = begun.sittings if state is TalkState.SET_ASIDE else ()
    never = replace(begun, state=state, sittings=sittings)
    async with opened(tmp_path, (never,), wall=NOVEMBER) as visit:
        await to_week(visit)
        assert "25 aug" in visit.text
        await visit.press("g")
        assert visit.screen == "welcome"
        (talk,) = visit.desk.day.talks
        assert talk.id == never.id
        assert talk.slot.start.date() == (DAY if sittings else NOVEMBER.date())


async def test_what_came_of_it_is_kept_on_its_own_day_and_found_again_after_a_start(tmp_path: Path) -> None:
    async with opened(tmp_path, families()[:1], wall=NOVEMBER) as visit:
        await to_week(visit)
        visit.desk.open(NOVEMBER.date())
        await visit.dealt_with()
        await answer(visit, "d", "gaat beter")
        assert visit.desk.day.date == NOVEMBER.date()
        await visit.kept()
        assert not visit.desk.saving.behind
        (stored,) = visit.desk.repository.day(DAY).talks
        assert [each.text for each in stored.sequels] == ["gaat beter"]
        await visit.press("escape", "w", "u")
        await visit.kept()
        (stored,) = visit.desk.repository.day(DAY).talks
        assert stored.sequels == ()


async def test_the_week_is_reached_from_the_day_only_and_covered_by_one_key(tmp_path: Path) -> None:
    # where two have the class, what comes of the other's talks bears that name
    liv, *others = families()
    own = replace(liv, teacher="meester Tom"), *(replace(each, teacher="juf Els") for each in others)
    async with opened(tmp_path, own, wall=NOVEMBER) as visit:
        await to_week(visit)
        assert "Liv Bosman meester Tom · vr 13 nov" in visit.flat
        assert "Hamit Yıldız do 12 nov" in visit.flat
        await visit.press("f8")
        assert not any(name in visit.text for name in ("Liv", "Hamit", "Zuzanna"))


async def test_the_closing_says_quietly_when_the_week_of_a_line_fills_up(tmp_path: Path) -> None:
    busy = [finished(family(f"Kind {n}", "Ouder", at="15:00"), "juf belt week na kerst") for n in range(2)]
    lines = [f"juf belt {day} februari om {hour}:00" for day in range(8, 13) for hour in (9, 10)]
    busy += [finished(family("Vol Druk", "Ouder", at="15:20"), *lines)]
    dropped = Sequel(
        id="s",
        of="off",
        became=Became.DROPPED,
        day=DAY,
        noted=datetime(2026, 8, 25, 9, tzinfo=UTC),
        text="gaat goed",
    )
    off = ContactMoment(
        id="off",
        text="juf belt 3 maart",
        channel=Channel.PHONE,
        when=When(kind=WhenKind.DATE, date=date(2027, 3, 3)),
    )
    liv = family("Liv Bosman", "Mark Bosman", at="13:00").plan_moments(off).note_sequel(dropped)
    async with opened(tmp_path, (liv, *busy)) as visit:
        await visit.to_closing()
        assert "Vervallen op di 25 aug 2026: gaat goed" in visit.flat
        await visit.app.workers.wait_for_complete()
        await visit.type("juf belt 1 maart")
        assert "contactmomenten." not in visit.flat
        await visit.press(*["backspace"] * len("juf belt 1 maart"))
        await visit.type("juf belt 10 februari")
        assert "In de week van ma 8 feb staan dan 11 contactmomenten." in visit.flat


async def test_an_earlier_plan_stands_beside_the_one_that_is_made(tmp_path: Path) -> None:
    async with opened(tmp_path, families()[1:2], wall=NOVEMBER, size=(120, 40)) as visit:
        await to_week(visit)
        await visit.press("g")
        visit.clock.go_on(seconds=2)
        await visit.press("enter", "f9")
        assert visit.screen == "closing"
        both = next(line for line in visit.text.split("\n") if "Afgesproken op di 25 aug 2026" in line)
        assert "Zo houden we contact" in both
        assert "hoe gaat het" in visit.flat
        await visit.press("f6")
        assert "Afgesproken op" not in visit.text
