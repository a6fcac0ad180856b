"""Twins in one talk, from the day on which they are joined to each child's own text."""

from __future__ import annotations

from pathlib import Path

from store.domain.talk import TalkState
from tests.screens.classroom import family, opened
from tui.widgets.paper import Paper


async def test_two_talks_become_one_on_the_day_and_two_again_and_each_can_be_undone(tmp_path: Path) -> None:
    talks = (
        family("Daan Visser", "Anja Visser", at="13:00"),
        family("Sanne Visser", "Anja Visser", at="13:20"),
        family("Liv Bosman", "Mark Bosman", at="13:40"),
    )
    async with opened(tmp_path, talks) as visit:
        await visit.to_day()
        assert "s samen" in visit.text
        await visit.press("s")
        assert "Daan en Sanne Visser" in visit.text
        assert [talk.slot.minutes for talk in visit.desk.day.in_order] == [40, 20]
        await visit.press("u")
        assert "Daan en Sanne" not in visit.text.splitlines()[4]
        assert {talk.id for talk in visit.desk.day.talks} == {talk.id for talk in talks}
        await visit.press("r")
        assert [len(talk.pupils) for talk in visit.desk.day.in_order] == [2, 1]
        # pressed once too often each has its own time again
        await visit.press("u", "s", "s")
        assert [(talk.id, talk.slot) for talk in visit.desk.day.in_order] == [
            (talk.id, talk.slot) for talk in talks
        ]
        await visit.press("r")
        assert [len(talk.pupils) for talk in visit.desk.day.in_order] == [2, 1]
        await visit.press("end", "l")
        await visit.enter("14.00")
        await visit.press("home", "s")
        assert [len(talk.pupils) for talk in visit.desk.day.in_order] == [1, 1, 1]
        await visit.press("u")
        assert [len(talk.pupils) for talk in visit.desk.day.in_order] == [2, 1]
        await visit.press("down", "s")
        await visit.enter("daan")
        assert "andere ouders" in visit.flat
        assert len(visit.desk.day.talks) == 2


async def test_a_whole_talk_with_twins(tmp_path: Path) -> None:
    talks = (
        family("Daan Visser", "Anja Visser", "Piet Visser", at="13:00"),
        family("Sanne Visser", "Anja Visser", "Piet Visser", at="13:20"),
    )
    async with opened(tmp_path, talks) as visit:
        await visit.press("d", "s", "f8", "slash")
        await visit.enter("sanne")
        assert "Welkom, Daan en Sanne Visser" in visit.text
        assert [line for line in ("1  ✓  Daan", "2  ✓  Sanne", "3  ✓  Anja") if line not in visit.text] == []
        await visit.press("1", "enter")
        assert visit.badge == "Sanne"
        await visit.press("f3", "1", "enter")

        # each has a column, a badge and a sign
        await visit.enter("rekenen", "daan: naast Lotte", "d: voetbal", "o: samen in de klas", "l: strips")
        await visit.type("da: ")
        assert visit.badge == "Daan"
        await visit.press(*["backspace"] * 4)
        badges = []
        for _ in range(4):
            await visit.press("tab")
            badges.append(visit.badge)
        assert sorted(badges) == ["Daan", "Ouders", "Sanne", "juf Els"]
        talk = visit.talk()
        by_child = [[p.text for p in talk.raised_by(speaker)] for speaker in talk.speakers]
        assert by_child == [["naast Lotte", "voetbal", "strips"], ["rekenen"], ["samen in de klas"], []]

        # a plan line is for both, or for whom it names; a key says otherwise
        await visit.press("f9")
        await visit.enter("Daan: juf belt 12 nov", "-")
        assert "voor Daan" in visit.text
        assert "over Sanne" in visit.flat
        await visit.press("f9")
        assert visit.screen == "closing"
        await visit.enter("gesprek begin juni met Daan erbij: doelen")
        assert [moment.pupil_ids for moment in visit.talk().plan.moments] == [(talk.pupil.id,), ()]
        await visit.press("up", "tab", "tab")
        assert visit.talk().plan.moments[1].pupil_ids == (talk.siblings[0].id,)
        await visit.press("tab", "escape")
        assert visit.talk().plan.moments[1].pupil_ids == ()
        if visit.talk().information is None:
            await visit.press("down")
            await visit.enter("-")

        # a letter each, then it is finished
        await visit.to_read_back()
        assert "Beste Daan" in visit.text
        assert "F9 Sanne" in visit.text
        assert "rekenen" not in "\n".join(visit.app.screen.query_one(Paper).lines)
        await visit.press("f9")
        assert "Beste Sanne" in visit.text
        assert visit.talk().state is TalkState.RUNNING
        visit.clock.go_on(seconds=2)
        await visit.press("f9")
        assert visit.talk().state is TalkState.FINISHED

        # both are counted, and each text is copied by itself
        await visit.press("d")
        assert "2 van de 2 leerlingen" in visit.text
        await visit.press("f9")
        await visit.press("enter")
        assert [visit.talk().is_copied(pupil.id) for pupil in visit.talk().pupils] == [True, False]
        await visit.press("enter")
        assert visit.talk().handed_over is not None
