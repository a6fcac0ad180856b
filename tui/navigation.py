"""Which screen comes next, and where a way leads back to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from store.domain.talk import Talk
from store.export.called import deck_of
from store.files.envelope import Sealer
from store.files.errors import FilesError, Kind
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.kinds.questions import Questions
from tui.desk.setup.coaching import Coaching
from tui.desk.setup.passphrase import Wish, to_be_asked
from tui.screens.curtain import CurtainScreen
from tui.screens.modal import Modal
from tui.screens.page import Page
from tui.terminal.quiet_app import QuietApp
from tui.way_out import WayOut

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.desk.settings.settings_rows import SettingKind

Damaged = tuple[Kind, date]
"""A file that can't be read: the class list of a day's school year, or the day itself."""


class Navigator:
    """Puts up one screen at a time, in the language `t` speaks.

    `notices` gives what there is to tell on the day, each time that is shown.
    """

    def __init__(
        self,
        app: QuietApp[WayOut],
        desk: Desk,
        t: Translator,
        exports: Path,
        notices: Callable[[], tuple[str, ...]],
        *,
        rehearsal: bool,
        asks: bool = False,
    ) -> None:
        """Show this desk in this app; files go to `exports`.

        What a plan needs is asked once where it `asks`; a passphrase never in a `rehearsal`.
        """
        self._app = app
        self._desk = desk
        self.t = t
        self.exports = exports
        self._notices = notices
        self.rehearsal = rehearsal
        self._first_run = asks
        self._damaged: list[Damaged] = []
        self._questions: dict[str, Questions] = {}
        self._made: Callable[[], Page] | None = None
        self._after_passphrase: Callable[[], Awaitable[None]] | None = None
        self._after_questions: Callable[[], Awaitable[None]] = self.show_day

    # -- the stack of screens ----------------------------------------------------
    async def _go(self, make: Callable[[], Page]) -> None:
        """Put up another page, with nothing left under it; it can be made again in another language."""
        self._made = make
        page = make()
        if len(self._app.screen_stack) == 1:
            # the very first one: a batch would only hold up its first paint
            await self._app.push_screen(page)
            return
        with self._app.batch_update():
            while len(self._app.screen_stack) > 2:
                await self._app.pop_screen()
            await self._app.switch_screen(page)

    def say(self, text: str) -> None:
        """Say it on the page, also when something lies over it."""
        if (page := self._page()) is not None:
            page.say(text)

    def rest(self) -> None:
        """Show in front, and on the page under it, that a key came too soon and did nothing."""
        if isinstance(front := self._app.screen, Modal):
            front.rest()
        if (page := self._page()) is not None:
            page.rest()

    def hush(self) -> None:
        """Take back what was said on the page: it is no longer true."""
        if (page := self._page()) is not None:
            page.hush()

    def unsay(self, text: str) -> None:
        """Take back these words on the page, where they are what is said: what they are about is gone."""
        if (page := self._page()) is not None:
            page.unsay(text)

    def _page(self) -> Page | None:
        """The page in front, if there is one."""
        return next((each for each in reversed(self._app.screen_stack) if isinstance(each, Page)), None)

    # -- the first screens -------------------------------------------------------
    async def open(self, damaged: Sequence[Damaged] = ()) -> None:
        """Put up the first screen: what is damaged, what is asked once, the first choice, or the curtain."""
        self._damaged += damaged
        if self._damaged:
            await self.show_rescue(*self._damaged.pop(0))
        elif not self.rehearsal and self._desk.days.dates() and to_be_asked(self._desk.repository):
            # a class that was read in from the command line
            await self.ask_passphrase(Wish.SEAL, self._show_first)
        else:
            await self._show_first()

    async def _show_first(self) -> None:
        if self._desk.days.dates() or self._desk.school.pupils:
            # a class that was read in from the command line, before the first family is let in
            if not await self._asked_first(self.show_curtain):
                await self.show_curtain()
            return
        from tui.screens.setup.start import StartScreen

        self._first_run = True
        await self._go(lambda: StartScreen(self._desk, self.t))

    async def show_by_hand(self) -> None:
        """Go to the day that is typed by hand; before anything is kept a passphrase is asked, once."""
        from tui.screens.setup.by_hand import ByHandScreen

        await self._sealed_first(lambda: ByHandScreen(self._desk, self.t))

    async def show_own_timetable(self) -> None:
        """Go to the timetable that is made here; before anything is kept a passphrase is asked, once."""
        from tui.screens.setup.own_timetable import OwnTimetableScreen

        await self._sealed_first(lambda: OwnTimetableScreen(self._desk, self.t))

    async def show_import(self) -> None:
        """Go to the file that is read in; before anything is kept a passphrase is asked, once."""
        from tui.screens.setup.import_file import ImportScreen

        await self._sealed_first(lambda: ImportScreen(self._desk, self.t))

    async def _sealed_first(self, make: Callable[[], Page]) -> None:
        async def go_on() -> None:
            await self._go(make)

        if to_be_asked(self._desk.repository):
            await self.ask_passphrase(Wish.SEAL, go_on)
        else:
            await go_on()

    async def show_rescue(self, kind: Kind, day: date) -> None:
        """Go to the version before of a file that can't be read."""
        from tui.screens.setup.rescue import RescueScreen

        await self._go(lambda: RescueScreen(self._desk, self.t, kind, day))

    async def go_on_after_rescue(self, day: date) -> None:
        """Go on with what else is damaged, else with the day that was put right."""
        if not self._damaged:
            self._desk.start_over(day)
        await self.open()

    # -- the curtain -------------------------------------------------------------
    async def show_curtain(self, unlock: Callable[[str], Sealer] | None = None) -> None:
        """Go behind the curtain, with nothing left under it; locked when `unlock` opens it."""
        await self._go(lambda: CurtainScreen(self._desk, self.t, unlock))

    async def cover(self, unlock: Callable[[str], Sealer] | None = None) -> None:
        """Put the curtain over what is on the screen, which stays as it is."""
        if self.covered and unlock is None:
            return
        curtain = CurtainScreen(self._desk, self.t, unlock)
        await (self._app.switch_screen(curtain) if self.covered else self._app.push_screen(curtain))

    @property
    def covered(self) -> bool:
        """Whether the curtain is in front."""
        return bool(self._app.screen_stack) and isinstance(self._app.screen, CurtainScreen)

    async def uncover(self) -> None:
        """Lift the curtain that the passphrase opened: who typed it may not be alone.

        What names nobody is on the screen again as it was left; everything else as by Enter.
        """
        covered = self._covered()
        if isinstance(covered, Page) and covered.NAMES_NOBODY:
            await self._app.pop_screen()
        else:
            await self.lift_curtain()

    def _covered(self) -> Screen[object] | None:
        """What the curtain in front was put over, if it was."""
        stack = self._app.screen_stack
        return stack[-2] if len(stack) > 2 else None

    async def lift_curtain(self) -> None:
        """Go to the running talk as it was, else to the next family, else say that there is none.

        A question with a half-typed answer comes back first; it hides what it was asked over.
        """
        covered, running = self._covered(), self._desk.day.running
        at_the_table = running is not None and self._is_under_the_curtain(running)
        if covered is not None and (at_the_table or (isinstance(covered, Modal) and covered.half_typed)):
            await self._app.pop_screen()
        elif running is not None:
            await self.resume(running)
        elif (upcoming := self._next()) is not None:
            await self.show_card(upcoming)
        elif self._desk.day.talks:
            await self._show_nobody_left()
        elif self._desk.days.dates() or self._desk.school.pupils:
            await self.show_day()
        else:
            await self.open()

    def _is_under_the_curtain(self, talk: Talk) -> bool:
        """Return whether what was covered is a page of this talk, or lies over one: no day with all names."""
        from tui.screens.talk.talk_page import TalkPage

        pages = (each for each in self._app.screen_stack[:-1] if isinstance(each, TalkPage))
        return any(page.talk_id == talk.id for page in pages)

    def _next(self) -> Talk | None:
        """The next family of today; of another day that was looked at only where there is none today."""
        with suppress(FilesError):
            self._desk.turn_to_next()
        return self._desk.whose.own_day.next_at(self._desk.local())

    async def _show_nobody_left(self) -> None:
        from tui.screens.nobody_left import NobodyLeftScreen

        await self._go(lambda: NobodyLeftScreen(self._desk, self.t))

    # -- the day -----------------------------------------------------------------
    async def show_day(self) -> None:
        """Go to the day; a running talk goes on. Before the very first day something is asked."""
        from tui.screens.day.day import DayScreen

        if not await self._asked_first(self.show_day):
            await self._go(
                lambda: DayScreen(self._desk, self.t, self.exports, self._notices(), rehearsal=self.rehearsal)
            )

    async def _asked_first(self, then: Callable[[], Awaitable[None]]) -> bool:
        """Ask what a plan needs, once and never at the table; say whether there was something to ask."""
        if not self._first_run or self._desk.day.running is not None:
            return False
        from tui.desk.setup.first_run import questions_to_ask

        self._first_run = False
        if not (questions := questions_to_ask(self._desk)):
            return False
        from tui.screens.setup.first_questions import FirstQuestionsScreen

        self._after_questions = then
        await self._go(lambda: FirstQuestionsScreen(self._desk, self.t, questions))
        return True

    async def leave_first_questions(self, said: str) -> None:
        """Go on to where the first questions led, and say there what the last answer came to."""
        await self._after_questions()
        if said:
            self.say(said)

    async def show_summary(self) -> None:
        """Go to the summary of the day."""
        from tui.screens.day.summary import SummaryScreen

        await self._go(lambda: SummaryScreen(self._desk, self.t, self.exports, self._app.copy))

    async def show_week(self) -> None:
        """Go to what this week asks for."""
        from tui.screens.year.week import WeekScreen

        await self._go(lambda: WeekScreen(self._desk, self.t))

    async def show_information(self) -> None:
        """Go to what families wish to meet on."""
        from tui.screens.year.information import InformationScreen

        await self._go(lambda: InformationScreen(self._desk, self.t))

    async def show_purge(self) -> None:
        """Go to what can be emptied."""
        from tui.screens.setup.purge import purge_screen

        await self._go(lambda: purge_screen(self._desk, self.t))

    def tell(self, notices: tuple[str, ...]) -> None:
        """Tell on the day, where that is on the screen, what there is to tell now."""
        from tui.screens.day.day import DayScreen

        for page in self._app.screen_stack:
            if isinstance(page, DayScreen):
                page.tell(notices)

    # -- a talk --------------------------------------------------------------------
    @staticmethod
    def get_ready() -> None:
        """Load what the first keys lead to: the card, and the board behind it."""
        import tui.screens.talk.talk
        import tui.screens.talk.welcome  # noqa: F401

    async def show_card(self, talk: Talk) -> None:
        """Go to the welcome card of a talk."""
        from tui.screens.talk.welcome import WelcomeScreen

        # while the family sits down there is time for what the board needs
        self._app.run_worker(asyncio.to_thread(self._desk.decks.of, self.t.language, deck_of(talk)))
        await self._go(lambda: WelcomeScreen(self._desk, self.t, talk))

    async def show_board(self, talk: Talk) -> None:
        """Go to the board of a talk; with the clock off when it is not running."""
        from tui.desk.settings.preferences import preferences_of
        from tui.screens.talk.talk import TalkScreen

        def make() -> Page:
            questions = self._questions.setdefault(
                talk.id, Questions(self.t.language, Random(), self._desk.decks)
            )
            coaching = None if self.rehearsal else Coaching(preferences_of(self._desk.repository).coached)
            now = self._desk.as_it_is(talk)
            return TalkScreen(self._desk, self.t, now, questions, coaching)

        await self._go(make)

    async def show_closing(self, talk: Talk) -> None:
        """Go to the agreements of a talk."""
        from tui.screens.talk.closing import ClosingScreen

        def make() -> Page:
            now = self._desk.as_it_is(talk)
            return ClosingScreen(self._desk, self.t, now, self._desk.decks.of(self.t.language, deck_of(now)))

        await self._go(make)

    async def show_read_back(self, talk: Talk) -> None:
        """Go to the letter of a talk, before it is finished."""
        from tui.screens.talk.read_back import ReadBackScreen

        def make() -> Page:
            now = self._desk.as_it_is(talk)
            return ReadBackScreen(self._desk, self.t, now, self.exports, self._app.print_file)

        await self._go(make)

    async def resume(self, talk: Talk) -> None:
        """Go to a running talk: where its half-typed line was, else to the board."""
        draft = self._desk.half_typed.of(talk)
        if draft is not None and draft.place.startswith("closing"):
            await self.show_closing(talk)
        else:
            await self.show_board(talk)

    async def leave_talk(self) -> None:
        """Go behind the curtain, and wait for the disk beside the screen.

        Why it is not kept stands in the corner by itself, unless the disk hangs.
        """
        await self.show_curtain()
        self._app.run_worker(self._settled())

    async def _settled(self) -> None:
        if not await asyncio.to_thread(self._desk.wait_for_disk) and not self._desk.saving.reason:
            self.say(self.t("NOT SAVED: {why}", why=self.t("the disk does not answer")))

    # -- settings and passphrase -----------------------------------------------------
    async def show_settings(self, row: SettingKind | None = None) -> None:
        """Put the settings over the page, on this row; not over a question, and only once."""
        from tui.screens.setup.settings import SettingsScreen

        if isinstance(self._app.screen, SettingsScreen):
            self._app.screen.go_to(row)
        elif isinstance(self._app.screen, Page):
            await self._app.push_screen(SettingsScreen(self._desk, self.t, self.exports, row))

    async def leave_settings(self) -> None:
        """Go back to the page the settings were put over, in the language that is spoken now."""
        await self._app.pop_screen()
        await self._come_back()

    async def go_on_without_sheet(self, typed: str) -> None:
        """Go on with the page a sheet lay over that failed, and say so there.

        What was `typed` on the sheet goes to the line of the page; where there is none it is said.
        """
        from tui.screens.line_page import LinePage

        if not isinstance(self._app.screen, Modal):
            await self._come_back()
        said = self.t("Something went wrong there; everything is kept and you can go on.")
        if typed and isinstance(page := self._app.screen, LinePage):
            page.line.put_back(typed)
        elif typed:
            said += " " + self.t("Its line said: {text}", text=typed)
        self.say(said)

    async def _come_back(self) -> None:
        """Show the page that is in front again as it now is, in the language that is spoken now."""
        page = self._app.screen
        if not isinstance(page, Page):
            return
        if page.t is self.t or self._made is None:
            page.show_soon()
            return
        await self._go(self._made)
        if isinstance(page, CurtainScreen):
            await self.cover()

    async def speak(self, language: str) -> None:
        """Speak another language from now on; it was chosen in the settings, which are made anew in it."""
        from tui.desk.settings.settings_rows import SettingKind
        from tui.screens.setup.settings import SettingsScreen

        self.t = self.t.speaking(language)
        await self._app.switch_screen(SettingsScreen(self._desk, self.t, self.exports, SettingKind.LANGUAGE))

    async def ask_passphrase(self, wish: Wish, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Ask what is needed for a wish; `then` is where it leads, else back to the settings."""
        from tui.screens.passphrase.passphrase import PassphraseScreen

        self._after_passphrase = then
        if then is None:
            await self._app.push_screen(PassphraseScreen(self._desk, self.t, wish))
        else:
            await self._go(lambda: PassphraseScreen(self._desk, self.t, wish, unasked=True))

    async def show_recovery_key(self, recovery_key: str) -> None:
        """Go to the new recovery key, in the place of what was asked for it."""
        from tui.screens.passphrase.recovery_key import RecoveryKeyScreen

        await self._app.switch_screen(RecoveryKeyScreen(self._desk, self.t, recovery_key))

    async def leave_passphrase(self) -> None:
        """Go on to where the question for a passphrase led."""
        if self._after_passphrase is not None:
            await self._after_passphrase()
            return
        await self._app.pop_screen()
        if isinstance(self._app.screen, Page):
            self._app.screen.show_soon()
