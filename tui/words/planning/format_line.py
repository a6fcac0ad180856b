"""What kind of talk it becomes, in words: its name, how long it takes, where, and for which others."""

from __future__ import annotations

from textwrap import wrap

from store.domain.school import School
from store.domain.talk import Occasion, Talk
from store.domain.timetable.other_times import Rearranged, Refused, room
from store.domain.timetable.talk_format import is_home
from store.export.called import talk_called
from store.export.wording.days import day_short
from store.export.wording.people import listed
from store.export.wording.titles import title_words
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.kinds.decks import Decks
from tui.desk.kinds.format_line import FormatLine, is_of_own_length, minutes_of
from tui.desk.kinds.occasions import Ground
from tui.words.kinds.forms import season_words
from tui.words.planning.timetable import refused_words

OCCASIONS = {
    Occasion.NEW: mark("a new year together"),
    Occasion.AGAIN: mark("same class again"),
    Occasion.JOINED: mark("joined during the year"),
}


def format_wrong_words(line: FormatLine, decks: Decks, t: Translator) -> str:
    """Return why a line can't be carried out; empty when it can."""
    if line.says:
        return ""
    if len(line.decks) > 1:
        names = listed([_called(each, decks, t) for each in line.decks], t)
        return t("Which one: {names}? Type more letters.", names=names)
    if not line.decks and (name := decks.unusable(line.letters, t.language)):
        return t("The file '{name}' can't be used; startgesprek check tells why.", name=name)
    return t("Type the first letters of a kind of talk.")


def kinds_words(decks: Decks, t: Translator) -> str:
    """Return the kinds of talk there are, and how long each takes."""
    found = []
    for name in decks.names(t.language):
        if (deck := decks.deck(t.language, name)) is not None:
            found.append(f"{_called(name, decks, t)} {deck.at_school}")
    return " · ".join(found)


def kinds_rows(decks: Decks, t: Translator) -> tuple[str, ...]:
    """Return the same in rows of a sheet, none of them with half a kind at its end."""
    whole = kinds_words(decks, t).replace(" ", _HELD).replace(f"{_HELD}·{_HELD}", f"{_HELD}· ")
    rows = wrap(whole, _ROW, break_long_words=False, break_on_hyphens=False)
    return tuple(row.replace(_HELD, " ") for row in rows)


_ROW, _HELD = 58, "\N{NO-BREAK SPACE}"
"""Letters of a row, and what stands there for a space at which none ends."""


def _called(name: str, decks: Decks, t: Translator) -> str:
    """Call a kind of talk by its title; where another bears that too, with the name of its file."""
    title = title_words(decks.stored(name), t)
    others = (each for each in decks.names(t.language) if each != name)
    twice = any(deck.title == title for each in others if (deck := decks.deck(t.language, each)))
    return f"{title} ({name})" if twice else title


def joined_words(talk: Talk, ground: Ground, desk: Desk, t: Translator) -> str:
    """Say by what it is known that a pupil joined during the year, and what to type where that is wrong."""
    pupil = desk.school.pupil(talk.pupil.id) or talk.pupil
    match ground:
        case Ground.LISTED if pupil.since:
            day = day_short(pupil.since, t)
            said = t("Joined during the year: at this school since {day}, as the class list tells.", day=day)
        case Ground.SEEN if pupil.seen:
            said = t("Joined during the year: on the class list since {day}.", day=day_short(pupil.seen, t))
        case Ground.SAID:
            said = t("Joined during the year, as you said.")
        case _:
            said = t("Perhaps joined during the year: no talk yet, while most of the group had one.")
    return t("{what} If not, type 'new'.", what=said)


def kind_words(talk: Talk, school: School, t: Translator, *, joined: bool = False) -> str:
    """Say what kind of talk it is, what it comes upon, where and why there, and how long.

    What it comes upon is told as far as it was said, and where it is known that the pupil `joined`.
    """
    occasion = talk.occasion or (Occasion.JOINED if joined else None)
    told = (
        talk_called(talk, school, t, {talk.id} if joined else ()),
        t(OCCASIONS[occasion]) if occasion else "",
        ": ".join(filter(None, (talk.place, talk.place_reason))),
        t("{count} min", count=talk.slot.minutes),
    )
    return ", ".join(filter(None, told))


def format_words(
    line: FormatLine,
    found: Rearranged | Refused,
    desk: Desk,
    t: Translator,
    *,
    joined: bool = False,
    key: str = "",
) -> str:
    """Return what a talk becomes, and how many others with it; `joined` where its pupil is known to have.

    The `key` is that of the line, where it no longer stands there.
    """
    if isinstance(found, Refused):
        return refused_words(found, t)
    talk = found.talk
    joined = joined and not talk.deck and not talk.occasion
    parts = [f"{kind_words(talk, desk.school, t, joined=joined)}."]
    if found.others and line.whole_day:
        parts.append(t.n("The other one goes along.", "The {count} others go along.", len(found.others)))
    elif found.others:
        parts.append(t.n("The other one moves on.", "The {count} others move on.", len(found.others)))
    parts.append(reason_words(talk, t, key))
    parts.append(_length_words(line, talk, desk, t))
    parts.append(season_words(talk.deck, desk, t) if line.decks else "")
    return " ".join(filter(None, parts))


def reason_words(talk: Talk, t: Translator, key: str = "") -> str:
    """Ask why a talk is at home, where nobody said so; with the `key` that brings the line for it."""
    if not is_home(talk.place) or talk.place_reason:
        return ""
    if key:
        return t("Why at home? The key {key}, and then 'home: …'", key=key)
    return t("Why at home? Type it behind it: 'home: …'")


def _length_words(line: FormatLine, talk: Talk, desk: Desk, t: Translator) -> str:
    """Say what to type where a talk stays shorter than its kind takes, or than the line says."""
    wanted = line.minutes or minutes_of(talk, desk, t.language)
    is_room = line.rest or wanted <= room(desk.whose.beside(talk, desk.day), talk)
    if talk.sittings or talk.slot.minutes >= wanted:
        return ""
    if line.minutes is None and (line.decks or line.place) and is_of_own_length(talk.id, desk, t.language):
        typed = f"{wanted}" if is_room else f"{wanted} rest"
        return (
            t(
                "Usually {count} min; '{typed}' before the colon makes it that long.",
                count=wanted,
                typed=typed,
            )
            if line.reason
            else t("Usually {count} min; '{typed}' behind it makes it that long.", count=wanted, typed=typed)
        )
    if is_room:
        return ""
    # behind the colon it would be a word of the reason
    return (
        t("There is no room for {count} min; with 'rest' before the colon the others move on.", count=wanted)
        if line.reason
        else t("There is no room for {count} min; with 'rest' behind it the others move on.", count=wanted)
    )
