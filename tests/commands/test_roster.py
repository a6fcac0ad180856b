from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from store.domain.day import SchoolDay
from store.files.repository import Repository
from store.language import Translator
from store.roster.problems import Doubt, DoubtCode, ProblemCode, Refusal, RosterProblem, UnusableError
from tests.roster.build import CASE, TODAY, taken_in
from tui.commands import roster
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.words.roster.reading import doubt_words, problem_words, refusal_words

NOW = datetime(2026, 8, 25, 10, 55, tzinfo=UTC)
ENGLISH = Translator("en")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def command(folder: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    shared = argparse.ArgumentParser(add_help=False)
    roster.add(parser.add_subparsers(), shared, ENGLISH)
    context = Context(folder=folder, now=lambda: NOW, t=ENGLISH)
    return roster.run(parser.parse_args(["roster", *arguments]), context)


def refusal(folder: Path, *arguments: str) -> UserError:
    with pytest.raises(UserError) as refused:
        command(folder, *arguments)
    return refused.value


def stored(folder: Path) -> dict[date, SchoolDay]:
    repository = Repository.reading(folder)
    return {day: repository.day(day) for day in repository.dates()}


@pytest.fixture
def new_id() -> Callable[[], str]:
    numbers: Iterator[int] = count(1)
    return lambda: f"id{next(numbers)}"


def test_check_tells_what_is_in_the_file_and_leaves_no_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    assert command(folder, str(CASE), "--check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:6] == [
        "28 pupils, 28 talks on 3 days",
        "  Tue 25 Aug 2026: 9 talks",
        "  Thu 27 Aug 2026: 9 talks",
        "  Tue 1 Sep 2026: 10 talks",
        "1 pupil without a talk: Eefje IJzerman (nog geen afspraak)",
        "1 pupil with more than one talk: Yousef al-Khatib (2)",
    ]
    assert (lines[0], lines[-1]) == ("28 pupils, 28 talks on 3 days", "Nothing was stored.")
    assert "  Ouder/verzorger 1 → parent 1" in lines
    assert any(line.startswith("  Tue 25 Aug 2026 13:00-13:20   Liv Bosman   Mark Bosman") for line in lines)
    assert any("Are these names right? " in line and "Søren Jørgensen" in line for line in lines)
    assert any(line.startswith("New talks, Tue 25 Aug 2026: 13:00 Liv Bosman") for line in lines)
    assert not folder.exists()


def test_a_day_that_is_over_and_a_public_holiday_are_asked_and_namesakes_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "days.csv"
    rows = ["18-08-2026;13:00;1;Sem Vos", "27-08-2026;13:00;2;Sem Vos", "25-12-2026;13:00;3;Aya Kok"]
    file.write_text("\n".join(["Datum;Tijd;Leerlingnummer;Leerling", *rows]))
    said = str(refusal(tmp_path / "data", str(file)))
    assert "Tue 18 Aug 2026 is over, and other talks are still to come; is that right? (talks: 1)" in said
    assert "Fri 25 Dec 2026 is a free day (Eerste kerstdag); is that right? (talks: 1)" in said
    assert said.count("is that right") == 2
    assert command(tmp_path / "data", str(file), "--yes") == 0
    assert "New in the class list: Sem Vos (2), Aya Kok" in capsys.readouterr().out


def test_the_json_is_the_promised_shape_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path / "data", str(CASE), "--check", "--json") == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert list(printed)[:7] == ["pupils", "slots", "encoding", "delimiter", "columns", "problems", "doubts"]
    assert [each["name"] for each in printed["changes"]["pupils"]][:1] == ["Liv Bosman"]
    assert printed["changes"]["talks"][0]["was"] is None
    assert (printed["stored"], printed["questions"]) == (False, [])
    assert printed["pupils"][7] == {
        "number": None,
        "first_name": "Yousef",
        "infix": "al-",
        "last_name": "Khatib",
        "group": "3",
        "birth_date": None,
        "carers": [
            {"name": "Rania al-Khatib", "email": "rania.al-khatib@example.org", "phone": "06-00001014"},
            {"name": "Samir al-Khatib", "email": "samir.al-khatib@example.org", "phone": "06-00001014"},
        ],
        "home_language": "Arabisch",
        "interpreter": True,
    }
    assert printed["slots"][-1] == {
        "start": "2026-09-01T18:30",
        "minutes": 20,
        "pupil": 7,
        "carers": [1],
        "remark": "tweede gesprek voor Yousef (vader)",
        "siblings": [],
        "teacher": printed["slots"][-1]["teacher"],
        "place": "",
        "interpreter": "",
        "points_of_parents": [],
        "points_of_pupil": [],
    }
    assert (printed["encoding"], printed["delimiter"], printed["problems"]) == ("utf-8-sig", ";", [])
    assert printed["columns"]["Ouder/verzorger 2"] == "carer_2_name"


