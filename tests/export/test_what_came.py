from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import uuid4

import pytest

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.overview.tasks import TaskKind, tasks_of
from store.domain.people import Voice
from store.domain.plan import ContactMoment
from store.domain.school_year import Reception
from store.domain.talk import Talk, TalkState
from store.domain.year.sequel import Became, Followed, Sequel
from store.domain.year.standing import held_in, with_what_was_held
from store.export.letter import letter_lines
from store.export.paper.family_sheet import family_sheets
from store.export.pupil_text import pupil_text
from store.export.telling import COVERED, IN_FULL, SIMPLY, Telling
from store.files.repository import Repository
from store.language import FAMILY_LANGUAGES, Translator
from tests.export.paper.readers import pdf_of, read_pdf, read_word
from tests.letters.plans import DAY, NOW, SCHOOL, Plan
from tests.planline.year import YEAR
from tui.commands.line import run
from tui.words.closing import beside_words

NL = Translator("nl")
FEBRUARY = date(2027, 2, 4)


def august() -> Talk:
    lines = (
        "juf belt 13 november: slaapt ze beter",
        "huisbezoek, datum volgt nog: thuis leren kennen",
        "ouders mailen elke vrijdag",
        "juf belt 10 mei: overgang",
    )
    made = Plan("", "Liv|Bosman", ("Mark Bosman",), lines, ("juf zoekt een boekje voor 8 september",)).talk()
    moments = tuple(replace(each, id=f"m{at}") for at, each in enumerate(made.plan.moments))
    return replace(made, plan=replace(made.plan, moments=moments), state=TalkState.FINISHED)


def came(
    of: str,
    became: Became,
    day: date,
    due: date | None = None,
    text: str = "",
    was: ContactMoment | None = None,
) -> Sequel:
    noted = datetime.combine(day, time(15), UTC)
    to = of if became is Became.MOVED else ""
    return Sequel(
        id=f"{of}{day}", of=of, became=became, day=day, noted=noted, due=due, text=text, moment=was, to=to
    )


def in_july() -> Talk:
    """The call moved once and done, one mail left out, the other call and the agreement dropped."""
    talk = august()
    call = talk.plan.moments[0]
    assert call.when is not None
    later = replace(call, when=replace(call.when, date=date(2026, 11, 17)), text="di 17 november")
    for each in (
        came("m0", Became.MOVED, date(2026, 11, 10), date(2026, 11, 13), "di 17 november", call),
        came("m0", Became.DONE, date(2026, 11, 17), date(2026, 11, 17), "het gaat beter"),
        came("m2", Became.DROPPED, date(2026, 12, 10), date(2026, 12, 11), "studiedag"),
        came("m3", Became.DROPPED, date(2027, 5, 3), date(2027, 5, 10), "het gaat goed zo"),
        came("a0", Became.DROPPED, date(2026, 9, 7), date(2026, 9, 7), "hoeft niet meer"),
    ):
        talk = talk.note_sequel(each)
    return talk.change_moment(later)


def february() -> Talk:
    """The home visit, held as a talk of its own."""
    follows = Followed(day=DAY, talk="t", moment="m1")
    start = datetime.combine(FEBRUARY, time(15, 30))
    talk = replace(august(), id="held", follows=follows, plan=replace(august().plan, moments=()))
    return talk.move(start)


def test_the_record_tells_under_each_moment_what_came_of_it_and_what_was_dropped_by_itself() -> None:
    told = pupil_text(with_what_was_held(in_july(), held_in([february()])), SCHOOL, NL).splitlines()
    assert told[told.index("Zo houden we contact") :] == [
        "Zo houden we contact",
        "· Op dinsdag 17 november belt juf Els met Mark Bosman: slaapt ze beter.",
        "  · Verzet op di 10 nov 2026 (was vr 13 nov 2026): di 17 november",
        "  · Gedaan op di 17 nov 2026: het gaat beter",
        "· We zeiden: “volgt nog”. De dag kiezen we later. "
        "Dan komt juf Els op bezoek bij Mark Bosman thuis: thuis leren kennen.",
        "  · Gedaan op do 4 feb 2027",
        "· Elke vrijdag vanaf vrijdag 28 augustus mailen we (Mark Bosman en juf Els).",
        "  · Die van vr 11 dec 2026: vervallen op do 10 dec 2026: studiedag",
        "",
        "Wat niet doorgaat",
        "· Op maandag 10 mei 2027 belt juf Els met Mark Bosman: overgang.",
        "  · Vervallen op ma 3 mei 2027: het gaat goed zo",
        "· juf zoekt een boekje voor 8 september",
        "  · Dat doet juf Els, uiterlijk maandag 7 september.",
        "  · Vervallen op ma 7 sep 2026: hoeft niet meer",
        "",
        "Informatiemoment: niet nodig",
    ]


