"""The curtain of a sealed folder: a clock and one line, before anything of it is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Middle
from textual.widgets import Static

from store.files.envelope import Sealer
from store.language import Translator
from tui.curtain_face import clock_face
from tui.ending import on_ending
from tui.keys import KEYS
from tui.safe_text import joined, literal
from tui.terminal import forgiving_driver
from tui.theme import CALM, VARIABLES
from tui.widgets.passphrase_line import PassphraseLine


class UnlockApp(App[Sealer]):
    """Gives what opens the files, or None when the teacher stopped. The app itself begins after it."""

    TITLE = "Startgesprek"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "../styles/unlock.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(KEYS["quit"].keys, "quit", show=False, priority=True),
    ]

    def __init__(
        self, unlock: Callable[[str], Sealer], wall_time: Callable[[], datetime], t: Translator
    ) -> None:
        """`unlock` takes its time and raises FilesError; `wall_time` is that of the school."""
        super().__init__(driver_class=forgiving_driver())
        self._unlock, self._wall_time, self._t = unlock, wall_time, t
        self.register_theme(CALM)
        self.set_reactive(UnlockApp.theme, CALM.name)

    def compose(self) -> ComposeResult:
        """The clock, the line, and how to stop."""
        with Middle():
            with Center():
                yield Static(id="clock", markup=False)
            with Center():
                yield PassphraseLine(self._unlock, self._t)
        stop = KEYS["quit"]
        yield Static(joined((stop.shown, "$accent"), (f" {self._t(stop.label)}", "$quiet")), id="keys")

    def on_mount(self) -> None:
        """Keep time."""
        on_ending(self.exit)
        self.set_interval(1, self._tick)
        self._tick()

    def _tick(self) -> None:
        self.query_one("#clock", Static).update(literal("\n".join(clock_face(self._wall_time()))))

    def on_passphrase_line_opened(self, event: PassphraseLine.Opened) -> None:
        """On to the app."""
        self.exit(event.sealer)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour of what does not ask for attention."""
        return VARIABLES

    def _print_error_renderables(self) -> None:
        """Print nothing of an unexpected error: its traceback could hold what was typed."""
