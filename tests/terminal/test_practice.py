"""A team practises in a real terminal; afterwards there is nothing on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from prompts.practice.loader import ours
from store.domain.day import SchoolDay
from store.files.repository import Repository
from store.language import Translator
from tests.screens.classroom import DAY, three_families
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.screen import CTRL_Q, ENTER, Terminal

pytestmark = pytest.mark.terminal


@pytest.mark.share(of=2)
def test_a_team_practises_beside_the_open_app_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    with Repository(tmp_path / "data", new_id=str) as open_elsewhere:
        open_elsewhere.save(SchoolDay(date=DAY, talks=three_families(), revision=1))
        before = files_in(tmp_path)
        practise(tmp_path)
        assert files_in(tmp_path) == before


def files_in(folder: Path) -> dict[Path, bytes]:
    """Every file, and what is in it."""
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def practise(tmp_path: Path) -> None:
    """From the list of situations to the look back, in a terminal that is given back as it was."""
    t, thrown_away = Translator("nl"), tmp_path / "tmp"
    thrown_away.mkdir()
    arguments: list[str | Path] = ["practice", "--language", "nl", "--now", "2026-08-20T13:00"]
    arguments += ["--data", tmp_path / "data"]
    variables = {"TMPDIR": str(thrown_away)}
    with Terminal(arguments, columns=80, rows=24, home=tmp_path, variables=variables) as terminal:
        team = Afternoon(terminal, t, Privacy(()))
        terminal.shows(t("Practise a talk"), *(each.title for each in ours("nl").play.scenes))
        terminal.look_up()
        terminal.send("n")
        screen = terminal.shows(t("This much all may know."))
        (name,) = (each.pupil for each in ours("nl").play.scenes if each.pupil in screen)
        assert list(thrown_away.iterdir()), "there is a folder as long as it is used"
        terminal.send("s")
        terminal.shows(t("twice as fast"))
        terminal.send(ENTER)
        cards = 0
        while t("read it") in terminal.until(lambda at: t("read it") in at or team.is_curtain(at), "a card"):
            cards += 1
            terminal.look_up()
            terminal.send(ENTER)
            terminal.shows(t("cover it"))
            terminal.look_up()
            terminal.send(ENTER)
            terminal.lacks(t("cover it"))
        assert cards >= 3
        team.next_family(name)
        team.begin()
        team.raise_points("tekenen", "slaapt slecht")
        team.close_with("bellen in maart: hoe gaat het")
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows(t("Looking back: {name}", name=name), "tekenen", "slaapt slecht", "bellen in maart")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert terminal.given_back()
    assert list(thrown_away.iterdir()) == []
