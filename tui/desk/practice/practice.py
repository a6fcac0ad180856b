"""A team that practises: the situation, the cards, and the talk that comes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.talk import Slot, Talk
from store.domain.year import ages
from store.export.wording.people import who_teaches
from tui.desk.desk import Desk
from tui.desk.practice.clock import PracticeClock
from tui.desk.practice.journal import Journal
from tui.desk.practice.look_back import LookBack, look_back
from tui.desk.practice.material import Materials
from tui.desk.setup.demo_class import invented_year

if TYPE_CHECKING:
    from prompts.deck import Deck
    from prompts.practice.play import Afterwards, Dealt, Play, Scene


class Practice:
    """Holds the situation that was chosen or drawn; of those drawn each comes once before any comes again."""

    def __init__(self, materials: Materials, language: str, clock: PracticeClock, random: Random) -> None:
        """Practise with what there is in this language; nothing is chosen yet.

        Raises:
            LookupError: there is nothing to practise with.
        """
        self._materials = materials
        found = materials(language)
        if found is None:
            raise LookupError(language)
        self._material = found
        self.clock = clock
        self._usual = self._kind = found.kinds[0][0]
        self._random = random
        self._drawn: list[Scene] = []
        self.scene = found.play.scenes[0]
        self.chosen = False
        """Whether anybody chose it, or drew it."""
        self.dealt: tuple[Dealt, ...] = ()
        self.card = 0
        """Which of the cards that were dealt is being read."""
        self._luck = 0.0
        self.afterwards: tuple[Afterwards, ...] = ()
        self.journal = Journal(clock)

    @property
    def play(self) -> Play:
        """The situations and cards there are, in the language that is spoken."""
        return self._material.play

    @property
    def deck(self) -> Deck:
        """What the kind of talk is like that is practised."""
        kinds = dict(self._material.kinds)
        return kinds.get(self._kind) or self._material.kinds[0][1]

    def title_of(self, kind: str) -> str:
        """Return what the kind of talk of this name is called; empty where there is none of it."""
        deck = dict(self._material.kinds).get(kind) if kind else None
        return deck.title if deck else ""

    @property
    def minutes(self) -> int:
        """How long the talk takes, by its kind: at school, or at home."""
        return self.deck.at_home if self.scene.home else self.deck.at_school

    def next_kind(self) -> None:
        """Practise another kind of talk from now on, behind the last the first."""
        names = [name for name, _ in self._material.kinds]
        at = names.index(self._kind) if self._kind in names else -1
        self._usual = self._kind = names[(at + 1) % len(names)]

    def choose(self, scene: Scene) -> None:
        """Take this situation, and the kind of talk it is made for."""
        self.scene, self.chosen = scene, True
        if scene not in self._drawn:
            self._drawn.append(scene)
        known = scene.kind in dict(self._material.kinds)
        self._kind = scene.kind if scene.kind and known else self._usual

    def draw(self) -> None:
        """Draw a situation that was not practised yet, else any but the last one."""
        fresh = [each for each in self.play.scenes if each not in self._drawn]
        if not fresh:
            self._drawn.clear()
            fresh = [each for each in self.play.scenes if each != self.scene] or [self.scene]
        self.choose(self._random.choice(fresh))

    def speak(self, language: str) -> None:
        """Go on in another language: the same family and cards, each as it was read where it is not there."""
        from prompts.practice.play import retold

        found = self._materials(language)
        if found is None:
            return
        before, self._material = self.scene, found
        self.scene = found.play.same_scene(before) or before
        self._drawn = [there for each in self._drawn if (there := found.play.same_scene(each))]
        self.dealt = tuple(retold(each, before, self.scene, found.play) for each in self.dealt)
        self.afterwards = self._asked() if self.afterwards else ()

    @property
    def first_name(self) -> str:
        """The first name of the pupil."""
        return self.scene.pupil.partition(" ")[0]

    def deal(self) -> None:
        """Give each who plays a card, and choose what to talk about when it is over."""
        from prompts.deck import Age
        from prompts.practice.play import deal

        suited = frozenset(map(Age, self._ages()))
        self.dealt = deal(self.play, self.scene, suited, self._random)
        self.card, self._luck = 0, self._random.random()
        self.afterwards = self._asked()

    def _asked(self) -> tuple[Afterwards, ...]:
        """What to talk about, the same in every language."""
        from prompts.practice.play import asked_afterwards

        return asked_afterwards(self.play, Random(self._luck))

    @property
    def teacher(self) -> str:
        """What the one who teaches is called for a pupil of this age, as a message to be translated."""
        return who_teaches(self._ages())

    def _ages(self) -> frozenset[ages.Age]:
        return ages.ages_of(self.scene.group, None, self.clock().date())

    def filled_in(self, text: str, teacher: str) -> str:
        """Return a line of a card, in whichever language it is, with the names of this situation."""
        from prompts.deck import NAMES, filled_in

        for language in NAMES:
            text = filled_in(text, language, self.first_name, teacher)
        return text

    def lay_out(self, desk: Desk, home: str) -> Talk:
        """Lay the talk of this situation on the desk, to begin now and with nothing else on the day.

        `home` is what is said for at home, where it is held there.
        """
        talk = self._talk(desk, home)
        year, minutes = invented_year(desk.day.date), talk.slot.minutes
        # what was chosen in the settings stays, such as the name of who teaches
        school = replace(desk.school, pupils=(talk.pupil,), year=year, minutes=minutes)
        desk.keep_school(replace(school, revision=school.revision + 1))
        desk.keep_day(SchoolDay(date=desk.day.date, talks=(talk,), revision=desk.day.revision + 1))
        self.journal = Journal(self.clock)
        return talk

    def _talk(self, desk: Desk, home: str) -> Talk:
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
            slot=Slot(start=start, minutes=self.minutes),
            pupil=pupil,
            deck=self._kind,
            place=home if scene.home else "",
            place_reason=scene.home,
            asks_information=self.deck.asks_information,
        )

    def look_back(self, talk: Talk) -> LookBack:
        """Put together what there is to talk about when a talk is over."""
        return look_back(talk, self.deck, self.journal)
