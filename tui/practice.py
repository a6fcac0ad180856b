"""The app with a team in front of it that practises: cards before the talk, a look back behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.domain.talk import Talk, TalkState
from store.language import Translator
from tui.app import Startgesprek
from tui.desk.desk import Desk
from tui.desk.practice.journal import Stage
from tui.desk.practice.practice import Practice
from tui.navigation import Navigator
from tui.screens.practice.cards import CardsScreen
from tui.screens.practice.look_back import LookBackScreen
from tui.screens.practice.practice_page import PracticePage
from tui.screens.practice.scene import SceneScreen
from tui.screens.practice.situations import SituationsScreen
from tui.terminal.quiet_app import QuietApp
from tui.way_out import WayOut


class PracticeNavigator(Navigator):
    """Leads from the situations by the cards to the real screens, and from their curtain to the look back."""

    def __init__(
        self,
        app: QuietApp[WayOut],
        desk: Desk,
        t: Translator,
        exports: Path,
        notices: Callable[[], tuple[str, ...]],
        practice: Practice,
    ) -> None:
        """Show this practice on this desk."""
        super().__init__(app, desk, t, exports, notices, rehearsal=True)
        self._practice = practice

    async def show_situations(self) -> None:
        """Go to what there is to practise with."""
        await self._go(lambda: SituationsScreen(self._desk, self.t, self._practice))

    async def show_scene(self) -> None:
        """Go to the situation that was chosen or drawn."""
        await self._go(lambda: SceneScreen(self._desk, self.t, self._practice))

    async def show_cards(self) -> None:
        """Go to the cards that were dealt."""
        await self._go(lambda: CardsScreen(self._desk, self.t, self._practice))

    async def show_look_back(self, talk: Talk) -> None:
        """Go to the look back on a talk."""
        await self._go(lambda: LookBackScreen(self._desk, self.t, self._practice, talk))

    async def lift_curtain(self) -> None:
        """Go back to what was covered, on with the talk, or to the look back on it when it is over."""
        covered = self._app.screen_stack[-2] if len(self._app.screen_stack) > 2 else None
        talk = next(iter(self._desk.day.talks), None)
        if isinstance(covered, PracticePage):
            await self._app.pop_screen()
        elif talk is None:
            await self._show_first()
        elif talk.state in (TalkState.PLANNED, TalkState.RUNNING) or talk.broken_off:
            await super().lift_curtain()
        else:
            await self.show_look_back(talk)

    async def _show_first(self) -> None:
        await (self.show_scene() if self._practice.chosen else self.show_situations())

    async def speak(self, language: str) -> None:
        """Speak another language from now on, on the cards too."""
        self._practice.speak(language)
        await super().speak(language)

    # -- what the talk is at ---------------------------------------------------------
    async def show_board(self, talk: Talk) -> None:
        """Go to the board of a talk, and note it."""
        self._practice.journal.go_on_with(Stage.BOARD if talk.sitting else None)
        await super().show_board(talk)

    async def show_closing(self, talk: Talk) -> None:
        """Go to the agreements of a talk, and note it."""
        self._practice.journal.go_on_with(Stage.CLOSING)
        await super().show_closing(talk)

    async def show_read_back(self, talk: Talk) -> None:
        """Go to the letter of a talk, and note it."""
        self._practice.journal.go_on_with(Stage.READING)
        await super().show_read_back(talk)

    async def leave_talk(self) -> None:
        """Go behind the curtain, and note that the talk stops here."""
        self._practice.journal.go_on_with(None)
        await super().leave_talk()


class PracticeApp(Startgesprek):
    """Everything as in a real talk, on an invented family in a folder that is thrown away."""

    # that something is kept would be said of what is gone in an hour
    CSS = "KeyLine #kept { visibility: hidden; }"
    navigator: PracticeNavigator

    def __init__(self, desk: Desk, t: Translator, exports: Path, practice: Practice) -> None:
        """Let a team practise on this desk, by the clock of the practice."""
        self._practice = practice
        super().__init__(desk, t, exports, rehearsal=True)

    def make_navigator(
        self, desk: Desk, t: Translator, exports: Path, *, rehearsal: bool, asks: bool
    ) -> PracticeNavigator:
        """Return what leads by the cards, and to the look back."""
        return PracticeNavigator(self, desk, t, exports, self.backups.to_tell, self._practice)

    def day_changed(self) -> None:
        """Note what is new in the talk, and show it."""
        for talk in self.desk.day.talks:
            self._practice.journal.note(talk)
        super().day_changed()

    async def on_cards_dealt(self) -> None:
        self._practice.deal()
        await self.navigator.show_cards()

    async def on_cards_read(self) -> None:
        self._practice.lay_out(self.desk, self.t("at home"))
        await self.navigator.show_curtain()

    async def on_situation_taken(self) -> None:
        await self.navigator.show_scene()

    async def on_situations_asked(self) -> None:
        await self.navigator.show_situations()

    async def on_same_again_asked(self) -> None:
        await self.navigator.show_scene()
