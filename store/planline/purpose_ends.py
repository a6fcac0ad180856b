"""Tell what ends a purpose from what belongs to it, while one goes on."""

from __future__ import annotations

from store.domain import role_words
from store.domain.occurrences import DAYS
from store.domain.plan import DIRECTED, MANNERS, WRITTEN, Channel
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.condition import begins_condition
from store.planline.days_within import has_no_date, is_over
from store.planline.first_step import FirstStep
from store.planline.initiative import first_step
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.so_far import SoFar, lead
from store.planline.taken_along import takes_along
from store.planline.talked_over import is_going_over
from store.planline.tokens import Line
from store.planline.typos import is_known

_TO = frozenset(("naar", "aan", "to"))
_SURELY_THERE = contact_words.ALONG - {"ook", "too", "mee", "bij"}
_HYPHENED = 3
"""Segments of a word with a hyphen in it."""


def ends_purpose(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether the purpose that goes on stops before a segment."""
    line = so_far.line
    asked = segment.kind is SegmentKind.PERSON and segment.at in so_far.used
    along = so_far.breaks_off(place) and takes_along(so_far.around, segment.at) is not None
    if asked or along or _is_answered_by(so_far, segment):
        # *vraag / moeder / om het boek*, *over gym, moeder neemt oma mee*
        return True
    if segment.kind is SegmentKind.ON_DEMAND and begins_condition(line, segment.at):
        return not so_far.has_when()
    if segment.kind is SegmentKind.TO_BE_SET and so_far.has_when():
        # *waarom hij zo snel boos is* leaves nothing to be set
        return False
    if segment.kind is SegmentKind.DAYPART and (
        so_far.purpose[-1].kind is SegmentKind.WEEKDAY or _is_when_it_happens(so_far, segment, place)
    ):
        return False
    if segment.kind in WHENS:
        told = _answers_within(so_far, segment) or _is_inside_a_sentence(so_far, place)
        told = told or _adds_nothing(so_far, segment, place) or _is_what_it_is_about(so_far, segment)
        return not (so_far.has_when() and _is_undated(segment)) and not told
    if segment.kind in (SegmentKind.CHANNEL, SegmentKind.TALK):
        return not _is_led_to(so_far, segment) and not so_far.has_channel() and not _is_asked_about(so_far)
    if segment.kind is SegmentKind.PLACE:
        return not so_far.has_channel() and _says_where(so_far, place)
    begins = _tells_who_begins(so_far, segment, place) and _starts_at_the_end(so_far, segment)
    if begins or _goes_from_one_to_another(so_far, segment) or _they_reach_others(so_far, segment, place):
        return True
    if segment.kind is not SegmentKind.PERSON:
        return False
    beside = _is_met_at_what_nobody_knows(so_far, segment, place) or _is_the_company(so_far, segment, place)
    beside = beside or _is_the_teacher_alone(so_far, segment, place)
    if beside or _is_sent_to(so_far, segment, place) or _is_to_be_reached(so_far, segment, place):
        return True
    if not so_far.has_channel() and line.has(segment.end, step_words.CONTACT_VERBS):
        parted = so_far.breaks_off(place) or line.has(lead(line, segment.at), words.AND)
        return (parted or _is_said_to_reach(so_far, segment)) and so_far.starts(segment)
    joined = line.has(lead(line, segment.at), contact_words.WITH | contact_words.WITHOUT)
    along = line.has(segment.end, contact_words.ALONG - {"ook", "too"})
    return (segment.absent or segment.only or along or joined) and so_far.breaks_off(place)


def _is_to_be_reached(so_far: SoFar, person: Segment, place: int) -> bool:
    """Return whether the verb of a contact follows on one or several: *oma past op, oma / bellen*."""
    if so_far.has_channel() or not so_far.breaks_off(place):
        return False
    behind = so_far.behind_list(place + 1)
    way = so_far.segments[behind] if behind < len(so_far.segments) else None
    verb = way is not None and way.kind is SegmentKind.CHANNEL and not person.absent
    return verb and way is not None and so_far.line.has(way.at, step_words.PARENTS_AND_OBJECT)


def is_sent_as_well(so_far: SoFar, person: Segment, place: int) -> bool:
    """Return whether a thing goes to one and word to another: *foto naar mama en berichtje naar papa*."""
    line, joint = so_far.line, so_far.segments[place + 1 : place + 2]
    if so_far.has_channel() or not line.has(lead(line, person.at), _TO) or not joint:
        return False
    behind = [each for each in so_far.segments[place + 2 :] if each.kind not in SMALL_KINDS][:2]
    told = [each.kind for each in behind] == [SegmentKind.CHANNEL, SegmentKind.PERSON]
    return told and joint[0].kind is SegmentKind.AND and line.has(lead(line, behind[1].at), _TO)


def _goes_from_one_to_another(so_far: SoFar, segment: Segment) -> bool:
    """Return whether what is written or said goes *from teacher to parents*: which of them begins.

    Of *handover from nan to dad* neither is the school.
    """
    line, around = so_far.line, so_far.around
    ways = [each.channel for each in of_kind(so_far.found, SegmentKind.CHANNEL)]
    sender = around.somebody(segment.at + 1) if line.has(segment.at, _FROM) and ways else None
    reached = around.somebody(sender.end + 1) if sender and line.has(sender.end, _TO) else None
    if sender is None or reached is None or not {*ways} <= DIRECTED:
        return False
    opened = any(line.has(each.at, purpose_words.OPENERS) for each in so_far.purpose)
    following = around.at(reached.end)
    ends = following is None or following.kind in (*WHENS, SegmentKind.SIGN)
    school = (sender.role == role_words.TEACHER) != (reached.role == role_words.TEACHER)
    return ends and school and not opened


_FROM = frozenset(("from", "van", "vanuit"))


def _they_reach_others(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether *, they call if …*, *; zij bellen* stands behind words: what the parents do then."""
    they = so_far.line.has(segment.at, step_words.HE_OR_SHE) and so_far.breaks_off(place)
    step = first_step(so_far.around, segment.at) if they and not so_far.has_channel() else None
    return step is not None and step.who is not None and not step.starter


def _is_said_to_reach(so_far: SoFar, person: Segment) -> bool:
    """Return whether *mum calls me* stands behind words that no sentence begins with: *right so*."""
    line, begun = so_far.line, purpose_words.OPENERS | purpose_words.SENTENCES | step_words.HE_OR_SHE
    plain = (*SMALL_KINDS, SegmentKind.WORD)
    whole = all(each.kind in plain and not line.has(each.at, begun) for each in so_far.purpose)
    whom = so_far.around.somebody(person.end + 1)
    return whole and whom is not None and role_words.TEACHER in (whom.role, person.role)


def _is_answered_by(so_far: SoFar, segment: Segment) -> bool:
    """Return whether it is told who answers, and no other way: *antwoord / van ouders in week 49*."""
    answer = so_far.line.has(so_far.purpose[0].at, step_words.ANSWERS) and len(so_far.purpose) == 1
    sent = so_far.line.has(segment.at, step_words.SENDERS) and so_far.around.somebody(segment.end) is not None
    return answer and sent and not so_far.has_channel()


def _is_asked_about(so_far: SoFar) -> bool:
    """Return whether a question goes on: *mum wants to know whether the therapist can / come in*."""
    return any(so_far.line.has(each.at, {"whether"}) for each in so_far.purpose)


def _is_sent_to(so_far: SoFar, person: Segment, place: int) -> bool:
    """Return whether a thing goes to somebody: *juf stuurt een kaart naar oma*, *mail report to dad*."""
    line = so_far.line
    sent = any(line.has(n, step_words.SENDING) for n in range(so_far.purpose[0].at + 1))
    behind = so_far.behind_list(place + 1)
    last = so_far.segments[behind - 1].end if _tells_news(so_far) else person.end
    parted = line.token(last) is None or line.has(last, {",", ";"})
    following = so_far.around.at(last)
    ends = parted or (following is not None and following.kind in (*WHENS, SegmentKind.FILLER))
    sent = (sent and not so_far.has_channel()) or _is_a_thing_mailed(so_far, lead(line, person.at))
    sent = sent or (_tells_news(so_far) and line.has(lead(line, person.at), {"aan"}))
    also = line.has(person.end, contact_words.ALONG)
    return sent and ends and not also and line.has(lead(line, person.at), _TO)


def _is_the_teacher_alone(so_far: SoFar, person: Segment, place: int) -> bool:
    """Return whether a comma and the teacher end it: *mail 25 sep hoe het ging, / juf*: she does so."""
    line, before = so_far.line, so_far.purpose[-2:-1]
    ways = {each.channel for each in of_kind(so_far.found, SegmentKind.CHANNEL)}
    ends = line.token(person.end) is None or line.has(person.end, {",", ";", "."})
    alone = person.role == role_words.TEACHER and ends and so_far.breaks_off(place)
    listed = any(each.kind is SegmentKind.PERSON for each in before)
    return alone and not listed and bool(ways) and ways <= DIRECTED


def _tells_news(so_far: SoFar) -> bool:
    """Return whether what is written is *wat we deden*, *hoe het ging*: *aan moeder* behind it reads that."""
    ways = {each.channel for each in of_kind(so_far.found, SegmentKind.CHANNEL)}
    return bool(ways) and ways <= DIRECTED and so_far.line.has(so_far.purpose[0].at, {"wat", "hoe"})


def _is_a_thing_mailed(so_far: SoFar, end: int) -> bool:
    """Return whether the order to mail one thing stands before this place: *mail the report / to dad*."""
    way, first = so_far.found[-1] if so_far.found else None, so_far.purpose[0]
    thing = so_far.line.skip(first.at, words.THE | words.ARTICLES | role_words.WHOSE) + 1
    ordered = way is not None and way.channel in WRITTEN and way.end == first.at
    return ordered and thing == end and not so_far.line.has(first.at, purpose_words.OPENERS)


def _is_led_to(so_far: SoFar, way: Segment) -> bool:
    """Return whether a way of contact belongs to the words before it: *met de mail*, *of the app*."""
    line, leads = so_far.line, contact_words.POSSESSIVES | words.OF | purpose_words.OPENERS
    if so_far.is_written_in(way) or _is_had(line, way.at):
        return False
    small = line.has(way.at - 1, contact_words.WITH) and not line.word(way.at).endswith("je")
    # the end of a word leads to nothing: *een check-in bellen*
    return (small or line.has(way.at - 1, leads)) and not line.hyphen(way.at - 2)


def _is_had(line: Line, talk: int) -> bool:
    """Return whether *and has a quick chat* stands there: what somebody does beside what it is for."""
    verb = talk - 1
    while line.has(verb, contact_words.POSSESSIVES | MANNERS):
        verb -= 1
    return line.has(verb, step_words.HAVING | step_words.DOING) and line.has(verb - 1, words.AND)


def _tells_who_begins(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether somebody stands behind a comma, or *en juf begint*, *initiatief bij ouders*."""
    line = so_far.line
    if segment.kind is not SegmentKind.PERSON:
        return line.has(segment.at, step_words.REQUEST)
    joined = line.has(lead(line, segment.at), words.AND)
    return so_far.breaks_off(place) or (joined and line.has(segment.end, step_words.STARTING))


def _adds_nothing(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether a weekday is that of the day already read, and so told of: *over gym op maandag*."""
    parted = so_far.segments[place - 1].kind in (SegmentKind.SIGN, SegmentKind.AND)
    behind = next(iter(so_far.segments[place + 1 :]), None)
    if behind is not None and behind.kind in (SegmentKind.TIME, SegmentKind.DAYPART):
        # *maandag 15u* adds something, and *gym op maandagmiddag* does not
        parted = parted or behind.kind is SegmentKind.TIME or not so_far.line.has(segment.at - 1, words.ON)
    weekday = segment.kind is SegmentKind.WEEKDAY and len(segment.weekdays) == 1
    days = of_kind(so_far.found, SegmentKind.DAYS, SegmentKind.RECURRENCE)
    told = [when for each in days if each.match for when in each.match.whens]
    if parted or not weekday or len(told) != 1:
        return False
    (day,) = segment.weekdays
    back = told[0].rrule.endswith(f"FREQ=WEEKLY;BYDAY={DAYS[day]}")
    return back or (told[0].date is not None and told[0].date.weekday() == day)


def _is_what_it_is_about(so_far: SoFar, day: Segment) -> bool:
    """Return whether a day belongs to what is talked about: *over de vakantie*, *about monday*.

    So it is beside another day where it has no date, right behind *over* or behind what is past.
    """
    line, first = so_far.line, so_far.purpose[0]
    if not line.has(first.at, purpose_words.ABOUT) or not of_kind(so_far.found, SegmentKind.DAYS):
        return False
    dated = day.kind not in (SegmentKind.DAYS, SegmentKind.WEEKDAY) or not has_no_date(line, day)
    small = (SegmentKind.FILLER, SegmentKind.AND)
    beside = all(each.kind in small or each.kind in WHENS for each in so_far.purpose[1:])
    past = is_over(line, Segment(SegmentKind.PURPOSE, first.at, so_far.purpose[-1].end))
    joined = so_far.purpose[-1].kind is SegmentKind.AND and day.kind is SegmentKind.DAYS
    return not dated and (beside or past or joined)


def _is_met_at_what_nobody_knows(so_far: SoFar, person: Segment, place: int) -> bool:
    """Return whether people follow the one word that a clause begins with: *huddle with mum 12 nov*.

    Where no way of contact is named that word may be one; in *ruzie met vader, bellen* it is none.
    """
    told = [each for each in so_far.purpose if each.kind not in (*SMALL_KINDS, SegmentKind.AND)]
    ways = (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE)
    if any(each.kind in ways for each in so_far.segments) or any(each.role for each in so_far.found):
        return False
    one = len(told) == 1 or (len(told) == _HYPHENED and so_far.line.hyphen(told[1].at))
    unknown = one and told[0].kind is SegmentKind.WORD and not is_known(so_far.line.word(told[0].at))
    near = unknown and lead(so_far.line, person.at) in (told[-1].at, told[-1].end)
    return near and so_far.stands_alone(person, place)


def _is_the_company(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether *met Bas en ouders*, *met oma erbij* ends what it is for: those are the guests.

    *Kamer zien met Bas* and *over de ruzie met Bas en moeder* tell more of what it is for.
    """
    line = so_far.line
    if not line.has(lead(line, segment.at), contact_words.WITH):
        return False
    if line.has(segment.end, _SURELY_THERE):
        return True
    end = so_far.behind_list(place + 1)
    listed = [each for each in so_far.segments[place:end] if each.kind is SegmentKind.PERSON]
    roles = {each.role for each in listed}
    following = so_far.segments[end] if end < len(so_far.segments) else None
    ends = following is None or following.kind in (*WHENS, SegmentKind.SIGN)
    opened = any(line.has(each.at, purpose_words.OPENERS) for each in so_far.purpose)
    return ends and not opened and {role_words.PUPIL, role_words.PARENTS} <= roles


def _is_when_it_happens(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether a part of the day is what it is about: *5 nov bellen over pesten na school*."""
    beside = so_far.segments[max(0, place - 1) : place + 2 : 2]
    if not so_far.has_when() or any(each.kind in (*WHENS, SegmentKind.SIGN) for each in beside):
        return False
    timed = any(each.kind in (SegmentKind.TIME, SegmentKind.DAYPART) for each in so_far.found)
    told = segment.daypart not in words.DAYPARTS.values()
    return timed or (told and so_far.line.has(so_far.purpose[0].at, purpose_words.OPENERS))


def _answers_within(so_far: SoFar, segment: Segment) -> bool:
    """Return whether it says how soon somebody answers: *ouders reageren binnen een week*, *voor 17.00*."""
    words_so_far = (each for each in so_far.purpose if each.kind is SegmentKind.WORD)
    answers = any(so_far.line.has(each.at, step_words.ANSWERING) for each in words_so_far)
    timely = segment.kind in (SegmentKind.TIME, SegmentKind.DAYPART)
    soon = so_far.line.has(segment.at, words.WITHIN) or timely
    return answers and soon


def _is_inside_a_sentence(so_far: SoFar, place: int) -> bool:
    """Return whether a day stands before the verb of a sentence: *over hoe hij elke avond leest*."""
    signs = (n for n, each in enumerate(so_far.purpose, 1) if each.kind is SegmentKind.SIGN)
    since = so_far.purpose[max(signs, default=0) :]
    opened = any(so_far.line.has(each.at, purpose_words.SENTENCES) for each in since)
    passed = (*WHENS, *SMALL_KINDS, SegmentKind.PLACE)
    behind = next((each for each in so_far.segments[place + 1 :] if each.kind not in passed), None)
    named = so_far.known.names_a_part(so_far.line.word(so_far.segments[place].at))
    goes_on = (SegmentKind.WORD, SegmentKind.PERSON) if named else (SegmentKind.WORD,)
    return so_far.has_when() and opened and behind is not None and behind.kind in goes_on


def _says_where(so_far: SoFar, place: int) -> bool:
    """Return whether a place ends what it is about, where no way of contact is named in the clause."""
    after = so_far.segments[place + 1 :]
    at_school = so_far.segments[place].channel is Channel.VISIT
    if at_school and after and is_going_over(so_far.line, after[0].at):
        # *rapport 1 op school bespreken*; what is gone over at home they may do by themselves
        after = after[1:]
    parted = not after or after[0].kind in (*WHENS, SegmentKind.SIGN, SegmentKind.FILLER)
    return parted and not any(each.kind in (SegmentKind.CHANNEL, SegmentKind.TALK) for each in after)


def _starts_at_the_end(so_far: SoFar, person: Segment) -> bool:
    """Return whether the line ends with who starts: *bellen over lezen, juf belt*."""
    step = first_step(so_far.around, person.at)
    if step is None or step.who is None or not _contacts(so_far, step):
        return False
    rest = so_far.around.at(max(step.tokens) + 1)
    while rest is not None and rest.kind in (SegmentKind.PERSON, *SMALL_KINDS, *WHENS):
        rest = so_far.around.at(rest.end)
    return rest is None or rest.kind is SegmentKind.SIGN


def _contacts(so_far: SoFar, step: FirstStep) -> bool:
    return any(so_far.line.has(n, step_words.CONTACT_VERBS | step_words.BEGUN) for n in step.tokens)


def _is_undated(segment: Segment) -> bool:
    """Return whether it hangs on what the calendar has no date for, as words of a purpose may seem to."""
    return segment.match is not None and any(each.code == "unknown_anchor" for each in segment.match.whens)
