"""Phrases beside the shared cases: what each means, or why it is refused."""

import csv

import pytest

from store.planline.read import read_when
from tests.planline.year import DATA, DAY, YEAR, short

with (DATA / "whens.tsv").open(encoding="utf-8", newline="") as file:
    PHRASES = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("phrase", PHRASES, ids=[row["text"] for row in PHRASES])
def test_the_phrase_means_this_and_nothing_else(phrase: dict[str, str]) -> None:
    assert short(read_when(phrase["text"], DAY, YEAR)) == phrase["when"]
