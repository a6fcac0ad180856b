"""The passphrase: asked at the first run, set later, changed, and what it opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.settings import Settings
from store.domain.talk import TalkState
from store.domain.undo import StepName
from store.files.errors import WrongPassphrase
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.passphrase import Advice
from tests.screens.classroom import DAY, Visit, new_id, opened
from tests.screens.trusting import PASSPHRASE, seal, to_row, worked
from tests.sealing.readable import readable
from tui.desk.settings.settings_rows import SettingKind
from tui.desk.setup.passphrase import QUESTION, Wish, is_sealed, remember_asked, to_be_asked
from tui.screens.passphrase.passphrase import ADVICE
from tui.way_out import WayOut
from tui.widgets.line_input import LineInput


async def test_one_esc_skips_the_passphrase_and_it_is_not_asked_again(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        # what is typed ahead is for what was asked for, and nobody would see it here
        for key in ("i", *"klas.csv", "enter", *"weg", "escape"):
            visit.post(key)
        await visit.dealt_with()
        assert visit.screen == "passphrase"
        assert "herstelsleutel" in visit.flat
        assert visit.app.screen.query_one(LineInput).value == ""
        await visit.press("escape")
        assert visit.screen == "import"
        assert QUESTION in visit.desk.repository.settings().asked
        assert not to_be_asked(visit.desk.repository)


async def test_the_demo_does_not_ask(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("d")
    assert visit.app.return_value is WayOut.DEMO


async def test_a_passphrase_typed_twice_seals_and_shows_a_key_that_opens(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await seal(visit, PASSPHRASE, PASSPHRASE)
        assert visit.screen == "recoverykey"
        recovery_key = next(word for word in visit.text.split() if word.count("-") == 4)
        await visit.press("f9")
        assert visit.screen == "byhand"
        await visit.enter("13:00 Liv Bosman, Mark Bosman")
        await visit.kept()
        assert readable(tmp_path / "data") == ()
    for secret in (PASSPHRASE, recovery_key):
        sealer = KeyFile(tmp_path / "data").unlock(secret)
        assert len(Repository.reading(tmp_path / "data", sealer).day(DAY).talks) == 1


async def test_two_that_differ_are_asked_again_and_nothing_is_sealed(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await seal(visit, PASSPHRASE, "iets anders")
        assert visit.t("Those two were not the same; type the new one again.") in visit.flat
        assert not KeyFile(tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("98765432", Advice.DIGITS), ("boterham", Advice.SHORT), ("aaaaaaaaaaaaaaa", Advice.MONOTONOUS)],
)
async def test_a_weak_passphrase_is_advised_against_and_taken(
    tmp_path: Path, typed: str, said: Advice
) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await visit.type(typed)
        assert visit.t(ADVICE[said]) in visit.flat
        assert typed not in visit.text
        await visit.press(*["backspace"] * len(typed))
        assert visit.t(ADVICE[said]) not in visit.flat
        await seal(visit, typed, typed)
        assert visit.screen == "recoverykey"


async def test_the_recovery_key_is_kept_anywhere_but_beside_what_it_opens(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await seal(visit, PASSPHRASE, PASSPHRASE)
        inside, outside = tmp_path / "data" / "sleutel", tmp_path / "sleutel.txt"
        await visit.paste(str(inside))
        await visit.press("enter")
        assert not inside.exists()
        await visit.paste(str(outside))
        await visit.press("enter")
        assert KeyFile(tmp_path / "data").unlock(outside.read_text())
        assert outside.stat().st_mode & 0o077 == 0


async def test_sealing_later_leaves_nothing_readable_and_the_talk_goes_on(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("voor het slot")
        await visit.press("f7")
        await visit.kept()
        await visit.to_day()
        await visit.app.navigator.ask_passphrase(Wish.SEAL)
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE, PASSPHRASE)
        await visit.press("f9")
        assert visit.screen == "day"
        await visit.press("home", "enter", "enter")
        await visit.enter("na het slot")
        await visit.kept()
        assert readable(tmp_path / "data") == ()
    stored = Repository.reading(tmp_path / "data", KeyFile(tmp_path / "data").unlock(PASSPHRASE)).day(DAY)
    assert [point.text for point in stored.in_order[0].points] == ["voor het slot", "na het slot"]


async def test_the_settings_change_the_passphrase(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.app.navigator.ask_passphrase(Wish.SEAL)
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE, PASSPHRASE)
        await visit.press("f9")
        await to_row(visit, SettingKind.CHANGE)
        await visit.press("enter")
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE, "een andere zin", "een andere zin")
        assert visit.screen == "settings"
        await visit.press("f9")
        assert visit.screen == "day"
        assert KeyFile(tmp_path / "data").unlock("een andere zin")


async def sealed_and_asked(visit: Visit, wish: str) -> None:
    """A sealed folder, with this asked on the screen."""
    visit.desk.repository.seal(PASSPHRASE)
    await visit.to_day()
    await visit.app.navigator.ask_passphrase(Wish(wish))
    await visit.pilot.pause()


async def test_a_wrong_old_passphrase_is_said_before_a_new_one_is_asked(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_and_asked(visit, "change")
        await seal(visit, "verkeerd")
        assert "Dat is niet de wachtzin van deze map" in visit.flat
        assert visit.t("the passphrase as it is now, or the recovery key") in visit.flat
        await seal(visit, PASSPHRASE)
        assert visit.t("the new passphrase") in visit.flat


async def test_what_is_typed_while_the_old_passphrase_is_tried_stays_on_the_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_and_asked(visit, "change")
        await visit.enter(PASSPHRASE, "een andere zin")
        await worked(visit)
        await seal(visit, "", "een andere zin")
        assert visit.screen == "day"
    assert KeyFile(tmp_path / "data").unlock("een andere zin")


@pytest.mark.parametrize("wish", ["change", "renew", "new_key"])
async def test_esc_leaves_a_change_be_and_only_the_first_question_is_skipped(
    tmp_path: Path, wish: str
) -> None:
    async with opened(tmp_path) as visit:
        await sealed_and_asked(visit, wish)
        keys = visit.text.splitlines()[-1]
        assert "laat maar" in keys
        assert visit.t("skip this") not in keys
        await visit.press("escape")
        assert visit.screen == "day"


async def test_an_enter_on_an_empty_line_says_what_is_waited_for(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await visit.press("enter")
        assert visit.screen == "passphrase"
        assert visit.t("There is nothing on the line yet; take your time, then Enter.") in visit.flat


async def test_what_the_seal_does_not_reach_is_counted_where_the_key_is_shown(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        copy = tmp_path / "data" / "2026-2027-kopie" / "days"
        copy.mkdir(parents=True)
        for path in (tmp_path / "data" / "notes.txt", copy / "2026-08-25"):
            path.write_text("Xenakis")
        await visit.to_day()
        await visit.app.navigator.ask_passphrase(Wish.SEAL)
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE, PASSPHRASE)
        assert visit.screen == "recoverykey"
        assert "2 bestanden in" in visit.flat
        assert "'startgesprek check' noemt ze" in visit.flat


async def test_a_folder_that_is_sealed_to_the_last_file_is_said_to_be_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.app.navigator.ask_passphrase(Wish.SEAL)
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE, PASSPHRASE)
        sentence = visit.t("Everything in {folder} is sealed.", folder=tmp_path / "data")
        assert "".join(sentence.split()) in "".join(visit.text.split())


async def test_a_new_recovery_key_ends_the_old_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        old = visit.desk.repository.seal(PASSPHRASE).recovery_key
        await visit.to_day()
        await visit.app.navigator.ask_passphrase(Wish.RENEW)
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE)
        new = next(word for word in visit.text.split() if word.count("-") == 4)
        assert new != old
        assert KeyFile(tmp_path / "data").unlock(new)


async def test_a_new_key_seals_everything_anew_and_shows_its_recovery_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_and_asked(visit, "new_key")
        assert "ook niet met een oude reservekopie erbij" in visit.flat
        before = visit.desk.repository.sealer.name
        await seal(visit, PASSPHRASE, "een andere zin", "een andere zin")
        new = next(word for word in visit.text.split() if word.count("-") == 4)
        assert visit.desk.repository.sealer.name != before
        await visit.press("f8")
        await worked(visit)
        visit.desk.do(StepName.CANCELLED, visit.talk().cancel())
        await visit.kept()
    sealer = KeyFile(tmp_path / "data").unlock(new)
    assert Repository.reading(tmp_path / "data", sealer).day(DAY).in_order[0].state is TalkState.CANCELLED
    with pytest.raises(WrongPassphrase):
        KeyFile(tmp_path / "data").unlock(PASSPHRASE)


def test_a_folder_that_was_sealed_is_not_asked_again(tmp_path: Path) -> None:
    with Repository(tmp_path / "data", new_id=new_id) as repository:
        assert to_be_asked(repository)
        remember_asked(repository)
        assert not to_be_asked(repository)
        repository.save_settings(Settings())
        repository.seal(PASSPHRASE)
        assert is_sealed(repository)
        assert not to_be_asked(repository)
