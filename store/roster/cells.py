"""Read what is written in a cell that is neither a name nor a time: answers, numbers, groups."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from store.domain.role_words import tells_a_role
from store.domain.text import those
from store.roster.blanks import MOST_WORDS, says_nobody
from store.roster.header_words import Field, meaning_of
from store.roster.names import balanced, comparable, is_a_name, outside_brackets, words

_YES = frozenset(
    ["ja", "j", "yes", "y", "x", "1", "waar", "true", "wel", "nodig", "jazeker", "oui", "evet", "tak"]
)
_NO = those("nee neen n no 0 onwaar false niet geen non nein hayir nie nvt na niets niks nothing")
_YES_SIGNS = frozenset({"✓", "✔", "☑", "☒", "✅"})
_NO_SIGNS = frozenset({"", "-", "❌", "✗", "✘", "✖", "☐"})
_SAYS_NO = frozenset({"nee", "neen", "no", "non", "nein"})
_NO_NEED = r"(?i)(?:niet|not)\s+(?:nodig|noodzakelijk|gewenst|needed|necessary|required)\b|geen\b|none\b"
_GLADLY = those("graag please svp aub alstublieft zeker inderdaad altijd hoor")
_POLITELY = _GLADLY | those("dank u je jullie wel dankjewel dankuwel bedankt thanks thank you merci")
_UNSURE = frozenset(["misschien", "eventueel", "soms", "maybe", "mogelijk"])
_NEGATED = frozenset({"niet", "not", "geen", "idee"})
_AT_SCHOOL = re.compile(r"(?:op |bij )?school|(?:at )?school", re.IGNORECASE)
DASHES = "\u2010-\u2015\u2212\uff0d-"
"""Dashes as word processors write them where somebody typed a hyphen, for a set of letters."""
_DASH = re.compile(f"[{DASHES}]")
_ERROR = re.compile(r"#(?:N/?[AB]|[A-ZÉ0-9/]{3,10}[!?])|#{3,}")
"""What a spreadsheet shows where a formula failed, or a column is too narrow."""
_ADDRESS = r"[\w.+-]+@[\w.-]+\w"
ADDRESS = re.compile(_ADDRESS)
"""A mail address."""


def _contact(least: int) -> re.Pattern[str]:
    """Return the pattern of a mail address, or of a phone number of at least so many digits."""
    return re.compile(
        rf"{_ADDRESS}|(?<![\w/])(?:\(0\d{{1,3}}\)(?:[\s.{DASHES}]*\d){{6,8}}"
        rf"|(?:\+|00)?\d(?:(?:[\s.{DASHES}]|\(0\))*\d){{{least - 1},12}})"
    )


_BETWEEN = re.compile(r"\s*(?:\n|[;&+](?!\d)|\s/\s|\s(?:en|and)\s)\s*", re.IGNORECASE)
_OF_A_NUMBER = those(
    "of or tel telefoon telefoonnummer telnr mob mobiel gsm nr nummer phone mobile mail email"
)
"""Words that say that a number or an address stands behind them."""
_WHERE_IT_RINGS = those("werk thuis prive vast werkdagen overdag avond avonds s work home evening daytime")
"""Words that say where or when a number rings."""
_COMMA = re.compile(",")
_APART = re.compile(r"[(),;:/]|\s[-–—]\s")
"""What stands between a language and who interprets from it."""
_ROUNDED = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_DIALLED = re.compile(r"(?:\+|\(|\d)(?:[\d \t\xa0\u2000-\u200a\u202f().+-]|/(?=\d))*\d")
"""A number as it is written, also as 0470/12.34.56."""
_SERVICE = ("0800", "0900", "0906", "0909")
_FRACTION = re.compile(r"(?<=\d{9})\.0+$")
"""What a spreadsheet puts behind a number that it keeps as one."""
LEAST_DIGITS = 9
"""Digits of the shortest number with an area code; in the Netherlands there is one more."""
LEAST_SERVICE = 8
LEAST_LOCAL = 6
"""Digits of a number without its area code."""
_CONTACT = _contact(LEAST_DIGITS)
CONTACT_TOLD = _contact(LEAST_LOCAL)
"""A mail address or a phone number: by itself, and where a column tells that numbers stand there."""
_EXCEL_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)|0?(\d)[- ](\w{3,9})\.?(?:[- ]\d+)?")
_MONTHS = ("jan", "feb", "mrt mar maa", "apr", "mei may", "jun", "jul", "aug")
HIGHEST_GROUP = 8
_ROOM = (
    r"(?i)\w*(?:lokaal|kamer|ruimte|zaal|kantoor)|aula|hal|gang|bibliotheek|mediatheek"
    r"|school|thuis|huisbezoek|home|online|teams|zoom|videobellen|telefonisch"
)


class Interpreted(NamedTuple):
    """Whether there is somebody to interpret, None where that is not clear; who, and from which language.

    What nobody knows yet is no, and `unknown`.
    """

    needed: bool | None
    name: str = ""
    language: str = ""
    unknown: bool = False


class Reached(NamedTuple):
    """Somebody, and the number and address that stand with the name."""

    name: str
    phone: str
    email: str


class Phone(NamedTuple):
    """A phone number; `restored` when a spreadsheet had taken its 0 or + away, `short` by a Dutch measure."""

    number: str
    restored: bool = False
    short: bool = False


def read_answer(text: str) -> bool | None:
    """Read yes or no; an empty cell and a dash say no."""
    said = words(text)
    if not said:
        sign = text.strip().rstrip("\ufe0f")
        return True if sign in _YES_SIGNS else False if sign in _NO_SIGNS else None
    if len(said) > 1:
        return False if said[0] in _SAYS_NO or "".join(said) in _NO else None
    return True if said[0] in _YES else False if said[0] in _NO else None


def read_interpreter(text: str) -> Interpreted:
    """Read what stands below "tolk": yes or no, who interprets ("tante Fatma"), or from which language."""
    answer, said = read_answer(text), words(text)
    if answer or (_GLADLY & {*said} and {*said} <= _YES | _GLADLY):
        return Interpreted(True)
    if said and said[0] in _SAYS_NO and not said_beside_no(text):
        return Interpreted(False)
    if _is_not_known(text, said):
        return Interpreted(False, unknown=True)
    if answer is not None or not said or (len(said) == 1 and said[0] in _UNSURE):
        return Interpreted(answer)
    if re.match(_NO_NEED, text.strip()):
        return Interpreted(False)
    body = text
    if len(said[0]) > 1 and said[0] in _YES:
        behind = text.strip().partition(" ")[2]
        body = balanced(behind.strip(" ,:-–"))
        body = (body[1:-1] if re.fullmatch(r"\([^()]*\)", body) else body) or text
        if re.fullmatch(r"\([^()]+\)", behind) and is_a_name(body) and not _is_a_language(body):
            # "ja (tante)": what stands in brackets says who, also by no name
            return Interpreted(True, name=body)
    language = " ".join(part for part in body.split() if meaning_of(part).field is not Field.INTERPRETER)
    if _is_a_language(language):
        return Interpreted(True, language=language)
    if both := _language_and_somebody(body):
        return both
    if is_a_name(body) and (any(part[:1].isupper() for part in body.split()) or tells_a_role(body)):
        return Interpreted(True, name=body)
    return Interpreted(None)


def _language_and_somebody(text: str) -> Interpreted | None:
    """Read a language and who interprets: "Arabisch (oom Karim)", "tante Fatma - Turks"."""
    parts = [part.strip() for part in _APART.split(text) if part.strip()]
    languages = [_is_a_language(part) for part in parts]
    if len(parts) != 2 or sum(languages) != 1:
        return None
    language, somebody = parts if languages[0] else parts[::-1]
    named = is_a_name(somebody) and any(part[:1].isupper() for part in somebody.split())
    named = named or tells_a_role(somebody)
    return Interpreted(True, somebody, language) if named else None


def _is_not_known(text: str, said: Sequence[str]) -> bool:
    """Return whether a text says that it is not known yet: "n.n.b.", "?", "nog vragen", "weet niet"."""
    if not said:
        return set(text.strip()) == {"?"}
    if "".join(said) in _NO or re.match(_NO_NEED, text.strip()):
        return False
    in_small = not any(letter.isupper() for letter in text.strip()[1:])
    return says_nobody(text) or (
        in_small and not _NEGATED.isdisjoint(said) and said[0] not in _SAYS_NO | _YES
    )


def says_only_no(text: str) -> bool:
    """Tell whether a text says no, and no more: "nee, wel zorgen over lezen" says something."""
    return "".join(words(text)) in _NO


def said_beside_no(text: str) -> str:
    """Return an answer that begins with no and says more: "nee, spreekt Engels"; empty for any other."""
    said = words(text)
    if len(said) < 2 or said[0] not in _SAYS_NO or says_only_no(text) or {*said[1:]} <= _POLITELY:
        return ""
    return "" if re.fullmatch(_NO_NEED, " ".join(said[1:])) else text


def says_none(text: str) -> bool:
    """Tell whether a number or an address is said not to be there: *geen*, *n.v.t.*, a dash."""
    return read_answer(text) is False and not set(text) & _GARBAGE


_GARBAGE = frozenset("%$#@&*=<>^~|{}[]\\")
"""Signs in no word for none."""


def read_interpreters(answers: Sequence[str], language: str = "") -> Interpreted:
    """Read what more columns say together: "Tolk nodig?" and "Taal tolk"; a no beside a yes is not clear.

    What is the child's home `language` as well is nobody's name.
    """
    if language and read_answer(language) is None:
        named = comparable(language)
        answers = ["ja" if comparable(each) == named else each for each in answers]
    return _together(answers)


def _together(answers: Sequence[str]) -> Interpreted:
    read = [read_interpreter(each) for each in answers if len(answers) == 1 or words(each)]
    if any(each.needed for each in read):
        # beside a yes any name will do: "tolkentelefoon"
        said = filter(words, answers)
        read = (
            [
                Interpreted(True, name=text) if each.needed is None and _is_said_of_somebody(text) else each
                for each, text in zip(read, said, strict=True)
            ]
            if len(read) > 1
            else read
        )
    needed = {each.needed for each in read} or {False}
    return Interpreted(
        needed.pop() if len(needed) == 1 else None,
        next((each.name for each in read if each.name), ""),
        next((each.language for each in read if each.language), ""),
        unknown=any(each.unknown for each in read) and True not in needed,
    )


def _is_said_of_somebody(text: str) -> bool:
    said = words(text)
    return is_a_name(text) and said[0] not in _UNSURE and len(said) < MOST_WORDS


_OTHER_LANGUAGES = those(
    "darija farsi berbers kurmanji kurmanci badini hindoestaans sarnami hazaragi libanees moldavisch azeri "
    "braziliaans"
)
"""Names that families have for a language, beside those in the list of all languages."""


@cache
def _languages() -> frozenset[str]:
    """Return the words that the names of languages are made of, in the languages a school may write in."""
    from babel import Locale

    names = (name for code in ("nl", "en", "de", "fr") for name in Locale(code).languages.values())
    return _OTHER_LANGUAGES | {word for name in names for word in words(name)}


def _is_a_language(text: str) -> bool:
    """Return whether a text names one language or more: "Turks", "Arabisch en Koerdisch"."""
    said = [word for word in words(text) if word not in {"en", "and", "of", "or"}]
    return bool(said) and all(word in _languages() for word in said)


def reached_by(text: str) -> list[Reached]:
    """Return who stands in a cell with a number or an address beside the name; empty where nobody does.

    "Joke (06-12345678) en Hans <hans@example.org>" are two; what has no name is of who stands before it.
    """
    if not _CONTACT.search(text) or not any(map(str.isalpha, _CONTACT.sub("", text))):
        return []
    found: list[Reached] = []
    named_ahead = False
    for part in outside_brackets(_BETWEEN, text):
        if named_ahead and found[-1].phone and (told := _told_number(part)):
            found[-1] = found[-1]._replace(phone=f"{found[-1].phone} / {told}")
            continue
        found += _reached(outside_brackets(_COMMA, part))
        named_ahead = bool(found) and _opens_with_a_name(part)
    if found and not found[0].name and found[-1].name:
        # each number stands ahead of whose it is
        return _with_loose_numbers(found[::-1])[::-1]
    return _with_loose_numbers(found)


def without_contacts(text: str) -> str:
    """Return who stands in a cell without numbers and addresses; a line that ends in one is apart."""
    said = ""
    for line in text.split("\n"):
        if bare := _without_signs(_CONTACT.sub(" ", line)).strip(" ,;/&+-"):
            said += bare
        said += "; " if _CONTACT.search(line) else "\n"
    return said.strip("; \n")


def _with_loose_numbers(found: Sequence[Reached]) -> list[Reached]:
    """Return people with the numbers that stand by themselves behind them: each their own, or all of one."""
    after: list[Reached] = []
    for named, run in itertools.groupby(found, key=lambda each: bool(each.name)):
        if named or not after:
            after += run
            continue
        loose = list(run)
        without = itertools.takewhile(lambda each: not (each.phone or each.email), reversed(after))
        people = list(without)[::-1] or after[-1:]
        phones, emails = ([each[at] for each in loose if each[at]] for at in (1, 2))
        whose = _named_in(emails, people)
        dealt = zip(
            people,
            _dealt([each.phone for each in people], phones, whose),
            _dealt([each.email for each in people], emails, whose),
            strict=True,
        )
        after[-len(people) :] = [each._replace(phone=phone, email=email) for each, phone, email in dealt]
    return after


def _named_in(emails: Sequence[str], people: Sequence[Reached]) -> int:
    """Return the place of the only one whom addresses name, else of the last."""
    said = {word for email in emails for word in words(email.partition("@")[0])}
    named = [at for at, each in enumerate(people) if not said.isdisjoint(words(each.name)[:1])]
    return named[0] if len(named) == 1 else len(people) - 1


def _dealt(known: Sequence[str], loose: Sequence[str], whose: int) -> list[str]:
    """Return what each of some people has, with as many loose ones one each, else all of these for one."""
    if len(loose) == len(known) and not any(known):
        return list(loose)
    return [
        " / ".join(filter(None, (each, *loose))) if at == whose else each for at, each in enumerate(known)
    ]


def _opens_with_a_name(part: str) -> bool:
    return not _CONTACT.match(part.strip(" ("))


def _reached(parts: list[str]) -> list[Reached]:
    """Return who is in the parts between commas; of "Mos, Joke 06-12345678" that is one."""
    found: list[Reached] = []
    named_ahead = False
    for part in parts:
        last = found[-1] if found else None
        if last and named_ahead and last.phone and (told := _told_number(part)):
            found[-1] = last._replace(phone=f"{last.phone}, {told}")
            continue
        named_ahead = _opens_with_a_name(part)
        if one := _with_told_numbers(part):
            found.append(one)
            continue
        contacts = _CONTACT.findall(part)
        email = next((each for each in contacts if "@" in each), "")
        phone = " / ".join(each.strip() for each in contacts if "@" not in each)
        name = _without_signs(_CONTACT.sub(" ", part).replace('"', " "))
        if last and not (last.phone or last.email) and name:
            found[-1] = Reached(f"{last.name}, {name}", phone, email)
        elif last and not name and not (email and last.email) and not (phone and last.phone):
            found[-1] = Reached(last.name, phone or last.phone, email or last.email)
        elif name or contacts:
            found.append(Reached(name, phone, email))
    return found


def _told_number(part: str) -> str:
    """Return a number with words behind it that say whose it is: "0413-123456 (oma)"."""
    text = " ".join(part.split())
    number = _CONTACT.match(text)
    return text if number and "@" not in number[0] and _says_whose(text[number.end() :]) else ""


def _with_told_numbers(part: str) -> Reached | None:
    """Return somebody with numbers and words that say whose these are: "Petra 06-… of 0413-… (oma)"."""
    numbers = list(_CONTACT.finditer(part))
    if not numbers or any("@" in each[0] for each in numbers):
        return None
    ahead, behind = part[: numbers[0].start()], part[numbers[0].start() :].strip(" ,;)")
    said = _CONTACT.sub(" ", behind)
    told = {*words(said)} - _OF_A_NUMBER
    if not told or not (told <= _WHERE_IT_RINGS or (len(numbers) > 1 and _says_whose(said))):
        return None
    name = _without_signs(ahead)
    return Reached(name, balanced(" ".join(behind.split())), "") if name else None


def _says_whose(text: str) -> bool:
    """Return whether a few words in small letters say whose a number is, and name nobody."""
    said = [word.strip("().,:") for word in text.split()]
    said = [word for word in said if any(map(str.isalpha, word))]
    return 0 < len(said) <= MOST_WORDS and all(word[:1].islower() for word in said)


def _without_signs(text: str) -> str:
    """Return a name without the signs that stood round a number: "Joke Bos (mama, )"."""
    text = re.sub(r"(?<=\()[\s,;:/–-]+|[\s,;:/–-]+(?=\))", "", text)
    text = re.sub(
        r"\(\s*(?:(?:tel|telefoon|mob|mobiel|gsm|phone|mobile)\.?)?\s*\)|\[\s*\]|<\s*>", " ", text, flags=re.I
    )
    if all(word in _OF_A_NUMBER for word in words(text)):
        return ""
    parts = text.split()
    while len(parts) > 1 and parts[-1].strip(" .:,-–").islower() and {*words(parts[-1])} <= _OF_A_NUMBER:
        # "Karin Bos tel", of which the number stood behind
        parts.pop()
    name = balanced(" ".join(parts).strip(" <>[]:;-–")).strip(" :;-–")
    return name[1:-1].strip() if re.fullmatch(r"\([^()]*\)", name) else name


def is_error(text: str) -> bool:
    """Return whether a spreadsheet wrote this where it had nothing to show."""
    return bool(_ERROR.fullmatch(text.strip()))


def read_phone(text: str) -> Phone | None:
    """Return a phone number with the 0 or + that a spreadsheet took away; None when it can't be dialled."""
    text = _DASH.sub("-", re.sub(r"^['’]+(?=[+\d])", "", text.strip()))
    text = _FRACTION.sub("", text)
    if says_none(text):
        return Phone("")
    if _ROUNDED.fullmatch(text) or text.startswith("=") or not any(map(_is_dialled, _DIALLED.findall(text))):
        return None
    whole = _DIALLED.sub(_whole, text)
    if whole != text:
        return Phone(whole, restored=True)
    short = re.fullmatch(r"0(?:\D*\d){8}|[1-9](?:\D*\d){5,7}", text)
    return Phone(text, short=bool(short) and not text.startswith(_SERVICE))


