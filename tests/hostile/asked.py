"""In by keyboard and clipboard, with nobody there: the day by hand, settings, paths, palette, passphrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.widgets import Input

from store.domain.plan import InformationMoment
from store.planline.words import WEEKDAYS
from tests.hostile.hand import Hand, visited
from tests.hostile.judge import Harm, Record, Way, entered, one_line, squeezed
from tests.screens.classroom import family
from tui.desk.settings.settings_rows import SettingKind, rows_of
from tui.desk.setup.passphrase import Wish, is_sealed
from tui.desk.talk.signs import NO, once
from tui.widgets.safe_text import in_one_line

DATED = (SettingKind.START, SettingKind.MORE_HOLIDAYS, SettingKind.MORE_DAYS_OFF, SettingKind.RECEPTION)
CHOSEN = (SettingKind.MINUTES, SettingKind.LANGUAGE, SettingKind.REGION, SettingKind.DEADLINE)
FILES = (SettingKind.READ_FILE, SettingKind.WRITE_FILE)


def ways() -> Iterator[Way]:
    """Each line that can be typed or pasted into by the teacher alone."""
    yield Way("day by hand", _by_hand, share=48)
    yield Way("a family more, another time", _letters, share=128)
    yield Way("information moment decided on", _decisions, share=128)
    yield Way("settings, name", partial(_settings, (SettingKind.TEACHER,)), share=24)
    yield Way("settings, days", partial(_settings, DATED), share=128)
    yield Way("settings, choices", partial(_settings, CHOSEN), share=128)
    yield Way("settings, paths", partial(_settings, FILES), share=128)
    yield Way("holiday called so", _holidays, share=128)
    yield Way("import path", _import_path, share=48)
    yield Way("folder for backups", partial(_preference, SettingKind.BACKUP_FOLDER), share=64)
    yield Way("weeks to keep", partial(_preference, SettingKind.KEEPING), share=64)
    yield Way("palette", _palette, share=128)
    yield Way("passphrase line", _passphrase, share=48)


def parts(lines: str) -> set[str]:
    """The names on lines that plan families, without the time in front of the first."""
    return {squeezed(part) for part in re.split("[\n,]", lines.removeprefix("13:00"))}


def _by_hand(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A family of that name, child and parent; a comma begins the next parent, a line break a family."""

    async def begin(hand: Hand) -> None:
        hand.press("h")
        await hand.until(lambda: hand.visit.screen == "byhand")

    async def each(hand: Hand, some: Sequence[str]) -> None:
        typed, left = [f"13:00 {text}, {text}" for text in map(entered, some)], set[str]()
        for line in typed:
            hand.paste(line)
            hand.press("enter")
            await hand.settle()
            # what can't be planned, as without a child, stays where it is
            left |= parts(hand.line.text)
            hand.line.clear()
        wanted = {part for line in typed for part in parts(entered(line))}

        def missing() -> set[str]:
            # so many families go on past midnight
            desk = hand.visit.desk
            talks = [talk for day in {*desk.days.dates(), desk.day.date} for talk in desk.days.talks_on(day)]
            said = {squeezed(talk.pupil.full_name) for talk in talks} | left
            said |= {squeezed(carer.name) for talk in talks for carer in talk.audience}
            # a first name alone is the child of that name who was typed before
            said |= {squeezed(talk.pupil.first_name) for talk in talks}
            # the first name of a day may be read as its time
            known = tuple(each.casefold() for each in said)
            return {part for part in wanted if not any(each.endswith(part.casefold()) for each in known)}

        await hand.until(lambda: not missing())
        record.same("by hand", " ".join(some), set(), missing())
        hand.look("by hand", some)
        hand.press(*["ctrl+z"] * len(wanted))
        await hand.settle()

    visited(record, folder, texts, "by hand", begin, each, talks=())


async def _to_day(hand: Hand) -> None:
    await hand.visit.to_day()


