"""What the command line says of practising."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path
from textwrap import dedent

import pytest

from prompts.practice.loader import read_play
from store.files.paths import Layout
from tests.commands.test_decks import README, ten_lines
from tests.files.two_families import command
from tui.commands.context import Context
from tui.desk.practice.practice import Practice


def test_without_a_terminal_it_says_so_and_leaves_no_folder_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert command(tmp_path / "data", "practice") == 1
    assert "This needs a terminal" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_the_school_put_in_its_folder_is_practised_with_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "decks/nl/startgesprek.toml"
    own.parent.mkdir(parents=True)
    own.write_text(ten_lines(), "utf-8")
    met: list[tuple[Path, str, str]] = []

    def opens(options: Namespace, context: Context, practice: Practice) -> int:
        copied = Layout(context.folder).decks / "nl" / own.name
        met.append((context.folder, practice.deck.title, copied.read_text("utf-8")))
        return 0

    monkeypatch.setattr("tui.commands.open.run", opens)
    assert command(tmp_path, "practice", language="nl") == 0
    ((folder, title, deck),) = met
    assert (title, deck) == ("Ons startgesprek", ten_lines())
    assert folder != tmp_path
    assert not folder.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [own]


def test_a_situation_is_chosen_by_name_and_what_names_none_or_more_is_told_with_what_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[str] = []

    def opens(options: Namespace, context: Context, practice: Practice) -> int:
        chosen.append(practice.scene.title if practice.chosen else "")
        return 0

    monkeypatch.setattr("tui.commands.open.run", opens)
    for typed in ([], ["tolk"], ["een", "oma"]):
        assert command(tmp_path, "practice", *typed, language="nl") == 0
    assert chosen == ["", "Een tolk aan tafel", "Een oma die meedoet"]
    assert command(tmp_path, "practice", "ouder", language="nl") == 2
    both = "'Ouders die uit elkaar zijn' en 'Ouders die hun formulier meebrengen'"
    assert f"'ouder' kan {both} zijn; typ er wat meer van." in capsys.readouterr().err
    assert command(tmp_path, "practice", "[/x]", language="nl") == 2
    said = capsys.readouterr().err
    assert said.startswith("startgesprek: Er is geen situatie '[/x]'; wel: 'Een ouder die weinig zegt',")
    assert said.count("\n") == 1


def test_check_counts_the_situations_and_tells_what_is_wrong_in_those_of_the_school(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "practice"
    own.mkdir()
    (own / "nl.toml").write_text('[[role]]\nvoice = "moeder"\ntitle = "x"\nlines = ["y"]\n', "utf-8")
    (own / "rollen.toml").write_text("", "utf-8")
    assert command(tmp_path, "check", language="nl") == 1
    said = capsys.readouterr().out
    for sentence in (
        "Er zijn 13 situaties om mee te oefenen (nl).",
        "Er zijn 13 situaties om mee te oefenen (en).",
        f"{own}/nl.toml, regel 2: 'moeder' betekent niets als 'voice'; verwacht is pupil, carer of teacher.",
        f"{own}/rollen.toml: de naam is niet die van een taal; verwacht is nl.toml of en.toml.",
    ):
        assert sentence in said


def test_the_cards_of_the_readme_are_used_as_they_stand() -> None:
    (shown,) = re.findall(r"in `practice/nl`:\n\n((?:    .*\n|\n)+?)(?=`known`)", README.read_text("utf-8"))
    read = read_play(dedent(shown).encode(), "nl.toml", "nl")
    assert read.problems == ()
    assert [each.title for each in read.play.roles] == ["Is laat"]
    assert [each.title for each in read.play.scenes] == ["Een broer van twintig"]
