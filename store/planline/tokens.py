"""Cut a line into words, numbers and signs, each with its place; what follows the colon is purpose."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from store.domain.plan import CHANNEL_CODES
from store.domain.role_words import ROLES
from store.domain.text import fold, those
from store.planline import contact_verbs, contact_words, purpose_words
from store.planline.words import (
    AFTER,
    DAY_NAMES,
    HOLIDAY_WORDS,
    HOLIDAYS,
    MONTHS,
    NEAR_DAYS,
    NUMBERS,
    PERIODS,
    UNITS,
    WEEKDAYS,
    WHICH,
)

T = TypeVar("T")

_CLOCK = re.compile(r"(?<![0-9])(?:[0-9]{1,2}:[0-9]{2}|1:1)(?![0-9])")
_TOKEN = re.compile(
    r"(?P<tag></?[a-z][a-z0-9]{0,9}\s?/?>)"
    r"|(?P<ordinal>[0-9]{1,2}(?:ste|de|e|th|st|nd|rd)(?![^\W_]))"
    r"|(?P<word>[0-9]{1,2}en(?![^\W_])|(?-i:m\.)(?=\s+[^\W\d_])|w/o(?:ut)?(?![^\W\d_])|(?:b4|f2f|1:1)(?![^\W_])|[wmz]/(?=\s)|(?:t/m|v/[ad])(?![^\W\d_])|e-mail[^\W\d_]*"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?"
    r"|['’‘`´](?:[st]|til)(?![^\W_])"
    r"|\([^\W\d_]+\)[^\W\d_]+|[^\W\d_]+\((?:e|n|s|en|es|eren)\)"
    r"|[^\W\d_]+(?:['’‘`´][^\W\d_]+)*)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<sign>[-–=]+>|\S)",
    re.IGNORECASE,
)
_ARROW = re.compile(r"[-–=]+>|[→➔➜⇒]")
"""Whatever *j>o* is typed with."""
_QUOTES = str.maketrans("’‘`´", "''''")
_BRACKETS = str.maketrans("", "", "()")
"""What stands round a part of a word: *(stief)vader*, *ouder(s)*."""
_ABBREVIATED = {
    "m.": "met",
    "m/": "met",
    "w/": "with",
    "w/o": "without",
    "w/out": "without",
    "z/": "zonder",
    "t": "het",
    "b4": "before",
}
"""Short for a word that stands before people or things; *m* without its sign is no such word."""
_NEGATED = {
    f"{verb}nt": f"{verb}n't"
    for verb in those("do does did is are was were has have had wo ca could would should must need might")
}
"""What is typed without its sign, *dont*, denies all the same."""
_CONTRACTED = {"shes": "she's", "hes": "he's", "theyre": "they're", "theres": "there's"}
"""Who is or there is, typed without the sign."""
_SHORT_VERBS = {"'ll": "will", "'d": "would", "'m": "am", "'s": "is", "m": "am", "s": "is"}
"""Ends of a word that are a verb of their own: *mum'll*, *dad'd*."""
_WHOLE = frozenset(("i'll", "we'll", "you'll"))
"""Such words that are known as they are."""
_DOING = contact_verbs.REACHING_NOW | those(
    "happy fine ok okay keen glad gonna coming going joining dialling dialing writing popping dropping "
    "stopping nipping"
)
"""Before these *'s* is a verb: *dad's calling*."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign. `word` is what it is read as, `plain` how it was typed, folded.

    `value` is the number of digits or of an ordinal, else -1. `glued` means no space before it; `mended`
    that the word is a slip of who is meant.
    """

    kind: str
    typed: str
    plain: str
    word: str
    start: int
    end: int
    glued: bool
    value: int = -1
    mended: bool = False

    @property
    def slip(self) -> bool:
        """True when it was read as another word than was typed."""
        return self.word != self.plain


def _without_brackets(token: Token) -> str:
    """Return a word as typed, a part in brackets as one with the rest: *stiefvader* of *(stief)vader*."""
    return token.typed.translate(_BRACKETS) if token.kind == "word" else token.typed


def split_purpose(text: str) -> tuple[str, int | None]:
    """Return what stands before the first colon outside a clock time, and where that colon is."""
    clocks = {match.start() + match.group().index(":") for match in _CLOCK.finditer(text)}
    at = text.find(":")
    while at in clocks or text.startswith("://", at):
        at = text.find(":", at + 1)
    return (text, None) if at < 0 else (text[:at], at)


@lru_cache(maxsize=4096)
def plain_word(text: str) -> str:
    """Return a word as it is looked up: small letters, no accents, plain apostrophes, no dots or brackets."""
    folded = fold(text.translate(_QUOTES).translate(_BRACKETS)) or text
    return folded.replace(".", "") if len(folded) > 1 else folded


_STUCK = {"midweek": ("mid", "week"), "eachother": ("each", "other")}
"""Two words that are typed as one."""
_OF_AN_HOUR = those("half quarter kwart five ten twenty vijf tien")
"""What stands before *past*, *over* and the like in the time of a clock: *halfpast3*, *kwartvoor4*."""


def _split(word: str) -> tuple[str, str] | None:
    """Split a day and a part of it in one word: *dinsdagmiddag*, *morgenochtend*; *halfvier*, *halfpast*."""
    if word.startswith("half") and word[4:] in NUMBERS:
        return "half", word[4:]
    for beside in ("past", "over", "voor", "to"):
        if word.endswith(beside) and word.removesuffix(beside) in _OF_AN_HOUR:
            return word.removesuffix(beside), beside
    if (hour := word.removesuffix("ish")) in NUMBERS and hour != word:
        return hour, "ish"
    if word in _STUCK:
        return _STUCK[word]
    for part in ("begin", "eind", "einde", "half", "midden", "medio", "mid"):
        if word.startswith(part) and word.removeprefix(part) in MONTHS:
            return part, word.removeprefix(part)
    for part in _PARTS:
        front = word.removesuffix(part)
        if front != word and (front in DAY_NAMES or front in ("morgen", "overmorgen")):
            return front, part
    return None


def _slipped(word: str, corrected: Callable[[str], str]) -> tuple[str, str] | None:
    """Split *vrijdagmidag*, *woensdgavond*: a day and a part of it with a slip in one of them."""
    day = next((name for name in DAY_NAMES if word.startswith(name)), "")
    if day and len(word) > len(day) and corrected(word.removeprefix(day)) in _PARTS:
        return day, word.removeprefix(day)
    part = next((part for part in _PARTS if word.endswith(part)), "")
    if part and len(word) > len(part) and corrected(word.removesuffix(part)) in DAY_NAMES:
        return word.removesuffix(part), part
    return None


_PARTS = (
    "ochtend", "middag", "namiddag", "avond", "morgen", "ochtenden", "middagen", "namiddagen", "avonden",
    "vroeg",
)  # fmt: skip


def _with_its_verb(word: str, behind: str) -> tuple[str, str] | None:
    """Split *mum'll*, *dad'd* and *I'm*; and *dad's*, *im* where somebody is *calling*."""
    if word == "im" and _DOING.intersection(behind.split(maxsplit=1)[:1]):
        return "i", "m"
    if word.endswith("s") and ROLES.get(word[:-1]) and word not in ROLES:
        # *dads calling*
        return (word[:-1], "s") if _DOING.intersection(behind.split(maxsplit=1)[:1]) else None
    base, sign, end = word.rpartition("'")
    if not base or f"{sign}{end}" not in _SHORT_VERBS or word in _WHOLE or (end == "m" and base != "i"):
        return None
    doing = behind.split(maxsplit=1)[:1]
    does = _DOING.intersection(doing) or doing == ["to"]
    return None if end == "s" and not does else (base, f"{sign}{end}")


def tokens(head: str, corrected: Callable[[str], str]) -> tuple[Token, ...]:
    """Cut the part before the colon. `corrected` gives the word a misspelt one stands for."""
    found: list[Token] = []
    for match in _TOKEN.finditer(head):
        kind, typed = str(match.lastgroup), match.group()
        if kind == "tag":
            # markup says nothing, and stays in what it is for
            continue
        plain = ">" if _ARROW.fullmatch(typed) else plain_word(typed)
        glued = bool(found) and found[-1].end == match.start()
        word, value = plain, -1
        if kind == "word":
            plain = _ABBREVIATED.get(
                typed.lower() if "/" in typed else typed, plain.replace("e-mail", "email")
            )
            plain = _NEGATED.get(plain) or _CONTRACTED.get(plain, plain)
            word = corrected(plain)
            if word == plain and (
                split := _split(plain)
                or _with_its_verb(plain, head[match.end() :])
                or _slipped(plain, corrected)
            ):
                cut = len(typed) - len(split[1])
                at = match.start() + cut
                last = _SHORT_VERBS.get(split[1], split[1])
                first, end = corrected(split[0]), corrected(last)
                found.append(Token(kind, typed[:cut], split[0], first, match.start(), at, glued))
                found.append(Token(kind, typed[cut:], last, end, at, match.end(), True))
                continue
        elif kind == "number":
            value = int(typed) if len(typed) <= 8 else 99_999_999
        elif kind == "ordinal":
            value = int("".join(c for c in typed if c.isdigit()))
        found.append(Token(kind, typed, plain, word, match.start(), match.end(), glued, value))
    return tuple(_with_words_joined(found))


def _with_words_joined(found: Sequence[Token]) -> Sequence[Token]:
    """Read words together that mean one thing, and one that tells by those beside it which it is."""
    if any(each.plain in _BEGINNING for each in found):
        found = list(_joined(found))
    if any(each.plain in _IN_PHRASES for each in found):
        found = list(_in_a_word(found))
    if any(each.plain == "-" and each.glued for each in found):
        found = list(_as_one_name(found))
    if any(each.plain in _UNSIGNED for each in found):
        found = [_with_its_sign(found, at) for at in range(len(found))]
    if any(each.typed == "2" for each in found):
        found = [_to(each) if _means_to(found, at) else each for at, each in enumerate(found)]
    if any(each.typed in _SHORT_WITH for each in found):
        found = [_with(each) if _means_with(found, at) else each for at, each in enumerate(found)]
    return found


def _in_a_word(found: Sequence[Token]) -> Iterator[Token]:
    """Make one word of what means one: *up to and including* is *t/m*, *in aanwezigheid van* is *met*."""
    at = 0
    while at < len(found):
        phrase = next((each for each in _PHRASES if _stands_there(found, at, each)), ())
        if phrase:
            first, last = found[at], found[at + len(phrase) - 1]
            told, word = " ".join(each.typed for each in found[at : at + len(phrase)]), _PHRASES[phrase]
            yield replace(first, typed=told, plain=word, word=word, end=last.end)
        else:
            yield found[at]
        at += len(phrase) or 1


def _as_one_name(found: Sequence[Token]) -> Iterator[Token]:
    """Make one word of *Anne-Sophie*, *Peter-Jan*: each part alone may be somebody else, or a month."""
    at = 0
    while at < len(found):
        if _is_one_name(found[at : at + 3]):
            first, last = found[at], found[at + 2]
            plain = f"{first.plain}-{last.plain}"
            yield replace(first, typed=f"{first.typed}-{last.typed}", plain=plain, word=plain, end=last.end)
            at += 3
        else:
            yield found[at]
            at += 1


def _is_one_name(three: Sequence[Token]) -> bool:
    if [each.kind for each in three] != ["word", "sign", "word"] or three[1].plain != "-":
        return False
    first, sign, last = three
    written = all(each.typed.istitle() and not each.slip for each in (first, last))
    days = sum(each.plain in _DAYS_TOO for each in (first, last))
    others = [each.plain for each in (first, last) if each.plain not in _DAYS_TOO]
    name = days <= 1 and not any(each in _NO_NAMES for each in others)
    return sign.glued and last.glued and written and name


_PHRASES = {
    **{(*up, to, "and", "including"): "t/m" for up in (("up",), ()) for to in ("to", "until", "till")},
    **{
        (*lead, presence, of): "met"
        for presence, of in (("aanwezigheid", "van"), ("bijzijn", "van"), ("presence", "of"))
        for lead in (("in",), ("in", "het"), ("in", "de"), ("in", "the"))
    },
    **{(*half, "through"): "halverwege" for half in (("halfway",), ("midway",), ("half", "way"))},
    ("half", "way"): "halverwege",
    **{
        (reaches, "out", *to): contacts
        for to in (("to",), ())
        for reaches, contacts in (("reach", "contact"), ("reaches", "contacts"))
    },
}
_IN_PHRASES = frozenset(
    ("including", "aanwezigheid", "bijzijn", "presence", "halfway", "midway", "way", "out")
)
"""One of these stands in each of those phrases."""


def _stands_there(found: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(each.plain for each in found[at : at + len(phrase)]) == phrase


_UNSIGNED = {"ill": "i'll", "well": "we'll"}
"""What *I'll* and *we'll* are typed as in haste, which are words of their own elsewhere."""
_TO_DO = contact_verbs.TO_REACH_IN_ENGLISH | those("give drop send write contact let get be see meet")


def _with_its_sign(found: Sequence[Token], at: int) -> Token:
    """Read *ill* as *I'll* in front of a clause, where what somebody will do stands behind it."""
    token = found[at]
    in_front = at == 0 or found[at - 1].plain in {",", ";", ".", "-", "and", "en", "then", "dan"}
    behind = found[at + 1].plain if at + 1 < len(found) else ""
    if token.plain not in _UNSIGNED or not in_front or behind not in _TO_DO:
        return token
    meant = _UNSIGNED[token.plain]
    return replace(token, plain=meant, word=meant)


