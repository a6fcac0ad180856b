"""Textual's App with its habits at beginning and ending mended."""

from __future__ import annotations

from textual.app import App, ReturnType

from tui.terminal.driver import steady_driver


class QuietApp(App[ReturnType]):
    """An app on a steady driver, that prints nothing of an unexpected error.

    Tracebacks can't be turned off: https://github.com/Textualize/textual/issues/354
    """

    def __init__(self) -> None:
        """Take the terminal by our own driver, where there is one."""
        super().__init__(driver_class=steady_driver())

    def _print_error_renderables(self) -> None:
        """Print nothing: a traceback would hold names of children."""
