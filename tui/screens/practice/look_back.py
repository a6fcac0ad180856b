"""The look back on a practice talk, for the group to talk about: no score, nothing is good or bad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from store.domain.talk import Talk, TalkState
from store.export.wording.people import pupils_words
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.practice.practice import Practice
from tui.keys import KEYS, bindings
from tui.messages import CardAsked, SameAgainAsked, SituationsAsked
from tui.screens.practice.practice_page import PracticePage
from tui.widgets.hanging_indent import hanging
from tui.widgets.safe_text import literal
from tui.words.practice import Row, cards_rows, look_back_rows

INDENT = "  "


class LookBackScreen(PracticePage):
    """What was noted; the cards stand behind a letter."""

    HERE = ("once_more", "same_again", "cards", "next_page", "previous_page", "to_talk")
    SHOWN = ("once_more", "same_again", "cards", "to_talk", "next_page", "quit")
    SHORT: ClassVar[dict[str, str]] = {
        "next_page": mark("more"),
        "same_again": mark("the same"),
        "to_talk": mark("the talk"),
    }
    TURNED = "#rows-told"
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, practice: Practice, talk: Talk) -> None:
        """Look back on this talk."""
        super().__init__(desk, t, practice)
        self._talk = talk
        self._cards = False

    def page(self) -> ComposeResult:
        """Yield whose talk it was, and the rows."""
        yield Static(id="card-name", markup=False)
        with VerticalScroll(can_focus=False, id="rows-told"):
            yield RowsTold()

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; the one for the cards leads back from them too."""
        label = self.t("look back") if self._cards else self.t("cards")
        shown = [(key, label if key == KEYS["cards"].shown else each) for key, each in super().key_labels()]
        # half-way there is more to do than to stop, and no room for it
        stop = KEYS["quit"].shown if self.is_live("to_talk") else ""
        return [(key, each) for key, each in shown if key != stop]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to go on with a talk that is done."""
        if action == "to_talk" and self._talk.state is not TalkState.SET_ASIDE:
            return False
        return super().check_action(action, parameters)

    def show(self) -> None:
        """Show the look back, or the cards."""
        t, practice = self.t, self.practice
        name = pupils_words(self._talk, t)
        if self._cards:
            head, rows = t("The cards: {name}", name=name), tuple(cards_rows(practice, t))
        else:
            head = t("Looking back: {name}", name=name)
            back = practice.look_back(self._talk)
            rows = tuple(look_back_rows(back, practice, self._talk, self.desk.school, t))
        self.query_one("#card-name", Static).update(literal(head))
        self.query_one(RowsTold).rows = rows
        self.query_one("#rows-told", VerticalScroll).scroll_home(animate=False)
        self.show_keys()
        # how long it is, and so whether it can be turned, is known once it is laid out
        self.call_after_refresh(self.show_keys)

    def action_cards(self) -> None:
        self._cards = not self._cards
        self.show()

    def action_once_more(self) -> None:
        self.post_message(SituationsAsked())

    def action_same_again(self) -> None:
        self.post_message(SameAgainAsked())

    def action_to_talk(self) -> None:
        self.post_message(CardAsked(self._talk.id))


class RowsTold(Widget):
    """Shows rows, each text under its own first word."""

    rows: reactive[tuple[Row, ...]] = reactive[tuple[Row, ...]]((), layout=True)

    def render(self) -> Content:
        return Content("\n").join(self._lines(max(self.size.width, 20)))

    def _lines(self, width: int) -> Iterable[Content]:
        for head, rows in _parts(self.rows):
            room = max(cell_len(row.lead) for row in rows) if rows else 0
            yield literal(head.text, "bold")
            for row in rows:
                lead = (
                    f"{INDENT}{row.lead}{' ' * (room - cell_len(row.lead))}{INDENT}" if row.lead else INDENT
                )
                yield from hanging(lead, row.text, width, "$quiet" if row.quiet else "") or [Content("")]


def _parts(rows: Iterable[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Each heading with what comes under it."""
    head, under = Row(""), list[Row]()
    for row in rows:
        if row.heading:
            if head.text:
                yield head, under
            head, under = row, []
        else:
            under.append(row)
    yield head, under
