"""Which role a word means where it stands: *ma* is mother or Monday, *je* one of the family."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those

SURELY_ALONG = contact_words.ALONG - {"bij", "ook", "too"}
_HELPING = frozenset(role_words.HELPERS)
_FATHERS = those("pa papa pappa paps")
_CALLING = those("call ring phone email text message")


def role_at(line: Line, i: int) -> tuple[str, int]:
    """Return the role of who is meant by the word there and the place behind it; no role where nobody is."""
    if line.has(i, role_words.TEACHER_WORDS):
        return role_words.TEACHER, i + 1
    if (role := line.look(i, role_words.AFTER_WITH)) and is_no_day(line, i):
        return role, i + 1
    if _is_told_they_may(line, i):
        return role_words.PARENTS, i + 1
    if _is_somebodys_spouse(line, i) or _is_the_head(line, i) or _is_the_office(line, i):
        return role_words.SUPPORT, i + 1
    if (little := _little_ones(line, i)) is not None:
        return role_words.SUPPORT, little
    if line.has(i, {"ib"}) and line.has(i + 1, {"-"}):
        return role_words.SUPPORT, i + 3
    if line.has(i + 2, {"er"}) and (doer := role_words.ROLES.get(f"{line.word(i)}'er")):
        # *slb-er*, *rt-er*
        return doer, i + 3
    if line.has(i + 1, {"-"}) and line.glued(i + 1) and line.glued(i + 2) and _helps(line, i):
        return role_words.SUPPORT, i + 3
    if line.has(i, role_words.STEPS) and line.has(j := line.maybe(i + 1, {"-"}), role_words.ONE_PARENT):
        return role_words.PARENTS, j + 1
    if line.has(i, role_words.STEPS) and line.has(i + 1, {"-"}) and line.has(i + 2, role_words.RELATIVES):
        return role_words.SUPPORT, i + 3
    if line.hyphen(i + 1) and not is_known(line.word(i)) and _is_kin_or_spouse(line, i + 2):
        # *ex-man*, *co-parent*
        return role_words.SUPPORT, i + 3
    word = line.word(i)
    role = role_words.ROLES.get(word) or role_words.ROLES.get(word.removesuffix("'er"))
    helps = role_words.SUPPORT if role_words.helper(word) else ""
    return role or role_words.kin(word) or helps, i + 1


def _is_the_head(line: Line, i: int) -> bool:
    """Return whether *head* is who leads the school: behind *the*, and not before *lice*."""
    behind = line.token(i + 1)
    goes_on = behind is not None and behind.kind == "word" and not is_known(behind.word)
    return line.has(i, {"head"}) and line.has(i - 1, words.THE | {"our", "their"}) and not goes_on


def _little_ones(line: Line, i: int) -> int | None:
    """Return the place after *kleintjes*, *little ones* behind *zonder* or *met*: the others at home."""
    lead = i - 1
    while line.has(lead, _BEFORE_THEM):
        lead -= 1
    end = i + 2 if line.phrase(i, ("little", "ones")) else line.maybe(i, _LITTLE)
    end = i + 1 if line.has(i, {"ones"}) and line.has(i - 1, {"little"}) else end
    led = line.has(lead, contact_words.WITH | contact_words.WITHOUT)
    return end if led and end > i else None


_LITTLE = those(
    "kleintjes kleinen kleintje peuters kleuters broers zussen broertjes zusjes brothers sisters siblings "
    "children toddlers"
)


_BEFORE_THEM = contact_words.POSSESSIVES | words.AND | role_words.ROLES.keys() | _LITTLE | {","}


def _is_the_office(line: Line, i: int) -> bool:
    """Return whether the office of the school calls or is called: *by the office*, *de receptie belt*.

    *At the office* is where somebody works.
    """
    lead = i - 1
    while line.has(lead, words.THE | {"school", "front"}):
        lead -= 1
    beside = line.has(lead, _DOES_OR_IS_REACHED) or line.has(i + 1, step_words.CONTACT_VERBS)
    return line.has(i, _OFFICES) and beside


_OFFICES = those("office reception receptie kantoor balie")
_DOES_OR_IS_REACHED = step_words.SENDERS | contact_words.WITH | step_words.CONTACT_VERBS | _CALLING


def _is_somebodys_spouse(line: Line, i: int) -> bool:
    """Return whether *zijn*, or *haar* and a word that tells how he is, stands before *man*, *wife*."""
    told = line.token(i - 1)
    whose = line.skip(i + 2, contact_words.POSSESSIVES)
    of = line.has(i + 1, {"van", "vd", "v"}) and line.has(whose, role_words.ONE_PARENT | role_words.RELATIVES)
    if of and line.has(i, role_words.SPOUSES | {"ex"}):
        # *de man van oma*, *ex van moeder*
        return True
    if not line.has(i, role_words.SPOUSES):
        return False
    how = told is not None and told.kind == "word" and not is_known(told.word)
    return line.has(i - 1, contact_words.WHOSE_SPOUSE) or (how and line.has(i - 2, role_words.WHOSE))


def _is_kin_or_spouse(line: Line, i: int) -> bool:
    return line.has(i, role_words.SPOUSES) or role_words.role_of(line.word(i)) in (
        role_words.PARENTS,
        role_words.SUPPORT,
    )


def _is_told_they_may(line: Line, i: int) -> bool:
    """Return whether *je* in *je mag altijd bellen*, *ik bel je* is said to the parents at the table."""
    if line.has(i, {"je", "jou"}) and line.has(i - 2, {"ik", "we", "wij"}):
        return line.has(i - 1, contact_words.CHANNELS)
    verb = i + 1 if line.has(i + 1, step_words.PERMITTING) else i - 1
    always = verb + 1 if verb > i else i + 1
    return line.has(i, {"je"}) and line.has(verb, step_words.PERMITTING) and line.has(always, {"altijd"})


def _helps(line: Line, i: int) -> bool:
    """Return whether a word behind a hyphen is who helps: *school-arts*, *bso-leidster*.

    Child and parent so joined are two: *kind-ouder gesprek*.
    """
    parent = line.look(i + 2, role_words.ROLES) == role_words.PARENTS
    if parent and line.look(i, role_words.ROLES) == role_words.PUPIL:
        return False
    doer = line.word(i + 2).endswith((*role_words.HELPERS, *role_words.DOERS))
    return line.has(i + 2, _HELPING) or (doer and line.has(i, role_words.ROLES.keys()))


def is_no_day(line: Line, i: int) -> bool:
    """Return whether *ma* is mother: behind *met*, beside *en pa*, or where another day stands behind her.

    In *moeder ma en vader do* and *ma belt juf* it is Monday.
    """
    joints = words.AND | words.OR | {"/"}
    if line.has(i - 1, words.EVERY | words.ON):
        return False
    if line.has(i - 1, contact_words.WITH | contact_words.WITHOUT) or line.has(i + 1, SURELY_ALONG):
        return True
    if line.has(i - 1, joints) and line.has(i - 2, _FATHERS) and not role_words.role_of(line.word(i + 1)):
        return True
    if line.has(i + 1, joints) and line.has(i + 2, _FATHERS) and not role_words.role_of(line.word(i - 1)):
        return True
    if line.has(i - 1, {"naar", "aan"}):
        # *mailtje naar ma elke week*
        return True
    if line.has(i - 1, {"van"}) and _comes_back_behind(line, i + 1):
        return True
    if line.has(i + 1, step_words.CONTACT_VERBS) and line.has(i + 2, {"mij", "me", "ons"}):
        # nobody else does so
        return True
    if line.has(i + 1, step_words.CONTACT_VERBS | step_words.COMING_VERBS):
        return _day_behind(line, i + 2) or _day_before(line, i)
    return may_be_reached(line, i) and (_day_behind(line, i + 1) or _day_before(line, i))


def may_be_reached(line: Line, i: int) -> bool:
    """Return whether somebody who is reached may stand there: *juf belt ma*, *belt juf ma*."""
    calling = step_words.CONTACT_VERBS | step_words.FIRST_PERSON | _CALLING
    teacher = line.look(i - 1, role_words.ROLES) == role_words.TEACHER
    return line.has(i - 1, calling) or (teacher and line.has(i - 2, step_words.CONTACT_VERBS))


def _day_behind(line: Line, i: int) -> bool:
    """Return whether one day or month stands there: *di*, *op di*, *elke vrijdag*; of more it may be one."""
    at = line.maybe(i, {"op", "on", "in"} | words.EVERY)
    days = words.WEEKDAYS.keys() | words.MONTHS.keys()
    return line.has(at, days) and not line.has(at + 1, words.WEEKDAYS.keys())


def _day_before(line: Line, i: int) -> bool:
    """Return whether *elke vrijdag*, *vrijdags* stands before this place, with no comma or *en* between."""
    at = i - 1
    while at >= 0 and not line.has(at, words.AND | words.OR | {",", ";", "."}):
        told = line.has(at, words.DAY_NAMES.keys()) and line.has(at - 1, words.EVERY | words.ON)
        if told or line.has(at, words.HABITS.keys()):
            return True
        at -= 1
    return False


def _comes_back_behind(line: Line, i: int) -> bool:
    """Return whether *elke maand*, *maandelijks* stands there."""
    every = line.has(i, words.EVERY) and line.has(i + 1, words.UNITS.keys() | words.DAY_NAMES.keys())
    return every or line.has(i, words.FREQUENCIES.keys())
