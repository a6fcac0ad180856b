"""Cases that are like each other, as `pytest.mark.share(of=3)` says: a run takes a third, each day another.

All of them together take longer than a test suite should. `pytest --whole` takes them all, and so does
whoever names a test or its file, or looks for one by a word.
"""

from __future__ import annotations

from datetime import date

import pytest


def today() -> int:
    """Return the number of today, by which a share is chosen."""
    return date.today().toordinal()


def leave_out(config: pytest.Config, items: list[pytest.Item], day: int) -> None:
    """Leave out of these tests what is not in the share of this day."""
    named = any(each.partition("::")[0].endswith(".py") for each in config.invocation_params.args)
    if config.getoption("whole") or config.getoption("keyword") or named:
        return
    seen: dict[str, int] = {}
    at = 0
    taken: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        share = item.get_closest_marker("share")
        function = item.nodeid.partition("[")[0]
        if share is not None:
            # each function begins elsewhere: those with one case are not all taken on the same day
            at = seen.get(function, len(seen))
            seen[function] = at + 1
        here = share is None or (at + day) % share.kwargs["of"] == 0
        (taken if here else left).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = taken
