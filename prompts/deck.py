"""Decks: what a kind of talk is like, and its back-up questions. Nothing on whether one was asked."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

VOICES = ("pupil", "carer", "teacher")
"""Whom a question may be put to; one without a voice is for anyone at the table."""

NAMES = {"nl": "{naam}", "en": "{name}"}
"""Stands in a question for the child, who is at the table too, in each language."""

TEACHERS = {"nl": "{leerkracht}", "en": "{teacher}"}
"""Stands in a question for what the one who teaches is called: teacher, mentor or coach."""


class Age(StrEnum):
    """Roughly how old a pupil is, as schools group them."""

    TODDLER = "toddler"
    """In a playgroup, or in group 1 or 2."""

    GROUPS_3_TO_5 = "3-5"
    GROUPS_6_TO_8 = "6-8"
    VO = "vo"
    MBO = "mbo"


ANY_AGE = frozenset(Age)


class Occasion(StrEnum):
    """What a talk comes upon."""

    NEW = "new"
    AGAIN = "again"
    """The teacher had the class last year too."""

    JOINED = "joined"
    """The pupil joined during the year."""


class Row(StrEnum):
    """What the end of a talk has a place for."""

    PLAN = "plan"
    INFORMATION = "information"
    DETAILS = "details"
    FIRST_CONTACT = "first contact"
    SUPPORT = "support"
    AGREEMENT = "agreement"
    GOAL = "goal"
    PUPIL_FILE = "pupil file"


AT_SCHOOL, AT_HOME = 20, 60
"""Minutes that a talk takes where its deck does not say."""


class Depth(StrEnum):
    """Where in a talk a question belongs."""

    OPENING = "opening"
    """Light enough to begin with."""

    DEEPENING = "deepening"
    BACK = "back"
    """Leads back to the subject."""

    SOMETHING_ELSE = "something else"
    """Makes room for what was not said yet, when the time is nearly up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    `voice` is who it is put to, None for anyone at the table; `ages` the pupils it suits, none for all.
    `one` is the text as it is put to one adult; empty where `text` says it to one as well. `when` are the
    occasions it is for, none for all.
    """

    text: str
    voice: str | None = None
    ages: frozenset[Age] = frozenset()
    depth: Depth = Depth.DEEPENING
    one: str = ""
    when: frozenset[Occasion] = frozenset()

    @property
    def makes_room(self) -> bool:
        """Whether it asks for what was not said yet."""
        return self.depth is Depth.SOMETHING_ELSE

    def suits(self, ages: Set[Age]) -> bool:
        """Say whether it suits a pupil whose age is one of these, whichever it is."""
        return not self.ages or ages <= self.ages

    def fits(self, occasion: Occasion) -> bool:
        """Say whether it is for a talk on this occasion."""
        return not self.when or occasion in self.when


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Questions on one subject.

    One that is `aside` comes up only when it is asked for by its name, or on the occasions it is there for.
    """

    title: str
    questions: tuple[Question, ...]
    aside: bool = False
    when: frozenset[Occasion] = frozenset()

    def comes_up(self, occasion: Occasion) -> bool:
        """Say whether it comes up by itself in a talk on this occasion."""
        return occasion in self.when if self.when else not self.aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A part of the talk, its share of the time in per cent, and one line of advice.

    `older` is the advice where the pupil leads part of the talk; empty where it is the same.
    """

    title: str
    share: int
    advice: str
    themes: tuple[str, ...] = ()
    older: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What to see to before a day, or to keep from, and what for.

    `id` is the same in every language, and stays when the text is worded anew; empty where a deck gives none.
    One that is `early` is only for a day before the week by which the talks are to be done.
    """

    text: str
    why: str
    keep_from: bool = False
    id: str = ""
    early: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """What a day may have it ticked by: first what it is ticked by from now on."""
        return (self.id, self.text) if self.id else (self.text,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What comes up before the end, or may, and the row of the closing it ends in, if it does."""

    text: str
    row: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A kind of talk, with its themes in the order in which they come up.

    `many` is what more than one of them are called, `said` what one is called in a sentence. `at_school` and
    `at_home` are minutes; `must` is what comes up before the end, `may` what can.
    """

    title: str
    language: str
    themes: tuple[Theme, ...]
    many: str = ""
    said: str = ""
    at_school: int = AT_SCHOOL
    at_home: int = AT_HOME
    phases: tuple[Phase, ...] = ()
    must: tuple[Due, ...] = ()
    may: tuple[Due, ...] = ()
    readiness: tuple[Ready, ...] = ()
    tips: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all themes."""
        return tuple(question for theme in self.themes for question in theme.questions)

    @property
    def asks_information(self) -> bool:
        """Whether families are asked if they want to meet with others; so they are where nothing is said."""
        return not self.must or any(each.row is Row.INFORMATION for each in self.must)

    def to_see_to(self, *, late: bool) -> tuple[Ready, ...]:
        """Return what to see to before a day; not, on a `late` one, what it is too late for."""
        return tuple(each for each in self.readiness if not (late and each.early))

    def is_named(self, question: Question) -> bool:
        """Say whether a question calls the child by name."""
        return NAMES[self.language] in question.text

    def put(self, question: Question, adults: int, name: str, teacher: str) -> str:
        """Return a question as it is put to so many adults, about the child of this name."""
        text = question.one if question.one and adults == 1 else question.text
        return filled_in(text, self.language, name, teacher)


def filled_in(text: str, language: str, name: str, teacher: str) -> str:
    """Return a text with the child's name, and what the one who teaches is called."""
    # in one go: a name is a text like any other, and may look like a word to be filled in
    parts = text.split(NAMES[language])
    return name.join(part.replace(TEACHERS[language], teacher) for part in parts)
