"""Every kind of talk from the day to the curtain in a real window, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from prompts.loader import LANGUAGES, load, names
from store.domain.talk import TalkState
from store.files.repository import Repository
from store.language import Translator
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.screen import ENTER, F2, F8, F9, Terminal
from tui.desk.fresh_press import GLANCE

DAY = date(2026, 8, 25)
PLANS = {"nl": "juf belt in november: wennen", "en": "teacher phones in november: settling in"}
WHOLE_DAY = {"nl": "hele dag", "en": "whole day"}
pytestmark = pytest.mark.terminal


@pytest.mark.share(of=5)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", names("nl"))
def test_a_kind_of_talk_goes_from_the_day_to_the_curtain(
    name: str, language: str, tmp_path: Path, opened: Callable[..., Terminal]
) -> None:
    deck, t = load(language, name), Translator(language)
    first = Repository.reading(tmp_path / "data").day(DAY).in_order[0]
    with opened(options=("--language", language)) as window:
        teacher = Afternoon(window, t, Privacy(()))
        teacher.behind_the_curtain()
        window.look_up()
        window.send("d")
        window.shows(t("Start talks"))
        window.send("k")
        at = f"{first.slot.start:%H:%M}"
        window.shows(t("{name}, {time}: what kind of talk is it?", name=first.pupil.first_name, time=at))
        window.rest(2 * GLANCE.total_seconds())
        window.send(f"{deck.title[:8]} {WHOLE_DAY[language]}")
        window.shows(WHOLE_DAY[language])
        window.send(ENTER)
        window.shows(deck.many, t("{what} u takes that back.", what="").strip())
        window.send(F8)
        teacher.behind_the_curtain()
        window.look_up()
        window.send(ENTER)
        teacher.on_the_card(first.pupil.full_name)
        teacher.begin()
        window.shows(f"12:55 {deck.phases[0].title} ")
        window.send(F2)
        who = first.pupil.first_name, t("teacher")
        said = {deck.put(each, adults, *who) for each in deck.questions for adults in (1, 2)}
        window.until(lambda screen: any(each in screen for each in said), "a question of this kind")
        asked = next(each for each in said if each in window.text)
        teacher.type_line("naast Lotte zitten")
        window.send(F9)
        window.shows(t("This is how we keep in touch"))
        teacher.type_line(PLANS[language])
        if deck.asks_information:
            window.send(F9)
            window.shows(f"{t('information moment')} ›")
            teacher.type_line("-")
        window.send(F9)
        teacher.read_back(PLANS[language])
        window.send(F9)
        teacher.behind_the_curtain()
        assert teacher.stop() == 0
    talk = Repository.reading(tmp_path / "data").day(DAY).in_order[0]
    assert talk.state is TalkState.FINISHED
    assert load(language, talk.deck or name) == deck
    # what was asked is nowhere on the disk
    stored = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert b"naast Lotte" in stored
    assert asked.encode() not in stored
