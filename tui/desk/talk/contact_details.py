"""How the school reaches the family: number, mail, how each carer is addressed, and the first contact."""

from __future__ import annotations

import re
from dataclasses import replace

from store.domain.people import Carer
from store.domain.role_words import as_told
from store.domain.talk import Talk
from store.domain.undo import StepName
from tui.desk.desk import Desk
from tui.desk.talk.signs import NO
from tui.desk.typing.yes_or_no import says_yes

_MAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+")
_PHONE = re.compile(r"\+?\(?\d[\d ()/.-]{6,}\d")


def without_details(text: str) -> str:
    """Return a text with … in the place of every number and address in it."""
    return _PHONE.sub("…", _MAIL.sub("…", text))


def without_new_details(carer_id: str, talk: Talk) -> Talk:
    """Return a talk without the number and address that this carer gave in it: those are asked again."""
    before = talk.arrangements.details_of(carer_id)
    return talk.arrange(talk.arrangements.check(replace(before, right=False, phone="", email="")))


def check(carer_id: str, text: str, talk: Talk, desk: Desk) -> bool:
    """Take in what this carer said; False for neither a number nor an address.

    A yes: they are right; so says Enter alone, or not yet asked. `-` takes back what was typed.
    """
    before = talk.arrangements.details_of(carer_id)
    if text == NO:
        desk.do(StepName.ARRANGED, without_new_details(carer_id, talk), text)
        return True
    if not text or says_yes(text):
        said = replace(before, right=bool(text) or not before.right)
    else:
        mail, phone = _MAIL.search(text), _PHONE.search(_MAIL.sub(" ", text))
        rest = _PHONE.sub(" ", _MAIL.sub(" ", text), count=1)
        if not (mail or phone) or any(letter.isalnum() for letter in rest):
            return False
        said = replace(
            before,
            right=True,
            phone=phone.group() if phone else before.phone,
            email=mail.group() if mail else before.email,
        )
    desk.do(StepName.ARRANGED, talk.arrange(talk.arrangements.check(said)), text or None)
    return True


def address(carer_id: str, text: str, talk: Talk, desk: Desk) -> bool:
    """Take in how this carer wants to be called in a letter; `-` is by the whole name, False is no name."""
    name = "" if text == NO else " ".join(text.split())
    if name and Carer(id=carer_id, name=name).nameless:
        return False
    said = replace(talk.arrangements.details_of(carer_id), addressed=name)
    desk.do(StepName.ARRANGED, talk.arrange(talk.arrangements.check(said)), text)
    return True


def named_contacts(text: str, talk: Talk) -> tuple[str, ...]:
    """Return the ids of the carers whose name holds this text, in whichever language a role stands there."""
    said = text.casefold()
    return tuple(
        carer.id for carer in talk.audience if any(said in name.casefold() for name in as_told(carer.name))
    )


def next_contact(talk: Talk) -> str:
    """Return the id of the carer behind the present first contact; empty, for nobody, behind the last."""
    around = ["", *(carer.id for carer in talk.audience)]
    now = talk.arrangements.first_contact
    return around[(around.index(now if now in around else "") + 1) % len(around)]
