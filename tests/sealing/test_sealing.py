from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.draft import Draft
from store.files.envelope import Header
from store.files.errors import (
    AlreadySealed,
    DamagedFile,
    DamagedKeyFile,
    Kind,
    MissingKeyFile,
    NotSaved,
    OtherSeal,
    WrongPassphrase,
)
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.key_wrapping import Cost
from store.files.sealing.passphrase import Advice, advice
from store.files.sealing.recovery_key import ALPHABET, as_recovery_key, new_recovery_key
from store.files.sealing.seal_folder import finish_sealing, seal_folder
from store.language import Translator
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, changed, new_id
from tests.sealing.readable import readable
from tui.words.file_errors import file_words

CHEAP = Cost(passes=1, kib=64, lanes=1)
SECRET = "vier paarse egels dansen"


def key_file(folder: Path) -> KeyFile:
    folder.mkdir(exist_ok=True)
    return KeyFile(folder, cost=CHEAP)


def test_the_passphrase_and_the_recovery_key_open_the_same_data(folder: Path) -> None:
    made = key_file(folder).create(SECRET)
    with Repository(folder, new_id=new_id, sealer=made.sealer) as repository:
        repository.save(a_day(2))
    for secret in (SECRET, made.recovery_key, made.recovery_key.lower().replace("-", " ")):
        sealer = KeyFile(folder).unlock(secret)
        assert Repository.reading(folder, sealer).day(DAY) == a_day(2)


def test_a_wrong_passphrase_a_damaged_and_a_missing_key_file_are_three_things(folder: Path) -> None:
    made = key_file(folder).create(SECRET)
    with Repository(folder, new_id=new_id, sealer=made.sealer) as repository:
        repository.save(a_day(1))
    file = KeyFile(folder)
    with pytest.raises(WrongPassphrase):
        file.unlock("vier paarse egels zingen")
    with pytest.raises(WrongPassphrase):
        file.unlock(new_recovery_key())
    for name in ("key", "key.copy"):
        (folder / name).write_bytes((folder / name).read_bytes()[:-1])
    with pytest.raises(DamagedKeyFile):
        file.unlock(SECRET)
    for name in ("key", "key.copy"):
        (folder / name).unlink()
    assert file.is_missing()
    with pytest.raises(MissingKeyFile):
        file.unlock(SECRET)
    with pytest.raises(OtherSeal):
        Repository.reading(folder).day(DAY)


@pytest.mark.parametrize("content", [None, b"", b"\0" * 600, b"torn"])
def test_the_copy_of_the_key_file_takes_over_and_mends_it(folder: Path, content: bytes | None) -> None:
    key_file(folder).create(SECRET)
    sound = (folder / "key").read_bytes()
    (folder / "key").unlink()
    if content is not None:
        (folder / "key").write_bytes(content)
    file = KeyFile(folder)
    sealer = file.unlock(SECRET)
    file.mend()
    assert (folder / "key").read_bytes() == (folder / "key.copy").read_bytes()
    assert len((folder / "key").read_bytes()) == len(sound)
    assert file.unlock(SECRET).key == sealer.key


def test_every_truncation_of_a_key_file_is_noticed(folder: Path) -> None:
    key_file(folder).create(SECRET)
    (folder / "key.copy").unlink()
    blob = (folder / "key").read_bytes()
    for length in range(len(blob)):
        (folder / "key").write_bytes(blob[:length])
        with pytest.raises(DamagedKeyFile):
            KeyFile(folder).unlock(SECRET)


def test_a_second_key_is_never_made(folder: Path) -> None:
    key_file(folder).create(SECRET)
    before = (folder / "key").read_bytes()
    with pytest.raises(AlreadySealed):
        KeyFile(folder, cost=CHEAP).create("iets anders")
    assert (folder / "key").read_bytes() == before


@pytest.mark.parametrize("empty", ["", " ", "\n", "\t \r\n"])
def test_only_an_empty_passphrase_is_refused(folder: Path, empty: str) -> None:
    with pytest.raises(ValueError, match="at least one letter"):
        key_file(folder).create(empty)
    assert not KeyFile(folder).exists()


def test_accents_open_however_a_keyboard_composes_them(folder: Path) -> None:
    key_file(folder).create("één café")
    assert KeyFile(folder).unlock("één café\n")


def test_a_changed_passphrase_opens_and_the_old_one_does_not(folder: Path) -> None:
    made = key_file(folder).create(SECRET)
    KeyFile(folder, cost=CHEAP).change(SECRET, "nieuw")
    assert KeyFile(folder).unlock("nieuw").key == made.sealer.key
    assert KeyFile(folder).unlock(made.recovery_key).key == made.sealer.key
    with pytest.raises(WrongPassphrase):
        KeyFile(folder).unlock(SECRET)
    assert SECRET.encode() not in (folder / "key").read_bytes()


def test_a_forgotten_passphrase_is_replaced_by_recovery_key_and_a_lost_recovery_key_by_passphrase(
    folder: Path,
) -> None:
    made = key_file(folder).create(SECRET)
    KeyFile(folder, cost=CHEAP).change(made.recovery_key, "nieuw")
    renewed = KeyFile(folder).renew_recovery_key("nieuw")
    assert KeyFile(folder).unlock(renewed.recovery_key).key == made.sealer.key
    with pytest.raises(WrongPassphrase):
        KeyFile(folder).unlock(made.recovery_key)


