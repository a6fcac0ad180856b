"""What was decided on an information moment, in a few words for the teacher."""

from __future__ import annotations

from store.domain.overview.topics import InformationDecision
from store.export.wording.days import day_and_time_short
from store.language import Translator


def decision_words(decision: InformationDecision, t: Translator) -> str:
    """Say for whom and when: "groep 3, di 17 nov 2026 19:30"; without a day what was typed."""
    return "; ".join(_meeting_words(each, t) for each in decision.meetings)


def _meeting_words(meeting: InformationDecision, t: Translator) -> str:
    if meeting.day is None:
        return " ".join(meeting.text.split())
    when = day_and_time_short(meeting.day, meeting.time, t)
    return ", ".join(filter(None, (" ".join(meeting.group.split()), when)))
