"""Find people whom nobody told us about: a name by its capital, a role by where it stands."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import APART, TURNS, WRITTEN
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import joins
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.surnames import end_of_surname
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those

_WAYS = contact_words.CHANNELS.keys()
_CALLING = those("bel app call ring phone")
"""Orders to call: behind *mail* or *text* a word with a capital may be what is sent."""


def stranger(line: Line, i: int) -> int | None:
    """Return the place after an unknown name: a capital, behind *met* or *bel*, or before such a verb."""
    token = line.token(i)
    if token is None or token.kind != "word" or not _may_be_a_name(line, i):
        return None
    if _fronts_a_thing(line, i) or (line.has(i, _NO_NAMES) and not _is_called_as_a_verb(line, i)):
        return None
    end = _behind_remark(line, _behind_their_work(line, end_of_surname(line, i, i + 1)))
    called = line.has(i - 1, _CALLING) and len(token.plain) > 2 and not is_known(token.word)
    called = called or _is_reached(line, i, end)
    called = called or (line.has(i - 1, _CALLING) and _is_called_as_a_verb(line, i))
    joined = line.has(i - 1, words.AND | {","}) and _company_before(line, i - 1)
    sent = end > i + 1 and line.has(i - 1, {"naar", "aan", "to"}) and line.has(i - 2, _WAYS)
    told = (
        joined
        or called
        or sent
        or line.has(i - 1, contact_words.WITH | contact_words.WITHOUT)
        or line.has(end, step_words.CONTACT_VERBS)
        or joins(line, end) is not None
    )
    return end if told else None


_NO_NAMES = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | contact_words.CHANNELS.keys() | purpose_words.FILLERS
    | step_words.HE_OR_SHE | role_words.HIM_OR_HER
)  # fmt: skip


def _fronts_a_thing(line: Line, i: int) -> bool:
    """Return whether *Cito* of *Cito-toets* stands there; *Anne-Sophie*, *NT2-juf* are people."""
    token, behind = line.token(i + 2), line.glued(i + 1) and line.glued(i + 2) and line.has(i + 1, {"-"})
    return behind and token is not None and token.typed.islower() and not role_words.role_of(token.word)


def _may_be_a_name(line: Line, i: int) -> bool:
    """Return whether a capital stands there, or a word of a script without any, before a verb of contact."""
    typed = line.tokens[i].typed
    if typed.lower() == typed.upper():
        return line.has(i + 1, step_words.CONTACT_VERBS) and not is_known(line.word(i))
    return typed[0].isupper() and not typed.isupper()


def _is_called_as_a_verb(line: Line, i: int) -> bool:
    """Return whether *Will* with its capital is somebody inside a line: *call Will*, *, Will joins*."""
    small = line.has(i + 1, step_words.INFINITIVES | role_words.TEACHER_WORDS | step_words.HE_OR_SHE)
    return i > 0 and line.has(i, step_words.MODALS & _ENGLISH_NAMES) and not small


_ENGLISH_NAMES = frozenset(("will",))


def _behind_their_work(line: Line, end: int) -> int:
    """Return the place after *van de bso*, *from the library* behind a name: where that person comes from."""
    work = line.skip(end + 1, words.THE | words.ARTICLES)
    from_there = line.has(end, {"van", "v", "from"}) and not line.has(work, role_words.RELATIVES)
    return work + 1 if from_there and role_words.role_of(line.word(work)) == role_words.SUPPORT else end


def works_with_us(line: Line, end: int) -> bool:
    """Return whether a name ends in where that person works, as *Truus van de bso* does."""
    begin = next((n for n in range(end - 1, -1, -1) if line.has(n, {"van", "v", "from"})), -1)
    return begin > 0 and _behind_their_work(line, begin) == end


def _behind_remark(line: Line, end: int) -> int:
    """Return the place after *(coach)* behind a name that has more said of it: *Tom (coach) joins*."""
    what = line.has(end, {"("}) and line.has(end + 2, {")"}) and role_words.role_of(line.word(end + 1))
    return end + 3 if what and joins(line, end + 3) is not None else end


def _is_reached(line: Line, i: int, end: int) -> bool:
    """Return whether a contact reaches this name: *juf belt Anja*; not *mailt Cito af*."""
    reaches = line.has(i - 1, step_words.CONTACT_VERBS | step_words.FIRST_PERSON | step_words.INFINITIVES)
    behind = line.token(end)
    ends = behind is None or behind.kind != "word" or is_known(behind.word)
    return reaches and ends and len(line.tokens[i].plain) > 2 and not is_known(line.tokens[i].word)


def between_people(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after an unknown word or two between people: *ouders, ib, wijkpunt en ik*."""
    if not line.has(i - 1, words.AND | {","}) or not _is_unknown(line, i) or line.tokens[i].slip:
        return None
    end = i + 2 if _is_unknown(line, i + 1) else i + 1
    joint = line.skip(end, words.AND | {","})
    behind = line.skip(joint, contact_words.POSSESSIVES)
    thing = any(line.word(n).endswith(role_words.THINGS) for n in range(i, end))
    if joint == end or thing or not person(line, behind, known)[0]:
        return None
    near = ((at, person(line, at, known)) for at in range(max(0, i - 4), i - 1))
    return end if any(role and after == i - 1 for _, (role, after) in near) else None


