"""The closing: a plan made together, the information moment, what stays."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll

from store.domain.plan import ContactMoment
from store.domain.talk import Talk
from store.domain.undo import Step
from store.export.wording.agreements import agreement_words
from store.export.wording.moments import moment_row
from store.export.wording.states import missing_words
from store.language import Translator
from store.planline.reading import Part
from tui.desk.desk import Desk
from tui.desk.fresh_press import FreshPress
from tui.desk.kinds.due import still_due
from tui.desk.talk import contact_moments
from tui.desk.talk.board_line import read_as_agreement
from tui.desk.talk.closing_cursor import PLAN, Cursor, RowKind, moment_of
from tui.desk.talk.closing_line import (
    BOARD_STEPS,
    asks_who_starts,
    enter,
    for_another,
    looks_agreed,
    names_who_tells,
    offered,
    recall,
    recalled,
    remove,
    says_who,
    says_why,
    take_offer,
)
from tui.desk.talk.closing_outcome import Outcome
from tui.desk.talk.let_go import without_row, words_on
from tui.desk.talk.signs import AGREEMENT, GOAL, Sign, Signed, read_sign
from tui.desk.typing.live_reading import Lit, LiveReading
from tui.desk.typing.undone_line import closing_cursor, closing_line, noted_later
from tui.desk.year.follow_up import sheets_so_far
from tui.desk.year.full_week import FullWeek
from tui.keys import CLOSING_LINE, CLOSING_SIGNS, GONE, REST, bindings
from tui.messages import ReadBackAsked, TalkResumed
from tui.screens.talk.gone_for_good import let_go_for_good
from tui.screens.talk.talk_line_page import TalkLinePage
from tui.widgets.capture_line import CaptureLine
from tui.widgets.closing_rows import ClosingRows
from tui.widgets.line_input import LineInput
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import NEWLINE_SIGN, joined
from tui.widgets.talk_head import TalkHead
from tui.words.closing import (
    AGREE,
    GHOST,
    OFFER,
    OFFERS,
    answer_words,
    badge_words,
    beside_words,
    full_words,
    keys_words,
    refusal_words,
    standing_words,
    told_words,
    unclear_words,
)
from tui.words.reading import Piece, lines_words

if TYPE_CHECKING:
    from prompts.deck import Deck


class ClosingScreen(TalkLinePage):
    """Left for the read-back once nothing is missing, by setting aside, or back to the board."""

    HERE = ("who", "longer", "read_back", "last_year", "aside", "onward", "undo", "redo")
    LINE = CLOSING_LINE
    SIGNS = CLOSING_SIGNS
    BY_NAME = (REST, GONE)
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, talk: Talk, deck: Deck | None = None) -> None:
        """Close this talk: begin with how we keep contact; what comes up before the end is in the `deck`."""
        super().__init__(desk, t, talk)
        self._deck = deck
        self._cursor = Cursor()
        self._live = LiveReading(desk)
        self._enters = FreshPress(desk.real_now)
        self._full = FullWeek(desk, talk.id)
        self._beside: tuple[Talk, ...] = ()

    def page(self) -> ComposeResult:
        """Yield head, rows, what is missing, the line, and under it the live reading."""
        yield TalkHead(self.desk, self.t, self.t("agreements"))
        with Container(id="side-by-side"):
            with VerticalScroll(id="rows", can_focus=False):
                yield ClosingRows(self.desk, self.t, self._unclear)
            with VerticalScroll(id="beside", can_focus=False):
                yield QuietText(id="plan-beside")
        yield QuietText(id="missing")
        yield CaptureLine(self._light, self._ghost)
        with VerticalScroll(id="reading-box", can_focus=False):
            yield QuietText(id="reading")

    def on_mount(self) -> None:
        draft = self.desk.half_typed.of(self.talk)
        if draft is not None and draft.place.startswith("closing/"):
            self._cursor = Cursor.from_place(draft.place, self.talk)
            self.line.put_back(draft.text)
        elif nobody := contact_moments.never_asked(self.talk, self.desk):
            # of a line that was taken from the board nobody was asked who starts
            self._cursor = self._cursor.asking(contact_moments.asked_at_once(nobody, self.talk))
        self._beside = sheets_so_far(self.talk, self.desk)
        self._show_beside()
        self.show()
        self.run_worker(asyncio.to_thread(self._full.count))

    # -- showing ---------------------------------------------------------------
    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys that matter where the cursor is."""
        line = self.query_one_optional(CaptureLine)
        text, tab = (line.text if line is not None else ""), ""
        if text:
            tab = self._offered(text) or (GHOST if self._ghost(text) else "")
        return keys_words(self._cursor, self.talk, self.t, typed=bool(text), tab=tab)

    def show(self) -> None:
        """Show the rows, what is missing, where the line lands and what it says so far."""
        talk = self.talk
        cursor = self._cursor = self._cursor.within(talk)
        self.desk.asked_who_starts.update(cursor.asked)
        self.query_one(TalkHead).talk = talk
        self.query_one(ClosingRows).show(self.talk_as_it_went, cursor)
        missing = self.query_one("#missing", QuietText)
        missing.show(joined(standing_words(cursor, talk, self.t, still_due(self._deck, talk))))
        missing.set_class(bool(talk.missing()), "-missing")
        self._read_live(self.line.text)

    def _unclear(self, moment: ContactMoment) -> str:
        return unclear_words(contact_moments.read(moment.text, self.talk, self.desk), self.t)

    def _read_live(self, text: str) -> None:
        """What the half-typed line says so far, and where it could go."""
        talk, school = self.talk, self.desk.school
        anew = self._cursor.changing and self._cursor.row.kind is not RowKind.MOMENT
        signed = Signed(Sign.NONE, text) if anew else read_sign(text)
        self.line.badge = badge_words(self._cursor, talk, self.t, signed.sign)
        words: list[Piece] = []
        if starts := self._starts_so_far(text):
            words, text = [(starts, "$text")], ""
        elif offer := self._offered(text):
            words.append((self.t(OFFERS[offer]) + "\n", "$accent"))
        elif agreed := self._agreed_so_far(text, signed):
            words, text = [(agreed, "$quiet")], ""
        elif not self._cursor.on_plan or signed.sign is Sign.GOAL:
            text = ""
        told = says_who(text, self._cursor, talk, self.desk) if text else None
        readings = [told[1]] if told else [reading for _, reading in self._live.of(text.lstrip("!"), talk)]
        if self._cursor.asked or asks_who_starts(self._cursor, talk):
            # an answer that is still short: what a plan line needs is not asked of it
            readings = [each for each in readings if any(moment.channel for moment in each.moments)]
        full = full_words(self._full.of(readings, talk), self.t)
        self.query_one("#reading", QuietText).show(
            joined(*words, *lines_words(readings, talk, school, self.t), full)
        )
        self.show_keys()

    def _agreed_so_far(self, text: str, signed: Signed) -> str:
        """Say who does it and when, as on the board, of a line that becomes an agreement and no moment."""
        if names_who_tells(text, self._cursor, self.talk, self.desk):
            signed = Signed(Sign.AGREEMENT, told_words(text, self.talk, self.t))
        elif says_why(text, self._cursor, self.talk, self.desk):
            signed = Signed(Sign.AGREEMENT, text)
        if signed.sign is not Sign.AGREEMENT or not signed.text:
            return ""
        agreed = read_as_agreement(signed.text, "", self.talk, self.desk)
        return agreement_words(agreed, self.talk, self.desk.school, self.t) or signed.text

    def _starts_so_far(self, text: str) -> str:
        """Say who starts by the half-typed answer to that; empty where it says nobody, or is none."""
        cursor, talk = self._cursor, self.talk
        if not text or not (cursor.part is Part.INITIATIVE or asks_who_starts(cursor, talk)):
            return ""
        ids = cursor.asked or (cursor.row.record,)
        started = contact_moments.started_by(text, ids, talk, self.desk)
        moment = moment_of(cursor.row, started) if started else None
        return moment_row(moment, talk, self.desk.school, self.t).who if moment else ""

    def _offered(self, text: str) -> str:
        """Return what Tab offers for the line; empty for nothing."""
        where = (text, self._cursor, self.talk, self.desk)
        if text and looks_agreed(*where):
            # what was asked for needs no offer
            return "" if says_why(*where) else AGREE
        return OFFER if text and offered(*where) is not None else ""

    def _light(self, value: str) -> Iterable[Lit]:
        """Return what to light up in the line: only what would become a contact moment."""
        typed = value.replace(NEWLINE_SIGN, "\n")
        signed = typed.startswith((AGREEMENT, GOAL))
        return self._live.lit(typed, self.talk) if self._cursor.on_plan and not signed else ()

    def _ghost(self, value: str) -> str:
        """Return what Tab puts behind the line."""
        if not self._cursor.on_plan:
            return ""
        return self._live.ending(value.rpartition(NEWLINE_SIGN)[2], self.talk)

    # -- the line ----------------------------------------------------------------
    def place(self) -> str:
        """Return the row, as a draft remembers it."""
        return self._cursor.place

    def typed(self, text: str) -> None:
        """Keep the half-typed line and read it."""
        super().typed(text)
        self._read_live(text)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        fresh = self._enters.counts()
        if not (fresh or event.text):
            self.rest()
        self._enter(event.text, fresh=fresh)

    def _enter(self, text: str, *, fresh: bool = True) -> Outcome:
        """Do with the line what the row is for."""
        goal = self.talk.arrangements.goal
        yes, told = self.t("yes"), partial(told_words, talk=self.talk, t=self.t)
        outcome = self._landed(
            enter(text, self._cursor, self.talk_id, self.desk, yes=yes, told=told, fresh=fresh)
        )
        if goal and not self.talk.arrangements.goal:
            self.say(self.t("Removed. ctrl+z brings it back."))
        return outcome

    def _landed(self, outcome: Outcome) -> Outcome:
        """Go where the next line lands; what could not land is back, and the next letter replaces it."""
        self._cursor = outcome.cursor
        if outcome.line:
            self.line.put_back(outcome.line, selected=outcome.refusal is not None)
        if outcome.refusal is None:
            self.hush()
        else:
            self.say(refusal_words(outcome.refusal, outcome.line, self.t))
        self.show_soon()
        return outcome

    def on_capture_line_turned(self, event: CaptureLine.Turned) -> None:
        # where something is offered, Tab takes that; else what stands dim behind the cursor
        if event.steps < 0 or (not event.typed and for_another(self._cursor, self.talk, self.desk)):
            return
        if (taken := take_offer(self.line.text, self._cursor, self.talk, self.desk)) is not None:
            self.line.clear()
            self._landed(taken)
        else:
            self.line.finish_word()

    def on_capture_line_remove_asked(self) -> None:
        if remove(self._cursor, self.talk, self.desk):
            if self._cursor.row.kind is not RowKind.INFORMATION:
                # that is asked again
                self._cursor = self._cursor.at(PLAN)
            self.show_soon()
            self.say(self.t("Removed. ctrl+z brings it back."))

    def on_capture_line_let_go(self) -> None:
        # never text: only a line that stands there as it was comes off
        if self._cursor.changing and self.line.text == recalled(self._cursor, self.talk):
            self.line.clear()
        if self.line.text and self._cursor.part is None:
            self.say_that_text_stays()
            return
        self.hush()
        # what is no answer goes along, so that nobody is held where something is asked
        above = self._cursor.at(PLAN) if self.line.text else self._cursor.let_go(self.talk)
        if above is not None:
            self._cursor = above
            self.show_soon()
        else:
            self.post_message(TalkResumed(self.talk_id))

    def on_capture_line_climbed(self, event: CaptureLine.Climbed) -> None:
        self._go_to(self._cursor.stepped(-event.steps, self.talk))

    def on_capture_line_sidestepped(self, event: CaptureLine.Sidestepped) -> None:
        # an open line and an agreement come back to the line; of a contact moment the next part
        cursor, moment = self._cursor, moment_of(self._cursor.row, self.talk)
        as_typed = cursor.part is None and moment is not None and moment.to_be_set
        if event.steps > 0 and (as_typed or cursor.row.kind is RowKind.AGREEMENT):
            self._landed(recall(cursor, self.talk))
        elif event.steps > 0 and asks_who_starts(cursor, self.talk):
            # what the row asks comes first
            self._cursor = cursor.at(cursor.row, Part.INITIATIVE)
            self.show_soon()
        else:
            self._cursor = cursor.beside(event.steps)
            self.show_soon()

    def on_capture_line_paged(self, event: CaptureLine.Paged) -> None:
        # a reading too long for the screen first, then the rest of the rows
        box = self.query_one("#reading-box", VerticalScroll)
        if box.max_scroll_y:
            box.scroll_page_down(animate=False) if event.steps > 0 else box.scroll_page_up(animate=False)
            return
        talk = self.talk
        self._go_to(self._cursor.with_rest(talk) if event.steps > 0 else self._cursor.without_rest(talk))

    def _go_to(self, cursor: Cursor) -> None:
        """Go to another row by its own key: Enter there is meant for it, however soon it comes."""
        self._cursor = cursor
        self.hush()
        self._enters = FreshPress(self.desk.real_now, at_once=True)
        self.show_soon()

    def hears(self, key: str) -> bool:
        """Return whether it may; correcting only where something stands, more rows or fewer as there are."""
        talk, open_ = self.talk, self._cursor.rest_open
        if key in {"pageup", "pagedown"}:
            return open_ is (key == "pageup")
        given = talk.plan.moments or talk.agreements or talk.information or talk.arrangements.goal
        return bool(given) or open_ or key not in {"left", "right", "delete"}

    # -- keys ----------------------------------------------------------------------
    def action_rest(self) -> None:
        self._cursor = self._cursor.with_rest(self.talk)
        self.show_soon()

    def action_gone_for_good(self) -> None:
        row = self._cursor.row
        if not (text := words_on(row, self.talk)):
            self.say(self.t("Choose a row with something of theirs first, with ↑ or ↓."))
            return

        def let_go() -> None:
            self._cursor = self._cursor.at(row).within(self.talk)

        let_go_for_good(text, lambda talk: without_row(talk, row), self, let_go)

    def leave(self, text: str) -> None:
        """Go on to the read-back, or to what is missing. A half-typed line is taken along."""
        if text and self._enter(text).refusal is not None:
            return
        talk = self.talk
        if text and self._cursor.asked:
            # what the line itself leaves open comes first
            return
        if missing := talk.missing():
            where = self._cursor.at_missing(talk)
            if where == self._cursor and not text:
                # it asks for that already
                asked = answer_words(where, self.t)
                self.say(asked or missing_words(missing, self.t, talk.without_plan))
            self._cursor = where
        else:
            self.post_message(ReadBackAsked(self.talk_id))
        self.show_soon()

    def undo_step(self) -> None:
        """Take the last step back, where it was made on this screen."""
        if not self._is_on_board(self.desk.day.last_step(self.talk_id)):
            super().undo_step()

    def action_redo(self) -> None:
        if not self._is_on_board(self.desk.day.last_undone(self.talk_id)):
            super().action_redo()

    def _is_on_board(self, step: Step | None) -> bool:
        """Whether a step has its place on the board, and is undone and done again there; that is said."""
        on_board = step is not None and step.name in BOARD_STEPS and not noted_later(step, self.talk)
        if on_board:
            self.say(self.t("The last change was on the board; Esc goes there."))
        return on_board

    def line_of(self, step: Step) -> str:
        """Return the line as it is typed at its row."""
        return closing_line(step)

    def stand_at(self, step: Step) -> None:
        """Let the line land at its own row."""
        self._cursor = closing_cursor(step, self._cursor)

    def action_last_year(self) -> None:
        # beside this plan; and on the line, to be changed: of more moments the next one each time
        if not (found := self.last_year()):
            return
        here = {moment.text for moment in self.talk.plan.moments}
        lines = [each.text for talk in found for each in talk.plan.moments if each.text not in here]
        shown, following = bool(self._beside), self.talk.follows is not None
        if shown and (following or not (lines or self.line.text)):
            self._beside = ()
        else:
            self._beside = found
        self._show_beside()
        if following:
            return
        if self.line.text:
            self.say(self.t("There is a half-typed line; last year's comes on an empty one."))
            return
        self._cursor = self._cursor.at(PLAN)
        self.show_soon()
        self.line.put_back(next(iter(lines), ""))

    def _show_beside(self) -> None:
        """Show an earlier plan beside this one, or put it away."""
        words = beside_words(self._beside, self.desk.school, self.t)
        self.query_one("#plan-beside", QuietText).show(joined(*words))
        self.query_one("#beside").set_class(bool(self._beside), "-shown")
