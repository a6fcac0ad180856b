"""Text wrapped under its own first word."""

from __future__ import annotations

from textual.content import Content

from tui.widgets.safe_text import joined, literal


def hanging(lead: str, text: str, width: int, style: str = "") -> list[Content]:
    """`text` behind `lead`, every further line as far in as the first; line breaks are kept."""
    room = max(width - len(lead), 4)
    lines = [line for part in text.split("\n") for line in literal(part, style).wrap(room)]
    return [joined((lead if at == 0 else " " * len(lead), style)) + line for at, line in enumerate(lines)]
