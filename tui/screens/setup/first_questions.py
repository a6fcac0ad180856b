"""What is asked once, one question at a time: the teacher's name, the region, when the reports go home."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.domain.school_year import first_year
from store.export.wording.days import day_short
from store.files.errors import FilesError
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.fresh_press import FreshPress
from tui.desk.settings.report_dates import read_reports
from tui.desk.settings.typed_dates import NoDayError
from tui.desk.setup.first_answers import answered, row_of
from tui.desk.setup.first_run import FirstQuestion, remember_asked
from tui.desk.talk.signs import NO
from tui.keys import bindings
from tui.messages import FirstQuestionsAnswered
from tui.screens.setup.settings_page import SettingsPage
from tui.widgets.capture_line import CaptureLine
from tui.widgets.foot.key_line import KeyLine
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import joined, literal
from tui.words.settings import label_words

QUESTIONS = {
    FirstQuestion.TEACHER: mark("What do children and parents call you?"),
    FirstQuestion.REGION: mark("In which region is the school?"),
    FirstQuestion.REPORTS: mark("When do the reports go home?"),
}
WHY = {
    FirstQuestion.TEACHER: mark("That is your name in what parents take home: Miss Els, Mr Tom, Ms Baker."),
    FirstQuestion.REGION: mark(
        "With the school holidays, 'call the week after the autumn holiday' gets its days by itself."
    ),
    FirstQuestion.REPORTS: mark("With these dates, 'call the week after report 1' gets its days by itself."),
}
HINTS = {
    FirstQuestion.REGION: mark("N Noord    M Midden    Z Zuid; or your province"),
    FirstQuestion.REPORTS: mark("All dates on one line: 29 Jan and 25 Jun."),
}


class FirstQuestionsScreen(SettingsPage):
    """Enter goes on to the next question, Esc skips one, F9 the rest."""

    HERE = ("onward",)
    SHOWN = ("onward",)
    LINE = (
        ("enter", mark("take the answer; on an empty line the same as esc")),
        ("escape", mark("skip this question")),
    )
    SIGNS = (("-", mark("entered alone: skip this question")),)
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("skip the rest")}
    ASKED_AS = "first_questions"
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, questions: Sequence[FirstQuestion]) -> None:
        """Ask these, from the first on."""
        super().__init__(desk, t, row_of(questions[0]))
        self._questions = questions
        self._at = 0
        self._press = FreshPress(desk.real_now)
        self._fresh = False
        self.unasked = True

    def page(self) -> ComposeResult:
        """Yield the question, why it is asked, how it is answered, and the line."""
        yield Static(id="card-name")
        yield Static(id="question-why", classes="dim")
        yield Static(
            literal(self.t("You find it later in the settings: the key i on the day.")), classes="dim"
        )
        yield from self.hint_and_line()

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys: Enter takes the answer, and on an empty line there is a way past the question."""
        typed = bool(self.query(CaptureLine)) and self.line.half_typed
        skips = [] if typed else [("esc", self.t("skip this"))]
        return [("↵", self.t("next")), *skips, *super().key_labels()]

    @property
    def _question(self) -> FirstQuestion | None:
        """The question that is asked; None behind the last one."""
        return self._questions[self._at] if self._at < len(self._questions) else None

    def show(self) -> None:
        """Show the question, and what is typed so far."""
        t, question = self.t, self._question
        if question is None:
            return
        at = t("{number} of {count}", number=self._at + 1, count=len(self._questions))
        title = joined(t(QUESTIONS[question]), (f"    {at}", "$quiet"))
        self.query_one("#card-name", Static).update(title)
        self.query_one("#question-why", Static).update(literal(t(WHY[question])))
        reports = question is FirstQuestion.REPORTS
        self.line.badge = t("reports") if reports else label_words(row_of(question), self.desk.year, t)
        self.typed(self.line.text)

    def typed(self, text: str) -> None:
        """Say what the half-typed answer means so far."""
        super().typed(text)
        self.show_keys()

    def hears(self, key: str) -> bool:
        """Return whether it may; only with nothing half typed is a question skipped."""
        return key != "escape" or not self.line.half_typed

    def hint(self) -> str:
        """Return how this question is answered."""
        return self.t(HINTS.get(self._question, "")) if self._question else ""

    def read_so_far(self, text: str) -> str:
        """Return the reports with their days."""
        if self._question is not FirstQuestion.REPORTS or not text:
            return ""
        try:
            found = read_reports(text, first_year(self.desk.day.date))
        except NoDayError:
            return ""
        t = self.t
        return "    ".join(
            f"{t('report {number}', number=each.number)}: {day_short(each.day, t)}" for each in found
        )

    # -- answering ---------------------------------------------------------------
    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        # before the page takes the line: an Enter that came twice must not pass a question by
        self._fresh = self._press.counts()

    def entered(self, text: str) -> bool:
        """Take the answer; False when it is none, with the reason on the screen."""
        question = self._question
        return question is None or text == NO or self.attempt(lambda: answered(question, text, self.desk))

    def landed(self) -> None:
        """Go on to the next question: the answer was taken."""
        self._go_to(self._at + 1)

    def entered_nothing(self) -> None:
        """Skip the question, unless the Enter before it took an answer just now."""
        if self._fresh:
            self._skip()
        else:
            self.rest()

    def on_capture_line_let_go(self) -> None:
        """Skip the question, at one press only one."""
        if self.line.text:
            self.say_that_text_stays()
        elif self.counts(self._press):
            self._skip()

    def _skip(self) -> None:
        """Go on to the next question; what was said of the one before is not about that."""
        self.hush()
        self._go_to(self._at + 1)

    def _go_to(self, at: int) -> None:
        """Go to that question; those before it are not asked again, unless that can't be kept."""
        with suppress(FilesError):
            remember_asked(self.desk, *self._questions[self._at : at])
        self._at = at
        if self._question is not None:
            self._row = row_of(self._question)
            self.show_soon()
        elif self.is_active:
            self._answered_all()

    def _answered_all(self) -> None:
        self.post_message(FirstQuestionsAnswered(self.query_one(KeyLine).said))

    def offered(self) -> None:
        """Go on, if only what rests on the last answer was still to be seen to."""
        if self._question is None:
            self._answered_all()

    def leave(self, text: str) -> None:
        """Skip the rest; a half-typed answer is taken along, one that is refused stays until the next F9."""
        line = " ".join(text.split())
        if line and not self.insists(line) and not self.entered(line):
            self.line.put_back(text)
            self.say_that_it_stays()
            self.show_soon()
        else:
            self._go_to(len(self._questions))
