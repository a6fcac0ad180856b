"""What families wish to meet on, over the year, and what the teacher decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from icalendar import Calendar

from store.domain.plan import InformationMoment
from store.domain.talk import Talk, TalkState
from store.export.formats import EXPORTERS, Order
from store.export.letter import letter_lines
from tests.screens.classroom import Visit, family, opened


def wishing(name: str, topic: str, at: str, *carers: str) -> Talk:
    """A talk that was held, in which the family wished to meet on this."""
    talk = family(name, *(carers or ("Een Ouder",)), at=at)
    return replace(
        talk, state=TalkState.FINISHED, information=InformationMoment(topic=topic, when="november")
    )


def wishes() -> tuple[Talk, ...]:
    """Two families in other words for one topic, a third for another."""
    return (
        wishing("Liv Bosman", "lezen", "13:00"),
        wishing("Hamit Yıldız", "Leren lezen", "13:20"),
        wishing("Zuzanna Wójcik", "veilig internet", "14:00"),
    )


async def to_information(visit: Visit) -> None:
    """From the curtain to the information moments."""
    await visit.press("d", "f9", "i")
    visit.clock.go_on(seconds=2)
    assert visit.screen == "information"


async def test_a_topic_is_decided_on_and_the_families_that_wished_for_it_have_the_day(tmp_path: Path) -> None:
    async with opened(tmp_path, wishes(), size=(120, 40)) as visit:
        await to_information(visit)
        assert "Misschien hetzelfde als 'lezen'" in visit.flat or (
            "Misschien hetzelfde als 'Leren lezen'" in visit.flat
        )
        # one topic, once it is said so
        await visit.press("s", "enter")
        assert visit.screen == "information"
        assert "2 gezinnen" in visit.flat
        assert "Liv Bosman en Hamit Yıldız" in visit.flat
        visit.clock.go_on(seconds=2)
        await visit.press("enter")
        await visit.enter("iedereen, di 31 nov")
        assert visit.screen == "ask"
        await visit.press(*["backspace"] * len("31 nov"))
        await visit.enter("17 nov 19:30")
        assert "Besloten: iedereen, di 17 nov 2026 19:30" in visit.flat
        (decision,) = visit.desk.school.decisions
        assert (decision.group, decision.day, decision.time) == ("iedereen", date(2026, 11, 17), "19:30")
        day, school, t = visit.desk.day, visit.desk.school, visit.t
        told = {talk.pupil.first_name: "\n".join(letter_lines(talk, school, t)) for talk in day.talks}
        assert all("dinsdag 17 november 2026 om 19:30" in told[name] for name in ("Liv", "Hamit"))
        assert "17 november" not in told["Zuzanna"]
        assert "Leren lezen" not in told["Liv"]
        files = {each.stem: each.content for each in EXPORTERS["ics"](Order(day, school, t, visit.clock()))}
        summary = "→ iedereen, di 17 nov 2026 19:30"
        (whole,) = EXPORTERS["md"](Order(day, school, t, visit.clock()))
        assert summary in whole.content.decode()
        of = {stem: titles(content) for stem, content in files.items()}
        assert of["2026-08-25-1300"] == of["2026-08-25-1320"] == ["Informatiemoment"]
        assert "2026-08-25-1400" not in of
        await visit.press("escape")
        assert visit.screen == "summary"
        assert summary in visit.flat


def titles(content: bytes) -> list[str]:
    """What a calendar holds, by title."""
    return [str(event["summary"]) for event in Calendar.from_ical(content).walk("VEVENT")]


def starts(content: bytes) -> list[str]:
    """The days on which what is in a calendar begins."""
    return [str(event.decoded("dtstart"))[:10] for event in Calendar.from_ical(content).walk("VEVENT")]


async def test_what_was_decided_is_taken_back_changed_and_kept_over_a_start(tmp_path: Path) -> None:
    async with opened(tmp_path, wishes()) as visit:
        await to_information(visit)
        for typed, day in (("4 dec", date(2026, 12, 4)), ("nee, los besproken", None)):
            await visit.press("enter", *["backspace"] * 20)
            await visit.enter(typed)
            visit.clock.go_on(seconds=2)
            assert [(each.text, each.day) for each in visit.desk.school.decisions] == [(typed, day)]
        await visit.press("u", "r")
        assert visit.desk.school.decisions[0].day is None
        await visit.press("u")
        assert visit.desk.school.decisions[0].day == date(2026, 12, 4)
        await visit.kept()
        stored = visit.desk.repository.school(visit.desk.day.date)
        assert stored.decisions == visit.desk.school.decisions
        await visit.press("enter", *["backspace"] * 20)
        await visit.enter("-")
        assert not visit.desk.school.decisions
        # who has it in a calendar already is told that it is off
        (file, _) = EXPORTERS["ics"](Order(visit.desk.day, visit.desk.school, visit.t, visit.clock()))
        assert titles(file.content) == ["Vervalt: Informatiemoment"]
        # topics that are one can be two again
        visit.clock.go_on(seconds=2)
        await visit.press("s", "enter")
        assert len(visit.desk.school.decisions[0].wordings) == 2
        visit.clock.go_on(seconds=2)
        await visit.press("s")
        assert not visit.desk.school.decisions


async def test_what_is_for_one_group_of_the_class_list_is_not_told_to_another(tmp_path: Path) -> None:
    first, second, third = wishes()
    fourth = replace(second, pupil=replace(second.pupil, group="4"), information=first.information)
    groups = (first, fourth)
    async with opened(tmp_path, (*groups, third)) as visit:
        await to_information(visit)
        visit.desk.school = replace(visit.desk.school, pupils=tuple(talk.pupil for talk in groups))
        own = first.group
        await visit.press("enter")
        await visit.enter(f"groep {own}, 17 nov")
        decided = [visit.desk.school.decision_for(talk) is not None for talk in visit.desk.day.in_order]
        assert decided == [True, False, False]
        # groups may meet on days of their own, in one line
        visit.clock.go_on(seconds=2)
        await visit.press("enter", *["backspace"] * 30)
        await visit.enter(f"groep {own}, 17 nov 19:30 en groep 4 op di 24 nov")
        assert f"Besloten: groep {own}, di 17 nov 2026 19:30; groep 4, di 24 nov 2026" in visit.flat
        days = [visit.desk.school.decision_for(talk) for talk in visit.desk.day.in_order]
        assert [each and each.day for each in days] == [date(2026, 11, 17), date(2026, 11, 24), None]
        order = Order(visit.desk.day, visit.desk.school, visit.t, visit.clock())
        mine, *theirs = (starts(each.content) for each in EXPORTERS["ics"](order))
        assert mine == ["2026-11-17", "2026-11-24"]
        assert theirs == [["2026-11-17"], ["2026-11-24"]]
        # who is in another group by now has what is decided for that one, and the teacher is told
        moved = (first.pupil, replace(fourth.pupil, group=own), replace(third.pupil, group="4"))
        visit.desk.school = replace(visit.desk.school, pupils=moved)
        days = [visit.desk.school.decision_for(talk) for talk in visit.desk.day.in_order]
        assert [each and each.day for each in days] == [date(2026, 11, 17), date(2026, 11, 17), None]
        visit.app.screen.show()  # type: ignore[attr-defined]
        await visit.dealt_with()
        assert f"zit nu in groep {own}" in visit.flat
