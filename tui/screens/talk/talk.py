"""The talk: who is here and the clock on top, the reverse agenda, and one line that is always ready."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from store.domain.people import Speaker
from store.domain.talk import Talk
from store.domain.undo import Step
from store.export.wording.agreements import agreement_words
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.fresh_press import FreshPress
from tui.desk.kinds.forms import has_form
from tui.desk.kinds.points_beforehand import Pasted, is_list, pasted
from tui.desk.kinds.questions import Questions
from tui.desk.planning.held_today import not_begun
from tui.desk.setup.coaching import Coaching, Hint
from tui.desk.talk import course
from tui.desk.talk.board_line import (
    SLIP,
    Target,
    board_sign,
    bring_in,
    bring_up,
    enter,
    for_another,
    moment_reading,
    newest_first,
    next_speaker,
    read_as_agreement,
    remove,
    take_offer,
    text_of,
    turn,
    with_whose_in_words,
)
from tui.desk.talk.names_in_plan import names_of
from tui.desk.talk.signs import AGREEMENT, SPEAKER, Sign, Signed, read_sign
from tui.desk.typing.undone_line import board_line, board_target
from tui.keys import ALONG, BOARD_LINE, BOARD_SIGNS, CARDS, COURSE, FORM, GONE, bindings
from tui.messages import CardAsked, ClosingAsked, Coached
from tui.screens.talk.chosen_point_keys import ChosenPointKeys
from tui.screens.talk.question_keys import QuestionKeys
from tui.widgets.agenda_board import AgendaBoard
from tui.widgets.capture_line import CaptureLine
from tui.widgets.line_input import LineInput
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import joined, literal
from tui.widgets.talk_head import TalkHead
from tui.words.board import COACHING, badge_words, bare_words, keys_words
from tui.words.kinds.forms import no_form_words


class TalkScreen(QuestionKeys, ChosenPointKeys):
    """The board of one talk: while it runs, or with the clock off to prepare it."""

    HERE = ("question", "who", "longer", "read_back", "last_year", "aside", "onward", "undo", "redo")
    SHOWN = ("question", "aside", "onward", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("agreements")}
    SHORT: ClassVar[dict[str, str]] = {**QuestionKeys.SHORT, "question": mark("question")}
    LINE = BOARD_LINE
    SIGNS = BOARD_SIGNS
    BY_NAME = (ALONG, CARDS, COURSE, FORM, GONE)
    BINDINGS = bindings(HERE)

    def __init__(
        self, desk: Desk, t: Translator, talk: Talk, questions: Questions, coaching: Coaching | None = None
    ) -> None:
        """Show the board of this talk; a talk that is not running is prepared, without `coaching`."""
        super().__init__(desk, t, talk, questions)
        self._coaching = None if self.preparing else coaching
        self._offer = "", False
        self._undos = FreshPress(desk.real_now)

    def page(self) -> ComposeResult:
        """Yield head, board, the line kept free for a question, and the capture line."""
        subject = self.t("preparation") if self.preparing else ""
        yield TalkHead(self.desk, self.t, subject, self._questions.deck(self.talk))
        yield AgendaBoard(self.talk.speakers, self.desk, self.t, slip=self.preparing)
        yield QuietText(id="question")
        yield CaptureLine()

    def on_mount(self) -> None:
        draft = self.desk.half_typed.of(self.talk)
        if draft is not None:
            # one that was typed on the closing too: the next letter would take its place, unseen
            if not draft.place.startswith("closing/"):
                self._target = Target.from_place(draft.place.removeprefix(SLIP), self.talk)
            self.line.put_back(draft.text)
        self.show()

    def place(self) -> str:
        """Return where the line lands, as a draft remembers it."""
        return (SLIP if self.preparing else "") + self._target.place

    def show(self) -> None:
        """Show the talk, what is chosen of it, and where the line lands."""
        talk, target = self.talk, self._target
        if target.chosen and not text_of(target.chosen, talk):
            self._target = target = Target(target.speaker)
        self.query_one(TalkHead).talk = talk
        board = self.query_one(AgendaBoard)
        board.talk = talk
        board.selected = target.chosen
        self._show_line()

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys that matter now: with a point chosen, with a point of the slip, or else."""
        t, talk, text = self.t, self.talk, self.line.text if self.query(CaptureLine) else ""
        question, aside, onward, cover = super().key_labels()
        if self.preparing:
            onward = onward[0], t("card")
        if text and self._offered(text):
            return [("⇥", t("to how we keep in touch")), ("↵", t("agreement")), onward, cover]
        if text and self._target.changing:
            as_it_was = text == text_of(self._target.changing, talk)
            return [("↵", t("change")), *([("esc", t("back"))] if as_it_was else []), aside, onward, cover]
        if text:
            return [("↵", t("take")), ("⇥", t("who")), question, aside, onward, cover]
        if chosen := keys_words(self._target.chosen, self._slip, talk, t):
            return [*chosen, cover] if talk.point(self._target.chosen) else [*chosen, onward, cover]
        form = [("pgdn", t("form"))] if has_form(talk, t) else []
        if self.preparing:
            return [("⇥", t("who")), *form, onward, cover]
        note = [("↑", t("note"))] if talk.raised or talk.agreements else []
        if talk.agreements or self._is_late():
            # agreements show their sign themselves, and late it counts more that a talk can be set aside
            return [("⇥", t("who")), *note, *form, question, aside, onward, cover]
        first = form or [(AGREEMENT, t("agreement"))]
        return [("⇥", t("who")), *note, *first, question, *([] if note else [aside]), onward, cover]

    def _show_line(self) -> None:
        """Show where the line lands and what it says so far."""
        text, school = self.line.text, self.desk.school
        signed, offered = self._signed(self._in_words(text)), self._offered(text)
        self.line.badge = badge_words(signed, self._target, self.talk, school, self.t, offered=offered)
        self.show_above_line()

    def show_above_line(self) -> None:
        """Show what the line reads as, what was prepared, or the question that is open."""
        self.query_one("#question", QuietText).show(self._reserved())

    def _reserved(self) -> Content:
        """What stands above the line: who does what is typed, by when; the slip; the question."""
        talk, signed = self.talk, read_sign(self._in_words(self.line.text))
        if signed.sign is Sign.AGREEMENT and signed.text:
            read = read_as_agreement(signed.text, "", talk, self.desk)
            return literal(agreement_words(read, talk, self.desk.school, self.t), "$quiet")
        if self._slip:
            return joined((self.t("prepared") + "  ", "$accent"), (text_of(self._slip, talk), "$quiet"))
        if self._asked:
            return joined((self.t("question") + "  ", "$quiet"), self._asked)
        if self.preparing:
            hint = self.t("Your own points, a sincere compliment: only you see these.")
            return literal(hint, "$quiet")
        coached = self._coaching.next if self._coaching else None
        return literal(self.t(COACHING[coached]) if coached else "", "$quiet")

    def _did(self, hint: Hint) -> None:
        """Remember that it was done once more, where somebody is coached."""
        if self._coaching is not None and (now := self._coaching.did(hint)) != self._coaching:
            self._coaching = now
            self.post_message(Coached(now.done))

    def _offered(self, text: str) -> bool:
        if self._offer[0] != text:
            # badge, keys and Tab ask for the same text: it is read once
            self._offer = text, moment_reading(text, self.talk, self.desk) is not None
        return self._offer[1] and not self._target.changing

    def _signed(self, text: str) -> Signed:
        return board_sign(text, self.talk, self.t.language)

    def _in_words(self, text: str) -> str:
        return with_whose_in_words(text, self.talk, self.desk.school, self.t)

    # -- the line ------------------------------------------------------------
    def typed(self, text: str) -> None:
        """Keep the half-typed line, and say where it will land."""
        super().typed(text)
        self._show_line()
        self.show_keys()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        text, signed = event.text, self._signed(event.text)
        if not text and self._slip:
            slip, self._slip = self._slip, ""
            bring_up(slip, self.talk, self.desk)
        elif signed.speaker is not None and not signed.text:
            self._target = Target(signed.speaker)
            self.show_soon()
        elif text and not signed.text and not self._on_chosen(signed.sign):
            self.say(bare_words(signed.sign, self._target, self.t))
            # one that makes nothing of what comes behind it gives way
            self.line.put_back(text, selected=signed.sign in (Sign.LATER, Sign.NONE))
        elif (found := self._pasted(text, signed)) is not None and len(found.whole) > 1:
            self._look_at(text, found, signed.speaker or self._target.speaker)
        elif text:
            self._land(text)

    def on_line_input_kept(self, event: LineInput.Kept) -> None:
        self.say(
            self.t("'{words}' chose the question; Enter once more puts it on the agenda.", words=event.text)
        )

    def _pasted(self, text: str, signed: Signed) -> Pasted | None:
        """The points of a note or a mail, that was pasted while preparing; none else."""
        if not self.preparing or self._target.chosen or self._target.changing:
            return None
        names = names_of(self.talk, self.desk.school)
        if is_list(text):
            return pasted(text, names)
        return pasted(signed.text, names) if signed.sign in (Sign.NONE, Sign.VOICE) else None

    def _look_at(self, text: str, found: Pasted, speaker: Speaker) -> None:
        """Show what would become points; until they are stored the text stands on the line, and is kept."""
        from tui.screens.talk.pasted_points import PastedPointsScreen

        def land(taken: tuple[Speaker, Sequence[str]] | None) -> None:
            if taken is None:
                return
            whose, points = taken
            self.line.put(self.line.text.removeprefix(text))
            bring_in(points, whose, self.talk, self.desk, text, beforehand=True)
            self.show_soon()

        self.line.put_back(text)
        self.app.push_screen(PastedPointsScreen(found, speaker, self.talk, self.desk, self.t), land)

    def _on_chosen(self, sign: Sign) -> bool:
        """Whether a sign alone makes something of the chosen point."""
        point = self.talk.point(self._target.chosen)
        return point is not None and not self._target.changing and sign in (Sign.AGREEMENT, Sign.LATER)

    def _land(self, text: str) -> None:
        """Put a line on the board; then nothing is chosen and no question is open."""
        target, self._target = self._target, Target(self._target.speaker)
        text = text if target.changing else self._in_words(text)
        self._slip = ""
        self.hush()
        enter(text, target, self.talk, self.desk, language=self.t.language, preparing=self.preparing)
        self._did(Hint.AGREEMENT if read_sign(text).sign is Sign.AGREEMENT else Hint.LINE)
        self._question("")
        self.show_soon()

    def on_capture_line_turned(self, event: CaptureLine.Turned) -> None:
        # an offer is taken; with a point chosen and nothing typed the point itself moves, and is let go
        target = self._target
        if event.steps > 0 and event.typed and self._offered(self.line.text):
            self.hush()
            take_offer(self.line.take(), self.talk, self.desk)
            self._target = Target(target.speaker)
            self.show_soon()
            return
        if target.chosen and not event.typed and turn(target.chosen, event.steps, self.talk, self.desk):
            self._target = Target(target.speaker)
            self.show_soon()
            return
        if target.chosen and not event.typed and for_another(target.chosen, self.talk, self.desk):
            return
        signed = Signed(Sign.NONE, "") if target.changing else self._signed(self.line.text)
        if signed.speaker is not None:
            # a letter in front would keep the line where it is
            self.line.take_off(SPEAKER)
        speaker = next_speaker(signed.speaker or target.speaker, event.steps, self.talk)
        self._target = Target(speaker, changing=target.changing)
        self._did(Hint.VOICE)
        self.show_soon()

    def on_capture_line_climbed(self, event: CaptureLine.Climbed) -> None:
        if self._target.changing:
            return
        self.hush()
        if event.steps < 0 and not self._target.chosen:
            self._turn_slip()
        else:
            newest = newest_first(self.talk, self.desk.day.steps, slip=self.preparing)
            self._target, self._slip = self._target.climbed(event.steps, newest), ""
            if self._target.chosen:
                self._did(Hint.NOTE)
        self.show_soon()

    def _turn_slip(self) -> None:
        """Show what was prepared, one at a time; behind the last one nothing."""
        ids = ["", *(point.id for point in self.talk.prepared)]
        if not self.preparing and not self.line.text:
            self._slip = ids[(ids.index(self._slip) + 1) % len(ids)] if self._slip in ids else ""

    def on_capture_line_sidestepped(self, event: CaptureLine.Sidestepped) -> None:
        # → changes what is chosen, ← its last note
        chosen = self._target.chosen
        if event.steps < 0:
            point = self.talk.point(chosen)
            chosen = point.notes[-1].id if point and point.notes else ""
        if chosen:
            self._target = Target(self._target.speaker, self._target.chosen, changing=chosen)
            self.line.put_back(text_of(chosen, self.talk))
            self.show_soon()

    def on_capture_line_remove_asked(self) -> None:
        if self._target.chosen and remove(self._target.chosen, self.talk, self.desk):
            self.say(self.t("Removed. ctrl+z brings it back."))

    def on_capture_line_let_go(self) -> None:
        # one layer away: the change, the choice, the question; never text
        target = self._target
        if target.changing:
            if self.line.text == text_of(target.changing, self.talk):
                self.line.clear()
            self._target = Target(target.speaker, target.chosen)
        elif target.chosen:
            self._target = Target(target.speaker)
        elif self._slip:
            self._slip = ""
        elif self._questions.open:
            self._question("")
        elif self.line.text:
            self.say_that_text_stays()
        elif self.preparing:
            self.post_message(CardAsked(self.talk_id))
        self.show_soon()

    def hears(self, key: str) -> bool:
        """Return whether it may; choosing only where there is something to choose, or was prepared."""
        talk = self.talk
        if key in {"pageup", "pagedown"}:
            return key == "pagedown" and has_form(talk, self.t)
        if key == "down" and talk.prepared and not self.preparing:
            return True
        board = bool(newest_first(talk, self.desk.day.steps, slip=self.preparing))
        return board or key not in {"up", "down", "left", "right", "delete"}

    # -- keys ------------------------------------------------------------------
    def undo_step(self) -> None:
        """Take the last step back; with none left, a talk that was begun or opened by mistake is not.

        A key that is held stops at the last step: on the card letters mean something else than on the line.
        """
        talk, fresh, typed = self.talk, self._undos.counts(), self.line.text
        nothing_left = course.is_as_it_was(talk, self.desk) or self.desk.day.last_step(talk.id) is None
        if fresh and nothing_left and not typed and course.may_unbegin(talk, self.desk):
            not_begun(talk, self.desk)
            self.post_message(CardAsked(talk.id))
        else:
            super().undo_step()

    def on_capture_line_paged(self, event: CaptureLine.Paged) -> None:
        if event.steps > 0 and has_form(self.talk, self.t):
            self.action_parents_form()

    def action_parents_form(self) -> None:
        """Show what the parents filled in, or say why nobody did before this kind of talk."""
        from tui.screens.talk.parents_form import form_sheet

        talk = self.talk
        sheet = form_sheet(talk, self._target.speaker.pupil_id or talk.pupil.id, self.desk, self.t)
        if sheet is None:
            self.say(no_form_words(self.t))
        else:
            self.app.push_screen(sheet)

    def line_of(self, step: Step) -> str:
        """Return the line as it is typed on the board."""
        return board_line(step)

    def stand_at(self, step: Step) -> None:
        """Let the line land with its own voice, or under its own point."""
        self._target = board_target(step, self._target)

    def leave(self, text: str) -> None:
        """Let the half-typed line land; then go on to the agreements, or back to the card."""
        signed = self._signed(text)
        if signed.text or (text and self._on_chosen(signed.sign)):
            self._land(text)
        self._did(Hint.ONWARD)
        self.post_message(CardAsked(self.talk_id) if self.preparing else ClosingAsked(self.talk_id))

    def action_aside(self) -> None:
        if self.preparing:
            self.post_message(CardAsked(self.talk_id))
        else:
            super().action_aside()
