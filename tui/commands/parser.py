"""The parser of the command line: argparse, speaking the language of who types."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from store.language import Translator
from tui.commands.output import say

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


MISSING = re.compile(r"the following arguments are required: (?P<what>.+)")
NO_CHOICE = re.compile(
    r"argument (?P<option>.+): invalid choice: '(?P<what>.*)' \(choose from (?P<choices>.+)\)"
)
NO_NUMBER = re.compile(r"argument (?P<option>.+): invalid int value: '(?P<what>.*)'")
NO_VALUE = re.compile(r"argument (?P<option>.+): expected (one|at least one) argument")
NO_VALUE_GOES = re.compile(r"argument (?P<option>.+): ignored explicit argument .+")
SEVERAL = re.compile(r"ambiguous option: (?P<what>.+) could match (?P<choices>.+)")


class UsageError(Exception):
    """The arguments can't be read; one sentence says which of them, and where it stands how they are."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence, as it is said to who typed."""
        super().__init__(sentence)
        self.sentence = sentence


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


def speaking(t: Translator) -> type[argparse.ArgumentParser]:
    """Make a parser with all its help in one language. For what it can't read it raises `UsageError`."""

    class Help(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, t("usage") + ": " if prefix is None else prefix)

    class Parser(argparse.ArgumentParser):
        def __init__(self, *, add_help: bool = True, **given: Any) -> None:
            super().__init__(**given, add_help=False, formatter_class=Help)
            if add_help:
                self.add_argument("-h", "--help", action="help", help=t("show this"))

        def format_help(self) -> str:
            # not before: argparse brings the options of several parsers together by the title it gave them
            self._positionals.title, self._optionals.title = t("what it is about"), t("options")
            return super().format_help()

        def print_help(self, file: SupportsWrite[str] | None = None) -> None:
            # argparse keeps quiet about what could not be written
            super().print_help(file) if file else say(self.format_help().removesuffix("\n"))

        def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
            found, rest = self.parse_known_args(args, namespace)
            return self._refuse(*rest, command=found.command) if rest else found

        def _refuse(self, *what: str, command: str | None = None) -> NoReturn:
            helps = " ".join(word for word in (self.prog, command, "--help") if word)
            sentence = t(
                "'{what}' has no place here; '{help}' shows what is possible.",
                what=" ".join(what),
                help=helps,
            )
            raise UsageError(sentence)

        def error(self, message: str) -> NoReturn:
            raise UsageError(why_words(message, self.prog, t))

        def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
            found = super()._get_values(action, arg_strings)
            # argparse takes "--" for no value at all and then gives an empty list for one
            return (
                self.error("unrecognized arguments: --")
                if action.nargs is None and isinstance(found, list)
                else found
            )

    return Parser
