from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from store.domain.draft import Draft
from store.files.errors import Damage, DamagedFile, NewerFormat, OtherSeal
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, PREVIOUS, changed, new_id, resigned

OTHER = date(2026, 8, 26)


@pytest.mark.parametrize(
    ("content", "damage"),
    [
        (b"", Damage.EMPTY),
        (b"\0" * 4096, Damage.ZEROS),
        (b"not ours at all", Damage.HEADER),
        (b'{"talks": {}}\n{}', Damage.HEADER),
        (b'{"magic":"startgesprek","format":"1"}\n{}', Damage.HEADER),
        (b'{"magic":"startgesprek","format":1}\n{}', Damage.HEADER),
        (b"\xff\xfe\n", Damage.HEADER),
        (b"[" * 100_000, Damage.HEADER),
    ],
)
def test_what_is_not_a_day_is_damage_and_never_an_empty_day(
    repository: Repository, folder: Path, content: bytes, damage: Damage
) -> None:
    repository.save(a_day(1))
    repository.save(other := a_day(2, OTHER))
    (folder / DAY_FILE).write_bytes(content)
    with pytest.raises(DamagedFile) as caught:
        repository.day(DAY)
    assert caught.value.damage is damage
    assert caught.value.path == folder / DAY_FILE
    assert repository.day(OTHER) == other
    assert repository.dates() == (DAY, OTHER)
    assert (folder / DAY_FILE).read_bytes() == content


