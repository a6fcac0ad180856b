"""What parents filled in at home: what stands out in it, and taking it down, a key for an answer."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.domain.people import Pupil
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.language import Translator, mark
from tui.desk import way_back
from tui.desk.desk import Desk
from tui.desk.kinds.answer_letters import AnswerLetters, Heard
from tui.desk.kinds.forms import (
    FormRow,
    Way,
    all_begun_with,
    answer,
    answer_by,
    form_of,
    raise_points,
    rows_of,
    taken_down,
    tick,
    words_of,
    write,
)
from tui.desk.rows import stepped
from tui.desk.typing.half_answer import HalfAnswer
from tui.keys import KEYS
from tui.screens.modal import ROWS, Modal, closing, with_next
from tui.screens.talk.form_rows import FormRows
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import joined, literal
from tui.words.kinds.forms import outstanding_words, row_help_words, row_value_words
from tui.words.undo import undone_words

if TYPE_CHECKING:
    from prompts.form import Form

NOTHING = "-"
"""Takes an answer out."""


def form_sheet(talk: Talk, pupil_id: str, desk: Desk, t: Translator) -> Modal[None] | None:
    """Return what stands out about a child where something was taken down, else the form to take it down on.

    None where this kind of talk has no form. What the others of several children have follows by Tab.
    """
    form = form_of(talk.deck, t)
    if form is None:
        return None
    children = deque(talk.pupils)
    children.rotate(-next((at for at, each in enumerate(talk.pupils) if each.id == pupil_id), 0))
    if talk.form_about(children[0].id) is None:
        return FormScreen(talk, form, children, desk, t)
    return OutstandingScreen(talk, form, children, desk, t)


class OutstandingScreen(Modal[None]):
    """What stands out on the form, in the parents' own words; Enter leads to the form itself."""

    BINDINGS = [  # noqa: RUF012
        *closing((), "escape,pageup,pagedown"),
        Binding("enter", "fill_in", show=False),
        Binding("tab", "another", show=False),
    ]
    TOLD = (
        ("enter", mark("fill in the form")),
        ("tab", mark("the other child")),
        ("escape,pageup,pagedown", mark("back")),
    )

    def __init__(self, talk: Talk, form: Form, children: deque[Pupil], desk: Desk, t: Translator) -> None:
        """Show the form about the first of these children."""
        super().__init__()
        self._talk, self._form, self._children, self._desk, self._t = talk, form, children, desk, t

    def hears(self, key: str) -> bool:
        """Tell whether this key does something: of one child there is no other."""
        return key != "tab" or len(self._children) > 1

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet wide"):
            yield Static(id="form-title", classes="sheet-title", markup=False)
            with VerticalScroll(can_focus=False, id="form-body"):
                yield Static(id="outstanding", markup=False)
            names = [each.first_name for each in self._children]
            keys = with_next(self._t("enter: fill in    esc: back"), names, self._t)
            yield Static(literal(keys), classes="dim")

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        child, t = self._children[0], self._t
        title = t("The parents' form about {name}", name=child.everyday_name)
        self.query_one("#form-title", Static).update(literal(title))
        told = outstanding_words(self._form, self._talk, child.id, t) or (("", t("Nothing stands out.")),)
        parts = [part for head, said in told for part in ("\n\n", (head + "\n", "$accent"), said)]
        self.query_one("#outstanding", Static).update(joined(*parts[1:]))

    def action_another(self) -> None:
        """Show the form about the next child."""
        self._children.rotate(-1)
        self._show()

    def action_fill_in(self) -> None:
        sheet = FormScreen(self._talk, self._form, self._children, self._desk, self._t)
        self.app.switch_screen(sheet)


