"""The stage: the day and what is kept, shown on one screen at a time; here it is decided which comes next."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from textual.app import App
from textual.message import Message
from textual.reactive import reactive

from store.domain.day import SchoolDay
from store.domain.talk import NotFinishedError, Talk
from store.files.errors import Kind
from store.files.writer import Kept, NotKept
from store.language import Translator
from tui import messages
from tui.desk.desk import Desk, Saving
from tui.desk.questions import BackUp
from tui.screens.curtain import CurtainScreen
from tui.screens.modal import Modal
from tui.screens.page import Page
from tui.terminal.driver import steady_driver


@dataclass
class DiskTold(Message):
    """The writer kept something, or could not."""

    result: Kept | NotKept


class Stage(App[str]):
    """Shows one desk; screens tell it what happened and it goes on from there."""

    day: reactive[SchoolDay | None] = reactive[SchoolDay | None](None)
    saving: reactive[Saving] = reactive(Saving())

    def __init__(
        self, desk: Desk, t: Translator, exports: Path, damaged: Sequence[tuple[Kind, date]] = ()
    ) -> None:
        """Show this desk in this language; files for the teacher go to `exports`.

        What is `damaged` is put right before anything else is shown.
        """
        super().__init__(driver_class=steady_driver())
        self.desk = desk
        self.t = t
        self._exports = exports
        self._damaged = list(damaged)
        self._back_ups: dict[str, BackUp] = {}
        self._first_run = False
        self.notices: tuple[str, ...] = ()
        self.set_reactive(Stage.day, desk.day)
        desk.show_to(self)

    # -- the desk ------------------------------------------------------------
    def day_changed(self, day: SchoolDay) -> None:
        """Show the day as it now is."""
        self.day = day

    def saving_changed(self, saving: Saving) -> None:
        """Show what is kept."""
        self.saving = saving

    def on_disk_told(self, event: DiskTold) -> None:
        """Take in what the writer says."""
        self.desk.told(event.result)

    # -- where to go -----------------------------------------------------------

    def bind_page(self, page: Page) -> None:
        """Let a page follow the day and what is kept."""
        page.data_bind(Stage.day, Stage.saving)

    async def _go(self, page: Page) -> None:
        """To another screen, with nothing left under it."""
        self.bind_page(page)
        if len(self.screen_stack) == 1:
            # the very first one: a batch would only hold up its first paint
            await self.push_screen(page)
            return
        with self.batch_update():
            while len(self.screen_stack) > 2:
                await self.pop_screen()
            await self.switch_screen(page)

    async def on_curtain_lifted(self, _: messages.CurtainLifted) -> None:
        """To the running talk as it was, else to the next family, else to the summary.

        A question with a half-typed answer comes back first; it hides what it was asked over.
        """
        running = self.desk.day.running
        covered = self.screen_stack[-2] if len(self.screen_stack) > 2 else None
        if covered is not None and (running or (isinstance(covered, Modal) and covered.half_typed)):
            await self.pop_screen()
        elif running is not None:
            draft = self.desk.draft(running)
            if draft is not None and draft.place.startswith("closing"):
                await self.on_closing_asked(messages.ClosingAsked(running.id))
            else:
                await self._to_talk(running)
        elif (upcoming := self.desk.day.next_up) is not None:
            await self._to_card(upcoming)
        elif self.desk.day.talks:
            await self.on_summary_asked(messages.SummaryAsked())
        elif self.desk.days() or self.desk.school.pupils:
            await self.on_day_asked(messages.DayAsked())
        else:
            await self._open()

    async def on_day_asked(self, _: messages.DayAsked) -> None:
        """The day; a running talk goes on meanwhile."""
        from tui.screens.day.day import DayScreen

        if self._first_run and self.desk.day.running is None and await self._asked_first():
            return
        await self._go(DayScreen(self.desk, self.t, self.notices))

    async def _asked_first(self) -> bool:
        """Whether there is something to be asked once, before the very first day."""
        from tui.desk.first_run import to_be_asked
        from tui.screens.setup.first_questions import SchoolYearAskedScreen

        self._first_run = False
        if to_be_asked(self.desk):
            await self._go(SchoolYearAskedScreen(self.desk, self.t))
            return True
        return False

    async def on_settings_asked(self, event: messages.SettingsAsked) -> None:
        """The settings; made anew when another language was chosen there."""
        from tui.desk.settings_line import RowKind
        from tui.screens.setup.settings import SettingsScreen

        if event.language:
            self.t = Translator(event.language)
        row = RowKind.LANGUAGE if event.language else RowKind.TEACHER
        await self._go(SettingsScreen(self.desk, self.t, self._exports, row))

    async def on_summary_asked(self, _: messages.SummaryAsked) -> None:
        """The summary of the day."""
        from tui.screens.day.summary import SummaryScreen

        await self._go(SummaryScreen(self.desk, self.t, self._exports))

    async def on_card_asked(self, event: messages.CardAsked) -> None:
        """The welcome card of a talk."""
        if (talk := self.desk.day.talk(event.talk_id)) is not None:
            await self._to_card(talk)

    async def _to_card(self, talk: Talk) -> None:
        from tui.screens.talk.welcome import WelcomeScreen

        await self._go(WelcomeScreen(self.desk, self.t, talk))

    async def on_preparation_asked(self, event: messages.PreparationAsked) -> None:
        """The board with the clock off."""
        if (talk := self.desk.day.talk(event.talk_id)) is not None:
            await self._to_talk(talk)

    async def on_talk_begun(self, event: messages.TalkBegun) -> None:
        """The clock starts."""
        if (talk := self.desk.day.talk(event.talk_id)) is not None:
            self.desk.begin(talk, event.presence)
            await self.on_curtain_lifted(messages.CurtainLifted())

    async def on_talk_resumed(self, event: messages.TalkResumed) -> None:
        """The board of a talk."""
        if (talk := self.desk.day.talk(event.talk_id)) is not None:
            await self._to_talk(talk)

    async def _to_talk(self, talk: Talk) -> None:
        from tui.screens.talk.talk import TalkScreen

        back_up = self._back_ups.setdefault(talk.id, BackUp(self.t.language, Random()))
        await self._go(TalkScreen(self.desk, self.t, talk, back_up))

    async def on_closing_asked(self, event: messages.ClosingAsked) -> None:
        """The agreements of a talk."""
        from tui.screens.talk.closing import ClosingScreen

        if (talk := self.desk.day.talk(event.talk_id)) is not None:
            await self._go(ClosingScreen(self.desk, self.t, talk))

    async def on_talk_set_aside(self, event: messages.TalkSetAside) -> None:
        """A talk stops for now: behind the curtain."""
        if (talk := self.desk.day.talk(event.talk_id)) is not None:
            self.desk.set_aside(talk)
            await self._behind_the_curtain()

    async def on_talk_finished(self, event: messages.TalkFinished) -> None:
        """A talk is done: behind the curtain."""
        if (talk := self.desk.day.talk(event.talk_id)) is None:
            return
        try:
            self.desk.finish(talk)
        except NotFinishedError:
            return
        await self._behind_the_curtain()

    async def _behind_the_curtain(self) -> None:
        await self._go(CurtainScreen(self.desk, self.t))
        self.run_worker(self._settled())

    async def _settled(self) -> None:
        """Beside the screen; why it is not kept stands in the corner by itself, unless the disk hangs."""
        if not await asyncio.to_thread(self.desk.settle) and not self.desk.saving.reason:
            self._say(self.t("NOT SAVED: {why}", why=self.t("the disk does not answer")))

    async def on_start_chosen(self, event: messages.StartChosen) -> None:
        """The first choice of all."""
        if event.choice == "demo":
            await asyncio.to_thread(self.desk.close)
            self.exit("demo")
        elif event.choice == "by_hand":
            from tui.screens.setup.by_hand import ByHandScreen

            await self._go(ByHandScreen(self.desk, self.t))
        else:
            from tui.screens.setup.import_file import ImportScreen

            await self._go(ImportScreen(self.desk, self.t))

    async def _open(self) -> None:
        """The first screen: what is damaged, the very first choice, or the curtain."""
        if self._damaged:
            await self._rescue(*self._damaged.pop(0))
        elif self.desk.days() or self.desk.school.pupils:
            await self._go(CurtainScreen(self.desk, self.t))
        else:
            from tui.screens.setup.start import StartScreen

            self._first_run = True
            await self._go(StartScreen(self.desk, self.t))

    async def _rescue(self, kind: Kind, day: date) -> None:
        from tui.screens.setup.rescue import RescueScreen

        await self._go(RescueScreen(self.desk, self.t, kind, day))

    async def on_damage_met(self, event: messages.DamageMet) -> None:
        """A day that was turned to can't be read."""
        await self._rescue(Kind.DAY, event.date)

    async def on_rescued(self, event: messages.Rescued) -> None:
        """On with what else is damaged, else with the day that was put right."""
        if not self._damaged:
            self.desk.start_over(event.date)
        await self._open()

    def _say(self, text: str) -> None:
        """Say it on the page, also when something lies over it."""
        for page in reversed(self.screen_stack):
            if isinstance(page, Page):
                page.say(text)
                return
