"""A team that practises: cards that nobody else sees, the real screens, and a look back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

from prompts.loader import DEFAULT, load
from prompts.practice.loader import ours
from prompts.practice.play import Afterwards, Play, Role, Scene
from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import TalkState
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from store.language import Translator
from tests.screens.classroom import DAY, Clipboard, Clock, Visit, new_id, unpainted
from tui.desk.desk import Desk
from tui.desk.practice.clock import PracticeClock
from tui.desk.practice.material import Material
from tui.desk.practice.practice import Practice
from tui.messages import DiskTold
from tui.practice import PracticeApp

FORM_KIND = "oudervertelgesprek"
TITLES = ("Ouders die uit elkaar zijn", "Een oma die meedoet")


@asynccontextmanager
async def practising(folder: Path, play: Play | None = None) -> AsyncIterator[tuple[Visit, Practice]]:
    """A team in front of the app, with two situations of ours to choose from when none are given."""
    clock, t = Clock(), Translator("nl")
    families = {each.family for each in ours("nl").play.scenes if each.title in TITLES}

    def there(language: str) -> Material:
        all_of_it = ours(language).play
        two = tuple(each for each in all_of_it.scenes if each.family in families)
        kinds = tuple((name, load(language, name or DEFAULT)) for name in ("", FORM_KIND))
        return Material(language, play or replace(all_of_it, scenes=two), kinds)

    practice = Practice(there, "nl", PracticeClock(clock), Random(3))

    def tell(result: Kept | NotKept) -> None:
        app.post_message(DiskTold(result))

    with Repository(folder / "data", new_id=new_id) as repository:
        desk = Desk(
            repository,
            Writer(repository, tell),
            SchoolDay(date=DAY),
            School(),
            now=practice.clock,
            new_id=new_id,
            real_now=clock,
        )
        app = PracticeApp(desk, t, folder / "export", practice)
        try:
            with unpainted():
                async with app.run_test(size=(80, 24)) as pilot:
                    await pilot.pause()
                    yield Visit(app, pilot, desk, clock, t, folder / "export", Clipboard()), practice
        finally:
            desk.close()


async def slowly(visit: Visit, *keys: str) -> None:
    """Press keys as somebody who has let go of the one before."""
    for key in keys:
        visit.clock.go_on(seconds=1.5)
        await visit.press(key)


async def test_from_the_cards_by_the_real_screens_to_the_look_back_and_once_more(tmp_path: Path) -> None:
    async with practising(tmp_path) as (visit, practice):
        assert visit.screen == "situations"
        assert all(each in visit.text for each in TITLES)
        await slowly(visit, "down", "n")
        await slowly(visit, "escape", "home", "enter")
        assert visit.screen == "scene"
        assert "Startgesprek: Mila Visser, groep 6, met Anouk Visser en Ruben Bakker" in visit.flat
        assert TITLES[0] not in visit.flat
        assert "bewaard" not in visit.text.replace("niets bewaard", "")
        await visit.press("s", "s")
        assert "vier keer zo snel: het gesprek van 20 minuten duurt er 5" in visit.flat

        # the cards: each is covered first, and no other card shows while one is read
        await visit.press("enter")
        titles = [practice.filled_in(each.role.title, "leerkracht") for each in practice.dealt]
        for at, whose in enumerate(("Mila Visser", "Anouk Visser", "Ruben Bakker", "Leerkracht")):
            assert f"Kaart {at + 1} van 4 {whose}" in visit.flat
            assert [each for each in titles if each in visit.text] == []
            await slowly(visit, "enter")
            assert [each for each in titles if each in visit.text] == [titles[at]]
            if at == 1:
                await slowly(visit, "escape")
                assert titles[at] not in visit.text
                await slowly(visit, "f8", "enter", "enter")
                assert titles[at] in visit.text, "the curtain leads back to the card"
            visit.clock.go_on(seconds=1.5)
            # held down it covers the card, and does not show the next one
            visit.post("enter")
            visit.post("enter")
            await visit.dealt_with()

        # the real screens, by a clock four times as fast
        assert visit.screen == "curtain"
        await slowly(visit, "enter", "enter")
        assert visit.screen == "talk"
        await visit.enter("gymtas")
        visit.clock.go_on(seconds=75)
        await visit.press("tab")
        await visit.enter("berichten naar twee huizen")
        assert visit.talk().slot.minutes == 20
        assert "bewaard" not in visit.text, "what is thrown away is not called kept"
        await visit.press("f9")
        await visit.enter("juf belt in maart: hoe gaat het")
        await visit.press("f9")
        await visit.enter("-")
        await visit.finish()
        assert visit.screen == "curtain"
        assert visit.talk().state is TalkState.FINISHED
        await slowly(visit, "enter")

        assert visit.screen == "lookback"
        assert "Terugkijken: Mila Visser" in visit.text
        assert "<1 Mila gymtas" in visit.flat
        assert "5 Ouders berichten naar twee huizen" in visit.flat
        assert [each for each in titles if each in visit.text] == []
        await visit.press("k")
        assert TITLES[0] in visit.flat
        assert titles[0] in visit.text
        # the same page and the same cards in another language
        await visit.press("ctrl+p")
        await visit.type("taal")
        await visit.press("enter")
        await visit.enter("en")
        await visit.press("escape")
        assert "Looking back: Mila Visser" in visit.text
        await slowly(visit, "k")
        assert "Parents who live apart" in visit.text
        assert "Sits in the middle" in visit.text
        await slowly(visit, "enter", "end", "enter")
        assert "Tijn van Dam, group 1, with Lotte van Dam and Grandma Riet" in visit.flat
        assert practice.journal.stretches, "what was noted is there until the next talk begins"


async def test_a_talk_that_is_broken_off_can_be_looked_back_on_and_gone_on_with(tmp_path: Path) -> None:
    async with practising(tmp_path) as (visit, practice):
        await slowly(visit, "n")
        title = practice.scene.title
        await visit.press("k")
        assert "Oudervertelgesprek: " in visit.flat
        await visit.press("enter")
        await slowly(visit, *["enter"] * (2 * len(practice.dealt)), "enter", "enter")
        await visit.enter("tekenen")
        await visit.press("f7")
        await slowly(visit, "enter")
        assert visit.screen == "lookback"
        assert "Ouders vertellen" in visit.text
        assert (visit.talk().deck, visit.talk().asks_information) == ("oudervertelgesprek", False)
        await slowly(visit, "escape")
        assert "Verder met" in visit.text
        await slowly(visit, "enter")
        assert "tekenen" in visit.text
        await visit.press("f7")
        await slowly(visit, "enter", "z")
        assert visit.screen == "scene"
        assert practice.scene.title == title


async def test_what_a_school_wrote_stands_on_every_card_as_it_is(tmp_path: Path) -> None:
    odd = "[/b] [vader] $x {t} \\n"
    role = Role(title=f"{odd} titel", lines=(f"{odd} regel",))
    scene = Scene(
        title=f"{odd} situatie",
        group=odd,
        pupil=f"Mo {odd}",
        carers=(f"{odd} Ma",),
        known=(f"{odd} bekend",),
        roles=(
            replace(role, voice="pupil"),
            replace(role, voice="carer", who=f"{odd} Ma"),
            replace(role, voice="teacher"),
        ),
    )
    play = Play(scenes=(scene,), afterwards=(Afterwards(text=f"{odd} vraag"),))
    async with practising(tmp_path, play) as (visit, _):
        await slowly(visit, "enter")
        for shown in (f"Mo {odd}", f"{odd} Ma", f"{odd} bekend"):
            assert shown in visit.flat
        await slowly(visit, "enter")
        for _ in range(3):
            await slowly(visit, "enter")
            assert f"{odd} titel" in visit.flat
            assert f"{odd} regel" in visit.flat
            await slowly(visit, "enter")
        await slowly(visit, "enter", "enter")
        await visit.enter(odd)
        await visit.press("f7")
        await slowly(visit, "enter")
        assert f"Terugkijken: Mo {odd}" in visit.flat
        assert f"{odd} vraag" in visit.flat
        await visit.press("k")
        assert f"{odd} situatie" in visit.flat