def _letters(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """The questions of the day: a family more, taken back again, and a time that is none."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            on, before = hand.visit.desk.day.date, len(hand.visit.desk.day.talks)
            for key in ("l", "plus"):
                # another day that can be read takes the talk along
                before = min(before, len(hand.visit.desk.day.talks))
                # a letter right behind another is of a word, and does nothing
                hand.visit.clock.go_on(seconds=2)
                hand.press(key)
                await hand.until(lambda: hand.visit.screen == "ask")
                hand.paste(text)
                hand.press("enter")
                await hand.settle()
                hand.look(key, [text])
                if hand.visit.screen == "ask":
                    wanted = in_one_line(entered(text))
                    record.same(key, text, wanted, in_one_line(hand.line.text))
                    hand.press("ctrl+u", "escape")
                    await hand.until(lambda: hand.visit.screen == "day")
                hand.press("u")
                await hand.settle()
            if hand.visit.desk.day.date == on:
                record.same("taken back", text, before, len(hand.visit.desk.day.talks))

    visited(record, folder, texts, "letters", _to_day, each)


def _decisions(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A decision is kept letter for letter, or refused with the text still on the line."""
    wish = InformationMoment(topic=texts[0])
    wishing = replace(family("Liv Bosman", "Mark Bosman", at="13:00"), information=wish)

    async def begin(hand: Hand) -> None:
        await hand.visit.to_day()
        hand.press("f9")
        await hand.until(lambda: hand.visit.screen == "summary")
        hand.press("i")
        await hand.until(lambda: hand.visit.screen == "information")
        await hand.visit.dealt_with()

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            hand.visit.clock.go_on(seconds=2)
            hand.press("enter")
            await hand.until(lambda: hand.visit.screen == "ask")
            hand.line.clear()
            hand.paste(text)
            hand.press("enter")
            await hand.settle()
            hand.look("decision", [text])
            if hand.visit.screen == "ask":
                record.same("decision", text, in_one_line(entered(text)), in_one_line(hand.line.text))
                hand.press("escape")
                await hand.until(lambda: hand.visit.screen == "information")
            elif once(one_line(text), NO) not in ("", NO):
                kept = [one_line(decision.text) for decision in hand.visit.desk.school.decisions]
                record.same("decision", text, [" ".join(entered(text).split())], kept)
            await hand.visit.dealt_with()

    visited(record, folder, texts, "decision", begin, each, talks=(wishing,))


async def to_settings(hand: Hand) -> None:
    """To the rows of the settings."""
    await hand.visit.to_day()
    # a letter right behind another is of a word, and does nothing
    hand.visit.clock.go_on(seconds=2)
    hand.press("i")
    await hand.until(lambda: hand.visit.screen == "settings")


async def _to_row(hand: Hand, kind: SettingKind) -> None:
    rows = rows_of(hand.visit.desk.year)
    down = next(at for at, row in enumerate(rows) if row.kind is kind)
    hand.press(*["pageup"] * (1 + len(rows) // 8), *["down"] * down)
    await hand.settle()


def _settings(kinds: Sequence[SettingKind], record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Taken, or refused with the text still on the line; the name of the teacher is taken as it is."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for kind in kinds:
            await _to_row(hand, kind)
            for text in some:
                # a path that can be written to leads to where it says, which is the teacher's own choice
                path = str(folder / "weg" / text.replace("/", "")) if kind is SettingKind.WRITE_FILE else text
                hand.paste(path)
                hand.press("enter")
                await hand.settle()
                hand.look(kind, [text])
                if kind is SettingKind.TEACHER and one_line(text) not in ("", "-"):
                    record.same(kind, text, one_line(entered(text)), hand.visit.desk.school.teacher)
                hand.visit.app.screen.query_one(Input).clear()

    visited(record, folder, texts, "settings", to_settings, each)


def _holidays(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A name holds no digits, or a slip in the dates would become part of it; all others are taken."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        await _to_row(hand, SettingKind.MORE_DAYS_OFF)
        for text in (one_line(entered(text))[:80] for text in some):
            bare = text.strip(" :,-")
            if not bare or any(letter in "0123456789" for letter in bare) or bare.split()[-1] in WEEKDAYS:
                continue
            hand.paste(f"{text} 5 mrt")
            hand.press("enter")
            await hand.until(lambda: hand.visit.desk.year.days_off)
            hand.look("holiday", [text])
            names = [each.name for each in hand.visit.desk.year.days_off]
            if [squeezed(name).strip(":,") for name in names] != [squeezed(text).strip(":,")]:
                record.add(Harm.LOST, "holiday", text, f"{names}")
            hand.press("ctrl+z")
            await hand.until(lambda: not hand.visit.desk.year.days_off)
            hand.visit.app.screen.query_one(Input).clear()
            await _to_row(hand, SettingKind.MORE_DAYS_OFF)

    visited(record, folder, texts, "holidays", to_settings, each)


def _import_path(record: Record, folder: Path, texts: Sequence[str]) -> None:
    async def begin(hand: Hand) -> None:
        hand.press("i")
        await hand.until(lambda: hand.visit.screen == "importfile" or "import" in hand.visit.screen)

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            for path in (text, f"/nergens/{text}.csv"):
                hand.paste(path)
                hand.press("enter")
                await hand.settle()
                hand.look("import", [text])
                if hand.visit.screen == "rosterpreview":
                    # a text of several lines may be a table
                    hand.press("escape")
                    await hand.settle()
                hand.line.clear()
        record.same("import", " ".join(some), (), hand.visit.desk.day.talks)

    visited(record, folder, texts, "import", begin, each, talks=())


def _preference(kind: SettingKind, record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Typed on its row of the settings: taken when it can be, else told why not."""

    async def begin(hand: Hand) -> None:
        await hand.visit.to_day()
        hand.visit.app.run_worker(hand.visit.app.navigator.show_settings(kind))
        await hand.until(lambda: hand.visit.screen == "settings")

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            hand.line.clear()
            hand.paste(text)
            hand.press("enter")
            await hand.settle()
            hand.look(kind.value, [text])

    visited(record, folder, texts, kind.value, begin, each)


def _palette(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Looked for, letter for letter; never done."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            hand.press("ctrl+p")
            await hand.until(lambda: hand.visit.screen == "palette")
            hand.paste(text)
            await hand.settle()
            hand.look("palette", [text])
            hand.press("escape")
            await hand.until(lambda: hand.visit.screen == "talk")
        record.same("palette", " ".join(some), [], [step.line for step in hand.visit.desk.day.steps])

    async def begin(hand: Hand) -> None:
        await hand.visit.to_board()

    visited(record, folder, texts, "palette", begin, each)


def _passphrase(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Asked for, with advice; the second time something else, so that nothing is sealed."""

    async def begin(hand: Hand) -> None:
        await hand.visit.to_day()
        await hand.visit.app.navigator.ask_passphrase(Wish.SEAL)
        await hand.until(lambda: "passphrase" in hand.visit.screen)

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            before, bare = hand.visit.flat, one_line(text)
            hand.paste(text)
            await hand.settle()
            hand.look("passphrase", [text])
            if len(bare) > 3 and hand.visit.flat.count(bare) > before.count(bare):
                record.add(Harm.EXECUTED, "passphrase in sight", text)
            hand.press("enter")
            hand.paste(f"{text}x" if one_line(text) else "")
            hand.press("enter")
            await hand.settle()
            hand.look("passphrase", [text])
            hand.line.clear()
        record.same("sealed", "", False, is_sealed(hand.visit.desk.repository))

    visited(record, folder, texts, "passphrase", begin, each)
