from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from store.domain.plan import CommunicationPlan
from store.export.formats import EXPORTERS, Order
from store.files.repository import Repository
from store.language import Translator
from tests.export.families import (
    DAY,
    RANIA,
    SAMIR,
    SCHOOL,
    afternoon,
    evaluation,
    liv,
    marinka,
    phone_call,
    school_day,
    undated,
    yousef,
)
from tests.export.paper.readers import read_word
from tui.commands import export, summary
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.desk.kinds.decks import Decks

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 8, 25, 10, 55, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the afternoon in it."""
    numbers = count()
    with Repository(tmp_path / "data", new_id=lambda: f"id-{next(numbers)}") as repository:
        repository.save_school(DAY, SCHOOL)
        repository.save(afternoon())
    return tmp_path / "data"


def command(folder: Path, *arguments: str, language: str = "nl", now: datetime = NOON) -> int:
    """Run `startgesprek` with these arguments, on this folder, at noon."""
    t = Translator(language)
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command")
    shared = argparse.ArgumentParser(add_help=False)
    summary.add(commands, shared, t)
    export.add(commands, shared, t)
    options = parser.parse_args(arguments)
    context = Context(folder=folder, now=lambda: now, t=t)
    return {"summary": summary.run, "export": export.run}[options.command](options, context)


def refused(folder: Path, *arguments: str) -> UserError:
    """The error of a command that does not work out."""
    with pytest.raises(UserError) as caught:
        command(folder, *arguments)
    assert "\n" not in caught.value.sentence
    return caught.value


def snapshot(folder: Path) -> dict[Path, tuple[int, bytes]]:
    """Everything in a folder, with the times it was changed."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def uids(calendar: str) -> set[str]:
    """What the events of a calendar are known by."""
    return {line for line in calendar.splitlines() if line.startswith("UID:")}


def test_the_summary_of_a_day_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(folder, "summary", "--day", "2026-08-25") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Startgesprekken op dinsdag 25 augustus 2026\n")
    assert "Marinka de Groot, 13:40" in printed
    assert printed.endswith("\n")
    assert not printed.endswith("\n\n")


