"""Recognise who is meant: names and roles, also where a name is a month as well."""

from __future__ import annotations

from dataclasses import dataclass

from store.planline import contact_words, words
from store.planline.reading import Names
from store.planline.tokens import Line, tokens

_VERBS = (
    contact_words.SUBJECT_VERBS
    | contact_words.PLURAL_VERBS
    | contact_words.PARENTS_AND_OBJECT
    | contact_words.ALONG
    | {"zelf"}
)

UNKNOWN = "unknown"
"""The role of a name that nobody told us about."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names that mean somebody in this line, cut into words, longest first."""

    names: tuple[tuple[tuple[str, ...], str], ...] = ()

    @classmethod
    def of(cls, names: Names) -> KnownNames:
        """Cut whole names into words, and know first names by themselves too."""
        found: dict[tuple[str, ...], str] = {}
        for role, given in (
            (contact_words.PUPIL, names.pupil),
            (contact_words.PARENTS, names.carers),
            (contact_words.TEACHER, names.teacher),
        ):
            for name in given:
                parts = tuple(token.plain for token in tokens(name, str))
                for part in (parts, parts[:1]):
                    if part and part[0] not in contact_words.ROLES.keys() | contact_words.FILLERS:
                        found.setdefault(part, role)
        return cls(tuple(sorted(found.items(), key=lambda item: -len(item[0]))))

    def certain(self, line: Line, i: int, end: int) -> bool:
        """Return whether a name that may be a month or a weekday too must be the person here."""
        if end - i > 1 or line.has(i - 1, contact_words.WITH | contact_words.WITHOUT | {"bij", "aan", "van"}):
            return True
        return line.has(end, _VERBS) or line.has(i - 1, contact_words.SUBJECT_VERBS)


def person(line: Line, i: int, known: KnownNames) -> tuple[str, int]:
    """Return the role of who is named there and the place after the name; no role when nobody is."""
    for parts, whose in known.names:
        if _same(line, i, parts):
            return whose, i + len(parts)
    if line.has(i, contact_words.TEACHER_WORDS):
        return contact_words.TEACHER, i + 1
    if line.has(i - 1, contact_words.WITH) and (role := line.look(i, contact_words.AFTER_WITH)):
        return role, i + 1
    token = line.token(i)
    if token is not None and token.word == "ib" and line.has(i + 1, {"-"}):
        return contact_words.SUPPORT, i + 3
    return line.look(i, contact_words.ROLES) or "", i + 1


def _same(line: Line, i: int, parts: tuple[str, ...]) -> bool:
    for n, part in enumerate(parts):
        token = line.token(i + n)
        if token is None or token.value >= 0 or token.plain not in (part, f"{part}'s", f"{part}s"):
            return False
    return True


def stranger(line: Line, i: int) -> bool:
    """Return whether an unknown word is a name: a capital, behind *met* or before a verb of taking steps."""
    token = line.token(i)
    if token is None or token.kind != "word" or not token.typed[0].isupper() or token.typed.isupper():
        return False
    if line.has(
        i, words.MONTHS.keys() | words.WEEKDAYS.keys() | contact_words.CHANNELS.keys() | contact_words.FILLERS
    ):
        return False
    return line.has(i - 1, contact_words.WITH | contact_words.WITHOUT) or line.has(
        i + 1, contact_words.SUBJECT_VERBS | contact_words.ALONG
    )
