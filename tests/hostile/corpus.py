"""Text that means something to a terminal, a parser, a spreadsheet, a file system; by class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

SIZE = 1_000_000
"""TalkStateKeys of a line that nobody types."""

ESC, CSI, OSC, DCS, ST, BEL = "\x1b", "\x9b", "\x9d", "\x90", "\x9c", "\x07"
NAMES = (
    "שָׁלוֹם בן־דָּוִד", "محمد الأمين", "עַבְדּאַלְלָה", "فاطمة الزهراء", "ܐܪܡܝܐ", "ދިވެހި", "N'Golo ܐ",
    "O’Neill-ʻĀina",
)  # fmt: skip
KINDS = (
    "[/x]", "[vader]",
    "[@click=app.quit]klik[/]", "[bold",
    f"{ESC}]0;gekaapt{BEL}titel", f"{ESC}[31mrood{ESC}[0m",
    f"a{CSI}2Jb\x84c", "[red]rood[/red]",
    "\u202eomgekeerd\u202c\u2066los\u2069", "[]][[",
    "nul\x00bel\x07terug\x08", "$t{0}%s",
    "שלום עולם مرحبا", "\\[b]",
    "漢字" * 20, "👨‍👩‍👧‍👦 gezin 🏳️‍🌈",
    "e\u0301\u0302\u0303\u0304 ﷽", "lang" * 200,
)  # fmt: skip
"""One of each kind, for where every text is looked for on every screen.

