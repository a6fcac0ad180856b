"""What was read from a file, and what it changes, as JSON for other programs."""

from __future__ import annotations

from store.domain.people import Pupil
from store.domain.talk import DEFAULT_MINUTES, Talk
from store.language import Translator
from store.roster.changes import PupilChange, TalkChange
from store.roster.timetable import RosterSlot
from tui.desk.roster.roster_import import Imported
from tui.words.roster.changes import kept_lines
from tui.words.roster.reading import doubt_words, problem_words
from tui.words.roster.who import clash_words, near_words


def as_json(looked: Imported, t: Translator) -> dict[str, object]:
    """Return what was read, and what that changes, in the shape that the command line promises."""
    roster = looked.roster
    return {
        "pupils": [_pupil_json(pupil) for pupil in roster.pupils],
        "slots": [_slot_json(slot) for slot in roster.slots],
        "encoding": roster.encoding,
        "delimiter": roster.delimiter,
        "columns": roster.headers,
        "problems": [
            {"row": problem.row, "column": problem.column, "message": problem_words(problem, t)}
            for problem in roster.problems
        ],
        "doubts": [
            {"row": doubt.row, "column": doubt.column, "message": doubt_words(doubt, t)}
            for doubt in roster.unanswered
        ],
        "stored": looked.stored,
        "changes": {
            "pupils": [_pupil_change(each) for each in looked.changes.pupils],
            "talks": [_talk_change(each) for each in looked.changes.talks],
        },
        "questions": [
            *(near_words(near, t) for near in looked.near),
            *(clash_words(clash, t) for clash in looked.clashes),
        ],
        "kept": list(kept_lines(looked, t)),
    }


def _pupil_json(pupil: Pupil) -> dict[str, object]:
    return {
        "number": pupil.number or None,
        "first_name": pupil.first_name,
        "infix": pupil.infix,
        "last_name": pupil.last_name,
        "group": pupil.group,
        "birth_date": pupil.birth_date.isoformat() if pupil.birth_date else None,
        "carers": [
            {"name": carer.name, "email": carer.email, "phone": carer.phone} for carer in pupil.carers
        ],
        "home_language": pupil.home_language,
        "interpreter": pupil.interpreter,
    }


def _pupil_change(change: PupilChange) -> dict[str, object]:
    return {
        "name": change.after.full_name,
        "new": change.before is None,
        "details": [{"field": each.field, "was": each.was, "now": each.now} for each in change.details],
    }


def _talk_change(change: TalkChange) -> dict[str, object]:
    """Return a talk as it was and as it becomes; `was` is None for a new one."""
    return {
        "names": [pupil.full_name for pupil in change.after.pupils],
        "was": _planned(change.before) if change.before else None,
        "now": _planned(change.after),
    }


def _planned(talk: Talk) -> dict[str, object]:
    return {
        "start": talk.slot.start.isoformat(timespec="minutes"),
        "minutes": talk.slot.minutes,
        "carers": [carer.name for carer in talk.audience],
        "teacher": talk.teacher,
        "remark": talk.remark,
    }


def _slot_json(slot: RosterSlot) -> dict[str, object]:
    return {
        "start": slot.start.isoformat(timespec="minutes"),
        "minutes": slot.minutes or DEFAULT_MINUTES,
        "pupil": slot.pupil,
        "carers": list(slot.carers),
        "remark": slot.remark,
        "siblings": [child.pupil for child in slot.siblings],
        "teacher": slot.teacher,
        "place": slot.place,
        "interpreter": slot.interpreter,
        "points_of_parents": list(slot.parent_points),
        "points_of_pupil": list(slot.pupil_points),
    }
