"""Make the font of the printed pages from published ones: resources/fonts/praya-paper.ttf.

    python scripts/paper_font.py NotoSansTC-Regular.otf NotoSansSC-Regular.otf noto-sans-*.woff2

It holds the signs of Latin, Greek, Cyrillic and Vietnamese, of Big5 with the Hong Kong supplement, and of
GB 2312: each from the first font that has it. Outlines become quadratic, because that is what every writer
and printer can embed. Needs fontTools (with brotli), which nothing else does. All of the fonts stand under
the SIL Open Font License 1.1: Noto Sans TC and SC 2.004, and the slices latin-ext, greek, greek-ext,
cyrillic-ext and vietnamese of Noto Sans 400 normal, as fonts are published for web pages.
"""

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

OUT = Path(__file__).parent.parent / "resources" / "fonts" / "praya-paper.ttf"
PRECISION = 1.5
"""Of the outlines, in thousandths of the em."""
PLAIN = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2010, 0x2027), (0x2030, 0x205E),
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
            held, up = _narrow(font, code, held)
            glyphs[name], widths[name] = _quadratic(font, held, up), font["hmtx"][held][0]
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
            "copyright": "© 2014-2021 Adobe. A selection of Noto Sans TC and SC 2.004."
            " © 2022 The Noto Project Authors. Some signs of Noto Sans.",
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


def _narrow(font: TTFont, code: int, name: str) -> tuple[str, int]:
    """Quotation marks and the middle dot as wide as beside Latin letters; how far the dot is raised."""
    if code == 0xB7:
        return _codes(font)[ord(".")], 240
    if 0x2018 <= code <= 0x201D:
        return _proportional(font).get(name, name), 0
    return name, 0


@cache
def _proportional(font: TTFont) -> dict[str, str]:
    table = font["GSUB"].table
    lookups = next(
        r.Feature.LookupListIndex for r in table.FeatureList.FeatureRecord if r.FeatureTag == "pwid"
    )
    found = {}
    for number in lookups:
        for part in table.LookupList.Lookup[number].SubTable:
            found.update(getattr(part, "ExtSubTable", part).mapping)
    return found


def _quadratic(font: TTFont, name: str, up: int = 0) -> object:
    pen = TTGlyphPen(None)
    whole = DecomposingRecordingPen(_glyphs(font))
    _glyphs(font)[name].draw(whole)
    quadratic = Cu2QuPen(pen, PRECISION, reverse_direction="CFF " in font)
    whole.replay(TransformPen(quadratic, (1, 0, 0, 1, 0, up)))
    return pen.glyph()


if __name__ == "__main__":
    OUT.parent.mkdir(parents=True, exist_ok=True)
    font = build(Path(name) for name in sys.argv[1:])
    font.save(OUT)
    print(f"{OUT.name}: {len(font.getGlyphOrder()):,} glyphs, {OUT.stat().st_size:,} bytes")
