"""The words of time, Dutch and English: what each means on its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.domain.text import those as those


def by_first_word(phrases: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases, parted by `|`, by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(each.split()) for each in phrases.split("|")), key=len, reverse=True):
        table.setdefault(phrase[0], []).append(phrase)
    return table


def _table(rows: Iterable[tuple[int, str]]) -> dict[str, int]:
    return {word: value for value, words in rows for word in words.split()}


MONTHS: Mapping[str, int] = _table(
    [
        (1, "januari january jan"),
        (2, "februari february febr feb"),
        (3, "maart march mrt mar"),
        (4, "april apr"),
        (5, "mei may"),
        (6, "juni june jun"),
        (7, "juli july jul"),
        (8, "augustus august aug"),
        (9, "september sept sep"),
        (10, "oktober october okt oct"),
        (11, "november nov"),
        (12, "december dec"),
    ]
)

DAY_NAMES: Mapping[str, int] = _table(
    [
        (0, "maandag monday"),
        (1, "dinsdag tuesday"),
        (2, "woensdag wednesday"),
        (3, "donderdag thursday"),
        (4, "vrijdag friday"),
        (5, "zaterdag saturday"),
        (6, "zondag sunday"),
    ]
)

DAY_SHORTS: Mapping[str, int] = _table(
    [
        (0, "ma maan mon"),
        (1, "di dins tue tues"),
        (2, "wo woe woens wed weds"),
        (3, "do don dond thu thur thurs"),
        (4, "vr vrij vrijd fri"),
        (5, "za zat sat"),
        (6, "zo zon sun"),
    ]
)

WEEKDAYS: Mapping[str, int] = {**DAY_NAMES, **DAY_SHORTS}

_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HABITS: Mapping[str, int] = {
    **{f"{name}s": day for name, day in DAY_NAMES.items()},
    **{f"{name}en": day for name, day in DAY_NAMES.items() if name.endswith("dag")},
    **{
        f"{name}'s": day
        for name, day in ({**DAY_NAMES, **DAY_SHORTS}).items()
        if name.startswith(_ENGLISH_DAYS)
    },
}
"""Weekdays as a habit: *vrijdags*, *op vrijdagen*, *Fridays*."""

MORNING_PART, AFTERNOON_PART, EVENING_PART = "morning", "afternoon", "evening"
DAYPARTS: Mapping[str, str] = {
    **dict.fromkeys(
        those("ochtend ochtends ochtenden morgens smorgens sochtends voormiddag morning mornings"),
        MORNING_PART,
    ),
    **dict.fromkeys(
        those("middag middags middagen smiddags namiddag namiddagen afternoon afternoons"), AFTERNOON_PART
    ),
    **dict.fromkeys(those("avond avonds avonden savonds sav evening evenings"), EVENING_PART),
}
PARTS_OF_DAYS = those("mornings afternoons evenings ochtenden middagen namiddagen avonden")
"""Behind a day of the week these say that it is so every week: *on Friday mornings*."""
IN_DUTCH: Mapping[str, str] = {
    MORNING_PART: "'s ochtends",
    AFTERNOON_PART: "'s middags",
    EVENING_PART: "'s avonds",
}
TODAY_PARTS: Mapping[str, str] = {
    **dict.fromkeys(those("vanochtend vanmorgen"), MORNING_PART),
    "vanmiddag": AFTERNOON_PART,
    **dict.fromkeys(those("vanavond tonight"), EVENING_PART),
}

DAY, WEEK, MONTH, QUARTER, HALF_YEAR, YEAR, SCHOOL_YEAR = (
    "day",
    "week",
    "month",
    "quarter",
    "halfyear",
    "year",
    "schoolyear",
)
UNITS: Mapping[str, str] = {
    **dict.fromkeys(those("dag dagen dgn dg day days dagje dagjes"), DAY),
    **dict.fromkeys(those("week weken wk wkn wks weeks weekje weekjes"), WEEK),
    **dict.fromkeys(those("maand maanden mnd mnden mth mths month months maandje maandjes"), MONTH),
    **dict.fromkeys(those("kwartaal kwartalen quarter quarters trimester"), QUARTER),
    **dict.fromkeys(those("halfjaar semester"), HALF_YEAR),
    **dict.fromkeys(those("jaar jaren jr year years yr"), YEAR),
    **dict.fromkeys(those("schooljaar schoolyear"), SCHOOL_YEAR),
}
HOUR_UNITS = those("uur uurtje hour hours hr hrs")
ENGLISH_UNITS = those("day days week weeks wks month months mths")
WEEK_WORDS = those("week weken wk wkn wks weeks weeknr weeknummer weekno w")

_NL_ONES = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig"  # noqa: E501
_EN_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"  # noqa: E501
NUMBERS: Mapping[str, int] = {
    **{word: n for n, word in enumerate(_NL_ONES.split())},
    **{word: n for n, word in enumerate(_EN_ONES.split())},
    **{f"{one}entwintig": 20 + n for n, one in enumerate(_NL_ONES.split()[1:10], 1)},
    "dertig": 30,
    "eenendertig": 31,
    "thirty": 30,
}
ARTICLES = those("een a an")
"""Words that count as one only before a unit: *over een week*, *in a month*."""

_NL_ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"  # noqa: E501
_EN_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"  # noqa: E501
LAST = -1
ORDINALS: Mapping[str, int] = {
    **{word: n for n, word in enumerate(_NL_ORDINALS.split(), 1)},
    **{word: n for n, word in enumerate(_EN_ORDINALS.split(), 1)},
    **{f"{word}ste": n for word, n in NUMBERS.items() if n > 20 and not word.startswith("th")},
    "laatste": LAST,
    "last": LAST,
    "final": LAST,
}

BEGIN, MIDDLE, END = "begin", "middle", "end"
PERIODS: Mapping[str, str] = {
    **dict.fromkeys(those("begin beg vroeg early beginning start"), BEGIN),
    **dict.fromkeys(those("half medio midden halverwege halfweg halfway midway mid middle mid-"), MIDDLE),
    **dict.fromkeys(those("eind einde late end"), END),
}

THIS, NEXT, COMING, PREVIOUS = "this", "next", "coming", "previous"
WHICH: Mapping[str, str] = {
    **dict.fromkeys(those("deze dit this"), THIS),
    **dict.fromkeys(those("volgende volgend volg vlg next nxt"), NEXT),
    **dict.fromkeys(those("komende komend aanstaande aankomende as eerstvolgende coming upcoming"), COMING),
    **dict.fromkeys(those("vorige vorig afgelopen previous past"), PREVIOUS),
}

NEAR_DAYS: Mapping[str, int] = {
    **dict.fromkeys(those("vandaag today"), 0),
    **dict.fromkeys(those("morgen tomorrow tmrw tmr tmrrw 2morrow"), 1),
    "overmorgen": 2,
    **dict.fromkeys(those("gisteren yesterday"), -1),
    "eergisteren": -2,
}

EVERY = those("elke elk iedere ieder every each")
FREQUENCIES: Mapping[str, tuple[str, int]] = {
    **dict.fromkeys(those("dagelijks daily"), (DAY, 1)),
    **dict.fromkeys(those("wekelijks wkl wklks weekly"), (WEEK, 1)),
    **dict.fromkeys(those("tweewekelijks fortnightly veertiendaags"), (WEEK, 2)),
    **dict.fromkeys(those("maandelijks mndelijks mndl mndlks monthly"), (MONTH, 1)),
    "tweemaandelijks": (MONTH, 2),
    "quarterly": (QUARTER, 1),
    "halfjaarlijks": (HALF_YEAR, 1),
    **dict.fromkeys(those("jaarlijks yearly annually"), (YEAR, 1)),
}
UNIT_FREQUENCIES: Mapping[str, str] = {
    **dict.fromkeys(those("wekelijks weekly"), WEEK),
    **dict.fromkeys(those("maandelijks monthly"), MONTH),
    "daags": DAY,
}
"""What a number and a hyphen may stand before: *2-wekelijks*, *3-maandelijks*."""

TIMES = those("keer maal x times time")
ONCE: Mapping[str, int] = {"eens": 1, "once": 1, "twice": 2, "eenmaal": 1, "tweemaal": 2, "driemaal": 3}
PER = those("per in a an every each elke elk iedere ieder")

BEFORE = those("voor before voorafgaand")
AFTER = those("na after")
UNTIL = those("tot until till til 'til untill")
THROUGH = those("t/m tm tem through uiterlijk")
AT_LAST = those("uiterlijk")
"""Before a time: not later than that."""
FROM = those("vanaf va v/a from")
BETWEEN = those("tussen between")
WITHIN = those("binnen within")
OF = those("van vd v/d v of in uit")
DIRECTLY = those("direct dir directly meteen vlak kort net snel gelijk just right straight shortly")
AT_ONCE = those("meteen direct onmiddellijk gelijk immediately straightaway")
SOONEST = (
    ("zsm",), ("asap",), ("zo", "snel", "mogelijk"), ("zo", "spoedig", "mogelijk"),
    ("zo", "vroeg", "mogelijk"), ("as", "soon", "as", "possible"),
)  # fmt: skip
"""How soon: behind a condition, or close by a day."""
THAT_DAY = those("dezelfde diezelfde zelfde volgende same next")
"""Before *dag* or *ochtend*: how soon after what happened."""
DURING = those("in tijdens gedurende during binnen")
AND = those("en and & + plus alsook")
OR = those("of or /")
LIST_JOINTS = AND | {",", "/"}
"""What may stand between the items of a list."""
AFTERWARDS = those("daarna daarop vervolgens erna hierna nadien thereafter afterwards")
"""What begins behind the moment before it."""
THEN = AFTERWARDS | those("dan then")
"""And what may say so."""
AROUND = those("rond rondom omstreeks around about tegen towards")
TOWARDS = those("tegen towards")
"""Shortly before."""
THE = those("de het the 't die")
DASH = those("- – — ‐ ‑ ‒")

NEGATIONS = those(
    "niemand nobody niks niets nothing niet geen nooit behalve uitgezonderd tenzij not no never except "
    "unless nee neither none noone"
)

HOUR_WORDS = those("uur u h hrs uren oclock o'clock hour")
AM_PM: Mapping[str, int] = {"am": 0, "pm": 12}
HALF = frozenset({"half"})
QUARTER_HOUR = those("kwart quarter")
PAST = those("over past")
TO = those("voor to")
MINUTES = those("minuten minutes min mins minuut minuutjes minuutje minute mintjes mintje minutjes")
NOON = those("noon midday")
AT = those("om at")
ON = those("op on")
CLOCK_ABOUT = those("rond omstreeks around about ongeveer tegen ong ca circa approx approximately ± ~")
BESIDE_HOURS = BEFORE | AFTER | AT | CLOCK_ABOUT | FROM | TO
HOUR_PLURALS: Mapping[str, int] = {
    **{f"{n}en": n for n in range(1, 13)},
    **{
        word: n
        for n, word in enumerate(
            [
                "tweeen",
                "drieen",
                "vieren",
                "vijven",
                "zessen",
                "zevenen",
                "achten",
                "negenen",
                "tienen",
                "elven",
            ],
            2,
        )
    },
}
"""Hours as they are spoken: *na achten*, *rond 8en*."""

REPORT = those("rapport rapp report rapporten reports rapportage")
BOTH = those("beide alle allebei both all")
HOLIDAY_WORDS = those("vakantie vak holiday holidays hols vacation break")
SCHOOL_DAY = those("schooldag schoolday lesdag")
SCHOOL_DAYS = those("schooldagen schooldays lesdagen")
SCHOOL_DAY_UNIT = "school day"
"""What is counted in *6 lesdagen na rapport 1*: only days on which there is school."""
WORKDAYS = those("schooldagen werkdagen lesdagen workdays schooldays")
ALL_WEEKDAYS = those("schooldagen werkdagen lesdagen workdays schooldays weekdays doordeweeks")
"""Monday to Friday, where nothing is counted."""
"""Days that nobody counts ahead for certain."""
SCHOOL_WEEK = those("schoolweek schoolweken")
WEEKEND = those("weekend weekeinde wknd wkend")
SEASONS = those("herfst winter lente voorjaar najaar zomer autumn spring summer fall")

HOLIDAY_STEMS: Mapping[str, tuple[str, ...]] = {
    "herfst": ("herfst", "autumn", "fall"),
    "kerst": ("kerst", "christmas"),
    "voorjaar": ("voorjaar", "krokus", "spring"),
    "mei": ("mei", "may"),
    "zomer": ("zomer", "summer"),
}
"""How a school holiday may be called in the school's own list."""

