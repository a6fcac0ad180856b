from __future__ import annotations

from dataclasses import replace

from store.domain.talk import Arrangements
from tests.export.families import liv


def test_consent_goes_with_what_it_was_given_for() -> None:
    listed = liv().arrange(Arrangements(buddy_offers="Pools", buddy_needs="fietsen", buddy_shared=True))
    without_offer = listed.arrange(replace(listed.arrangements, buddy_offers=""))
    assert without_offer.arrangements.buddy_shared
    nothing_left = without_offer.arrange(replace(without_offer.arrangements, buddy_needs=""))
    assert not nothing_left.arrangements.buddy_shared
