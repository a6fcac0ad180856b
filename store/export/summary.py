"""The summary of a day: the teacher's own copy, with everybody in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from store.domain.day import SchoolDay
from store.domain.overview.topics import Topic
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.summary import DaySummary, OwnAgreement, Undated, summarise
from store.domain.talk import Talk, TalkState
from store.domain.timetable.whose import whose
from store.export.called import talks_called
from store.export.document import Bars, Document, Heading, Item, Paragraph, section
from store.export.load import load_bar, perhaps_words
from store.export.markdown import markdown
from store.export.plain import plain_text
from store.export.pupil_text import reading_along
from store.export.talk_text import agreed_and_came, raised, standing
from store.export.waiting import without_talk_words
from store.export.wording.days import day_long, time_words
from store.export.wording.decisions import decision_words
from store.export.wording.moments import channel_of, moment_row, moment_when
from store.export.wording.people import carer_words, company_words, listed, parents_words, pupils_words
from store.export.wording.sentences import written_on
from store.export.wording.states import missing_words, not_needed_words
from store.export.wording.when_phrases import when_phrase
from store.language import Translator


def day_summary(day: SchoolDay, school: School) -> DaySummary:
    """Sum up a day, in the school's own year or else the one its date makes likely."""
    return summarise(day, school.year_of(day.date), school.decisions)


def summary_markdown(
    day: SchoolDay, school: School, t: Translator, without_talk: Sequence[Pupil] = ()
) -> str:
    """Write the whole day as Markdown."""
    return markdown(summary_document(day, school, t, without_talk))


def summary_text(day: SchoolDay, school: School, t: Translator, without_talk: Sequence[Pupil] = ()) -> str:
    """Write the whole day as plain text."""
    return plain_text(summary_document(day, school, t, without_talk))


def summary_document(
    day: SchoolDay, school: School, t: Translator, without_talk: Sequence[Pupil] = ()
) -> Document:
    """Put together what is still open, then what the year brings, then each talk.

    `without_talk` are the pupils of the class list who have no talk in this year.
    """
    summary = day_summary(day, school)
    led = _led(summary, school)
    waiting = without_talk_words(without_talk, t, len(without_talk))
    open_ones = (*open_items(summary, school, t), *((Item(waiting),) if waiting else ()))
    return (
        Heading(t("{kinds} on {day}", kinds=talks_called(day, school, t), day=day_long(day.date, t)), 1),
        Paragraph(counts_line(summary, t)),
        Paragraph(t("For the teacher only: there is more than one child in here.")),
        *section(t("Still to do"), open_ones),
        *section(t("Information moments"), tuple(Item(topic_words(each, t)) for each in summary.topics)),
        *_weeks(summary, t),
        *section(t("Buddies"), buddy_items(summary, t)),
        *(
            block
            for talk in summary.talks
            if _told(talk)
            for block in _talk(talk, led.get(talk.id, ""), school, t)
        ),
    )


def counts_line(summary: DaySummary, t: Translator) -> str:
    """Count the talks by how they stand: "7 gesprekken gevoerd, 1 later verder, 1 niet gekomen."."""
    missed = len(summary.not_come) + len(summary.followed_up)
    counts = (
        t.n("{count} talk held", "{count} talks held", len(summary.finished)),
        t("{number} going on", number=len(summary.running)) if summary.running else "",
        t("{number} set aside", number=len(summary.set_aside)) if summary.set_aside else "",
        t("{number} did not come", number=missed) if missed else "",
        t("{number} called off", number=len(summary.cancelled)) if summary.cancelled else "",
        t("{number} still planned", number=len(summary.planned)) if summary.planned else "",
    )
    return ", ".join(each for each in counts if each) + "."


def open_items(
    summary: DaySummary, school: School, t: Translator, colleagues: Mapping[str, str] | None = None
) -> tuple[Item, ...]:
    """List what still asks for something: talks to finish, families to call or visit, dates to set.

    `colleagues` are the words for whose talk it is where it is not the teacher's alone, by the talk's id.
    """
    led = _led(summary, school) if colleagues is None else colleagues

    def name(talk: Talk, pupil_ids: Collection[str] = ()) -> str:
        return _whose(talk, pupil_ids, led.get(talk.id, ""), t)

    return (
        *(_unfinished(talk, name(talk), t) for talk in (*summary.running, *summary.set_aside)),
        *(
            Item(t("{name}: call or visit", name=name(talk)), phone_lines(talk, t))
            for talk in summary.not_come
        ),
        *(_undated(each, name(each.talk, each.moment.pupil_ids), school, t) for each in summary.to_be_set),
        *(_own(each, name(each.talk, each.agreement.pupil_ids), t) for each in summary.own),
        *(
            Item(t("{name}: planned at {time}", name=name(talk), time=time_words(talk.slot.start)))
            for talk in summary.planned
        ),
    )


def _led(summary: DaySummary, school: School) -> dict[str, str]:
    """Whose talk each is that is not of the teacher alone, as far as the day tells."""
    return whose(summary.talks, school.teacher, school.colleagues)


