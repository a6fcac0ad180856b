"""Know the words people are called by, Dutch and English, and the role each of them means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.domain.text import fold, those

PUPIL, PARENTS, TEACHER, SUPPORT = "pupil", "parents", "teacher", "support"
PARTICIPANTS = (PUPIL, PARENTS, TEACHER, SUPPORT)
"""Who may take part, in the order they are told in."""

SIDE_CODES: Mapping[str, str] = {
    **dict.fromkeys(those("j s t"), TEACHER),
    **dict.fromkeys(those("o c"), PARENTS),
    **dict.fromkeys(those("l k p"), PUPIL),
}
"""Juf, school, teacher; ouders, carers; leerling, kind, pupil: *j>o*."""

ONE_PARENT = those(
    "vader moeder papa mama mam pap mams paps pa vaders moeders stiefvader stiefmoeder pleegvader "
    "pleegmoeder bonusvader bonusmoeder bonusouder stiefouder pleegouder bonusmama bonuspapa "
    "plusmoeder plusvader voogd guardian father mother dad mum mom mummy daddy stepmother "
    "stepfather stepmum stepdad mem heit mdr vdr"
)
"""One of those who bring the child up: who is taken away is taken away alone."""

ROLES: Mapping[str, str] = {
    **dict.fromkeys(
        those(
            "kind leerling lln ll pupil child student zoon dochter son daughter kinderen kids kid jij jijzelf"
        ),
        PUPIL,
    ),
    **dict.fromkeys(
        those(
            "ouders ouder verzorger verzorgers pleegouders stiefouders bonusouders parents parent "
            "carer carers guardians gezin gezinnen huishoudens homes households families family u jullie you "
            "thuisfront ouderpaar"
        )
        | ONE_PARENT,
        PARENTS,
    ),
    **dict.fromkeys(
        those(
            "juf juffrouw miss meester leerkracht leraar lerares docent mentor coach slber "
            "slb'er studieloopbaanbegeleider "
            "teacher tutor school lkr lk leerkrachten juffen mentrix"
        ),
        TEACHER,
    ),
    **dict.fromkeys(
        those(
            "ib'er iber ib rt intern-begeleider zorgcoordinator tolk interpreter opa oma grootouders "
            "nana nanna granddad gramps grampa "
            "broer zus grandma grandpa grandmother grandfather logopedist rt'er zorgteam gran nan "
            "granny grandad grandparents grandparent grootouder omas opas tante oom aunt uncle "
            "buurvrouw buurman buur buren buuv buuf buurmeisje buurjongen "
            "neighbour neighbor neighbours brother sister zusje broertje oppas nicht neef smw bso "
            "auntie nanny childminder babysitter begeleidster therapeut therapist "
            "decaan dekaan rector conrector conrectrix conciërge concierge "
            "jeugdzorg orthopedagoog psycholoog ergotherapeut fysio fysiotherapeut begeleider "
            "gezinsbegeleider schoolarts jeugdarts directeur directie wijkteam cjg vertrouwenspersoon "
            "beppe pake bomma bompa omi opi "
            "stagiaire stagiair stagiaires lio logo ergo nurse "
            "gastouder partner vriend vriendin girlfriend boyfriend friend gedragswetenschapper "
            "onderwijsassistent headteacher "
            "headmaster headmistress principal senco "
            "kinderopvang opvang kdv "
            "gp doctor dentist dokter huisarts tandarts gezinsvoogd leerplicht casemanager jeugdbeschermer "
            "ggd ggz schoolpsych counsellor counselor "
            "iemand someone somebody collega colleague medewerker medewerkster duo duopartner maatje buddy "
            "administratie secretariaat secretaresse secretary receptionist receptioniste"
        ),
        SUPPORT,
    ),
}
"""Roles as they are typed. Others whom the family or the school brings along are support."""

ENGLISH = those(
    "parents parent carer carers guardians guardian father mother dad mum mom mummy daddy stepmother "
    "stepfather stepmum stepdad teacher tutor grandma grandpa grandmother grandfather granny grandad "
    "granddad grandparents brother sister aunt auntie uncle neighbour neighbor"
)
"""Words for people that are English and no Dutch: *of* behind them is *van*."""

STEPS = those("stief pleeg bonus plus adoptie step foster")
GRANDS = those("groot over schoon peet half achter grand great god")
"""What stands before a word of kin: *stiefmama* is a parent, *grootmoeder* stands beside them."""


def kin(word: str) -> str:
    """Return the role of *stiefmama*, *pleegzus*, *grootmoeder*: a word of kin behind its front, or empty."""
    for front in STEPS | GRANDS:
        base = word.removeprefix(front)
        if base != word and (role := ROLES.get(base, AFTER_WITH.get(base, ""))) in (PARENTS, SUPPORT):
            return SUPPORT if front in GRANDS or base in RELATIVES else role
        if base != word and front in STEPS and len(base) > 1 and base in _SHORT_PARENTS:
            return PARENTS
    # *voogdes*, *psychologes*
    return ROLES.get(word.removesuffix("es"), "") if word.endswith("es") else ""


_SHORT_PARENTS = frozenset(word[:size] for word in ONE_PARENT for size in range(2, len(word)))
"""How far a word for one parent may be typed behind its front: *pleegmoe*, *stiefva*."""


def may_be_cut_off(word: str) -> bool:
    """Return whether a word may be the beginning of one for a parent: *moe*, *vad*; *pleeg* is a front."""
    return word in _SHORT_PARENTS and word not in ROLES and word not in STEPS


HELPERS = (
    "therapeut", "begeleider", "begeleidster", "psycholoog", "pedagoog", "arts", "werker", "werkster",
    "assistent", "coordinator", "deskundige", "verpleegkundige", "juf", "meester", "therapist", "coach",
    "moeder", "vader", "ambtenaar", "consulent", "ondersteuner", "adviseur", "specialist", "leider",
    "verlener", "trainer", "docent", "leerkracht", "leraar",
    "lerares", "tolk", "fysio", "dokter", "ouder", "hulp", "voerder", "zorg", "opvang", "team", "begeleiding",
)  # fmt: skip
"""What the words end in for who helps beside the family: *speltherapeut*, *gymjuf*, *buurmoeder*."""


_VOWELS = frozenset("aeiouy")


def helper(word: str) -> bool:
    """Return whether a word names somebody who helps: *orthopedagoog*, *gezinswerker*, *logopediste*."""
    root = word.removesuffix("e") if len(word) > _SHORT else word
    if word.endswith("oge"):
        root = f"{word.removesuffix('oge')}oog"
    if root != word and ROLES.get(root) == SUPPORT:
        return True
    # no word is put together with a front of two letters: starts, charts
    fronts = (each.removesuffix(end) for each in (root, word) for end in HELPERS if each.endswith(end))
    joined = any(len(front) >= 3 and not _VOWELS.isdisjoint(front) for front in fronts)
    return joined and word not in ROLES and word not in HELPERS and word not in _NO_HELPERS


_NO_HELPERS = those("voorzorg verzorg")


DOERS = (
    "ist", "iste", "loog", "loge", "eur", "euse", "iater", "ster", "kundige", "genoot", "ier", "cian",
    "worker",
)  # fmt: skip
"""What the words for people by what they do end in: *diëtist*, *kapster*, *kinderpsychiater*."""


THINGS = (
    "ing", "tie", "heid", "boek", "lijst", "map", "plan", "werk", "spel", "toets", "let", "top", "pad",
    "foto", "video", "koffie", "thee", "folio", "bord", "kaart", "schrift", "brief", "film", "tas", "fiets",
    "report", "phone", "paper", "list", "book",
)  # fmt: skip
"""What the words for things that are taken along end in: *tablet*, *tekening*."""

_SHORT = 7
"""Letters of the longest word whose ending says nothing of a woman: *logopediste* does, *tante* does not."""


ALWAYS_SOMEBODYS = those("partner vriend vriendin girlfriend boyfriend")
"""Before *moeder* or *vader* that parent is whose partner it is: *partner moeder*."""

WHOSE = those("zijn haar z'n zn d'r hun his her their")
"""Before somebody: that person belongs to whoever was named before."""

SPOUSES = those("man vrouw echtgenoot echtgenote husband wife")
"""Behind *zijn*, *haar* or *nieuwe*: somebody beside a parent."""

AT_SCHOOL = those(
    "ib ib'er iber intern interne intern-begeleider rt rt'er remedial zorgcoordinator zorgteam directeur "
    "directie headteacher headmaster headmistress principal head deputy senco "
    "onderwijsassistent stagiair stagiaire stagiaires lio collega colleague duo duopartner "
    "ambulant tolk interpreter begeleider begeleidster gedragswetenschapper vertrouwenspersoon teaching "
    "assistant class care iemand someone somebody smw "
    "administratie secretariaat secretaresse secretary receptionist receptioniste office reception receptie "
    "kantoor balie conciërge concierge"
)
"""Who helps within the school: what parents have with them is contact with the school."""
SCHOOL_FRONTS = ("school", "gym", "vak", "klassen")
"""What such a word may begin with: *schoolmaatschappelijk werk*, *gymjuf*."""

RELATIVES = those(
    "opa oma opas omas beppe pake bomma bompa omi opi "
    "grootouders broer zus broertje zusje tante oom neef nicht gran nan granny "
    "granddad nana nanna gramps grampa "
    "grandma grandpa grandmother grandfather grandad grandparents aunt auntie uncle brother sister buurvrouw "
    "buurman buur buren buuv buuf neighbour neighbor neighbours oppas"
)
"""Who helps the family: when they take the first step it is the family that does."""

AFTER_WITH: Mapping[str, str] = {"ma": PARENTS}
"""Words for a person that are short for a day as well."""

TEACHER_WORDS = those("ik i i'll mij me mezelf mijzelf us")
"""The teacher, speaking."""

OWN_ROLE = those("mentor coach tutor slber slb'er slb-er studieloopbaanbegeleider")
"""Words for a teacher who may be another one than the teacher at the table."""

EVERYBODY = those("iedereen allemaal everybody everyone")
"""All of the family, the child as well."""

HIM_OR_HER = those("hem haar hen him her them")

CALLED = those(
    "opa oma beppe pake bomma bompa omi opi tante oom gran nan nana nanna granny grandma grandpa "
    "grandad granddad gramps grampa "
    "opa's oma's opas omas iemand someone somebody"
)
"""Words for kin that stand by themselves as a name does: *opa belt*, but *de tolk belt*."""


def role_of(word: str) -> str:
    """Return the role a single word means, in small letters; empty where it means none."""
    if word in TEACHER_WORDS:
        return TEACHER
    return ROLES.get(word) or AFTER_WITH.get(word) or kin(word) or (SUPPORT if helper(word) else "")


def one_of(word: str) -> str:
    """Return the word for one of several: *mama* for *mama's*, *mum* for *mums*; empty for any other word."""
    base = word.removesuffix("s").removesuffix("'")
    return base if base != word and base in ONE_PARENT | RELATIVES else ""


