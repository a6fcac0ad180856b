from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from store.roster.problems import ProblemCode, Refusal, UnusableError
from store.roster.roster import read_roster
from store.roster.sheets.delimited import find_delimiter, read_text
from store.roster.sheets.read import LARGEST, read_file
from tests.roster.build import CASE, roster_of

NAMES = "Roepnaam;Achternaam\nZoë;Wójcik\nHamit;Yıldız\n"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_names_survive_every_unicode_encoding(encoding: str, named: str) -> None:
    table = read_text(NAMES.encode(encoding))
    assert [row.cells for row in table.rows[1:]] == [("Zoë", "Wójcik"), ("Hamit", "Yıldız")]
    assert table.encoding == named


def test_a_file_from_an_old_windows_machine_is_read_as_such() -> None:
    table = read_text("Roepnaam;Opmerking\nZoë;kost € 5 – ‘lief’\n".encode("cp1252"))
    assert table.rows[1].cells == ("Zoë", "kost € 5 – ‘lief’")
    assert table.encoding == "cp1252"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["Roepnaam", "Achternaam", "Opmerking"], ["Liv", "Bosman", "x"], ["Noa", "Hof", ""]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    table = read_text(text.encode())
    assert table.delimiter == delimiter
    assert [list(row.cells) for row in table.rows] == rows


def test_commas_and_semicolons_inside_quoted_cells_do_not_count() -> None:
    assert find_delimiter('Naam\tOpmerking\nLiv\t"a;b;c;d;e"\nNoa\t"x, y, z, a, b"\n') == "\t"
    assert find_delimiter('"Bosman, Liv";3\n"Hof, van \'t, Noa";3\n') == ";"


def test_a_single_column_has_no_delimiter() -> None:
    table = read_text(b"Leerling\nLiv Bosman\nNoa Hof\n")
    assert table.delimiter == ""
    assert [row.cells for row in table.rows] == [("Leerling",), ("Liv Bosman",), ("Noa Hof",)]


def test_a_line_that_names_the_separator_is_no_row() -> None:
    table = read_text(b"sep=,\r\nRoepnaam,Groep\r\nLiv,3\r\n")
    assert (table.delimiter, table.rows[0].number, table.rows[0].cells) == (",", 1, ("Roepnaam", "Groep"))


def test_a_quoted_cell_may_have_several_lines_and_counts_as_one_row() -> None:
    table = read_text(b'Naam;Opmerking\nLiv;"eerst dit\r\ndan ""dat"""\nNoa;x\n')
    assert table.rows[1].cells == ("Liv", 'eerst dit\ndan "dat"')
    assert (table.rows[2].number, table.rows[2].cells) == (3, ("Noa", "x"))


@pytest.mark.parametrize("rows", [3, 200])
def test_a_quote_that_never_closes_costs_one_row_its_quoting_and_no_more(rows: int) -> None:
    text = 'Naam;Opmerking\nLiv;"zonder einde\n' + "Noa;gewoon\n" * rows
    table = read_text(text.encode())
    assert len(table.rows) == rows + 2
    assert table.rows[1].cells == ("Liv", '"zonder einde')
    assert [(problem.code, problem.row) for problem in table.problems] == [(ProblemCode.QUOTE_OPEN, 2)]


def test_two_loose_quotes_far_apart_are_not_taken_for_one_long_cell() -> None:
    loose = 'Liv;"zonder einde\n'
    table = read_text(("Naam;Opmerking\n" + loose + "Noa;gewoon\n" * 100 + loose + "Sem;gewoon\n").encode())
    assert len(table.rows) == 104
    assert [problem.row for problem in table.problems] == [2, 103]


def test_control_characters_and_bidi_overrides_are_gone() -> None:
    table = read_text("Naam;Opmerking\nLi\x1b[31mv;\u202eab\x9bc\u2066\x07\n".encode())
    assert table.rows[1].cells == ("Li[31mv", "abc")


def test_blank_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "\n\nRoepnaam;Datum;Tijd\n\nLiv;x;13:00\n")
    assert [problem.row for problem in roster.problems] == [5]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", Refusal.EMPTY),
        (b"\xef\xbb\xbf", Refusal.EMPTY),
        (b";;;\n;;\n", Refusal.EMPTY),
        (b"kleur;maat\nrood;3\n", Refusal.NO_NAMES),
        (b"Roepnaam;Achternaam\n", Refusal.NO_PUPILS),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Refusal.PICTURE),
        (b"PK\x03\x04 and no more", Refusal.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, Refusal.DAMAGED),
        (b"Naam\n" + b"x\n" * (LARGEST // 2), Refusal.TOO_LARGE),
        (b"Naam\n" + b"x\n" * 25_000, Refusal.TOO_LARGE),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_class_list_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, refusal: Refusal
) -> None:
    with pytest.raises(UnusableError) as refused:
        roster_of(tmp_path, content)
    assert refused.value.refusal is refusal


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableError) as missing:
        read_file(tmp_path / "weg.csv")
    with pytest.raises(UnusableError) as folder:
        read_file(tmp_path)
    with pytest.raises(UnusableError) as below_a_file:
        read_file(CASE / "klas.csv")
    assert missing.value.refusal is Refusal.MISSING
    assert folder.value.refusal is Refusal.FOLDER
    assert below_a_file.value.refusal is Refusal.MISSING


HEADER = b"Datum;Tijd;Duur;Roepnaam;Achternaam;Groep;Ouder 1;Telefoon 1;Tolk;Opmerking\n"


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=400).map(HEADER.__add__)))
@example(HEADER + b'25-08-2026;13:00;20;"Liv;;;;;;')
@example(HEADER + b"\xed\xa0\x80;\xff\xfe;\x00;\x1b]0;x\x07")
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        return
    try:
        roster = roster_of(tmp_path, content)
    except UnusableError:
        return
    assert roster.pupils
    assert all(slot.pupil < len(roster.pupils) for slot in roster.slots)


CELLS = st.lists(st.text('0123456789:-./ua ";\nLiv@[]=', max_size=12), min_size=10, max_size=12)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CELLS, max_size=6))
def test_any_cells_are_read_or_refused(tmp_path: Path, rows: list[list[str]]) -> None:
    quoted = ("".join('"' + cell.replace('"', '""') + '";' for cell in row) for row in rows)
    try:
        roster = roster_of(tmp_path, HEADER + "\n".join(quoted).encode())
    except UnusableError:
        return
    assert all(1 <= problem.row <= len(rows) + 1 for problem in roster.problems)


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_case_file_is_read_or_refused(tmp_path: Path, at: int, junk: bytes) -> None:
    whole = CASE.read_bytes()
    path = tmp_path / "klas.csv"
    path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
    try:
        roster = read_roster(path)
    except UnusableError:
        return
    assert roster.pupils


@pytest.mark.share(of=2)
def test_ten_thousand_rows_are_read_whole(tmp_path: Path) -> None:
    rows = "".join(f"Kind{n};Bosman;{n % 8 + 1};Ouder {n}\n" for n in range(10_000))
    roster = roster_of(tmp_path, "Roepnaam;Achternaam;Groep;Ouder 1\n" + rows)
    assert len(roster.pupils) == 10_000
    assert roster.problems == ()


def test_a_remark_of_many_lines_is_one_cell() -> None:
    remark = "\n".join(f"regel {number}" for number in range(300))
    table = read_text(f'Naam;Opmerking\nLiv;"{remark}"\nNoa;x\n'.encode())
    assert [row.cells for row in table.rows[1:]] == [("Liv", remark), ("Noa", "x")]
    assert table.problems == ()
