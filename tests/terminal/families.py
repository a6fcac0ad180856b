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
) -> ContactMoment:
    return ContactMoment(
        id="", text="", channel=channel, when=when, present=present, purpose=purpose, initiative=initiative
    )


@dataclass(frozen=True)
class Family:
    """A family of the field notes: the lines its plan is typed in, the live reading, what is to be stored."""

    name: str
    lines: tuple[str, ...]
    live: tuple[str, ...]
    plan: tuple[ContactMoment, ...]

    @property
    def beyond_text(self) -> int:
        """F9, Enter behind each line, `-` and Enter for no information moment, F9 twice."""
        return len(self.lines) + 5


FAMILIES = (
    Family(
        "Marinka de Groot",
        (
            "juf belt ouders week na rapport 1 en 2: nog bijzonderheden?",
            "evaluatie op school begin juni met Marinka en ouders: doelen gehaald?",
        ),
        (
            "ma 1 – vr 5 feb 2027 + ma 28 jun – vr 2 jul 2027 · bellen · juf Els → ouders",
            "di 1 – do 10 jun 2027 · op school · Marinka, ouders en juf Els · doelen gehaald?",
        ),
        (
            moment(
                Channel.PHONE, period(date(2027, 2, 1), date(2027, 2, 5), "report:1"), NOT_THE_PUPIL,
                "nog bijzonderheden?", Initiative.TEACHER,
            ),
            moment(
                Channel.PHONE, period(date(2027, 6, 28), date(2027, 7, 2), "report:2"), NOT_THE_PUPIL,
                "nog bijzonderheden?", Initiative.TEACHER,
            ),
            moment(Channel.VISIT, period(date(2027, 6, 1), date(2027, 6, 10)), ALL, "doelen gehaald?"),
        ),
    ),
    Family(
        "Hamit Yıldız",
        ("huisbezoek do 4 feb 15:30 met Hamit: thuis leren kennen, dan verder afspreken",),
        ("do 4 feb 2027 15:30 · huisbezoek · Hamit en juf Els · thuis leren kennen",),
        (
            moment(
                Channel.HOME_VISIT, When(kind=WhenKind.DATETIME, datetime=datetime(2027, 2, 4, 15, 30)),
                NOT_THE_PARENTS, "thuis leren kennen, dan verder afspreken",
            ),
        ),
    ),
    Family(
        "Selma Aydın",
        ("Selma mailt zelf als het nodig is",),
        ("zo nodig · mailen · Selma → juf Els",),
        (moment(Channel.MAIL, ON_DEMAND, NOT_THE_PARENTS, initiative=Initiative.PUPIL),),
    ),
    Family(
        "Bas Jan van der Meulen",
        ("gesprek met ouders zonder Bas Jan do 12 nov 19:30: hoe gaat het",),
        ("do 12 nov 2026 19:30 · op school · ouders en juf Els · hoe gaat het",),
        (moment(Channel.VISIT, EVENING, NOT_THE_PUPIL, "hoe gaat het"),),
    ),
    Family(
        "Kirsten O'Neill",
        ("bellen ouders en coach in november en maart", "Kirsten regelt de rest zelf, mail zo nodig"),
        ("november 2026 + maart 2027 · bellen · ouders en juf Els", "zo nodig · mailen · Kirsten → juf Els"),
        (
            moment(Channel.PHONE, period(date(2026, 11, 1), date(2026, 11, 30)), NOT_THE_PUPIL),
            moment(Channel.PHONE, period(date(2027, 3, 1), date(2027, 3, 31)), NOT_THE_PUPIL),
            moment(Channel.MAIL, ON_DEMAND, NOT_THE_PARENTS, initiative=Initiative.PUPIL),
        ),
    ),
)  # fmt: skip
