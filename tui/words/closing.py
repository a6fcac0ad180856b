"""The closing in words: what a row or a part is called, what is asked, and why a line did not land."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store.domain.plan import Channel, ContactMoment
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.year.ages import OLDER, ages_in
from store.domain.year.load import Week
from store.domain.year.standing import standing_agreements, standing_moments
from store.export.plan_problems import problem_words
from store.export.sequels import came_of
from store.export.wording.addressing import as_read_by
from store.export.wording.days import day_short
from store.export.wording.explained import unexplained
from store.export.wording.moments import moment_row
from store.export.wording.people import listed, parents_words, who_teaches_words
from store.export.wording.states import missing_words
from store.language import Translator, mark
from store.planline.reading import Part, Reading
from tui.desk.talk.closing_cursor import PLAN, Cursor, RowKind, lacking, moment_of, rest_of
from tui.desk.talk.closing_line import asks_who_starts, asks_who_tells
from tui.desk.talk.closing_outcome import Refusal
from tui.desk.talk.contact_details import without_details
from tui.desk.talk.contact_moments import without_starter
from tui.desk.talk.signs import Sign
from tui.words.reading import Piece

if TYPE_CHECKING:
    from prompts.deck import Due

REST = {
    RowKind.FIRST_CONTACT: mark("first contact"),
    RowKind.SUPPORT: mark("support"),
    RowKind.DETAILS: mark("number and mail"),
    RowKind.ADDRESSED: mark("addressed as"),
    RowKind.BUDDY_OFFERS: mark("buddy"),
    RowKind.PUPIL_FILE: mark("pupil file"),
    RowKind.RECEPTION: mark("reception"),
}
"""What stands behind one key, in short."""
BUDDIES = {
    RowKind.BUDDY_OFFERS: mark("can help with"),
    RowKind.BUDDY_NEEDS: mark("could use help with"),
    RowKind.BUDDY_SHARED: mark("may be listed"),
    RowKind.BUDDY: mark("buddy"),
}
LABELS = {
    RowKind.INFORMATION: mark("Information moment"),
    RowKind.GOAL: mark("Goal"),
    RowKind.AGREEMENT: mark("Agreed"),
    RowKind.LATER: mark("For later"),
    RowKind.REST: mark("And also"),
    RowKind.READ_ALONG: mark("Parents read along"),
    **REST,
    **BUDDIES,
}
BADGES = {
    RowKind.PLAN: mark("contact"),
    RowKind.MOMENT: mark("contact"),
    RowKind.INFORMATION: mark("information moment"),
    RowKind.GOAL: mark("goal"),
    RowKind.AGREEMENT: mark("agreement"),
    RowKind.LATER: mark("note"),
    RowKind.REST: mark("contact"),
    RowKind.READ_ALONG: mark("parents read along"),
    **REST,
    **BUDDIES,
}
_SIGNED = {Sign.AGREEMENT: RowKind.AGREEMENT, Sign.GOAL: RowKind.GOAL}
OFFER, AGREE, GHOST = mark("to contact"), mark("agreement"), mark("complete")
"""What Tab does with a typed line: takes it to how we keep contact or to the agreements, or finishes it."""
OFFERS = {
    OFFER: mark("This looks like a contact moment: ⇥ takes it there."),
    AGREE: mark("This looks like an agreement: ⇥ takes it there."),
}
MOST = 3
"""So many keys of a row leave no room for setting aside, which is a row away."""
PARTS = {
    Part.WHEN: mark("when"),
    Part.CHANNEL: mark("how"),
    Part.WHO: mark("with whom"),
    Part.INITIATIVE: mark("who begins"),
    Part.PURPOSE: mark("what for"),
}
WHO_STARTS = {
    Channel.PHONE: mark("who phones whom?"),
    Channel.VIDEO: mark("who phones whom?"),
    Channel.MAIL: mark("who e-mails whom?"),
    Channel.MESSAGE: mark("who sends whom a message?"),
    Channel.VISIT: mark("who invites whom?"),
    Channel.HOME_VISIT: mark("who makes the appointment?"),
}
PROMPTS = {
    Part.WHEN: mark("When? A day, a week, a period, or: if needed."),
    Part.CHANNEL: mark("How? For instance phone, e-mail, message, or at school."),
    Part.WHO: mark("With whom? For instance: with mother and child, or without father."),
    Part.INITIATIVE: mark("Who starts? For instance {parents}, {teacher} or {pupil}; Enter: whoever wants."),
    Part.PURPOSE: mark("What for? Anything you like; - for nothing."),
}
REFUSALS = {
    Refusal.NO_PLAN: mark("A word is needed here: 'mail if needed' is enough."),
    Refusal.NO_REASON: mark("A visit at home has a reason that you agree on together; a few words will do."),
    Refusal.MORE_THAN_ONE: mark("More than one of them is called that; type more of the name."),
    Refusal.NO_TOPIC: mark("What about, and when? For instance: reading at home, in November."),
    Refusal.NO_DETAILS: mark("A phone number or an e-mail address, please; Enter alone: they are right."),
    Refusal.YES_OR_NO: mark("Yes or Enter: it may be on the list of buddies; - for no."),
    Refusal.NO_NAME: mark("A name, please; - for the whole name."),
}


def badge_words(cursor: Cursor, talk: Talk, t: Translator, sign: Sign = Sign.NONE) -> str:
    """Return where the next line lands, or what it answers; its `sign` says it before its row does."""
    if sign in _SIGNED:
        return t(BADGES[_SIGNED[sign]])
    if asks_who_tells(cursor, talk):
        return t("who tells it?")
    if cursor.part is Part.INITIATIVE or asks_who_starts(cursor, talk):
        return who_starts_words(moment_of(cursor.row, talk), t)
    if cursor.part is not None:
        return t(PARTS[cursor.part])
    return t("change") if cursor.changing else t(BADGES[cursor.row.kind])


def who_starts_words(moment: ContactMoment | None, t: Translator) -> str:
    """Ask who starts, by how people reach each other."""
    channel = moment.channel if moment and not moment.or_else else None
    return t(WHO_STARTS[channel]) if channel else t(PARTS[Part.INITIATIVE])


def meeting_words(talk: Talk, t: Translator) -> str:
    """Ask whether the parents want an information moment; of those who are not at the table, about them."""
    if talk.expected.carers:
        return t("Discuss something with other parents? What about and when; or - for no")
    return t("Would the parents want to meet others? What about and when; or - for no")


def answer_words(cursor: Cursor, t: Translator) -> str:
    """Say what to type where nothing leads on without an answer; empty where a part is asked for already."""
    if cursor.part is not None:
        return ""
    if cursor.row.kind is RowKind.INFORMATION:
        return t("Type what about and when, or - for no.")
    return t("Type how and when, for instance: phone in November.")


def _prompt(cursor: Cursor, part: Part, talk: Talk, t: Translator) -> str:
    """Ask for a part; the one parent of a talk is called as at the table, by first name."""
    moment = moment_of(cursor.row, talk)
    if part is Part.PURPOSE and moment is not None and moment.channel is Channel.HOME_VISIT:
        # it may not be left without one
        return t("What is the visit at home for?")
    parents = parents_words(talk, t, short=True).partition(" ")[0]
    ages = ages_in(talk)
    pupil = t("pupil") if ages <= OLDER else t("child")
    return t(PROMPTS[part], parents=parents, teacher=who_teaches_words(ages, t), pupil=pupil)


def standing_words(cursor: Cursor, talk: Talk, t: Translator, due: Sequence[Due] = ()) -> str:
    """Ask for the part that the line replaces; else say what is still missing, or that this is all.

    Of what holds nothing up the first is named: who starts, who explains, what is `due` before the end, what
    has no day yet.
    """
    if cursor.part is not None:
        return _prompt(cursor, cursor.part, talk, t)
    if asks_who_starts(cursor, talk):
        return _prompt(cursor, Part.INITIATIVE, talk, t)
    if missing := talk.missing():
        return missing_words(missing, t, talk.without_plan)
    if talk.untold:
        name = listed([pupil.first_name for pupil in talk.untold], t)
        return t("Who tells {name} what you agree on?", name=name)
    # who starts was asked once, and passed by
    nobody = without_starter([moment.id for moment in talk.plan.moments], talk)
    asked = [who_starts_words(talk.plan.moment(each), t) for each in nobody]
    away = listed([pupil.first_name for pupil in unexplained(talk)], t)
    why = [t("who explains to {name} why?", name=away)] if away else []
    if open_ := [*asked, *why, *(each.text for each in due)]:
        return t("Still to talk about: '{what}'  F9 reads it back.", what=open_[0])
    if undated := [moment.text for moment in talk.plan.moments if moment.to_be_set]:
        return t("Without a day yet: '{what}'  F9 reads it back.", what=undated[0])
    return t("Complete. F9 reads it back.")


def told_words(who: str, talk: Talk, t: Translator) -> str:
    """Return the agreement that a bare answer to who tells a pupil is; what is read of it is the answer."""
    name = listed([pupil.first_name for pupil in talk.untold], t)
    return t("{who}: explain to {name} what we agreed", who=who, name=name)


def full_words(week: Week | None, t: Translator) -> str:
    """Say that a week fills up, and with how many contact moments; nothing where none does."""
    if week is None:
        return ""
    day = day_short(week.monday, t, year=False)
    return "\n" + t("The week of {day} then has {number} contact moments.", day=day, number=week.count)


def beside_words(talks: Sequence[Talk], school: School, t: Translator) -> Iterator[Piece]:
    """Tell the goal, the contact moments and what came of them, and the agreements, of each talk.

    What was dropped is left out. Of more than one child it is told of which each is.
    """
    several = len({each.pupil.id for each in talks}) > 1
    for each in talks:
        talk = as_read_by(each, each.readers, school, t)
        title = t("Agreed on {day}", day=day_short(talk.slot.start.date(), t))
        yield (f"{talk.pupil.everyday_name} · {title}" if several else title, "bold")
        lines = [talk.goal] if talk.goal else []
        # what is still to come is seen first
        for moment in sorted(standing_moments(talk), key=talk.is_over):
            row = moment_row(moment, talk, school, t)
            lines.append(" · ".join(filter(None, (row.when, row.channel, row.who, row.purpose))))
            lines += [f"  {came}" for came in came_of(moment, talk, t)]
        for agreement in standing_agreements(talk):
            lines.append(" ".join(agreement.text.split()))
            lines += [f"  {came}" for came in came_of(agreement, talk, t)]
        yield from (f"\n{line}" if line.startswith(" ") else f"\n· {line}" for line in lines)
        yield "\n"


def refusal_words(refusal: Refusal, line: str, t: Translator) -> str:
    """Return why a line did not land at its place; what would, is asked above it or said with it."""
    if refusal is Refusal.OTHER_PART:
        return t("'{words}' is not clear here.", words=" ".join(line.split()))
    return t(REFUSALS[refusal])


def unclear_words(reading: Reading, t: Translator) -> str:
    """Say what is not clear about a line that was kept as typed; that it is clear by now, when it is."""
    if not reading.errors:
        return t("this can be read now: → and Enter")
    problem = reading.errors[0]
    return problem_words(problem.code, dict(problem.values), t, reading.moments[0].when, kept=True)


def keys_words(
    cursor: Cursor, talk: Talk, t: Translator, *, typed: bool, tab: str = ""
) -> list[tuple[str, str]]:
    """Return the keys that matter now, with what each does now; `tab` is what Tab does, if anything."""
    # what is typed is taken along, and may ask for more
    onward = ("F9", t("onward") if typed or talk.missing() else t("read back"))
    # at what is asked F9 leads nowhere else: first comes how that is answered
    stands = not typed and cursor.row != PLAN and bool(talk.missing()) and cursor == cursor.at_missing(talk)
    now = [(face, t(label)) for face, label in _keys(cursor, talk, typed=typed, tab=tab)]
    aside = [("F7", t("aside"))] if len(now) < MOST else []
    return [*([] if stands else [onward]), *now, *([onward] if stands else []), *aside, ("F8", t("cover"))]


def _is_covered(kind: RowKind, talk: Talk) -> bool:
    """Whether a number or an address was typed behind a name on such a row."""
    rest = talk.arrangements
    text = {RowKind.FIRST_CONTACT: rest.other_contact, RowKind.SUPPORT: rest.support}.get(kind, "")
    return without_details(text) != text


def _keys(cursor: Cursor, talk: Talk, *, typed: bool, tab: str) -> tuple[tuple[str, str], ...]:
    kind, moment = cursor.row.kind, moment_of(cursor.row, talk)
    whom = (("⇥", mark("for whom")),) if talk.siblings else ()
    if typed:
        anew = cursor.changing or (cursor.part is not None and not cursor.asked)
        out = (("esc", mark("back")),) if cursor.part is not None else ()
        return (("↵", mark("change") if anew else mark("take")), *((("⇥", tab),) if tab else ()), *out)
    if cursor.asked:
        return (("↵", mark("whoever wants to")),)
    if cursor.part is not None:
        asked = moment is not None and moment.to_be_set and cursor.part is lacking(moment)
        return (("del", mark("remove")) if asked else ("→", mark("next part")), ("esc", mark("back")))
    if moment is not None:
        change = mark("change") if moment.to_be_set else mark("correct")
        return (("→", change), *whom, ("del", mark("remove")))
    match kind:
        case RowKind.AGREEMENT:
            return (("→", mark("change")), *whom, ("del", mark("remove")))
        case RowKind.DETAILS:
            return (("↵", mark("right")), ("→", mark("show")), ("↓", mark("next one")))
        case RowKind.ADDRESSED:
            return (("-", mark("whole name")), ("↓", mark("next one")))
        case RowKind.BUDDY_SHARED | RowKind.READ_ALONG:
            said = talk.arrangements
            yes = said.buddy_shared if kind is RowKind.BUDDY_SHARED else cursor.row.record in said.read_along
            return (("-", mark("no")),) if yes else (("↵", mark("yes")),)
        case RowKind.INFORMATION if talk.information is None:
            return (("-", mark("no")), *(() if cursor.rest_open else (("pgdn", mark("more")),)))
    show = (("→", mark("show")),) if _is_covered(kind, talk) else ()
    correct = (("↑", mark("correct")),) if kind is RowKind.PLAN and talk.plan.moments else ()
    further = (("↓", mark("next one")),) if cursor.row in rest_of(talk) else ()
    return (*show, *correct, *further, ("pgup", mark("less")) if cursor.rest_open else ("pgdn", mark("more")))
