"""The settings in words: what a row is called and says, how it is typed, and why a line was refused."""

from __future__ import annotations

from datetime import date

from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.domain.settings import Settings
from store.export.wording.days import day_and_time_short, day_long, day_short, period_words
from store.export.wording.edges import capital
from store.export.wording.groups import group_words
from store.language import Translator, mark
from tui.desk.settings.preferences import PREFERENCES
from tui.desk.settings.refusal import RefusedError, SettingRefusal
from tui.desk.settings.settings_line import MINUTES, WEEKS, Mind, NamedDays, listed
from tui.desk.settings.settings_rows import LISTS, OF_SCHOOL, Setting, SettingKind
from tui.desk.settings.typed_dates import HALF_YEAR, LONGEST, NoDay

LABELS = {
    SettingKind.TEACHER: mark("your name"),
    SettingKind.REACHED_BY: mark("parents reach you by"),
    SettingKind.MINUTES: mark("minutes for a talk"),
    SettingKind.LANGUAGE: mark("language"),
    SettingKind.REGION: mark("region"),
    SettingKind.START: mark("first school day"),
    SettingKind.END: mark("last school day"),
    SettingKind.DEADLINE: mark("start talks done"),
    SettingKind.RECEPTION: mark("new-year reception"),
    SettingKind.MORE_HOLIDAYS: mark("one more holiday"),
    SettingKind.MORE_DAYS_OFF: mark("one more day off"),
    SettingKind.MORE_OCCASIONS: mark("one more date of the school"),
    SettingKind.READ_FILE: mark("read from a file"),
    SettingKind.WRITE_FILE: mark("write to a file"),
    SettingKind.COVER: mark("cover automatically"),
    SettingKind.KEEPING: mark("keep talks for"),
    SettingKind.PAPER_FOLDER: mark("folder for paper"),
    SettingKind.BACKUP_FOLDER: mark("folder for backups"),
    SettingKind.BACKUPS: mark("keep backups for"),
    SettingKind.SEAL: mark("set a passphrase"),
    SettingKind.CHANGE: mark("change the passphrase"),
    SettingKind.RENEW: mark("new recovery key"),
    SettingKind.NEW_KEY: mark("new key for everything"),
}
HINTS = {
    SettingKind.TEACHER: mark("What children and parents call you: Miss Els. It is in what they take home."),
    SettingKind.REACHED_BY: mark(
        "As it will be on every family's sheet: Parro, or a number and when; - for nothing."
    ),
    SettingKind.MINUTES: mark("From {least} to {most}; counts for the talks you plan from now on."),
    SettingKind.LANGUAGE: mark("Dutch or English: nl or en."),
    SettingKind.REGION: mark(
        "N Noord, M Midden, Z Zuid, or your province: fills in the school holidays; - for none."
    ),
    SettingKind.START: mark("A day: 24 Aug or 24-8-2026."),
    SettingKind.END: mark("A day: 16 Jul or 16-7-2027."),
    SettingKind.DEADLINE: mark(
        "Before this school week they are done. Some say 3, some 4 or 5; after it they are progress talks."
    ),
    SettingKind.REPORT: mark("A day: 29 Jan or 29-1-2027; - takes it away."),
    SettingKind.RECEPTION: mark("A day and a time: 16 Sep 16:00; - takes it away. It is on every sheet."),
    SettingKind.HOLIDAY: mark("Other days (17 Oct - 25 Oct), another name, or both; - takes it away."),
    SettingKind.MORE_HOLIDAYS: mark("A name and its days: autumn holiday 17 Oct - 25 Oct."),
    SettingKind.DAY_OFF: mark("Another day, another name, or both; - takes it away."),
    SettingKind.MORE_DAYS_OFF: mark("A name and its day: study day 5 Mar."),
    SettingKind.OCCASION: mark("Other days (18 Jan - 22 Jan), another name, or both; - takes it away."),
    SettingKind.MORE_OCCASIONS: mark(
        "A name and its days, to be used in a plan: test week 18 Jan - 22 Jan, or parents' evening 17 Nov."
    ),
    SettingKind.READ_FILE: mark("The path of a school_year.toml; it takes the place of the year above."),
    SettingKind.WRITE_FILE: mark("A path, or Enter alone for your own folder; no file is ever written over."),
    SettingKind.COVER: mark(
        "After how many minutes without a key is the screen covered? 0 for never, at most 240."
    ),
    SettingKind.KEEPING: mark("How many weeks after handing over may a talk be emptied? From 0 to 104."),
    SettingKind.PAPER_FOLDER: mark(
        "Which folder do the families' sheets go to, each time a talk is done? A path; - for none."
    ),
    SettingKind.BACKUP_FOLDER: mark(
        "Which folder gets a backup too, on a stick for instance? A path; - for none."
    ),
    SettingKind.BACKUPS: mark("For how many days are backups kept? From 1 to 99."),
    SettingKind.SEAL: mark("Seal everything that is kept here: Enter asks for the passphrase."),
    SettingKind.CHANGE: mark("Another passphrase; the recovery key stays. Enter asks for it."),
    SettingKind.RENEW: mark("In case it is lost. Enter makes another."),
    SettingKind.NEW_KEY: mark(
        "When somebody else may have a backup and what opens it. Enter asks for another."
    ),
}
REFUSALS: dict[SettingRefusal | NoDay, str] = {
    NoDay.UNREAD: mark("That can't be read as a day; type it as 16 Oct or 16-10-2026."),
    NoDay.REPORT_DAYS: mark(
        "Type the days themselves: 29 Jan and 25 Jun. If you don't know them yet, Esc skips this."
    ),
    NoDay.IMPOSSIBLE: mark("That day does not exist; check the day and the month."),
    NoDay.WEEKDAY: mark("That would be {day}; check the weekday or the date."),
    NoDay.OUTSIDE: mark("{day} is outside this school year; choose a day inside it."),
    NoDay.REVERSED: mark("The end comes before the beginning; check the dates."),
    NoDay.LONG: mark("That is more than {weeks} weeks; check the days."),
    SettingRefusal.MINUTES: mark("Type a number of minutes from {least} to {most}."),
    SettingRefusal.WEEK: mark("Type the number of a school week, from {least} to {most}."),
    SettingRefusal.LANGUAGE: mark("Type nl for Dutch or en for English."),
    SettingRefusal.NAME: mark("That is too long for a name."),
    SettingRefusal.REGION: mark(
        "Type N, M or Z, for Noord, Midden or Zuid, or your province; or - for none."
    ),
    SettingRefusal.NEEDED: mark("A school year needs this day; type another one in its place."),
    SettingRefusal.NOTHING: mark("There is nothing to take away here."),
    SettingRefusal.NAME_AND_DAYS: mark(
        "Type a name and its days: study day 5 Mar, or autumn break 17 to 25 Oct."
    ),
    SettingRefusal.REVERSED_YEAR: mark("The school year would end before it begins; check the day."),
    SettingRefusal.REPORT_OUTSIDE: mark(
        "Report {number}, {day}, would be outside the school year; change that one first."
    ),
    SettingRefusal.RECEPTION_OUTSIDE: mark(
        "The new-year reception, {day}, would be outside the school year; change that one first."
    ),
    SettingRefusal.OCCASION_OUTSIDE: mark("{name}, {day}, would be outside the school year; check its day."),
    SettingRefusal.AT_THE_TABLE: mark(
        "That moves what other families agreed; change it when nobody is at the table."
    ),
    SettingRefusal.NUMBER: mark("It can't be that number; see above."),
    SettingRefusal.NO_FOLDER: mark("{path} is not there now; plug it in or type another folder."),
    SettingRefusal.IN_DATA_FOLDER: mark("{place} is in the data folder; choose a place outside it."),
    SettingRefusal.OTHER_YEAR: mark(
        "That file is about another school year: it begins on {day}. Nothing was changed."
    ),
}
SPLIT = {
    "Flevoland": mark("Flevoland is in Noord, but Zeewolde is in Midden: type N or M."),
    "Utrecht": mark("Utrecht is in Midden, but Eemnes and Abcoude are in Noord: type M or N."),
    "Gelderland": mark(
        "Gelderland is in Midden, but Hattem in Noord, and around Arnhem or Nijmegen Zuid: type M, N or Z."
    ),
    "Noord-Brabant": mark(
        "Noord-Brabant is in Zuid, but Altena, except Hank and Dussen, is in Midden: type Z or M."
    ),
}
"""Of each province that is in several regions, where the border is."""
MINDS = {
    Mind.NO_REGION: mark("No region; the holidays stay as they are."),
    Mind.YEAR_UNKNOWN: mark("The holidays of this school year are not known yet; type them below."),
    Mind.WAS_READ: mark("The school year is now that of the file."),
    Mind.NO_SCHOOL: mark("Done; but there is no school on {day}."),
}
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}
NONE = "—"


