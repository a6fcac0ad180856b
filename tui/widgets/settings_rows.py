"""The settings as rows under headings."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.domain.settings import Settings
from store.language import Translator, mark
from tui.desk.settings.settings_rows import LISTS, PASSPHRASE, Setting, SettingKind
from tui.widgets.row_list import RowList, lead
from tui.widgets.safe_text import joined, literal
from tui.words.settings import label_words, value_words

HEADINGS = {
    SettingKind.REGION: mark("School year"),
    SettingKind.MORE_HOLIDAYS: mark("Holidays"),
    SettingKind.MORE_DAYS_OFF: mark("Days off"),
    SettingKind.MORE_OCCASIONS: mark("Dates of the school"),
    SettingKind.READ_FILE: mark("File"),
    SettingKind.COVER: mark("This program"),
}
"""Headings, by the first row under them; a list is named by the row that adds to it."""
ASSUMED = {SettingKind.START, SettingKind.END, SettingKind.DEADLINE}
LABEL_WIDTH = 24


class SettingsRows(RowList[Setting]):
    """Paints rows of the settings, in groups under headings."""

    ABOVE, AROUND = 2, 4

    def __init__(self, t: Translator) -> None:
        """Speak this language."""
        super().__init__()
        self._t = t
        self._school = School()
        self._year: SchoolYear | None = None
        self._settings = Settings()

    def show(
        self,
        rows: tuple[Setting, ...],
        current: Setting,
        school: School,
        year: SchoolYear,
        settings: Settings,
    ) -> None:
        """Show these rows with what they say; `year` is the assumed one while none was told."""
        self._school, self._year, self._settings = school, year, settings
        self.show_rows(rows, current)

    def heading(self, row: Setting) -> list[Content]:
        """Return the heading of a group above its first row."""
        # a list that is not empty has its heading above its first entry
        first = LISTS.get(row.kind, row.kind) if row.at == 0 else row.kind
        below = row.kind in LISTS.values() and self._rows[self._rows.index(row) - 1].kind in LISTS
        words = HEADINGS.get(first, "") if not below else ""
        return [Content(""), literal(self._t(words), "bold")] if words else []

    def painted(self, row: Setting, width: int, *, here: bool) -> list[Content]:
        """Return a row on one line."""
        line = self._row(row, self._year, here=here) if self._year else Content("")
        return [line.truncate(width, ellipsis=True)]

    def _row(self, row: Setting, year: SchoolYear, *, here: bool) -> Content:
        label = label_words(row, year, self._t)
        if row.kind in LISTS.values() or row.kind in PASSPHRASE:
            return joined(lead(here=here), ("+ ", "$accent"), (label, "bold" if here else "$quiet"))
        if row.kind in LISTS:
            label = label if cell_len(label) < LABEL_WIDTH else set_cell_size(label, LABEL_WIDTH - 2) + "…"
        value = value_words(row, self._school, year, self._settings, self._t)
        guess = "   " + self._t("assumed") if year.assumed and row.kind in ASSUMED else ""
        return joined(
            lead(here=here),
            (set_cell_size(label, LABEL_WIDTH), "$quiet"),
            (value, "bold" if here else ""),
            (guess, "$quiet"),
        )