def test_one_wrong_letter_in_a_recovery_key_is_mostly_seen_as_such() -> None:
    key = new_recovery_key()
    typed = as_recovery_key(key)
    assert typed is not None
    others = [key.replace(key[0], letter, 1) for letter in ALPHABET if letter != key[0]]
    assert sum(as_recovery_key(other) is not None for other in others) <= 6
    assert as_recovery_key(key.replace("0", "o").replace("1", "l")) == typed


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Advice.EMPTY),
        ("  ", Advice.EMPTY),
        ("0612345678901", Advice.DIGITS),
        ("groep 3", Advice.SHORT),
        ("aaaaaaaaaaaaaaaaa", Advice.MONOTONOUS),
        (SECRET, Advice.GOOD),
    ],
)
def test_advice_on_a_passphrase(passphrase: str, expected: Advice) -> None:
    assert advice(passphrase) is expected


def test_no_two_seals_of_the_same_day_are_alike(folder: Path) -> None:
    sealer = key_file(folder).create(SECRET).sealer
    header = Header(Kind.DAY, "2026-08-25", "f", 1)
    assert len({sealer.seal(b"Marinka", header)[:12] for _ in range(500)}) == 500


@pytest.mark.parametrize(
    "other",
    [
        Header(Kind.DRAFT, "2026-08-25", "f", 1),
        Header(Kind.DAY, "2026-08-26", "f", 1),
        Header(Kind.DAY, "2026-08-25", "g", 1),
        Header(Kind.DAY, "2026-08-25", "f", 2),
    ],
)
def test_what_is_sealed_opens_under_no_other_header(folder: Path, other: Header) -> None:
    sealer = key_file(folder).create(SECRET).sealer
    stored = sealer.seal(b"Marinka", Header(Kind.DAY, "2026-08-25", "f", 1))
    with pytest.raises(ValueError, match="sealed"):
        sealer.unseal(stored, other)


def test_sealing_later_leaves_nothing_readable_behind(folder: Path) -> None:
    day = a_day(3)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day)
        repository.save(later := changed(day, "geheim-woord"))
        draft = Draft(talk=day.talks[0].id, number=9, place="carer", text="geheim-woord")
        repository.keep_drafts(DAY, (draft,))
    damaged = (folder / DAY_FILE).with_name("2026-08-25.damaged-1")
    damaged.write_bytes(b"half a file with geheim-woord")
    (folder / DAY_FILE).with_name("2026-08-26.tmp").write_bytes(b"geheim-woord")
    made = seal_folder(folder, SECRET, cost=CHEAP)
    assert readable(folder) == ()
    with Repository(folder, new_id=new_id, sealer=made.sealer) as repository:
        assert repository.day(DAY) == later
        assert repository.previous(DAY) == day
        assert repository.drafts(DAY) == (draft,)
    assert readable(folder) == ()
    names = [talk.pupil.first_name.encode() for talk in day.talks]
    for path in (path for path in folder.rglob("*") if path.is_file()):
        assert not [each for each in (b"geheim-woord", b"06-12345678", *names) if each in path.read_bytes()]


def test_sealing_that_was_stopped_halfway_is_finished(folder: Path) -> None:
    day = a_day(3)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day)
        repository.save(later := changed(day))
    puts = 0

    def put(path: Path, blob: bytes, previous: Path | None) -> None:
        nonlocal puts
        puts += 1
        if puts == 4:
            raise OSError(28, "full")
        path.write_bytes(blob)

    with pytest.raises(NotSaved):
        seal_folder(folder, SECRET, put=put, cost=CHEAP)
    assert KeyFile(folder).pending()
    assert readable(folder) != ()
    sealer = KeyFile(folder).unlock(SECRET)
    finish_sealing(folder, sealer)
    assert not KeyFile(folder).pending()
    assert readable(folder) == ()
    assert Repository.reading(folder, sealer).day(DAY) == later
    assert Repository.reading(folder, sealer).previous(DAY) == day


def test_a_plain_file_in_a_sealed_folder_is_not_taken_for_ours(folder: Path) -> None:
    made = key_file(folder).create(SECRET)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
    with pytest.raises(OtherSeal) as caught:
        Repository.reading(folder, made.sealer).day(DAY)
    assert caught.value.found == "plain"


def test_a_file_of_another_key_is_named_as_such_and_not_called_damaged(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    with Repository(one, new_id=new_id, sealer=key_file(one).create(SECRET).sealer) as repository:
        repository.save(a_day(1))
    sealer = key_file(two).create(SECRET).sealer
    (two / DAY_FILE).parent.mkdir(parents=True)
    (two / DAY_FILE).write_bytes((one / DAY_FILE).read_bytes())
    with pytest.raises(OtherSeal) as refused:
        Repository.reading(two, sealer).day(DAY)
    assert "another folder" in file_words(refused.value, Translator("en"))


def test_a_damaged_day_stays_damaged_when_it_is_sealed(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
    (folder / DAY_FILE).write_bytes(b"torn")
    made = seal_folder(folder, SECRET, cost=CHEAP)
    with pytest.raises(DamagedFile):
        Repository.reading(folder, made.sealer).day(DAY)
    assert b"torn" not in (folder / DAY_FILE).read_bytes()
