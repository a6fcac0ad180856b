from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tui.desk.kinds.answer_letters import AnswerLetters, Heard

A, M, W, R = Heard.ANSWER, Heard.MORE, Heard.WORD, Heard.REST


@pytest.mark.parametrize(
    ("typed", "heard", "run"),
    [
        ("jjnsn-", [A, A, A, A, A, A], 6),
        ("soms", [A, M, M, M], 1),
        ("neej", [A, M, M, A], 2),
        ("Jan", [A, M, A], 2),
        ("snel j", [A, A, M, W, R, R], 2),
        ("weet", [W, R, R, R], 0),
        # a rest between letters makes each a letter by itself
        ("s.o.j", [A, W, A], 1),
    ],
)
def test_letters_that_come_too_soon_to_be_answers_are_a_word(
    typed: str, heard: list[Heard], run: int
) -> None:
    now = [datetime(2026, 11, 9, 15, tzinfo=UTC)]
    letters = AnswerLetters(("ja", "soms", "nee"), "-", lambda: now[0])
    found = []
    for letter in typed:
        if letter == ".":
            now[0] += timedelta(seconds=1)
        else:
            found.append(letters.take(letter))
    assert found == heard
    assert letters.run == run