HOLIDAYS: Mapping[str, str] = {
    **{
        f"{stem}{end}": key
        for key, stems in {
            "herfst": ("herfst",),
            "kerst": ("kerst",),
            "voorjaar": ("voorjaars", "krokus"),
            "mei": ("mei",),
            "zomer": ("zomer",),
        }.items()
        for stem in stems
        for end in ("vakantie", "vak")
    },
    **dict.fromkeys(those("christmas xmas kerst kerstmis"), "kerst"),
    **dict.fromkeys(those("herfst autumn"), "herfst"),
    **dict.fromkeys(those("zomer summer"), "zomer"),
}
"""Words that mean a school holiday by themselves, at least after *voor*, *na*, *tussen* and the like."""

HOLIDAY_FRONTS: Mapping[str, str] = {
    **dict.fromkeys(those("herfst autumn fall"), "herfst"),
    **dict.fromkeys(those("kerst christmas xmas"), "kerst"),
    **dict.fromkeys(those("voorjaars voorjaar krokus spring"), "voorjaar"),
    **dict.fromkeys(those("mei may"), "mei"),
    **dict.fromkeys(those("zomer summer"), "zomer"),
}
"""What may stand before a separate *vakantie*: *kerst vakantie*, *herfst- en kerstvakantie*."""

