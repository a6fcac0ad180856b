"""Keep what a newer version wrote beside what this version knows, so that nothing unknown is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Document = dict[str, Any]


def keep_unknown(known: Any, found: Any) -> Any:
    """Return the value `known`, with the keys of `found` that this version does not know.

    `known` is complete: every key this version knows is in it. Records in a list are matched by
    their id, and by their place where they have none; records with another id have nothing in common.
    """
    if isinstance(known, dict) and isinstance(found, dict):
        if "id" in known and known["id"] != found.get("id"):
            return known
        laid = {key: keep_unknown(value, found.get(key)) for key, value in known.items()}
        return laid | {key: value for key, value in found.items() if key not in known}
    if isinstance(known, (list, tuple)) and isinstance(found, (list, tuple)):
        return [keep_unknown(value, _match(value, at, found)) for at, value in enumerate(known)]
    return known


def _match(value: Any, at: int, found: Sequence[Any]) -> Any:
    """The element of the list as found that is the same record."""
    if isinstance(value, dict) and "id" in value:
        same = (each for each in found if isinstance(each, dict) and each.get("id") == value["id"])
        return next(same, None)
    return found[at] if at < len(found) else None
