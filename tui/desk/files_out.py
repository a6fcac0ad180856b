"""What goes out of the app as a file: one pupil's text, the whole day, the sheets of a family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.talk import Talk
from store.export.new_file import write_again
from store.files.folder_place import Risk, synced
from store.files.repository import Repository
from store.language import Translator
from tui.desk.settings.preferences import preferences_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where paper goes; `risk` is what copies it from there to elsewhere, unless that folder was chosen."""

    folder: Path
    chosen: bool
    risk: Risk | None


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheets that were made, and the signs on them that no font of ours has.

    `without_catalogue` is what is spoken at home, where the simplest of our language stands in for it.
    `fits` says whether each of them is one page.
    """

    paths: tuple[Path, ...]
    missing: str
    without_catalogue: str = ""
    fits: bool = True


def keep_text(text: str, talk: Talk, folder: Path) -> Path:
    """Write one pupil's text as a file, in the place of the one before; no name is in the file's name.

    Raises:
        OSError: the folder or the disk did not take it.
    """
    content = text.encode("utf-8", "replace")
    return write_again(
        folder, f"{talk.slot.start:%Y-%m-%d-%H%M}", "txt", content, mark=content.partition(b"\n")[0]
    )


def keep_day(
    day: SchoolDay, school: School, folder: Path, t: Translator, without_talk: Sequence[Pupil] = ()
) -> Path:
    """Write the whole day as Markdown, in the place of what was written of this day before.

    Raises:
        OSError: the folder or the disk did not take it.
    """
    from store.export.summary import summary_markdown

    content = summary_markdown(day, school, t, without_talk).encode("utf-8", "replace")
    return write_again(folder, f"{day.date}", "md", content, mark=content.partition(b"\n")[0])


def paper_place(repository: Repository, exports: Path) -> Place:
    """Return the folder that was chosen for paper, else the one for the teacher's files."""
    chosen = preferences_of(repository).paper_folder
    if chosen:
        return Place(Path(chosen), chosen=True, risk=None)
    return Place(exports, chosen=False, risk=synced(exports.absolute()))


def make_paper(
    talk: Talk, school: School, t: Translator, now: datetime, folder: Path, so_far: Sequence[Talk] = ()
) -> Paper:
    """Print the sheets of a talk, each in the place of the one that was made before.

    `so_far` are the talks before one that is held of their plans.

    Raises:
        OSError: the folder or the disk did not take them.
    """
    from store.export.formats import family_stem
    from store.export.paper.family_sheet import family_sheets
    from store.export.paper.languages import without_catalogue
    from store.export.paper.sheet_pages import sheet_data
    from store.export.paper.typeset import MARK, Typesetter

    made, typesetter = family_sheets(talk, school, t, now, so_far=so_far), Typesetter("sheet")
    pages = [typesetter.page(sheet_data(sheet)) for sheet in made]
    paths = [
        write_again(folder, family_stem(talk, t("sheet"), at if len(pages) > 1 else 0), "pdf", page.pdf, MARK)
        for at, page in enumerate(pages, 1)
    ]
    missing = "".join(dict.fromkeys("".join(page.missing for page in pages)))
    return Paper(tuple(paths), missing, without_catalogue(talk, t), all(page.pages == 1 for page in pages))


def make_forms(day: SchoolDay, t: Translator, folder: Path) -> Paper:
    """Print what parents fill in before the talks of a day, each in the place of the one made before.

    Raises:
        OSError: the folder or the disk did not take them.
    """
    from prompts.form import form
    from store.export.formats import family_stem
    from store.export.paper.form_pages import form_pages
    from store.export.paper.typeset import MARK, Typesetter

    made, paths, typesetter = [], [], Typesetter("form")
    for talk in day.in_order:
        pages = form_pages(talk, form, t)
        for at, each in enumerate(pages, 1):
            page = typesetter.page(each.data)
            stem = family_stem(talk, t("form"), at if len(pages) > 1 else 0)
            paths.append(write_again(folder, stem, "pdf", page.pdf, MARK))
            made.append(page)
    missing = "".join(dict.fromkeys("".join(page.missing for page in made)))
    return Paper(tuple(paths), missing, fits=all(page.pages == 1 for page in made))


def in_next_language(talk: Talk, t: Translator) -> Talk:
    """Return the talk with its sheet in the language after the one it is in, or told once."""
    from store.export.paper.languages import ONLY_OURS, SHEET_LANGUAGES, sheet_language

    around: Sequence[str] = (ONLY_OURS, *(each for each in SHEET_LANGUAGES if each != t.language))
    now = around.index(sheet_language(talk, t) or ONLY_OURS)
    chosen = around[(now + 1) % len(around)]
    return talk.arrange(replace(talk.arrangements, sheet_language=chosen))
