from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.day import SchoolDay
from store.domain.people import Pupil, Voice
from store.domain.plan import CommunicationPlan, InformationMoment, Initiative, When, WhenKind
from store.domain.school import School
from store.domain.talk import Arrangements, Slot, Talk, TalkState
from store.export.tables.class_tables import TableOrder, class_tables, group_overviews
from store.export.tables.comma_separated import FORMULA, csv_bytes
from store.export.tables.formats import TABLES
from store.export.tables.group_file import GroupFileError, Refused, group_file_bytes, read_group_file
from store.export.tables.school import progress_table, questions, school_tables, topics_table
from store.export.tables.table import Table, cell_text
from store.language import Translator
from tests.export.families import DAY, RANIA, SAMIR, SCHOOL, liv, marinka, phone_call, undated, yousef
from tests.export.hostile import HOSTILE, STEERING
from tests.export.tables.readers import cells_of, read_csv, read_xlsx

T = Translator("en")
NOW = datetime(2026, 8, 25, 15, tzinfo=UTC)
LATER = date(2026, 8, 27)


def wanting(talk: Talk, topic: str, when: str = "") -> Talk:
    return replace(talk, information=InformationMoment(topic=topic, when=when))


def order(*talks: Talk, school: School = SCHOOL, whole_year: bool = True, **more: object) -> TableOrder:
    days = (SchoolDay(date=DAY, talks=talks),)
    return TableOrder(days, school, DAY, whole_year, **more)  # type: ignore[arg-type]


def tables(made: TableOrder) -> dict[str, Table]:
    return {table.name: table for table in class_tables(made, T)}


def written(made: TableOrder) -> bytes:
    """Everything that is written of an order, in every format, as one text."""
    files = [file for name in TABLES for file in TABLES[name](made, T, NOW)]
    texts = [cell.value for file in files if file.suffix == "xlsx" for cell in cells_of(file.content)]
    return b"\n".join([*(file.content for file in files), *(str(text).encode() for text in texts)])


def test_progress_tells_how_it_stands_with_each_pupil_and_of_a_day_counts_only_its_own() -> None:
    bas = Pupil(id="bas", first_name="Bas", last_name="Smit", group="3")
    talks = (
        marinka(),
        liv(state=TalkState.NOT_COME, followed_up=True),
        yousef(RANIA, state=TalkState.SET_ASIDE),
    )
    school = replace(SCHOOL, pupils=(bas,))
    found = tables(order(*talks, school=school))
    assert found["Progress"].columns[1:] == (
        "Pupils", "Spoken", "Set aside", "Did not come", "Planned", "Without a talk",
    )  # fmt: skip
    assert found["Progress"].rows == (("group 3", 4, 1, 1, 1, 0, 1),)
    assert [row[1:3] for row in found["Pupils"].rows] == [
        ("Liv Bosman", "did not come"),
        ("Marinka de Groot", "spoken"),
        ("Yousef al-Khatib", "set aside"),
        ("Bas Smit", "without a talk"),
    ]
    assert found["Pupils"].rows[0][-1] == "did not come, called or visited since"
    assert tables(order(*talks, school=school, whole_year=False))["Progress"].rows[0][1] == 3


def test_a_pupil_with_two_talks_is_spoken_only_after_both() -> None:
    both = (yousef(RANIA, state=TalkState.FINISHED), yousef(SAMIR, "16:00"))
    assert tables(order(*both))["Progress"].rows == (("group 3", 1, 0, 0, 0, 1, 0),)


def test_where_there_is_more_than_one_kind_of_talk_each_counts_by_itself() -> None:
    autumn = replace(marinka(), state=TalkState.PLANNED)
    autumn = replace(
        autumn, id="autumn", deck="oudervertelgesprek", slot=Slot(start=datetime(2026, 11, 9, 13))
    )
    order_ = order(marinka(), liv(), autumn)
    found = tables(order_)
    assert found["Progress"].columns[1] == "Kind of talk"
    assert found["Progress"].rows == (
        ("group 3", "Start talk", 2, 1, 0, 0, 1, 0),
        ("group 3", "oudervertelgesprek", 1, 0, 0, 0, 1, 0),
    )
    assert [row[2:4] for row in found["Pupils"].rows] == [
        ("planned", "Start talk"),
        ("spoken", "Start talk"),
        ("planned", "oudervertelgesprek"),
    ]
    groups = group_overviews(order_)
    read = read_group_file(group_file_bytes("2026-2027", DAY, groups)).groups
    assert read == groups
    other = replace(groups[0], group="4", kinds=())
    assert [row[:3] for row in progress_table((*read, other), T).rows] == [
        ("group 3", "Start talk", 2),
        ("group 3", "oudervertelgesprek", 1),
        ("group 4", "", 2),
        ("Together", "Start talk", 2),
        ("Together", "oudervertelgesprek", 1),
        ("Together", "", 2),
    ]


