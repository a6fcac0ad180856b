"""Text that means something to what shows it: a terminal, markup, the order of reading, a row."""

from __future__ import annotations

from collections.abc import Iterator

ESC, CSI, OSC, DCS, ST, BEL = "\x1b", "\x9b", "\x9d", "\x90", "\x9c", "\x07"
NAMES = (
    "שָׁלוֹם בן־דָּוִד", "محمد الأمين", "עַבְדּאַלְלָה", "فاطمة الزهراء", "ܐܪܡܝܐ", "ދިވެހި", "N'Golo ܐ",
    "O’Neill-ʻĀina",
)  # fmt: skip
WORDS = ("vader", "oma Riet", "1")


def markup() -> Iterator[str]:
    for word in WORDS:
        for tag in ("[{}]", "[/{}]", "[{}", "{}]", "[[{}]]", "[@click=app.quit]{}[/]", "[link={}]a[/link]"):
            yield tag.format(word)
    yield from (
        "[]", "[/]", "[", "]", "[]][[", "\\[b]", "\\\\[b]", "[red]rood[/red]", "[bold red on blue]", "[$t]",
        "[#fff]wit", "[@click=app.bell()]bel", "[b][i][/b][/i]", ":smile: :warning:", "$t{0}%s", "[rgb(1,2",
    )  # fmt: skip


def terminal() -> Iterator[str]:
    """What a terminal does something for: in seven bits and in eight."""
    for final in (
        "31m", "2J", "6n", "?1049h", "?2004l", "1;1H", "5i", "c", "!p", "200~", "201~", "999999999C",
    ):  # fmt: skip
        yield f"voor{ESC}[{final}na"
        yield f"voor{CSI}{final}na"
    commands = (
        "0;titel", "2;titel", "52;c;ZWVu", "8;;http://x/", "4;0;rgb:0/0/0", "7;file://x/",
        "1337;File=x:", "777;notify;a;b",
    )  # fmt: skip
    for command in commands:
        for end in (BEL, f"{ESC}\\", ""):
            yield f"voor{ESC}]{command}{end}na"
        yield f"voor{OSC}{command}{ST}na"
    for opening in ("P", "_", "^", "X", "#8", "(0", "c", "N", "=", "7"):
        yield f"voor{ESC}{opening}q#0;2;0;0;0na"
    yield from (
        f"voor{DCS}1$r0m{ST}na", f"{ESC}", f"{ESC}[", f"{ESC}]", f"{ESC * 9}", f"{ESC}[200~in{ESC}[201~uit",
        f"{ESC}[31{ESC}[mrood", f"{ESC}[<0;1;1M", f"{ESC}[M   ", f"{ESC}Ptmux;{ESC}{ESC}[31m{ESC}\\",
    )  # fmt: skip


def controls() -> Iterator[str]:
    for code in (*range(0x20), *range(0x7F, 0xA0)):
        yield f"a{chr(code)}b"
    yield from (
        "\x00", "\x00nul vooraan", "achteraan\x00", "\x08\x08\x08weg", "\x7f\x7f", "\x0e\x0fschakel",
        "\r\rterug", "a\tb\tc",
    )  # fmt: skip


def direction() -> Iterator[str]:
    for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        yield f"map{chr(code)}gpj.exe"
    yield from (
        "\u202eomgekeerd\u202c recht", "\u2066los\u2069 vast", "\u200flinks\u200e rechts", "\u061cteken",
        "\u202e" * 40 + "diep",
    )  # fmt: skip


def surrogates() -> Iterator[str]:
    for code in (0xD800, 0xDABC, 0xDBFF, 0xDC00, 0xDC80, 0xDC9B, 0xDCFF, 0xDFFF):
        yield f"a{chr(code)}b"
        yield chr(code)
    # high and low as two halves, which is not the sign they would be together
    yield from ("\udc9b2Jb", "\udfff\ud800", "caf\udce9", "\ud83d gezin", "naam \udcff\udcfe")


def invisible() -> Iterator[str]:
    for code in (
        0xAD, 0x34F, 0x115F, 0x17B4, 0x180E, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0x206A,
        0x206F,
    ):  # fmt: skip
        yield f"on{chr(code)}zichtbaar"
    for code in (
        0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFF, 0xE0001, 0xE0041,
        0x10FFFF,
    ):  # fmt: skip
        yield f"a{chr(code)}b"
    for code in (0xFDD0, 0xFDEF, 0xE000, 0xF8FF, 0x3000, 0x2003, 0xA0, 0x202F, 0x1680, 0x3164, 0x2800):
        yield f"a{chr(code)}b"
    yield from ("\ufeffmerk vooraan", "\u200b", "\ufeff", "\u2060\u2060", "\xa0", "\xadaf\xadbreken")


def lines() -> Iterator[str]:
    for ending in ("\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"):
        yield f"een{ending}twee"
        yield f"boven{ending}{ending}onder{ending}"
    yield from (
        "\n\n\n", "een\n  twee\n    drie", "a\n\nb\n# c\n- d\n1. e\n===", "x\n" * 60, "\n\r\n\r",
        "- een\n- twee\n",
    )  # fmt: skip


def tall() -> Iterator[str]:
    for mark in (0x301, 0x308, 0x323, 0x489, 0x20DD, 0x5B0, 0x64B, 0xE31, 0xFE0F, 0x1AB0):
        yield "e" + chr(mark) * 30
    yield from (
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍a̴̵̜̰͔ͫ͗͢l", "👨‍👩‍👧‍👦 gezin", "👩🏽‍🚀👨🏿‍🦰", "🏳️‍🌈🏴‍☠️", "🇳🇱🇧🇪🇳", "👋🏻👋🏿\u200d",
        "1️⃣#️⃣*️⃣", "🏴\U000e0067\U000e0062\U000e0065\U000e007f",
        "漢字" * 20, "ｆｕｌｌ　ｗｉｄｔｈ", "﷽﷽", "⸻⸻", "𒐫𒈙",
        "ﬁﬂ ǅ ß ẞ İ ı ſ K Å", "क्षि त्र्य", "ก็็็็็็", "각", "\u1100\u1161\u11a8", "lang" * 200,
        "woord " * 150, "é" * 300, "👍" * 120, "W" * 999, "i" * 1000 + " " + "m" * 1000, "_" * 256,
    )  # fmt: skip


def names() -> Iterator[str]:
    yield from NAMES
    for name in NAMES:
        yield f"{name}, {name}"
    yield from (
        "'s-Gravenhage, Van 't", "van der", "de", ", ,", "O'Neill", "Null", "None", "nan", "True",
        "undefined", "Anna-Ma\xadria", "Ægir Þórðarson", "Đặng Thị Ngọc", "Ñandú Ǝ", "İpek Işık", "Łukasz Ź",
        "X Æ A-12", "Mr. & Mrs. <Smith>",
    )  # fmt: skip
