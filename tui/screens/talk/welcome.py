"""The welcome card: one child, who is expected, what is known beforehand. Enter begins the talk."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from store.domain.people import NOBODY
from store.domain.talk import Talk, TalkState
from store.domain.timetable.talk_format import is_home
from store.export.called import is_held
from store.export.wording.days import day_long
from store.export.wording.people import pupils_words
from store.export.wording.states import state_words
from store.files.errors import FilesError
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.fresh_press import FreshPress
from tui.desk.planning.held_today import comes_today, held_today, not_begun
from tui.desk.talk import course
from tui.desk.typing.card_letters import CardLetters
from tui.desk.typing.card_names import CardNames
from tui.keys import KEYS, bindings
from tui.messages import CardAsked, CardLeft, PreparationAsked, TalkBegun
from tui.screens.day.family_more_key import FamilyMoreKey
from tui.screens.day.move_talk_key import MoveTalkKey
from tui.screens.day.talk_state_keys import TalkStateKeys
from tui.screens.day.undo_keys import UndoKeys
from tui.screens.talk.who_is_here import DIGITS, ask_who_else, switch_interpreter
from tui.terminal.typed.own_actions import own_actions
from tui.widgets.people_list import PeopleList
from tui.widgets.safe_text import joined, literal
from tui.words.board import who_words
from tui.words.file_errors import file_words


class WelcomeScreen(TalkStateKeys, MoveTalkKey, FamilyMoreKey, UndoKeys):
    """One family only: no other name is ever on this card."""

    HERE = (
        "begin", "prepare", "remark", "interpreter", "other", "who", "not_come", "cancelled", "later", "more",
        "undo_letter", "undo", "redo_letter", "redo", "back",
    )  # fmt: skip
    SHOWN = ("begin", "other", "prepare", "remark", "back")
    LINE = ((DIGITS, mark("that person is here, or not")),)
    BINDINGS = [  # noqa: RUF012
        *bindings(HERE),
        *(Binding(digit, f"switch({digit})", show=False) for digit in DIGITS.split(",")),
    ]

    def __init__(self, desk: Desk, t: Translator, talk: Talk) -> None:
        """Show the card of this talk."""
        super().__init__(desk, t)
        self.talk_id = talk.id
        self._press = FreshPress(desk.real_now)
        self._letters = CardLetters(desk.real_now)

    @property
    def talk(self) -> Talk | None:
        """The talk as it is now."""
        return self.desk.day.talk(self.talk_id)

    def chosen(self) -> Talk | None:
        """Return this talk: the state keys work on it."""
        return self.talk

    def undo_within(self) -> Talk | None:
        """Return this talk: undo stays with this family."""
        return self.talk

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; a talk that is taken up again goes on."""
        (face, begin), *others = super().key_labels()
        return [(face, self.t("onward") if self.talk and self.talk.sittings else begin), *others]

    def page(self) -> ComposeResult:
        """Yield time, name, people, and a remark that stays hidden: a card greets, and tells no agenda."""
        yield Static(id="card-time", classes="dim", markup=False)
        yield Static(id="card-name", markup=False)
        if self.talk is not None:
            yield Static(literal(who_words(self.talk, self.t)), classes="heading")
            people = PeopleList(self.talk, self.t)
            people.set_reactive(PeopleList.presence, NOBODY)
            yield people
        yield Static(id="card-remark", markup=False)

    def on_mount(self) -> None:
        # after a talk was set aside it is asked again who is here
        if self.talk is not None:
            self.query_one(PeopleList).presence = CardNames(self.desk, self.talk).expected
        self.show()

    def show(self) -> None:
        """Show when the talk is and whose it is."""
        if (talk := self.talk) is None:
            return
        when = f"{talk.slot.start:%H:%M}  ·  {day_long(talk.slot.start.date(), self.t)}"
        if is_held(talk):
            when += f"  ·  {self.t('Contact moment').lower()}"
        if talk.place:
            when += f"  ·  {talk.place}"
        # a family that comes after all is not told that it did not
        if talk.state not in (TalkState.PLANNED, TalkState.NOT_COME, TalkState.CANCELLED):
            when += f"  ·  {state_words(talk.state, self.t)}"
        if comes_today(talk, self.desk):
            # one of a coming day is looked at, or prepared, more often than it is held already
            early = talk.slot.start.date() > self.desk.local().date()
            said = self.t("Enter begins it today already") if early else self.t("is today")
            when += f"  ·  {said}"
        self.query_one("#card-time", Static).update(literal(when))
        self.query_one("#card-name", Static).update(literal(self._greeting(talk, pupils_words(talk, self.t))))

    def _greeting(self, talk: Talk, name: str) -> str:
        """Greet: no welcome is a talk that is taken up again, a call, or a visit at the home of a family."""
        if talk.sittings:
            return self.t("On with {name}", name=name)
        return name if is_held(talk) or is_home(talk.place) else self.t("Welcome, {name}", name=name)

    def on_key(self, event: events.Key) -> None:
        letter = event.character or ""
        if digit := self._letters.take(letter, is_key=letter in own_actions(self)):
            self.action_switch(digit)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse a digit that is nobody's."""
        if action == "switch":
            return any(parameters[0] in people.digits for people in self.query(PeopleList))
        return super().check_action(action, parameters)

    def action_switch(self, digit: int) -> None:
        self.query_one(PeopleList).switch(digit)
        self.on_people_list_named()

    def on_people_list_named(self) -> None:
        if self.talk is not None:
            CardNames(self.desk, self.talk).keep(self.query_one(PeopleList).presence)

    def action_begin(self) -> None:
        if self.talk is None:
            self._say_gone()
            return
        CardNames(self.desk, self.talk).forget()
        try:
            talk = held_today(self.talk, self.desk)
        except FilesError as error:
            self.say(file_words(error, self.t))
            return
        if talk.state in (TalkState.NOT_COME, TalkState.CANCELLED, TalkState.FINISHED):
            course.reopen(talk, self.desk)
        self.post_message(TalkBegun(talk.id, self.query_one(PeopleList).presence))

    def action_prepare(self) -> None:
        if self.talk is None:
            self._say_gone()
        else:
            self.post_message(PreparationAsked(self.talk_id))

    def _say_gone(self) -> None:
        """Say why a card leads nowhere: it was taken back that there is such a talk."""
        letter = KEYS["redo_letter"].shown
        self.say(self.t("This talk was taken back; the key {letter} brings it back.", letter=letter))

    def action_remark(self) -> None:
        remark = self.query_one("#card-remark", Static)
        hidden = not str(remark.content)
        text = (self.talk.remark if self.talk else "") or self.t("no remark")
        remark.update(joined((self.t("remark"), "$quiet"), f"  {text}") if hidden else literal(""))

    def action_interpreter(self) -> None:
        if self.talk is not None:
            switch_interpreter(self.query_one(PeopleList), self.talk, self.desk, self.t)

    def action_other(self) -> None:
        if self.talk is not None:
            ask_who_else(self.query_one(PeopleList), self.talk, self.desk, self.t)

    def action_who(self) -> None:
        # who is expected stands on the card already: what is left to say is who came along
        self.action_other()

    def action_not_come(self) -> None:
        if self._meant("not_come"):
            self._state_changed(super().action_not_come)

    def action_cancelled(self) -> None:
        if self._meant("cancelled"):
            self._state_changed(super().action_cancelled)

    def way_back(self) -> Callable[[], None]:
        """Return what shows, or hides, the remark as now, and asks again who is not here."""
        remark = self.query_one("#card-remark", Static)
        shown = remark.content

        def go() -> None:
            remark.update(shown)
            self._letters.ask_again()

        return go

    def _meant(self, key_id: str) -> bool:
        """Whether the letter was pressed on purpose; else it is asked for once more."""
        letter, fresh = KEYS[key_id].shown, self.counts(self._press)
        talk = self.talk
        if talk is None or talk.sittings or self._letters.is_meant(letter, fresh=fresh):
            return True
        self.say(self.t("Once more {letter}: this talk does not take place now.", letter=letter))
        return False

    def _state_changed(self, change: Callable[[], None]) -> None:
        """Let the curtain fall behind a family that is not here; Enter must not begin its talk."""
        before = self.talk
        change()
        if self.talk is not None and before is not None and self.talk.state is not before.state:
            self.post_message(CardLeft())

    def action_undo(self) -> None:
        if self.talk is not None and course.may_unbegin(self.talk, self.desk):
            again = course.is_as_it_was(self.talk, self.desk)
            if not_begun(self.talk, self.desk) is None:
                self.post_message(CardAsked(self.talk_id))
                return
            said = mark("The talk is as it was.") if again else mark("The talk was not begun.")
            self.say(self.t(said))
        else:
            super().action_undo()

    def action_back(self) -> None:
        self.post_message(CardLeft())
