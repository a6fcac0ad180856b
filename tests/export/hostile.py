"""Text that means something to a terminal, a markup parser or a spreadsheet, and must mean nothing here."""

HOSTILE = (
    "[/vader] [red]rood[/red]",
    "<script>alert(1)</script>",
    "<!-- weg --> &amp; &lt;b&gt;",
    "| a | b |",
    "=SOM(A1:A9)",
    "`code` ```` blok",
    "**vet** _schuin_ ~~weg~~ $x^2$",
    "[klik](javascript:alert(1)) ![beeld](x)",
    "https://example.org www.example.org a@example.org",
    "# kop",
    "- punt",
    "+ punt",
    "1. een",
    "12) twaalf",
    "---",
    "===",
    "> citaat",
    "    ingesprongen",
    "{name} {0} %s",
    "\\ achterstreep \\",
    "a\n\nb\n# c\n- d\n1. e\n===",
    "~~~\nhek\n~~~",
    "[^1]: voet",
)

STEERING = "\x1b]0;titel\x07\x1b[31mrood\x1b[0m \u202eomgekeerd\u202c \x9b2J \x00nul"
"""Ends up without what steers a terminal; every letter of it stays."""
