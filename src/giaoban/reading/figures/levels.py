"""Amounts that look like levels and may be none: edges of classes, numbers that count nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from giaoban.reading.lexer import Kind, Quantity
from giaoban.reading.lexer.lexicon import words_of

from .clause import Clause

_EDGE = re.compile(
    r"(?:^|\s)(?:vượt(?:\s(?:mốc|ngưỡng|mức|quá))?|trong\s(?:khoảng|nhóm)|chưa\s(?:tới|đến|đạt|đầy)|không\s(?:quá|tới|đến)|"
    r"dưới(?:\smức)?|trên(?:\smức)?|hơn|từ(?:\smức)?|đạt\s(?:trên|từ|dưới|hơn)|ít\shơn|nhiều\shơn|cao\shơn|thấp\shơn|ở\smức)\s*$"
)
_SIZED = re.compile(r"\s(?:có|đạt|doanh\sthu|kim\sngạch|vốn|quy\smô|lợi\snhuận|xuất\skhẩu|giá\strị)\s")
_ALL_OF_IT = re.compile(r"(?:^|\s)(?:hoàn\sthành|đạt|có|phủ|đủ|với|triển\skhai|cung\scấp)\s*$")
_MEMBERS = words_of("members")
_SMALL_COUNT = 10
_NUMBER_ANNOUNCED = frozenset({Kind.IS, Kind.HEDGE, Kind.TO, Kind.LINK, Kind.LISTED})


def is_edge(clause: Clause, lower: str, index: int, previous: int) -> bool:
    """Whether an amount is the edge of a class that the count before it fills: "5 địa phương vượt mốc 20%"."""
    if previous < 0 or clause.kinds[previous] is not Kind.AMOUNT:
        return False
    count, here = clause.quantity(previous), clause.quantity(index)
    if count.kind != "count" and count.denominator is None:
        return False
    if count.unit and count.unit.split()[0].strip(",") not in _MEMBERS:
        return False
    if any(
        kind in (Kind.COMMA, Kind.STRONG, Kind.OPEN, Kind.CLOSE, Kind.AND)
        for kind in clause.kinds[previous + 1 : index]
    ):
        return False
    between = lower[count.end : here.start]
    if here.is_share and here.value == 100 and _ALL_OF_IT.search(between):
        return True
    money = here.kind == "money" and _SIZED.search(between) is not None
    return (here.is_share or money) and _EDGE.search(between) is not None


def counts_nothing(clause: Clause, quantity: Quantity, index: int) -> bool:
    """Whether a number without a closed unit is too little to be a figure."""
    if quantity.kind not in ("bare", "count") or quantity.scaled or quantity.denominator is not None:
        return False
    grouped = len(quantity.digits) > 3 and not quantity.digits.isdecimal()
    if quantity.value is None:  # "3 đến 5 nền tảng": how many to choose, not how many there are
        return not quantity.known or (quantity.high or Decimal(0)) <= _SMALL_COUNT
    if quantity.kind == "count":
        return not quantity.known and not grouped and (quantity.value <= _SMALL_COUNT or "," in quantity.digits)
    if grouped and "," not in quantity.digits:
        return False
    before = clause.kinds[index - 1] if index else None
    announced = before in _NUMBER_ANNOUNCED or (
        before is Kind.STRONG and clause.lexemes[index - 1].word == ":" and index > 1
    )
    ends = index + 1 == len(clause.kinds) or clause.kinds[index + 1] in (
        Kind.COMMA,
        Kind.STRONG,
        Kind.OPEN,
        Kind.CLOSE,
        Kind.AND,
    )
    decimal = "," in quantity.digits
    return not ((announced or decimal) and (ends or decimal))
