"""A family that is planned by hand, in words: when, who, who else is there then, and what is wrong."""

from __future__ import annotations

from datetime import datetime

from store.domain.talk import Talk
from store.export.wording.people import carer_words, listed, pupils_words
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.planning.family_line import front_time, planned, time_first
from tui.desk.planning.timetable_line import met
from tui.words.planning.timetable import Sight, moment_words, taken_words


def planned_words(talk: Talk, sight: Sight) -> str:
    """Return when and with whom a talk is that was typed, and who is planned at that time already.

    In the sight of a family a child of the class list has no more of a name than was typed: the first one.
    """
    desk, t = sight.desk, sight.t
    people = listed([carer_words(carer, t) for carer in talk.audience], t) if talk.audience else ""
    when = moment_words(talk.slot.start, desk.day.date, t)
    name = pupils_words(talk, t)
    if not sight.others and desk.school.pupil(talk.pupil.id) is not None:
        name, people = talk.pupil.first_name, ""
    if people:
        said = t("{when}: {name}, with {people}.", when=when, name=name, people=people)
    else:
        said = t("{when}: {name}.", when=when, name=name)
    if desk.school.pupil(talk.pupil.id) is None:
        said += " " + t("New on the class list.")
    return " ".join(filter(None, (said, taken_words(met(talk, desk), sight))))


def family_wrong_words(line: str, desk: Desk, start: datetime, t: Translator) -> str:
    """Return what is wrong with a line that plans a family; empty when it can be planned."""
    first = time_first(line, desk, start.date())
    typed = front_time(first.partition(",")[0], desk, start.date())
    if typed.unread:
        return t("{word} is not a time; type 16:20, or a day and a time.", word=typed.unread)
    if not typed.left:
        return t("Type the child's name.")
    if any(each.sitting for each in met(planned(line, desk, start), desk)):
        return t("A talk is going on then.")
    return ""
