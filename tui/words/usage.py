"""What of a command line can't be read, in the language of who types: argparse says it in English only."""

from __future__ import annotations

import re

from store.language import Translator

MISSING = re.compile(r"the following arguments are required: (?P<what>.+)")
NO_CHOICE = re.compile(
    r"argument (?P<option>.+): invalid choice: '(?P<what>.*)' \(choose from (?P<choices>.+)\)"
)
NO_NUMBER = re.compile(r"argument (?P<option>.+): invalid int value: '(?P<what>.*)'")
NO_VALUE = re.compile(r"argument (?P<option>.+): expected (one|at least one) argument")
NO_VALUE_GOES = re.compile(r"argument (?P<option>.+): ignored explicit argument .+")
SEVERAL = re.compile(r"ambiguous option: (?P<what>.+) could match (?P<choices>.+)")


def why_words(message: str, command: str, t: Translator) -> str:
    """Say in the language of who types what argparse, which speaks English only, says of a command."""
    helps = f"{command} --help"
    if found := MISSING.fullmatch(message):
        return t("Still missing: {what}; '{help}' shows what goes where.", help=helps, **found.groupdict())
    if found := NO_CHOICE.fullmatch(message):
        return _other_choice(found["option"], found["what"], found["choices"].replace("'", ""), helps, t)
    if found := NO_NUMBER.fullmatch(message):
        return t("Behind {option} goes a number, not '{what}'.", **found.groupdict())
    if found := NO_VALUE.fullmatch(message):
        return t(
            "Behind {option} something is missing; '{help}' shows what.", help=helps, option=found["option"]
        )
    if found := NO_VALUE_GOES.fullmatch(message):
        return t("Nothing goes behind {option}.", **found.groupdict())
    if found := SEVERAL.fullmatch(message):
        return t("'{what}' could be {choices}; type more of it.", **found.groupdict())
    return t("I don't understand this; '{help}' shows what is possible.", help=helps)


def _other_choice(option: str, what: str, choices: str, helps: str, t: Translator) -> str:
    """What goes where something else was typed; of a command the one that looks like it, if any does."""
    if option.startswith("-"):
        return t(
            "Behind {option} goes one of these: {choices}; not '{what}'.",
            option=option,
            choices=choices,
            what=what,
        )
    from difflib import get_close_matches

    sentence = t("There is no command '{what}'; '{help}' shows which there are.", what=what, help=helps)
    alike = get_close_matches(what, choices.split(", "), n=1)
    return f"{sentence} {t('Did you mean {command}?', command=alike[0])}" if alike else sentence


def no_place_words(what: str, command: str, t: Translator) -> str:
    """Say that something was typed behind a command that it doesn't know."""
    return t(
        "'{what}' has no place here; '{help}' shows what is possible.", what=what, help=f"{command} --help"
    )
