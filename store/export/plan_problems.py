"""Sentences for what is wrong with a plan line, what was assumed, and what deserves a warning.

The codes and their values are those of the plan line's grammar; the *when* gives the readings to choose from.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from store.domain.plan import When
from store.export.wording.days import day_short
from store.export.wording.moments import when_words
from store.export.wording.people import listed
from store.language import Translator, mark

PROBLEMS = {
    "no_when": mark("When? Add a day, a week, a period, or: if needed."),
    "impossible_date": mark("That day does not exist; check the day and the month."),
    "impossible_week": mark("That week number does not exist this year; check the number."),
    "impossible_time": mark("That time does not exist; write it as 15:30."),
    "past": mark("That is over already."),
    "outside_schoolyear": mark("That is outside this school year."),
    "weekday_mismatch": mark("The weekday does not go with the date; check which of the two is right."),
    "week_mismatch": mark("The day is not in that week; check which of the two is right."),
    "reversed_range": mark("The end comes before the beginning; check the dates."),
    "reason_required": mark("A home visit needs a reason; type it after a colon."),
    "two_channels": mark("There are two ways of contact in this line; make two lines of it."),
    "either_channel": mark("Which of the two ways will it be? Type only that one."),
    "outsider": mark(
        "The teacher has no part in this; put ! in front to make an agreement of it, or say whom the teacher "
        "speaks."
    ),
    "colleague": mark(
        "Nobody of the family has a part in this; put ! in front to make an agreement of it, or say who of "
        "the family is there."
    ),
    "another_family": mark(
        "{name} belong to another child; put ! in front to make an agreement of it, or say whom of this "
        "family the teacher speaks."
    ),
    "there_and_not": mark("{name} is there in this line and is not; leave one of the two out."),
    "signed": mark("A line with {sign} in front is an agreement (!) or the goal (*), and no contact moment."),
    "agreement": mark(
        "This looks like an agreement; put ! in front to make one of it, or say how there is contact."
    ),
    "deed": mark(
        "'{words}' is no contact moment; give it a line of its own with ! in front, or put it after a colon."
    ),
    "two_starters": mark("Two people start in this line; make two lines of it, or leave one of them out."),
    "either_does": mark("Who starts here, {one} or {other}? Put that one in front of the verb."),
    "conflict": mark("'{word}' does not go with the rest of the line; leave one out, or make two lines."),
    "never_then": mark(
        "'{word}' takes nothing away: that is no day of '{other}'. Check it, or leave it out."
    ),
    "nothing_left": mark("'{word}' takes away every day of '{other}'; leave out less."),
    "which_days": mark("Which days does '{word}' leave out? Type the days or the weeks themselves."),
    "two_counts": mark("'{word}' is a second number of times; give it a line of its own."),
    "counted_from": mark("From when is '{word}' counted? Type the day or the week itself."),
    "how_long": mark("Until when does '{other}' go on? Make two lines, the first with its last day: until …"),
    "unread": mark("'{word}' is not clear here; say it in other words, or put it after a colon."),
    "ambiguous_time": mark("That half hour can be the one before or the one after; write it as 15:30."),
    "which_half": mark("'{word}': in the morning or in the evening? Type that behind it, or 7:00 or 19:00."),
    "ambiguous_year": mark("Is the last number a year or a time? Write a time as 20:30."),
    "two_people": mark("Two people here are called {name}; type the whole name, or mother, father or pupil."),
    "too_long": mark(
        "This line is too long to be read and stays as it was typed; what for may stand after a colon."
    ),
}
UNDATED = mark("{name} has no date yet. Enter keeps the line like this; the date comes later.")
WAITS = mark("{name} has no date yet.")
UNLISTED = mark("{name} is not in the calendar yet. Enter keeps the line like this; the date comes later.")
WAITS_UNLISTED = mark("{name} is not in the calendar yet.")
"""A holiday has its date, though the calendar does not know it without the region."""
PAIR = mark("'{other}' and '{word}' can't be one moment; leave one out, or make two lines.")
"""What does not go together, where both are known."""
CHOICE = mark("This can mean more than one thing: {choice}. Type which one.")
UNREAD = {
    "takes_away": mark(
        "'{word}' takes something away; type what does happen, or who is not there: without …"
    ),
    "corrects": mark("'{word}' takes back what stands before it; type only what holds."),
    "unsure": mark("'{word}' leaves it open; type it as it is agreed, or when it will be decided."),
    "condition": mark("'{word}' and a day in one: type the day first, and then the condition: 12 Nov, if …"),
    "one_of_them": mark("'{word}' is about one of these moments; make a line of each."),
    "day_each": mark("'{word}' seems to have a day or time apart; make a line of each."),
    "or_mother": mark("'{word}' may be Monday or mother; write it in full."),
    "otherwise": mark(
        "'{word}' depends on what stands before it; make a line of each, with when that is so."
    ),
    "one_person": mark("Who is '{word}'? Put the words for one person together."),
    "who_is_it": mark("Who is '{word}'? Type mother, father, pupil or a name."),
    "one_child": mark(
        "'{word}': is this child there, or is it about the child? Type with …, or put it behind a colon."
    ),
    "of_which": mark(
        "'{word}' may be the day of this contact, or belong to what it is about; put that behind a colon."
    ),
    "leaves_open": mark("'{word}' leaves the day open; type a week, or the first and the last day."),
}
"""Advice that keeps the meaning, by what the word does to the plan."""

INCOMPLETE = {
    "date": mark("A day is still missing; add it, or keep the line and set the date later."),
    "tbd": mark("The date is still to be set; keep the line like this, or add a date."),
}
ASSUMED = {
    "visit": mark("a talk is at school"),
    "parents_and_teacher": mark("with {parents} and {teacher}"),
    "with_parents": mark("{parents} there too"),
    "other_parent": mark("the other parent there too"),
    "corrected": mark("'{typed}' read as '{read}'"),
    "afternoon": mark("{time}, in the afternoon"),
    "morning": mark("{time}, in the morning"),
    "around": mark("around that day: that week"),
    "about_day": mark("around that day of the month"),
    "same_time": mark("{time} on each of these days"),
    "coming_week": mark("coming week is next week, from Monday"),
    "every_month": mark("every month"),
    "until_year_end": mark("until the last school day, {day}"),
    "purpose": mark("what for: {words}"),
    "purpose_last": mark("what for, of the last one only: {words}"),
    "not_used": mark("not used: {words}"),
    "left_out": mark("not on the plan: {words}"),
    "unknown_person": mark("who '{name}' is, is not known here"),
}
WARNINGS = {
    "weekend": mark("in the weekend"),
    "vacation": mark("in the holiday: {name}"),
    "day_off": mark("on a day off: {name}"),
    "public_holiday": mark("on a public holiday: {name}"),
}


def problem_words(
    code: str, values: Mapping[str, str], t: Translator, when: When | None = None, *, kept: bool = False
) -> str:
    """Say why a line is refused and what to do. `when` holds the readings of an ambiguous one.

    A line that is `kept` already as it was typed only waits for its date.
    """
    if code == "ambiguous":
        choices = [when_words(each, "", t) for each in when.candidates] if when else []
        return t(CHOICE, choice=listed(choices, t, choice=True))
    if code == "incomplete":
        return t(INCOMPLETE["tbd" if values.get("tbd") else "date"])
    if code == "unknown_anchor":
        anchor = values.get("anchor") or (when.anchor if when else "")
        holiday = anchor.startswith("holiday:")
        said = (WAITS_UNLISTED if kept else UNLISTED) if holiday else (WAITS if kept else UNDATED)
        return t(said, name=anchor_words(anchor, t))
    if code == "conflict" and "other" in values:
        return t(PAIR, **values)
    if code == "unread":
        return t(UNREAD.get(values.get("why", ""), PROBLEMS["unread"]), **values)
    return t(PROBLEMS[code], **values)


def anchor_words(anchor: str, t: Translator) -> str:
    """Say what a *when* hangs on, at the beginning of a sentence: "Report 1", "Toetsweek"."""
    kind, _, name = anchor.partition(":")
    words = t("report {number}", number=name) if kind == "report" else name
    return words[:1].upper() + words[1:] if words else t("That moment")


def assumption_words(
    code: str, values: Mapping[str, str], t: Translator, parents: str = "", teacher: str = ""
) -> str:
    """Say what was taken for granted, in a few words; `parents` and `teacher` are called so in this talk."""
    shown = {"parents": parents or t("parents"), "teacher": teacher or t("teacher"), **values}
    if "day" in shown:
        shown["day"] = day_short(date.fromisoformat(shown["day"]), t)
    return t(ASSUMED[code], **shown)


def warning_words(warning: str, t: Translator) -> str:
    """Say what to know of a day: "in the weekend", "on a public holiday: Koningsdag"."""
    kind, _, name = warning.partition(":")
    return t(WARNINGS[kind], name=name)
