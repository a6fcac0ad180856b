"""A class list or timetable in words: why it can't be used, what is wrong in it, what was read and stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from store.export.wording.days import day_short
from store.language import Translator, mark
from store.roster.choices import EVERY_TEACHER, NO_DAY
from store.roster.problems import Doubt, DoubtCode, ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.roster import Roster
from tui.words.roster.fields import field_words

LONGEST_QUOTE = 40
"""Letters of a cell that a sentence repeats."""
LONGEST_SAMPLE = 24
"""Letters of a cell that stands with its header."""
LONGEST_HEADERS = 100
"""Letters of the headers, or of the words in another spelling, that a sentence repeats."""

_REFUSALS = {
    Refusal.MISSING: mark("There is no file {path}; check the name and the folder."),
    Refusal.FOLDER: mark("{path} is a folder; name the file with the class list."),
    Refusal.DENIED: mark("{path} can't be read; close it in other programs and check its rights."),
    Refusal.TOO_LARGE: mark("{path} is too large for a class list; save only the sheet with the class."),
    Refusal.PROTECTED: mark("{path} has a password; save it without one and try again."),
    Refusal.NOT_A_TABLE: mark("{path} is no table that can be read; save it as .csv or .xlsx and try again."),
    Refusal.DAMAGED: mark("{path} is damaged or was cut off; save or download it again."),
    Refusal.PDF: mark("{path} is a PDF, made to be printed; ask the booking program for Excel or csv."),
    Refusal.DOCUMENT: mark("{path} is a document; copy its table into a spreadsheet and save that as .xlsx."),
    Refusal.PICTURE: mark("{path} is a picture; ask for the list as Excel or csv."),
    Refusal.PACKED: mark("{path} is packed; unpack it and read the file that is in it."),
    Refusal.NUMBERS: mark("{path} is made by Numbers; export it from there as Excel or csv."),
    Refusal.JSON: mark("{path} is JSON, which programs write for each other; ask for Excel or csv instead."),
    Refusal.XML: mark("{path} is XML of an unknown kind; ask for Excel, csv or EDEXML instead."),
    Refusal.ENTITIES: mark(
        "{path} declares things of its own, which a class list never does; it is not read."
    ),
    Refusal.CONTACTS: mark("{path} is an address book; ask for the class list as Excel or csv."),
    Refusal.OLD_EDEX: mark("{path} is an EDEX file of the old kind; choose EDEXML or Excel when exporting."),
    Refusal.EMPTY: mark("{path} is empty; there is nothing to read."),
    Refusal.NO_NAMES: mark(
        "{path} has no column with names of pupils; put a header above it, such as 'First name' or 'Pupil'. "
        "It begins with: {value}"
    ),
    Refusal.NO_PUPILS: mark("{path} has headers but no pupils below them. It begins with: {value}"),
}
_PROBLEMS = {
    ProblemCode.NO_NAME: mark("no name of a pupil; this row is left out ({value})"),
    ProblemCode.EXTRA_CELL: mark("'{value}' stands beyond the last column and is left out"),
    ProblemCode.QUOTE_OPEN: mark("a quotation mark is opened and never closed; it is taken as a letter"),
    ProblemCode.DUPLICATE_COLUMN: mark("this column comes twice; the first one is used"),
    ProblemCode.SAME_AS: mark("this is read as the same thing as column {value}, and that one is used"),
    ProblemCode.NO_DAY: mark("'{value}' stands in a column below no day or teacher and is left out"),
    ProblemCode.UNNAMED_COLUMN: mark("column {value} has no header and is left out"),
    ProblemCode.HIDDEN_SHEET: mark("the sheet '{value}' is hidden and is left out"),
    ProblemCode.SHEET_UNREAD: mark("no list of pupils is found on the sheet '{value}'; it is left out"),
    ProblemCode.HIDDEN_COLUMNS: mark("columns that are hidden are left out: {value}"),
    ProblemCode.HIDDEN_ROWS: mark("rows that are hidden or filtered out are left out: {value}"),
    ProblemCode.DECODED_TWICE: mark("letters such as Ã© were garbled by another program and are put right"),
    ProblemCode.LETTER_LOST: mark("a letter of '{value}' was lost before; type it over from another list"),
    ProblemCode.TEXT_MARK: mark("the ' with which a spreadsheet marks a text is taken off, as of {value}"),
    ProblemCode.FAMILY_TAKEN: mark("the family's name is taken as the last name of its children: {value}"),
    ProblemCode.NOBODY: mark("'{value}' is nobody's name; no parent is taken from it"),
    ProblemCode.NOT_KNOWN: mark("'{value}' says that it is not known; left empty"),
    ProblemCode.AS_ABOVE: mark("the same as in the row above is meant: {value}"),
    ProblemCode.ERROR_VALUE: mark("the spreadsheet has no result here ({value}); taken as empty"),
    ProblemCode.CANCELLED: mark("cancelled, so no talk is planned: {value}"),
    ProblemCode.BROKEN_OFF: mark("the file ends half-way in this row; fetch it again to have all of it"),
    ProblemCode.ONE_PARENT: mark("two parents of one first name are taken as one: {value}"),
    ProblemCode.STRUCK: mark("struck through, so no talk is planned: {value}"),
    ProblemCode.STRUCK_OUT: mark("'{value}' is struck through and left out"),
    ProblemCode.CELL_NOTE: mark("a note on a cell is not kept: '{value}'"),
    ProblemCode.STRUCK_KEPT: mark("'{value}' is struck through and read all the same"),
    ProblemCode.OTHER_TEACHER: mark("left out, as it is another teacher's: {value}"),
    ProblemCode.NO_PUPIL: mark("this is no pupil and is left out: {value}"),
    ProblemCode.NAME_CUT: mark("commas in names had cut the rows; put together again, as {value}"),
    ProblemCode.ROW_CUT: mark("a sign within a cell had cut this row; put together again, as {value}"),
    ProblemCode.CALLED: mark("names in brackets or quotes are what children are called, as in {value}"),
    ProblemCode.NAME_REMARK: mark("'{value}' stands with the name; kept as a remark"),
    ProblemCode.NAME_REMARK_LEFT: mark("'{value}' stands with the name; left out, a remark needs a talk"),
    ProblemCode.LEAVES_SCHOOL: mark("the file has a day of leaving school; taken all the same: {value}"),
    ProblemCode.NEEDS_TALK: mark("this is only kept with a talk, so without one it is left out: {value}"),
    ProblemCode.WHOSE_CONTACT: mark("it does not say whose these are, so they are left out"),
    ProblemCode.AT_EVERY_TALK: mark("{value} is on every row, so it is no parent's; it was left out"),
    ProblemCode.PUPILS_OWN: mark("'{value}' is the pupil's own address; it is no parent's"),
    ProblemCode.PUPILS_COLUMN: mark("this stands with the pupil, so it is the pupil's own; it is left out"),
    ProblemCode.SWAPPED: mark("'{value}': mail and phone are in each other's column; put right"),
    ProblemCode.SECOND_ADDRESS: mark("'{value}' is a second address of the same parent; the first is kept"),
    ProblemCode.PHONE_RESTORED: mark("a spreadsheet took the 0 or + of numbers; put back: {value}"),
    ProblemCode.PHONE_LOST: mark("'{value}' is no number that can be dialled; it is left out"),
    ProblemCode.PHONE_SHORT: mark("{value} is shorter than Dutch numbers are; kept as it is"),
    ProblemCode.GROUP_RESTORED: mark("a spreadsheet made a date of this group; taken as {value}"),
    ProblemCode.GROUP_ABOVE: mark("group {value} is named for the whole list; taken for all of them"),
    ProblemCode.GROUP_UNLIKELY: mark("'{value}' is a date and no group; left empty"),
    ProblemCode.ONLY_DATES: mark("there are dates but no times; no talks are planned"),
    ProblemCode.ONLY_ENDS: mark("this is when talks end, and nothing says when they begin; none is planned"),
    ProblemCode.CARERS_TURNED: mark("the last names of parents stood first; turned round, as in {value}"),
    ProblemCode.BY_CONTENT: mark("its header is not known; by what is in it this is: {value}"),
    ProblemCode.IN_SHORT: mark("{value}: the only one called so in the file"),
    ProblemCode.WHICH_PARENT: mark("'{value}': which parent that is does not show; all of them are invited"),
    ProblemCode.BY_ADDRESS: mark("{value}, by the name in the address; a number beside it goes along"),
    ProblemCode.ABOVE: mark("'{value}' stands above the list and goes for all its talks"),
    ProblemCode.ABOVE_LEFT: mark("'{value}' stands above the list and is not kept"),
    ProblemCode.OTHER_TIME: mark("the remark '{value}' names another time; see when this talk is"),
    ProblemCode.CHOICES: mark("several times stand beside each other for one talk; none of them is planned"),
    ProblemCode.SPAN_TAKEN: mark("'{value}' does not go with begin and end; those count"),
    ProblemCode.COLUMN_UNSEEN: mark("this is left out, as the family may see a remark on the screen"),
    ProblemCode.NOT_FOR_THE_TABLE: mark("left out, as the family may see it on the screen: {value}"),
    ProblemCode.RELATION_LEFT: mark("'{value}' does not say what this parent is to the child; left out"),
    ProblemCode.NUMBER_TAKEN: mark("number {value} is already another pupil's; it is not used to match"),
    ProblemCode.OF_MORE_CHILDREN: mark(
        "'{value}' stands with more than one child; it is kept with none of them"
    ),
    ProblemCode.DIFFERS: mark("'{value}' differs from an earlier row; the earlier one is kept"),
    ProblemCode.CAPITALS: mark("names were all in capitals; now in normal letters, as {value}"),
    ProblemCode.WEEKDAY_PLACED: mark("'{value}' has no date; taken as the day of the week that is named"),
    ProblemCode.LENGTH_BY_RHYTHM: mark("no length is given; between the times lie {value} minutes"),
    ProblemCode.TIME_AS_NUMBER: mark("times that a spreadsheet keeps as numbers are taken so: {value}"),
    ProblemCode.LENGTH_AT_HOME: mark("no length is given; a talk at home takes {value} minutes"),
    ProblemCode.KIND_UNKNOWN: mark("'{value}' is no kind of talk that is known; planned as the usual one"),
    ProblemCode.SINCE_UNREADABLE: mark("'{value}' is no date; it is left empty"),
    ProblemCode.BIRTH_UNREADABLE: mark("'{value}' is no date of birth; it is left empty"),
    ProblemCode.ANSWER_UNCLEAR: mark("'{value}' is neither yes nor no; taken as yes"),
    ProblemCode.ANSWER_UNKNOWN: mark("'{value}' says that it is not known yet; taken as no"),
    ProblemCode.ANSWER_CUT: mark("'{value}' is taken as no; what else it says is not kept"),
    ProblemCode.MAIL_UNLIKELY: mark("'{value}' does not look like a mail address; kept as it is"),
    ProblemCode.CARER_WITHOUT_NAME: mark("'{value}' has no name with it; kept under the number or address"),
    ProblemCode.DATE_TURNED: mark("'{value}' has day and month the other way round than the others"),
    ProblemCode.DATE_UNREADABLE: mark("'{value}' is no date; no talk is planned"),
    ProblemCode.DATE_MISSING: mark("a time without a date ('{value}'); no talk is planned"),
    ProblemCode.DAY_NOWHERE: mark(
        "the times have no day anywhere, so that no talk is planned; put the day on a line above the list"
    ),
    ProblemCode.DATE_FAR: mark("{value} is far from the other dates; no talk is planned"),
    ProblemCode.TIME_UNREADABLE: mark("'{value}' is no time"),
    ProblemCode.TIME_MISSING: mark("a date without a time; no talk is planned"),
    ProblemCode.MINUTES_UNREADABLE: mark("'{value}' is no length of a talk; the usual length is taken"),
    ProblemCode.ONE_TALK: mark("one family at one time; this is one talk with row {other}: {value}"),
    ProblemCode.REPEATED: mark("the same talk as in row {other}; it is planned once"),
    ProblemCode.OVERLAP: mark("at {value} the talk of row {other} is going on; both are kept"),
    ProblemCode.PUPIL_TWICE: mark("at {value} this pupil is still in the talk of row {other}; both are kept"),
}
_DOUBTS = {
    DoubtCode.DAY_OR_MONTH: mark("'{value}' is taken as {taken}; or is it {other}?"),
    DoubtCode.YEAR_OR_DAY: mark("'{value}' is taken as {taken}; or is it {other}?"),
    DoubtCode.AFTERNOON: mark("'{value}' is taken as {taken}, in the afternoon; or is it {other}?"),
    DoubtCode.ODD_HOUR: mark("talks at {taken}; is that right, or is it {other}?"),
    DoubtCode.PART_OF_HOUR: mark("'{value}' is taken as {taken}; or is it {other}?"),
    DoubtCode.WEEKDAY: mark("'{value}' is {taken}: is the weekday wrong, or the date?"),
    DoubtCode.WHICH_CHILD: mark("the pupils are taken from column {taken}; or are they here, as '{value}'?"),
    DoubtCode.WHICH_DAY: mark(
        "no day stands with the times; from '{value}' {taken} is taken; is that right?"
    ),
    DoubtCode.WEEKDAY_ALONE: mark("'{value}' has no date; taken as {taken}; is that right?"),
    DoubtCode.CALL_NAME: mark("'{value}' is taken as {taken}; or is it a child of {other}?"),
    DoubtCode.WEEKEND: mark("{taken} is in a weekend; is that right?"),
    DoubtCode.PAST: mark("all talks are in the past, the first on {taken}; is this the right file?"),
    DoubtCode.OTHER_YEAR: mark("{taken} is not in the school year {other} of the others; is that right?"),
    DoubtCode.WHICH_TEACHER: mark("the talks of {taken} are taken; whose do you want? ({others})"),
    DoubtCode.NO_HEADERS: mark("there are no headers; by what is in the columns they are: {taken}"),
    DoubtCode.ENCODING: mark("the letters are taken as {taken}; or are they {other}?"),
    DoubtCode.MORE_CHILDREN: mark("'{value}' is taken as more than one child: {taken}; is that right?"),
    DoubtCode.GARBLED: mark("'{value}' has letters that no name has; type it over from another list"),
    DoubtCode.WHOSE_NUMBER: mark("whose is which number in '{value}'? Taken as {taken}; is that right?"),
    DoubtCode.ONE_CHILD: mark("{value} is taken as one pupil with {other}; or are they two?"),
    DoubtCode.IN_SHORT: mark("'{value}' is taken as {taken}; who is it? ({others})"),
    DoubtCode.WHOSE_TALKS: mark("the talks of {taken} are taken; whose do you want? ({others})"),
    DoubtCode.WISHED: mark("by its header '{value}' is when a family would like to come; is it agreed?"),
    DoubtCode.SEVERAL_TIMES: mark(
        "'{taken}' and '{other}' are taken as wishes, and none is planned; or is each of them a talk?"
    ),
    DoubtCode.WHICH_TIME: mark("for {value} {taken} is taken; which is it to be? ({others})"),
    DoubtCode.A_CHILD: mark("'{value}' may be no name and is taken as a pupil; is that right?"),
    DoubtCode.A_PARENT: mark("'{value}' is not written as a name and is taken as a parent; is that right?"),
    DoubtCode.CALLED_OFF: mark("'{value}' is said of {taken}, and the talk is planned; or is it cancelled?"),
    DoubtCode.ROW_CUT: mark("a sign within a cell cut this row; '{taken}' is taken as one; is that right?"),
    DoubtCode.IN_BRACKETS: mark(
        "'{value}' is taken as {taken} with {other} as a parent; or is it the other way round?"
    ),
    DoubtCode.BOOKED_BY: mark(
        "'{value}' names who booked, and no child; {taken} is taken as the pupil. Is that right?"
    ),
    DoubtCode.GONE: mark("'{value}' is said of {taken}, who is taken as a pupil; or is the child gone?"),
    DoubtCode.NO_CHILD: mark("'{value}' looks like no name and is left out; or is it a pupil?"),
    DoubtCode.LEFT_OUT: mark("this column is left out, with '{value}' in it; is it of the parents?"),
    DoubtCode.FIRST_OR_LAST: mark("'{value}' is taken as {taken}; or is it {other}?"),
}
_TAKEN = {EVERY_TEACHER: mark("everybody"), NO_DAY: mark("no day")}
TOLD = 60
"""How many problems the report spells out; `--json` has them all."""
NAMED = 12
"""How many names a line of the report gives at most."""


def refusal_words(error: UnusableError, path: Path, t: Translator) -> str:
    """Say why a file can't be used, and what to do."""
    if error.refusal is Refusal.MISSING and error.value:
        return t(
            "There is no file {path}, but there is {value}; type the whole name.",
            path=path,
            value=error.value,
        )
    return t(_REFUSALS[error.refusal], path=path, value=_short(error.value, LONGEST_HEADERS))


