"""`startgesprek plan`: the contract of its JSON, its words, and its exit codes."""

import argparse
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from store.export.plan_problems import ASSUMED, PROBLEMS
from store.language import Translator
from tests.planline.year import DATA
from tui.commands import plan
from tui.commands.context import Context, UserError

CALENDAR = str(DATA / "school_year.toml")
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """The command with these arguments: its exit code and what it printed."""

    def running(*arguments: str, language: str = "en") -> tuple[int, str]:
        t = Translator(language)
        parser = argparse.ArgumentParser()
        plan.add(parser.add_subparsers(), argparse.ArgumentParser(add_help=False), t)
        context = Context(folder=tmp_path / "data", now=lambda: datetime(2026, 8, 25, tzinfo=UTC), t=t)
        code = plan.run(parser.parse_args(["plan", *arguments]), context)
        assert not (tmp_path / "data").exists()
        return code, capsys.readouterr().out

    return running


def as_json(run: Run, line: str, *more: str) -> tuple[int, dict[str, Any]]:
    code, out = run(line, "--on", "2026-08-25", "--calendar", CALENDAR, "--json", *more)
    found: dict[str, Any] = json.loads(out)
    return code, found


def test_a_good_line_is_printed_in_the_promised_shape(run: Run) -> None:
    line = "huisbezoek do 4 feb 15:30 met Hamit: thuissituatie leren kennen, verder afspreken"
    assert as_json(run, line, "--pupil", "Hamit") == (
        0,
        {
            "line": line,
            "ok": True,
            "moments": [
                {
                    "channel": "home_visit",
                    "when": {"kind": "datetime", "datetime": "2027-02-04T15:30", "warn": [], "anchor": None},
                    "present": ["pupil", "parents", "teacher"],
                    "who": ["Hamit"],
                    "initiative": None,
                    "purpose": "thuissituatie leren kennen, verder afspreken",
                }
            ],
            "errors": [],
            "assumed": ["parents there too"],
        },
    )


@pytest.mark.parametrize(
    ("line", "unsaid"),
    [
        ("12 nov met moeder", ["channel"]),
        ("bellen in nov", ["initiative"]),
        ("juf belt in nov", None),
        ("gesprek 12 nov", None),
        ("Selma regelt het zelf", None),
    ],
)
def test_what_a_line_does_not_say_is_told(run: Run, line: str, unsaid: list[str] | None) -> None:
    assert as_json(run, line)[1].get("unsaid") == unsaid


@pytest.mark.parametrize(("line", "code"), [("! juf belt in nov", "signed"), ("* bellen in nov", "signed")])
def test_a_sign_in_front_makes_no_contact_moment(run: Run, line: str, code: str) -> None:
    exit_code, found = as_json(run, line)
    assert (exit_code, found["errors"][0]["code"]) == (2, code)


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("29-3 bellen", {"kind": "date", "date": "2027-03-29", "warn": ["public_holiday:Tweede paasdag"]}),
        ("na rapport 1", {"kind": "range", "start": "2027-02-01", "end": None, "anchor": "report:1"}),
        ("voor de kerst", {"start": None, "end": "2026-12-18", "anchor": "holiday:kerstvakantie"}),
        (
            "elke vrijdag tot de kerst",
            {"rrule": "FREQ=WEEKLY;BYDAY=FR", "first": "2026-08-28", "until": "2026-12-18"},
        ),
        ("3 keer per jaar", {"kind": "recurrence", "times": 3, "per": "schoolyear"}),
        ("zo nodig", {"kind": "on_demand"}),
        ("ntb", {"kind": "incomplete", "missing": "date", "tbd": True}),
        ("15.30u", {"kind": "incomplete", "missing": "date", "time": "15:30"}),
        ("12 nov 's middags", {"kind": "date", "date": "2026-11-12", "daypart": "middag"}),
        ("met ouders", {"kind": "error", "code": "no_when"}),
    ],
)
def test_a_when_alone_has_the_fields_of_the_cases(run: Run, line: str, when: dict[str, Any]) -> None:
    _, found = as_json(run, line)
    assert when.items() <= found["moments"][0]["when"].items()


def test_a_refused_line_tells_code_message_and_place_and_exits_2(run: Run) -> None:
    code, found = as_json(run, "bellen wo 12 november")
    assert code == 2
    assert found["ok"] is False
    (error,) = found["errors"]
    assert (error["code"], error["at"]) == ("weekday_mismatch", [7, 21])
    assert "weekday" in error["message"]


def test_an_ambiguous_line_names_its_readings(run: Run) -> None:
    _, found = as_json(run, "bellen volgende vrijdag")
    dates = [each["date"] for each in found["moments"][0]["when"]["candidates"]]
    assert dates == ["2026-08-28", "2026-09-04"]
    assert "28 Aug" in found["errors"][0]["message"]


def test_every_line_of_stdin_is_one_object(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\ufeffbellen 12 nov\r\n\r\nbellen 31 feb\r\nmail zo nodig"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    code, out = run("-", "--on", "2026-08-25", "--calendar", CALENDAR, "--json")
    assert code == 2
    assert [json.loads(line)["ok"] for line in out.splitlines()] == [True, False, True]


def test_without_a_calendar_the_public_holidays_are_known(run: Run) -> None:
    _, out = run("bellen 29 maart", "--on", "2026-08-25", "--json")
    assert json.loads(out)["moments"][0]["when"]["warn"] == ["public_holiday:Tweede paasdag"]


def test_for_people_it_says_what_was_read_and_assumed(run: Run) -> None:
    code, out = run("gesprek 14 nov", "--on", "2026-08-25", "--calendar", CALENDAR)
    assert code == 0
    assert out.splitlines() == [
        "gesprek 14 nov",
        "  Sat 14 Nov 2026 (in the weekend) · at school · parents and teacher",
        "  Assumed: a talk is at school; with parents and teacher",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("12 nov", "--on", "25 aug"),
        ("12 nov", "--on", "2026-08-25", "--calendar", "no/such/file.toml"),
        ("12 nov", "--on", "2026-08-25", "--calendar", __file__),
    ],
)
def test_bad_options_are_one_sentence(run: Run, arguments: tuple[str, ...]) -> None:
    with pytest.raises(UserError) as caught:
        run(*arguments)
    assert caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence


def test_every_code_has_a_sentence_that_can_be_said() -> None:
    t = Translator("en")
    values = dict.fromkeys(
        (
            "word",
            "one",
            "other",
            "typed",
            "read",
            "time",
            "day",
            "words",
            "name",
            "parents",
            "teacher",
            "minutes",
            "sign",
        ),
        "x",
    )
    for message in (*PROBLEMS.values(), *ASSUMED.values()):
        assert t(message, **values)
