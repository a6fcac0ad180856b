"""Out: summaries, files, calendars, what is kept about one pupil, file names, the clipboard."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from icalendar import Calendar

from store.domain.text import clean
from store.export.new_file import safe_name, write_new
from store.export.pupil_text import pupil_text
from store.files.repository import Repository
from store.language import Translator
from tests.export.reader import Page, read_page
from tests.hostile.command import NOON, judged, said
from tests.hostile.families import DAY, day_of, school_of
from tests.hostile.judge import Harm, Record, Way, batches, squeezed, steering
from tests.hostile.stored import opened

FAMILIES = 120
"""How many families are in one day here; more make no other text."""
_BLANK = "\ufeff \n\xa0\u3000\u2003\u202f\u1680"
PROPERTIES = {
    "UID", "DTSTAMP", "SEQUENCE", "STATUS", "CLASS", "TRANSP", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND",
}  # fmt: skip


def ways() -> Iterator[Way]:
    """Each way out of a folder that holds such text in every field."""
    yield Way("summary on stdout", summary)
    yield Way("export md", partial(exported, "md"), share=2)
    yield Way("export txt", partial(exported, "txt"))
    yield Way("export ics, two readers", _calendars, share=2)
    yield Way("export file names", _exported_names)
    yield Way("file names", _names)
    yield Way("one pupil's text", _pupil_texts)
    yield Way("about", _about, share=16)
    yield Way("forget", _forget, share=16)


def stored(folder: Path, texts: Sequence[str]) -> Path:
    """A data folder with a family for each text."""
    with opened(folder / "data") as repository:
        repository.save_school(DAY, school_of(texts))
        repository.save(day_of(texts))
    return folder / "data"


def _days(folder: Path, texts: Sequence[str]) -> Iterator[tuple[Path, Sequence[str]]]:
    for number, some in enumerate(batches(texts, FAMILIES)):
        place = folder / str(number)
        place.mkdir()
        stored(place, some)
        yield place, some


def summary(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """The day's summary on stdout."""
    for place, some in _days(folder, texts):
        answer = judged(record, "summary", "", ["summary", "--data", "data", "--now", NOON], place)
        _all_in(record, "summary", some, answer.out if answer else "")


def _all_in(record: Record, where: str, texts: Sequence[str], written: str) -> None:
    bare = squeezed(written)
    for text in texts:
        if squeezed(clean(text)) not in bare:
            record.add(Harm.LOST, where, text)


def exported(suffix: str, record: Record, folder: Path, texts: Sequence[str]) -> None:
    """The day as Markdown or text; of Markdown, what a reader makes of it."""
    for place, some in _days(folder, texts):
        arguments = ["export", "--data", "data", "--now", NOON, "--to", "uit", "--format", suffix]
        judged(record, suffix, "", arguments, place)
        (path,) = (place / "uit").iterdir()
        written = path.read_bytes().decode("utf-8")
        record.harmless(suffix, "", written)
        page = read_page(written) if suffix == "md" else Page()
        if tags := page.tags - {"h1", "h2", "h3", "p", "ul", "li", "br"}:
            record.add(Harm.EXECUTED, suffix, "", f"{tags}")
        _all_in(record, suffix, some, page.text if suffix == "md" else written)


