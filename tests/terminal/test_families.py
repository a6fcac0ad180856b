"""The five families on the closing screen, as a teacher types their plans; keys are counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.people import Carer, Presence
from store.domain.plan import Channel, CommunicationPlan, ContactMoment
from store.domain.talk import Talk, TalkState
from store.files.repository import Repository
from store.language import Translator
from tests.planline.year import YEAR
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.families import FAMILIES, ON_DEMAND, Family, period
from tests.terminal.screen import ENTER, F6, F9, TAB, Terminal
from tui.desk.fresh_press import WAIT

DAY = date(2026, 8, 25)
pytestmark = pytest.mark.terminal


@dataclass
class Keyboard:
    """Counts every key that goes to the window."""

    window: Terminal
    keys: int = 0

    def press(self, *keys: str) -> None:
        """Keys beside the text."""
        self.keys += len(keys)
        self.window.send(*keys)

    def text(self, text: str) -> None:
        """A text, seen on the line before the next key."""
        self.keys += len(text)
        self.window.send(text)
        self.window.shows(text[-12:])

    def enter(self) -> None:
        """Enter; the line has landed when it is empty again."""
        self.press(ENTER)
        self.window.matches(r"› *$")


@pytest.fixture
def at_the_table(tmp_path: Path, opened: Callable[..., Terminal]) -> Callable[..., Afternoon]:
    """Opens the app with one family, the school's calendar and juf Els, and begins the talk."""

    def begin(name: str, *, before: Callable[[Talk], SchoolDay] | None = None) -> Afternoon:
        with Repository(tmp_path / "data", new_id=lambda: "unused") as repository:
            school = replace(repository.school(DAY), year=YEAR, teacher="juf Els")
            repository.save_school(DAY, replace(school, revision=school.revision + 1))
            day = repository.day(DAY)
            talk = next(each for each in day.talks if each.pupil.full_name == name)
            talk = replace(talk, teacher="juf Els")
            repository.save(replace(day, talks=(talk,), revision=day.revision + 1))
            if before is not None:
                repository.save(before(talk))
        teacher = Afternoon(opened(), Translator("nl"), Privacy(()))
        teacher.next_family(name)
        teacher.begin()
        return teacher

    return begin


def stored(folder: Path) -> Talk:
    return Repository.reading(folder / "data").day(DAY).talks[0]


def meaning(each: ContactMoment) -> ContactMoment:
    """The moment without its id and without the words it was typed in."""
    return replace(each, id="", text="", when_text="", who=())


@pytest.mark.share(of=2)
@pytest.mark.parametrize("family", FAMILIES, ids=[family.name.split()[0] for family in FAMILIES])
def test_a_family_of_the_field_notes_gets_its_plan_in_a_few_keys(
    family: Family, at_the_table: Callable[..., Afternoon], tmp_path: Path
) -> None:
    teacher = at_the_table(family.name)
    with teacher.window as window:
        keyboard = Keyboard(window)
        keyboard.press(F9)
        teacher.at_the_closing()
        for line, live, asked in zip(family.lines, family.live, family.asked, strict=False):
            keyboard.text(line)
            window.shows(live)
            keyboard.enter()
            if asked:
                window.matches(rf"^ *{re.escape(teacher.t(asked))} › *$")
                window.rest(WAIT.total_seconds())
                keyboard.press(ENTER)
            window.matches(r"^ *contact › *$")
        keyboard.press(F9)
        window.shows(f"{teacher.t('information moment')} ›")
        keyboard.text("-")
        keyboard.press(F9)
        teacher.read_back(*family.lines)
        keyboard.press(F9)
        teacher.behind_the_curtain()
        assert teacher.stop() == 0
    talk = stored(tmp_path)
    assert talk.state is TalkState.FINISHED
    assert [meaning(each) for each in talk.plan.moments] == list(family.plan)
    assert talk.made_with is not None
    assert talk.made_with.pupil
    beyond = keyboard.keys - sum(len(line) for line in family.lines)
    print(f"{family.name:24} {beyond} keys beyond the text, {keyboard.keys} in all")
    assert beyond == family.beyond_text
    assert max(len(line) for line in family.lines) < 30


def test_an_agreement_that_reads_as_a_contact_moment_is_offered_as_one_and_tab_takes_it(
    at_the_table: Callable[..., Afternoon], tmp_path: Path
) -> None:
    teacher = at_the_table("Hamit Yıldız")
    with teacher.window as window:
        window.send("! bellen")
        window.matches(r"^ *afspraak › *! bellen")
        window.send(" do 12 nov 15:30")
        window.matches(r"^ *contactmoment\? › *! bellen do 12 nov 15:30")
        assert not stored(tmp_path).plan.moments
        window.send(TAB)
        window.matches(r"› *$")
        assert teacher.stop() == 0
    (kept,) = stored(tmp_path).plan.moments
    assert kept.when is not None
    assert kept.when.datetime == datetime(2026, 11, 12, 15, 30)
    assert not stored(tmp_path).agreements


def last_year(talk: Talk, *lines: str) -> SchoolDay:
    """A day a year ago on which the same family made a plan of these lines."""
    day = DAY - timedelta(days=364)
    moments = tuple(
        ContactMoment(id=f"old-{n}", text=line, channel=Channel.PHONE, when=ON_DEMAND)
        for n, line in enumerate(lines)
    )
    earlier = replace(
        talk,
        id="old",
        slot=replace(talk.slot, start=datetime.combine(day, talk.slot.start.time())),
        plan=CommunicationPlan(moments=moments),
        state=TalkState.FINISHED,
        made_with=Presence(),
        revision=1,
    )
    return SchoolDay(date=day, talks=(earlier,), revision=1)


def test_one_key_puts_the_lines_of_last_year_on_the_line(
    at_the_table: Callable[..., Afternoon], tmp_path: Path
) -> None:
    lines = ("bellen in november: hoe slaapt hij", "mail zo nodig")
    teacher = at_the_table("Hamit Yıldız", before=lambda talk: last_year(talk, *lines))
    with teacher.window as window:
        window.send(F9)
        teacher.at_the_closing()
        window.send(F6)
        window.matches(r"› *bellen in november: hoe slaapt hij *$")
        window.shows("november 2026 · bellen")
        window.send(ENTER)
        window.matches(r"› *$")
        window.send(F6)
        window.matches(r"› *mail zo nodig *$")
        window.send(ENTER)
        window.matches(r"› *$")
        assert teacher.stop() == 0
    assert [each.text for each in stored(tmp_path).plan.moments] == list(lines)
    assert stored(tmp_path).plan.moments[0].when == period(date(2026, 11, 1), date(2026, 11, 30))


def test_the_lines_of_last_year_never_reach_another_audience(
    at_the_table: Callable[..., Afternoon],
) -> None:
    def with_another(talk: Talk) -> SchoolDay:
        stranger = replace(talk.pupil, carers=(Carer(id="other", name="Somebody Else"),))
        return last_year(replace(talk, pupil=stranger), "bellen in november: geheim")

    teacher = at_the_table("Hamit Yıldız", before=with_another)
    with teacher.window as window:
        window.send(F9)
        teacher.at_the_closing()
        window.send(F6)
        window.shows(teacher.t("There is no plan of last year for this family."))
        assert "geheim" not in window.text
        assert teacher.stop() == 0