def test_topics_that_may_be_one_stand_apart_with_a_question_until_somebody_says_so() -> None:
    talks = (
        wanting(marinka(), "Lezen", "november"),
        wanting(liv(), "leren  lezen"),
        wanting(yousef(RANIA), "rekenen"),
    )
    apart = order(*talks)
    rows = {row[0]: row[1:] for row in tables(apart)["Information"].rows}
    assert rows["Lezen"] == (1, "group 3: 1", "november", "", "leren lezen")
    assert rows["leren lezen"][4:] == ("Lezen",)
    assert rows["rekenen"][4] == ""
    assert [set(pair) for pair in questions(group_overviews(apart))] == [{"lezen", "leren lezen"}]
    one = replace(apart, same=(("lezen", "Leren lezen"),))
    first = tables(one)["Information"].rows[0]
    assert (set(str(first[0]).split(" / ")), first[1], first[4]) == ({"Lezen", "leren lezen"}, 2, "")
    assert first[5] == ""
    assert questions(group_overviews(one), one.same) == ()


def test_a_family_with_children_in_two_groups_is_one_family_and_stands_with_each_group() -> None:
    sister = Pupil(id="sara", first_name="Sara", last_name="Groot", group="4")
    talk = replace(wanting(marinka(), "lezen"), siblings=(sister,))
    offers = replace(talk.arrangements, buddy_offers="voorlezen", buddy_shared=True)
    made = order(replace(talk, arrangements=offers), wanting(liv(), "lezen"))
    assert tables(made)["Information"].rows[0][:3] == ("lezen", 2, "group 3: 2, group 4: 1")
    groups = read_group_file(group_file_bytes("2026-2027", DAY, group_overviews(made))).groups
    told = {table.name: table for table in school_tables(groups, T)}
    assert told["Information"].rows[0][1:3] == (2, "group 3: 2, group 4: 1")
    assert [row[:2] for row in told["Buddies"].rows] == [("group 3", "voorlezen")]
    assert [row[1] for row in topics_table(groups[1:], T).rows] == [1], "also where the other is not there"


def test_follow_ups_have_their_day_and_whether_they_are_done_but_no_word_of_what_was_said() -> None:
    by = When(kind=WhenKind.DATE, date=date(2026, 9, 8))
    own = Agreement(id="a", text="ik vraag haar naar de ruzie", side=Initiative.TEACHER, when=by)
    talk = replace(marinka(), agreements=(own,), plan=CommunicationPlan(moments=(undated(),)))
    found = tables(order(talk, liv(state=TalkState.NOT_COME)))["Follow-ups"]
    assert [row[1:] for row in found.rows] == [
        ("Liv Bosman", "call or visit", None, "no"),
        ("Marinka de Groot", "set a date", None, "no"),
        ("Marinka de Groot", "agreement of the teacher", date(2026, 9, 8), "no"),
    ]


def test_buddies_stand_in_a_table_only_with_consent_and_offers_beside_needs() -> None:
    offers = Arrangements(buddy_offers="vertaalt uit het Turks", buddy_shared=True)
    needs = Arrangements(buddy_needs="iemand die vertaalt", buddy_shared=True)
    kept = Arrangements(buddy_offers="weet van dyslexie", buddy_needs="kent nog niemand", buddy="van vroeger")
    made = order(
        replace(marinka(), arrangements=offers), yousef(RANIA, arrangements=needs), liv(arrangements=kept)
    )
    (row,) = tables(made)["Buddies"].rows
    assert row[1:3] == ("Marinka de Groot", "vertaalt uit het Turks")
    assert row[4:] == ("Yousef al-Khatib (Rania al-Khatib)", "iemand die vertaalt")
    content = written(made) + written(replace(made, names=False))
    for unsaid in (b"dyslexie", b"niemand", b"vroeger"):
        assert unsaid not in content


def test_what_one_parent_brought_stands_in_no_table() -> None:
    said = "geheimpje"
    with_mother = yousef(
        RANIA,
        state=TalkState.FINISHED,
        remark=said,
        points=(AgendaPoint(id="p", voice=Voice.CARER, text=said, notes=(Note(id="n", text=said),)),),
        agreements=(Agreement(id="a", text=said, side=Initiative.TEACHER, when=phone_call().when),),
        plan=CommunicationPlan(moments=(replace(phone_call(), text=said, purpose=said, condition=said),)),
        arrangements=Arrangements(goal=said, details=said, pupil_file=said, reception=said, buddy_needs=said),
    )
    content = written(order(with_mother, yousef(SAMIR, "16:00")))
    assert said.encode() not in content
    assert b"Rania" not in content
    assert b"Yousef" in content


