"""What lies over a page: when it fails it is taken away, and the page goes on.

Textual ends the app on any error, and has nothing public that comes in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import takewhile
from traceback import walk_tb

from rich.console import RenderableType
from textual.app import App, ReturnType
from textual.dom import DOMNode
from textual.events import ScreenResume
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, WorkerFailed


class Sheet:
    """Marks a screen that lies over a page, and that the page can do without."""


class StylesError(Exception):
    """The styles of a screen can't be read."""

    def __init__(self, screen: Screen[object]) -> None:
        """Say whose."""
        super().__init__()
        self.screen = screen


class Steady(MessagePump):
    """Goes on when a sheet fails while it is put up, or where a key of it is dealt with."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            app = self.app
            if not isinstance(app, SteadyApp) or not app.takes_away(error):
                raise


class SteadyApp(Steady, App[ReturnType]):
    """Takes a sheet that fails off the screen, whatever lies over it; another error ends the app."""

    _going: frozenset[Screen[object]] = frozenset()
    """The sheets that are being taken away: what fails in them meanwhile changes nothing more."""
    _ends = False
    """Whether the program was told to end: everything is seen to then."""

    def exit(
        self, result: ReturnType | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End the program; what fails from now on, as a page that was just coming, changes nothing more."""
        self._ends = True
        super().exit(result, return_code, message)

    async def sheet_failed(self, typed: str) -> None:
        """Go on without the sheet that was taken away; `typed` is what stood on its line."""

    def takes_away(self, error: Exception, *, first: bool = False) -> bool:
        """Take away the sheet that raised this, if one did; with `first` only one that was not called on."""
        nodes = [each for each in _nodes(error) if not isinstance(each, App)]
        sheet = next((found for each in nodes[: 1 if first else None] if (found := _sheet(each))), None)
        if sheet is not None and sheet not in self._going:
            self._going |= {sheet}
            self.call_later(self._take_away, sheet)
        return sheet is not None

    def _handle_exception(self, error: Exception) -> None:
        # what raises here goes on no more: that may be a part of a sheet, but not of the page
        if not self._ends and not self.takes_away(error, first=True):
            super()._handle_exception(error)

    def _load_screen_css(self, screen: Screen[object]) -> None:
        before = dict(self.stylesheet.source)
        try:
            super()._load_screen_css(screen)
        except Exception as error:
            self.stylesheet.source = before
            raise StylesError(screen) from error

    async def _take_away(self, sheet: Screen[object]) -> None:
        stack = self._screen_stack
        from_it = stack[stack.index(sheet) :] if sheet in stack else []
        gone = [*takewhile(lambda each: isinstance(each, Sheet), from_it)] or [sheet]
        # one that failed while it was made was never put up, and has no lines to ask for
        typed = "\n".join(_typed_on(each for each in gone if each in self._registry))
        was_in_front = bool(stack) and stack[-1] in gone
        for each in gone:
            if each in stack:
                stack.remove(each)
                each._pop_result_callback()
        if was_in_front:
            self.screen.post_message(ScreenResume())
        for each in reversed(gone):
            if each in self._registry:
                # it is off the screen: what fails while the rest of it goes is not worth the talk
                with suppress(Exception):
                    await self._replace_screen(each)
        await self.sheet_failed(typed)


def _typed_on(sheets: Iterable[Screen[object]]) -> Iterator[str]:
    """What stands on the lines of these, but for what is typed unseen."""
    for line in (each for sheet in sheets for each in sheet.query(Input)):
        if line.value and not line.password:
            yield line.value


def _nodes(error: Exception) -> Iterator[DOMNode]:
    """What the error came through: parts of the screen, and those for which a timer or a worker ran."""
    while isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
        error = error.error
    for frame, _ in walk_tb(error.__traceback__):
        owner = frame.f_locals.get("self")
        if isinstance(owner, Worker):
            owner = owner.node
        elif isinstance(owner, Timer):
            owner = owner.target
        if isinstance(owner, DOMNode):
            yield owner
    if isinstance(error, StylesError):
        yield error.screen


def _sheet(node: DOMNode) -> Screen[object] | None:
    """The sheet that this stands on."""
    if isinstance(node, Screen):
        # it may have failed while it was made, and have no parents yet
        return node if isinstance(node, Sheet) else None
    return next((_sheet(each) for each in node.ancestors if isinstance(each, Screen)), None)
