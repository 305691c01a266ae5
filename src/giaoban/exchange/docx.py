"""A .docx → its text as one sees the accepted version: changes taken, numbers counted, boxes and notes kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

import regex

from giaoban.core.errors import DocumentError
from giaoban.exchange.document import Composer, Document, Grid, Note, Slot, one_line
from giaoban.exchange.docx_styles import Styles, legacy_of, read_styles
from giaoban.exchange.guard import open_archive
from giaoban.exchange.legacy_fonts import CONVERTERS, Legacy, convert_legacy
from giaoban.exchange.numbering import Numbering, read_numbering
from giaoban.exchange.ooxml import Element, Package, attribute, child, is_on, name_of, number
from giaoban.exchange.syllables import vietnamese_share

# A block or run inside these belongs to what surrounds it.
TRANSPARENT = {"ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"}
MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
BEYOND_LATIN = regex.compile("[\u0100-\U0010ffff&&\\p{L}]", regex.V1)
PAGE_LINE = regex.compile(r"(?:trang|page)?[\s–-]*\d*(?:\s*/\s*\d+)?[\s–-]*", regex.IGNORECASE)
FRAME_CELL = 1500  # characters: a cell that holds more is a page laid out by a table
SPAN_LIMIT = 1000
Piece = tuple[str, tuple[Legacy, bool] | None]


def read_docx(content: bytes) -> Document:
    """The document of a .docx.

    Raises DocumentError: `file_corrupt`, `archive_swells`, `file_hostile`, `file_locked`, `file_empty`.
    """
    with open_archive(content) as archive:
        return _Reader(Package(archive)).read()


@dataclass
class _Reader:
    package: Package
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    trusted: set[Legacy] = field(init=False)
    composer: Composer = field(default_factory=Composer)
    converted: set[Legacy] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.styles = read_styles(next(iter(self.package.related("styles")), None))
        self.numbering = read_numbering(next(iter(self.package.related("numbering")), None))
        self.trusted = self._trusted_fonts()

    def read(self) -> Document:
        self._margins("header")
        self._blocks(self.package.body)
        for kind in ("footnotes", "endnotes"):
            self._notes(kind)
        self._margins("footer")
        text, tables = self.composer.finish()
        if not text:
            raise DocumentError("file_empty")
        notes = tuple(Note("converted_encoding", {"encoding": name}) for name in sorted(self.converted))
        return Document(text, "docx", tables, notes=notes)

    def _blocks(self, container: Element) -> None:
        """Add everything a body, a cell or a box holds, in order."""
        carried: list[str] = []
        for block in _blocks_of(container):
            if name_of(block) == "tbl":
                self._table(block)
                continue
            text, boxes = self._paragraph(block)
            carried.append(text)
            if not is_deleted(child(block, "pPr", "rPr")):  # a deleted paragraph mark joins it to the next
                self.composer.paragraph("".join(carried))
                carried = []
            for box in boxes:
                self._blocks(box)
        self.composer.paragraph("".join(carried))

    def _margins(self, kind: str) -> None:
        """Page headers or footers, each wording once, page numbers left out."""
        seen: set[str] = set()
        for part in self.package.related(kind):
            for text in self._plain(part):
                if text not in seen and not PAGE_LINE.fullmatch(text):
                    seen.add(text)
                    self.composer.paragraph(text)

    def _notes(self, kind: str) -> None:
        for part in self.package.related(kind):
            for note in part:
                if attribute(note, "type") not in {"separator", "continuationSeparator", "continuationNotice"}:
                    self.composer.paragraph(" ".join(self._plain(note)))

    def _table(self, table: Element) -> None:
        rows = [row for row in _inside(table, "tr") if not is_deleted(child(row, "trPr"))]
        if _is_frame(rows):
            for row in rows:
                for cell in _inside(row, "tc"):
                    self._blocks(cell)
            return
        self.composer.table(self._grid(rows))

    def _grid(self, rows: list[Element]) -> Grid:
        grid: Grid = []
        above: dict[int, int] = {}  # column → place in the grid of the slot that may go on below
        for number_of_row, row in enumerate(rows):
            column = min(number(child(row, "trPr", "gridBefore")) or 0, SPAN_LIMIT)
            for cell in _inside(row, "tc"):
                column += self._place(cell, number_of_row, column, grid, above)
        return grid

    def _place(self, cell: Element, row: int, column: int, grid: Grid, above: dict[int, int]) -> int:
        """Put one cell into the grid; returns how many columns it takes."""
        properties = child(cell, "tcPr")
        span = max(1, min(number(child(properties, "gridSpan")) or 1, SPAN_LIMIT))
        merge = child(properties, "vMerge")
        if merge is not None and attribute(merge, "val") != "restart" and column in above:
            upper = grid[above[column]]
            grid[above[column]] = upper._replace(row_span=row - upper.row + 1)
            return span
        above.pop(column, None)
        if merge is not None:
            above[column] = len(grid)
        grid.append(Slot(one_line(" ".join(self._plain(cell))), row, column, 1, span))
        return span

    def _plain(self, container: Element) -> list[str]:
        """The paragraphs of a cell, note or margin as strings, inner tables and boxes with them."""
        found: list[str] = []
        for block in _blocks_of(container):
            if name_of(block) == "tbl":
                found += [
                    text for row in _inside(block, "tr") for cell in _inside(row, "tc") for text in self._plain(cell)
                ]
                continue
            text, boxes = self._paragraph(block)
            found += [text.strip(), *(line for box in boxes for line in self._plain(box))]
        return [text for text in found if text]

    def _paragraph(self, paragraph: Element) -> tuple[str, list[Element]]:
        boxes: list[Element] = []
        pieces = self._pieces(paragraph, paragraph, boxes)
        runs = [(legacy, "".join(text for text, _ in same)) for legacy, same in groupby(pieces, itemgetter(1))]
        text = "".join(self._convert(legacy, text) for legacy, text in runs)
        text, legacy_name = convert_legacy(text)
        if legacy_name:
            self.converted.add(legacy_name)
        text = unicodedata.normalize("NFC", text).replace("\xa0", " ").replace("\u200b", "")
        return (self._label(paragraph) + text if text.strip() else ""), boxes

    def _pieces(self, node: Element, paragraph: Element, boxes: list[Element]) -> Iterator[Piece]:
        for inner in node:
            name = name_of(inner)
            if name == "r":
                yield from self._run(inner, paragraph, boxes)
            elif name in TRANSPARENT:
                yield from self._pieces(inner, paragraph, boxes)
            elif name == "AlternateContent":
                yield from self._pieces(_alternative(inner), paragraph, boxes)
            elif name in {"oMath", "oMathPara"}:
                yield "".join(inner.itertext()), None

    def _run(self, run: Element, paragraph: Element, boxes: list[Element]) -> Iterator[Piece]:
        if is_on(child(run, "rPr", "vanish")):
            return
        legacy = legacy_of(self.styles.font(paragraph, run))
        for inner in run:
            name = name_of(inner)
            if name == "t":
                yield inner.text or "", legacy
            elif name in MARKS:
                yield MARKS[name], legacy
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                boxes += _boxes(inner)

    def _convert(self, legacy: tuple[Legacy, bool] | None, text: str) -> str:
        if legacy is None or legacy[0] not in self.trusted or BEYOND_LATIN.search(text):
            return text
        self.converted.add(legacy[0])
        converted = CONVERTERS[legacy[0]](text)
        return converted.upper() if legacy[1] else converted

    def _label(self, paragraph: Element) -> str:
        place = self.styles.list_of(paragraph)
        label = self.numbering.label(*place) if place else ""
        return f"{label} " if label else ""

    def _trusted_fonts(self) -> set[Legacy]:
        """The legacy fonts whose text really is in their encoding; some documents hold Unicode in them."""
        samples: dict[Legacy, list[str]] = {}
        for paragraph in self.package.body.iter("{*}p"):
            for run in paragraph.iter("{*}r"):
                legacy = legacy_of(self.styles.font(paragraph, run))
                if legacy:
                    samples.setdefault(legacy[0], []).append("".join(t.text or "" for t in run.iter("{*}t")))
        return {name for name, texts in samples.items() if _is_encoded(name, "".join(texts))}


def is_deleted(properties: Element | None) -> bool:
    """Whether a row's or a paragraph mark's properties say that a tracked change took it away."""
    return child(properties, "del") is not None or child(properties, "moveFrom") is not None


def _is_encoded(name: Legacy, text: str) -> bool:
    """Whether converting makes more of the text Vietnamese, or as much with more words ("Th«ng" counts as none)."""
    before, after = vietnamese_share(text), vietnamese_share(CONVERTERS[name](text))
    return not before[1] or after > before


def _blocks_of(container: Element) -> Iterator[Element]:
    for node in container:
        name = name_of(node)
        if name in {"p", "tbl"}:
            yield node
        elif name in TRANSPARENT:
            yield from _blocks_of(node)
        elif name == "AlternateContent":
            yield from _blocks_of(_alternative(node))


def _inside(node: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those wrapped in content controls."""
    for inner in node:
        if name_of(inner) == wanted:
            yield inner
        elif name_of(inner) in TRANSPARENT:
            yield from _inside(inner, wanted)


def _alternative(node: Element) -> Element:
    """Of a content written twice, the modern writing if there is one: never both."""
    choice = child(node, "Choice")
    fallback = child(node, "Fallback")
    return choice if choice is not None else fallback if fallback is not None else node


def _boxes(node: Element) -> list[Element]:
    """The text boxes of a drawing, outermost first, each once."""
    if name_of(node) == "txbxContent":
        return [node]
    if name_of(node) == "AlternateContent":
        node = _alternative(node)
    return [box for inner in node for box in _boxes(inner)]


def _is_frame(rows: list[Element]) -> bool:
    """Whether a table only lays out the page: one column, tables inside, or a cell as long as a page."""
    cells = [list(_inside(row, "tc")) for row in rows]
    if all(len(row) <= 1 for row in cells):
        return True
    flat = [cell for row in cells for cell in row]
    return any(_holds_table(cell) or _length(cell) > FRAME_CELL for cell in flat)


def _holds_table(cell: Element) -> bool:
    return any(name_of(block) == "tbl" for block in _blocks_of(cell))


def _length(cell: Element) -> int:
    return sum(len(node.text or "") for node in cell.iter("{*}t"))