def is_phone(text: str) -> bool:
    """Return whether a cell has a whole number and nothing else, also one that lost its 0."""
    phone = read_phone(text) if _DIALLED.fullmatch(text) else None
    return phone is not None and not phone.short


def _whole(found: re.Match[str]) -> str:
    """Return a number with the 0 or + that it must have had; by its digits, however they are set apart."""
    digits = re.sub(r"\D", "", found[0])
    if found[0][0] in "+(0":
        return found[0]
    if len(digits) == LEAST_DIGITS:
        return "0" + found[0]
    return "+" + found[0] if re.fullmatch(r"(?:31|32|49)\d{9,10}", digits) else found[0]


def _is_dialled(number: str) -> bool:
    """Return whether a number has the digits it needs; those of a Dutch mobile are ten."""
    digits = re.sub(r"\D", "", number)
    if digits.startswith(_SERVICE):
        return len(digits) >= LEAST_SERVICE
    least = LEAST_DIGITS + digits.startswith("06") if digits.startswith("0") else LEAST_LOCAL
    return len(digits) >= least


def stand_in_each_others_place(phone: str, email: str) -> bool:
    """Return whether an address stands where a number belongs, or a number where an address does."""
    address = not phone or ("@" in phone and read_phone(phone) is None)
    number = not email or ("@" not in email and read_phone(email) is not None)
    return address and number and bool(phone or email)


