"""The afternoon of 25 August 2026, from the timetable file to the exported summary, in a real terminal."""

from __future__ import annotations

import base64
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from store.domain.talk import TalkState
from store.files.repository import Repository
from store.language import Translator
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.screen import (
    COMMAND,
    CTRL_Q,
    CTRL_Z,
    DOWN,
    ENTER,
    ESCAPE,
    F3,
    F4,
    F7,
    F9,
    HOME,
    UP,
    Terminal,
)

DAY = date(2026, 8, 25)
CLASS_LIST = Path(__file__).parents[1] / "roster" / "data" / "roster_groep3.csv"
pytestmark = pytest.mark.terminal


def command(home: Path, *arguments: str | Path) -> str:
    """What a command prints; it must succeed."""
    argv = [COMMAND, *arguments, "--data", home / "data", "--now", "2026-08-25T12:55"]
    done = subprocess.run(argv, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_an_afternoon_from_class_list_to_summary(tmp_path: Path) -> None:
    t = Translator("nl")
    spoken = ("--language", "nl")
    sheet = shutil.copy(CLASS_LIST, tmp_path)
    assert t.n("{count} pupil", "{count} pupils", 28) in command(tmp_path, "roster", sheet, *spoken)
    privacy = Privacy(Repository.reading(tmp_path / "data").school(DAY).pupils)

    def window(now: str, *, cold: bool = False) -> Terminal:
        arguments: list[str | Path] = ["--data", tmp_path / "data", "--now", now, *spoken]
        return Terminal(arguments, columns=80, rows=24, home=tmp_path, cold=cold)

    def on_disk(name: str) -> TalkState:
        day = Repository.reading(tmp_path / "data").day(DAY)
        return next(talk.state for talk in day.talks if talk.pupil.full_name == name)

    with window("2026-08-25T12:55", cold=True) as terminal:
        teacher = Afternoon(terminal, t, privacy)
        teacher.skip_first_questions()
        teacher.next_family("Liv Bosman")
        teacher.begin()
        teacher.raise_points("tekenen", "slaapt slecht", "lezen thuis")
        terminal.send(UP)
        teacher.type_line("elke dag een kwartier")
        teacher.type_line("! een ander tafelgroepje na de herfst")
        terminal.shows("! een ander tafelgroepje")
        teacher.close_with("juf belt in november: slaapt het beter")
        assert on_disk("Liv Bosman") is TalkState.FINISHED

        teacher.next_family("Hamit Yıldız")
        teacher.begin()
        teacher.raise_points("voetbal")
        terminal.send("oma haalt hem op don")
        terminal.shows("oma haalt hem op don")
        reading = Repository.reading(tmp_path / "data")
        terminal.until(
            lambda _: "oma haalt hem op don" in [draft.text for draft in reading.drafts(DAY)],
            "the draft on disk",
        )
        terminal.kill()

    with window("2026-08-25T13:30") as terminal:
        teacher = Afternoon(terminal, t, privacy)
        teacher.behind_the_curtain()
        terminal.look_up()
        terminal.send(ENTER)
        teacher.on_the_board()
        terminal.shows("· voetbal", "oma haalt hem op don")
        terminal.send("derdag")
        terminal.shows("oma haalt hem op donderdag")
        terminal.send(ENTER)
        terminal.shows("· oma haalt")
        teacher.close_with(
            "huisbezoek 12 november 15:30: oma leren kennen", information="veilig internet, in november"
        )

        # a word on the curtain, as fast as a terminal passes it on, shows nobody, not for a moment
        terminal.look_up()
        terminal.send("de juf")
        terminal.shows(t("A word does nothing here: each letter is a key."))

        # begun by mistake, then in earnest: somebody walks in, and minutes are added and taken back
        teacher.next_family("Marinka de Groot")
        teacher.begin()
        terminal.look_up()
        terminal.send(CTRL_Z)
        teacher.on_the_card("Marinka de Groot")
        assert on_disk("Marinka de Groot") is TalkState.PLANNED
        teacher.begin()
        terminal.send(F3, "w")
        terminal.shows(t("Who else is here?"))
        terminal.glance()
        terminal.send("oma Riet", ENTER)
        terminal.shows("✓ oma Riet")
        terminal.send(ESCAPE)
        teacher.on_the_board()
        terminal.shows("en oma Riet")
        terminal.send(F4, "5")
        terminal.shows(t.n("{count} minute more.", "{count} minutes more.", 5))
        terminal.send(CTRL_Z)
        terminal.shows(t.n("Undone: {count} minute more.", "Undone: {count} minutes more.", 5))
        teacher.raise_points("", "wanneer is bellen handig")
        teacher.close_with("bellen in februari: hoe gaat het", "op school begin juni: doelen gehaald")

        teacher.next_family("Selma Aydın")
        teacher.begin()
        teacher.raise_points("touwtje springen")
        terminal.send("dit maken we later af", F7)
        teacher.behind_the_curtain()
        assert on_disk("Selma Aydın") is TalkState.SET_ASIDE

        for name, purpose in (
            ("Bas Jan van der Meulen", "uitleg aan hem"),
            ("Kirsten O'Neill", "wennen"),
            ("Zuzanna Wójcik", "taal"),
        ):
            teacher.next_family(name)
            teacher.begin()
            teacher.raise_points("rustig beginnen")
            teacher.close_with(f"bellen in maart: {purpose}")

        teacher.next_family("Yousef al-Khatib")
        teacher.nobody_comes()
        teacher.next_family("Søren Jørgensen")
        teacher.begin()
        teacher.close_with("mailen als het nodig is: van alles")

        told = command(tmp_path, "summary", "--day", "2026-08-25", *spoken)
        seven = t.n("{count} talk held", "{count} talks held", 7)
        set_aside = t("{number} set aside", number=1)
        assert f"{seven}, {set_aside}, {t('{number} did not come', number=1)}." in told
        assert t("{name}: finish it with {parents}", name="Selma Aydın", parents="Fatma Aydın") in told
        assert "Fatma Aydın: 06-00001006" in told

        # the families have gone: the teacher alone looks at the day, to take up what was set aside
        terminal.look_up()
        privacy.alone = False
        terminal.send("d")
        terminal.shows("Selma Aydın", "Søren Jørgensen")
        terminal.send(HOME, DOWN, DOWN, DOWN, ENTER)
        teacher.on_the_card("Selma Aydın")
        privacy.here, privacy.alone = "Selma Aydın", True
        teacher.begin()
        terminal.shows("· touwtje")
        teacher.close_with("bellen in januari: hoe ver zijn we")
        assert on_disk("Selma Aydın") is TalkState.FINISHED
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows(t("That was the last family of today."))
        assert privacy.seen == []

        privacy.alone = False
        terminal.send("d", F9)
        terminal.shows(t("Summary"), t("{name}: call or visit", name="Yousef al-Khatib"))
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows(t("Copied: {name}.", name="Liv Bosman"))
        terminal.look_up()
        assert "slaapt het beter" in clipboard(terminal)
        terminal.send(F9)
        terminal.shows("2026-08-25.md")
        terminal.send(CTRL_Q)
        terminal.shows(t("What you copied is still on the clipboard."))
        terminal.send(ENTER)
        assert terminal.ended() == 0
        assert clipboard(terminal) == ""

    shown = command(tmp_path, "summary", "--day", "2026-08-25", *spoken)
    assert t.n("{count} talk held", "{count} talks held", 8) in shown
    for words in ("oma haalt hem op donderdag", "een ander tafelgroepje na de herfst", "veilig internet"):
        assert words in shown
    (kept,) = tmp_path.rglob("2026-08-25*.md")
    out = tmp_path / "out"
    file = command(tmp_path, "export", "--day", "2026-08-25", "--to", out, "--format", "md", *spoken).strip()
    assert Path(file).read_text("utf-8") == kept.read_text("utf-8")


@pytest.mark.share(of=2)
def test_two_families_in_english_in_a_large_window(tmp_path: Path) -> None:
    t = Translator("en")
    sheet = shutil.copy(CLASS_LIST, tmp_path)
    command(tmp_path, "roster", sheet, "--language", "en")
    privacy = Privacy(Repository.reading(tmp_path / "data").school(DAY).pupils)
    told: list[str | Path] = ["--data", tmp_path / "data", "--now", "2026-08-25T12:55", "--language", "en"]
    with Terminal(told, columns=120, rows=40, home=tmp_path) as terminal:
        teacher = Afternoon(terminal, t, privacy)
        teacher.skip_first_questions()
        teacher.next_family("Liv Bosman")
        teacher.begin()
        teacher.raise_points("drawing", "sleeps badly", "reading at home")
        teacher.close_with("phone in november: sleeping better", information="safe internet, in november")

        teacher.next_family("Hamit Yıldız")
        teacher.begin()
        teacher.raise_points("football")
        terminal.send("later", F7)
        teacher.behind_the_curtain()
        terminal.look_up()
        assert privacy.seen == []

        privacy.alone = False
        terminal.send("d")
        terminal.shows("Liv Bosman", "Hamit Yıldız", "Søren Jørgensen")
        terminal.send(F9)
        unfinished = t("{name}: finish it with {parents}", name="Hamit Yıldız", parents="")
        terminal.shows(t("Summary"), unfinished.strip())
        assert teacher.stop() == 0
    assert "sleeping better" in command(tmp_path, "summary", "--day", "2026-08-25", "--language", "en")


def clipboard(terminal: Terminal) -> str:
    """What was last put on the clipboard, through OSC 52."""
    _, _, sent = bytes(terminal.output).rpartition(b"\x1b]52;c;")
    return base64.b64decode(sent.partition(b"\a")[0]).decode()