_PHONING = _CALLING - {"app"}
"""Whoever is phoned is somebody: *bel de diëtist*."""


def _goes_on(line: Line, i: int) -> bool:
    """Return whether more words of a purpose stand there: *bel de uitslag door*."""
    token = line.token(i)
    return token is not None and token.kind == "word" and (_is_unknown(line, i) or line.has(i, {"door"}))


_BEFORE_SOMEBODY = contact_words.POSSESSIVES - {"het"}


def by_an_unknown_role(line: Line, i: int) -> bool:
    """Return whether an unknown word is somebody by where it stands: *met de diëtist*, *de diëtist belt*.

    What goes with a letter is sent along with it, and so is a thing: *mail met de foto's*.
    """
    token = line.token(i)
    if _is_an_initial(line, i) or _is_in_capitals(line, i):
        return True
    if token is None or not _is_unknown(line, i) or token.slip:
        return False
    lead = _led_from(line, i)
    if _is_somebodys_own(line, lead, i) or _starts_as_asked(line, lead):
        return True
    reaches_me = line.has(i + 1, step_words.CONTACT_VERBS) and line.has(i + 2, {"me", "mij"})
    if len(token.word) < _SHORT and not reaches_me:
        return False
    if line.has(i - 1, {"ons"}) and not token.word.endswith("je"):
        # *bel ons zeker als …*; behind *ons* stand only small ones, as *ons nichtje*
        return False
    named, several = lead < i - 1, token.word.endswith(("s", "en"))
    if named and not several and line.has(lead, _PHONING) and not _goes_on(line, i + 1):
        return True
    if line.has(lead, contact_words.WITH) and line.has(i + 1, _TALKING) and not several:
        return True
    doer = token.word.removesuffix("en").removesuffix("s").endswith(role_words.DOERS)
    begins = i == 0 or line.has(i - 1, {",", ";"})
    if line.has(i + 1, step_words.CONTACT_VERBS):
        # *in de rust belt juf* is when
        somebody = named and line.has(i - 1, words.THE) and not line.has(lead, _BEFORE_WHEN)
        return not several and (begins or somebody) and not _is_sent_by_another(line, i)
    along = joins(line, i + 1) is not None
    if begins and along and not several and line.has(i + 1, _COMING_ALONG):
        # *wijkagent schuift aan*
        return True
    somebody = named and not several and not token.word.endswith(role_words.THINGS)
    if not (doer or somebody) or _is_unknown(line, i + 1):
        return False
    listed = line.has(lead, words.AND | {","}) and _company_before(line, lead)
    if listed or line.has(lead, contact_words.WITH | contact_words.WITHOUT):
        return line.has(i + 1, contact_words.ALONG) or not any(_is_sent(line, n) for n in range(lead))
    told_about = line.has(lead, _SMALL) or line.has(i + 1, {"bij"})
    return named and not told_about and along


def _is_sent_by_another(line: Line, i: int) -> bool:
    """Return whether *huiswerk mailt juf aan ouders* begins here: who sends it stands behind the verb."""
    sender = line.skip(i + 2, contact_words.POSSESSIVES)
    behind = range(sender + 1, len(line))
    reads = any(line.has(n, {"aan", "naar"}) and role_words.role_of(line.word(n + 1)) for n in behind)
    return reads and bool(role_words.role_of(line.word(sender)))


def _is_an_initial(line: Line, i: int) -> bool:
    """Return whether *met M.*, *zonder v* tells somebody by one letter."""
    token, behind = line.token(i), line.token(i + 1)
    letter = token is not None and token.kind == "word" and len(token.typed) == 1
    led = line.has(i - 1, contact_words.WITH | contact_words.WITHOUT)
    ends = behind is None or behind.kind != "word" or is_known(behind.word)
    return letter and led and ends and not line.has(i, contact_words.POSSESSIVES | {"n", "t"})


