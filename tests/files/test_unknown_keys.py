"""What a newer version wrote beside what this one knows stays in the file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.undo import StepName
from store.files.repository import Repository
from store.files.unknown_keys import keep_unknown
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, changed, new_id, resigned


def tables(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_bytes().partition(b"\n")[2])
    return found


def rewrite(file: Path, found: dict[str, Any]) -> None:
    """As a newer version would: another payload, and one key more in the header."""
    payload = json.dumps(found).encode()
    file.write_bytes(resigned(file.read_bytes(), lambda line, _: (line + b',"newer":1', payload)))


def enriched(folder: Path) -> SchoolDay:
    """A stored day with unknown keys at every depth."""
    day = a_day(2)
    talk = day.talks[0].drop_point(day.talks[0].points[0].id)
    day = day.put(talk, day.step("step", StepName.POINT_REMOVED, talk))
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day)
    found = tables(folder / DAY_FILE)
    found["moods"] = {"1": {"anything": [1.5, None]}}
    found["day"]["1"]["weather"] = "zon"
    talk_document = found["talks"]["1"]
    talk_document["room"] = "12b"
    talk_document["pupil"]["nickname"] = "Lief"
    talk_document["pupil"]["carers"][1]["work"] = "vrachtwagen"
    for point in talk_document["points"]:
        point["colour"] = point["id"]
    found["steps"]["1"]["reason"] = "per ongeluk"
    rewrite(folder / DAY_FILE, found)
    return day


def test_unknown_keys_do_not_hinder_reading(folder: Path) -> None:
    day = enriched(folder)
    assert Repository.reading(folder).day(DAY) == day


def test_unknown_keys_are_kept_at_every_depth(folder: Path) -> None:
    day = enriched(folder)
    talk = day.talks[0]
    moved = replace(talk, remark="nieuw", points=(*talk.points[3:], talk.points[0]))
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day := day.put(moved))
        repository.save(day := changed(day, "nog nieuwer"))
        assert repository.day(DAY) == day
    found = tables(folder / DAY_FILE)
    document = found["talks"]["1"]
    assert found["moods"] == {"1": {"anything": [1.5, None]}}
    assert found["day"]["1"]["weather"] == "zon"
    assert document["remark"] == "nog nieuwer"
    assert document["room"] == "12b"
    assert document["pupil"]["nickname"] == "Lief"
    assert document["pupil"]["carers"][1]["work"] == "vrachtwagen"
    assert [point["colour"] for point in document["points"]] == [point["id"] for point in document["points"]]
    assert found["steps"]["1"]["reason"] == "per ongeluk"
    assert "room" not in found["talks"]["2"]


def test_unknown_keys_go_with_the_record_they_belong_to(folder: Path) -> None:
    day = enriched(folder)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day.without(day.talks[0].id))
    found = tables(folder / DAY_FILE)
    assert [document["id"] for document in found["talks"].values()] == [day.talks[1].id]
    assert "room" not in next(iter(found["talks"].values()))


def test_unknown_keys_of_the_school_are_kept(folder: Path) -> None:
    file = folder / "2026-2027/school"
    school = (
        School(teacher="juf Els").put(Pupil(id="p", first_name="Liv")).put(Pupil(id="q", first_name="Bo"))
    )
    with Repository(folder, new_id=new_id) as repository:
        repository.save_school(DAY, school)
    found = tables(file)
    found["school"]["1"]["motto"] = "samen"
    found["pupils"]["2"]["nickname"] = "B"
    rewrite(file, found)
    with Repository(folder, new_id=new_id) as repository:
        assert repository.school(DAY) == school
        repository.save_school(DAY, replace(school, pupils=school.pupils[::-1], teacher="juf El"))
    found = tables(file)
    assert found["school"]["1"]["motto"] == "samen"
    assert found["school"]["1"]["teacher"] == "juf El"
    assert [document.get("nickname") for document in found["pupils"].values()] == ["B", None]


values = st.recursive(
    st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcid"), inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(st.sampled_from(["id", "a", "b", "c"]), values, max_size=4)


def covers(laid: Any, known: Any) -> bool:
    if isinstance(known, dict):
        return isinstance(laid, dict) and all(covers(laid.get(key), known[key]) for key in known)
    if isinstance(known, list):
        return len(laid) == len(known) and all(map(covers, laid, known))
    return bool(laid == known)


@given(documents, documents)
def test_laying_never_changes_what_is_known_and_is_done_in_one_go(
    known: dict[str, Any], found: dict[str, Any]
) -> None:
    laid = keep_unknown(known, found)
    assert covers(laid, known)
    assert keep_unknown(known, laid) == laid
    assert keep_unknown(known, {}) == known
    if "id" in known and known["id"] != found.get("id"):
        assert laid == known
    else:
        assert set(laid) == {*known, *found}