def one_parent(word: str) -> bool:
    """Return whether a word means one of the parents: *moeder*, *stiefpapa*."""
    return (
        word in ONE_PARENT
        or word in AFTER_WITH
        or (kin(word) == PARENTS and not word.endswith(("ouders", "parents")))
    )


def which_parent(typed: str) -> str:
    """Return one way to call the parent that words mean, however they say it: *papa* as *vader*, *dad*.

    Empty where they mean none in particular.
    """
    words = fold(typed).replace("-", " ").split()
    for before, word in zip(("", *words), words, strict=False):
        front = next((each for each in STEPS if word.startswith(each) and word != each), "")
        base = word.removeprefix(front)
        parent = next((name for name, called in _PARENTS.items() if (one_of(base) or base) in called), "")
        if parent:
            front = front or (before if before in STEPS else "")
            return _FRONTS.get(front, front) + parent
    return ""


_PARENTS: Mapping[str, frozenset[str]] = {
    "vader": those("vader papa pap paps pa heit vdr father dad daddy"),
    "moeder": those("moeder mama mam mams ma mem mdr mother mum mom mummy"),
}
_FRONTS = {"foster": "pleeg", "step": "stief"}

_WOMEN = _PARENTS["moeder"] | those(
    "oma omi beppe bomma gran nan nana nanna granny grandma tante aunt auntie zus zusje sister nicht "
    "buurvrouw vriendin girlfriend vrouw echtgenote wife juf juffrouw miss lerares mentrix headmistress "
    "secretaresse receptioniste medewerkster begeleidster stagiaire dochter daughter"
)
_MEN = _PARENTS["vader"] | those(
    "opa opi pake bompa grandpa grandad granddad gramps grampa oom uncle broer broertje brother neef "
    "buurman vriend boyfriend man echtgenoot husband meester headmaster zoon son"
)