class FormScreen(Modal[None]):
    """The form, row by row: a letter answers, first letters tick a word, the rest is typed."""

    BINDINGS = [  # noqa: RUF012
        *closing((), "escape"),
        # the line would take these for itself
        Binding("pageup,pagedown", "leave", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("tab", "another", show=False),
        Binding(KEYS["undo"].keys, "undo", show=False),
    ]
    TOLD = (
        ROWS,
        ("enter", mark("keep what is typed; a letter that answers needs none")),
        ("tab", mark("the other child")),
        (KEYS["undo"].keys, KEYS["undo"].help),
        ("escape,pageup,pagedown", mark("back")),
    )

    def __init__(self, talk: Talk, form: Form, children: deque[Pupil], desk: Desk, t: Translator) -> None:
        """Take down the form about the first of these children."""
        super().__init__()
        self._was, self._form, self._children, self._desk, self._t = talk, form, children, desk, t
        self._rows = self._rows_about()
        self._row = self._rows[0]
        self._letters = AnswerLetters(form.answers, NOTHING, desk.real_now)
        self._answered: list[tuple[FormRow, bool]] = []
        """The rows of the answers that came one right after the other, and whether each changed anything."""

    @property
    def _half(self) -> HalfAnswer:
        return HalfAnswer(self._desk, f"form/{self._was.id}/{self._children[0].id}")

    def _rows_about(self) -> tuple[FormRow, ...]:
        child = self._children[0]
        return rows_of(self._form, child.everyday_name)

    @property
    def _talk(self) -> Talk:
        """The talk as it is now."""
        return self._desk.as_it_is(self._was)

    @property
    def _line(self) -> LineInput:
        return self.query_one(LineInput)

    def hears(self, key: str) -> bool:
        """Tell whether this key does something: of one child there is no other."""
        return key != "tab" or len(self._children) > 1

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet wide"):
            yield Static(id="form-title", classes="sheet-title", markup=False)
            with VerticalScroll(can_focus=False, id="form-body"):
                yield FormRows(self._t)
            yield LineInput()
            yield Static(id="form-help", classes="dim", markup=False)
            names = [each.first_name for each in self._children]
            keys = with_next(self._t("↑↓: another row    esc: done"), names, self._t)
            yield Static(literal(keys), classes="dim")

    def on_mount(self) -> None:
        self._begin()

    def _begin(self) -> None:
        """Stand on the first row, or on the one where a line was half typed."""
        rows = {_kept_at(each): each for each in self._rows}
        self._row = rows.get(self._half.row, self._rows[0])
        self._line.put(self._half.text)
        self._show()

    def _show(self) -> None:
        child, talk = self._children[0], self._talk
        title = self._t("The parents' form about {name}", name=child.everyday_name)
        self.query_one("#form-title", Static).update(literal(title))
        values = {row: row_value_words(row, self._form, talk, child.id) for row in self._rows}
        self.query_one(FormRows).show(values, self._row)
        self._help()

    def _help(self, said: str = "") -> None:
        if not said and self._letters.lost:
            said = self._t("A letter for each answer: {answers}.", answers=" · ".join(self._form.answers))
        words = said or row_help_words(self._row, self._line.text.strip(), self._form, self._t)
        self.query_one("#form-help", Static).update(literal(words))

    # -- the line ----------------------------------------------------------------
    def on_input_changed(self) -> None:
        # of what stands on the line now: quick fingers may have typed on
        while self._row.way is Way.ANSWER and (letters := self._line.text.strip()):
            self._line.put(letters[1:])
            self._hear(letters[0])
        self._half.type(self._line.text, _kept_at(self._row))
        self._help()

    def _hear(self, letter: str) -> None:
        """Take a letter as the answer, and go on to the next row; a word is none."""
        heard = self._letters.take(letter)
        if heard is Heard.ANSWER:
            self._answer(letter)
        elif heard is Heard.WORD:
            self._take_back()

    def _answer(self, letter: str) -> None:
        if self._letters.run == 1:
            self._answered = []
        before = self._desk.day.last_step(self._was.id)
        answer(self._row.id, answer_by(letter, self._form), self._talk, self._children[0].id, self._desk)
        self._answered.append((self._row, self._desk.day.last_step(self._was.id) is not before))
        self._go(1)

    def _take_back(self) -> None:
        """Take back what the first letters of a word answered."""
        for _ in range(self._letters.run):
            self._row, changed = self._answered.pop()
            if changed:
                way_back.undo(self._desk, self._talk)
        self._show()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if self._letters.begin() and not event.text:
            # it ends the word, which answered or did nothing
            self._help()
            return
        if self._row.way is Way.TICK and event.text:
            self._ticked(event.text)
            self._show()
        else:
            self._take(event.text)
            if self._row.way is Way.RAISE and event.text:
                self._show()
                self._help(self._t("On the agenda: {text}", text=" · ".join(event.text.split("\n"))))
            else:
                self._go(1)

    def _ticked(self, text: str) -> None:
        """Tick what begins so, of several between commas each; else they are the parents' own words."""
        child, row = self._children[0].id, self._row
        if found := all_begun_with(text, words_of(self._form, row.id)):
            for each in found:
                tick(each.id, self._talk, child, self._desk)
            return
        before = taken_down(self._talk, child, self._desk).written_at(row.id)
        write(row.id, ", ".join(filter(None, (before, text))), self._talk, child, self._desk)

    def _take(self, text: str) -> None:
        """Keep what stands on the line of this row; nothing that was typed is lost by going on."""
        child = self._children[0].id
        match self._row.way:
            case Way.WRITE:
                write(self._row.id, text, self._talk, child, self._desk)
            case Way.RAISE if text:
                raise_points(text, self._talk, child, self._desk)
            case Way.TICK if text:
                self._ticked(text)

    def _go(self, steps: int) -> None:
        """Go to another row; what was written there stands on the line, behind what is typed already."""
        typed = self._line.text
        self._row = stepped(self._rows, self._row, steps)
        taken = self._talk.form_about(self._children[0].id)
        if self._row.way is Way.WRITE and taken is not None and not typed:
            self._line.put(taken.written_at(self._row.id))
        self._show()

    # -- keys ----------------------------------------------------------------------
    def action_step(self, steps: int) -> None:
        self._letters.begin()
        self._take(self._line.take())
        self._go(steps)

    def action_another(self) -> None:
        """Go on with the next child."""
        if len(self._children) > 1:
            self._take(self._line.take())
            self._children.rotate(-1)
            self._rows = self._rows_about()
            self._begin()

    def action_undo(self) -> None:
        step = self._desk.day.last_step(self._was.id)
        if step is not None and step.name in (StepName.FORM_TAKEN, StepName.POINT_ADDED):
            self._line.clear()
            step = way_back.undo(self._desk, self._talk)
            self._show()
            self._help(undone_words(step, KEYS["redo"].shown, self._t))

    def on_line_input_stays(self, event: LineInput.Stays) -> None:
        # leaving takes it
        event.stop()
        self.action_leave()

    def action_leave(self) -> None:
        self._take(self._line.take())
        super().action_leave()


def _kept_at(row: FormRow) -> str:
    """The row, as a half-typed line is kept with it."""
    return f"{row.way}/{row.id}"