def _whose(talk: Talk, pupil_ids: Collection[str], teacher: str, t: Translator) -> str:
    """Name the children something is for, and the colleague whose talk it is."""
    words = _children(talk, pupil_ids, t)
    return f"{words} ({teacher})" if teacher else words


def _children(talk: Talk, pupil_ids: Collection[str], t: Translator) -> str:
    named = talk.named_children(pupil_ids)
    return listed([pupil.full_name for pupil in named], t) if named else pupils_words(talk, t)


def phone_lines(talk: Talk, t: Translator) -> tuple[str, ...]:
    """Say how to reach the carers of a talk, one line for each."""
    known = (talk.with_new_details(carer) for carer in talk.audience)
    return tuple(f"{carer_words(carer, t)}: {carer.phone or t('no phone number known')}" for carer in known)


def _unfinished(talk: Talk, name: str, t: Translator) -> Item:
    missing = missing_words(talk.missing(), t, talk.without_plan)
    under = (*phone_lines(talk, t), *((missing,) if missing else ()))
    return Item(
        t("{name}: finish it with {parents}", name=name, parents=parents_words(talk, t)),
        under,
    )


def _undated(each: Undated, name: str, school: School, t: Translator) -> Item:
    row = moment_row(each.moment, each.talk, school, t)
    words = " · ".join(part for part in (row.channel, row.when, row.purpose) if part)
    return Item(t("{name}: set a date ({moment})", name=name, moment=words))


def _own(each: OwnAgreement, name: str, t: Translator) -> Item:
    when = when_phrase(each.agreement.when, written_on(each.talk), t)
    text = " ".join(each.agreement.text.split())
    return Item(t("{name}, {when}: {text}", name=name, when=when, text=text))


def _weeks(summary: DaySummary, t: Translator) -> Document:
    """The weeks that have contact moments, and which moments have no day."""
    bars = tuple(load_bar(week, t) for week in summary.weeks if week.any)
    perhaps, undated = perhaps_words(summary.weeks, t), undated_words(summary, t)
    if not bars and not undated:
        return ()
    return (
        Heading(t("Contact moments per week")),
        *((Bars(bars),) if bars else ()),
        *(Paragraph(each) for each in (perhaps, *undated) if each),
    )


def undated_words(summary: DaySummary, t: Translator) -> tuple[str, ...]:
    """Count the contact moments that stand in no week, a line for each reason, and say whose they are.

    A reason is a date to be set, or how and when they come: by e-mail if needed.
    """
    found: dict[str, list[str]] = {}
    for each in (*summary.to_be_set, *summary.unplaced):
        how = (channel_of(each.moment, t), moment_when(each.moment, t))
        why = t("date to be set") if each.moment.to_be_set else " ".join(filter(None, how))
        found.setdefault(why, []).append(_children(each.talk, each.moment.pupil_ids, t))
    return tuple(
        t("{number} × {when}: {names}", number=len(names), when=when, names=", ".join(dict.fromkeys(names)))
        for when, names in found.items()
    )


def topic_words(topic: Topic, t: Translator) -> str:
    """Say what an information moment is wanted on, by how many families, and when."""
    wanted = t.n("{topic}: {count} family", "{topic}: {count} families", topic.count, topic=topic.name)
    wanted = f"{wanted} ({', '.join(topic.times)})" if topic.times else wanted
    decided = decision_words(topic.decision, t) if topic.decision else ""
    return f"{wanted} → {decided}" if decided else wanted


def buddy_items(summary: DaySummary, t: Translator) -> tuple[Item, ...]:
    """List who can help with what, and right under it who could use help with what."""
    return (
        *(
            Item(t("{name} can help with: {text}", name=pupils_words(talk, t), text=" ".join(text.split())))
            for talk, text in summary.buddies.offers
        ),
        *(
            Item(
                t(
                    "{name} could use help with: {text}",
                    name=pupils_words(talk, t),
                    text=" ".join(text.split()),
                )
            )
            for talk, text in summary.buddies.needs
        ),
        *(Item(f"{pupils_words(talk, t)}: {talk.arrangements.buddy}") for talk in summary.earlier_buddies),
    )


def _told(talk: Talk) -> bool:
    """Return whether there is anything of this talk to tell."""
    return bool(talk.state is TalkState.FINISHED or talk.raised or talk.agreements or talk.plan.moments)


def _talk(talk: Talk, teacher: str, school: School, t: Translator) -> Document:
    title = f"{_whose(talk, (), teacher, t)}, {time_words(talk.slot.start)}"
    company = company_words(talk, t)
    return (
        Heading(title),
        *(Paragraph(each) for each in standing(talk, t)),
        *((Paragraph(company),) if company else ()),
        *(Paragraph(each) for each in reading_along(talk, t)),
        *((Paragraph(t("Remark: {text}", text=talk.remark)),) if talk.remark else ()),
        *agreed_and_came(talk, school, t),
        *(Paragraph(each) for each in (not_needed_words(talk, t),) if each),
        *raised(talk, school, t),
    )
