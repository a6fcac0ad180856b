"""The passphrase: asked at the first run, set later, changed, and what it opens (issue 3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.settings import Settings
from store.files.key_file import KeyFile
from store.files.passphrase import Advice
from store.files.repository import Repository
from store.files.turn_on import readable
from tests.flows.classroom import DAY, new_id, opened
from tests.flows.trusting import PASSPHRASE, seal
from tui.screens.passphrase_asked import ADVICE
from tui.seal_work import QUESTION, is_sealed, remember_asked, to_be_asked


async def test_one_esc_skips_the_passphrase_and_it_is_not_asked_again(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        assert visit.screen == "passphrase"
        assert "herstelsleutel" in visit.flat
        await visit.press("escape")
        assert visit.screen == "byhand"
        assert QUESTION in visit.desk.repository.settings().asked
        assert not to_be_asked(visit.desk.repository)


async def test_the_demo_does_not_ask(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("d")
    assert visit.app.return_value == "demo"


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
        await visit.press("enter")
        await seal(visit, typed)
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
        await visit.app.ask_passphrase("seal")
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


async def test_the_palette_of_the_day_changes_the_passphrase(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.app.ask_passphrase("seal")
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE, PASSPHRASE)
        await visit.press("f9", "ctrl+p")
        await visit.type(visit.t("change the passphrase"))
        await visit.press("enter")
        await visit.pilot.pause()
        await seal(visit, "verkeerd", "nieuw nieuw nieuw", "nieuw nieuw nieuw")
        assert KeyFile(tmp_path / "data").unlock(PASSPHRASE)
        await seal(visit, PASSPHRASE, "een andere zin", "een andere zin")
        assert visit.screen == "day"
        assert KeyFile(tmp_path / "data").unlock("een andere zin")


async def test_a_new_recovery_key_ends_the_old_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        old = visit.desk.repository.seal(PASSPHRASE).recovery_key
        await visit.to_day()
        await visit.app.ask_passphrase("renew")
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE)
        new = next(word for word in visit.text.split() if word.count("-") == 4)
        assert new != old
        assert KeyFile(tmp_path / "data").unlock(new)


def test_a_folder_that_was_sealed_is_not_asked_again(tmp_path: Path) -> None:
    with Repository(tmp_path / "data", new_id=new_id) as repository:
        assert to_be_asked(repository)
        remember_asked(repository)
        assert not to_be_asked(repository)
        repository.save_settings(Settings())
        repository.seal(PASSPHRASE)
        assert is_sealed(repository)
        assert not to_be_asked(repository)
