from __future__ import annotations

import io

from fontTools.ttLib import TTFont

from store.export.paper.signs import FONTS, missing_signs, shipped_signs, signs_of, widths_in


def test_the_signs_of_each_font_and_how_wide_they_are_is_what_another_reader_finds() -> None:
    fonts = sorted(FONTS.glob("*.ttf"))
    assert len(fonts) == 4
    for path in fonts:
        content = path.read_bytes()
        other = TTFont(io.BytesIO(content))
        glyphs = other.getBestCmap()
        assert set(signs_of(content)) == set(glyphs)
        unit, widths = other["head"].unitsPerEm, other["hmtx"]
        assert widths_in(content) == {sign: widths[glyph][0] / unit for sign, glyph in glyphs.items()}


def test_the_shipped_fonts_have_the_letters_of_every_language_of_a_sheet() -> None:
    samples = "ĞğİıŞşçöü ąćęłńóśźż Київ ґєії ’“”„«»–…€ مرحبًا گچپژ ẞß œŒ ñ¿¡ Ελλάδα"
    assert missing_signs([samples], shipped_signs()) == ""


def test_only_what_can_be_seen_is_missing_and_each_sign_once() -> None:
    assert missing_signs(["a漢b字漢", "\u200b\u2066\ufe0f\n字"], frozenset(map(ord, "ab"))) == "漢字"
