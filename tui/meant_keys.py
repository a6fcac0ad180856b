"""What a key is to the page in front: meant for another one, or the first letter of a word for no line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.app import App
from textual.events import Event, Key
from textual.screen import Screen

from tui.desk.desk import Desk
from tui.desk.fresh_press import Pace
from tui.desk.typing.unmeant import WayBack
from tui.keys import KEYS, WORK_EVERYWHERE
from tui.navigation import Navigator
from tui.screens.modal import Modal
from tui.screens.page import Page
from tui.terminal.typed.own_actions import own_actions
from tui.way_out import WayOut


class MeantKeys:
    """Tells the queue of keys what each is to the page that is in front now."""

    def __init__(self, app: App[WayOut], desk: Desk, navigator: Navigator) -> None:
        """Look at the screens of this app, and put this desk back where a letter was no command."""
        self._app, self._desk, self._navigator = app, desk, navigator

    def is_unasked(self, event: Event) -> bool:
        """Return whether a key is for a page that nobody asked for; what works everywhere is for no page."""
        page = self._app.screen
        return isinstance(page, Page) and page.unasked and not works_everywhere(event)

    def is_unknown(self, event: Event) -> bool:
        """Return whether it is a letter that never does anything on this page: the first of a word."""
        letter, page = event.key if isinstance(event, Key) else "", self._app.screen
        known = page.knows(letter) if isinstance(page, Modal) else letter in own_actions(page)
        nothing = isinstance(page, (Page, Modal)) and not known
        return nothing and len(letter) == 1 and letter.isascii() and letter.isalpha()

    def is_lasting(self, event: Event) -> bool:
        """Return whether it is a letter on this page of which what it does can't be put back."""
        page = self._app.screen
        lasting = {KEYS[each].keys for each in page.LASTING} if isinstance(page, Page) else set()
        return isinstance(event, Key) and event.key in lasting

    def takes_all(self, screen: Screen[object]) -> bool:
        """Return whether the line of a screen takes whatever is typed, and tells only then what that did."""
        return isinstance(screen, (Page, Modal)) and screen.takes_all

    def ask_whether_meant(self, text: str) -> None:
        """Ask whether a text is meant whose first letter may have been the key that led to the line."""
        front = self._app.screen
        if isinstance(front, (Page, Modal)):
            asked = self._navigator.t(
                "Do you mean '{words}'? Enter once more takes it, ctrl+u clears it.", words=text
            )
            front.say(asked)

    def goes_on(self, page: Screen[object], pace: Pace) -> bool:
        """Return whether a word begun on a page goes on where its letters led: names shown, a family gone.

        On a card only as fast as words are spelt: what was done there on purpose stays, whatever slips in
        later.
        """
        from tui.screens.curtain import CurtainScreen
        from tui.screens.talk.welcome import WelcomeScreen

        return isinstance(page, CurtainScreen) or (isinstance(page, WelcomeScreen) and pace.spelt)

    def way_back(self) -> Callable[[], None]:
        """Return what puts back what a letter is going to do, and says why."""
        page = self._app.screen
        as_it_was = page.way_back() if isinstance(page, (Page, Modal)) else None
        return partial(self._go_back, WayBack(self._desk), page, as_it_was, covered=self._navigator.covered)

    def _go_back(
        self,
        desk: WayBack,
        page: Screen[object],
        as_it_was: Callable[[], None] | None,
        *,
        covered: bool,
    ) -> None:
        desk.go()
        # the letters may have led on to another page: of one that is gone there is nothing to put back
        stands = page.is_attached if isinstance(page, Modal) else isinstance(page, Page) and page.stands
        if stands and as_it_was is not None:
            as_it_was()
        if covered and not self._navigator.covered:
            # the names of the day are not for a letter of a word
            self._app.run_worker(self._cover())
        else:
            self._tell(page)

    async def _cover(self) -> None:
        await self._navigator.cover()
        self._tell()

    def _tell(self, begun_on: Screen[object] | None = None) -> None:
        self._navigator.rest()
        said = self._navigator.t("A word does nothing here: each letter is a key.")
        front = self._app.screen
        if isinstance(front, Page):
            # under a sheet it would stand there once that is gone
            self._navigator.say(said)
        elif isinstance(front, Modal) and front is begun_on:
            front.say(said)


def works_everywhere(event: Event) -> bool:
    """Return whether it is a key that does the same on every page."""
    return isinstance(event, Key) and event.key in WORK_EVERYWHERE
