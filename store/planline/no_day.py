"""The answers to *when* that name no day."""

from __future__ import annotations

from store.domain.plan import When, WhenKind

ON_DEMAND = When(kind=WhenKind.ON_DEMAND)
TO_BE_SET = When(kind=WhenKind.INCOMPLETE, missing="date", tbd=True)
SOME_TIME = When(kind=WhenKind.INCOMPLETE, missing="date")
