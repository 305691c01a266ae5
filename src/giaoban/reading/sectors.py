"""Which sector a place of a text speaks of: by the lead-in or heading over it, or by the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from giaoban.packs import Packs

from .layout import Block, Layout, Sentence

OTHER = "khác"
_OPENER = re.compile(
    r"\s*(?:[-+*]\s*)?(?:(?:về|đối với|trong|ở|tại)\s+)?(?:(?:công tác|lĩnh vực|mảng|ngành|khối|lãnh vực)\s+)*([^,.;:\d]{3,60}?)\s*[,:]"
)
_LEADING = re.compile(r"^(?:\s|(?:về|đối với|trong|lĩnh vực|công tác|mảng|ngành|khối|quản lý nhà nước về)\s+)+")


_PART_OPENERS = ("trong đó", "trong số đó", "trong số này", "riêng", "nổi bật", "đáng chú ý")


class SectorFinder:
    """Finds sectors in one layout by the words of the packs."""

    def __init__(self, layout: Layout, packs: Packs) -> None:
        self._layout = layout
        self._words = _words(packs)
        self._blocks: dict[int, str] = {}
        self._told: dict[int, tuple[tuple[int, str], ...]] = {}
        self._starts = [sentence.start for sentence in layout.sentences]

    def name_at(self, place: int) -> str:
        """The contract name of the sector at a place of `Layout.lower`, "khác" where nothing tells."""
        return self.name_of_code(self.code_at(place))

    def name_of_code(self, code: str) -> str:
        """The contract name of a sector code, "khác" where there is none."""
        return self._words.names.get(code, OTHER)

    def name_of_words(self, words: str) -> str:
        """The contract name of the sector that a few words name, "" where they name none."""
        return self._words.names.get(self._words.of_heading(words, inside=True), "")

    def code_at(self, place: int) -> str:
        """The sector's code at a place, "" where nothing tells."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return ""
        sentence = self._layout.sentences[index]
        block = self._layout.blocks[sentence.block]
        ruling = self._of_block(sentence.block, block)
        return ruling or self._around(index, sentence, place) or self._earlier(index) or self._of_heading(block)

    def _of_block(self, number: int, block: Block) -> str:
        """The sector that opens a block: "Lĩnh vực Viễn thông: …", "Về kinh tế số, …", "2. Viễn thông: …"."""
        if number not in self._blocks:
            opener = _OPENER.match(self._layout.lower, block.body, min(block.end, block.body + 110))
            self._blocks[number] = self._words.of_heading(opener.group(1)) if opener else ""
        return self._blocks[number]

    def _of_heading(self, block: Block) -> str:
        return self._words.of_heading(self._layout.heading_of(block), inside=True)

    def _mentions(self, index: int) -> tuple[tuple[int, str], ...]:
        """The telling words of a sentence, each with its place in it."""
        if index not in self._told:
            sentence = self._layout.sentences[index]
            self._told[index] = self._words.mentions(self._layout.lower[sentence.start : sentence.end])
        return self._told[index]

    def _around(self, index: int, sentence: Sentence, place: int) -> str:
        """The nearest telling word before a place in its sentence, else the first after it."""
        found = self._mentions(index)
        before = [code for start, code in found if start + sentence.start <= place]
        return before[-1] if before else (found[0][1] if found else "")

    def _earlier(self, index: int) -> str:
        """What the sentences before it in the block, up to two, last told of."""
        sentences = self._layout.sentences
        for other in range(index - 1, max(-1, index - 3), -1):
            if sentences[other].block != sentences[index].block:
                break
            if self._layout.lower.startswith(_PART_OPENERS, sentences[other].start):
                continue  # "Trong đó công nghiệp ICT …" tells of a part
            found = self._mentions(other)
            if found:
                return found[-1][1]
        return ""


class _SectorWords:
    """The telling words of all sectors in one pattern."""

    def __init__(self, packs: Packs) -> None:
        self.names = {words.sector: words.contract_name for words in packs.words}
        self._headings = {heading: words.sector for words in packs.words for heading in words.headings}
        self._strong = {word: words.sector for words in packs.words for word in (*words.headings, *words.strong)}
        alternatives = "|".join(sorted(map(re.escape, self._strong), key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None
        self.mentions = lru_cache(maxsize=4096)(self._mentions)

    def of_heading(self, words: str, *, inside: bool = False) -> str:
        """The sector that a heading names, whole or by its longest telling word; `inside` looks anywhere in it."""
        name = _LEADING.sub("", words).strip()
        if name in self._headings:
            return self._headings[name]
        found = self.mentions(name)
        if not found or not (inside or found[0][0] == 0):
            return ""
        return found[0][1]

    def _mentions(self, text: str) -> tuple[tuple[int, str], ...]:
        if self._pattern is None:
            return ()
        return tuple((found.start(), self._strong[found.group()]) for found in self._pattern.finditer(text))


_KEPT: dict[str, tuple[Packs, _SectorWords]] = {}
"""The words of the packs last read with, by their folder: making the pattern costs more than reading a short text."""


def _words(packs: Packs) -> _SectorWords:
    kept = _KEPT.get(str(packs.root))
    if kept is None or kept[0] is not packs:
        kept = _KEPT[str(packs.root)] = packs, _SectorWords(packs)
    return kept[1]
