"""In which region for the school holidays a province is; where it is in several, which places are elsewhere.

From the government's list of holiday regions by municipality. What was a municipality of its own, as Abcoude
and Woudrichem, kept its region; in Altena, of which that is a part now, Hank and Dussen are in Zuid.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from store.domain.text import fold


@dataclass(frozen=True, slots=True)
class Province:
    """A province with the region most of it is in, and by region the places of it that are elsewhere."""

    name: str
    region: str
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: tuple[str, ...] = ()


PROVINCES = (
    Province("Groningen", "Noord"),
    Province("Friesland", "Noord", also=("Fryslân",)),
    Province("Drenthe", "Noord"),
    Province("Overijssel", "Noord"),
    Province("Noord-Holland", "Noord"),
    Province("Flevoland", "Noord", {"Midden": ("Zeewolde",)}),
    Province("Zuid-Holland", "Midden"),
    Province("Utrecht", "Midden", {"Noord": ("Eemnes", "Abcoude")}),
    Province(
        "Gelderland",
        "Midden",
        {
            "Noord": ("Hattem",),
            "Zuid": (
                "Arnhem", "Nijmegen", "Berg en Dal", "Beuningen", "Doesburg", "Druten", "Duiven", "Heumen",
                "Lingewaard", "Montferland", "Overbetuwe", "Renkum", "Rheden", "Rozendaal",
                "West Maas en Waal", "Westervoort", "Wijchen", "Zevenaar",
            ),
        },
    ),
    Province("Noord-Brabant", "Zuid", {"Midden": ("Woudrichem",)}, also=("Brabant", "Altena")),
    Province("Limburg", "Zuid"),
    Province("Zeeland", "Zuid"),
)  # fmt: skip


def in_words(text: str) -> str:
    """Return a text as names of places are compared: *Noord Holland* is *noord-holland*."""
    return "-".join(re.findall(r"[^\W\d_]+", fold(text)))


def regions_of_places() -> dict[str, str]:
    """Return the region of each province that is whole in one, and of each place told of the others."""
    found = {}
    for province in PROVINCES:
        if not province.elsewhere:
            found.update({in_words(name): province.region for name in (province.name, *province.also)})
        for region, places in province.elsewhere.items():
            found.update({in_words(place): region for place in places})
    return found


def split_provinces() -> dict[str, str]:
    """Return the provinces of which the region depends on the place, by their names as these are compared."""
    split = (province for province in PROVINCES if province.elsewhere)
    return {in_words(name): each.name for each in split for name in (each.name, *each.also)}
