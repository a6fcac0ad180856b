"""A line that is typed unseen, and where nobody measures what is on it."""

from __future__ import annotations


class Unmeasured:
    """Lets a line find its cursor by counting: each letter is one dot.

    Textual measures the letters under the dots, and Rich remembers the texts it measured, a passphrase with
    each of its beginnings, for as long as the app runs:
    https://github.com/Textualize/textual/blob/v8.2.8/src/textual/widgets/_input.py#L469
    """

    def _position_to_cell(self, position: int) -> int:
        return position
