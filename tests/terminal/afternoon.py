"""How a teacher goes through an afternoon: the screens by what is on them, whatever the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from store.domain.people import Pupil
from store.language import Translator
from tests.terminal.screen import CTRL_Q, ENTER, F9, TAB, Terminal
from tui.desk.fresh_press import WAIT


@dataclass
class Privacy:
    """Looks at every picture: no other child than the one at the table."""

    pupils: tuple[Pupil, ...]
    here: str = ""
    alone: bool = True
    seen: list[str] = field(default_factory=list)

    def look(self, screen: str) -> None:
        """Note a name that is not to be seen, with the picture it was in."""
        if self.alone:
            self.seen += [f"{name} was in sight:\n{screen}" for name in self._others(screen)]

    def _others(self, screen: str) -> Iterable[str]:
        flat = " ".join(screen.split())
        for pupil in self.pupils:
            if pupil.full_name == self.here:
                continue
            for name in (pupil.full_name, pupil.first_name):
                if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", flat):
                    yield name


@dataclass
class Afternoon:
    """A teacher at the keyboard, one window after the other."""

    window: Terminal
    t: Translator
    privacy: Privacy

    def __post_init__(self) -> None:
        """Look at everything that is painted."""
        self.window.watch = self.privacy.look

    # -- where we are ------------------------------------------------------------
    def behind_the_curtain(self) -> None:
        """Nothing but a clock, and three keys."""
        self.window.until(self.is_curtain, "the curtain")

    def is_curtain(self, screen: str) -> bool:
        """Say whether this is the curtain, whole."""
        *lines, keys = screen.rstrip().split("\n")
        # above the keys stands what is kept, and what is not
        body = "".join(lines[:-1])
        return f"↵ {self.t('onward')}" in keys and bool(body.strip()) and not re.search(r"[^\W_]", body)

    def on_the_card(self, name: str) -> None:
        """The welcome card of this child."""
        greetings = [self.t("Welcome, {name}", name=name), self.t("On with {name}", name=name)]
        # a contact moment is no welcome
        asked = self.t("Who takes part?")
        self.window.until(
            lambda screen: any(each in screen for each in greetings) or (asked in screen and name in screen),
            greetings[0],
        )

    def on_the_board(self) -> None:
        """The board of a talk."""
        self.window.shows(f"F9 {self.t('agreements')}")

    def at_the_closing(self) -> None:
        """The rows of the closing."""
        self.window.shows(self.t("This is how we keep in touch"), self.t("And also"))

    # -- what is done --------------------------------------------------------------
    def skip_first_questions(self) -> None:
        """What a plan needs is asked before the first family; F9 passes it by."""
        self.window.shows(self.t("You find it later in the settings: the key i on the day."))
        self.window.look_up()
        self.window.send(F9)

    def next_family(self, name: str) -> None:
        """Enter on the curtain: from here on only the next child may be seen."""
        self.behind_the_curtain()
        self.window.look_up()
        self.privacy.here = name
        self.window.send(ENTER)
        self.on_the_card(name)

    def begin(self) -> None:
        """Enter on the card."""
        self.window.look_up()
        self.window.send(ENTER)
        self.on_the_board()

    def type_line(self, text: str) -> None:
        """A line, and Enter once it stands there; it has landed when the line is empty again."""
        self.window.send(text)
        self.window.shows(text[-12:])
        self.window.send(ENTER)
        self.window.matches(r"› *$")

    def raise_points(self, *points: str) -> None:
        """A point for each voice in turn; an empty one is passed over."""
        for point in points:
            if point:
                self.type_line(point)
                self.window.shows("· " + point.split()[0])
            self.window.send(TAB)

    def close_with(self, plan: str, *more: str, information: str = "-") -> None:
        """On to the agreements: a plan, the answer, perhaps more plans; all of it read back, and done.

        Not every kind of talk asks of an information moment.
        """
        self.window.send(F9)
        self.at_the_closing()
        asks = self.t("Information moment") in self.window.text
        self.type_line(plan)
        if asks:
            self.window.send(F9)
            self.window.shows(purpose(plan), f"{self.t('information moment')} ›")
            self.type_line(information)
        for each in more:
            self.type_line(each)
        self.window.send(F9)
        self.read_back(plan, *more)
        self.window.send(F9)
        self.behind_the_curtain()

    def read_back(self, *plans: str) -> None:
        """What each plan is for stands in the letter; so long that the next key counts."""
        self.window.shows(f"F9 {self.t('done')}", *(purpose(each) for each in plans))
        self.window.rest(WAIT.total_seconds())

    def nobody_comes(self) -> None:
        """Say on the card that this family does not come, and once more so that it counts."""
        self.window.send("n")
        self.window.shows(self.t("Once more {letter}: this talk does not take place now.", letter="n"))
        self.window.rest(WAIT.total_seconds())
        self.window.send("n")
        self.behind_the_curtain()

    def stop(self) -> int:
        """Quit; the exit code."""
        self.window.send(CTRL_Q)
        return self.window.ended()


def purpose(plan: str) -> str:
    """What a plan line is for, behind its colon, if it has one."""
    return plan.partition(": ")[2]
