"""Text wrapped under its own first word."""

from __future__ import annotations

from textual.content import Content

from tui.widgets.safe_text import joined, literal


def hanging(lead: str, text: str | Content, width: int, style: str = "") -> list[Content]:
    """`text` behind `lead`, every further line as far in as the first; line breaks are kept.

    The style is that of the lead, and of a text that has none of its own.
    """
    room = max(width - len(lead), 4)
    parts = [literal(part, style) for part in text.split("\n")] if isinstance(text, str) else [text]
    lines = [line for part in parts for line in part.wrap(room)]
    return [joined((lead if at == 0 else " " * len(lead), style)) + line for at, line in enumerate(lines)]
