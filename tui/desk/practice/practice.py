"""A team that practises: the situation that was drawn, the cards, and the talk that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.talk import Slot, Talk
from store.domain.year import ages
from store.export.wording import who_teaches
from tui.desk.desk import Desk
from tui.desk.practice.clock import PracticeClock
from tui.desk.practice.journal import Journal
from tui.desk.practice.look_back import LookBack, look_back
from tui.desk.setup.demo_class import invented_year

if TYPE_CHECKING:
    from prompts.deck import Deck
    from prompts.practice.play import Afterwards, Dealt, Play, Scene

Kind = tuple[str, "Deck"]
"""A kind of talk, by the name that a talk has for it."""


class Practice:
    """Draws one situation after the other, each once before any comes again."""

    def __init__(self, play: Play, kinds: Sequence[Kind], clock: PracticeClock, random: Random) -> None:
        """Draw from this play, which has a situation, for a talk of the first of these kinds."""
        self.play = play
        self.clock = clock
        self._kinds = tuple(kinds)
        self._kind = 0
        self._random = random
        self._coming: list[Scene] = []
        self.scene = self._next()
        self.dealt: tuple[Dealt, ...] = ()
        self.afterwards: tuple[Afterwards, ...] = ()
        self.journal = Journal(clock)

    @property
    def deck(self) -> Deck:
        """What the kind of talk is like that is practised."""
        return self._kinds[self._kind][1]

    def next_kind(self) -> None:
        """Practise another kind of talk, behind the last the first."""
        self._kind = (self._kind + 1) % len(self._kinds)

    def another(self) -> None:
        """Draw another situation."""
        self.scene = self._next()

    def _next(self) -> Scene:
        if not self._coming:
            self._coming = list(self.play.scenes)
            self._random.shuffle(self._coming)
        return self._coming.pop()

    @property
    def first_name(self) -> str:
        """The first name of the pupil."""
        return self.scene.pupil.partition(" ")[0]

    def deal(self) -> None:
        """Give each who plays a card, and choose what to talk about when it is over."""
        from prompts.deck import Age
        from prompts.practice.play import asked_afterwards, deal

        suited = frozenset(map(Age, self._ages()))
        self.dealt = deal(self.play, self.scene, suited, self._random)
        self.afterwards = asked_afterwards(self.play, self._random)

    @property
    def teacher(self) -> str:
        """What the one who teaches is called for a pupil of this age, as a message to be translated."""
        return who_teaches(self._ages())

    def _ages(self) -> frozenset[ages.Age]:
        return ages.ages_of(self.scene.group, None, self.clock().date())

    def filled_in(self, text: str, teacher: str) -> str:
        """Return a line of a card with the names of this situation."""
        from prompts.deck import filled_in

        return filled_in(text, self.deck.language, self.first_name, teacher)

    def lay_out(self, desk: Desk) -> Talk:
        """Lay the talk of this situation on the desk, to begin now and with nothing else on the day."""
        talk = self._talk(desk)
        school = School(
            pupils=(talk.pupil,),
            year=invented_year(desk.day.date),
            minutes=talk.slot.minutes,
            revision=desk.school.revision + 1,
        )
        desk.keep_school(replace(school, language=desk.school.language))
        desk.keep_day(SchoolDay(date=desk.day.date, talks=(talk,), revision=desk.day.revision + 1))
        self.journal = Journal(self.clock)
        return talk

    def _talk(self, desk: Desk) -> Talk:
        scene = self.scene
        now = desk.local().replace(second=0, microsecond=0)
        pupil = Pupil(
            id=desk.new_id(),
            first_name=self.first_name,
            last_name=scene.pupil.partition(" ")[2],
            group=scene.group,
            home_language=scene.language,
            interpreter=scene.interpreter,
            carers=tuple(Carer(id=desk.new_id(), name=each) for each in scene.carers),
        )
        start = datetime.combine(desk.day.date, now.time())
        return Talk(
            id=desk.new_id(),
            slot=Slot(start=start, minutes=self.deck.at_school),
            pupil=pupil,
            deck=self._kinds[self._kind][0],
            asks_information=self.deck.asks_information,
        )

    def look_back(self, talk: Talk) -> LookBack:
        """Put together what there is to talk about when a talk is over."""
        return look_back(talk, self.deck, self.journal)
