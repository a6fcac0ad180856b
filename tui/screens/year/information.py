"""What families of the year wish to meet on: for each topic how many, and what the teacher decided."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.domain.school_year import first_year, year_name
from store.domain.text import caseless
from store.export.summary import topic_words
from store.export.wording.decisions import decision_words
from store.export.wording.edges import full_stop
from store.export.wording.groups import group_words
from store.export.wording.people import listed, pupils_words
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.settings.refusal import RefusedError
from tui.desk.settings.settings_rows import Setting, SettingKind
from tui.desk.settings.typed_dates import NoDayError
from tui.desk.talk.signs import NO, once
from tui.desk.typing.half_answer import HalfAnswer
from tui.desk.year.information import Wish, YearInformation, read_decision
from tui.keys import KEYS, bindings
from tui.messages import SummaryAsked
from tui.screens.ask import AskScreen
from tui.screens.year.year_page import YearPage
from tui.widgets.row_list import OptionsInSight, width_of
from tui.widgets.safe_text import joined, literal
from tui.words.settings import refusal_words

Found = tuple[Wish, ...]
PADDING = 2
"""Columns that a row of a list leaves free."""


class InformationScreen(YearPage[Found]):
    """Names are on this screen: it is for the teacher alone."""

    CSS_PATH = "week.tcss"

    HERE = ("one_topic", "undo_letter", "undo", "redo_letter", "redo", "back")
    SHOWN = ("decide", "one_topic", "back", "curtain")
    LINE = (("enter", KEYS["decide"].help),)
    NAMED: ClassVar[dict[str, str]] = {"back": mark("summary")}
    SHORT: ClassVar[dict[str, str]] = {"curtain": mark("cover")}
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator) -> None:
        """List the wishes of the school year of the day on the desk."""
        super().__init__(desk, t)
        self._information = YearInformation(desk)
        self._wishes: Found = ()

    def page(self) -> ComposeResult:
        """Yield the head, the topics, and more of the chosen one."""
        yield Static(id="week-head", markup=False)
        yield OptionsInSight(id="due", markup=False)
        yield Static(id="due-more", markup=False)

    def on_mount(self) -> None:
        t = self.t
        head = joined((t("Information moments"), "bold"), (f"   {year_name(self.desk.day.date)}\n", "$quiet"))
        told = t("What you decide is on the sheet and in the calendar of the families that asked for it.")
        self.query_one("#week-head", Static).update(head + literal(told, "$quiet"))
        self.show()
        self.query_one(OptionList).focus()

    # -- showing -------------------------------------------------------------------
    def look(self) -> Found:
        """Read the wishes of the year."""
        return self._information.look()

    def show_found(self, found: Found) -> None:
        """List them anew; what is chosen stays chosen."""
        rows = self.query_one(OptionList)
        at, self._wishes = rows.highlighted, found
        width = width_of(rows) - PADDING
        rows.clear_options()
        rows.add_options(Option(self._row(each, width)) for each in found)
        if not found:
            nobody = self.t("No family asked for an information moment.")
            rows.add_option(Option(literal(nobody), disabled=True))
        rows.highlighted = min(at or 0, len(found) - 1) if found else None
        self._show_more()
        self.show_keys()

    def _row(self, wish: Wish, width: int) -> Content:
        """The wish as far as there is room, with the decision whole."""
        decided = f" → {decision_words(wish.decision, self.t)}" if wish.decision else ""
        told = literal(topic_words(replace(wish.topic, decision=None), self.t))
        room = max(width - cell_len(decided), width // 2)
        row = told.truncate(room, ellipsis=True) + literal(decided, "bold")
        return row.truncate(width, ellipsis=True)

    def _show_more(self) -> None:
        """Who wished for it, and what may be the same topic in other words."""
        lines: list[Content] = []
        if (wish := self._chosen()) is not None:
            names = listed([pupils_words(talk, self.t) for talk in wish.talks], self.t)
            lines.append(literal(self.t("Asked for by: {names}", names=names)))
            lines += [
                literal(
                    self.t(
                        "{name} is in {group} now, and has what is decided for that.",
                        name=pupils_words(talk, self.t),
                        group=group_words(self.desk.school.group_of(talk), self.t),
                    )
                )
                for talk in wish.talks
                if self.desk.school.group_of(talk) != talk.group
            ]
            lines += [
                literal(self.t("Perhaps the same as '{topic}': {key} makes them one.",
                               topic=each.name, key=KEYS["one_topic"].shown))
                for each in wish.perhaps
            ]  # fmt: skip
        self.query_one("#due-more", Static).update(Content("\n").join(lines))

    def on_option_list_option_highlighted(self) -> None:
        self._show_more()

    def _chosen(self) -> Wish | None:
        at = next((rows.highlighted for rows in self.query(OptionList)), None)
        return self._wishes[at] if self.fresh and at is not None and at < len(self._wishes) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to decide where nobody asked, and to make one topic of one."""
        wish = self._chosen() if action in {"decide", "one_topic"} else None
        alone = action == "one_topic" and wish and len(self._wishes) + len(wish.wordings) < 3
        refused = action in {"decide", "one_topic"} and (wish is None or alone)
        return not refused and super().check_action(action, parameters)

    def hears(self, key: str) -> bool:
        """Return whether it may; the keys of a row only where there is one."""
        return self._chosen() is not None

    # -- deciding ------------------------------------------------------------------
    def on_option_list_option_selected(self) -> None:
        if (wish := self._chosen()) is None:
            return
        t, decision = self.t, wish.decision

        def decided(answer: str | None) -> None:
            if answer:
                self._decided(wish, once(answer, NO))

        question = t("{topic}: for which group, and when?", topic=wish.topic.name)
        hint = t("group 3, Tue 17 Nov 19:30; - takes it away")
        value = decision.text if decision else ""
        half = HalfAnswer(self.desk, f"decide/{wish.topic.name}")
        self.app.push_screen(AskScreen(question, hint, self._wrong, t, value, half=half), decided)

    def _wrong(self, answer: str) -> str:
        try:
            read_decision(answer, first_year(self.desk.day.date))
        except NoDayError as error:
            refused = RefusedError(error.code, day=error.day)
            return refusal_words(refused, Setting(SettingKind.RECEPTION), self.t)
        return ""

    def _decided(self, wish: Wish, answer: str) -> None:
        t, decision = self.t, self._information.decide(wish, answer)
        if answer == NO:
            said = t("Nothing is decided about {topic} any more.", topic=wish.topic.name)
        elif decision.day is None:
            said = t("Kept as typed. Without a day it comes into no calendar.")
        else:
            said = t("Decided: {text}", text=decision_words(decision, t))
        self.say(f"{full_stop(said)} {t('u takes that back.')}")
        self.show_soon()

    def action_one_topic(self) -> None:
        if (wish := self._chosen()) is None:
            return
        t = self.t
        if len(wish.wordings) > 1:
            self._information.apart(wish)
            self.say(f"{t('They are separate topics again.')} {t('u takes that back.')}")
            self.show_soon()
            return

        def same(answer: str | None) -> None:
            if answer and (other := self._other(wish, answer)) is not None:
                self._information.together(wish, other)
                self.say(f"{t('One topic now.')} {t('u takes that back.')}")
                self.show_soon()

        def wrong(answer: str) -> str:
            if not answer or self._other(wish, answer) is not None:
                return ""
            several = self._beginning(wish, answer)
            return (
                t("More than one topic begins like that.")
                if several
                else t("No other topic begins like that.")
            )

        question = t("Which topic is the same as {topic}?", topic=wish.topic.name)
        likely = wish.perhaps[0].name if wish.perhaps else ""
        half = HalfAnswer(self.desk, f"same/{wish.topic.name}")
        self.app.push_screen(AskScreen(question, t("its first letters"), wrong, t, likely, half=half), same)

    def _other(self, wish: Wish, answer: str) -> Wish | None:
        """The topic that begins as typed; one that is called exactly that before any other."""
        begin = self._beginning(wish, answer)
        exact = (each for each in begin if caseless(each.topic.name) == caseless(answer))
        return next(exact, begin[0] if len(begin) == 1 else None)

    def _beginning(self, wish: Wish, answer: str) -> list[Wish]:
        others = (each for each in self._wishes if each is not wish)
        return [each for each in others if caseless(each.topic.name).startswith(caseless(answer))]

    def action_undo(self) -> None:
        t, undone, key = self.t, self._information.undo(), KEYS["redo_letter"].shown
        self.say(
            t("Taken back. {key} brings it back.", key=key) if undone else t("There is nothing to undo here.")
        )
        self.show_soon()

    def action_redo(self) -> None:
        redone = self._information.redo()
        self.say(self.t("Back again.") if redone else self.t("There is nothing to bring back here."))
        self.show_soon()

    def action_back(self) -> None:
        self.post_message(SummaryAsked())
