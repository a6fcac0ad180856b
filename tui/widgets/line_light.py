"""What lights up in a line while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

from store.planline.reading import Part
from tui.desk.typing.live_reading import Lit

Light = Callable[[str], Iterable[Lit]]
"""Says which stretches of a line were understood, and as what."""

UNCLEAR = "unclear"
STYLES = {f"line--{each}" for each in (*Part, UNCLEAR)}
"""The names of the styles, for the line to have and the style sheet to fill in."""


class LineLight(Highlighter):
    """Paints the stretches that were understood in the styles `line--…` of the line."""

    def __init__(self, line: Input, light: Light) -> None:
        """Light this line up."""
        self._line, self._light = line, light

    def highlight(self, text: Text) -> None:
        """Style the understood stretches of the text."""
        for lit in self._light(text.plain):
            style = self._line.get_component_rich_style(f"line--{lit.part or UNCLEAR}", partial=True)
            text.stylize(style, lit.start, lit.end)
