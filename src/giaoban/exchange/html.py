"""A saved web page → the article in it: menus, scripts and hidden parts dropped, tables kept as grids."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TypeAlias

import regex
from lxml import etree
from lxml import html as lxml_html

from giaoban.core.errors import DocumentError
from giaoban.exchange.document import Composer, Document, Grid, Note, Slot, one_line
from giaoban.exchange.legacy_fonts import convert_legacy
from giaoban.exchange.text import decode, wide_encoding

Element: TypeAlias = etree._Element

_DROPPED = (
    "script style noscript template svg math iframe object embed canvas audio video head nav form button select "
    "textarea footer aside del dialog menu"
)
_BLOCKS = (
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption address hr "
    "center body html details summary fieldset table caption tr td th thead tbody tfoot"
)
DROPPED, BLOCKS = frozenset(_DROPPED.split()), frozenset(_BLOCKS.split())
CHROME_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog"}
# Class names that Vietnamese news sites give to what surrounds an article (our observation, no standard).
CHROME_NAMES = regex.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|breadcrumbs?|sidebar|footer|share|social|related|comments?|advert(?:isement)?|ads?|"
    r"banner|tags?|pagination|cookie|popup|tin-lien-quan|lien-quan|quang-cao)(?:$|[-_ ])",
    regex.IGNORECASE,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
REFERENCE = re.compile(r"\s*[\[(]?[\d*]{1,3}[\])]?\s*")
ARTICLE_PATHS = ("//*[@itemprop='articleBody']", "//article", "//main", "//*[@role='main']")
MAIN_SHARE = 0.6  # an article holds at least this share of the text in paragraphs, or it is not the article
SPAN_LIMIT = 100
ROW_LIMIT = 20_000
MERGED_LIMIT = 20_000  # grid places under merged cells
DEPTH_LIMIT = 240  # the parser itself stops at 256 and loses what is deeper
LINK_SHARE = 0.3
FRAME_CELL = 1500  # characters
# What a page in TCVN3 or VNI letters says of itself.
WESTERN = {
    "iso88591",
    "windows1252",
    "usascii",
    "ascii",
    "latin1",
    "xuserdefined",
}


def read_html(content: bytes) -> Document:
    """The document of a web page.

    Raises DocumentError `file_empty` when no words are left, `file_corrupt` when it cannot be parsed.
    """
    page, notes = _characters(content)
    root = _parse(page)
    reader = _Reader()
    for part in _main_parts(root):
        reader.walk(part)
    text, tables = reader.composer.finish()
    if not text:
        raise DocumentError("file_empty")
    return Document(text, "html", tables, notes=tuple(notes))


def _characters(content: bytes) -> tuple[str, list[Note]]:
    """The page's characters: by its own word for the encoding where that holds, else as any text file."""
    declared = META_CHARSET.search(content[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if wide_encoding(content) or name.replace("-", "") in WESTERN:
        return decode(content)
    try:
        page, legacy = convert_legacy(content.decode(name))
    except (LookupError, UnicodeDecodeError):  # a page that misnames its encoding is common; its letters decide
        return decode(content)
    return page, [Note("converted_encoding", {"encoding": legacy})] if legacy else []


def _parse(page: str) -> Element:
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(page.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError("file_corrupt" if page.strip() else "file_empty") from error
    if _depth(root) > DEPTH_LIMIT:
        raise DocumentError("file_hostile")
    return root


def _depth(root: Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


@dataclass
class _Reader:
    """Walks the page and hands each block to the composer; `line` is the block being filled."""

    composer: Composer = field(default_factory=Composer)
    line: list[str] = field(default_factory=list)

    def walk(self, node: Element) -> None:
        tag = _tag(node)
        if _is_dropped(node, tag):
            return
        if tag == "table" and not _is_layout(node):
            self.flush()
            for caption in node.iterchildren("caption"):
                self.composer.paragraph(_plain(caption))
            self.composer.table(_grid(node))
            return
        self._enter(node, tag)

    def _enter(self, node: Element, tag: str) -> None:
        block = tag in BLOCKS
        if block:
            self.flush()
        self.line.append("\n" if tag == "br" else _written(node.text, tag))
        for inner in node:
            self.walk(inner)
            self.line.append(_written(inner.tail, tag))
        if block:
            self.flush()

    def flush(self) -> None:
        """End the block being filled; an empty line inside it parts two paragraphs."""
        lines = [one_line(line) for line in "".join(self.line).split("\n")]
        self.line = []
        for paragraph in "\n".join(lines).split("\n\n"):
            self.composer.paragraph(unicodedata.normalize("NFC", paragraph))


def _written(text: str | None, tag: str) -> str:
    """The text as a browser shows it: a line end in the source is a space, but in <pre> it is one."""
    shown = (text or "").replace("\xa0", " ").replace("\u200b", "").replace("\xad", "")
    return shown if tag == "pre" else shown.replace("\n", " ").replace("\r", " ")


def _tag(node: Element) -> str:
    return node.tag.lower().rpartition(":")[2] if isinstance(node.tag, str) else ""


def _is_dropped(node: Element, tag: str) -> bool:
    if not tag or tag in DROPPED or (tag == "sup" and _is_reference(node)):
        return True
    if node.get("hidden") is not None or node.get("aria-hidden") == "true" or HIDDEN.search(node.get("style") or ""):
        return True
    if node.get("role") in CHROME_ROLES:
        return True
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    return bool(CHROME_NAMES.search(names)) and _link_share(node) > LINK_SHARE


def _is_reference(node: Element) -> bool:
    """Whether a raised mark calls a note (dropped) or belongs to a unit such as m² (kept)."""
    previous = node.getprevious()
    before = (previous.tail if previous is not None else node.getparent().text) or ""
    text = "".join(node.itertext()).strip()
    if text in {"2", "3"} and before.endswith("m"):
        return False
    return node.find(".//a") is not None or bool(REFERENCE.fullmatch(text))


def _link_share(node: Element) -> float:
    whole = _length(node)
    return sum(map(_length, node.iter("a"))) / whole if whole else 1.0


def _length(node: Element) -> int:
    return sum(len(text.strip()) for text in node.itertext())


def _main_parts(root: Element) -> list[Element]:
    """The element that holds most of the page's paragraphs, with the page's heading if that stands outside it."""
    body = root.find("body") if root.find("body") is not None else root
    whole = _paragraph_length(body)
    for path in ARTICLE_PATHS:
        best = max(body.xpath(path), key=_paragraph_length, default=None)
        if best is not None and whole and _paragraph_length(best) >= MAIN_SHARE * whole:
            headings = body.xpath(".//h1") if best.find(".//h1") is None else []
            return [*headings[:1], best]
    return [body]


def _paragraph_length(node: Element) -> int:
    return sum(map(_length, node.iter("p", "td", "li")))


def _is_layout(table: Element) -> bool:
    """Whether a table only lays out the page: said to, one column, a table inside, or a cell as long as a page."""
    if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
        return True
    rows = [[cell for cell in row if _tag(cell) in {"td", "th"}] for row in table.iter("tr")]
    return all(len(row) <= 1 for row in rows) or any(_length(cell) > FRAME_CELL for row in rows for cell in row)


def _grid(table: Element) -> Grid:
    grid: Grid = []
    taken: set[tuple[int, int]] = set()
    # The rows of this table alone: a table inside makes the outer one a layout, so there is none.
    for number, row in enumerate(list(table.iter("tr"))[:ROW_LIMIT]):
        column = 0
        for cell in row:
            if _tag(cell) in {"td", "th"}:
                column = _place(cell, number, column, grid, taken)
    return grid


def _place(cell: Element, row: int, column: int, grid: Grid, taken: set[tuple[int, int]]) -> int:
    """Put one cell at the first free place of its row; returns the column after it."""
    while (row, column) in taken:
        column += 1
    height, width = _span(cell, "rowspan"), _span(cell, "colspan")
    if len(taken) > MERGED_LIMIT:
        height = width = 1
    if height * width > 1:
        taken.update((row + down, column + right) for down in range(height) for right in range(width))
    grid.append(Slot(_plain(cell), row, column, height, width))
    return column + width


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), SPAN_LIMIT)) if value.isascii() and value.isdigit() else 1


def _plain(node: Element) -> str:
    """The words of a cell on one line."""
    reader = _Reader(line=[_written(node.text, "")])
    for inner in node:
        reader.walk(inner)
        reader.line.append(_written(inner.tail, ""))
    reader.flush()
    return one_line(reader.composer.finish()[0])
