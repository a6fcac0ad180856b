from __future__ import annotations

import platform
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from store.files.errors import AnotherInstance
from store.files.folder_place import Risk, read_mount_command, read_mounts, remote, risk, synced
from store.files.repository import Repository
from tests.files.given import new_id

LINUX = """\
/dev/sda1 / ext4 rw 0 0
//school/share /mnt/Klas\\0403 cifs rw 0 0
/dev/sdb1 /mnt/Klas\\0403/stick vfat rw 0 0
juf@thuis: /home/juf/thuis fuse.sshfs rw 0 0
"""
MACOS = """\
/dev/disk1s1 on / (apfs, local, journaled)
//juf@server/Klas (3) on /Volumes/Klas (3) (smbfs, nodev, nosuid)
"""


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (PureWindowsPath(r"C:\Users\els\OneDrive - De Regenboog\startgesprek"), Risk.ONEDRIVE),
        (PureWindowsPath(r"C:\Users\els\iCloudDrive\data"), Risk.ICLOUD),
        (
            PurePosixPath("/Users/els/Library/CloudStorage/GoogleDrive-els@school.nl/My Drive"),
            Risk.GOOGLE_DRIVE,
        ),
        (PurePosixPath("/Users/els/Library/Mobile Documents/com~apple~CloudDocs"), Risk.ICLOUD),
        (PurePosixPath("/home/els/Dropbox (Privé)/klas"), Risk.DROPBOX),
        (PurePosixPath("/home/els/Nextcloud/klas"), Risk.NEXTCLOUD),
        (PurePosixPath("/home/els/ownCloud"), Risk.NEXTCLOUD),
        (PurePosixPath("/home/els/.local/share/startgesprek"), None),
        (PureWindowsPath(r"C:\Users\els\AppData\Local\startgesprek"), None),
    ],
)
def test_a_folder_of_a_sync_service_is_known_by_its_path(
    place: PurePosixPath | PureWindowsPath, found: Risk | None
) -> None:
    assert synced(place) is found


@pytest.mark.parametrize(
    ("place", "far"),
    [
        ("/home/els/data", False),
        ("/mnt/Klas 3/data", True),
        ("/mnt/Klas 3/stick/data", False),
        ("/mnt/Klas 30", False),
        ("/home/juf/thuis/data", True),
    ],
)
def test_a_network_share_is_known_by_what_is_mounted_where(place: str, far: bool) -> None:
    assert remote(PurePosixPath(place), read_mounts(LINUX)) is far


def test_a_network_share_is_known_on_macos_and_windows_too() -> None:
    assert remote(PurePosixPath("/Volumes/Klas (3)/data"), read_mount_command(MACOS))
    assert not remote(PurePosixPath("/Users/els/data"), read_mount_command(MACOS))
    assert remote(PureWindowsPath(r"\\server\klas\data"), [])
    assert remote(PureWindowsPath(r"H:\data"), [("H:\\", "cifs")])
    assert not remote(PureWindowsPath(r"C:\data"), [("H:\\", "cifs")])


def test_an_ordinary_folder_here_is_no_risk_and_stays_unmade(tmp_path: Path) -> None:
    assert risk(tmp_path / "data") is None
    assert risk(tmp_path / "OneDrive" / "data") is Risk.ONEDRIVE
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_others_see_too_is_refused_while_another_computer_has_it_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, stick = tmp_path / "OneDrive - De Regenboog" / "startgesprek", tmp_path / "stick"
    for folder in (shared, stick):
        with Repository(folder, new_id=new_id) as repository:
            left_open = repository.layout.mark.read_bytes()
        # the service brings what the other computer left there
        repository.layout.mark.write_bytes(left_open)
    monkeypatch.setattr(platform, "node", lambda: "lokaal-4")
    with pytest.raises(AnotherInstance) as refused:
        Repository(shared, new_id=new_id).open()
    assert refused.value.computer not in ("", "lokaal-4")
    assert refused.value.mark == shared / ".open"
    Repository(stick, new_id=new_id).open().close()
    shared.joinpath(".open").unlink()
    Repository(shared, new_id=new_id).open().close()
