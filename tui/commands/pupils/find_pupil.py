"""Find one pupil by name or number, over all that is stored; namesakes by what tells them apart."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.text import caseless
from store.export.wording.days import day_short
from store.export.wording.people import listed
from store.files.repository import Repository
from store.language import Translator
from tui.commands.context import BAD_INPUT, UserError
from tui.commands.pupils.stored import Stored, stored_below


@dataclass(frozen=True, slots=True)
class FoundPupil:
    """One pupil, under every id there is of them, with everything stored; the newest record first.

    `days` has the generation before of a day that can't be read, as the app would offer it. `unread` says how
    many days or class lists could not be read, so that nobody can tell of them. `handle` is what a command is
    given to find the same pupil again: the number where that will do, so that no name stays behind in what a
    shell remembers.
    """

    records: tuple[Pupil, ...]
    days: tuple[SchoolDay, ...]
    unread: int
    handle: str

    @property
    def pupil(self) -> Pupil:
        """The pupil as last known."""
        return self.records[0]

    @property
    def ids(self) -> frozenset[str]:
        """The ids: a pupil has another one in another school year."""
        return frozenset(record.id for record in self.records)


def add_pupil(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Let a command be about one pupil."""
    parser.add_argument(
        "pupil",
        metavar=t("PUPIL"),
        help=t("number or name, as in the class list; a number leaves no name behind in the terminal"),
    )


def find(repository: Repository, asked: str, t: Translator) -> FoundPupil:
    """Find the pupil with this number, full name or first name, or with what tells it from a namesake.

    Who is called so now comes before who was once called so.

    Raises:
        UserError: nobody is called so, or more than one.
    """
    stored = stored_below(repository)
    records = tuple(stored.records())
    latest: dict[str, Pupil] = {}
    for each in records:
        latest.setdefault(each.id, each)
    now = tuple(latest.values())
    labels = labels_of(now, stored, t)
    key = key_of(asked)
    ways: tuple[Callable[[Pupil], str], ...] = (
        lambda each: each.number,
        lambda each: each.full_name,
        lambda each: labels[each.id],
        lambda each: each.first_name,
    )
    for called, known in ((way, known) for known in (now, records) for way in ways):
        ids = dict.fromkeys(each.id for each in known if key and key_of(called(each)) == key)
        matches = tuple(latest[each] for each in ids)
        if len({key_of(each.full_name) for each in matches}) > 1 or stored.namesakes(ids.keys()):
            raise UserError(which_words(asked, [labels[each] for each in ids], t), BAD_INPUT)
        if matches:
            return FoundPupil(matches, stored.days, stored.unread, _handle(matches, records) or asked)
    almost = [each for each in now if key.startswith(f"{key_of(each.full_name)} ")]
    if stored.namesakes({each.id for each in almost}):
        raise UserError(which_words(almost[0].full_name, [labels[each.id] for each in almost], t), BAD_INPUT)
    nobody = t("There is no pupil called '{name}'; give the number or name as in the class list.", name=asked)
    unread = unread_words(stored.unread, t) if stored.unread else ""
    raise UserError(f"{nobody} {unread}".rstrip(), BAD_INPUT)


def unread_words(count: int, t: Translator) -> str:
    """Say that so many files could not be read."""
    return t.n(
        "{count} file could not be read and may hold more; see 'startgesprek check'.",
        "{count} files could not be read and may hold more; see 'startgesprek check'.",
        count,
    )


def _handle(found: tuple[Pupil, ...], records: tuple[Pupil, ...]) -> str:
    """The number that finds exactly these records, if there is one."""
    number = key_of(found[0].number)
    numbered = {each.id for each in records if number and key_of(each.number) == number}
    return found[0].number if numbered == {each.id for each in found} else ""


# -- namesakes -----------------------------------------------------------------------------
def labels_of(pupils: tuple[Pupil, ...], stored: Stored, t: Translator) -> dict[str, str]:
    """Label each pupil, by id, so that it alone is meant; empty where nothing tells namesakes apart."""
    named: dict[str, list[Pupil]] = {}
    for each in pupils:
        named.setdefault(key_of(each.full_name), []).append(each)
    labels: dict[str, str] = {}
    for same in named.values():
        if not stored.namesakes({each.id for each in same}):
            labels |= {each.id: f"{each.full_name} {each.number}".rstrip() for each in same}
            continue
        marks = {each.id: _marks(each, stored, t) for each in same}
        for each in same:
            rest = (other.id for other in same if not _is_same(each, other, stored))
            others = {key_of(mark) for other in rest for mark in marks[other]}
            own = next((mark for mark in marks[each.id] if mark and key_of(mark) not in others), "")
            labels[each.id] = f"{each.full_name} {own}" if own else ""
    return labels


def _is_same(one: Pupil, other: Pupil, stored: Stored) -> bool:
    """Return whether two records of one name are surely of one pupil: by the number, over two years."""
    by_number = bool(one.number) and key_of(one.number) == key_of(other.number)
    return one.id == other.id or (by_number and not stored.namesakes({one.id, other.id}))


def _marks(pupil: Pupil, stored: Stored, t: Translator) -> tuple[str, ...]:
    """Return what may tell a pupil from a namesake, the plainest first; some may be empty."""
    carers = listed(tuple(carer.name for carer in pupil.carers), t)
    first = stored.first_talk(pupil.id)
    return (
        pupil.number,
        pupil.group,
        f"({carers})" if carers else "",
        f"({day_short(first, t)})" if first else "",
    )


def which_words(asked: str, labels: list[str], t: Translator) -> str:
    """Ask who is meant, or say that nobody can tell as long as there are no numbers."""
    names = tuple(dict.fromkeys(filter(None, labels)))
    if not names:
        return t(
            "'{name}' is more than one pupil, and nothing tells them apart; read the class list in again, "
            "with pupil numbers.",
            name=asked,
        )
    which = t(
        "'{name}' is more than one pupil: {names}; give one of these as it stands here.",
        name=asked,
        names=listed(names, t),
    )
    if all(labels):
        return which
    rest = t("Nothing tells the others apart; read the class list in again, with pupil numbers.")
    return f"{which} {rest}"


def key_of(text: str) -> str:
    """Return what two ways to write the same have in common; brackets are only there to be read."""
    return caseless(text.translate({ord("("): " ", ord(")"): " "}))
