"""What an import changes, in words: who is new, who moves, what stays as it is and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from store.domain.talk import Talk
from store.export.wording.days import day_short
from store.export.wording.people import pupils_words
from store.export.wording.titles import title_words
from store.language import Translator
from store.roster.changes import Changes, Detail, PupilChange, TalkChange
from store.roster.merge import Tally
from tui.desk.roster.roster_import import Imported
from tui.words.roster.fields import field_words
from tui.words.roster.reading import TOLD, names_words
from tui.words.roster.who import near_words, partly_lines, taken_words


def change_lines(looked: Imported, t: Translator) -> Iterator[str]:
    """Name what storing it changes, or has changed, and what stays as it is all the same."""
    if not looked.changed:
        yield t("Nothing changes: all of this is there already.")
    yield from _pupil_lines(looked.changes, t)
    yield from _talk_lines(looked.changes, t)
    yield from kept_lines(looked, t)


def kept_lines(looked: Imported, t: Translator) -> Iterator[str]:
    """Name who is taken for whom, and what stays as it is though the file has it otherwise, or not at all."""
    yield from _cut([taken_words(each, t) for each in looked.taken], t)
    yield from partly_lines(looked.partly, t)
    if looked.left_alone:
        yield t("Already begun, so left as it is: {names}", names=_talks(looked.left_alone, t))
    for each in looked.by_hand:
        yield t(
            "You put {name} at {here}, so it stays there; the file has {listed}.",
            name=pupils_words(each.talk, t),
            here=moment_words(each.talk, t),
            listed=_moment(each.listed, t),
        )
    if looked.gone_talks:
        yield t("Not in this file, but still planned: {names}", names=_talks(looked.gone_talks, t))
    if looked.gone_pupils:
        names = names_words([pupil.full_name for pupil in looked.gone_pupils], t)
        yield t("Not in this file, but still in the class list: {names}", names=names)


def stored_lines(imported: Imported, t: Translator) -> Iterator[str]:
    """Say how much the import changed, name it, and say what it left as it was."""
    if imported.changed:
        yield from tally_lines(imported, t)
        yield from _pupil_lines(imported.changes, t)
        yield from _talk_lines(imported.changes, t)
    else:
        yield t("Nothing has changed: all of this was there already.")
    yield from kept_lines(imported, t)
    for near in imported.near:
        yield near_words(near, t) + " " + t("They are now two.")


def tally_lines(looked: Imported, t: Translator) -> Iterator[str]:
    """Say of how many pupils and talks it is; nothing of what there is none of."""
    if pupils := _counts(looked.pupils, t):
        yield t("Pupils: {counts}.", counts=pupils)
    if talks := _counts(looked.talks, t):
        yield t("Talks: {counts}.", counts=talks)


def _counts(tally: Tally, t: Translator) -> str:
    counts = (
        (tally.new, t("{count} new", count=tally.new)),
        (tally.updated, t("{count} updated", count=tally.updated)),
        (tally.unchanged, t("{count} unchanged", count=tally.unchanged)),
    )
    return ", ".join(words for count, words in counts if count)


def _pupil_lines(changes: Changes, t: Translator) -> Iterator[str]:
    counts = Counter(each.after.full_name for each in changes.pupils if each.before is None)
    new = [f"{name} ({count})" if count > 1 else name for name, count in counts.items()]
    if new:
        yield t("New in the class list: {names}", names=names_words(new, t))
    known = [line for each in changes.pupils if each.before and (line := _pupil_words(each, t))]
    yield from _cut(known, t)


def _pupil_words(change: PupilChange, t: Translator) -> str:
    """Say what becomes otherwise of a pupil; the name is the one that is known so far."""
    said = ", ".join(_detail_words(each, t) for each in change.details)
    return f"{change.before.full_name}: {said}" if change.before and said else ""


def _detail_words(detail: Detail, t: Translator) -> str:
    label, now = field_words(detail.field, t), detail.now or t("none")
    return f"{label} {detail.was} → {now}" if detail.was else t("{label} new: {now}", label=label, now=now)


def _talk_lines(changes: Changes, t: Translator) -> Iterator[str]:
    new: defaultdict[date, list[str]] = defaultdict(list)
    for each in changes.talks:
        if each.before is None:
            start = each.after.slot.start
            new[start.date()].append(f"{start:%H:%M} {pupils_words(each.after, t)}")
    for day, names in sorted(new.items()):
        yield t("New talks, {day}: {names}", day=day_short(day, t), names=names_words(names, t))
    yield from _cut([_moved_words(each, t) for each in changes.talks if each.moved], t)
    rewritten = [each for each in changes.talks if each.rewritten and not each.moved]
    yield from _cut([_rewritten_words(each, t) for each in rewritten], t)


def _moved_words(change: TalkChange, t: Translator) -> str:
    before = change.before or change.after
    return t(
        "Moved: {name}, {before} → {after}",
        name=pupils_words(change.after, t),
        before=moment_words(before, t),
        after=moment_words(change.after, t),
    )


def _rewritten_words(change: TalkChange, t: Translator) -> str:
    """Say of a talk that keeps its time what becomes otherwise."""
    before, after = change.before or change.after, change.after
    said = []
    if before.slot.minutes != after.slot.minutes:
        said.append(t("{before} → {after} minutes", before=before.slot.minutes, after=after.slot.minutes))
    if before.teacher != after.teacher:
        said.append(t("teacher: {name}", name=after.teacher or t("none")))
    if change.with_others:
        names = ", ".join(carer.name for carer in after.audience)
        said.append(t("with {names}", names=names or t("none")))
    if before.deck != after.deck:
        said.append(title_words(after.deck, t))
    if before.remark != after.remark:
        said.append(t("remark: {text}", text=" ".join(after.remark.split()) or t("none")))
    return f"{pupils_words(after, t)} ({moment_words(after, t)}): {', '.join(said)}"


def moment_words(talk: Talk, t: Translator) -> str:
    """Say when a talk is, with its weekday and without the year."""
    return _moment(talk.slot.start, t)


def _moment(start: datetime, t: Translator) -> str:
    return f"{day_short(start.date(), t, year=False)} {start:%H:%M}"


def _cut(lines: list[str], t: Translator) -> Iterator[str]:
    """Yield as many lines as anybody reads, and say how many more there are."""
    yield from lines[:TOLD]
    if (more := len(lines) - TOLD) > 0:
        yield t.n("and {count} more", "and {count} more", more)


def _talks(talks: tuple[Talk, ...], t: Translator) -> str:
    return names_words([f"{pupils_words(talk, t)} ({moment_words(talk, t)})" for talk in talks], t)
