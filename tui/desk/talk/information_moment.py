"""The need for an information moment: a topic and, behind a comma, when; or none."""

from __future__ import annotations

import re

from store.domain.plan import InformationMoment
from store.domain.talk import Talk
from store.domain.undo import StepName
from tui.desk.desk import Desk
from tui.desk.typing.yes_or_no import says_no, says_unsure, without_yes

_ABOUT = re.compile(r"(?:over|about)\s+", re.I)


def answer(text: str, talk: Talk, desk: Desk) -> bool:
    """Take down what was answered: a topic and, behind a comma, when; or none. False for a yes alone."""
    said = without_yes(text)
    said = said[about.end() :] if (about := _ABOUT.match(said)) else said
    if not said or says_unsure(said):
        return False
    topic, when = (part.strip() for part in said.partition(",")[::2])
    if says_no(text):
        answered = InformationMoment()
    elif topic:
        answered = InformationMoment(topic=topic, when=when)
    else:
        # without anything before the comma all of it is the topic, or it would count as none
        answered = InformationMoment(topic=said)
    desk.do(StepName.INFORMATION_ANSWERED, _answered(answered, talk, desk), text)
    return True


def take_back(talk: Talk, desk: Desk) -> bool:
    """Take the answer back, so that it is asked again; False when there is none."""
    if talk.information is None:
        return False
    desk.do(StepName.INFORMATION_ANSWERED, _answered(None, talk, desk))
    return True


def _answered(answer: InformationMoment | None, talk: Talk, desk: Desk) -> Talk:
    """The talk with this answer; what was decided on the one before is to leave the family's calendar."""
    return talk.answer_information(answer, desk.school.announced_to(talk))
