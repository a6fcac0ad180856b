"""What tells pupils of one name apart, so that one of them can be meant."""

from __future__ import annotations

from store.domain.people import Pupil
from store.export.wording import day_short
from store.export.wording.people import listed
from store.language import Translator
from tui.commands.stored import Stored


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
    """Say whether two records of one name are surely of one pupil: by the number, over two years."""
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
    return " ".join(text.translate({ord("("): " ", ord(")"): " "}).split()).casefold()
