"""Read a title and the name behind it: mw. De Vries van jeugdzorg, Miss Els, mrs o'brien."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.belonging import whose_people
from store.planline.known_names import KnownNames
from store.planline.named import same_words, with_remark
from store.planline.surnames import (
    INFIXES,
    has_capital,
)
from store.planline.tokens import Line
from store.planline.typos import is_known


def titled(line: Line, i: int) -> int | None:
    """Read *mw. De Vries van jeugdzorg*, *Mrs Jones*: a title, a name, and whom that person is from."""
    at = line.maybe(i + 1, {"."})
    if not line.has(i, role_words.TITLES):
        return None
    if line.has(at, words.AND | {"/"}) and line.has(at + 1, role_words.TITLES):
        at = line.maybe(at + 2, {"."})
    at = line.skip(at, INFIXES)
    if not has_capital(line, at) and not _called_so(line, i, at):
        return None
    at += 1
    while has_capital(line, at):
        at += 1
    of = line.skip(at, {"van", "vd", "v", "from", "of"} | words.THE)
    return with_remark(line, (_service(line, of) or at) if of > at else at)


def known_by_title(line: Line, i: int, known: KnownNames) -> tuple[str, int] | None:
    """Read *Miss Els*, *Mr Tom*, where somebody at the table is called so; None for anybody else."""
    for parts, whose in known.names:
        behind = i + len(parts)
        if len(parts) > 1 and same_words(line, i, parts) and not has_capital(line, behind):
            return whose_people(line, behind, whose, known)
    at = line.maybe(i + 1, {"."})
    if line.has(at, words.AND | {"/"}) and line.has(at + 1, role_words.TITLES):
        # *Mr and Mrs Bakker*
        at = line.maybe(at + 2, {"."})
    told = _by_surname(line, at, known)
    # *juf Bakker* is no father of that name
    return told if told is None or line.has(i, role_words.TITLES) or told[0] == role_words.TEACHER else None


def _by_surname(line: Line, i: int, known: KnownNames) -> tuple[str, int] | None:
    """Read *Bakker*, *de Groot* behind a title: who at the table is called so, and is no child."""
    found: dict[str, int] = {}
    for parts, whose in known.names:
        if whose == role_words.PUPIL:
            continue
        own = (parts,) if whose == role_words.TEACHER and len(parts) == 1 else ()
        last_names = (*(parts[n:] for n in range(1, len(parts))), *own)
        ends = [i + len(name) for name in last_names if same_words(line, i, name)]
        if ends and not has_capital(line, max(ends)):
            found[whose] = max(ends)
    if len(found) != 1:
        return None
    ((whose, end),) = found.items()
    return whose_people(line, end, whose, known)


def _called_so(line: Line, i: int, at: int) -> bool:
    """Return whether a name in small letters stands behind a title: *mrs o'brien calls*, *met mw jansen*."""
    token = line.token(at)
    unknown = token is not None and token.kind == "word" and not is_known(token.word)
    led = line.has(
        i - 1,
        contact_words.WITH | contact_words.WITHOUT | step_words.FIRST_PERSON | step_words.BEFORE_SOMEBODY,
    )
    return unknown and (led or line.has(at + 1, step_words.BEHIND_SOMEBODY | step_words.MODALS))


def _service(line: Line, i: int) -> int | None:
    """Return the place after where somebody is from: *jeugdzorg*, *Veilig Thuis*, *de wijkzorg*."""
    if line.look(i, role_words.ROLES) in (role_words.SUPPORT, role_words.TEACHER):
        return i + 1
    if phrase := next((each for each in contact_words.ROLE_PHRASES if line.phrase(i, each)), None):
        return i + len(phrase)
    token = line.token(i)
    if token is None or token.kind != "word" or is_known(token.word):
        return None
    at = i + 1
    while has_capital(line, at):
        at += 1
    return at
