"""An afternoon on which every key comes twice, in a real terminal: nothing happens that was not meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.talk import TalkState
from store.files.repository import Repository
from store.language import Translator
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.conftest import CLASS_LIST
from tests.terminal.screen import CTRL_Q, ENTER, F7, F9, Terminal
from tests.terminal.test_day import DAY, command

pytestmark = pytest.mark.terminal


class Twice(Terminal):
    """A keyboard on which each key comes twice; a text is typed as it is."""

    def send(self, *keys: str) -> None:
        """Press each of these twice."""
        for key in keys:
            a_text = len(key) > 1 and not key.startswith("\x1b")
            super().send(key if a_text else key * 2)


@pytest.mark.share(of=2)
def test_an_afternoon_on_which_every_key_comes_twice(tmp_path: Path) -> None:
    t = Translator("nl")
    command(tmp_path, "roster", CLASS_LIST, "--yes", "--language", "nl")
    privacy = Privacy(Repository.reading(tmp_path / "data").school(DAY).pupils)
    arguments = ("--data", tmp_path / "data", "--now", "2026-08-25T12:55", "--language", "nl")
    with Twice(arguments, columns=80, rows=24, home=tmp_path) as terminal:
        teacher = Afternoon(terminal, t, privacy)
        teacher.skip_first_questions()
        teacher.next_family("Liv Bosman")
        terminal.look_up()
        terminal.send("2")
        terminal.shows("2 · Mark Bosman")
        teacher.begin()
        teacher.raise_points("tekenen")
        teacher.close_with("juf belt in november: slaapt het beter")

        teacher.next_family("Hamit Yıldız")
        terminal.look_up()
        teacher.nobody_comes()

        # out of turn, with an interpreter whose name is given; then the next family is there already
        terminal.look_up()
        privacy.here = "Zuzanna Wójcik"
        terminal.send("/")
        terminal.shows(t("Which child is here?"))
        terminal.send("zuz", ENTER)
        teacher.on_the_card("Zuzanna Wójcik")
        terminal.look_up()
        terminal.send("t")
        terminal.shows(f"t · {t('interpreter')}")
        terminal.look_up()
        terminal.send("t")
        terminal.glance()
        terminal.send("tante Ewa", ENTER)
        terminal.shows(t("{name} as interpreter", name="tante Ewa"))
        teacher.begin()
        teacher.raise_points("rustig beginnen")
        terminal.send(F7)
        teacher.behind_the_curtain()

        terminal.look_up()
        privacy.alone = False
        terminal.send("d")
        terminal.shows("Marinka de Groot", t("set aside"))
        terminal.look_up()
        terminal.send("+")
        terminal.shows(t("One family more"))
        terminal.send("16:40 Bo Laat, Ann Laat", ENTER)
        terminal.shows("16:40 Bo Laat")
        terminal.look_up()
        terminal.send(F9)
        terminal.shows(t("Each pupil's text, for the school's own system"))
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows(t("Copied: {name}.", name="Liv Bosman"))
        terminal.look_up()
        terminal.send(CTRL_Q)
        terminal.shows(t("What you copied is still on the clipboard."))
        terminal.send(ENTER)
        assert terminal.ended() == 0
    assert privacy.seen == []
    talks = {talk.pupil.first_name: talk for talk in Repository.reading(tmp_path / "data").day(DAY).in_order}
    liv, zuzanna = talks["Liv"], talks["Zuzanna"]
    assert (liv.state, len(liv.points), len(liv.plan.moments)) == (TalkState.FINISHED, 1, 1)
    assert liv.information is not None
    assert not liv.information.wanted
    assert [name for name, talk in talks.items() if talk.handed_over] == ["Liv"]
    assert (talks["Hamit"].state, talks["Hamit"].followed_up) == (TalkState.NOT_COME, False)
    assert (zuzanna.state, zuzanna.presence.interpreter_name) == (TalkState.SET_ASIDE, "tante Ewa")
    assert [carer.name for carer in talks["Bo"].audience] == ["Ann Laat"]