def _means_to(found: Sequence[Token], at: int) -> bool:
    """Return whether *2* is *to*: *nan 2 ring in nov*, *talk 2 mum*."""
    who, verb = found[at - 1 : at], found[at + 1 : at + 2]
    if found[at].typed != "2" or not who or not verb:
        return False
    if who[0].word in _SPEAKING and verb[0].word in ROLES:
        return True
    whom = found[at + 2].plain if at + 2 < len(found) else ""
    named = at == 1 and who[0].kind == "word" and whom in {"me", "us"}
    return (named or who[0].word in ROLES) and verb[0].word in contact_verbs.TO_REACH_IN_ENGLISH


_SPEAKING = those("talk speak write chat")


def _to(figure: Token) -> Token:
    return replace(figure, kind="word", plain="to", word="to", value=-1)


_SHORT_WITH = {"m": "met", "w": "with"}
_WAYS = contact_words.CHANNELS.keys() | contact_words.TALKS | {"samen", "together"}


def _means_with(found: Sequence[Token], at: int) -> bool:
    """Return whether *m* or *w* is *met*: before somebody, where the line has another way of contact."""
    led = at > 0 and found[at - 1].kind == "sign"
    if found[at].typed not in _SHORT_WITH or led or at + 1 == len(found):
        return False
    behind = found[at + 1]
    somebody = behind.word in ROLES or behind.word in contact_words.POSSESSIVES or behind.typed[0].isupper()
    coded = any(
        each.typed in CHANNEL_CODES and each.typed not in _SHORT_WITH for each in (found[0], found[at - 1])
    )
    english = found[at].typed == "w" and behind.word in ROLES
    ways = coded or english or any(each.word in _WAYS for each in found)
    return behind.kind == "word" and somebody and ways


