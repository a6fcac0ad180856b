"""Five families as field notes describe them: how their plans are typed, read back and stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from store.domain.plan import Channel, ContactMoment, Initiative, When, WhenKind

EVENING = When(kind=WhenKind.DATETIME, datetime=datetime(2026, 11, 12, 19, 30))
ON_DEMAND = When(kind=WhenKind.ON_DEMAND)
ALL, NOT_THE_PUPIL, NOT_THE_PARENTS = (
    ("pupil", "parents", "teacher"),
    ("parents", "teacher"),
    ("pupil", "teacher"),
)


def period(start: date, end: date, anchor: str = "") -> When:
    return When(kind=WhenKind.RANGE, start=start, end=end, anchor=anchor)


def moment(
    channel: Channel,
    when: When,
    present: tuple[str, ...],
    purpose: str = "",
    initiative: Initiative | None = None,
    without: tuple[str, ...] = (),
    *,
    alone: bool = False,
) -> ContactMoment:
    return ContactMoment(
        id="", text="", channel=channel, when=when, present=present, purpose=purpose, initiative=initiative,
        without=without, alone=alone,
    )  # fmt: skip


@dataclass(frozen=True)
class Family:
    """A family of the field notes: the lines its plan is typed in, the live reading, what is to be stored.

    `asked` is what is asked behind a line, and answered by Enter alone.
    """

    name: str
    lines: tuple[str, ...]
    live: tuple[str, ...]
    plan: tuple[ContactMoment, ...]
    asked: tuple[str, ...] = ("", "", "")

    @property
    def beyond_text(self) -> int:
        """F9, Enter behind each line and each question, F9, `-` for no information moment, F9 twice."""
        return len(self.lines) + sum(1 for each in self.asked if each) + 5


FAMILIES = (
    Family(
        "Marinka de Groot",
        ("b r1+r2 j>o: bijzonderheden?", "g begin jun met lln: doelen?"),
        (
            "ma 1 – vr 5 feb 2027 + ma 28 jun – vr 2 jul 2027 · bellen · juf Els → ouders",
            "di 1 – do 10 jun 2027 · op school · Marinka, ouders en juf Els · doelen?",
        ),
        (
            moment(
                Channel.PHONE, period(date(2027, 2, 1), date(2027, 2, 5), "report:1"), NOT_THE_PUPIL,
                "bijzonderheden?", Initiative.TEACHER,
            ),
            moment(
                Channel.PHONE, period(date(2027, 6, 28), date(2027, 7, 2), "report:2"), NOT_THE_PUPIL,
                "bijzonderheden?", Initiative.TEACHER,
            ),
            moment(Channel.VISIT, period(date(2027, 6, 1), date(2027, 6, 10)), ALL, "doelen?"),
        ),
    ),
    Family(
        "Hamit Yıldız",
        ("hb 4 feb 15:30 met lln: thuis",),
        ("do 4 feb 2027 15:30 · huisbezoek · Hamit, ouders en juf Els · thuis",),
        (
            moment(
                Channel.HOME_VISIT, When(kind=WhenKind.DATETIME, datetime=datetime(2027, 2, 4, 15, 30)),
                ALL, "thuis",
            ),
        ),
    ),
    Family(
        "Selma Aydın",
        ("lln mailt zelf zn",),
        ("zo nodig · mailen · Selma → juf Els",),
        (moment(Channel.MAIL, ON_DEMAND, NOT_THE_PARENTS, initiative=Initiative.PUPIL),),
    ),
    Family(
        "Bas Jan van der Meulen",
        ("g 12 nov 19:30 zonder Bas Jan",),
        ("do 12 nov 2026 19:30 · op school · ouders en juf Els, zonder Bas Jan",),
        (moment(Channel.VISIT, EVENING, NOT_THE_PUPIL, without=("Bas Jan",)),),
    ),
    Family(
        "Kirsten O'Neill",
        ("b nov+mrt ouders en coach", "lln regelt rest zelf, m zn"),
        ("november 2026 + maart 2027 · bellen · ouders en coach", "zo nodig · mailen · Kirsten → juf Els"),
        (
            moment(
                Channel.PHONE, period(date(2026, 11, 1), date(2026, 11, 30)), NOT_THE_PUPIL,
                initiative=Initiative.EITHER,
            ),
            moment(
                Channel.PHONE, period(date(2027, 3, 1), date(2027, 3, 31)), NOT_THE_PUPIL,
                initiative=Initiative.EITHER,
            ),
            moment(Channel.MAIL, ON_DEMAND, NOT_THE_PARENTS, initiative=Initiative.PUPIL, alone=True),
        ),
        asked=("who phones whom?", ""),
    ),
)  # fmt: skip
