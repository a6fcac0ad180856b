"""The invitation to a talk, the child named first: a card for each pupil, a mail to each adult."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from store.domain.people import Carer
from store.domain.school import School
from store.domain.siblings import sheets
from store.domain.talk import Talk, TalkState
from store.domain.text import clean
from store.domain.year.ages import OLDER, ages_in
from store.export.called import deck_of
from store.export.paper.languages import SIMPLE, beside_voice, is_right_to_left, sheet_language
from store.export.paper.typeset import Data
from store.export.wording.addressing import as_addressed, as_read_by
from store.export.wording.days import day_long, time_words
from store.export.wording.family_dates import family_moment
from store.export.wording.people import carer_words, listed, present_names, teacher_words
from store.export.wording.places import where_words
from store.export.wording.titles import CONTACT, said_words
from store.language import Translator


@dataclass(frozen=True, slots=True)
class Text:
    """An invitation in one language: whom it greets, what it is, when, and what else is good to know."""

    title: str
    greeting: str
    invites: str
    when: str
    more: tuple[str, ...]
    farewell: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything in order, as a mail says it."""
        return (self.greeting, self.invites, self.when, *self.more, self.farewell)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A card for one child, told a second time where the family needs it."""

    talk: Talk
    author: str
    voice: Translator
    beside: Translator | None
    told: Text
    told_beside: Text | None
    form: bool = False


def invitations(
    talk: Talk, school: School, t: Translator, language: str = "", *, form: bool = False
) -> tuple[Invitation, ...]:
    """Write a card for each child of a talk that is still to come; none for any other talk.

    With a `form` parents fill that in beforehand.
    """
    if talk.state is not TalkState.PLANNED:
        return ()
    return tuple(_invitation(each, school, t, language, form=form) for each in sheets(talk))


def _invitation(talk: Talk, school: School, t: Translator, language: str, *, form: bool) -> Invitation:
    # what is asked here is said in simple sentences already
    simple = sheet_language(talk, t, language) == SIMPLE
    beside = None if simple else beside_voice(talk, t, language)
    return Invitation(
        talk=talk,
        author=teacher_words(talk, school, t),
        voice=t,
        beside=beside,
        told=invitation_text(talk, talk.audience, school, t, form=form),
        told_beside=invitation_text(talk, talk.audience, school, beside, form=form) if beside else None,
        form=form,
    )


def invitation_text(
    talk: Talk, carers: Sequence[Carer], school: School, t: Translator, *, form: bool = False
) -> Text:
    """Invite the child and these carers: with whom, when, for how long, what for.

    Nothing is asked, but where a `form` goes along.
    """
    talk = as_addressed(as_read_by(talk, carers, school, t))
    called = {each.id: carer_words(each, t) for each in talk.audience}
    child, teacher = talk.pupil.everyday_name, teacher_words(talk, school, t)
    start = talk.slot.start
    when = family_moment(start, t) if t.beside else f"{day_long(start.date(), t)} · {time_words(start)}"
    people = listed([*present_names(talk.expected, talk, t), teacher], t)
    return Text(
        title=t("Invitation"),
        greeting=t("Dear {people},", people=listed([child, *(called[each.id] for each in carers)], t)),
        invites=t("We invite you to {kind}: {people}.", kind=said_words(deck_of(talk), t), people=people),
        when=when,
        more=(
            t.n("It takes {count} minute.", "It takes {count} minutes.", talk.slot.minutes),
            *_purpose(talk, t, form=form),
            *((t("{name} leads part of the talk.", name=child),) if ages_in(talk) <= OLDER else ()),
            t("Somebody who interprets or whom you like to bring is welcome."),
            where_words(talk, t) or t("We meet at school, unless we agreed otherwise."),
            t("If this time does not suit, tell {teacher}: then we find another one.", teacher=teacher),
        ),
        farewell=t("Kind regards, {teacher}", teacher=teacher),
    )


def _purpose(talk: Talk, t: Translator, *, form: bool) -> tuple[str, str]:
    """Say what the talk is for, and what there is to prepare for it."""
    if form:
        return (
            t(
                "You tell about {name}, we listen; together we agree on what follows.",
                name=talk.pupil.everyday_name,
            ),
            t("With this comes a page to think about it at home. Bring it along: it stays yours."),
        )
    aim = t("We get to know each other, and agree on how we keep in touch this year.")
    if deck_of(talk) == CONTACT:
        aim = t("We look at how it has gone since the last time, and agree on how we go on.")
    return aim, t("There is nothing to prepare: what you want to tell or ask comes first.")


def invitation_data(invitation: Invitation) -> Data:
    """Return what the template `invitation` is filled with."""
    beside, told = invitation.beside, invitation.told_beside
    return {
        "title": invitation.talk.pupil.everyday_name,
        "author": invitation.author,
        "language": invitation.voice.language,
        "told": _data(invitation.told),
        "beside": {
            **_data(told),
            "language": beside.language,
            "rtl": is_right_to_left(beside.language),
        }
        if beside and told
        else None,
    }


def _data(text: Text) -> dict[str, object]:
    return {
        "title": text.title,
        "greeting": text.greeting,
        "invites": text.invites,
        "when": text.when,
        "more": text.more,
        "farewell": text.farewell,
    }


def invitation_mail(invitation: Invitation, carer: Carer, school: School, now: datetime) -> bytes:
    """Write a mail to one adult, as a draft that a mail program opens: we send nothing.

    `carer` has an address; nobody else's is in it.
    """
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import format_datetime

    t, talk = invitation.voice, invitation.talk
    voices = [each for each in (t, invitation.beside) if each]
    texts = [invitation_text(talk, [carer], school, each, form=invitation.form).lines for each in voices]
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(
        t("Invitation to {kind} of {name}", kind=said_words(deck_of(talk), t), name=talk.pupil.first_name)
    )
    mail["To"] = one_line(carer.email)
    mail["Date"] = format_datetime(now)
    mail["X-Unsent"] = "1"
    # what can't be written in any mail, of a damaged name, is left out as in its head
    told = clean("\n\n--\n\n".join("\n\n".join(each) for each in texts), lines=True)
    mail.set_content(f"{told}\n")
    return mail.as_bytes()


def one_line(text: str) -> str:
    """Return a text as a head of a mail can hold it: no line breaks, nothing that steers."""
    return " ".join(clean(text).split())
