"""The fields of a class list or timetable, as they are called when people are told what a column holds."""

from __future__ import annotations

from store.language import Translator, mark
from store.roster.columns import field_named
from store.roster.header_words import Field

_FIELDS = {
    Field.NUMBER: mark("pupil's number"),
    Field.FIRST_NAME: mark("first name"),
    Field.INFIX: mark("infix"),
    Field.LAST_NAME: mark("last name"),
    Field.NAME: mark("whole name"),
    Field.SIBLING: mark("brother or sister"),
    Field.GROUP: mark("group"),
    Field.BIRTH_DATE: mark("date of birth"),
    Field.SINCE: mark("at this school since"),
    Field.HOME_LANGUAGE: mark("home language"),
    Field.INTERPRETER: mark("interpreter"),
    Field.DATE: mark("date of the talk"),
    Field.TIME: mark("time of the talk"),
    Field.END: mark("end of the talk"),
    Field.MINUTES: mark("length of the talk"),
    Field.MORE_MINUTES: mark("extra minutes"),
    Field.TEACHER: mark("teacher"),
    Field.KIND: mark("kind of talk"),
    Field.PLACE: mark("room"),
    Field.REMARK: mark("remark"),
    Field.WITH: mark("with whom"),
    Field.PARENT_POINTS: mark("what parents want to raise"),
    Field.PUPIL_POINTS: mark("what the pupil wants to raise"),
    Field.CARER: mark("parent"),
    Field.CARER_FIRST: mark("parent's first name"),
    Field.CARER_INFIX: mark("parent's infix"),
    Field.CARER_LAST: mark("parent's last name"),
    Field.PHONE: mark("parent's phone"),
    Field.EMAIL: mark("parent's e-mail"),
    Field.RELATION: mark("what the parent is to the child"),
}


def field_words(name: str, t: Translator) -> str:
    """Return what a field is called, by its name outside: "carer_2_phone" is the phone of parent 2."""
    field, number = field_named(name)
    return f"{t(_FIELDS[field])} {number}" if number else t(_FIELDS[field])