def test_every_truncation_is_noticed(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    beside, file = Repository.reading(folder), folder / DAY_FILE
    blob = file.read_bytes()
    for length in range(len(blob)):
        file.write_bytes(blob[:length])
        with pytest.raises(DamagedFile):
            beside.day(DAY)
    file.write_bytes(blob)
    assert beside.day(DAY) == a_day(1)


def test_every_flipped_byte_is_noticed(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    beside, file = Repository.reading(folder), folder / DAY_FILE
    blob = file.read_bytes()
    chance = random.Random(5)
    for at in [*range(400), *(chance.randrange(len(blob)) for _ in range(1000))]:
        flipped = bytearray(blob)
        flipped[at] ^= 1 << chance.randrange(8)
        file.write_bytes(flipped)
        # a flip in the digit of the format makes it a newer one: refused as well
        with pytest.raises((DamagedFile, NewerFormat)):
            beside.day(DAY)


def test_a_day_under_the_name_of_another_is_noticed(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    repository.save(a_day(1, OTHER))
    other = (folder / DAY_FILE).with_name(OTHER.isoformat())
    other.write_bytes((folder / DAY_FILE).read_bytes())
    with pytest.raises(DamagedFile) as caught:
        Repository.reading(folder).day(OTHER)
    assert caught.value.damage is Damage.MISPLACED


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (b'"remark":""', b'"remark":7', "talks[0].remark"),
        (b'"state":"planned"', b'"state":"verplaatst"', "talks[0].state"),
        (b'"teacher":"",', b"", ""),
        (b'"id":"2026-08-25-0-p",', b"", "talks[0].pupil"),
        (b'"talks":{"1"', b'"talks":{"one"', ".talks"),
        (b'"revision":1}},', b'"revision":"1"}},', "day[0].revision"),
    ],
)
def test_a_sound_file_with_a_document_that_does_not_fit_says_where(
    repository: Repository, folder: Path, old: bytes, new: bytes, where: str
) -> None:
    repository.save(a_day(1))
    file = folder / DAY_FILE
    blob = file.read_bytes()
    assert blob.count(old) >= 1
    file.write_bytes(resigned(blob, lambda line, payload: (line, payload.replace(old, new, 1))))
    beside = Repository.reading(folder)
    if not where:
        assert beside.day(DAY) == a_day(1)
        return
    with pytest.raises(DamagedFile) as caught:
        beside.day(DAY)
    assert caught.value.damage is Damage.CONTENT
    assert where in caught.value.where
    assert "verplaatst" not in str(caught.value)


def test_a_damaged_day_is_not_written_over(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
    (folder / DAY_FILE).write_bytes(b"")
    with Repository(folder, new_id=new_id) as repository, pytest.raises(DamagedFile):
        repository.save(a_day(2))
    assert (folder / DAY_FILE).read_bytes() == b""


def test_a_day_that_is_damaged_while_it_is_open_goes_aside_and_is_kept_all_the_same(
    repository: Repository, folder: Path
) -> None:
    repository.save(first := a_day(2))
    repository.save(second := changed(first))
    (folder / DAY_FILE).write_bytes(b"torn")
    repository.save(third := changed(second, "toch"))
    assert repository.day(DAY) == third
    assert (folder / DAY_FILE).with_name("2026-08-25.damaged-1").read_bytes() == b"torn"
    assert repository.previous(DAY) == first


def test_a_day_that_was_read_and_then_damaged_goes_aside_at_the_first_save(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
    with Repository(folder, new_id=new_id) as repository:
        day = repository.day(DAY)
        (folder / DAY_FILE).write_bytes(b"torn")
        repository.save(later := changed(day))
        assert repository.day(DAY) == later
    assert (folder / DAY_FILE).with_name("2026-08-25.damaged-1").read_bytes() == b"torn"


def test_a_day_that_something_else_put_there_is_not_written_over(
    repository: Repository, folder: Path
) -> None:
    repository.save(first := a_day(1))
    old = (folder / DAY_FILE).read_bytes()
    repository.save(second := changed(first))
    (folder / DAY_FILE).unlink()
    (folder / DAY_FILE).write_bytes(old)
    repository.save(third := changed(second, "verder"))
    assert repository.day(DAY) == third
    assert (folder / DAY_FILE).with_name("2026-08-25.found-1").read_bytes() == old


def test_a_file_that_was_only_touched_is_the_same_file(repository: Repository, folder: Path) -> None:
    repository.save(first := a_day(1))
    (folder / DAY_FILE).touch()
    repository.save(second := changed(first))
    assert repository.day(DAY) == second
    assert repository.previous(DAY) == first
    assert len(list((folder / DAY_FILE).parent.iterdir())) == 1


def test_a_newer_format_is_refused_and_untouched(repository: Repository, folder: Path) -> None:
    repository.save(day := a_day(1))
    file = folder / DAY_FILE
    newer = b'{"magic":"startgesprek","format":9,"whatever":[]}\nanything'
    file.write_bytes(newer)
    with pytest.raises(NewerFormat) as caught:
        repository.day(DAY)
    assert caught.value.found == 9
    with pytest.raises(NewerFormat):
        repository.save(changed(day))
    assert file.read_bytes() == newer
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_file_that_is_sealed_otherwise_is_neither_damaged_nor_read(
    repository: Repository, folder: Path
) -> None:
    repository.save(a_day(1))
    file = folder / DAY_FILE
    file.write_bytes(
        resigned(
            file.read_bytes(), lambda line, payload: (line.replace(b'"plain"', b'"chacha"'), b"\x01\x02")
        )
    )
    with pytest.raises(OtherSeal) as caught:
        Repository.reading(folder).day(DAY)
    assert caught.value.found == "chacha"


def test_a_damaged_previous_generation_is_not_offered(repository: Repository, folder: Path) -> None:
    repository.save(day := a_day(1))
    repository.save(changed(day))
    (folder / PREVIOUS).write_bytes(b"")
    with pytest.raises(DamagedFile):
        repository.previous(DAY)
    (folder / DAY_FILE).write_bytes(b"torn")
    with pytest.raises(DamagedFile):
        repository.restore_previous(DAY)
    assert (folder / DAY_FILE).read_bytes() == b"torn"


def test_a_damaged_draft_does_not_stand_in_the_way_of_the_next(repository: Repository, folder: Path) -> None:
    day = a_day(1)
    repository.save(day)
    file = folder / "2026-2027/drafts" / DAY.isoformat()
    file.parent.mkdir()
    file.write_bytes(b"\0\0\0")
    with pytest.raises(DamagedFile):
        repository.drafts(DAY)
    draft = Draft(talk=day.talks[0].id, number=1, place="carer", text="opnieuw")
    repository.keep_drafts(DAY, (draft,))
    assert repository.drafts(DAY) == (draft,)
    assert file.with_name("2026-08-25.damaged-1").read_bytes() == b"\0\0\0"