Tests that take a share show the left ones on every screen and paste the right ones into a talk.
"""
WORDS = ("vader", "oma Riet", "1")


def strings() -> tuple[str, ...]:
    """Every string once, class after class; all of them short enough to be typed or pasted."""
    return tuple(dict.fromkeys(text for texts in classes().values() for text in texts))


def huge() -> tuple[str, ...]:
    """Lines of a megabyte: one word, many words, what steers a terminal, many lines, letters apart, signs."""
    return (
        "x" * SIZE,
        "ab " * (SIZE // 3),
        (ESC + "[31m") * (SIZE // 5) + "rood",
        "regel\n" * (SIZE // 6),
        "e\u0301" * (SIZE // 2),
        "[b]12-11;=1+1," * (SIZE // 14),
    )


def classes() -> Mapping[str, tuple[str, ...]]:
    """The strings by what they mean something to."""
    return {
        "one of each": KINDS,
        "markup": tuple(_markup()),
        "terminal": tuple(_terminal()),
        "controls": tuple(_controls()),
        "direction": tuple(_direction()),
        "surrogates": tuple(_surrogates()),
        "invisible": tuple(_invisible()),
        "lines": tuple(_lines()),
        "tall and wide": tuple(_tall()),
        "names": tuple(_names()),
        "formulas": tuple(_formulas()),
        "paths": tuple(_paths()),
        "file names": tuple(_file_names()),
        "formats": tuple(_formats()),
        "documents": tuple(_documents()),
        "calendars": tuple(_calendars()),
        "tables": tuple(_tables()),
        "shells": tuple(_shells()),
        "encodings": tuple(_encodings()),
        "numbers": tuple(_numbers()),
        "our own signs": tuple(_own()),
    }


def _markup() -> Iterator[str]:
    for word in WORDS:
        for tag in ("[{}]", "[/{}]", "[{}", "{}]", "[[{}]]", "[@click=app.quit]{}[/]", "[link={}]a[/link]"):
            yield tag.format(word)
    yield from (
        "[]", "[/]", "[", "]", "[]][[", "\\[b]", "\\\\[b]", "[red]rood[/red]", "[bold red on blue]", "[$t]",
        "[#fff]wit", "[@click=app.bell()]bel", "[b][i][/b][/i]", ":smile: :warning:", "$t{0}%s", "[rgb(1,2",
    )  # fmt: skip


def _terminal() -> Iterator[str]:
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


def _controls() -> Iterator[str]:
    for code in (*range(0x20), *range(0x7F, 0xA0)):
        yield f"a{chr(code)}b"
    yield from (
        "\x00", "\x00nul vooraan", "achteraan\x00", "\x08\x08\x08weg", "\x7f\x7f", "\x0e\x0fschakel",
        "\r\rterug", "a\tb\tc",
    )  # fmt: skip


def _direction() -> Iterator[str]:
    for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        yield f"map{chr(code)}gpj.exe"
    yield from (
        "\u202eomgekeerd\u202c recht", "\u2066los\u2069 vast", "\u200flinks\u200e rechts", "\u061cteken",
        "\u202e" * 40 + "diep",
    )  # fmt: skip


def _surrogates() -> Iterator[str]:
    for code in (0xD800, 0xDABC, 0xDBFF, 0xDC00, 0xDC80, 0xDC9B, 0xDCFF, 0xDFFF):
        yield f"a{chr(code)}b"
        yield chr(code)
    # high and low as two halves, which is not the sign they would be together
    yield from ("\udc9b2Jb", "\udfff\ud800", "caf\udce9", "\ud83d gezin", "naam \udcff\udcfe")


def _invisible() -> Iterator[str]:
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


def _lines() -> Iterator[str]:
    for ending in ("\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"):
        yield f"een{ending}twee"
        yield f"boven{ending}{ending}onder{ending}"
    yield from (
        "\n\n\n", "een\n  twee\n    drie", "a\n\nb\n# c\n- d\n1. e\n===", "x\n" * 60, "\n\r\n\r",
        "- een\n- twee\n",
    )  # fmt: skip


def _tall() -> Iterator[str]:
    for mark in (0x301, 0x308, 0x323, 0x489, 0x20DD, 0x5B0, 0x64B, 0xE31, 0xFE0F, 0x1AB0):
        yield "e" + chr(mark) * 30
    yield from (
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍a̴̵̜̰͔ͫ͗͢l", "👨‍👩‍👧‍👦 gezin", "👩🏽‍🚀👨🏿‍🦰", "🏳️‍🌈🏴‍☠️", "🇳🇱🇧🇪🇳", "👋🏻👋🏿\u200d",
        "1️⃣#️⃣*️⃣", "🏴\U000e0067\U000e0062\U000e0065\U000e007f",
        "漢字" * 20, "ｆｕｌｌ　ｗｉｄｔｈ", "﷽﷽", "⸻⸻", "𒐫𒈙",
        "ﬁﬂ ǅ ß ẞ İ ı ſ K Å", "क्षि त्र्य", "ก็็็็็็", "각", "\u1100\u1161\u11a8", "lang" * 200,
        "woord " * 150, "é" * 300, "👍" * 120, "W" * 999, "i" * 1000 + " " + "m" * 1000, "_" * 256,
    )  # fmt: skip


def _names() -> Iterator[str]:
    yield from NAMES
    for name in NAMES:
        yield f"{name}, {name}"
    yield from (
        "'s-Gravenhage, Van 't", "van der", "de", ", ,", "O'Neill", "Null", "None", "nan", "True",
        "undefined", "Anna-Ma\xadria", "Ægir Þórðarson", "Đặng Thị Ngọc", "Ñandú Ǝ", "İpek Işık", "Łukasz Ź",
        "X Æ A-12", "Mr. & Mrs. <Smith>",
    )  # fmt: skip


def _formulas() -> Iterator[str]:
    for sign in ("=", "+", "-", "@", "\t=", "\r=", " =", "'=", "＝", "＋", "－", "＠", "\n="):
        yield f"{sign}1+1"
        yield f"{sign}cmd|'/C calc'!A0"
    yield from (
        '=HYPERLINK("http://x/?"&A1;"klik")', "=SOM(A1:A9)", "@SUM(1)", "-", "--", "+", "=", "@", "-2+3",
        "+31612345678", '=WEBSERVICE("http://x")', "=IMPORTXML(A1)", '=DDE("cmd";"/C calc")', "%0A=1+1",
        ";=1+1", ",=1+1", '"=1+1"',
    )  # fmt: skip


def _paths() -> Iterator[str]:
    for up in (
        "../", "..\\", "..%2f", "....//", "/", "\\\\server\\", "~/", "~root/", "~niemand/", "file:///",
        "C:\\", "C:",
    ):  # fmt: skip
        yield f"{up}etc{up}passwd"
    yield from (
        "..", ".", "../..", "/etc/passwd", "/dev/null", "~", "~niemand", "~\x00", "\\\\.\\pipe\\x",
        "\\\\?\\C:\\x", "/proc/self/environ", "/" * 50, "a/" * 300, ("n" * 300) + "/x", "x" * 5000 + ".csv",
        "-rf", "--help", "--data", "--json", "-", "$HOME", "%USERPROFILE%", "./-x",
    )  # fmt: skip


def _file_names() -> Iterator[str]:
    for name in ("CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "COM¹", "CONIN$", "CONOUT$", "CLOCK$"):
        yield from (name.lower(), f"{name} .txt", f"{name}.", f"{name}:x")
    yield from (
        "naam.", "naam ", "naam...", "naam . .", " naam", ".naam", "a:b", "a:b:$DATA", "a*b", "a?b", 'a"b',
        "a<b>c", "a|b", "a\\b", "a/b", "desktop.ini", ".htaccess", "foto\u202egpj.exe", "a\nb", "é",
        "e\u0301", "naam.md", "naam.md.", "NAAM", "...", "   ", "~$doc.docx",
    )  # fmt: skip


def _formats() -> Iterator[str]:
    yield from (
        "{", "}", "{}", "{0}", "{name}", "{name!r}", "{0.__class__}", "{t.language}", "{:>9999999}", "{{",
        "{count}", "{name:{x}}", "%", "%s", "%n", "%d%d%d", "%(name)s", "%%", "%1$s", "%99999999d", "$name",
        "${name}", "$$", "${7*7}", "{{7*7}}", "#{7*7}", "<%= 7 %>", "\\n", "\\x1b[31m", "\\u001b", "\\0",
        "\\", "\\\\", "\\N{BELL}", "&#27;", "&lt;", "&amp;amp;", "%1b%5b31m", "=?utf-8?Q?=1B?=",
    )  # fmt: skip


def _documents() -> Iterator[str]:
    """Markdown, HTML, XML, TOML, gettext."""
    for sign in (
        "#", "##", "-", "*", "+", ">", "1.", "12)", "```", "~~~", "===", "---", "    ", "|", "[^1]:",
        ":::", "\\", "- [ ]",
    ):  # fmt: skip
        yield f"{sign} kop\n{sign}"
    yield from (
        "**vet** _schuin_ ~~weg~~ $x^2$", "`code` ```` blok", "[klik](javascript:alert(1))", "![beeld](x)",
        "<http://x>", "a  \nb", "a\\\nb", "kop #", "kop ##",
        "https://example.org www.example.org a@example.org", "<script>alert(1)</script>", "<!-- weg -->",
        "<b>", "</p>", "<img src=x onerror=y>", "<![CDATA[", "]]>", '"""', "'''", 'x = "y"', "[[holidays]]",
        "# opmerking", "\\u0000", 'msgid ""', 'msgstr "x"', "#, fuzzy", "<?xml?>",
        "<!DOCTYPE x [<!ENTITY y 'z'>]>", "&y;", "_x001B_",
    )  # fmt: skip