def _with(short: Token) -> Token:
    word = _SHORT_WITH[short.typed]
    return replace(short, plain=word, word=word)


_BEGINNING = frozenset(
    (
        "beginnen",
        "beginnend",
        "begint",
        "begin",
        "starten",
        "startend",
        "start",
        "starts",
        "starting",
        "keer",
        "time",
        "one",
    )
)
_ALSO_ELSE = frozenset(("begin", "begint", "start", "starts"))
_FROM_THEN_ON = frozenset(("starting", "startend", "beginnend"))
_DAY_FRONTS = MONTHS.keys() | DAY_NAMES.keys() | PERIODS.keys() | WHICH.keys() | NEAR_DAYS.keys()
_NO_NAMES = (
    _DAY_FRONTS | ROLES.keys() | contact_words.CHANNELS.keys() | contact_words.TALKS | AFTER | HOLIDAYS.keys()
    | HOLIDAY_WORDS | UNITS.keys() | purpose_words.FILLERS | purpose_words.SMALL
)  # fmt: skip
_DAYS_TOO = MONTHS.keys() | DAY_NAMES.keys() | WEEKDAYS.keys()
_TO_BEGIN = frozenset(("te", "to"))
_FIRST = frozenset(("eerste", "1e", "first"))
_BEFORE_DAYS = frozenset(("in", "op", "met", "per", "vanaf", "on", "from", "with"))


