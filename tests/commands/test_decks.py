"""What `check` says of a school's own decks, and the one of the README."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from prompts.cards import our_cards
from prompts.loader import load, own_decks
from store.domain.day import SchoolDay
from store.files.repository import Repository
from tests.faults.invented import DAY
from tests.files.given import new_id
from tests.files.two_families import LIVS, command

README = Path(__file__).parents[2] / "README.md"


def ten_lines() -> str:
    """The deck that the README shows."""
    (found,) = re.findall(r"Ten lines are enough:\n\n((?:    .*\n|\n)+)", README.read_text("utf-8"))
    return dedent(found).strip() + "\n"


def test_the_deck_of_the_readme_has_ten_lines_and_is_used_as_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ten_lines()
    assert len(list(filter(None, text.splitlines()))) <= 10
    own = tmp_path / "decks"
    (own / "nl").mkdir(parents=True)
    (own / "nl/startgesprek.toml").write_text(text, "utf-8")
    assert [read.problems for _, read in own_decks(own)] == [()]
    assert load("nl", own=own).title == "Ons startgesprek"
    assert command(tmp_path, "check") == 0
    said = capsys.readouterr().out
    assert "4 questions are at hand for 'Ons startgesprek' (nl)." in said
    assert "for 'Start talk' (en)." in said
    assert "startgesprek.toml" not in said


def test_check_tells_what_is_wrong_in_a_deck_with_its_line_and_that_the_rest_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nl = tmp_path / "decks/nl"
    (nl / "los").mkdir(parents=True)
    (nl / "wandelgesprek.toml").write_text(ten_lines().replace('"carer"', '"ouder"'), "utf-8")
    (nl / "plaatje.toml").write_bytes(b"\x89PNG\xff")
    (nl / "los/ver.toml").write_text(ten_lines(), "utf-8")
    # as if they were read: a folder, and what Notepad makes of a name
    (nl / "map.toml").mkdir()
    (nl / "buiten.toml.txt").write_text(ten_lines(), "utf-8")
    (tmp_path / "practice/nl.toml").mkdir(parents=True)
    if os.name != "nt":
        (nl / "twee\nregels\x1b[31m.toml").touch()
    assert command(tmp_path, "check", language="nl") == 1
    said = capsys.readouterr().out
    assert os.name == "nt" or f"{nl}/twee regels[31m.toml: 'title' ontbreekt.\n" in said
    for sentence in (
        f"{nl}/wandelgesprek.toml, regel 8: 'ouder' betekent niets als 'voice'; verwacht is pupil, carer of",
        f"{nl}/plaatje.toml, regel 1: dit is geen tekst in UTF-8; bewaar het bestand als UTF-8.",
        f"Uit {nl}/plaatje.toml komen geen vragen.",
        f"{nl}/los/ver.toml: dit staat niet in de map van een taal; verwacht is een map nl of en.",
        f"in orde    {nl}/wandelgesprek.toml is er maar in één taal, en dat is de jouwe.",
        "Er zijn 3 vragen bij de hand voor 'Ons startgesprek' (nl).",
        f"{nl}/map.toml: dit is een map of apparaat, en geen bestand; het wordt niet gelezen.",
        f"{nl}/buiten.toml.txt: de naam eindigt niet op .toml; het wordt niet gelezen.",
        f"{tmp_path}/practice/nl.toml: dit is een map of apparaat",
    ):
        assert sentence in said
    command(tmp_path, "check")
    missing = f"{tmp_path}/decks/en/wandelgesprek.toml is missing."
    assert (
        f"look at    {nl}/wandelgesprek.toml is there in one language only; {missing}"
        in capsys.readouterr().out
    )


def test_the_cards_of_the_readme_have_ten_lines_and_check_tells_what_cannot_be_used_of_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = re.findall(r"\(or `decks/en`\):\n\n((?:    .*\n)+)", README.read_text("utf-8"))
    text = dedent(found)
    assert len(text.splitlines()) <= 10
    path = tmp_path / "decks/nl/cards.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert command(tmp_path, "check") == 0
    assert (
        f"There are {len(our_cards('nl').cards.cards) + 2} cards with strengths (nl)."
        in capsys.readouterr().out
    )
    path.write_text(text.replace('"6-8"', '"acht"'), "utf-8")
    assert command(tmp_path, "check", language="nl") == 1
    said = capsys.readouterr().out
    assert f"{path}, regel 5: 'acht' betekent niets als 'ages'" in said
    path.write_bytes(b"\xff")
    assert command(tmp_path, "check", language="nl") == 1
    said = capsys.readouterr().out
    assert f"Uit {path} komen geen kaarten." in said
    assert f"Er zijn {len(our_cards('nl').cards.cards)} kwaliteitenkaarten (nl)." in said


def test_check_tells_what_leads_to_something_outside_that_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, own = tmp_path / "data", tmp_path / "data/decks/nl/tafelgesprek.toml"
    paper = tmp_path / "papier"
    other = replace(LIVS, id="vast", deck="kennismakingsgesprek")
    with Repository(folder, new_id=new_id) as repository:
        repository.save(SchoolDay(date=DAY, talks=(replace(LIVS, deck="tafelgesprek"), other)))
        repository.save_settings(replace(repository.settings(), paper_folder=str(paper)))
    own.parent.mkdir(parents=True)
    own.write_text(ten_lines(), "utf-8")
    paper.mkdir()
    gone = (
        "1 gesprek is een 'tafelgesprek', en dat soort is weg: zet tafelgesprek.toml terug",
        f"De map voor papier {paper}",
    )
    command(folder, "check", language="nl")
    said = capsys.readouterr().out
    assert not any(each in said for each in gone)
    # a file that can't be used is as good as gone
    own.write_text("x", "utf-8")
    paper.rmdir()
    command(folder, "check", language="nl")
    said = capsys.readouterr().out
    assert all(each in said for each in gone)
    assert "kennismakingsgesprek’" not in said
