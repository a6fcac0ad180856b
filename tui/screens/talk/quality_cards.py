"""Cards with qualities on the table: a digit chooses one, Enter puts it on the agenda of who chose it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Vertical
from textual.widgets import Static

from store.domain.people import Speaker, Voice
from store.domain.talk import Talk
from store.export.wording.people import voice_words
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.kinds.quality_cards import HAND, QualityCards
from tui.desk.talk.board_line import next_speaker
from tui.keys import KEYS
from tui.screens.modal import Modal, closing
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.safe_text import joined, literal


@dataclass(frozen=True, slots=True)
class Taken:
    """A card that goes on the agenda: its words, whose it is, and what was asked about it."""

    text: str
    speaker: Speaker
    question: str


class QualityCardsScreen(Modal[Taken | None]):
    """Gives the card that was taken; None when the cards are put away, and then nothing is left of them."""

    BINDINGS = [  # noqa: RUF012
        *closing((), "escape", "back"),
        Binding("enter", "take", show=False),
        Binding("tab", "turn(1)", show=False),
        Binding("shift+tab", "turn(-1)", show=False),
        Binding(KEYS["question"].keys, "another", show=False),
    ]
    TOLD = (
        (",".join("123456789"[:HAND]), mark("choose that card")),
        ("enter", mark("put the chosen card on the agenda")),
        ("tab,shift+tab", mark("who says it")),
        (KEYS["question"].keys, mark("other cards; with one chosen: another question")),
        ("escape", mark("put the card back; without one: put them all away")),
    )

    def __init__(self, cards: QualityCards, talk: Talk, speaker: Speaker, desk: Desk, t: Translator) -> None:
        """Lay these cards out for the children of this talk; `speaker` chooses first."""
        super().__init__()
        self._cards, self._talk, self._speaker, self._desk, self._t = cards, talk, speaker, desk, t

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet wide"):
            yield Static(literal(self._cards.title), classes="sheet-title", markup=False)
            yield Static(id="cards-asked", markup=False)
            with Grid(id="quality-cards"):
                yield from (Static(classes="quality-card", markup=False) for _ in range(HAND))
            yield SheetKeys()

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        chosen, t = self._cards.chosen, self._t
        whose = voice_words(self._speaker, self._talk, self._desk.school, t)
        said = self._cards.question(self._speaker, t) if chosen else self._which()
        self.query_one("#cards-asked", Static).update(joined((f"{whose} › ", "bold $accent"), said))
        hand = (chosen,) if chosen else self._cards.hand
        for at, place in enumerate(self.query(".quality-card").results(Static)):
            place.display = at < len(hand)
            if at < len(hand):
                digit = "" if chosen else f"{at + 1}  "
                place.update(joined((digit, "$accent"), (hand[at].text, "bold" if chosen else "")))
        keys = (
            t("enter: on the agenda    tab: who    F2: another    esc: cards")
            if chosen
            else t("{digits}: choose    tab: who    F2: other cards    esc: back", digits=f"1–{len(hand)}")
        )
        self.query_one(SheetKeys).show(keys)

    def _which(self) -> str:
        """What is asked while the cards lie there."""
        if self._speaker.voice is Voice.PUPIL:
            return self._t("What fits you?")
        return self._t("What fits {name}?", name=self._cards.name(self._speaker))

    def hears(self, key: str) -> bool:
        """Tell whether this key does something: a digit only as long as a card lies under it."""
        return not key.isdecimal() or (self._cards.chosen is None and int(key) <= len(self._cards.hand))

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isascii() and event.character.isdecimal():
            self._cards.choose(int(event.character))
            self._show()

    def action_turn(self, steps: int) -> None:
        self._speaker = next_speaker(self._speaker, steps, self._talk)
        self._show()

    def action_another(self) -> None:
        if self._cards.chosen:
            self._cards.another_question()
        else:
            self._cards.deal()
        self._show()

    def action_take(self) -> None:
        if (chosen := self._cards.chosen) is not None:
            asked = self._cards.question(self._speaker, self._t)
            self.dismiss(Taken(chosen.text, self._speaker, asked))

    def action_back(self) -> None:
        if self._cards.chosen is None:
            self.dismiss(None)
        else:
            self._cards.put_back()
            self._show()
