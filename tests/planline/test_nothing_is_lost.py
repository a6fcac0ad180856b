"""Every word of a line that is taken is lit as a part or stands in the purpose; small words alone may go.

Of what teachers type the rows of `test_plan_lines` say so too; here the fingers slip.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.planline.read import read_line
from tests.planline.lost import lost
from tests.planline.year import DAY, NAMES, YEAR

CHANNELS = ("appen", "bellen", "call", "gesprek", "huisbezoek", "mailen", "videobellen")
WHENS = (
    "12 nov",
    "begin juni",
    "in november",
    "week na rapport 1",
    "elke vrijdag",
    "vrijdagmiddag",
    "zo nodig",
)
PEOPLE = (
    "met ouders",
    "met oma erbij",
    "kind erbij",
    "zonder vader",
    "juf belt",
    "op school",
    "tolk erbij",
    "",
)
PURPOSES = ("doelen gehaald", "over lezen thuis", "hoe het gaat", "om opa te leren kennen", "rekenen", "")


def slips(word: str) -> st.SearchStrategy[str]:
    """A word with one slip of the fingers: a letter twice, left out, or swapped with the next."""
    at = st.integers(0, max(0, len(word) - 2))
    kinds = st.sampled_from(("twice", "out", "swap"))

    def slip(kind: str, n: int) -> str:
        match kind:
            case "twice":
                return word[: n + 1] + word[n:]
            case "out":
                return word[:n] + word[n + 1 :]
        return word[:n] + word[n + 1 : n + 2] + word[n] + word[n + 2 :]

    return st.builds(slip, kinds, at)


@st.composite
def lines(draw: st.DrawFn) -> str:
    parts = [CHANNELS, WHENS, PEOPLE]
    order = draw(st.permutations([draw(st.sampled_from(each)) for each in parts]))
    typed = " ".join((*order, draw(st.sampled_from(PURPOSES)))).split()
    at = draw(st.integers(0, len(typed) - 1))
    if typed[at].isalpha():
        typed[at] = draw(slips(typed[at]))
    return " ".join(typed)


@settings(max_examples=150)
@given(lines())
def test_no_word_of_a_line_with_a_slip_is_lost(line: str) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert not reading.ok or not lost(reading), (line, lost(reading))