def test_without_a_day_it_is_today_in_the_zone_of_the_school(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    just_after_midnight = datetime(2026, 8, 24, 22, 30, tzinfo=UTC)
    assert command(folder, "summary", now=just_after_midnight) == 0
    assert "25 augustus" in capsys.readouterr().out


def test_it_speaks_english_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(folder, "summary", language="en")
    assert capsys.readouterr().out.startswith("Start talks on Tuesday 25 August 2026\n")


def test_neither_command_changes_anything_and_both_work_beside_the_open_app(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Repository(folder, new_id=lambda: "id"):
        before = snapshot(folder)
        command(folder, "summary")
        command(folder, "export", "--to", str(tmp_path / "uit"), "--format", "md,txt")
        assert snapshot(folder) == before


def test_a_day_without_talks_is_one_sentence_that_names_other_days(folder: Path) -> None:
    error = refused(folder, "summary", "--day", "2026-08-26")
    assert error.exit_code == BAD_INPUT
    assert error.sentence == "Op woensdag 26 augustus 2026 zijn er geen gesprekken; wel op di 25 aug 2026."


def test_a_folder_without_anything_is_one_sentence_and_stays_unmade(tmp_path: Path) -> None:
    error = refused(tmp_path / "niets", "summary")
    assert error.exit_code == BAD_INPUT
    assert "startgesprek roster" in error.sentence
    assert not (tmp_path / "niets").exists()


@pytest.mark.parametrize("text", ["morgen", "2026-02-30", "", "25-08-2026"])
def test_what_is_no_day_is_refused(folder: Path, text: str) -> None:
    error = refused(folder, "summary", "--day", text)
    assert error.exit_code == BAD_INPUT
    assert "2026-08-25" in error.sentence


@pytest.mark.parametrize("content", [b"", b"\0" * 500, b"{}", b"geen bestand van ons"])
def test_a_damaged_day_is_one_sentence_and_stays_as_it_is(folder: Path, content: bytes) -> None:
    path = next(path for path in folder.rglob("*2026-08-25*") if path.parent.name == "days")
    path.write_bytes(content)
    error = refused(folder, "summary")
    assert error.exit_code == FAILED
    assert "beschadigd" in error.sentence
    assert str(path) in error.sentence
    assert path.read_bytes() == content


def test_export_writes_markdown_and_says_where(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "export", "--day", "2026-08-25", "--to", str(tmp_path / "uit")) == 0
    path = tmp_path / "uit" / "startgesprekken-2026-08-25.md"
    assert capsys.readouterr().out == f"{path}\n"
    assert path.read_text("utf-8").startswith("# Startgesprekken op dinsdag 25 augustus 2026\n")


def test_a_file_of_a_day_is_called_after_the_talks_of_that_day() -> None:
    t = Translator("nl").knowing(Decks().called)
    day, year = afternoon(), replace(SCHOOL.year_of(DAY), start=DAY - timedelta(days=60))
    telling = replace(day, talks=tuple(replace(each, deck="oudervertelgesprek") for each in day.talks))
    for talks, school, stem in (
        (day, SCHOOL, "startgesprekken-2026-08-25"),
        (day, replace(SCHOOL, year=year), "voortgangsgesprekken-2026-08-25"),
        (telling, SCHOOL, "oudervertelgesprekken-2026-08-25"),
    ):
        (file,) = EXPORTERS["txt"](Order(talks, school, t, NOON))
        assert file.stem == stem


def test_export_writes_each_format_once_and_never_over_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        command(folder, "export", "--to", str(tmp_path / "uit"), "--format", "txt, MD,txt")
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == [
        "startgesprekken-2026-08-25-2.md",
        "startgesprekken-2026-08-25-2.txt",
        "startgesprekken-2026-08-25.md",
        "startgesprekken-2026-08-25.txt",
    ]


def test_the_calendar_of_a_day_has_its_dated_moments_and_the_childs_name_unless_unwanted(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(folder, "export", "--to", str(tmp_path / "uit"), "--format", "ics")
    text = (tmp_path / "uit" / "startgesprekken-2026-08-25.ics").read_text("utf-8")
    assert "SUMMARY:Marinka · Bellen: ouders" in text
    assert text.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20270201" in text
    assert "20260825T105500Z" in text
    command(folder, "export", "--to", str(tmp_path / "kaal"), "--format", "ics", "--no-names")
    bare = (tmp_path / "kaal" / "startgesprekken-2026-08-25.ics").read_text("utf-8")
    assert "Marinka" not in bare


def test_each_family_with_a_dated_moment_gets_a_calendar_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apart = [
        yousef(RANIA, at="15:40", plan=CommunicationPlan(moments=(phone_call("rania"),))),
        yousef(SAMIR, at="16:00", plan=CommunicationPlan(moments=(replace(evaluation(), id="samir"),))),
    ]
    with Repository(tmp_path / "data", new_id=lambda: "id") as repository:
        repository.save_school(DAY, SCHOOL)
        repository.save(school_day(*apart, liv(plan=CommunicationPlan(moments=(undated(),)))))
    command(tmp_path / "data", "export", "--to", str(tmp_path / "uit"), "--format", "ics")
    files = {path.name: path.read_text("utf-8") for path in (tmp_path / "uit").iterdir()}
    assert sorted(files) == [
        "2026-08-25-1540.ics",
        "2026-08-25-1600.ics",
        "startgesprekken-2026-08-25.ics",
    ]
    assert sorted(capsys.readouterr().out.split()) == sorted(str(tmp_path / "uit" / name) for name in files)
    rania, samir, mine = (files[name] for name in sorted(files))
    assert uids(mine) == uids(rania) | uids(samir)
    assert len(uids(rania)) == len(uids(samir)) == 1
    assert not uids(rania) & uids(samir)
    assert "Bellen: juf Els" in rania
    assert "Op school: leerling en juf Els" in samir
    assert "Yousef · Bellen: Rania al-Khatib" in mine
    assert "Yousef · Op school: leerling en Samir al-Khatib" in mine
    assert "Yousef" not in "".join([*files, rania, samir])


def test_pupils_are_named_in_calendars_when_asked(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(folder, "export", "--to", str(tmp_path / "uit"), "--format", "ics", "--names")
    text = (tmp_path / "uit" / "2026-08-25-1340-Marinka.ics").read_text("utf-8")
    assert "SUMMARY:Marinka · Bellen: juf Els" in text


def test_a_cancelled_talk_is_not_in_the_calendar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Repository(tmp_path / "data", new_id=lambda: "id") as repository:
        repository.save(school_day(marinka().cancel()))
    command(tmp_path / "data", "export", "--to", str(tmp_path / "uit"), "--format", "ics")
    assert "BEGIN:VEVENT" not in (tmp_path / "uit" / "startgesprekken-2026-08-25.ics").read_text("utf-8")


def test_no_pupil_is_named_in_a_file_name(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(folder, "export", "--to", str(tmp_path / "uit"), "--format", "md,txt")
    names = " ".join(path.name for path in (tmp_path / "uit").iterdir()).lower()
    assert not any(talk.pupil.first_name.lower() in names for talk in afternoon().talks)


@pytest.mark.parametrize("formats", ["xls", "md,posters", "exe", "", ","])
def test_a_format_that_is_not_there_is_refused_before_anything_is_written(
    folder: Path, tmp_path: Path, formats: str
) -> None:
    error = refused(folder, "export", "--to", str(tmp_path / "uit"), "--format", formats)
    assert error.exit_code == BAD_INPUT
    assert "md, txt, docx, pdf, ics, handouts" in error.sentence
    assert not (tmp_path / "uit").exists()


def test_export_asks_for_a_folder(folder: Path) -> None:
    assert "--to" in refused(folder, "export").sentence


def test_a_folder_that_takes_no_files_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    error = refused(folder, "export", "--to", str(tmp_path / "bestand"))
    assert error.exit_code == FAILED
    assert "--to" in error.sentence


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """A folder with a day after which both a finished and a planned talk remain."""
    with Repository(tmp_path / "data", new_id=lambda: "id") as repository:
        repository.save(school_day(marinka(), yousef(RANIA)))
    return tmp_path / "data"


def test_a_folder_without_a_school_file_can_be_summed_up(
    apart: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(apart, "summary", "--day", date(2026, 8, 25).isoformat()) == 0
    assert "1 nog gepland" in capsys.readouterr().out


def test_any_letter_can_be_printed_into_a_pipe_that_knows_few() -> None:
    program = "from tui.commands.output import say; say('Wójcik Yıldız ⁂ 王')"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, env=environment, cwd=ROOT
    )
    assert done.stdout.decode("utf-8").strip() == "Wójcik Yıldız ⁂ 王"


def test_a_day_on_paper_is_named_file_by_file_and_told_a_second_time_in_a_language_we_have(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "OneDrive" / "uit"
    command(folder, "export", "--to", str(to), "--format", "handouts,letters", "--sheet-language", "TR")
    told = capsys.readouterr()
    names = sorted(path.name for path in to.iterdir())
    assert names[:4] == [
        f"2026-08-25-1340-{each}" for each in ("blad-1.docx", "blad-1.pdf", "blad-2.docx", "blad-2.pdf")
    ]
    assert sorted(Path(line).name for line in told.out.splitlines()) == names
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in to.iterdir())
    assert "staat in OneDrive" in told.err
    assert "Telefonla konuşuruz." in read_word((to / "2026-08-25-1340-blad-1.docx").read_bytes())
    error = refused(folder, "export", "--to", str(to), "--format", "handouts", "--sheet-language", "xx")
    assert (error.exit_code, "kies uit en, tr" in error.sentence) == (BAD_INPUT, True)


def test_a_form_beforehand_is_refused_for_every_other_kind_of_talk_with_the_reason(
    folder: Path, tmp_path: Path
) -> None:
    to = tmp_path / "forms"
    error = refused(folder, "export", "--to", str(to), "--format", "forms")
    assert error.exit_code == BAD_INPUT
    assert "hoort alleen bij het oudervertelgesprek" in error.sentence
    assert not to.exists()