def _is_in_capitals(line: Line, i: int) -> bool:
    """Return whether *with the TA*, *met de SLT* tells somebody by the first letters of what they are."""
    token, lead = line.token(i), _led_from(line, i)
    if token is None or not token.typed.isupper() or not _INITIALS <= len(token.typed) < _SHORT + 1:
        return False
    spoken = line.has(i, purpose_words.FILLERS) or not is_known(token.word)
    shouted = all(each.typed.isupper() for each in line.tokens if each.kind == "word")
    sent = any(_is_sent(line, n) for n in range(lead))
    people = role_words.ROLES.keys() | role_words.TEACHER_WORDS
    joined = line.has(lead, words.AND) and line.has(lead - 1, people)
    listed = joined or (line.has(lead, words.AND | {","}) and _company_before(line, lead))
    led = listed or line.has(lead, contact_words.WITH | contact_words.WITHOUT)
    return spoken and led and not shouted and not sent


_INITIALS = 2


def _is_somebodys_own(line: Line, lead: int, i: int) -> bool:
    """Return whether *zonder mn ex* stands there: somebody who belongs to somebody, and no thing."""
    own = line.has(i - 1, role_words.WHOSE | {"mn", "m'n", "mijn", "my"})
    return own and line.has(lead, contact_words.WITHOUT) and not line.word(i).endswith(role_words.THINGS)


def _starts_as_asked(line: Line, lead: int) -> bool:
    """Return whether *op initiatief van* stands before this place."""
    return line.has(lead, {"van", "of"}) and line.has(lead - 1, step_words.REQUEST)


_TALKING = those("praten spreken overleggen kletsen babbelen zitten")
"""Behind *met* and somebody: whoever people talk with is somebody."""
_SHORT = 4
_BEFORE_WHEN = words.DURING | words.BEFORE | words.AFTER | those("bij op aan onder rond rondom")
_COMING_ALONG = those("schuift sluit luistert kijkt denkt praat haakt attends joins")
"""Only somebody does so: *schuift aan*, *luistert mee*."""
_SMALL = purpose_words.SMALL - words.AND


def beside_an_unknown_word(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after *pedagogisch medewerker*, *school counsellor* behind *met de*; else None."""
    unknown = _is_unknown(line, i)
    doer = (unknown or line.has(i, role_words.ROLES.keys())) and _does_something(line, i + 1)
    if doer and joins(line, i + 2) is not None:
        return i + 2
    lead = _led_from(line, i)
    led = line.has(lead, contact_words.WITH | contact_words.WITHOUT | contact_words.AS_WELL)
    led = led or (line.has(lead, words.AND | {","}) and _company_before(line, lead))
    if led and unknown and line.look(i + 1, role_words.ROLES) == role_words.TEACHER:
        # *the football coach* is not the one who types
        return i + 2
    if led and unknown and person(line, i + 1, known)[0] == role_words.SUPPORT:
        # *plus beste vriendin*
        return person(line, i + 1, known)[1]
    if led and unknown and _is_unknown(line, i + 1):
        # *the learning support teacher*
        role, end = person(line, i + 2, known)
        if role in (role_words.TEACHER, role_words.SUPPORT):
            return end
    if not led or lead == i - 1:
        return None
    if doer or (line.has(i, {"school"}) and _is_unknown(line, i + 1)):
        return i + 2
    return None


def _does_something(line: Line, i: int) -> bool:
    """Return whether a word is somebody by what they do: *psychologist*, *worker*."""
    word = line.word(i)
    return word.endswith("worker") or (word.endswith(role_words.DOERS) and _is_unknown(line, i))


def _led_from(line: Line, i: int) -> int:
    """Return the place before the articles in front of somebody."""
    lead = i - 1
    while line.has(lead, _BEFORE_SOMEBODY):
        lead -= 1
    # *incl. the physio*
    return lead - 1 if line.has(lead, {"."}) and line.has(lead - 1, contact_words.AS_WELL) else lead


def _company_before(line: Line, i: int) -> bool:
    """Return whether *met* or *zonder* stands a little before this place: a list of people goes on."""
    return any(line.has(j, contact_words.WITH | contact_words.WITHOUT) for j in range(max(0, i - 5), i))


def _is_sent(line: Line, i: int) -> bool:
    """Return whether a letter or a message is named there: *mail*, *appje*; not *mailen*."""
    infinitive = line.has(i, step_words.INFINITIVES) and line.word(i).endswith("en")
    return not infinitive and line.look(i, contact_words.CHANNELS) in WRITTEN


def _is_unknown(line: Line, i: int) -> bool:
    token = line.token(i)
    apart = any(line.phrase(i, phrase) for phrase in (*APART, *TURNS))
    return token is not None and token.kind == "word" and not is_known(token.word) and not apart