def _joined(found: Sequence[Token]) -> Iterator[Token]:
    """Make one word of *te beginnen in*, *start 1*, *eerste keer op*, *first one on*: they mean *vanaf*."""
    at = 0
    while at < len(found):
        end = _begins_with_day(found, at)
        if end is None:
            yield found[at]
            at += 1
        else:
            first, last = found[at], found[end - 1]
            told = " ".join(each.typed for each in found[at:end])
            word = last.plain if last.plain in AFTER else "vanaf"
            yield replace(first, typed=told, plain=word, word=word, end=last.end)
            at = end


def _begins_with_day(found: Sequence[Token], at: int) -> int | None:
    """Return the place of the day behind such words, if they stand here and it may be one."""
    front = found[at].plain
    # *om te beginnen* is how people talk
    led_in = front in _TO_BEGIN and not (at and found[at - 1].plain == "om")
    verb = at + (led_in or front in _FIRST)
    if verb + 1 >= len(found) or found[verb].plain not in _BEGINNING:
        return None
    said, led = found[verb].plain, found[verb + 1].plain in _BEFORE_DAYS | AFTER
    times = said in ("keer", "time", "one")
    if times is not (front in _FIRST) or (said.endswith("en") and not led_in):
        return None
    if said in _ALSO_ELSE and not led_in and (not at or found[at - 1].plain not in {",", ";"}):
        # *moeder start in november*, *begin in november*: somebody, or its first days
        return None
    end = verb + 1 + led
    # *begin november* is its first days
    month = found[end].plain in MONTHS and said != "begin"
    month = month or (said in _FROM_THEN_ON and found[end].plain in _DAY_FRONTS)
    return end if led or month or found[end].value > 0 else None


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a line, with safe looks at any place: beyond either end there is an empty word."""

    tokens: tuple[Token, ...]
    _words: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)
    _size: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the words by themselves, and the hash: every reader asks for them at every place."""
        object.__setattr__(self, "_hash", hash(self.tokens))
        object.__setattr__(self, "_size", len(self.tokens))
        object.__setattr__(
            self, "_words", tuple("" if each.value >= 0 else each.word for each in self.tokens)
        )

    def __hash__(self) -> int:
        return self._hash

    def __len__(self) -> int:
        return len(self.tokens)

    def typed(self, at: tuple[int, int]) -> str:
        """Return the words between two places in the line, as typed, with one space between them."""
        return " ".join(token.typed for token in self.tokens if at[0] <= token.start and token.end <= at[1])

    def between(self, start: int, end: int) -> str:
        """Return the tokens from one place up to another as typed, with a space where one stood."""
        parts = [f"{'' if token.glued else ' '}{token.typed}" for token in self.tokens[start:end]]
        return "".join(parts).strip()

    def called(self, start: int, end: int) -> str:
        """Return who is named there: as typed, but for slips that were read as somebody."""
        parts = [
            f"{'' if token.glued else ' '}{token.word if token.slip else _without_brackets(token)}"
            for token in self.tokens[start:end]
        ]
        return "".join(parts).strip()

    def token(self, at: int) -> Token | None:
        """Return the token there, if there is one."""
        return self.tokens[at] if 0 <= at < self._size else None

    def word(self, at: int) -> str:
        """Return the word or sign there; empty beyond the line and for numbers."""
        return self._words[at] if 0 <= at < self._size else ""

    def has(self, at: int, words: Collection[str]) -> bool:
        """Return whether one of these words stands there."""
        return 0 <= at < self._size and self._words[at] in words

    def look(self, at: int, table: Mapping[str, T]) -> T | None:
        """Look the word there up in a table."""
        return table.get(self._words[at]) if 0 <= at < self._size else None

    def skip(self, at: int, words: Collection[str]) -> int:
        """Return the place after any number of these words."""
        while self.has(at, words):
            at += 1
        return at

    def maybe(self, at: int, words: Collection[str]) -> int:
        """Return the place after one of these words, if it stands there."""
        return at + 1 if self.has(at, words) else at

    def maybe_before(self, at: int, words: Collection[str]) -> int:
        """Return the place of one of these words right before another place, else that place."""
        return at - 1 if self.has(at - 1, words) else at

    def phrase(self, at: int, words: tuple[str, ...]) -> bool:
        """Return whether exactly these words stand there, one after the other."""
        # most begin with another word
        begins = 0 <= at < self._size and self._words[at] == words[0]
        return begins and self._words[at : at + len(words)] == words

    def number(self, at: int) -> int | None:
        """Return the plain number in digits there."""
        token = self.token(at)
        return token.value if token is not None and token.kind == "number" else None

    def digits(self, at: int) -> int:
        """Return how many digits the number there has."""
        token = self.token(at)
        return len(token.typed) if token is not None and token.kind == "number" else 0

    def joins_numbers(self, at: int, signs: Collection[str]) -> bool:
        """Return whether one of these signs stands there, glued to what is before it, and before a number."""
        return self.has(at, signs) and self.glued(at) and self.number(at + 1) is not None

    def hyphen(self, at: int) -> bool:
        """Return whether a sign there joins two words to one: *no-show*."""
        one, other = self.token(at - 1), self.token(at + 1)
        joined = self.word(at) == "-" and self.glued(at) and self.glued(at + 1)
        return joined and one is not None and other is not None and one.kind == other.kind == "word"

    def glued(self, at: int) -> bool:
        """Return whether nothing stands between this token and the one before."""
        token = self.token(at)
        return token is not None and token.glued
