"""What a team rehearses with: situations with an invented family, and a card for each who plays."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from random import Random

from prompts.deck import VOICES, Age

PUPIL, CARER, TEACHER = VOICES


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A card that one player reads, and no other.

    `voice` is who it is for, None for somebody else at the table; `who`, on a card of a scene, which of them
    by name. `ages` are the pupils it suits, none for all. `id` is what the same card has in another language.
    """

    id: str = ""
    title: str
    lines: tuple[str, ...]
    voice: str | None = None
    ages: frozenset[Age] = frozenset()
    who: str = ""

    def suits(self, ages: Set[Age]) -> bool:
        """Return whether it suits a talk with a pupil whose age is one of these, whichever it is."""
        return not self.ages or ages <= self.ages


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A situation: a family, what everybody at the table may know of it, and cards that belong to it.

    `language` is what is spoken at home where that is another one; with an `interpreter` one comes along.
    `kind` is the deck of the kind of talk it is made for, empty for any; `home` the reason why it is held at
    the family's home, empty for one at school.
    """

    title: str
    group: str
    pupil: str
    carers: tuple[str, ...]
    known: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    language: str = ""
    interpreter: bool = False
    kind: str = ""
    home: str = ""

    @property
    def family(self) -> tuple[str, ...]:
        """Who it is about, by which it is known in another language too."""
        return (self.pupil, *self.carers)

    def role_of(self, voice: str, who: str) -> Role | None:
        """Return the card it has for a player, if it has one."""
        return next((each for each in self.roles if each.voice == voice and each.who in ("", who)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards:
    """Something to talk about when it is over; without a `voice` for who watched."""

    text: str
    voice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """All there is to draw from."""

    scenes: tuple[Scene, ...] = ()
    roles: tuple[Role, ...] = ()
    afterwards: tuple[Afterwards, ...] = ()

    def beside(self, other: Play) -> Play:
        """Return this with all of the other, of which each comes instead of what has its name here."""
        scenes = {each.title.casefold() for each in other.scenes}
        roles = {_name(each) for each in other.roles}
        return Play(
            scenes=(*(each for each in self.scenes if each.title.casefold() not in scenes), *other.scenes),
            roles=(*(each for each in self.roles if _name(each) not in roles), *other.roles),
            afterwards=self.afterwards + other.afterwards,
        )

    def same_scene(self, scene: Scene) -> Scene | None:
        """Return the situation of another language as it is here: that of the same family."""
        return next((each for each in self.scenes if each.family == scene.family), None)

    def same_role(self, role: Role) -> Role | None:
        """Return a card of another language as it is here; one without an id is in no other."""
        return next((each for each in self.roles if role.id and each.id == role.id), None)


def _name(role: Role) -> tuple[str | None, str]:
    return role.voice, role.title.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealt:
    """The card of one player. `who` is a name; empty for the one who teaches."""

    voice: str | None
    who: str
    role: Role


def deal(play: Play, scene: Scene, ages: Set[Age], random: Random) -> tuple[Dealt, ...]:
    """Give each who plays a card, the pupil first and the teacher, who has the keyboard, last.

    It is the one the scene has for that player, else any that suits a pupil of one of these `ages`, and that
    nobody else has. Who can be given none plays without.
    """
    players = [(PUPIL, scene.pupil), *((CARER, name) for name in scene.carers)]
    dealt: list[Dealt] = []
    for voice, who in (*players, (TEACHER, "")):
        taken = {each.role for each in dealt}
        free = [each for each in play.roles if each.voice == voice and each.suits(ages) and each not in taken]
        role = scene.role_of(voice, who) or (random.choice(free) if free else None)
        if role is not None:
            dealt.append(Dealt(voice=voice, who=who, role=role))
    others = [Dealt(voice=None, who=each.who, role=each) for each in scene.roles if each.voice is None]
    at = len(dealt) - (1 if dealt and dealt[-1].voice == TEACHER else 0)
    return (*dealt[:at], *others, *dealt[at:])


def retold(dealt: Dealt, scene: Scene, other: Scene, play: Play) -> Dealt:
    """Return a card that was dealt in a scene as it is in the `other` of another language, with its play.

    One that is not there stays as it was read.
    """
    if dealt.role not in scene.roles:
        return replace(dealt, role=play.same_role(dealt.role) or dealt.role)
    at = scene.roles.index(dealt.role)
    role = other.roles[at] if at < len(other.roles) else dealt.role
    if role.voice != dealt.role.voice:
        return dealt
    return replace(dealt, role=role, who=dealt.who if role.voice else role.who)


def asked_afterwards(play: Play, random: Random) -> tuple[Afterwards, ...]:
    """Choose something to talk about for each voice, and for who watched."""
    choices = [[each for each in play.afterwards if each.voice == voice] for voice in (*VOICES, None)]
    return tuple(random.choice(each) for each in choices if each)