def _calendars() -> Iterator[str]:
    lines = (
        "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "BEGIN:VALARM\nACTION:AUDIO",
        "ATTENDEE:mailto:x@y", "RRULE:FREQ=DAILY", "URL:http://x",
    )  # fmt: skip
    for line in lines:
        yield line
        yield f"x\r\n{line}\r\n"
        yield f"x\\n{line}"
    yield from (
        "x\r\n y", "a;b,c:d\\e", "\\;\\,\\n\\N", "SUMMARY;LANGUAGE=nl:x", "^n^'^^", '"a";b="c"',
        "x\u2028END:VEVENT", "x\x85END:VEVENT", "=0D=0AEND:VEVENT",
    )  # fmt: skip


def _tables() -> Iterator[str]:
    """JSON, CSV, SQL."""
    yield from (
        '{"a":1}', '"', '""', '"""', '"a', 'a"', 'a""b', '"a;b";c', ";", ",", "\t", "|", ";;;", ",,,", "a;b",
        "a,b", "a|b", "sep=;", "'", "''", "null", "\\u0022", '","b":"', "]}", "//", "/* */",
        "'; DROP TABLE talks; --", "1; SELECT", "a\\", '\\"', '\\";', "x;\ny", '"x\ny"', 'open " aanhaling',
        "a\x00;b", "Roepnaam", "Naam;Datum", "#", "N/A",
    )  # fmt: skip


def _shells() -> Iterator[str]:
    yield from (
        "$(touch x)", "`touch x`", "; touch x", "| touch x", "&& touch x", "> x", "< /etc/passwd", "!!",
        "!x", "! ", "*", "?", "~", "a & b", "'; touch x; '", '"; touch x; "', "\n touch x", "%COMSPEC%",
        "^&", "@echo off", "@bestand", "--%", "${IFS}",
    )  # fmt: skip


def _encodings() -> Iterator[str]:
    """What is left when letters were read in the wrong encoding."""
    for name in ("Yıldız", "café", "Wójcik", "“hoi”", "€ 5", "naïef – ja"):
        yield name.encode().decode("cp1252", "replace")
        yield name.encode().decode("latin-1")
    yield from (
        "\x80\x82\x91\x92\x93\x94\x96", "ï»¿merk", "Ã©Ã«", "�", "?????", "+AD0-1+AD0-", "\x1b$B",
        "\x0fshift\x0e", "ÿþa",
    )  # fmt: skip


def _numbers() -> Iterator[str]:
    yield from (
        "٠٣", "१२", "³", "½", "⑦", "Ⅻ", "一二", "-0", "1e999", "1e308", "0x1f", "NaN", "Infinity", "9" * 400,
        "9" * 5000, "1_000", "0.1.2", "-1", "0", "١٢:٣٠", "99:99", "25:61", "24:00", "31-02-2027",
        "0-0-0000", "12-13-14", "1-1-1", "29 feb 2027", "99999", "00000", "0000-00-00", "9999-12-31",
        "0001-01-01", "0001-01-01T00:00", "9999-12-31T23:59",
        "+1 -1", "２０２６-０８-２５", "13:00:00.0000000",
    )  # fmt: skip


def _own() -> Iterator[str]:
    """What means something to this program."""
    yield from (
        "!", "! ", "!!bellen", "! afspraak", "bellen 12 nov: hoe gaat het", "huisbezoek", "bellen als nodig",
        "mail elke maandag", "nvt", "nee", "ja", "-: x", ": ", "bellen:", ":12:", "12-11, bellen",
        "volgende week", "rapport 1", "13:00 Liv Bosman, Mark", "13:00", "13:00 ,", "later", "geen", "j",
        "y", "n", "0", "startgesprek", "bellen " * 20, "week 99", "bellen 12 nov 25:00", "12/13/14 15:16",
    )  # fmt: skip