def test_problems_are_told_by_row_and_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "klas.csv"
    path.write_text("Datum;Tijd;Roepnaam;Kleur\nmorgen;13:00;Liv;rood\n;;;\n;;;groen\n", "utf-8")
    assert command(tmp_path / "data", str(path), "--check", "--json") == 0
    assert json.loads(capsys.readouterr().out)["problems"] == [
        {"row": 2, "column": "Datum", "message": "'morgen' is no date; no talk is planned"},
        {"row": 4, "column": "", "message": "no name of a pupil; this row is left out (groen)"},
    ]
    assert command(tmp_path / "data", str(path), "--check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  row 2, column Datum: 'morgen' is no date; no talk is planned" in lines
    assert "Columns left out: Kleur (rood)" in lines


def test_a_long_row_of_problems_is_cut_short_for_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "klas.csv"
    path.write_text("Datum;Tijd;Roepnaam\n" + "".join(f"x;13:00;Kind{n}\n" for n in range(100)), "utf-8")
    assert command(tmp_path / "data", str(path), "--check") == 0
    out = capsys.readouterr().out
    assert (out.count("no date"), "  and 40 more" in out) == (60, True)
    assert "100 pupils without a talk: Kind0, Kind1" in out


def test_an_import_is_stored_and_again_changes_not_one_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path / "data", str(CASE)) == 0
    assert "Talks: 28 new." in capsys.readouterr().out
    assert [len(day.talks) for day in stored(tmp_path / "data").values()] == [9, 9, 10]
    before = {path: path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()}
    assert command(tmp_path / "data", str(CASE)) == 0
    assert capsys.readouterr().out.endswith("Nothing has changed: all of this was there already.\n")
    assert {path: path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()} == before


def test_a_talk_moved_to_another_day_is_stored_as_one_move(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(tmp_path / "data", str(CASE))
    before = stored(tmp_path / "data")[date(2026, 8, 25)].in_order[0]
    path = tmp_path / "anders.csv"
    path.write_bytes(CASE.read_bytes().replace(b"25-08-2026;13:00", b"28-08-2026;09:00"))
    command(tmp_path / "data", str(path))
    assert "Talks: 1 updated, 27 unchanged." in capsys.readouterr().out
    after = stored(tmp_path / "data")
    assert [talk.id for talk in after[date(2026, 8, 28)].talks] == [before.id]
    assert [len(day.talks) for day in after.values()] == [8, 9, 1, 10]


def test_an_import_that_was_killed_halfway_is_finished_by_the_next(
    tmp_path: Path, new_id: Callable[[], str]
) -> None:
    class KilledError(Exception):
        pass

    class Dying(Repository):
        writes = 0

        def save(self, day: SchoolDay) -> None:
            if self.writes == 1:
                raise KilledError
            self.writes += 1
            super().save(day)

    with Repository(tmp_path, new_id=new_id) as repository:
        taken_in(CASE, repository, new_id, today=TODAY)
    ids = {talk.id for day in stored(tmp_path).values() for talk in day.talks}
    path = tmp_path / "anders.csv"
    tuesday, thursday = b"25-08-2026;13:00", b"27-08-2026;13:00"
    swapped = CASE.read_bytes().replace(tuesday, b"?").replace(thursday, tuesday).replace(b"?", thursday)
    path.write_bytes(swapped)
    with Dying(tmp_path, new_id=new_id) as repository, pytest.raises(KilledError):
        taken_in(path, repository, new_id, today=TODAY)
    assert {talk.id for day in stored(tmp_path).values() for talk in day.talks} == ids
    with Repository(tmp_path, new_id=new_id) as repository:
        taken_in(path, repository, new_id, today=TODAY)
    talks = [talk for day in stored(tmp_path).values() for talk in day.talks]
    assert (len(talks), {talk.id for talk in talks}) == (28, ids)
    names = {day: found.in_order[0].pupil.first_name for day, found in stored(tmp_path).items()}
    assert (names[date(2026, 8, 25)], names[date(2026, 8, 27)]) == ("Noa", "Liv")


def test_talks_of_two_school_years_are_kept_in_their_own_year(
    tmp_path: Path, new_id: Callable[[], str]
) -> None:
    path = tmp_path / "klas.csv"
    path.write_text("Datum;Tijd;Roepnaam\n06-07-2026;13:00;Liv\n25-08-2026;13:00;Noa\n", "utf-8")
    for changed in (True, False):
        with Repository(tmp_path / "data", new_id=new_id) as repository:
            imported = taken_in(path, repository, new_id, today=TODAY)
            assert imported.changed is changed
            assert [len(repository.day(day).talks) for day in repository.dates()] == [1, 1]
    assert len(imported.years) == 2
    assert imported.talks.unchanged == 2


def test_while_the_app_is_open_an_import_is_refused_and_a_check_is_not(
    tmp_path: Path, new_id: Callable[[], str]
) -> None:
    with Repository(tmp_path, new_id=new_id):
        error = refusal(tmp_path, str(CASE))
        assert command(tmp_path, str(CASE), "--check") == 0
    assert (error.exit_code, "already open" in error.sentence) == (FAILED, True)
    assert stored(tmp_path) == {}


def test_a_damaged_day_refuses_the_import_and_nothing_is_written(tmp_path: Path) -> None:
    command(tmp_path, str(CASE))
    damaged = next(tmp_path.rglob("2026-08-27"))
    damaged.write_bytes(b"")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    error = refusal(tmp_path, str(CASE))
    assert (error.exit_code, str(damaged) in error.sentence) == (FAILED, True)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("answer", "pupils"), [("y", 1), ("j", 1), ("n", 2), ("", 2)])
