"""A sealed file that is not what was written: all of it noticed, none of it silently accepted."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from store.files.errors import Damage, DamagedFile, NewerFormat, OtherSeal
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.faults.stores import sealed
from tests.files.given import DAY_FILE, PREVIOUS, changed, resigned

OTHER = DAY + timedelta(days=1)


@pytest.fixture
def repository(folder: Path) -> Iterator[Repository]:
    with sealed(folder) as opened:
        yield opened


def test_every_truncation_of_a_sealed_day_is_noticed(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    file, blob = folder / DAY_FILE, (folder / DAY_FILE).read_bytes()
    for length in range(len(blob)):
        file.write_bytes(blob[:length])
        with pytest.raises(DamagedFile):
            repository.day(DAY)
    file.write_bytes(blob)
    assert repository.day(DAY) == a_day(1)


def test_two_thousand_flipped_bytes_of_a_sealed_day_are_noticed(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    file, blob = folder / DAY_FILE, (folder / DAY_FILE).read_bytes()
    chance = random.Random(11)
    for at in (chance.randrange(len(blob)) for _ in range(2000)):
        flipped = bytearray(blob)
        flipped[at] ^= 1 << chance.randrange(8)
        file.write_bytes(flipped)
        # a flip in the digit of the format makes it a newer one: refused as well
        with pytest.raises((DamagedFile, NewerFormat)):
            repository.day(DAY)


def test_a_change_with_a_right_checksum_is_noticed_by_the_seal(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    file, blob = folder / DAY_FILE, (folder / DAY_FILE).read_bytes()
    chance = random.Random(12)
    for _ in range(200):
        at = chance.randrange(len(blob.partition(b"\n")[2]))

        def forged(line: bytes, stored: bytes, at: int = at) -> tuple[bytes, bytes]:
            return line, stored[:at] + bytes([stored[at] ^ 1]) + stored[at + 1 :]

        file.write_bytes(resigned(blob, forged))
        with pytest.raises(DamagedFile) as caught:
            repository.day(DAY)
        assert caught.value.damage is Damage.SEAL


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"generation":1', b'"generation":2'),
        (b'"file":"', b'"file":"x'),
        (b'"kind":"day","format":1,"of":"2026-08-25"', b'"kind":"day","format":1,"of":"2026-08-26"'),
    ],
)
def test_a_forged_header_with_a_right_checksum_is_noticed(
    repository: Repository, folder: Path, old: bytes, new: bytes
) -> None:
    repository.save(a_day(1))
    blob = (folder / DAY_FILE).read_bytes()
    assert old in blob
    forged = resigned(blob, lambda line, stored: (line.replace(old, new), stored))
    target = OTHER if b"08-26" in new else DAY
    (folder / DAY_FILE).with_name(target.isoformat()).write_bytes(forged)
    with pytest.raises(DamagedFile) as caught:
        repository.day(target)
    assert caught.value.damage is Damage.SEAL


def test_two_sealed_days_that_were_swapped_are_noticed(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    repository.save(a_day(1, OTHER))
    one, two = folder / DAY_FILE, (folder / DAY_FILE).with_name(OTHER.isoformat())
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    for day in (DAY, OTHER):
        with pytest.raises(DamagedFile) as caught:
            repository.day(day)
        assert caught.value.damage is Damage.MISPLACED


@pytest.mark.parametrize("content", [b"", b"\0" * 5000])
def test_an_emptied_sealed_day_is_damage(repository: Repository, folder: Path, content: bytes) -> None:
    repository.save(a_day(1))
    (folder / DAY_FILE).write_bytes(content)
    with pytest.raises(DamagedFile):
        repository.day(DAY)


def test_an_older_sealed_day_that_is_put_back_passes_and_is_not_written_over(
    repository: Repository, folder: Path
) -> None:
    repository.save(day := a_day(1))
    old = (folder / DAY_FILE).read_bytes()
    repository.save(later := changed(day))
    (folder / DAY_FILE).write_bytes(old)
    # known and said in SECURITY.md: nothing on the disk can tell which of two true days is the newest
    assert Repository.reading(folder, repository.sealer).day(DAY) == day
    repository.save(changed(later, "verder"))
    assert (folder / DAY_FILE).with_name("2026-08-25.found-1").read_bytes() == old


def test_a_newer_format_of_a_sealed_day_is_refused_and_untouched(
    repository: Repository, folder: Path
) -> None:
    repository.save(day := a_day(1))
    blob = (folder / DAY_FILE).read_bytes().replace(b'"format":1', b'"format":9')
    (folder / DAY_FILE).write_bytes(blob)
    with pytest.raises(NewerFormat):
        repository.day(DAY)
    with pytest.raises(NewerFormat):
        repository.save(changed(day))
    assert (folder / DAY_FILE).read_bytes() == blob


def test_the_name_of_another_seal_is_no_damage(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    blob = (folder / DAY_FILE).read_bytes()
    (folder / DAY_FILE).write_bytes(
        resigned(blob, lambda line, stored: (line.replace(b":faults", b":others"), stored))
    )
    with pytest.raises(OtherSeal):
        repository.day(DAY)


def test_a_damaged_sealed_day_offers_its_previous_generation(repository: Repository, folder: Path) -> None:
    repository.save(day := a_day(1))
    repository.save(changed(day))
    (folder / DAY_FILE).write_bytes((folder / DAY_FILE).read_bytes()[:-1])
    assert repository.restore_previous(DAY)
    assert repository.day(DAY) == day
    assert (folder / PREVIOUS).exists()
