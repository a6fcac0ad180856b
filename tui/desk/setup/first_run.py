"""What is asked once, before the first day: what a plan needs to be read, and to be read back."""

from __future__ import annotations

from enum import StrEnum

from store.domain.school_year import year_name
from store.files.errors import FilesError
from tui.desk.desk import Desk


class FirstQuestion(StrEnum):
    """The questions, in the order in which they are asked."""

    TEACHER = "teacher"
    REGION = "region"
    REPORTS = "reports"


def questions_to_ask(desk: Desk) -> tuple[FirstQuestion, ...]:
    """Return what is not known of this class yet, and was never asked; nothing without a class."""
    if not desk.school.pupils:
        return ()
    try:
        asked = desk.repository.settings().asked
    except FilesError:
        return ()
    return tuple(
        each
        for each in FirstQuestion
        if not _is_known(each, desk) and not {_name(each, desk), _together(desk)} & set(asked)
    )


def remember_asked(desk: Desk, *questions: FirstQuestion) -> None:
    """Remember that these were asked, for this school year: answered or skipped, they do not come again.

    Raises:
        FilesError: that could not be kept; they will be asked once more.
    """
    settings = desk.repository.settings()
    for each in questions:
        settings = settings.answered(_name(each, desk))
    desk.repository.save_settings(settings)


def _is_known(question: FirstQuestion, desk: Desk) -> bool:
    match question:
        case FirstQuestion.TEACHER:
            talks = desk.day.talks
            return bool(desk.school.teacher) or (bool(talks) and all(talk.teacher for talk in talks))
        case FirstQuestion.REGION:
            return bool(desk.year.region or desk.year.holidays)
    return bool(desk.year.reports)


def _name(question: FirstQuestion, desk: Desk) -> str:
    return f"{question} {year_name(desk.day.date)}"


def _together(desk: Desk) -> str:
    """How it was remembered when all of them were one question."""
    return f"school_year {year_name(desk.day.date)}"