def test_in_a_terminal_it_asks_whether_two_are_the_same(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str,
    pupils: int,
) -> None:
    path = tmp_path / "klas.csv"
    for name in ("Sofie", "Sophie"):
        path.write_text(f"Datum;Tijd;Roepnaam;Achternaam\n25-08-2026;13:00;{name};Bosman\n", "utf-8")
        monkeypatch.setattr("sys.stdin", Terminal(f"{answer}\ny\n" if name == "Sophie" else "y\n"))
        command(tmp_path / "data", str(path))
    printed = capsys.readouterr()
    assert "Sophie Bosman looks like Sofie Bosman" in printed.err
    assert ("They are now two." in printed.out) == (pupils == 2)
    assert len(Repository.reading(tmp_path / "data").school(TODAY).pupils) == pupils


def test_at_a_terminal_it_is_looked_at_first_and_no_stores_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    assert command(tmp_path / "data", str(CASE)) == 0
    printed = capsys.readouterr()
    assert "13:00 Liv Bosman" in printed.err
    assert printed.err.endswith("Store this? [y/n] ")
    assert printed.out == "Nothing was stored.\n"
    assert stored(tmp_path / "data") == {}
    command(tmp_path / "data", str(CASE), "--yes")
    capsys.readouterr()
    assert command(tmp_path / "data", str(CASE)) == 0
    assert capsys.readouterr().out.startswith("There was nothing to ask: this file would change nothing.")


def test_at_a_terminal_a_letter_reads_a_file_otherwise_and_the_next_of_its_kind_is_read_like_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rooster.csv"
    path.write_text(
        "Startgesprekken;;;\nWie;Wanneer;Hoe laat;Met\nZoë Mos;25-08-2026;3:00;Eva Mos\n", encoding="cp1252"
    )
    typed = "k 4 pare parent - k 4 parent|1 o y l u k 9 kkk 3 ? - u ? r 3 r x k 1 - y"
    monkeypatch.setattr("sys.stdin", Terminal(typed.replace(" ", "\n").replace("|", " ") + "\n"))
    assert command(tmp_path / "data", str(path)) == 0
    asked = capsys.readouterr().err
    assert "That may be parent 1 · parent's phone 1" in asked
    assert "there is no pupil in it; it stays as it was" in asked
    (talk,) = stored(tmp_path / "data")[TODAY].talks
    assert (talk.pupil.full_name, [each.name for each in talk.pupil.carers]) == ("Zoë Mos", ["Eva Mos"])
    assert talk.slot.start.hour == 3
    path.write_text(path.read_text("cp1252").replace("Zoë Mos;25", "Aya Kok;26"), encoding="cp1252")
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    command(tmp_path / "data", str(path))
    assert "as you put it right then" in capsys.readouterr().err