def test_of_what_has_no_day_of_its_own_the_month_is_told_that_it_was_left_out() -> None:
    talk = Plan("", "Liv|Bosman", ("Mark Bosman",), ("ouders mailen elke maand",)).talk()
    left_out = came(talk.plan.moments[0].id, Became.DROPPED, date(2026, 12, 1), date(2026, 12, 1), "druk")
    talk = replace(talk, state=TalkState.FINISHED).note_sequel(left_out)
    assert "  · Maar niet: in december." in letter_lines(talk, SCHOOL, NL)
    assert "  · Vervallen op di 1 dec 2026: druk" in pupil_text(talk, SCHOOL, NL).splitlines()
    beside = family_sheets(talk, SCHOOL, NL, NOW, "en")[0].sections[0].rows[0].beside
    assert beside is not None
    assert beside.under[-1] == "But not: December 2026."


@pytest.mark.parametrize("telling", [IN_FULL, SIMPLY, COVERED])
def test_nothing_that_was_dropped_is_in_what_a_family_gets(telling: Telling) -> None:
    told = "\n".join(letter_lines(in_july(), SCHOOL, NL, telling))
    assert "slaapt ze beter" in told
    assert "overgang" not in told
    assert "boekje" not in told
    # where days are covered, this one is too
    assert ("Maar niet: vrijdag 11 december." in told) is (telling is not COVERED)
    assert ("Gedaan op dinsdag 17 november." in told) is (telling is not COVERED)
    assert ("Verzet; eerst was het op vrijdag 13 november." in told) is (telling is not COVERED)


def test_a_sheet_has_no_more_than_the_letter_in_both_of_its_languages() -> None:
    (sheet,) = family_sheets(with_what_was_held(in_july(), held_in([february()])), SCHOOL, NL, NOW, "de")
    rows = [row for section in sheet.sections for row in section.rows]
    assert [row.told.key for row in rows if row.told.key] == ["m0", "m2"]
    assert [row.beside.under[-1] for row in rows if row.beside and row.told.key == "m2"] == [
        "Außer: Freitag, 11. Dezember 2026."
    ]
    assert [row.beside.under[-1] for row in rows if row.beside and row.told.key == "m0"] == [
        "Erledigt: Dienstag, 17. November 2026."
    ]


def test_a_plan_of_which_nothing_is_left_says_so() -> None:
    talk = august()
    for each in talk.plan.moments:
        talk = talk.note_sequel(came(each.id, Became.DROPPED, DAY, None))
    only_once = replace(talk, plan=replace(talk.plan, moments=(talk.plan.moments[0], talk.plan.moments[3])))
    assert "Er staat nu niets meer gepland." in letter_lines(only_once, SCHOOL, NL)


def test_what_goes_along_with_a_moment_that_was_dropped_waits_by_itself() -> None:
    point = AgendaPoint(id="p", voice=Voice.PUPIL, text="naast Lotte zitten", later="m3")
    told = letter_lines(in_july().raise_point(point), SCHOOL, NL)
    assert told[told.index("Dit bewaren we voor later") + 1] == "· naast Lotte zitten"


def test_beside_a_new_plan_stands_first_what_is_still_to_come_of_the_one_before() -> None:
    pieces = beside_words((in_july(),), SCHOOL, NL)
    told = "".join(each if isinstance(each, str) else each[0] for each in pieces)
    visit, mails, call, moved, done = (
        told.index(each) for each in ("huisbezoek", "mailen", "bellen", "Verzet op", "Gedaan op")
    )
    assert visit < mails < call < moved < done
    assert "overgang" not in told


