"""What is wrong with a deck of questions or with cards for practice, where, and what is expected there."""

from __future__ import annotations

from prompts.problems import DeckCode, Problem
from store.language import Translator, mark

_WHOLE = {
    DeckCode.NO_FILE: mark("it is not there."),
    DeckCode.NOT_A_FILE: mark("it is no file, but a folder or a device; it is not read."),
    DeckCode.ENDING: mark("its name does not end in .toml; it is not read."),
    DeckCode.UNREADABLE: mark("it can't be read; look at who may read it."),
    DeckCode.TOO_LARGE: mark("it is too large; expected is a text of at most 500 kB."),
    DeckCode.NO_LANGUAGE: mark("it stands in the folder of no language; expected is a folder nl or en."),
    DeckCode.NAMED_OTHERWISE: mark("it is called after no language; expected is nl.toml or en.toml."),
    DeckCode.NOT_UTF8: mark("this is no text in UTF-8; save the file as UTF-8."),
    DeckCode.NOT_TOML: mark(
        "this can't be read as it is; look for a straight quote, a bracket or a comma that is missing."
    ),
}

_INSIDE = {
    DeckCode.MISSING: mark("'{key}' is missing."),
    DeckCode.UNKNOWN: mark("'{key}' means nothing here; expected is {expected}."),
    DeckCode.NOT_TEXT: mark("'{key}' is no text; expected are words between quotes."),
    DeckCode.NOT_LIST: mark("'{key}' is no list; expected is [ … ] with commas."),
    DeckCode.SINGLE: mark("'{value}' may come more than once; expected are double brackets: [{value}]."),
    DeckCode.NOT_TABLE: mark("'{key}' is no table; expected are names and values between curly brackets."),
    DeckCode.NOT_YES_NO: mark("'{key}' is neither; expected is true or false, without quotes."),
    DeckCode.NOT_NUMBER: mark("'{key}' does not fit; expected is a whole number from {first} to {last}."),
    DeckCode.EMPTY: mark("'{key}' is empty; expected are words."),
    DeckCode.TOO_LONG: mark("'{value}' has {first} characters; expected are at most {last}."),
    DeckCode.TOO_MANY: mark("there is no room for more; expected are at most {first} in a file."),
    DeckCode.CONTROL: mark("there is an invisible sign in '{value}'; type it anew."),
    DeckCode.TWICE: mark("'{value}' stands here for the second time; leave one of them out."),
    DeckCode.NONE_OF_THEM: mark("'{value}' means nothing as '{key}'; expected is {expected}."),
    DeckCode.MANY_LINES: mark("'{key}' has {value} of them; expected are at most {first}."),
    DeckCode.MORE: mark("and {value} more; they come once these are put right."),
    DeckCode.SHARES: mark("the shares of the phases make {value}; expected is 100 in all."),
}


def problem_words(problem: Problem, t: Translator) -> str:
    """Say in one sentence what is wrong, where, and what is expected."""
    words = {**_WHOLE, **_INSIDE}[problem.code]
    said = t(
        words,
        key=problem.key,
        value=problem.value,
        expected=_choice(problem.expected, t),
        first=problem.expected[0] if problem.expected else "",
        last=problem.expected[-1] if problem.expected else "",
    )
    if problem.line:
        return t("{file}, line {line}: {what}", file=problem.file, line=problem.line, what=said)
    return t("{file}: {what}", file=problem.file, what=said)


def _choice(expected: tuple[str, ...], t: Translator) -> str:
    *some, last = expected or ("",)
    return t("{some} or {last}", some=", ".join(some), last=last) if some else last
