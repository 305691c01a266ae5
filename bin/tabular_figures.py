"""Cut the tabular figures: digits and their marks of Be Vietnam Pro, every digit on one advance width.

Be Vietnam Pro has no `tnum` feature ("1" is 385 units wide, "4" is 710), so columns of figures do not line up. This
makes a font of ten digits from it, which the stylesheet puts before it.
Needs fontTools and brotli, which the product does not: run by hand when the typeface changes.

    python bin/tabular_figures.py BeVietnamPro-Regular.ttf 400 src/giaoban/web/static/giaoban/fonts
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

WIDTH = 672  # of 1000: a little under the widest digit, so that figures stay as dense as the text around them
DIGITS = "0123456789"


def only_digits(path: str) -> TTFont:
    font = TTFont(path)
    options = subset.Options(layout_features=[], name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text=DIGITS)
    cutter.subset(font)
    return font


def set_on_one_width(font: TTFont) -> None:
    """Centre the ink of each digit on WIDTH; a digit wider than its room is narrowed a little."""
    glyphs, table, metrics = font.getGlyphSet(), font["glyf"], font["hmtx"]
    for digit in DIGITS:
        name = font.getBestCmap()[ord(digit)]
        glyph = table[name]
        ink = glyph.xMax - glyph.xMin
        scale = min(1.0, (WIDTH - 40) / ink)
        pen = TTGlyphPen(None)
        left = (WIDTH - ink * scale) / 2
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, 1, left - glyph.xMin * scale, 0)))
        table[name] = pen.glyph()
        table[name].recalcBounds(table)
        metrics[name] = (WIDTH, table[name].xMin)


def rename(font: TTFont, weight: str) -> None:
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6, 16}:
            record.string = "GiaobanFigures" if record.nameID == 6 else f"Giaoban Figures {weight}"


def main(source: str, weight: str, folder: str) -> None:
    font = only_digits(source)
    set_on_one_width(font)
    rename(font, weight)
    font.flavor = "woff2"
    font.save(Path(folder) / f"giaoban-figures-{weight}.woff2")


if __name__ == "__main__":
    main(*sys.argv[1:])
