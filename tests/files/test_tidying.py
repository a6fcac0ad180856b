"""What a start puts in order, and that it says all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from store.domain.draft import OF_NO_TALK, Draft
from store.files.repository import FinishedMove, Repository, Tidied
from store.language import Translator
from tests.faults.invented import DAY, a_day
from tests.files.given import new_id
from tests.files.test_move_talk import LATER
from tui.desk.setup.locked_folder import enter
from tui.words.tidied import tidied_words

DRAFTS = f"2026-2027/drafts/{DAY}"


def half(talk: str, text: str = "wanneer bel") -> Draft:
    return Draft(talk=talk, number=1, place="carer//", text=text)


def test_a_folder_in_order_has_nothing_to_say(repository: Repository) -> None:
    repository.save(day := a_day(2))
    repository.keep_drafts(DAY, (half(day.talks[0].id),))
    assert repository.tidy() == Tidied()
    assert repository.drafts(DAY) == (half(day.talks[0].id),)


def test_a_half_typed_line_of_no_talk_is_dropped_and_given(repository: Repository) -> None:
    repository.save(day := a_day(2))
    kept, stray = half(day.talks[0].id), half("gone", "slaapt sl")
    repository.keep_drafts(DAY, (kept, stray))
    assert repository.tidy().dropped == (stray,)
    assert repository.tidy().dropped == ()
    assert repository.drafts(DAY) == (kept,)


def test_a_damaged_file_with_half_typed_lines_is_set_aside_once(repository: Repository, folder: Path) -> None:
    repository.save(day := a_day(1))
    repository.keep_drafts(DAY, (half(day.talks[0].id),))
    (folder / DRAFTS).write_bytes(b"junk")
    assert repository.tidy().set_aside == (folder / f"{DRAFTS}.damaged-1",)
    assert (folder / f"{DRAFTS}.damaged-1").read_bytes() == b"junk"
    assert repository.tidy().set_aside == ()
    repository.keep_drafts(DAY, (half(day.talks[0].id),))
    assert repository.drafts(DAY) == (half(day.talks[0].id),)


def test_half_typed_lines_of_a_day_that_cannot_be_read_stay(repository: Repository, folder: Path) -> None:
    repository.save(day := a_day(1))
    repository.keep_drafts(DAY, (half(day.talks[0].id),))
    path = folder / f"2026-2027/days/{DAY}"
    path.write_bytes(path.read_bytes()[:-1])
    before = (folder / DRAFTS).read_bytes()
    assert repository.tidy() == Tidied()
    assert (folder / DRAFTS).read_bytes() == before


def test_entering_says_in_words_what_was_put_in_order(folder: Path) -> None:
    day = a_day(2)
    talk, t = day.talks[0], Translator("en")
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day)
        repository.move_talk(talk.id, DAY, datetime(2026, 8, 27, 9))
        repository.save(day)
        repository.keep_drafts(DAY, (half("gone", "slaapt [sl]"),))
    repository = Repository(folder, new_id=new_id)
    try:
        found = enter(repository, None, DAY)
    finally:
        repository.close()
    assert found.tidied.moves == (FinishedMove(talk.id, kept=LATER, removed=DAY),)
    move, line = tidied_words(found, t)
    assert talk.pupil.first_name in move
    assert "27 Aug" in move
    assert line.endswith("slaapt [sl]")


def test_a_line_of_no_talk_comes_along_to_the_day_that_is_opened(repository: Repository) -> None:
    repository.save(day := a_day(1))
    repository.save(replace(a_day(1), date=LATER, talks=()))
    mine, answer = half(day.talks[0].id), replace(half(OF_NO_TALK, "29 ja"), place="asked/settings")
    other = replace(answer, place="asked/import", text="plan")
    repository.keep_drafts(DAY, (mine, answer))
    repository.keep_drafts(LATER, (other,))
    assert repository.bring_along(LATER) == repository.drafts(LATER) == (other, answer)
    assert repository.drafts(DAY) == (mine,)


def test_a_line_that_came_along_halfway_comes_once_and_another_answer_stays_where_it_is(
    repository: Repository,
) -> None:
    repository.save(a_day(1))
    repository.save(replace(a_day(1), date=LATER, talks=()))
    answer = replace(half(OF_NO_TALK, "29 ja"), place="asked/settings")
    repository.keep_drafts(DAY, (answer,))
    repository.keep_drafts(LATER, (answer,))
    assert repository.bring_along(LATER) == (answer,)
    assert repository.drafts(DAY) == ()
    repository.keep_drafts(DAY, (older := replace(answer, text="25 jun"),))
    assert repository.bring_along(LATER) == (answer,)
    assert repository.drafts(DAY) == (older,)
