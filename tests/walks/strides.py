"""What somebody may do next, by the screen in front: mostly what leads on, now and then anything."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.hostile.corpus import strings
from tests.privacy.walk import KEYS, families
from tests.sealing.test_sealing import SECRET

EDITING = (
    "backspace",
    "delete",
    "ctrl+backspace",
    "ctrl+w",
    "ctrl+u",
    "ctrl+k",
    "ctrl+x",
    "ctrl+d",
    "ctrl+h",
)
"""Keys by which somebody takes letters off a line with open eyes."""
OTHERS = (*EDITING, "ctrl+a", "ctrl+b", "ctrl+c", "ctrl+e", "ctrl+f", "ctrl+g", "ctrl+l", "ctrl+n", "ctrl+o",
          "ctrl+r", "ctrl+t", "ctrl+v", "shift+tab", "shift+left", "shift+home", "ctrl+left", "end", "f11",
          *"0123456789&é,;:?<=@[]")  # fmt: skip
SIZES = ((80, 24), (120, 40), (1, 1), (7, 24), (80, 3), (30, 8), (250, 60))
LINES = (
    "slaapt slecht", "! na de herfst een ander groepje", "* zelf om hulp vragen", "l: tekenen",
    "o: oma haalt", "j: lezen thuis", "!", ">", "[vader] komt ook", "!!", "** ster",
)  # fmt: skip
PLANS = (
    "juf belt ouders in november:", "gesprek begin juni met vader", "mailen na de herfstvakantie",
    "elke maand bellen", "iets met de buren", "zo nodig", "ouders", "juf", "b 12 nov", "wie wil", "bellen",
)  # fmt: skip
ANSWERS = ("Lotte", "10", "29 jan", "13:50", "26-8 13:00", "ja", "nee", "ha", "4", "Noord", "06-12345678")
VOCABULARY = frozenset(" ".join((*LINES, *PLANS, *ANSWERS)).split())
"""The words the walk knows."""
WORDS = ("wie", "hoe gaat het", "dag", "welkom", "ik moet even weg", "plus", "vier", "inloggen")
"""What is typed where there is no line, by somebody who thinks there is one."""
LEADING = {
    "curtain": "enter enter enter enter d d slash",
    "welcome": "enter enter enter enter 1 2 t o w v n a l s escape u",
    "talk": "f9 f9 f9 up up down tab escape right left delete ctrl+z ctrl+b f2 f3 f4 f5 f6 f7 f8 ctrl+p",
    "closing": "f9 f9 f9 f9 f9 enter enter up down right left tab escape pagedown pageup delete ctrl+z f8",
    "readback": "f9 f9 f9 escape t z pagedown f5",
    "day": "down down up enter n a l p plus pagedown pageup f9 f9 i i u r escape ctrl+p s v w k m b",
    "summary": "enter s f9 escape escape pagedown pageup u down up ctrl+p",
    "week": "escape escape escape down up v d x l g u r i f8",
    "information": "escape escape down up enter s u r",
    "settings": "down down up enter escape escape escape f9 right ctrl+z",
}
"""Keys that mean something on a screen, more often those that lead on."""
TYPED = {"talk": (LINES, 6), "closing": (PLANS + LINES, 5), "settings": (ANSWERS, 3)}
"""What is typed on a screen with a line, and how often against one of its keys."""
SHEET = "escape escape enter enter up down pagedown 1 3 n"


@dataclass(frozen=True, slots=True)
class Stride:
    """Some keys in one go, or one other thing: a paste, a window of another size, the mouse, time."""

    keys: tuple[str, ...] = ()
    typed: str = ""
    pasted: str = ""
    size: tuple[int, int] | None = None
    mouse: tuple[str, float, float] | None = None
    seconds: float = 0.0

    @property
    def count(self) -> int:
        """How many keys it is."""
        return (
            len(self.keys)
            + len(self.typed)
            + (self.pasted != "")
            + (self.size is not None or self.mouse is not None)
        )

    def __str__(self) -> str:
        other = (
            self.size and f"size {self.size}",
            self.mouse and "mouse {} {:.2f} {:.2f}".format(*self.mouse),
        )
        text = (self.typed and f"typed {self.typed!a}", self.pasted and f"pasted {self.pasted[:80]!a}")
        time = f"{self.seconds:.1f} s" if self.seconds >= 1 else ""
        return ", ".join(each for each in (time, *text, *other, " ".join(self.keys)) if each)


class Whims:
    """What comes up in somebody, always the same from the same seed."""

    def __init__(self, seed: int) -> None:
        """Begin with this seed."""
        self.chance = Random(seed)
        self._mark = 0x5000
        # a name that the walk pastes itself would be taken for one that the app shows
        names = {name for talk in families() for name in talk.pupil.full_name.split()}
        self._texts = [text for text in strings() if not any(name in text for name in names)]

    def mark(self) -> str:
        """Return a letter that was never typed before, by which a line is known wherever it went."""
        self._mark += 1
        return chr(self._mark)

    def next(self, screen: str, *, line: bool, sheet: bool, small: bool) -> Stride:
        """Return what is done now."""
        chance = self.chance
        seconds = chance.choice((0.01, 0.05, 0.3, 1.5, 1.5, 1.5, 20.0))
        if small and chance.random() < 0.5:
            return Stride(size=(80, 24), seconds=seconds)
        whim = chance.random()
        if whim < 0.02:
            return Stride(size=chance.choice(SIZES), seconds=seconds)
        if whim < 0.05:
            how = chance.choice(("click", "double", "right", "down", "up", "drag"))
            return Stride(mouse=(how, chance.random(), chance.random()), seconds=seconds)
        if whim < 0.06:
            return Stride(seconds=chance.choice((70.0, 660.0, 1500.0)))
        if whim < 0.16:
            held = chance.choice((1, 1, 1, 2, 12))
            return Stride((chance.choice((*KEYS, *OTHERS)),) * held, seconds=seconds)
        if whim < 0.19:
            return Stride(
                tuple(chance.choice((*KEYS, *OTHERS)) for _ in range(chance.randrange(2, 5))), seconds=seconds
            )
        return self._meant(screen, seconds, line=line, sheet=sheet)

    def _meant(self, screen: str, seconds: float, *, line: bool, sheet: bool) -> Stride:
        """Return something that is meant on this screen."""
        chance = self.chance
        keys = LEADING.get(screen, SHEET).split()
        if not line and chance.random() < 0.1:
            return Stride(typed=chance.choice(WORDS), seconds=seconds)
        if not line:
            return Stride((chance.choice(keys),), seconds=seconds)
        if screen == "curtain":
            return Stride(("enter",), typed=chance.choice((SECRET, SECRET, "fout")), seconds=seconds)
        lines, often = TYPED.get(screen, (ANSWERS, 2))
        if screen in {"talk", "closing"} and chance.random() < 0.06:
            text = chance.choice(self._texts)
            several = "\n".join((f"{text} {self.mark()}", *("regel" for _ in range(chance.randrange(3)))))
            return Stride(("enter",) * chance.randrange(2), pasted=several, seconds=seconds)
        if chance.random() < often / (often + 4):
            text = chance.choice(lines)
            if screen in {"talk", "closing"} and chance.random() < 0.85:
                text = f"{text} {self.mark()}"
            if screen == "closing" and chance.random() < 0.25:
                text = "-"
            return Stride(("enter",) if chance.random() < 0.75 else (), typed=text, seconds=seconds)
        return Stride((chance.choice(keys if not sheet else SHEET.split()),), seconds=seconds)
