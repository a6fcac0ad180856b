"""A timetable of one's own in words: its rows, what may be typed on them, and why a line is not taken."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.talk import Slot
from store.domain.timetable.other_times import LONGEST, SHORTEST
from store.domain.timetable.proposal import Place, Proposal, siblings_of
from store.export.wording.days import day_short
from store.export.wording.people import first_names_words, listed
from store.export.wording.titles import title_words
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.planning.own_timetable import Row, RowKind, Timetable
from tui.desk.planning.own_timetable_line import NotTakenError, Wrong
from tui.words.kinds.forms import season_words

LABELS = {
    RowKind.KIND: mark("Kind"),
    RowKind.DAYS: mark("Days"),
    RowKind.HOURS: mark("From, until"),
    RowKind.LENGTH: mark("Length"),
    RowKind.PAUSE: mark("Pause"),
}
HINTS = {
    RowKind.KIND: mark("What kind of talk? The first letters will do."),
    RowKind.DAYS: mark("Which days? 25 Aug, 27 Aug 12:30, or 24 to 28 Aug."),
    RowKind.HOURS: mark("From when, and if you like until when: 13:00, or 13:00 to 16:00."),
    RowKind.LENGTH: mark("How long a talk takes: 20 min."),
    RowKind.PAUSE: mark("A pause: 15 min after 3 talks; 5 min: between all; - for none."),
    RowKind.PLACE: mark(
        "A few letters of the name. Also: rest · - · together · apart · 30 min · pause 10 · at home: why"
    ),
}
WRONG = {
    Wrong.KIND: mark("{what} is no kind of talk, or the beginning of more than one."),
    Wrong.DAYS: mark("{what} is no day here; type 25 Aug, or 24 to 28 Aug."),
    Wrong.PAST: mark("{day} is over already."),
    Wrong.HOURS: mark("{what} is not a time; type 13:00, or 13:00 to 16:00."),
    Wrong.LENGTH: mark("A talk lasts {shortest} to {longest} minutes."),
    Wrong.PAUSE: mark("{what} is no pause; type 15 min after 3, or - for none."),
    Wrong.NOBODY: mark("No child is called {what}; type first and last name for a new one."),
    Wrong.HAS_TALK: mark("{what} has this talk already; + on the day plans one more."),
    Wrong.SEVERAL: mark("More than one child begins so; type more of the name."),
    Wrong.REASON: mark("At home is agreed on together; type why behind it: at home: show the garden"),
    Wrong.EMPTY: mark("Nobody comes then yet; type a name first."),
    Wrong.OTHER_CARERS: mark("Those two have other parents; each may read only its own talk."),
    Wrong.NO_SIBLING: mark("With whom? Type a few letters behind it: together Sem"),
    Wrong.ALONE: mark("One child comes then."),
}


def wrong_words(error: NotTakenError, t: Translator) -> str:
    """Return why a line is not taken."""
    day = day_short(error.day, t) if error.day else ""
    return t(WRONG[error.why], what=error.what, day=day, shortest=SHORTEST, longest=LONGEST)


def label_words(row: Row, now: Timetable, t: Translator) -> str:
    """Return what a row is called; a place by its time."""
    if row.kind is not RowKind.PLACE:
        return t(LABELS[row.kind])
    slot = now.slot(row.at)
    if row.at == len(now.slots):
        return t("one more")
    return f"{slot.start:%H:%M}" if slot else t("no room")


def hint_words(row: Row, now: Timetable, desk: Desk, t: Translator) -> str:
    """Return what may be typed on a row; of the days when such talks are held, where that is known."""
    season = season_words(now.proposal.deck, desk, t) if row.kind is RowKind.DAYS else ""
    return season or t(HINTS[row.kind])


def value_words(row: Row, now: Timetable, t: Translator) -> str:
    """Return what a row says."""
    proposal = now.proposal
    match row.kind:
        case RowKind.KIND:
            return title_words(proposal.deck, t)
        case RowKind.DAYS:
            return _days_words(proposal, t)
        case RowKind.HOURS:
            return _hours_words(proposal, t)
        case RowKind.LENGTH:
            return t("{count} min", count=proposal.minutes or now.lengths.usual)
        case RowKind.PAUSE:
            return _pause_words(proposal, t)
    return _place_words(now.place(row.at), now, t)


def editable_words(row: Row, now: Timetable, t: Translator) -> str:
    """Return what a row says as it would be typed."""
    if row.kind is RowKind.PAUSE and not now.proposal.pause:
        return ""
    place = now.place(row.at) if row.kind is RowKind.PLACE else None
    if place is not None and place.where:
        return f"{place.where}: {place.reason}"
    return "" if place is not None else value_words(row, now, t)


def undone_words(was: Timetable, now: Timetable, t: Translator) -> str:
    """Say what stands there again, now that the last change of what `was` proposed is taken back."""
    rows = {*was.rows, *now.rows}
    other = [row for row in rows if _stands(row, was, t) != _stands(row, now, t)]
    first = [row for kind in RowKind for row in other if row.kind is kind and kind is not RowKind.PLACE]
    places = [row for row in other if row.kind is RowKind.PLACE]
    if not first and len(places) > 1:
        return t.n("Undone: {count} time as before.", "Undone: {count} times as before.", len(places))
    for row in (*first, *places):
        value = value_words(row, now, t) or (t("free") if row.kind is RowKind.PLACE else t("none"))
        # a time that is no longer there was there before
        at = was if row.kind is RowKind.PLACE and now.slot(row.at) is None else now
        return t("Undone. {row}: {value}", row=label_words(row, at, t), value=value)
    return t("Undone.")


def _stands(row: Row, now: Timetable, t: Translator) -> tuple[str, str]:
    """What a row says; of a place also where it is held and for how long."""
    return value_words(row, now, t), aside_words(row, now, t)


def _days_words(proposal: Proposal, t: Translator) -> str:
    usual = proposal.days[0].time() if proposal.days else None
    said = (
        day_short(each.date(), t, year=False) + (f" {each:%H:%M}" if each.time() != usual else "")
        for each in proposal.days
    )
    return ", ".join(said)


def _hours_words(proposal: Proposal, t: Translator) -> str:
    if not proposal.days:
        return ""
    start = f"{proposal.days[0]:%H:%M}"
    return t("{start} to {end}", start=start, end=proposal.until) if proposal.until else start


def _pause_words(proposal: Proposal, t: Translator) -> str:
    if not proposal.pause:
        return t("none")
    if not proposal.pause_after:
        return t("{count} min", count=proposal.pause)
    return t("{minutes} min after {count}", minutes=proposal.pause, count=proposal.pause_after)


def _place_words(place: Place, now: Timetable, t: Translator) -> str:
    if place.is_pause:
        return t("pause, {count} min", count=place.minutes)
    children = [now.known[each] for each in place.pupils if each in now.known]
    if not children:
        return ""
    if len(children) == 1:
        return children[0].full_name
    return t("{names}, in one talk", names=listed([each.full_name for each in children], t))


def aside_words(row: Row, now: Timetable, t: Translator) -> str:
    """Return what else there is to know of a place: another length, at home, a sibling just before."""
    proposal = now.proposal
    place = now.place(row.at)
    if not place.pupils:
        return ""
    said: list[str] = []
    if (minutes := proposal.length(place, now.lengths)) != (proposal.minutes or now.lengths.usual):
        said.append(t("{count} min", count=minutes))
    if place.where:
        said.append(f"{place.where}: {place.reason}")
    before = proposal.places[row.at - 1].pupils if row.at else ()
    here, last = now.known.get(place.pupils[0]), now.known.get(before[-1]) if before else None
    if here and last and siblings_of(here, last):
        said.append(t("same parents as {name}", name=first_names_words((last,), t)))
    return ", ".join(said)


def heading_words(slots: Sequence[Slot], t: Translator) -> str:
    """Return what stands above the places of a day: the day, and from when until when."""
    first, last = slots[0].start, max(each.end for each in slots)
    return f"{day_short(first.date(), t, year=False)}  {first:%H:%M}–{last:%H:%M}"


def tally_words(now: Timetable, t: Translator) -> str:
    """Return how it stands: how many talks are proposed, who still waits, and whom there is no room for."""
    waiting = len(now.proposal.waiting(now.pupils))
    if not now.known:
        return t(
            "Every child of the class list has this talk; ↑ leads to another kind, b on the day reads a list."
        )
    if not now.proposal.days:
        if now.proposal.deck:
            return t.n(
                "{count} child does not have this talk yet.",
                "{count} children do not have this talk yet.",
                waiting,
            )
        return t.n("{count} child has no talk yet.", "{count} children have no talk yet.", waiting)
    said: list[str] = []
    if now.planned:
        said.append(t.n("{count} talk, not stored yet.", "{count} talks, not stored yet.", now.planned))
    if waiting:
        said.append(t.n("{count} child has no time yet.", "{count} children have no time yet.", waiting))
    if now.without_room:
        said.append(t.n("No room for {count}: a day more, or a later end.",
                        "No room for {count}: a day more, or a later end.", now.without_room))  # fmt: skip
    return " ".join(said)
