"""Make the font of the printed pages from two published ones: resources/fonts/praya-paper.ttf.

    python scripts/paper_font.py NotoSansTC-Regular.otf NotoSansSC-Regular.otf

It holds the signs of Latin, Greek and Cyrillic, of Big5 with the Hong Kong supplement, and of GB 2312: the
first two from the Traditional font, what that one lacks from the Simplified. Outlines become quadratic,
because that is what can be embedded by every writer and printer. Needs fontTools, which nothing else
does: both fonts (version 2.004, SIL Open Font License 1.1) come from wherever fonts are published.
"""

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

OUT = Path(__file__).parent.parent / "resources" / "fonts" / "praya-paper.ttf"
PRECISION = 1.5
"""Of the outlines, in thousandths of the em."""
PLAIN = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x400, 0x45F), (0x2010, 0x2027), (0x2030, 0x205E),
    (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF),
    (0x2460, 0x24FF), (0x2500, 0x25FF), (0x3000, 0x303F), (0xFF01, 0xFFEE),
)  # fmt: skip


def wanted() -> set[int]:
    """Code points that the font should have."""
    found = {code for first, last in PLAIN for code in range(first, last + 1)}
    for codec in ("big5hkscs", "gb2312"):
        for code in range(0x80, 0x30000):
            try:
                chr(code).encode(codec)
            except UnicodeEncodeError:
                continue
            found.add(code)
    return {
        code for code in found if code == 0xA0 or not chr(code).isspace() or code in (0x20, 0x3000)
    }


def build(sources: Iterable[Path]) -> TTFont:
    """The font, with a sign from the first source that has it."""
    fonts = [TTFont(path) for path in sources]
    first = fonts[0]
    glyphs, widths, cmap = {}, {}, {}
    order = [".notdef"]
    for name, font in [(".notdef", first)]:
        glyphs[name], widths[name] = _quadratic(font, name), font["hmtx"][name][0]
    for code in sorted(wanted()):
        for font in fonts:
            held = _codes(font).get(code)
            if held is None:
                continue
            name = f"u{code:04X}"
            order.append(name)
            glyphs[name], widths[name] = _quadratic(font, held), font["hmtx"][held][0]
            cmap[code] = name
            break
    builder = FontBuilder(first["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics({n: (widths[n], getattr(table[n], "xMin", 0)) for n in order})
    hhea, os2 = first["hhea"], first["OS/2"]
    builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent)
    builder.setupOS2(
        sTypoAscender=os2.sTypoAscender, sTypoDescender=os2.sTypoDescender,
        usWinAscent=os2.usWinAscent, usWinDescent=os2.usWinDescent, fsType=0, usWeightClass=400,
        sCapHeight=os2.sCapHeight, sxHeight=os2.sxHeight,
    )  # fmt: skip
    builder.setupNameTable(
        {
            "familyName": "Praya Paper",
            "styleName": "Regular",
            "uniqueFontIdentifier": "Praya Paper 2.004",
            "fullName": "Praya Paper",
            "psName": "PrayaPaper-Regular",
            "version": "Version 2.004",
            "copyright": "© 2014-2021 Adobe. A selection of Noto Sans TC and Noto Sans SC 2.004.",
            "licenseDescription": "This Font Software is licensed under the SIL Open Font License,"
            " Version 1.1.",
            "licenseInfoURL": "http://scripts.sil.org/OFL",
        },
        mac=False,
    )
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = first["head"].modified
    builder.font.recalcTimestamp = False
    return builder.font


@cache
def _codes(font: TTFont) -> dict[int, str]:
    return font.getBestCmap()


@cache
def _glyphs(font: TTFont) -> object:
    return font.getGlyphSet()


def _quadratic(font: TTFont, name: str) -> object:
    pen = TTGlyphPen(None)
    _glyphs(font)[name].draw(Cu2QuPen(pen, PRECISION, reverse_direction=True))
    return pen.glyph()


if __name__ == "__main__":
    OUT.parent.mkdir(parents=True, exist_ok=True)
    font = build(Path(name) for name in sys.argv[1:])
    font.save(OUT)
    print(f"{OUT.name}: {len(font.getGlyphOrder()):,} glyphs, {OUT.stat().st_size:,} bytes")