# -- calendars -----------------------------------------------------------------------
def _calendars(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Nothing but our own events with our own properties, whoever reads it, and the purpose literally."""
    for place, some in _days(folder, texts):
        arguments = ["export", "--data", "data", "--now", NOON, "--to", "uit", "--format", "ics", "--names"]
        judged(record, "ics", "", arguments, place)
        for path in (place / "uit").iterdir():
            content = path.read_bytes()
            with record.attempt("ics", path.name):
                _read_twice(record, content, some if path.name.startswith("start") else None)


def _read_twice(record: Record, content: bytes, texts: Sequence[str] | None) -> None:
    import vobject  # type: ignore[import-untyped]

    record.harmless("ics", "", content.decode("utf-8").replace("\r\n", "\n"))
    book: Any = Calendar.from_ical(content)
    events = list(book.walk("VEVENT"))
    strange = {each.name for each in book.walk()} - {"VCALENDAR", "VEVENT"}
    strange |= {name for event in events for name in event} - PROPERTIES
    other: Any = vobject.readOne(io.StringIO(content.decode("utf-8")))
    others = list(other.vevent_list)
    strange |= {child.name for event in others for child in event.getChildren()} - PROPERTIES
    strange |= set(other.contents) - {"prodid", "version", "method", "x-wr-calname", "vevent"}
    if strange:
        record.add(Harm.EXECUTED, "ics", "", f"{strange}")
    if texts is None:
        return
    record.same("ics", "", len(events), len(others))
    # behind the contact moments stands what the groups are invited to: titles of ours
    gathered = {str(event["SUMMARY"]) for event in events[len(texts) :]}
    record.same("ics", "", set(), gathered - {"Nieuwjaarsreceptie", "Informatiemoment"})
    for text, event, again in zip(texts, events[: len(texts)], others[: len(texts)], strict=True):
        # a mark for the order of bytes means nothing inside a text, and icalendar leaves it out in front
        wanted = clean(text).strip(_BLANK)
        told = str(again.description.value) if "description" in again.contents else ""
        record.same("title", text, True, str(event["SUMMARY"]).lstrip(_BLANK).startswith(wanted))
        record.same("purpose", text, wanted, str(event.get("DESCRIPTION", "")).strip(_BLANK))
        record.same("purpose, other reader", text, wanted, told.strip(_BLANK))


# -- names of files --------------------------------------------------------------------
def _exported_names(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Twice into the same folder: all of them there, and nothing anywhere else."""
    for place, some in _days(folder, texts):
        arguments = ["export", "--data", "data", "--now", NOON, "--to", "uit", "--format", "ics", "--names"]
        for _ in range(2):
            answer = judged(record, "names", "", arguments, place)
            record.same("names", "", len(some) + 1, len(answer.out.splitlines()) if answer else 0)
        found = list((place / "uit").iterdir())
        record.same("names", "", 2 * (len(some) + 1), len(found))
        for path in found:
            _fit(record, path.name, path.name)
        if left := {path.name for path in place.iterdir()} - {"uit", "data"}:
            record.add(Harm.EXECUTED, "names", "", f"{left}")


def _names(record: Record, folder: Path, texts: Sequence[str]) -> None:
    for text in texts:
        with record.attempt("name", text):
            _fit(record, text, safe_name(text, "md"))
            paths = {write_new(folder / "uit", text, "md", b"x") for _ in range(3)}
            record.same("written", text, 3, len(paths))
            record.same("inside", text, {folder / "uit"}, {path.parent for path in paths})
    record.same("inside", "", ["uit"], [path.name for path in folder.iterdir()])


def _fit(record: Record, text: str, name: str) -> None:
    """One plain name on every system, that means nothing to any of them."""
    windows = PureWindowsPath(name)
    wrong = {
        "levels": PurePosixPath(name).name != name or windows.name != name,
        "reserved": windows.is_reserved(),
        "signs": bool(set(name) & set('<>:"/\\|?*')) or bool(steering(name)),
        "edges": name != name.strip(". ")
        or PurePosixPath(name).stem != PurePosixPath(name).stem.rstrip(". "),
        "length": len(name.encode()) > 200,
    }
    if found := [what for what, is_so in wrong.items() if is_so]:
        record.add(Harm.EXECUTED, f"file name {found}", text, name)


# -- one pupil -------------------------------------------------------------------------
def _pupil_texts(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """As it goes to the clipboard: encoded, so that nothing in it can end the sequence it travels in."""
    school = school_of(texts)
    for talk, text in zip(day_of(texts).talks, texts, strict=True):
        for language in ("nl", "en"):
            with record.attempt("pupil text", text):
                written = pupil_text(talk, school, Translator(language))
                record.harmless("pupil text", text, written)
                record.found("pupil text", text, clean(text), written)
                sent = base64.b64encode(written.encode("utf-8"))
                record.same("clipboard", text, written, base64.b64decode(sent).decode("utf-8"))


def _about(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """For every pupil a file with all that is kept, readable by every reader of Markdown."""
    for part, some in enumerate(batches(texts, 40)):
        place = folder / f"{part}"
        data = _numbered(place, some)
        for number, text in enumerate(some):
            to = place / f"uit{number}"
            arguments = ["about", "--data", str(data), "--now", NOON, "--to", str(to), f"nr-{number}"]
            answer = judged(record, "about", text, arguments, place)
            if answer is None or answer.code:
                record.add(Harm.LOST, "about", text, answer.err if answer else "")
                continue
            (path,) = to.iterdir()
            written = path.read_bytes().decode("utf-8")
            record.harmless("about", text, written)
            record.found("about", text, clean(text), read_page(written).text)


def _numbered(folder: Path, texts: Sequence[str]) -> Path:
    """The same day, with pupils who can be told apart by number."""
    day = day_of(texts)
    talks = tuple(
        replace(talk, pupil=replace(talk.pupil, number=f"nr-{number}"))
        for number, talk in enumerate(day.talks)
    )
    with opened(folder / "data") as repository:
        repository.save(replace(day, talks=talks))
    return folder / "data"


def _forget(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Everyone is found by number, shown, and deleted; nobody else goes."""
    for part, some in enumerate(batches(texts, 40)):
        data = _numbered(folder / f"{part}", some)
        for number, text in enumerate(some):
            arguments = ["forget", "--data", str(data), "--now", NOON, f"nr-{number}"]
            shown = judged(record, "forget", text, arguments, folder)
            if shown is not None:
                record.found("forget", text, clean(text), shown.out)
            done = said(*arguments, "--yes", cwd=folder)
            record.harmless("forget", text, done.out + done.err)
            left = [talk.id for talk in Repository.reading(data).day(DAY).talks]
            record.same("forget", text, [f"t{at}" for at in range(number + 1, len(some))], left)
