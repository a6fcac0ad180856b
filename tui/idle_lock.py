"""The stage with its guard: who may look, what is sealed, and what may go (issue 3)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from textual.events import Event, Key, Paste

from store.domain.settings import Settings
from store.files.envelope import Sealer
from store.files.errors import AnotherInstance, FilesError, Kind
from store.language import Translator, mark
from tui import messages
from tui.backups import Caretaker
from tui.desk import passphrase
from tui.desk.desk import Desk
from tui.desk.locked_folder import Door, enter, get_ready
from tui.desk.passphrase import Lock
from tui.desk.preferences import HABITS, wrong_words
from tui.navigation import Stage
from tui.screens.curtain import CurtainScreen
from tui.widgets.passphrase_line import PassphraseLine
from tui.words.file_errors import file_words

LOOK_SECONDS = 15
"""How often it is looked whether somebody is still there; the period itself is in minutes."""
REFUSED_WHEN_LOCKED = {"curtain", "help", "command_palette", "kept"}

UNSEALED = (("seal", mark("set a passphrase"), mark("Seal everything that is kept here.")),)
SEALED = (
    ("change", mark("change the passphrase"), mark("Another passphrase; the recovery key stays.")),
    ("renew", mark("new recovery key"), mark("For a lost one, or one that somebody saw.")),
)
LOCK = ("lock", mark("lock now"), mark("Cover the screen; only the passphrase opens it."))


class Guard(Caretaker):
    """Covers the screen when nobody is there, and asks for a passphrase."""

    def __init__(
        self,
        desk: Desk,
        t: Translator,
        exports: Path,
        damaged: Sequence[tuple[Kind, date]] = (),
        *,
        rehearsal: bool = True,
        door: Door | None = None,
    ) -> None:
        """As for `Caretaker`. In a `rehearsal` nothing is purged or asked.

        Behind a `door` there is nothing on the desk before the passphrase was right.
        """
        super().__init__(desk, t, exports, damaged, rehearsal=rehearsal)
        self._touched = desk.now()
        self._lock: Lock | None = None
        self._door = door
        self._locked = door is not None
        self._let_in = 0.0
        self.refused: FilesError | AnotherInstance | None = None
        self._then: Callable[[], Awaitable[None]] = self._open
        self.copied = False

    async def begin(self) -> None:
        """Put up the first screen; before a shut door that is the curtain with the passphrase."""
        if self._door is not None:
            await self._go(CurtainScreen(self.desk, self.t, self._door.lock.unlock))
            # while the passphrase is typed there is time for what unlocking needs
            self.call_after_refresh(lambda: self.run_worker(asyncio.to_thread(get_ready)))
            return
        self.desk.leave_behind()
        await self._open()
        self.call_after_refresh(lambda: self.run_worker(self.look_after()))

    async def _go_in(self, door: Door, sealer: Sealer) -> None:
        today = self.desk.local().date()
        try:
            found = await asyncio.to_thread(enter, self.desk.repository, sealer, today)
        except (FilesError, AnotherInstance) as error:
            self.refused = error
            self.exit()
            return
        self._door = None
        self._locked = False
        self._damaged = list(found.damaged)
        self.t = door.speaks(found.school)
        self.desk.lay_out(found.school, found.day)
        await self.begin()
        self._let_in = messages.CurtainLifted().time

    async def look_after(self) -> None:
        """After the first paint, and beside the screen."""
        self._lock = await asyncio.to_thread(passphrase.lock_of, self.desk.repository)
        await super().look_after()

    # -- nobody there ----------------------------------------------------------
    async def look_around(self) -> None:
        """Every so often: is somebody there still, and is it another day?"""
        await self.fall_when_idle()
        self.run_worker(self.look_after_a_new_day())

    async def on_event(self, event: Event) -> None:
        """Every key says that somebody is there."""
        if isinstance(event, (Key, Paste)):
            self._touched = self.desk.now()
        if isinstance(event, Key) and event.key == "enter" and event.time < self._let_in:
            # pressed while it was being unlocked: impatience, not meant for the curtain that came
            return
        await super().on_event(event)

    async def fall_when_idle(self) -> None:
        """Cover the screen when no key came for so many minutes, outside a running talk; lock it if sealed.

        A clock that was set back counts anew.
        """
        idle = self.desk.now() - self._touched
        if idle < timedelta(0):
            self._touched = self.desk.now()
        if idle < timedelta(minutes=1) or self._locked or self.desk.day.running is not None:
            return
        minutes = (await asyncio.to_thread(self._settings)).curtain_minutes
        if minutes and idle >= timedelta(minutes=minutes):
            await self._cover()

    def _settings(self) -> Settings:
        try:
            return self.desk.repository.settings()
        except FilesError:
            return Settings()

    async def _cover(self) -> None:
        covered = isinstance(self.screen, CurtainScreen)
        if covered and not self._lock:
            return
        self._locked = self._lock is not None
        curtain = CurtainScreen(self.desk, self.t, self._lock.unlock if self._lock else None)
        self.bind_page(curtain)
        await (self.switch_screen(curtain) if covered else self.push_screen(curtain))

    async def on_passphrase_line_opened(self, event: PassphraseLine.Opened) -> None:
        """It is the teacher: everything as it was left, the half-typed line too."""
        if self._door is not None:
            await self._go_in(self._door, event.sealer)
        else:
            self._locked = False
            if len(self.screen_stack) > 2:
                await self.pop_screen()
            else:
                await self.on_curtain_lifted(messages.CurtainLifted())
        for typed in event.ahead.release():
            await self.on_event(typed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Behind a lock there is nothing to go to but the end."""
        if self._locked and action in REFUSED_WHEN_LOCKED:
            return False
        return super().check_action(action, parameters)

    # -- the passphrase ----------------------------------------------------------
    async def _open(self) -> None:
        """A class that was read in from the command line is asked for a passphrase too, once."""
        asked = self._rehearsal or self._damaged or not self.desk.days()
        if asked or not passphrase.to_be_asked(self.desk.repository):
            await super()._open()
            return
        await self.ask_passphrase("seal", super()._open)

    async def on_start_chosen(self, event: messages.StartChosen) -> None:
        """Before anything is kept: a passphrase for it. Never for the demo."""
        if event.choice != "demo" and passphrase.to_be_asked(self.desk.repository):
            event.prevent_default()

            async def go_on() -> None:
                await Stage.on_start_chosen(self, event)

            await self.ask_passphrase("seal", go_on)

    async def ask_passphrase(self, wish: str, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Ask what is needed for a wish; `then` is where it leads, else to the day."""
        from tui.screens.passphrase.passphrase import PassphraseScreen, Wish

        self._then = then or self._to_day
        await self._go(PassphraseScreen(self.desk, self.t, Wish(wish)))

    async def _to_day(self) -> None:
        await self.on_day_asked(messages.DayAsked())

    def wishes(self, screen: object) -> Iterable[tuple[str, str, str]]:
        """What else the palette offers: to lock, and on the day, with no family at the table, the rest."""
        from tui.screens.day.day import DayScreen

        lock = (LOCK,) if self._lock else ()
        if not isinstance(screen, DayScreen) or self.desk.day.running is not None:
            return lock
        sealing = SEALED if passphrase.is_sealed(self.desk.repository) else UNSEALED
        return (*lock, *sealing, *((habit.name, habit.label, habit.question) for habit in HABITS.values()))

    async def wish(self, name: str) -> None:
        """Do what was chosen in the palette."""
        if name == "lock":
            await self._cover()
            return
        if (habit := HABITS.get(name)) is None:
            await self.ask_passphrase(name)
            return
        from tui.screens.ask import AskScreen

        def check(text: str) -> str:
            return wrong_words(habit, text, self.desk.repository.folder, self.t)

        async def answered(text: str | None) -> None:
            if text is not None:
                settings = habit.read(text.strip(), self._settings())
                self.run_worker(self._settle_on(settings, backups=habit.about_backups))

        self.push_screen(
            AskScreen(self.t(habit.question), "", check, self.t, habit.shown(self._settings())), answered
        )

    async def _settle_on(self, settings: Settings, *, backups: bool) -> None:
        try:
            await asyncio.to_thread(self.desk.repository.save_settings, settings)
        except FilesError as error:
            self._say(file_words(error, self.t))
            return
        self._say(self.t("That is how it is done from now on."))
        if backups:
            await self.back_up()
        await self.take_notice()
        from tui.screens.day.day import DayScreen

        if isinstance(self.screen, DayScreen):
            self.screen.tell(self.notices)

    async def on_key_made(self, event: messages.KeyMade) -> None:
        """Show the recovery key, if there is a new one."""
        from tui.screens.passphrase.recovery_key import RecoveryKeyScreen

        self._lock = await asyncio.to_thread(passphrase.lock_of, self.desk.repository)
        # without the key file that is in it no backup from before would be of use
        self.run_worker(self.back_up())
        if event.recovery_key:
            await self._go(RecoveryKeyScreen(self.desk, self.t, event.recovery_key))
        else:
            await self.on_passphrase_left(messages.PassphraseLeft())
            self._say(self.t("The passphrase is another one now."))

    async def on_passphrase_left(self, event: messages.PassphraseLeft) -> None:
        """It is not asked again; on to where it led."""
        try:
            if event.key_shown:
                await asyncio.to_thread(passphrase.key_shown, self.desk.repository)
            passphrase.remember_asked(self.desk.repository)
        except FilesError as error:
            self._say(file_words(error, self.t))
        await self.take_notice()
        await self._then()

    def on_sealing_stopped(self, _: messages.SealingStopped) -> None:
        """Half is sealed, and only a new start can read it."""
        self.exit("sealing")

    # -- what may go ---------------------------------------------------------------
    async def on_purge_asked(self, _: messages.PurgeAsked) -> None:
        """What can be emptied."""
        from tui.screens.setup.purge import what_is_due

        await self._go(what_is_due(self.desk, self.t))

    async def on_purged(self, event: messages.Purged) -> None:
        """Back to the day, which has nothing more to say about it."""
        if event.count:
            await self.take_notice()
        await self._to_day()
        if event.count:
            count = self.t.n("{count} talk emptied.", "{count} talks emptied.", event.count)
            self._say(count)

    # -- the clipboard ---------------------------------------------------------------
    def copy_to_clipboard(self, text: str) -> None:
        """Remember that something is there."""
        super().copy_to_clipboard(text)
        self.copied = bool(text)
