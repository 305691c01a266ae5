"""The shape of a report: blocks, headings, lead-ins and sentences, each a stretch of the text.

All places count characters of `Layout.plain.lower`; `Layout.span` turns them into quotes of the text as it was read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from .model import Span
from .plain import Plain, make_plain

BlockKind = Literal["heading", "paragraph", "item"]

_LONGEST_SENTENCE, _LONGEST_PARAGRAPH = 2_500, 20_000  # characters
_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(
    r"\s*(?:[-+*•▪●○◦–·►➢✓]+|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,6})(?:[.)/](?!\d)))\s*+(?=\S)"
)
_LEAD = re.compile(r"[^\n:.;]{2,90}?:(?=\s|[^\W\d])")
_STOP = re.compile(r"[.!?…]++(?:[\"”»’)\]]++)?")
_CLOSERS = ".!?…;:,"
_HARD_WRAP = 60  # a line this long that ends in the middle of a sentence was wrapped by a printer, not by its author
_HEADING_LENGTH = 140
# Words whose full stop does not close a sentence.
_ABBREVIATIONS = frozenset(
    [
        "tp",
        "tx",
        "tt",
        "q",
        "p",
        "h",
        "gs",
        "pgs",
        "ts",
        "ths",
        "cn",
        "bs",
        "ks",
        "ths.bs",
        "nxb",
        "vd",
        "ttg",
        "tr",
        "stt",
        "đ/c",
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "no",
        "vol",
        "pgs.ts",
        "v.v",
        "t.ư",
    ]
)


class Sentence(NamedTuple):
    """A sentence and the number of the block it stands in."""

    start: int
    end: int
    block: int


class Block(NamedTuple):
    """A paragraph, list item or heading. `body` is where the words begin after a marker such as "a)" or "1."."""

    start: int
    end: int
    kind: BlockKind
    body: int
    lead: tuple[int, int] | None  # "Lĩnh vực Viễn thông" of "Lĩnh vực Viễn thông: ..."
    heading: int | None  # number of the block that heads this one


@dataclass(frozen=True)
class Layout:
    """A text with its blocks and sentences, in order of the text."""

    plain: Plain
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The text as it was read."""
        return self.plain.text

    @property
    def lower(self) -> str:
        """The text to search in: composed, lower case, plain spaces."""
        return self.plain.lower

    @property
    def composed(self) -> str:
        """As `lower`, with its capitals."""
        return self.plain.composed

    def span(self, start: int, end: int) -> Span:
        """Quote the text between two places of `lower`."""
        return self.plain.span(start, end)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds, or last began before, a place of `lower`."""
        index = bisect_right(self._starts, place) - 1
        return self.sentences[index] if index >= 0 else None

    def heading_of(self, block: Block) -> str:
        """The words of the heading above a block, in lower case, or ""."""
        if block.heading is None:
            return ""
        head = self.blocks[block.heading]
        return self.lower[head.body : head.end]

    def lead_of(self, block: Block) -> str:
        """The words before the colon that opens a block, in lower case, or ""."""
        return self.lower[block.lead[0] : block.lead[1]] if block.lead else ""


def lay_out(text: str) -> Layout:
    """Find the blocks and sentences of a text; any text has a layout, an empty one has no blocks."""
    plain = make_plain(text)
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    heading: int | None = None
    for start, end in (
        piece for found in _paragraphs(plain) for piece in _pieces(plain.lower, *found, _LONGEST_PARAGRAPH)
    ):
        block = _block(plain, start, end, heading)
        if block.kind == "heading":
            heading = len(blocks)
        for place in _sentences(plain, block):
            sentences.extend(Sentence(a, b, len(blocks)) for a, b in _pieces(plain.lower, *place, _LONGEST_SENTENCE))
        blocks.append(block)
    return Layout(plain, tuple(blocks), tuple(sentences))


def _pieces(lower: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """A stretch as it is, or cut at spaces where it is longer than anything an office writes.

    What is said in a sentence is looked for from each of its figures, so a file of one endless line would never end.
    """
    while end - start > longest:
        space = lower.rfind(" ", start + longest // 2, start + longest)
        cut = space + 1 if space > 0 else start + longest
        yield start, cut
        start = cut
    yield start, end


def _paragraphs(plain: Plain) -> Iterator[tuple[int, int]]:
    """Lines, with the lines of a hard-wrapped paragraph put together again."""
    start = end = -1
    for line in _LINE.finditer(plain.lower):
        if not line.group().strip():
            continue
        if start >= 0 and _continues(plain, start, end, line):
            end = line.end()
            continue
        if start >= 0:
            yield start, end
        start, end = line.span()
    if start >= 0:
        yield start, end


def _continues(plain: Plain, start: int, end: int, line: re.Match[str]) -> bool:
    """Whether a line goes on with the sentence that the line before left open."""
    lower = plain.lower
    if line.start() - end > 1:  # an empty line between them
        return False
    before = lower[max(start, lower.rfind("\n", start, end) + 1) : end].rstrip()
    if not before or before[-1] in _CLOSERS or len(before) < _HARD_WRAP:
        return False
    if _MARKER.match(line.group()):
        return False
    first = plain.composed[line.start() : line.end()].lstrip()[0]
    return first.islower() or first.isdigit() or first in "(%,"


def _block(plain: Plain, start: int, end: int, heading: int | None) -> Block:
    lower = plain.lower
    marker = _MARKER.match(lower, start, end)
    body = marker.end() if marker else start + len(lower[start:end]) - len(lower[start:end].lstrip())
    lead = _LEAD.match(lower, body, end)
    lead_span = (body, lead.end() - 1) if lead and not _has_figure(lower[body : lead.end()]) else None
    kind: BlockKind = "item" if marker else "paragraph"
    if _is_heading(lower[body:end]):
        kind = "heading"
    return Block(start, end, kind, body, lead_span, heading)


def _has_figure(words: str) -> bool:
    return "%" in words or " tỷ " in words or " triệu " in words


def _is_heading(words: str) -> bool:
    """A short line that does not end as a sentence does: a title, a section name, a caption."""
    words = words.strip()
    if not words or len(words) > _HEADING_LENGTH or words[-1] in ".;,!?…":
        return False
    return not ("%" in words or "đồng" in words or words.count(",") > 3)


def _sentences(plain: Plain, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for stop in _STOP.finditer(plain.lower, block.start, block.end):
        if stop.end() < block.end and _closes(plain, block, stop.start(), stop.end()):
            yield start, stop.end()
            start = stop.end()
            while start < block.end and plain.lower[start] == " ":
                start += 1
    if start < block.end:
        yield start, block.end


def _closes(plain: Plain, block: Block, stop: int, after: int) -> bool:
    """Whether the mark at `stop` closes a sentence: "năm.Số này" yes, "TP.HCM", "20.1.2017" and "2. Viễn thông" no."""
    lower = plain.lower
    following = plain.composed[after]
    if after <= block.body or (lower[stop] == "." and not (following.isspace() or following.isupper())):
        return False
    if lower[stop] != ".":
        return following.isspace() or following.isupper()
    start = stop
    while start > block.start and (lower[start - 1].isalpha() or lower[start - 1] == "."):
        start -= 1
    word = lower[start:stop]
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and not following.isspace()):
        return False
    tail = plain.composed[after : after + 3].lstrip()
    return not tail or not tail[0].islower()
