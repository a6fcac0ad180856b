"""What comes from a colleague in words: which talks are new, whose text is in both, what stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.domain.talk import Talk
from store.export.wording.people import pupils_words
from store.language import Translator
from tui.desk.roster.colleague import Colleague
from tui.words.roster.changes import moment_words
from tui.words.roster.reading import names_words


def colleague_lines(found: Colleague, t: Translator) -> Iterator[str]:
    """Say what storing it changes, or has changed, talk by talk."""
    years = tuple(found.years.values())
    who = found.teacher or t("your colleague")
    if not found.changed:
        yield t("Nothing changes: all that {who} has is here already.", who=who)
    if pupils := [pupil.full_name for each in years for pupil in each.pupils]:
        yield t("New in the class list: {names}", names=names_words(pupils, t))
    if new := [talk for each in years for talk in each.new]:
        yield t("Talks of {who}: {names}", who=who, names=_talks(new, t))
    if filled := [talk for each in years for talk in each.filled]:
        yield t("What {who} wrote comes in: {names}", who=who, names=_talks(filled, t))
    for both in (pair for each in years for pair in each.both):
        yield t(
            "You both wrote in the talk with {name}: it is one talk, and each text says who wrote it.",
            name=f"{pupils_words(both.ours, t)} ({moment_words(both.ours, t)})",
        )
    for both in (pair for each in years for pair in each.elsewhere):
        yield t(
            "{who} has {name} at {theirs}; yours stays at {ours}.",
            who=who,
            name=pupils_words(both.ours, t),
            ours=moment_words(both.ours, t),
            theirs=moment_words(both.theirs, t),
        )
    if same := sum(each.same for each in years):
        yield t.n("{count} talk is the same here.", "{count} talks are the same here.", same)
    for name in found.damaged:
        yield t("{file} in it is damaged and was left out.", file=name)


def _talks(talks: Iterable[Talk], t: Translator) -> str:
    return names_words([f"{pupils_words(talk, t)} ({moment_words(talk, t)})" for talk in talks], t)
