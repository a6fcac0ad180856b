"""What was found after a kill or a power cut, and how often."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """What was found afterwards."""

    EXACT = "exact"
    """Everything acknowledged and nothing more."""
    ONE_MORE = "one more"
    """That, and the piece of work that was going on."""
    LOST = "lost"
    """Something acknowledged is gone, or a file is damaged."""
    SILENT = "silent"
    """All says that it is sound, and something is there that was never kept."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one round came to, and why if that is bad."""

    verdict: Verdict
    reason: str = ""


@dataclass(slots=True)
class Tally:
    """What so many rounds came to."""

    name: str
    verdicts: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    acknowledged: int = 0
    reasons: list[str] = field(default_factory=list)

    @property
    def rounds(self) -> int:
        """How many rounds there were."""
        return sum(self.verdicts.values())

    def add(self, found: Found, acknowledged: int) -> None:
        """One round more."""
        self.verdicts[found.verdict] += 1
        self.acknowledged += acknowledged
        if found.verdict in (Verdict.LOST, Verdict.SILENT):
            self.reasons.append(f"{self.name}: {found.reason}")

    def row(self) -> str:
        """A line of the table."""
        counts = "".join(f"{self.verdicts[each]:>10}" for each in Verdict)
        return f"{self.name:28}{self.rounds:>8}{self.acknowledged:>14}{counts}"


HEAD = f"{'what':28}{'rounds':>8}{'acknowledged':>14}" + "".join(f"{each:>10}" for each in Verdict)