def read_group(text: str) -> tuple[str, bool]:
    """Return a group, and whether it was one such as 1/2 that a spreadsheet had made a date of."""
    if re.fullmatch(r"[45]\d{4}", text.strip()):
        # the same date as a bare count of days
        text = (date(1899, 12, 30) + timedelta(days=int(text))).isoformat()
    if not (found := _EXCEL_DATE.fullmatch(text.strip())):
        return text, False
    if found[1]:
        one, two = int(found[2]), int(found[3])
    else:
        said = found[5].casefold()[:3]
        month = next((n for n, names in enumerate(_MONTHS, 1) if said in names.split()), 0)
        one, two = int(found[4]), month
    low, high = sorted((one, two))
    if high - low == 1 and low >= 1 and high <= HIGHEST_GROUP:
        return f"{low}/{high}", True
    return text, False


def says_where(text: str) -> bool:
    """Return whether a text says in which room a talk is: "lokaal 3", "de aula"."""
    return is_a_room(text) or any(meaning_of(word).field is Field.PLACE for word in words(text))


def is_a_room(text: str) -> bool:
    """Return whether a word in a text is that for a room, or for not being in one: "thuis", "online"."""
    return any(re.fullmatch(_ROOM, word) for word in words(text))


def read_place(text: str) -> str:
    """Return where a talk is; empty for "school" and "op school", where it is anyhow."""
    return "" if _AT_SCHOOL.fullmatch(text) else text


def is_date(text: str) -> bool:
    """Return whether a text is a date as a spreadsheet keeps it."""
    try:
        date.fromisoformat(text.strip()[:10])
    except ValueError:
        return False
    return True
