"""Short codes in what was typed, spelled out for whoever does not type them: r1, zn, j>o."""

from __future__ import annotations

import re

from store.domain.plan import CHANNEL_CODES, IF_NEEDED_CODE, REPORT_CODE, ContactMoment
from store.domain.role_words import SIDE_CODES
from store.export.wording.channels import channel_words
from store.export.wording.edges import as_written
from store.export.wording.people import listed
from store.language import Translator, mark

_REPORTS = re.compile(
    rf"\b{REPORT_CODE}([1-9])\b((?:\s*(?:,|\+|&|\ben\b|\band\b)\s*{REPORT_CODE}?[1-9]\b)*)",
    re.IGNORECASE,
)
_IF_NEEDED = re.compile(rf"\b{IF_NEEDED_CODE}\b(?=\s*(?:[,;.]|$))", re.IGNORECASE)
_SIDES = re.compile(rf"\b([{''.join(SIDE_CODES)}])>([{''.join(SIDE_CODES)}])\b")
_BEHIND = rf"(?=\s+(?:{REPORT_CODE}?\d|{IF_NEEDED_CODE}\b))"
_CHANNEL = re.compile(rf"(?:^|(?<=[,;] ))({'|'.join(CHANNEL_CODES)}){_BEHIND}")
_WHENEVER = re.compile(r"\bwnr\b\.?", re.IGNORECASE)
_ROLES = {"teacher": mark("teacher"), "parents": mark("parents"), "pupil": mark("pupil")}


def spelled_out(typed: str, t: Translator) -> str:
    """Return what was typed with every short code in words; all else stays letter for letter."""
    typed = _CHANNEL.sub(lambda code: channel_words(CHANNEL_CODES[code[1]], t), typed)
    typed = _REPORTS.sub(lambda codes: _reports(codes[0], t), typed)
    typed = _IF_NEEDED.sub(lambda _: t("when needed"), typed)
    return _SIDES.sub(lambda code: f"{_side(code[1], t)} → {_side(code[2], t)}", typed)


def condition_words(moment: ContactMoment, t: Translator) -> str:
    """Return the condition as typed, with no code in it."""
    return as_written(_WHENEVER.sub("wanneer", spelled_out(moment.condition, t)), t)


def _reports(codes: str, t: Translator) -> str:
    return t("in the week after report {numbers}", numbers=listed(re.findall(r"[1-9]", codes), t))


def _side(letter: str, t: Translator) -> str:
    return t(_ROLES[SIDE_CODES[letter]])
