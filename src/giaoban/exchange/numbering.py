"""The labels that Word counts by itself: "1.", "a)", "II.", "-"; they stand in no run, so they are reckoned here."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from giaoban.exchange.ooxml import Element, attribute, child, name_of, number

BULLET = "-"
PLACEHOLDER = regex.compile(r"%([1-9])")
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
REPEAT_LIMIT = 40  # of a letter: Word writes the 27th item "aa", and a hostile file a million letters


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number is written, the label around it, where it starts."""

    form: str = "decimal"
    label: str = ""
    start: int = 1


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[int, dict[int, Level]] = field(default_factory=dict)  # list → level number → level
    lists: dict[int, int] = field(default_factory=dict)  # list → the abstract list whose count it shares
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)

    def label(self, number_id: int, depth: int) -> str:
        """Count one item and give its label; "" for a list that is not there or has none."""
        levels = self.levels.get(number_id)
        if levels is None or depth not in levels:
            return ""
        counts = self._counts.setdefault(self.lists[number_id], {})
        counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _write(levels, depth, counts)


def read_numbering(root: Element | None) -> Numbering:
    """The lists that word/numbering.xml defines; none for a document without the part."""
    if root is None:
        return Numbering()
    abstract = {number(node, "abstractNumId"): _levels(node) for node in root if name_of(node) == "abstractNum"}
    numbering = Numbering()
    for node in root:
        number_id, kind = number(node, "numId"), number(child(node, "abstractNumId"))
        if name_of(node) == "num" and number_id is not None and kind in abstract and kind is not None:
            overrides = _overrides(node, abstract[kind])
            numbering.levels[number_id] = {**abstract[kind], **overrides}
            numbering.lists[number_id] = -number_id - 1 if overrides else kind
    return numbering


def _levels(node: Element) -> dict[int, Level]:
    return {depth: _level(level) for level in node if (depth := number(level, "ilvl")) is not None}


def _level(node: Element) -> Level:
    form = attribute(child(node, "numFmt"), "val") or "decimal"
    label = attribute(child(node, "lvlText"), "val") or ""
    start = number(child(node, "start"))
    return Level(form, label, 1 if start is None else start)


def _overrides(node: Element, levels: dict[int, Level]) -> dict[int, Level]:
    """The levels that a list restarts or writes anew."""
    changed = {}
    for override in node:
        depth = number(override, "ilvl")
        if name_of(override) != "lvlOverride" or depth is None:
            continue
        own, start = child(override, "lvl"), number(child(override, "startOverride"))
        level = _level(own) if own is not None else levels.get(depth, Level())
        changed[depth] = Level(level.form, level.label, level.start if start is None else start)
    return changed


def _write(levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
    if levels[depth].form == "bullet":
        return BULLET
    if levels[depth].form == "none":
        return ""

    def one(match: regex.Match[str]) -> str:
        level = int(match.group(1)) - 1
        return write_number(counts.get(level, levels.get(level, Level()).start), levels.get(level, Level()).form)

    return PLACEHOLDER.sub(one, levels[depth].label)


def write_number(count: int, form: str) -> str:
    """A list number in Word's form: decimal, letters, Roman; other forms come out decimal.

    >>> write_number(4, "upperRoman"), write_number(28, "lowerLetter")
    ('IV', 'bb')
    """
    if form.endswith("Letter") and 0 < count <= 26 * REPEAT_LIMIT:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman") and 0 < count < 4000:
        return _roman(count) if form.startswith("upper") else _roman(count).lower()
    if form == "decimalZero":
        return f"{count:02d}"
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for value, letters in ROMAN:
        times, count = divmod(count, value)
        written += letters * times
    return written