def label_words(row: Setting, year: SchoolYear, t: Translator) -> str:
    """Return what a row is called; a holiday, day off or date of the school by its own name."""
    match row.kind:
        case SettingKind.REPORT:
            return t("report {number}", number=row.at)
        case SettingKind.RECEPTION if row.group:
            return t("reception {group}", group=group_words(row.group, t))
        case SettingKind.HOLIDAY | SettingKind.DAY_OFF | SettingKind.OCCASION:
            return period_of(row, year).name
    return t(LABELS[row.kind])


def value_words(row: Setting, school: School, year: SchoolYear, settings: Settings, t: Translator) -> str:
    """Return what a row says: of the school, or of what was decided about the program."""
    if row.kind in PREFERENCES:
        return _preference_words(row.kind, settings, t)
    match row.kind:
        case SettingKind.TEACHER:
            return school.teacher or NONE
        case SettingKind.REACHED_BY:
            return school.reached_by or NONE
        case SettingKind.MINUTES:
            return str(school.minutes)
        case SettingKind.LANGUAGE:
            return LANGUAGE_NAMES[school.language or t.language]
        case SettingKind.REGION:
            return year.region or NONE
    return _date_words(row, year, t)


def _date_words(row: Setting, year: SchoolYear, t: Translator) -> str:
    """Return the day or days of a row."""
    match row.kind:
        case SettingKind.START:
            return day_short(year.start, t)
        case SettingKind.END:
            return day_short(year.end, t)
        case SettingKind.DEADLINE:
            day = day_short(year.deadline, t, year=False)
            return t("before school week {week}: {day}", week=year.deadline_week, day=day)
        case SettingKind.REPORT:
            days = (report.day for report in year.reports if report.number == row.at)
            return next((day_short(each, t) for each in days), NONE)
        case SettingKind.RECEPTION:
            own = (each for each in year.receptions if each.group == row.group)
            return next((day_and_time_short(each.day, each.time, t) for each in own), NONE)
        case SettingKind.HOLIDAY | SettingKind.DAY_OFF | SettingKind.OCCASION:
            one = period_of(row, year)
            return period_words(one.first, one.last, t)
    return ""


