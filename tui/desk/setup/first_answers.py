"""What an answer to one of the first questions does: it is a setting like any other."""

from __future__ import annotations

from store.domain.school_year import first_year
from tui.desk.desk import Desk
from tui.desk.settings.refusal import RefusedError
from tui.desk.settings.report_dates import read_reports
from tui.desk.settings.settings_line import Changed, typed, with_reports
from tui.desk.settings.settings_rows import Setting, SettingKind
from tui.desk.settings.typed_dates import NoDayError
from tui.desk.setup.first_run import FirstQuestion


def row_of(question: FirstQuestion) -> Setting:
    """Return the row of the settings on which the answer stands later."""
    if question is FirstQuestion.REPORTS:
        return Setting(SettingKind.REPORT, 1)
    return Setting(SettingKind(question.value))


def answered(question: FirstQuestion, text: str, desk: Desk) -> Changed:
    """Return the school with this answer.

    Raises:
        RefusedError: the text is no answer to this question.
    """
    day = desk.day.date
    if question is not FirstQuestion.REPORTS:
        return typed(row_of(question), text, desk.school, day)
    try:
        reports = read_reports(text, first_year(day))
    except NoDayError as error:
        raise RefusedError(error.code, day=error.day) from error
    return with_reports(reports, desk.school, day)
