"""What `check` says about files: each once, and never to throw away what can still be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.domain.draft import Draft
from store.files import disk
from store.files.backups import archive, backup
from store.files.envelope import Sealer
from store.files.health import Finding, Level, What, examine
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.language import Translator
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, PREVIOUS, changed, new_id
from tests.files.two_families import HANDED, command, opened
from tests.sealing.test_sealing import SECRET
from tui.words.check.findings import finding_words

NOW = datetime(2026, 8, 26, 9, tzinfo=UTC)
SCHOOL_FILE = Path("2026-2027", "school")
BAD: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda blob: blob[: len(blob) // 2],
    "cut off in its first line": lambda blob: blob[:20],
    "empty": lambda blob: b"",
    "zeros": lambda blob: bytes(len(blob)),
    "flipped": lambda blob: blob[:-1] + bytes([blob[-1] ^ 1]),
    "overwritten": lambda blob: b"half a file",
}


def found(folder: Path, *, sealed: bool = True, sealer: Sealer | None = None) -> list[Finding]:
    key = sealer or (KeyFile(folder).unlock(SECRET) if sealed else None)
    return [each for each in examine(folder, key, NOW) if each.level is not Level.FINE]


def about(path: Path, findings: list[Finding]) -> list[What]:
    return [each.what for each in findings if each.value == str(path)]


def spoil(path: Path, how: str) -> None:
    path.write_bytes(BAD[how](path.read_bytes()))


@pytest.mark.parametrize("how", BAD)
@pytest.mark.parametrize("name", [DAY_FILE, SCHOOL_FILE], ids=str)
def test_a_damaged_file_of_a_sealed_folder_is_damaged_and_nothing_else(
    filled: Path, how: str, name: Path
) -> None:
    spoil(filled / name, how)
    assert about(filled / name, found(filled)) == [What.DAMAGED]


@pytest.mark.parametrize("how", BAD)
def test_damaged_settings_are_damaged_and_nothing_else(filled: Path, how: str) -> None:
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        repository.save_settings(repository.settings().answered("passphrase"))
    spoil(filled / "settings", how)
    assert about(filled / "settings", found(filled)) == [What.SETTINGS_DAMAGED]
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        assert repository.lost_settings() == filled / "settings"
        repository.save_settings(repository.settings().answered("passphrase"))
        aside = filled / "settings.damaged-1"
        assert repository.lost_settings() == aside
        assert about(aside, found(filled)) == [What.SETTINGS_LOST]
        aside.unlink()
        assert repository.lost_settings() is None


@pytest.mark.parametrize("how", BAD)
def test_a_damaged_backup_is_damaged_and_nothing_else(filled: Path, how: str) -> None:
    (path,) = (filled / "backups").iterdir()
    older = path.with_name(path.name.replace("2026-08-25", "2026-08-20"))
    older.write_bytes(path.read_bytes())
    for each in (path, older):
        spoil(each, how)
        assert about(each, found(filled)) == [What.BACKUP_DAMAGED]


def test_a_sealed_backup_of_a_damaged_day_is_sealed(filled: Path) -> None:
    spoil(filled / DAY_FILE, "cut off in its first line")
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        backup.daily(repository, repository.layout.backups, today=DAY, now=NOW, keep=7)
    assert What.READABLE not in {each.what for each in found(filled)}


@pytest.mark.parametrize("name", ["klas.csv", "2026-2027/klas.csv", "backups/scriptie.txt", "x/y"])
def test_a_foreign_file_in_a_sealed_folder_can_be_read_and_is_said_so_once(filled: Path, name: str) -> None:
    (filled / name).parent.mkdir(exist_ok=True)
    (filled / name).write_text("Liv")
    assert about(filled / name, found(filled)) == [What.READABLE]


def test_a_plain_day_or_backup_in_a_sealed_folder_can_be_read_and_is_said_so_once(
    filled: Path, tmp_path: Path
) -> None:
    with Repository(tmp_path / "plain", new_id=new_id) as repository:
        repository.save(a_day(1))
        backup.daily(repository, repository.layout.backups, today=DAY, now=HANDED, keep=7)
    (copy,) = (tmp_path / "plain/backups").iterdir()
    (filled / DAY_FILE).write_bytes((tmp_path / "plain" / DAY_FILE).read_bytes())
    (filled / "backups" / copy.name).write_bytes(copy.read_bytes())
    findings = found(filled)
    assert about(filled / DAY_FILE, findings) == [What.READABLE]
    assert What.READABLE in about(filled / "backups" / copy.name, findings)


def test_what_was_set_aside_for_damage_is_said_to_be_so_and_another_name_is_not(filled: Path) -> None:
    aside = (filled / DAY_FILE).with_name("2026-08-25.damaged-1")
    aside.write_bytes((filled / DAY_FILE).read_bytes())
    assert about(aside, found(filled)) == [What.SET_ASIDE]


@pytest.mark.parametrize("name", ["2026-2027/school.x", "2026-2027/days/notes.txt", "settings.old"])
def test_an_unknown_file_is_never_said_to_have_been_damaged(folder: Path, name: str) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
    (folder / name).write_text("Liv")
    assert about(folder / name, found(folder, sealed=False)) == [What.FOREIGN]


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("can_open", [True, False])
def test_a_day_that_is_gone_is_said_while_its_previous_generation_is_there(
    filled: Path, folder: Path, tmp_path: Path, sealed: bool, can_open: bool
) -> None:
    place = filled if sealed else tmp_path / "plain"
    sealer = KeyFile(filled).unlock(SECRET) if sealed else None
    with Repository(place, new_id=new_id, sealer=sealer) as repository:
        repository.save(changed(a_day(2)))
        repository.save(a_day(2))
        repository.save_school(DAY, repository.school(DAY))
        repository.save_school(DAY, replace(repository.school(DAY), teacher="juf Els"))
    assert (place / PREVIOUS).exists()
    (place / DAY_FILE).unlink()
    (place / SCHOOL_FILE).unlink()
    findings = examine(place, sealer if can_open else None, NOW)
    gone = [(each.level, each.value) for each in findings if each.what is What.GONE]
    assert gone == [(Level.WRONG, str(place / DAY_FILE)), (Level.WRONG, str(place / SCHOOL_FILE))]
    assert What.DAMAGED not in {each.what for each in findings}


def test_a_file_that_the_disk_does_not_give_is_no_crash(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = disk.read

    def refusing(path: Path, most: int = -1) -> bytes:
        if path.name == "klas.csv":
            raise OSError(5, "input/output error")
        return read(path, most)

    (filled / "klas.csv").write_text("Liv")
    monkeypatch.setattr(disk, "read", refusing)
    assert about(filled / "klas.csv", found(filled)) == []


def test_a_backup_of_a_newer_version_is_no_crash(filled: Path) -> None:
    (path,) = (filled / "backups").iterdir()
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":9', 1))
    assert What.READABLE not in about(path, found(filled))


def test_the_words_say_what_to_do_about_each(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert archive.collect(Layout(filled), NOW).files
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        repository.save(changed(opened(filled).day(DAY)))
    (filled / DAY_FILE).unlink()
    assert command(filled, "check", "--passphrase-file", str(passphrase)) == 1
    said = capsys.readouterr().out
    assert f"{filled / DAY_FILE} is gone; its previous version is there. Open the app" in said
    assert "not sealed" not in said


@pytest.mark.parametrize("file", ["wrong", "none"])
def test_a_passphrase_file_that_is_not_right_is_refused_as_by_other_commands(
    filled: Path, tmp_path: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wrong").write_text("niet dit")
    assert command(filled, "check", "--passphrase-file", str(tmp_path / file)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1


def test_without_a_passphrase_the_outside_of_the_files_is_looked_at(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "check") == 0
    said = capsys.readouterr().out
    assert "nor backups in a folder of your choice" in said
    assert "2 files are whole" in said
    spoil(filled / DAY_FILE, "flipped")
    assert command(filled, "check") == 1
    assert f"{filled / DAY_FILE} is damaged" in capsys.readouterr().out


@pytest.mark.parametrize("how", BAD)
def test_damage_that_costs_no_more_than_a_half_line_or_the_version_before_says_what_to_do(
    filled: Path, how: str
) -> None:
    day = Repository.reading(filled, KeyFile(filled).unlock(SECRET)).day(DAY)
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        repository.save(changed(day))
        repository.keep_drafts(DAY, (Draft(talk=day.talks[0].id, number=1, place="carer", text="half"),))
    draft = filled / "2026-2027/drafts/2026-08-25"
    for path, what in ((draft, What.DRAFT_DAMAGED), (filled / PREVIOUS, What.PREVIOUS_DAMAGED)):
        spoil(path, how)
        assert about(path, found(filled)) == [what]
        path.unlink()
        assert found(filled, sealer=KeyFile(filled).unlock(SECRET)) == found(filled)
        assert about(path, found(filled)) == []


def test_a_damaged_version_before_is_not_to_be_deleted_while_the_newest_is_damaged_too(filled: Path) -> None:
    day = Repository.reading(filled, KeyFile(filled).unlock(SECRET)).day(DAY)
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        repository.save(changed(day))
    for path in (filled / DAY_FILE, filled / PREVIOUS):
        spoil(path, "flipped")
    for path in (filled / DAY_FILE, filled / PREVIOUS):
        assert about(path, found(filled)) == [What.DAMAGED]


def test_where_no_data_folder_can_be_made_it_is_said(tmp_path: Path) -> None:
    file, link = tmp_path / "exist.txt", tmp_path / "link"
    file.touch()
    link.symlink_to(tmp_path / "nowhere")
    for folder, said in ((file, file), (file / "sub", file), (link, link), (link / "sub", link)):
        assert examine(folder, None, NOW) == [Finding(What.NO_PLACE, Level.WRONG, str(said))]
    assert [each.what for each in examine(tmp_path / "new/data", None, NOW)] == [What.NO_FOLDER]


def test_room_on_the_disk_is_said_as_it_is_read_at_a_glance() -> None:
    t = Translator("en")
    said = [finding_words(Finding(What.SPACE_FINE, Level.FINE, "", each), t) for each in (512, 80_555)]
    assert said == ["There is 512 MB of room on the disk.", "There is 80 GB of room on the disk."]
