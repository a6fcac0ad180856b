"""The parser of the command line: argparse, speaking the language of who types."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from store.language import Translator
from tui.commands.output import say
from tui.words.usage import no_place_words, why_words

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
    """The commands of the command line, each of which makes itself known to it."""


class UsageError(Exception):
    """The arguments can't be read; one sentence says which of them, and where it stands how they are."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence, as it is said to who typed."""
        super().__init__(sentence)
        self.sentence = sentence


def _help_in(t: Translator) -> type[argparse.HelpFormatter]:
    """How a usage is headed, which argparse does in English."""

    class Help(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, t("usage") + ": " if prefix is None else prefix)

    return Help


def speaking(t: Translator) -> type[argparse.ArgumentParser]:
    """Make a parser with all its help in one language. For what it can't read it raises `UsageError`."""
    help_in_its_language = _help_in(t)

    class Parser(argparse.ArgumentParser):
        def __init__(self, *, add_help: bool = True, **given: Any) -> None:
            super().__init__(**given, add_help=False, formatter_class=help_in_its_language)
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
            if rest:
                command = " ".join(word for word in (self.prog, found.command) if word)
                raise UsageError(no_place_words(" ".join(rest), command, t))
            return found

        def error(self, message: str) -> NoReturn:
            raise UsageError(why_words(message, self.prog, t))

        def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
            found = super()._get_values(action, arg_strings)
            # argparse takes "--" for no value at all and then gives an empty list for one
            if action.nargs is None and isinstance(found, list):
                raise UsageError(no_place_words("--", self.prog, t))
            return found

    return Parser