def _preference_words(kind: SettingKind, settings: Settings, t: Translator) -> str:
    match kind:
        case SettingKind.COVER:
            minutes = settings.curtain_minutes
            return t.n("after {count} minute", "after {count} minutes", minutes) if minutes else t("never")
        case SettingKind.KEEPING:
            weeks = settings.retention_weeks
            return t.n("{count} week after handing over", "{count} weeks after handing over", weeks)
        case SettingKind.BACKUPS:
            return t.n("{count} day", "{count} days", settings.backups)
        case SettingKind.PAPER_FOLDER:
            return settings.paper_folder or NONE
    return settings.backup_folder or NONE


def editable_words(row: Setting, school: School, year: SchoolYear, settings: Settings, t: Translator) -> str:
    """Return what a row says, as it can be typed again; empty where nothing stands."""
    match row.kind:
        case SettingKind.COVER:
            return str(settings.curtain_minutes)
        case SettingKind.KEEPING:
            return str(settings.retention_weeks)
        case SettingKind.BACKUPS:
            return str(settings.backups)
        case SettingKind.DEADLINE:
            return str(year.deadline_week)
        case SettingKind.LANGUAGE:
            return school.language or t.language
        case SettingKind.HOLIDAY | SettingKind.DAY_OFF | SettingKind.OCCASION:
            one = period_of(row, year)
            days = dict.fromkeys((day_short(one.first, t), day_short(one.last, t)))
            return f"{one.name} {' – '.join(days)}"
    words = value_words(row, school, year, settings, t)
    return "" if words == NONE else words


def taken_words(
    row: Setting, before: School, now: School, day: date, settings: Settings, t: Translator
) -> str:
    """Say what a row holds after a change: what it is called and its value; of a list, what came or went."""
    was, year = before.year_of(day), now.year_of(day)
    kind = next((kind for kind, more in LISTS.items() if row.kind in (kind, more)), None)
    if kind is None:
        # one line may give the days of more reports
        more = (each.number for each in year.reports if each not in was.reports)
        rows = (row, *(Setting(row.kind, number) for number in more if row.kind is SettingKind.REPORT))
        return " ".join(_now_words(each, now, year, settings, t) for each in dict.fromkeys(rows))
    there, here = listed(kind, was), listed(kind, year)
    for one in here:
        if one not in there:
            value = period_words(one.first, one.last, t)
            return t("{name} is now: {value}.", name=capital(one.name), value=value)
    gone = (one for one in there if one not in here)
    return "".join(t("{name} is taken away.", name=capital(one.name)) for one in gone)


def _now_words(row: Setting, now: School, year: SchoolYear, settings: Settings, t: Translator) -> str:
    value, name = value_words(row, now, year, settings, t), capital(label_words(row, year, t))
    if value == NONE:
        return t("{name}: no longer set.", name=name)
    return t("{name} is now: {value}.", name=name, value=value)


def hint_words(row: Setting, t: Translator) -> str:
    """Return how this row is typed."""
    return t(HINTS[row.kind], **_limits(row.kind))


def refusal_words(error: RefusedError, row: Setting, t: Translator) -> str:
    """Return why a line was refused on this row, and what to do."""
    day = day_long(error.day, t) if error.day else ""
    place = dict.fromkeys(("path", "place", "name"), error.text)
    if error.code is SettingRefusal.SPLIT_PROVINCE:
        return t(SPLIT[error.text])
    longest = HALF_YEAR if row.kind in OF_SCHOOL else LONGEST
    numbers = {"number": error.number, "weeks": longest.days // 7, **_limits(row.kind)}
    return t(REFUSALS[error.code], day=day, **place, **numbers)


def mind_words(mind: Mind, day: date | None, t: Translator) -> str:
    """Return what to mention of a line that was taken."""
    return t(MINDS[mind], day=day_long(day, t) if day else "")


def period_of(row: Setting, year: SchoolYear) -> NamedDays:
    """Return the holiday, day off or date of the school of a row."""
    return listed(row.kind, year)[row.at]


def _limits(kind: SettingKind) -> dict[str, int]:
    allowed = WEEKS if kind is SettingKind.DEADLINE else MINUTES
    return {"least": allowed[0], "most": allowed[-1]}
