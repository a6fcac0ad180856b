"""The app: colours, keys that work everywhere, what the screens tell it, and every way to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from inspect import isawaitable
from pathlib import Path

from textual.events import Event, Key, Paste

from store.domain.talk import NotFinishedError, Talk
from store.domain.text import clean
from store.files.errors import AnotherInstance, FilesError, Kind
from store.language import Translator
from tui import messages
from tui.backups import Backups
from tui.desk.desk import SLOW_DISK, Desk
from tui.desk.fresh_press import FreshPress, Repeats
from tui.desk.printing import Printing
from tui.desk.setup.coaching import ENDED, Coaching, keep_coaching
from tui.desk.setup.locked_folder import Entered, LockedFolder, enter, get_ready
from tui.desk.setup.passphrase import key_shown, remember_asked
from tui.desk.talk import course
from tui.desk.talk.begin_talk import begin_talk
from tui.find_command import Command
from tui.idle_lock import LOOK_SECONDS, IdleLock
from tui.keys import EVERYWHERE, KEYS, STEPS, bindings, face
from tui.meant_keys import MeantKeys, works_everywhere
from tui.navigation import Navigator
from tui.offered_commands import OfferedCommands
from tui.screens.modal import Modal
from tui.screens.page import Page
from tui.terminal.clipboard import Copied, put_on_clipboard
from tui.terminal.print_file import print_file
from tui.terminal.quiet_app import QuietApp
from tui.terminal.signals import on_end_signal
from tui.terminal.typed.key_queue import KeyQueue
from tui.terminal.window import fits
from tui.theme import CALM, VARIABLES
from tui.way_out import WayOut
from tui.widgets.line_input import STAYS, LineInput
from tui.widgets.passphrase_line import PassphraseLine
from tui.widgets.too_small import counts_unseen
from tui.words.file_errors import file_words
from tui.words.saving import kept_words, saving_words, stop_words
from tui.words.tidied import tidied_words


class Startgesprek(QuietApp[WayOut]):
    """Shows one day, and returns what it was left for.

    It is put together from parts: the desk changes things, the navigator says which screen comes next, the
    idle lock covers the screen, backups are made beside it, and keys
    wait until it is known what they are meant for. Here they hear what the screens have to tell.
    """

    TITLE = "Startgesprek"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(EVERYWHERE, priority=True)

    def __init__(
        self,
        desk: Desk,
        t: Translator,
        exports: Path,
        entered: Entered | None = None,
        *,
        rehearsal: bool = True,
        asks: bool = False,
        locked_folder: LockedFolder | None = None,
        put: Callable[[str], Copied] = put_on_clipboard,
        prints: Callable[[Path], Printing] = print_file,
    ) -> None:
        """Show this desk in this language; files for the teacher go to `exports`.

        What `entered` found damaged is put right before anything else is shown, and what it put in order is
        told. In a `rehearsal` nothing is purged, backed up or sealed; what a plan needs is asked once where
        it `asks`. Of a `locked_folder` nothing is on the desk before the passphrase was right. `put` puts a
        text on the clipboard and says whether it is there; `prints` brings a file to the printer, as far as
        this computer can.
        """
        super().__init__(put, prints)
        self.desk = desk
        self.backups = Backups(desk, rehearsal=rehearsal)
        self.navigator = self.make_navigator(desk, t, exports, rehearsal=rehearsal, asks=asks)
        self.idle_lock = IdleLock(desk, self.navigator)
        self.offered = OfferedCommands(self, desk, self.navigator, self.idle_lock)
        repeats = Repeats(desk.real_now)
        rest = self.navigator.rest
        meant = MeantKeys(self, desk, self.navigator)
        self.keys = KeyQueue(self, self._hand_out, repeats, rest, meant, STEPS)
        self._quits = FreshPress(desk.real_now)
        self._entered = entered
        self._locked_folder = locked_folder
        self._entering = False
        self._warned = False
        self.refused: FilesError | AnotherInstance | None = None
        """Why the folder could not be entered after all, if so."""
        self.register_theme(CALM)
        self.set_reactive(Startgesprek.theme, CALM.name)
        self.stylesheet.set_variables(self.get_css_variables())
        desk.show_to(self)

    def make_navigator(
        self, desk: Desk, t: Translator, exports: Path, *, rehearsal: bool, asks: bool
    ) -> Navigator:
        """Return what says which screen comes next."""
        return Navigator(self, desk, t, exports, self.backups.to_tell, rehearsal=rehearsal, asks=asks)

    @property
    def t(self) -> Translator:
        """The language that is spoken now."""
        return self.navigator.t

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of our own, for what is there but does not ask for attention."""
        return VARIABLES

    def on_line_input_stays(self) -> None:
        self.navigator.say(self.t(STAYS))

    def on_line_input_cleared(self, event: LineInput.Cleared) -> None:
        if not event.line.value:
            self.navigator.unsay(self.t(STAYS))

    # -- beginning ---------------------------------------------------------------
    async def on_mount(self) -> None:
        on_end_signal(self._ended_from_outside)
        # after ctrl+z and fg only part of the screen comes back by itself
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(repaint=True, layout=True))
        self.set_interval(LOOK_SECONDS, self.look_around)
        if self._locked_folder is None:
            await self._begin(self._entered)
            return
        await self.idle_lock.lock_from_the_start(self._locked_folder.key)
        # while the passphrase is typed there is time for what unlocking needs
        self.call_after_refresh(lambda: self.run_worker(asyncio.to_thread(get_ready)))

    async def _begin(self, entered: Entered | None) -> None:
        self.desk.leave_behind()
        if entered is not None:
            self.backups.once = tidied_words(entered, self.t)
        await self.navigator.open(entered.damaged if entered else ())
        self.call_after_refresh(lambda: self.run_worker(self.look_after()))

    async def look_after(self) -> None:
        """Do what waits until after the first paint, beside the screen."""
        # as long as the curtain stands there is time for what lies behind it
        await asyncio.to_thread(self.navigator.get_ready)
        await self.idle_lock.learn_key()
        await self.backups.look_after(self.t)

    async def look_around(self) -> None:
        """Look every so often whether somebody is there still, and whether it is another day."""
        await self.idle_lock.fall_when_idle()
        self.run_worker(self.backups.look_after_a_new_day(self.t))

    async def on_passphrase_line_opened(self, event: PassphraseLine.Opened) -> None:
        if self._locked_folder is None:
            await self.idle_lock.unlock()
        else:
            await self._enter(self._locked_folder, event)
        for typed in event.ahead.release():
            await self.on_event(typed)

    async def _enter(self, folder: LockedFolder, event: PassphraseLine.Opened) -> None:
        """Go into a folder that was locked, and begin with what is in it."""
        today = self.desk.local().date()
        try:
            found = await asyncio.to_thread(enter, self.desk.repository, event.sealer, today)
        except (FilesError, AnotherInstance) as error:
            self.refused = error
            self.exit()
            return
        self._locked_folder = None
        self.idle_lock.locked = False
        self.navigator.t = folder.speaks(found.school)
        self.desk.lay_out(found.school, found.day)
        self._entering = True
        await self._begin(found)
        # behind every key that was pressed until now
        self.call_later(self._stop_entering)

    def _stop_entering(self) -> None:
        self._entering = False

    # -- the desk ------------------------------------------------------------------
    def day_changed(self) -> None:
        """Let every page show the day as it now is."""
        for page in self._pages():
            page.show_soon()

    def saving_changed(self) -> None:
        """Let every page show how it stands with the disk; once all is kept, a later quit is warned about."""
        if self._warned and not self.desk.saving.reason:
            self._warned = False
            self.navigator.hush()
        for each in self.screen_stack:
            if isinstance(each, Page):
                each.show_saving()
            elif isinstance(each, Modal):
                each.show_not_saved(self._not_saved)

    @property
    def _not_saved(self) -> str:
        return saving_words(self.desk.saving, self.t) if self.desk.saving.reason else ""

    def on_sheet_came(self, event: messages.SheetCame) -> None:
        event.show_not_saved(self._not_saved)

    def _pages(self) -> Iterator[Page]:
        return (each for each in self.screen_stack if isinstance(each, Page))

    def on_disk_told(self, event: messages.DiskTold) -> None:
        self.desk.take_in(event.result)
        for folder in self.desk.lost:
            words = self.t(
                "{folder} was deleted; this day is kept again, a backup has the rest.", folder=folder.name
            )
            self.navigator.say(words)
            self.backups.once += (words,)
        self.desk.lost = ()

    async def sheet_failed(self, typed: str) -> None:
        """Go on with the page; nothing else is wrong."""
        await self.navigator.go_on_without_sheet(typed)

    # -- keys ------------------------------------------------------------------------
    async def on_event(self, event: Event) -> None:
        """Take keys in their turn; what is pasted is clean before any field gets to see it."""
        if isinstance(event, Paste):
            page = self.screen
            event.text = page.pasted(event.text) if isinstance(page, Page) else clean(event.text, lines=True)
        if not isinstance(event, (Key, Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        self.idle_lock.touched()
        if self._counts(event):
            self.keys.take(event)

    async def _hand_out(self, event: Event) -> None:
        """Let a key do what it does here; what works everywhere waits for no rows."""
        page = self.screen
        if isinstance(page, Page) and not works_everywhere(event):
            await page.settled()
        await super().on_event(event)

    def _counts(self, event: Key | Paste) -> bool:
        if isinstance(event, Paste):
            return True
        if self._entering and event.key == "enter":
            # pressed while it was being unlocked: impatience, not meant for the curtain that came
            return False
        if fits(*self.size) or not isinstance(self.screen, Page):
            return True
        # nobody sees what a key does behind the notice that the window is too small
        return counts_unseen(event, self.focused)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what would lead past the lock, and to cover what is covered."""
        if self.idle_lock.refuses(action) or (action == "curtain" and self.navigator.covered):
            return False
        return super().check_action(action, parameters)

    async def action_curtain(self) -> None:
        await self.navigator.cover()

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen, help_rows

        front = self.screen
        if isinstance(front, HelpScreen):
            front.action_leave()
        elif isinstance(front, (Page, Modal)):
            self.push_screen(HelpScreen(tuple(help_rows(front)), self.t))

    def tell_that_nothing_came(self, event: Key) -> None:
        """Say of a key that leads on elsewhere that it does nothing here: the curtain shows only a clock."""
        front, key = self.screen, face(event.key)
        if isinstance(front, Modal):
            front.say(self.t("{key} does nothing here: close this first. F1 tells the keys.", key=key))
        elif isinstance(front, Page) and not self.navigator.covered:
            front.say(self.t("{key} does nothing here; F1 tells the keys.", key=key))

    key_f2 = key_f3 = key_f4 = key_f5 = key_f6 = key_f7 = key_f9 = tell_that_nothing_came

    def action_kept(self) -> None:
        folder = self.desk.repository.folder
        self.navigator.say(kept_words(self.desk.saving, folder, self.t))

    # -- the palette --------------------------------------------------------------------
    def action_palette(self) -> None:
        from tui.screens.palette import PaletteScreen

        if isinstance(self.screen, PaletteScreen):
            self.screen.action_leave()
        else:
            self.push_screen(PaletteScreen(tuple(self.offered.over(self.screen)), self.t), self._do)

    async def _do(self, command: Command | None) -> None:
        done = command.run() if command is not None else None
        if isawaitable(done):
            await done

    # -- where to go ----------------------------------------------------------------------
    async def on_curtain_lifted(self) -> None:
        await self.navigator.lift_curtain()

    async def on_day_asked(self, event: messages.DayAsked) -> None:
        await self.navigator.show_day()
        if event.said:
            self.navigator.say(event.said)

    async def on_first_questions_answered(self, event: messages.FirstQuestionsAnswered) -> None:
        await self.navigator.leave_first_questions(event.said)

    async def on_summary_asked(self) -> None:
        await self.navigator.show_summary()

    async def on_week_asked(self) -> None:
        await self.navigator.show_week()

    async def on_information_asked(self) -> None:
        await self.navigator.show_information()

    async def on_purge_asked(self) -> None:
        await self.navigator.show_purge()

    async def on_purged(self, event: messages.Purged) -> None:
        if event.count:
            await self.backups.take_notice(self.t)
        await self.navigator.show_day()
        if event.count:
            self.navigator.say(self.t.n("{count} talk emptied.", "{count} talks emptied.", event.count))

    async def on_damage_met(self, event: messages.DamageMet) -> None:
        await self.navigator.show_rescue(Kind.DAY, event.date)

    async def on_rescued(self, event: messages.Rescued) -> None:
        await self.navigator.go_on_after_rescue(event.date)

    async def on_demo_asked(self) -> None:
        await asyncio.to_thread(self.desk.close)
        self.exit(WayOut.DEMO)

    async def on_import_asked(self) -> None:
        await self.navigator.show_import()

    async def on_timetable_asked(self) -> None:
        await self.navigator.show_own_timetable()

    async def on_by_hand_asked(self) -> None:
        await self.navigator.show_by_hand()

    # -- a talk -------------------------------------------------------------------------------
    async def on_card_asked(self, event: messages.CardAsked) -> None:
        if not await self._with_talk(event.talk_id, self.navigator.show_card):
            # it came to today because it began, and that was taken back
            await self.navigator.leave_talk()
            self.navigator.say(self.t("The talk was not begun; it is on its own day again."))

    async def on_card_left(self) -> None:
        await self.navigator.leave_talk()

    async def on_preparation_asked(self, event: messages.PreparationAsked) -> None:
        await self._with_talk(event.talk_id, self.navigator.show_board)

    async def on_talk_begun(self, event: messages.TalkBegun) -> None:
        if begin_talk(event.talk_id, event.presence, self.desk):
            await self.navigator.lift_curtain()

    async def on_talk_resumed(self, event: messages.TalkResumed) -> None:
        await self._with_talk(event.talk_id, self.navigator.show_board)

    async def on_closing_asked(self, event: messages.ClosingAsked) -> None:
        await self._with_talk(event.talk_id, self.navigator.show_closing)

    async def on_read_back_asked(self, event: messages.ReadBackAsked) -> None:
        await self._with_talk(event.talk_id, self.navigator.show_read_back)

    async def on_talk_set_aside(self, event: messages.TalkSetAside) -> None:
        await self._with_talk(event.talk_id, self._set_aside)

    async def on_talk_finished(self, event: messages.TalkFinished) -> None:
        await self._with_talk(event.talk_id, self._finish)

    async def _with_talk(self, talk_id: str, do: Callable[[Talk], Awaitable[None]]) -> bool:
        """Do this with a talk as it now is; False where it has left the day since it was asked for."""
        if (talk := self.desk.day.talk(talk_id)) is None:
            return False
        await do(talk)
        return True

    async def _set_aside(self, talk: Talk) -> None:
        course.set_aside(talk, self.desk)
        await self.navigator.leave_talk()
        if self.navigator.covered:
            # perhaps the key was hit by mistake, and Enter greets another family
            self.navigator.say(self.t("Set aside. / and the first letters of the child go on with it."))

    async def _finish(self, talk: Talk) -> None:
        try:
            course.finish(talk, self.desk)
        except NotFinishedError:
            return
        if not self.navigator.rehearsal:
            self._coached(ENDED)
        await self.navigator.leave_talk()
        # what it needs is loaded once the curtain has fallen
        from tui.keep_paper import keep_paper

        self.run_worker(keep_paper(talk, self.desk, self.navigator))

    def on_coached(self, event: messages.Coached) -> None:
        self._coached(Coaching(event.done))

    def _coached(self, now: Coaching) -> None:
        self.run_worker(asyncio.to_thread(keep_coaching, now, self.desk.repository))

    # -- settings and passphrase ----------------------------------------------------------------
    async def on_settings_asked(self, event: messages.SettingsAsked) -> None:
        await self.navigator.show_settings(event.row)

    async def on_settings_left(self) -> None:
        await self.navigator.leave_settings()

    async def on_language_chosen(self, event: messages.LanguageChosen) -> None:
        await self.navigator.speak(event.language)

    def on_preferences_changed(self, event: messages.PreferencesChanged) -> None:
        self.run_worker(self._act_on_preferences(about_backups=event.about_backups))

    async def _act_on_preferences(self, *, about_backups: bool) -> None:
        if about_backups and (failed := await self.backups.back_up(self.t)):
            self.navigator.say(failed[0])
        await self.backups.take_notice(self.t)
        self.navigator.tell(self.backups.notices)

    async def on_passphrase_asked(self, event: messages.PassphraseAsked) -> None:
        await self.navigator.ask_passphrase(event.wish)

    async def on_key_made(self, event: messages.KeyMade) -> None:
        await self.idle_lock.learn_key()
        # without the key file that is in it no backup from before would be of use
        self.run_worker(self.backups.back_up(self.t))
        if event.recovery_key:
            await self.navigator.show_recovery_key(event.recovery_key)
        else:
            await self.on_passphrase_left(messages.PassphraseLeft())
            self.navigator.say(self.t("The passphrase has been changed."))

    async def on_passphrase_left(self, event: messages.PassphraseLeft) -> None:
        try:
            if event.key_shown:
                await asyncio.to_thread(key_shown, self.desk.repository)
            remember_asked(self.desk.repository)
        except FilesError as error:
            self.navigator.say(file_words(error, self.t))
        await self.backups.take_notice(self.t)
        await self.navigator.leave_passphrase()

    def on_sealing_stopped(self) -> None:
        self.exit(WayOut.HALF_SEALED)

    # -- stopping -----------------------------------------------------------------------------------
    async def action_quit(self) -> None:
        """Stop, with everything kept; when it can't be kept, say so and stop only the second time.

        What was copied is spoken of first: it would outlive the program.
        """
        from tui.screens.clipboard_left import ClipboardScreen

        if self.copied and not isinstance(self.screen, ClipboardScreen):
            self.push_screen(ClipboardScreen(self.t), self._clipboard_answered)
            return
        await self._stop()

    def action_help_quit(self) -> None:
        """Say how to stop, to who tries it with ctrl+c: Textual puts up a sheet of its own for that."""
        self.navigator.say(self.t("Press {key} to stop.", key=KEYS["quit"].shown))

    async def _clipboard_answered(self, clear: bool | None) -> None:
        if clear is None:
            return
        if clear:
            self.copy_to_clipboard("")
            await self.copy("")
        self.copied = False
        await self._stop()

    async def _stop(self) -> None:
        fresh = self._quits.counts()
        if (self._warned and fresh) or await asyncio.to_thread(self.desk.wait_for_disk):
            if await asyncio.to_thread(self.desk.close):
                await self.backups.back_up_at_the_end(self.t)
            self.exit()
            return
        self._warned = True
        self.navigator.say(stop_words(self.desk.saving, self.t))

    def _ended_from_outside(self) -> None:
        # nobody is waiting: a slow disk gets its time
        self.desk.close(slow=SLOW_DISK)
        if self.copied:
            # nobody can be asked what is to become of it
            self.backups.parting += (self.t("What you copied is still on the clipboard."),)
        self.exit()