def problem_words(problem: RosterProblem, t: Translator) -> str:
    """Say what is wrong in one row or column, without saying where."""
    value = field_words(problem.value, t) if problem.code is ProblemCode.BY_CONTENT else problem.value
    other = str(problem.other)
    if problem.other_sheet:
        other = t("{row} of sheet {sheet}", row=problem.other, sheet=problem.other_sheet)
    return t(_PROBLEMS[problem.code], value=_short(value), other=other)


def doubt_words(doubt: Doubt, t: Translator) -> str:
    """Ask what was meant, and say what is taken as long as nobody answers."""
    taken, other = (_date_words(each, t) for each in (doubt.taken, doubt.other))
    if doubt.code is DoubtCode.NO_HEADERS:
        columns = (field_words(name, t) if name else t("left out") for name in doubt.others)
        taken = ", ".join(f"{at}: {said}" for at, said in enumerate(columns, 1))
    else:
        taken = t(_TAKEN[taken]) if taken in _TAKEN else _short(taken, LONGEST_HEADERS)
    nobody = t("a child by itself") if doubt.code is DoubtCode.IN_SHORT else t("no talk")
    taken = taken or (nobody if doubt.code is DoubtCode.IN_SHORT else "")
    asked = t(
        _DOUBTS[doubt.code],
        value=_short(doubt.value),
        taken=taken,
        other=_short(other, LONGEST_HEADERS),
        others=", ".join(_date_words(each, t) or nobody for each in doubt.others),
    )
    return t("{doubt} (in {count} rows)", doubt=asked, count=doubt.rows) if doubt.rows > 1 else asked