def is_woman(word: str) -> bool:
    """Return whether only a woman is called so: *oma*, *stiefmoeder*, *leesmoeder*."""
    return _is_called(word, _WOMEN)


def is_man(word: str) -> bool:
    """Return whether only a man is called so: *opa*, *pleegvader*, *gymmeester*."""
    return _is_called(word, _MEN)


def _is_called(word: str, names: frozenset[str]) -> bool:
    """Return whether a word is one of these, what stands before it left out: *stief*, *groot*, *lees*."""
    one = one_of(word) or word
    if one in names or not role_of(one):
        return one in names
    fronts = (each for each in STEPS | GRANDS if one.startswith(each))
    ends = (each for each in HELPERS if helper(one) and one.endswith(each))
    return any(one.removeprefix(each) in names for each in fronts) or any(each in names for each in ends)


TITLES = those("mw mevr mevrouw dhr meneer mr mrs ms miss dr drs")
"""Before a last name: *mevrouw de Vries*, *Mr Jones*."""


def of_the_family(said: Iterable[str]) -> bool:
    """Return whether somebody who is called so is kin, or a parent's own: *oma*, *papa's vriendin*."""
    return any(
        word in RELATIVES
        or kin(word)
        or one_parent(word.removesuffix("s").removesuffix("'"))
        or one_parent(word)
        for word in said
    )


