"""How the school reaches the family: number and mail of each carer, and who is the first contact."""

from __future__ import annotations

import re
from dataclasses import replace

from store.domain.talk import CheckedDetails, Talk
from store.domain.undo import StepName
from tui.desk.desk import Desk

_MAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+")
_PHONE = re.compile(r"\+?\(?\d[\d ()/.-]{6,}\d")


def check(carer_id: str, text: str, talk: Talk, desk: Desk) -> bool:
    """Take in what this carer said; False for neither a number nor an address.

    Enter alone: they are right, or not yet asked; `-` takes back what was typed.
    """
    before = talk.arrangements.details_of(carer_id)
    if text == "-":
        said = CheckedDetails(id=carer_id)
    elif not text:
        said = replace(before, right=not before.right)
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


def named_contacts(text: str, talk: Talk) -> tuple[str, ...]:
    """Return the ids of the carers whose name holds this text."""
    return tuple(carer.id for carer in talk.audience if text.casefold() in carer.name.casefold())


def next_contact(talk: Talk) -> str:
    """Return the id of the carer behind the present first contact; empty, for nobody, behind the last."""
    around = ["", *(carer.id for carer in talk.audience)]
    now = talk.arrangements.first_contact
    return around[(around.index(now if now in around else "") + 1) % len(around)]