def place_words(found: RosterProblem | Doubt, t: Translator) -> str:
    """Say where it is: the row, the column when it is about one, the sheet when there are more."""
    if found.column:
        place = t("row {row}, column {column}", row=found.row, column=found.column)
    else:
        place = t("row {row}", row=found.row)
    return t("sheet {sheet}, {place}", sheet=found.sheet, place=place) if found.sheet else place


def doubt_lines(roster: Roster, t: Translator) -> Iterator[str]:
    """Yield every question that the file leaves open, each on a line."""
    for doubt in roster.unanswered:
        yield f"  {place_words(doubt, t)}: {doubt_words(doubt, t)}"


def _date_words(text: str, t: Translator) -> str:
    """Return a date as it is said, with what stands behind it, and anything else as it is."""
    written, _, behind = text.partition(" ")
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return text
    return " ".join(filter(None, (day_short(day, t), behind)))


def _with_sample(header: str, cell: str) -> str:
    """Return a header with what stands first below it, so that it is clear what is left out."""
    return f"{header} ({_short(cell, LONGEST_SAMPLE)})" if cell else header


def _short(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Return a text on one line, cut off where it gets too long for a sentence."""
    line = " ".join(text.split())
    return line[: longest - 1] + "…" if len(line) > longest else line


def read_lines(roster: Roster, t: Translator) -> Iterator[str]:
    """Say what was read, for people: how much, who has no talk or more than one, what was not usable."""
    yield from amount_lines(roster, t)
    if roster.unanswered:
        yield ""
        yield from asking_lines(roster, t)
    if roster.problems:
        yield ""
        yield from problem_lines(roster, t)


def amount_lines(roster: Roster, t: Translator) -> Iterator[str]:
    """Say how much was read, who has no talk or more than one, and which columns are left out."""
    yield from _amount(roster, t)
    yield from _uneven(roster, t)
    if left_out := [_with_sample(*each) for each in roster.left_out.items()]:
        yield t("Columns left out: {columns}", columns=names_words(left_out, t))


def asking_lines(roster: Roster, t: Translator) -> Iterator[str]:
    """Yield the questions that the file leaves open below a heading; nothing where there are none."""
    if roster.unanswered:
        yield t("Not sure of this:")
        yield from doubt_lines(roster, t)


def problem_lines(roster: Roster, t: Translator) -> Iterator[str]:
    """Yield what is wrong in the file below a heading; nothing where all of it is right."""
    if roster.problems:
        yield t("Please look at this:")
    for problem in roster.problems[:TOLD]:
        yield f"  {place_words(problem, t)}: {problem_words(problem, t)}"
    if (more_problems := len(roster.problems) - TOLD) > 0:
        yield "  " + t.n("and {count} more", "and {count} more", more_problems)


def _amount(roster: Roster, t: Translator) -> Iterator[str]:
    """Say how many pupils there are, and how many talks on which days."""
    pupils = t.n("{count} pupil", "{count} pupils", len(roster.pupils))
    talks = t.n("{count} talk", "{count} talks", len(roster.slots))
    per_day = Counter(slot.start.date() for slot in roster.slots)
    if not per_day:
        yield pupils
        return
    days = t.n("{count} day", "{count} days", len(per_day))
    yield t("{pupils}, {talks} on {days}", pupils=pupils, talks=talks, days=days)
    for day, count in sorted(per_day.items()):
        yield f"  {day_short(day, t)}: {t.n('{count} talk', '{count} talks', count)}"
    if roster.pauses:
        pauses = [f"{each.text} ({each.time})" if each.time else each.text for each in roster.pauses]
        yield t("No talk is planned here: {names}", names=names_words(pauses, t))
    if roster.free:
        yield t.n("{count} place nobody took", "{count} places nobody took", roster.free)


def _uneven(roster: Roster, t: Translator) -> Iterator[str]:
    """Say who has no talk, with the timetable's remark, and who has more than one."""
    remarks = {each.pupil: f" ({each.remark})" for each in roster.waiting if each.remark}
    if without := roster.without_talk:
        names = [roster.pupils[at].full_name + remarks.get(at, "") for at in without]
        yield t.n(
            "{count} pupil without a talk: {names}",
            "{count} pupils without a talk: {names}",
            len(without),
            names=names_words(names, t),
        )
    if more := roster.with_more_talks:
        yield t.n(
            "{count} pupil with more than one talk: {names}",
            "{count} pupils with more than one talk: {names}",
            len(more),
            names=names_words([f"{roster.pupils[at].full_name} ({count})" for at, count in more.items()], t),
        )


def names_words(names: list[str], t: Translator) -> str:
    """Put names in a row, each on one line whatever is in it, and how many more there are."""
    shown = [" ".join(name.split()) for name in names[:NAMED]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (" " + t.n("and {count} more", "and {count} more", more) if more else "")
