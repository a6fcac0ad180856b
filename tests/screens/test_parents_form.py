"""The form that parents fill in at home before one kind of talk: printed, taken down, and what stands out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.widgets import Static

from store.domain.kinds.parents_form import Answer
from store.domain.people import Speaker, Voice
from store.domain.talk import Talk
from store.files.repository import Repository
from tests.screens.classroom import DAY, Visit, opened, three_families

DECK = "oudervertelgesprek"


def talks() -> tuple[Talk, ...]:
    """A talk with a form, and one of every kind."""
    first, second, _ = three_families()
    return (replace(first, deck=DECK, asks_information=False), second)


def carers_points(visit: Visit) -> list[str]:
    """What stands in the parents' column."""
    return [point.text for point in visit.talk().raised_by(Speaker(Voice.CARER))]


async def by_name(visit: Visit, name: str) -> None:
    """Run a command of the palette."""
    await visit.press("ctrl+p")
    await visit.type(name)
    await visit.press("enter")


async def test_what_parents_tell_is_taken_down_by_a_key_each_and_what_stands_out_is_one_key_away(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, talks()) as visit:
        await visit.to_board()
        assert "formulier" in visit.text
        await visit.press("pagedown")
        # words by their first letters, what is none of them as their own
        await visit.enter("vr, zorgz")
        await visit.enter("zingt altijd")
        await visit.enter("rustig, als hij thuis is")
        assert "hij thuis is" in visit.text
        await visit.press("down", "down")
        # an answer a letter; one that is none does nothing
        await visit.type("j")
        visit.clock.go_on(seconds=1)
        await visit.type("x")
        visit.clock.go_on(seconds=1)
        await visit.type("sjnjjjjjjjn")
        await visit.press("up", "up")
        assert "nee" in visit.text
        await visit.press("escape")
        liv = visit.talk().pupil.id
        form = visit.talk().form_about(liv)
        assert form is not None
        assert form.ticked == ("cheerful", "caring")
        assert form.written_at("impression") == "zingt altijd, rustig, als hij thuis is"
        answers = {each.id: each.answer for each in form.answered}
        assert [answers[each] for each in ("school", "group", "teacher", "help", "absorbed")] == [
            Answer.YES, Answer.SOMETIMES, Answer.YES, Answer.NO, Answer.NO,
        ]  # fmt: skip
        await visit.press("pagedown")
        ask = "vraagt hulp als dat nodig is: nee"
        # they sit there, and are spoken to
        for said in (
            "Zo kennen jullie",
            "Om samen over te praten",
            "Gaat goed",
            "vrolijk · zorgzaam · zingt altijd, rustig, als hij thuis is",
            ask,
            "is gauw bang",
        ):
            assert said in visit.flat
        assert "voelt zich thuis in de groep" not in visit.flat, "sometimes does not stand out"
        told = str(visit.app.screen.query_one("#outstanding", Static).content)
        assert not any(map(str.isdecimal, told)), "nothing is counted"
        await visit.press("escape", "ctrl+z")
        assert visit.talk().form_about(liv).answered_at("absorbed") is None  # type: ignore[union-attr]
        await visit.kept()
    stored = Repository.reading(tmp_path / "data").day(DAY).talks[0]
    assert stored.form_about(liv) == replace(form, answered=form.answered[:-1])


async def test_a_word_where_a_letter_answers_is_taken_back_and_answers_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path, talks()) as visit:
        await visit.to_board()
        await visit.press("pagedown", "down", "down")
        # its first two letters are answers
        await visit.type("snel boos")
        assert "Eén letter per antwoord: ja · soms · nee." in visit.text
        await visit.press("enter")
        visit.clock.go_on(seconds=1)
        await visit.type("nee")
        await visit.press("enter")
        form = visit.talk().forms[0]
        assert [(each.id, each.answer) for each in form.answered] == [("school", Answer.NO)]


async def test_what_parents_want_to_raise_is_on_the_agenda_before_the_talk_begins(tmp_path: Path) -> None:
    async with opened(tmp_path, talks()) as visit:
        await visit.to_card()
        await visit.press("v", "pagedown")
        await visit.press(*["down"] * 25)
        await visit.enter("slapen [vader] =1+1")
        await visit.paste("bang in het donker\n\nvriendjes")
        await visit.press("enter")
        await visit.type("half getypt")
        await visit.press("escape")
        raised = ["slapen [vader] =1+1", "bang in het donker", "vriendjes", "half getypt"]
        assert carers_points(visit) == raised
        assert visit.talk().begun
        assert "half getypt" in visit.text


async def test_a_form_is_refused_before_any_other_kind_of_talk_with_the_reason(tmp_path: Path) -> None:
    why = "Een formulier vooraf hoort alleen bij het oudervertelgesprek"
    async with opened(tmp_path, talks()) as visit:
        await visit.to_day()
        await by_name(visit, "ouderformulier op papier")
        await visit.app.workers.wait_for_complete()
        await visit.dealt_with()
        assert "1 blad staat klaar in" in visit.flat
        assert [path.suffix for path in visit.exports.iterdir()] == [".pdf"]
        await visit.press("home", "a", "f8")
        await visit.to_board()
        running = visit.desk.day.running
        assert running is not None
        assert running.deck == ""
        await visit.press("pagedown")
        assert visit.screen == "talk"
        await by_name(visit, "ouderformulier")
        assert why in visit.flat


async def test_when_these_talks_are_held_is_told_where_a_day_of_them_is_planned(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("k")
        await visit.type("oudervertel hele dag")
        assert "2 weken na de herfstvakantie" in visit.flat