def test_the_tables_of_a_pupil_of_age_name_no_parent_and_tell_nothing_whatever_she_chose() -> None:
    """Nothing in a table is for her parents: it stands with her, by her name alone, and is no way to them."""
    said = "stage bij de smid"
    by_herself = replace(phone_call(), text=said, purpose=said, initiative=Initiative.PUPIL, when=None)
    her = marinka().pupil
    talk = replace(
        wanting(marinka(), "studiekeuze"),
        pupil=replace(her, birth_date=date(2008, 8, 1)),
        plan=CommunicationPlan(moments=(by_herself,)),
    )
    assert (talk.of_age, talk.readers) == ((talk.pupil,), ())
    yes = replace(talk, arrangements=replace(talk.arrangements, read_along=(her.id,)))
    assert yes.readers == talk.audience
    told = [class_tables(order(each, names=names), T) for names in (True, False) for each in (talk, yes)]
    assert told[0] == told[1]
    assert told[2] == told[3]
    content = written(order(talk))
    assert b"Marinka" in content
    for carer in talk.audience:
        for unsaid in filter(None, (said, carer.name, carer.phone, carer.email)):
            assert unsaid.encode() not in content, unsaid


def test_without_names_nobody_is_named_numbered_or_addressed_not_even_in_what_was_typed() -> None:
    typed = "lezen met MARINKA en Yıldız, mail anja@example.org of 06-0000 1004, en met ouders"
    here = replace(marinka().presence, others=("oma Hatice Yıldız", "buurvrouw"), interpreter_name="Halina")
    arranged = Arrangements(
        buddy_offers="Rania en juf Els weten raad", buddy_needs="als oma Hatice of Halina", buddy_shared=True
    )
    talk = replace(wanting(marinka(), typed, "bij Hatice"), presence=here, arrangements=arranged)
    made = order(talk, yousef(RANIA), liv(state=TalkState.NOT_COME), names=False)
    content = written(made).decode(errors="ignore").casefold()
    for name in ("marinka", "groot", "anja", "peter", "hatice", "halina", "yıldız", "rania", "els ", "khatib",
                 "bosman", "liv ", "1004", "example.org"):  # fmt: skip
        assert name not in content, name
    assert "lezen met … en …, mail … of …, en met ouders" in content


@pytest.mark.parametrize("names", [True, False])
def test_hostile_text_is_literal_in_every_format_and_never_a_formula(names: bool) -> None:
    starting = (
        *HOSTILE,
        STEERING,
        "=1+1",
        "+31 6",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "＝1",
        "_x0041_",
        'a;b"c',
    )
    talks = []
    for number, text in enumerate(starting):
        pupil = Pupil(id=f"p{number}", first_name=text, last_name=text, group=text, carers=(RANIA,))
        arranged = Arrangements(buddy_offers=f"{text} kan", buddy_needs=text, buddy_shared=True)
        talk = replace(yousef(RANIA), id=f"t{number}", pupil=pupil, arrangements=arranged)
        talks.append(wanting(talk, f"{text} {number}", text))
    made = order(*talks, names=names)
    (book,) = TABLES["xlsx"](made, T, NOW)
    shown = {cell_text(cell) for table in class_tables(made, T) for row in table.rows for cell in row}
    cells = cells_of(book.content)
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    texts = {cell.value for cell in cells if cell.data_type == "s"}
    assert texts - {column for table in class_tables(made, T) for column in table.columns} <= shown
    again = {cell for rows in read_xlsx(book.content).values() for row in rows for cell in row}
    assert {each for each in again if isinstance(each, str) and each} <= texts
    for file in TABLES["csv"](made, T, NOW):
        rows = read_csv(file.content)
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell[:1] in FORMULA and cell]
        assert b"\x1b" not in file.content


def test_a_csv_opens_in_columns_with_every_letter() -> None:
    table = Table("n", "Titel", ("Naam", "Dag"), (("Yıldız; Ömer", DAY), ("=1", 3)))
    content = csv_bytes(table)
    assert content.startswith("﻿Naam;Dag\r\n".encode())
    assert read_csv(content)[1:] == [["Yıldız; Ömer", "2026-08-25"], ["'=1", "3"]]


def test_a_group_is_read_back_as_it_was_written_and_nothing_else_is_read() -> None:
    groups = group_overviews(order(wanting(marinka(), "lezen"), liv(), names=False))
    file = group_file_bytes("2026-2027", DAY, groups)
    assert read_group_file(file).groups == groups
    whole = file.decode()
    for why, other in (
        (Refused.NOT_OURS, b"Naam;Dag\r\n"),
        (Refused.NOT_OURS, b'{"a": 1}'),
        (Refused.NOT_OURS, b"[" * 5000),
        (Refused.NEWER, whole.replace('"format": 1', '"format": 2').encode()),
        (Refused.DAMAGED, whole.replace('"pupils": 2', '"pupils": 9').encode()),
        (Refused.DAMAGED, file[:-20]),
    ):
        with pytest.raises(GroupFileError) as refused:
            read_group_file(other)
        assert refused.value.why is why