def test_check_names_what_would_change_against_what_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(tmp_path / "data", str(CASE))
    path = tmp_path / "anders.csv"
    text = CASE.read_text("utf-8-sig").replace("25-08-2026;13:00", "28-08-2026;09:00", 1)
    path.write_text("\n".join(text.splitlines()[:-2]), "utf-8")
    before = {each: each.read_bytes() for each in (tmp_path / "data").rglob("*") if each.is_file()}
    capsys.readouterr()
    assert command(tmp_path / "data", str(path), "--check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Moved: Liv Bosman, Tue 25 Aug 13:00 → Fri 28 Aug 09:00" in lines
    assert any(line.startswith("Not in this file, but still planned: Yousef al-Khatib") for line in lines)
    assert {each: each.read_bytes() for each in (tmp_path / "data").rglob("*") if each.is_file()} == before


def test_who_is_who_is_not_decided_where_nobody_can_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "klas.csv"
    for name in ("Sofie", "Sophie"):
        path.write_text(f"Datum;Tijd;Roepnaam;Achternaam\n25-08-2026;13:00;{name};Bosman\n", "utf-8")
        if name == "Sofie":
            command(tmp_path / "data", str(path))
    error = refusal(tmp_path / "data", str(path))
    assert (error.exit_code, "Sophie Bosman looks like Sofie Bosman" in error.sentence) == (BAD_INPUT, True)
    assert len(Repository.reading(tmp_path / "data").school(TODAY).pupils) == 1
    assert command(tmp_path / "data", str(path), "--yes") == 0
    assert len(Repository.reading(tmp_path / "data").school(TODAY).pupils) == 2


def test_of_a_name_without_its_ending_the_file_is_named_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "Klas.csv").write_bytes(b"")
    error = refusal(tmp_path / "data", str(tmp_path / "klas"))
    assert "but there is Klas.csv; type the whole name" in error.sentence


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no file"),
        (b"", "is empty"),
        (b"PK\x03\x04", "is damaged"),
        (b"rood;3\n", "no column"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "klas.csv"
    if content is not None:
        path.write_bytes(content)
    for arguments in ([], ["--check"], ["--json"]):
        error = refusal(tmp_path / "data", str(path), *arguments)
        assert (error.exit_code, said in error.sentence) == (BAD_INPUT, True)
        assert "\n" not in error.sentence


def test_hostile_text_is_shown_as_it_is_and_on_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "klas.csv"
    path.write_text('Roepnaam;Opmerking\n"[/x]\x1b]0;t\x07";"[red]\nNoa {name} %s"\n', "utf-8")
    assert command(tmp_path / "data", str(path), "--check") == 0
    out = capsys.readouterr().out
    assert "1 pupil without a talk: [/x]]0;t ([red] Noa {name} %s)" in out.splitlines()
    assert not {"\x1b", "\x07"} & set(out)


@pytest.mark.parametrize("code", DoubtCode)
def test_every_question_has_words_in_every_language(code: DoubtCode) -> None:
    doubt = Doubt(
        code, 3, "Datum", "[x] {y}\n" + "z" * 100, "2026-08-25", "2026-08-26", others=("date", "name")
    )
    for language in ("nl", "en"):
        words = doubt_words(doubt, Translator(language))
        assert words
        assert "\n" not in words
        assert "{" not in words.replace("{y}", "")


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_words_in_every_language(code: ProblemCode) -> None:
    told = "first_name" if code is ProblemCode.BY_CONTENT else "[x] {y}\n" + "z" * 100
    problem = RosterProblem(code, 3, "Datum", told, 2)
    for language in ("nl", "en"):
        words = problem_words(problem, Translator(language))
        assert words
        assert "\n" not in words
        assert len(words) < 140


@pytest.mark.parametrize("reason", Refusal)
def test_every_refusal_names_the_file(reason: Refusal) -> None:
    for language in ("nl", "en"):
        assert "klas.csv" in refusal_words(UnusableError(reason), Path("klas.csv"), Translator(language))


def test_what_is_not_sure_is_asked_and_only_stored_when_somebody_says_yes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rooster.csv"
    path.write_text("Datum;Tijd;Leerling\n25-08-2026;3:00;Milan Mos\n25-08-2026;3:20;Aya Kok\n", "utf-8")
    error = refusal(tmp_path / "data", str(path))
    assert error.exit_code == BAD_INPUT
    assert "'3:00' is taken as 15:00, in the afternoon" in error.sentence
    assert stored(tmp_path / "data") == {}
    for answer, talks in (("n\n", 0), ("y\n", 2)):
        monkeypatch.setattr("sys.stdin", Terminal(answer))
        assert command(tmp_path / "data", str(path)) == 0
        assert sum(len(day.talks) for day in stored(tmp_path / "data").values()) == talks
    assert "Store this?" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert command(tmp_path / "other", str(path), "--yes") == 0
    assert len(stored(tmp_path / "other")[TODAY].talks) == 2


def test_a_pasted_timetable_is_read_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pasted = "Datum\tTijd\tLeerling\n25-08-2026\t13:00\tMilan Mos\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pasted.encode())))
    assert command(tmp_path / "data", "-") == 0
    assert [talk.pupil.full_name for talk in stored(tmp_path / "data")[TODAY].talks] == ["Milan Mos"]
    assert "1 pupil, 1 talk on 1 day" in capsys.readouterr().out
