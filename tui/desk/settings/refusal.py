"""Why a line can't be taken on a row of the settings."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tui.desk.settings.typed_dates import NoDay


class SettingRefusal(StrEnum):
    """Why a line can't be taken on a row; for one on which days are typed also every `NoDay`."""

    NAME = "name"
    MINUTES = "minutes"
    WEEK = "week"
    LANGUAGE = "language"
    REGION = "region"
    SPLIT_PROVINCE = "split_province"
    NEEDED = "needed"
    NOTHING = "nothing"
    NAME_AND_DAYS = "name_and_days"
    REVERSED_YEAR = "reversed_year"
    REPORT_OUTSIDE = "report_outside"
    RECEPTION_OUTSIDE = "reception_outside"
    OCCASION_OUTSIDE = "occasion_outside"
    OTHER_YEAR = "other_year"
    AT_THE_TABLE = "at_the_table"
    NUMBER = "number"
    NO_FOLDER = "no_folder"
    IN_DATA_FOLDER = "in_data_folder"


class RefusedError(Exception):
    """A line can't be taken on this row. `code` says why; `number`, `day` and `text` what it is about."""

    def __init__(
        self, code: SettingRefusal | NoDay, *, number: int = 0, day: date | None = None, text: str = ""
    ) -> None:
        super().__init__(code)
        self.code = code
        self.number = number
        self.day = day
        self.text = text