def new_plan() -> Talk:
    """The home visit with a plan of its own."""
    call = replace(august().plan.moments[3], id="n0", purpose="logeerpartij")
    held = february()
    return replace(held, plan=replace(held.plan, moments=(call,)))


@pytest.mark.parametrize("telling", [IN_FULL, SIMPLY])
def test_the_letter_of_what_was_held_tells_what_still_holds_of_the_plan_before(telling: Telling) -> None:
    told = "\n".join(letter_lines(new_plan(), SCHOOL, NL, telling, so_far=(in_july(),)))
    own, _, before = told.partition("Van wat we op dinsdag 25 augustus 2026 afspraken geldt nog:")
    assert "logeerpartij" in own
    assert "lke vrijdag vanaf vrijdag 28 augustus" in before
    # held, been, dropped
    for gone in ("leren kennen", "slaapt ze beter", "overgang"):
        assert gone not in told
    # until she knows of it, the call in May is to come
    assert "overgang" in "\n".join(letter_lines(new_plan(), SCHOOL, NL, telling, so_far=(august(),)))


@pytest.mark.parametrize("telling", [IN_FULL, SIMPLY])
def test_the_letter_of_what_was_held_tells_which_agreements_and_which_goal_still_hold(
    telling: Telling,
) -> None:
    lines = ("moeder leest elke avond voor", "juf let op de pauzes", "juf belt oma voor 8 september")
    made = (
        Plan("", "Liv|Bosman", ("Mark Bosman",), ("juf belt 10 mei",), lines).talk().set_goal("durven vragen")
    )
    before = replace(made, state=TalkState.FINISHED)
    dropped = before.note_sequel(came(before.agreements[1].id, Became.DROPPED, date(2026, 12, 1)))
    told = letter_lines(new_plan(), SCHOOL, NL, telling, so_far=(before,))
    agreed = told[told.index("Afgesproken") :]
    still = "Van wat we op dinsdag 25 augustus 2026 afspraken geldt nog:"
    assert [each for each in agreed if each.startswith("· ")][:3] == [
        "· juf zoekt een boekje voor 8 september",
        "· moeder leest elke avond voor",
        "· juf let op de pauzes",
    ]
    assert still in agreed
    assert told[told.index("Dit willen we samen bereiken") + 1 :][:2] == (still, "· durven vragen")
    told = letter_lines(new_plan().set_goal("vaker spelen"), SCHOOL, NL, telling, so_far=(dropped,))
    assert "· vaker spelen" in told
    assert not {"· durven vragen", "· juf let op de pauzes"} & set(told)


def test_what_was_kept_for_the_moment_that_is_held_goes_along_with_no_other() -> None:
    before = august()
    for moment, text in (("m1", "mijn konijn"), ("m3", "de sleutel")):
        before = before.raise_point(AgendaPoint(id=text, voice=Voice.PUPIL, text=text, later=moment))
    told = letter_lines(new_plan(), SCHOOL, NL, so_far=(before,))
    assert "  · Dan hebben we het ook over: de sleutel" in told
    assert "mijn konijn" not in "".join(told)


def test_what_is_held_on_the_day_it_was_moved_to_came_after_that() -> None:
    (visit,) = (each for each in august().plan.moments if each.id == "m1")
    moved = august().note_sequel(came("m1", Became.MOVED, FEBRUARY, None, "vandaag", visit))
    told = pupil_text(with_what_was_held(moved, held_in([february()])), SCHOOL, NL)
    assert "Verzet op" in told.partition("  · Gedaan op do 4 feb 2027")[0]


def test_what_was_moved_is_still_known_as_it_was_agreed_on() -> None:
    talk = in_july()
    assert [getattr(talk.record("m0"), "text", ""), getattr(talk.as_agreed("m0"), "text", "")] == [
        "di 17 november",
        "juf belt 13 november: slaapt ze beter",
    ]
    assert talk.as_agreed("m1") == talk.record("m1")