def of_school(said: Iterable[str]) -> bool:
    """Return whether somebody who is called so helps at the school, as the *ib'er* does."""
    helps = AT_SCHOOL | TITLES
    return any(word in helps or word.startswith(SCHOOL_FRONTS) for word in said)


_BETWEEN_TITLES = TITLES | those("juf juffrouw meester en and & /")


def called_by_title(typed: str, name: str) -> bool:
    """Return whether words as typed are a title and the last name of somebody: *Mr and Mrs Bakker*."""
    told = fold(typed).replace(".", " ").split()
    titles = next((n for n, word in enumerate(told) if word not in _BETWEEN_TITLES), len(told))
    behind = told[titles:]
    return 0 < titles < len(told) and fold(name).split()[1:][-len(behind) :] == behind


def may_be_parent(name: str) -> bool:
    """Return whether a name at the table may be that of a parent: it tells nothing else, as *oma* would."""
    return role_of(fold(name.partition(" ")[0])) in ("", PARENTS)


def whole_role(word: str) -> bool:
    """Return whether a word means no more than the role: *ouders*, not *moeder* or *pleegouders*."""
    if role_of(word) in ("", SUPPORT) or one_parent(word):
        return False
    return not word.startswith(tuple(STEPS))


_WHICH_ONE = those(
    "oudere oudste jongere biologische nieuwe eigen grote kleine wettelijke juridische tweede van de het "
    "zijn haar older elder eldest younger biological birth new big legal second of the his her"
)
"""What stands with the word for somebody of a family: *oudere zus*, *partner van moeder*."""


def tells_a_role(text: str) -> bool:
    """Return whether words tell what somebody is to a child: *oudere zus*; *ouder* tells too little."""
    said = fold(text).replace("-", " ").split()
    told = set(filter(_is_family, said))
    return bool(told) and {*said} - told <= _WHICH_ONE


def _is_family(word: str) -> bool:
    return one_parent(word) or bool(kin(word)) or word in RELATIVES | ALWAYS_SOMEBODYS | SPOUSES | STEPS


def without_role(name: str) -> str:
    """Return a name without what somebody is to the child in brackets behind it: *Joke Mos (moeder)*."""
    role = role_behind(name)
    return name.removesuffix(f" ({role})") if role else name


def role_behind(name: str) -> str:
    """Return what somebody is to the child, by what stands in brackets behind the name, if anything does."""
    ahead, _, behind = name.removesuffix(")").rpartition(" (")
    return behind if ahead and name.endswith(")") and tells_a_role(behind) else ""


_DUTCH_AND_ENGLISH = (
    ("moeder", "mother"), ("vader", "father"), ("mama", "mum"), ("papa", "dad"), ("mam", "mum"),
    ("pap", "dad"),
    ("voogd", "guardian"), ("stiefmoeder", "stepmother"), ("stiefvader", "stepfather"),
    ("pleegmoeder", "foster mother"), ("pleegvader", "foster father"), ("bonusmoeder", "bonus mother"),
    ("bonusvader", "bonus father"), ("oma", "grandma"), ("opa", "grandad"), ("grootmoeder", "grandmother"),
    ("grootvader", "grandfather"), ("zus", "sister"), ("broer", "brother"), ("zusje", "sister"),
    ("broertje", "brother"), ("tante", "aunt"), ("oom", "uncle"), ("buurvrouw", "neighbour"),
    ("buurman", "neighbour"), ("oppas", "babysitter"), ("partner", "partner"), ("vriend", "boyfriend"),
    ("vriendin", "girlfriend"), ("oudere", "older"), ("oudste", "eldest"), ("jongere", "younger"),
    ("biologische", "biological"), ("nieuwe", "new"), ("grote", "big"), ("wettelijke", "legal"),
    ("tweede", "second"), ("van", "of"),
)  # fmt: skip
"""What somebody is to a child in both languages; of more that are the same in one, the first is meant."""
_TOLD: Mapping[str, Mapping[str, str]] = {
    "en": dict(_DUTCH_AND_ENGLISH),
    "nl": {english: dutch for dutch, english in reversed(_DUTCH_AND_ENGLISH)},
}


def with_role_in(name: str, language: str) -> str:
    """Return a name with the role behind it in this language: *Joke Mos (mother)*.

    It stays as it is where one of its words is not known in the other.
    """
    role, words = role_behind(name), _TOLD.get(language, {})
    told = role.casefold()
    said = [words[told]] if told in words else [words.get(each, "") for each in told.split()]
    return f"{without_role(name)} ({' '.join(said)})" if said and all(said) else name


def as_told(name: str) -> tuple[str, ...]:
    """Return a name as a list has it, and with the role behind it in each language that a screen speaks."""
    return tuple(dict.fromkeys((name, *(with_role_in(name, language) for language in _TOLD))))