BARE_HOLIDAYS = those("christmas xmas kerst kerstmis herfst autumn zomer summer")
"""Holiday words that mean a season or a feast too: an anchor only beside a preposition."""

PUBLIC_STEMS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(those("pasen paasweekend paasdagen easter"), ("paas", "pasen", "easter")),
    **dict.fromkeys(those("pinksteren pinksterdagen pentecost whitsun"), ("pinkster", "pentecost", "whit")),
    **dict.fromkeys(those("hemelvaart hemelvaartsdag ascension"), ("hemelvaart", "ascension")),
    **dict.fromkeys(those("koningsdag"), ("koningsdag", "king")),
    **dict.fromkeys(those("bevrijdingsdag"), ("bevrijding", "liberation")),
    **dict.fromkeys(those("nieuwjaar nieuwjaarsdag"), ("nieuwjaar", "new year")),
}
FIXED_HOLIDAYS: Mapping[str, tuple[int, int]] = {
    "sinterklaas": (12, 5),
    "pakjesavond": (12, 5),
    "oudjaar": (12, 31),
}
"""Days no public calendar lists, and whose date everybody knows."""

TELLING_A_DAY = (
    MONTHS.keys() | DAY_NAMES.keys() | HABITS.keys() | EVERY
    | FREQUENCIES.keys() | NEAR_DAYS.keys() | WEEK_WORDS | REPORT
)  # fmt: skip
"""Beside one of these a word that may be a day or a month too need not be one."""

OTHERWISE = those("anders otherwise")
"""What comes of it where something else does not."""
