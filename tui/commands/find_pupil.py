"""Finding one pupil by name or number, over all that is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.files.repository import Repository
from store.language import Translator
from tui.commands.context import BAD_INPUT, UserError
from tui.commands.namesakes import key_of, labels_of, which_words
from tui.commands.stored import stored_below


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