def test_of_several_days_what_has_been_is_no_more_told_beside_a_new_plan() -> None:
    several = Plan("", "Liv|Bosman", ("Mark Bosman",), ("juf belt 12 november, 3 maart en 9 juni",)).talk()
    told = "\n".join(
        letter_lines(new_plan(), SCHOOL, NL, so_far=(replace(several, state=TalkState.FINISHED),))
    )
    assert all(day in told for day in ("3 maart", "9 juni"))
    assert "november" not in told


def test_without_anything_left_of_the_plan_before_nothing_is_planned() -> None:
    only_visit = replace(august(), plan=replace(august().plan, moments=august().plan.moments[1:2]))
    told = letter_lines(february(), SCHOOL, NL, so_far=(only_visit,))
    assert told[told.index("Zo houden we contact") + 1] == "Er staat nu niets meer gepland."


@pytest.mark.share(of=3)
@pytest.mark.parametrize("language", FAMILY_LANGUAGES)
def test_the_sheet_has_all_that_holds_on_one_page_in_each_language(language: str) -> None:
    (sheet,) = family_sheets(new_plan(), SCHOOL, NL, NOW, language, so_far=(august(),))
    contact = sheet.sections[0]
    assert [(row.told.key, len(row.squares)) for row in contact.rows] == [
        ("n0", 1), ("", 0), ("m2", 1), ("m3", 1),
    ]  # fmt: skip
    assert all(row.beside and row.beside != row.told for row in contact.rows)
    assert read_pdf(pdf_of(sheet)).pages == 1


def test_a_letter_does_not_invite_to_a_reception_that_has_been() -> None:
    year = replace(YEAR, receptions=(Reception(day=date(2026, 9, 16), time="16:00"),))
    school = replace(SCHOOL, year=year)
    assert "Nieuwjaarsreceptie" in letter_lines(august(), school, NL)
    assert "Nieuwjaarsreceptie" not in letter_lines(february(), school, NL)


def test_what_was_dropped_is_no_follow_up_neither_open_nor_done() -> None:
    assert [each.kind for each in tasks_of([august()])] == [TaskKind.SET_DATE, TaskKind.OWN]
    assert [each.kind for each in tasks_of([in_july()])] == [TaskKind.SET_DATE]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The talk of August, and the home visit that was held in February."""
    with Repository(tmp_path / "data", new_id=lambda: str(uuid4())) as repository:
        talk = in_july()
        repository.save_school(DAY, replace(SCHOOL, pupils=(talk.pupil,), revision=1))
        repository.save(SchoolDay(date=DAY, talks=(talk,), revision=1))
        repository.save(SchoolDay(date=FEBRUARY, talks=(february(),), revision=1))
    return tmp_path / "data"


def test_the_papers_of_february_are_made_with_what_still_holds_of_august(
    folder: Path, tmp_path: Path
) -> None:
    to = str(tmp_path / "out")
    words = (
        "export",
        "--day",
        str(FEBRUARY),
        "--to",
        to,
        "--format",
        "letters,handouts,ics",
        "--data",
        str(folder),
    )
    assert run(words, lambda: datetime(2027, 2, 4, 19, tzinfo=UTC)) == 0
    files = sorted((tmp_path / "out").iterdir())
    texts = {each.name: read_word(each.read_bytes()) for each in files if each.suffix == ".docx"}
    assert len(texts) == 2
    assert all("afspraken geldt nog" in text and "vrijdag 28 augustus" in text for text in texts.values())
    # they stand in the calendar of August, which knows what becomes of them
    assert not any(b"VEVENT" in each.read_bytes() for each in files if each.suffix == ".ics")


@pytest.mark.parametrize(
    "command",
    [
        ("summary", "--day", str(DAY)),
        ("export", "--day", str(DAY), "--to", "{to}"),
        ("about", "Liv", "--to", "{to}"),
    ],
)
def test_the_talk_of_august_tells_of_the_visit_that_was_held_in_february(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    to = tmp_path / "out"
    words = (each.format(to=to) for each in command)
    assert run((*words, "--data", str(folder)), lambda: datetime(2027, 7, 1, 9, tzinfo=UTC)) == 0
    told = capsys.readouterr().out + "".join(each.read_text() for each in to.glob("*"))
    assert "Gedaan op do 4 feb 2027" in told
    assert "Vervallen op ma 3 mei 2027: het gaat goed zo" in told
    assert "datum prikken" not in told
