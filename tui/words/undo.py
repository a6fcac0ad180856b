"""Steps in words, for undo and redo."""

from __future__ import annotations

from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.plan import ContactMoment, InformationMoment
from store.domain.talk import Arrangements, Talk
from store.domain.timetable.talk_format import Format
from store.domain.undo import Children, Step, StepName
from store.domain.year.sequel import Sequel
from store.export.wording.people import first_names_words
from store.export.wording.titles import title_words
from store.language import Translator, mark
from tui.desk.talk.signs import AGREEMENT
from tui.desk.typing.undone_line import arrangements_of, goal_of

WORDS: dict[StepName, str] = {
    StepName.POINT_ADDED: mark("point added"),
    StepName.POINT_CHANGED: mark("point changed"),
    StepName.POINT_MOVED: mark("point moved to another voice"),
    StepName.POINT_REMOVED: mark("point removed"),
    StepName.POINT_OUTLOOK: mark("whether a point is for later"),
    StepName.NOTE_ADDED: mark("note added"),
    StepName.AGREEMENT_ADDED: mark("agreement added"),
    StepName.AGREEMENT_CHANGED: mark("agreement changed"),
    StepName.AGREEMENT_REMOVED: mark("agreement removed"),
    StepName.MOMENT_ADDED: mark("contact moment added"),
    StepName.MOMENT_CHANGED: mark("contact moment changed"),
    StepName.MOMENT_REMOVED: mark("contact moment removed"),
    StepName.INFORMATION_ANSWERED: mark("answer on the information moment"),
    StepName.ARRANGED: mark("change to the other arrangements"),
    StepName.FORM_TAKEN: mark("change to what the parents filled in"),
    StepName.PRESENCE_CHANGED: mark("change of who is here"),
    StepName.NOT_COME: mark("not come"),
    StepName.CANCELLED: mark("cancelled"),
    StepName.MOVED: mark("other time"),
    StepName.LENGTH: mark("other length"),
    StepName.SWAPPED: mark("swapped"),
    StepName.FAMILY: mark("family changed"),
    StepName.FOLLOWED_UP: mark("called or visited"),
    StepName.TALK_ADDED: mark("talk added"),
    StepName.JOINED: mark("one talk together"),
    StepName.TAKEN_APART: mark("a talk each"),
    StepName.FORMAT: mark("kind of talk"),
    StepName.SENT: mark("points beforehand"),
    StepName.REOPENED: mark("opened again"),
    StepName.DONE: mark("carried out"),
    StepName.PUT_OFF: mark("moved to another day"),
    StepName.DROPPED: mark("dropped"),
}
ARRANGED: dict[str, str] = {
    "goal": mark("goal"),
    "first_contact": mark("first contact"),
    "other_contact": mark("first contact"),
    "support": mark("support"),
    "checked": mark("number and mail"),
    "buddy_offers": mark("can help with"),
    "buddy_needs": mark("could use help with"),
    "buddy": mark("buddy"),
    "buddy_shared": mark("may be listed"),
    "pupil_file": mark("pupil file"),
    "reception": mark("reception"),
    "read_along": mark("parents read along"),
    "sheet_language": mark("language"),
}
"""What a step in the rest was about, by the field that it changed."""


def undone_words(step: Step | None, key: str, t: Translator, whose: str = "") -> str:
    """Say what undo just did, with its words or else `whose` talk it was, and which `key` brings it back."""
    if step is None:
        return t("There is nothing to undo here.")
    return t("Undone: {what}. {key} brings it back.", what=_what(step, t, whose), key=key)


def undone_minutes_words(change: int, t: Translator) -> str:
    """Say that minutes given to a talk are off again, or that those taken off are back."""
    if change < 0:
        return t.n("{count} minute more again.", "{count} minutes more again.", -change)
    return t.n("Undone: {count} minute more.", "Undone: {count} minutes more.", change)


def redone_words(step: Step | None, t: Translator, whose: str = "") -> str:
    """Say what redo just did, with the words it concerned or else `whose` talk."""
    if step is None:
        return t("There is nothing to bring back here.")
    return t("Back again: {what}.", what=_what(step, t, whose))


def _what(step: Step, t: Translator, whose: str) -> str:
    """What a step did, with the user's own words in brackets where there are any, else whose talk it is."""
    what = t(_arranged(step) or WORDS[step.name])
    text = _subject(step, t) or whose
    return f"{what} ({text})" if text else what


def _arranged(step: Step) -> str:
    """What was arranged in a step, as its row is called; empty when it was about something else."""
    before, after = arrangements_of(step)
    called = [
        {each.id: each.addressed for each in it.checked if each.addressed is not None}
        for it in (before, after)
    ]
    if called[0] != called[1]:
        return mark("addressed as")
    changed = (words for name, words in ARRANGED.items() if getattr(before, name) != getattr(after, name))
    return next(changed, "")


def _subject(step: Step, t: Translator) -> str:
    """The user's own words in the touched record, shortened; none of what was sent beforehand."""
    if step.name is StepName.SENT:
        return ""
    record = next((each.after or each.before for each in step.touches), None)
    match record:
        case AgendaPoint() | Agreement() | Note():
            # without the sign for whose line it was
            text = record.text
        case ContactMoment():
            text = step.line.removeprefix(AGREEMENT) or record.text
        case InformationMoment():
            text = record.topic
        case Talk():
            text = first_names_words(record.pupils, t)
        case Children():
            text = first_names_words((record.pupil, *record.siblings), t)
        case Format():
            text = title_words(record.deck, t)
        case Sequel():
            text = step.line
        case Arrangements() if goal_of(step) is not None:
            text = record.goal
        case _:
            text = ""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
