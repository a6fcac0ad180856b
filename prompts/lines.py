"""On which line of a TOML text each value begins; the reader of the standard library does not tell."""

from __future__ import annotations

import re
from bisect import bisect_right

Place = tuple[str | int, ...]
"""Keys, and places in lists counted from 0, from the outside in."""

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*""")
_TEXT = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\])*"|\'[^\']*\'', re.DOTALL)
_BARE = re.compile(r"[^,\]}\n#]*")


def lines_of(text: str) -> dict[Place, int]:
    """Return the line of every key and value, from 1, of a text that is TOML."""
    scanner = _Scanner(text)
    try:
        scanner.whole()
    except RecursionError:
        # nested deeper than any deck: what was found before it still counts
        pass
    return scanner.found


class _Scanner:
    """Goes through a text that was read as TOML before, so that nothing in it can be wrong."""

    def __init__(self, text: str) -> None:
        self.found: dict[Place, int] = {}
        self._text = text
        self._at = 0
        self._ends = [each.start() for each in re.finditer("\n", text)]
        self._rows: dict[Place, int] = {}

    def whole(self) -> None:
        """Go through the whole text."""
        table: Place = ()
        while self._skip():
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self) -> bool:
        """Go past white space and comments; False at the end."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at < len(self._text)

    def _mark(self, place: Place) -> None:
        self.found.setdefault(place, bisect_right(self._ends, self._at - 1) + 1)

    def _header(self) -> Place:
        """`[table]`, or `[[row]]` of a list of tables."""
        is_row = self._text.startswith("[[", self._at)
        start = self._at
        self._at += 1 + is_row
        place: Place = ()
        for key in self._keys():
            if place in self._rows:
                place = (*place, self._rows[place])
            place = (*place, key)
        if is_row:
            self._rows[place] = self._rows.get(place, -1) + 1
            place = (*place, self._rows[place])
        self._at, end = start, self._at + 1 + is_row
        self._mark(place[:1])
        self._mark(place)
        self._at = end
        return place

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while found := _KEY.match(self._text, self._at):
            keys.append(next(filter(None, found.groups()), ""))
            self._at = found.end()
            if not self._text.startswith(".", self._at):
                break
            self._at += 1
        return keys

    def _pair(self, table: Place) -> None:
        """`key = value`."""
        start = self._at
        place = (*table, *self._keys())
        end, self._at = self._at, start
        self._mark(place)
        self._at = end + 1
        self._value(place)

    def _value(self, place: Place) -> None:
        self._skip()
        self._mark(place)
        if found := _TEXT.match(self._text, self._at):
            self._at = found.end()
        elif self._text.startswith(("[", "{"), self._at):
            self._inside(place, is_list=self._text[self._at] == "[")
        else:
            bare = _BARE.match(self._text, self._at)
            self._at = max(bare.end() if bare else 0, self._at + 1)

    def _inside(self, place: Place, *, is_list: bool) -> None:
        """The values of a list, or the pairs of a table in one line."""
        self._at += 1
        count = 0
        while self._skip() and self._text[self._at] not in "]}":
            if self._text[self._at] == ",":
                self._at += 1
            elif is_list:
                self._value((*place, count))
                count += 1
            else:
                self._pair(place)
        self._at += 1
