"""Figures in the making, and what each amount of a sentence turns out to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from giaoban.reading.lexer import Quantity
from giaoban.reading.model import Direction


@dataclass(slots=True)
class Stated:
    """A stated change or share of plan, with the places of its quote."""

    start: int
    end: int
    direction: Direction | None = None
    percent: Decimal | None = None
    amount: Decimal | None = None
    unit: str | None = None
    times: Decimal | None = None
    base: str | None = None
    value: Decimal | None = None
    ratio: bool = False  # "bằng 94,5% cùng kỳ"


class Part(StrEnum):
    """What an amount is."""

    LEVEL = "level"
    CHANGE = "change"
    PLAN = "plan"
    NOTHING = "nothing"  # the edge of a class, an order of size, a duration


@dataclass(slots=True)
class Role:
    """The part of one amount; `stated` for changes and plans, `at` where its phrase begins in the lexemes."""

    part: Part
    stated: Stated | None = None
    at: int = 0
    bare: bool = False  # nothing said it but a lead sentence or the item before


@dataclass(slots=True)
class Draft:
    """A figure in the making. `sentence` and `index` say where it stands; `names` are the words around it."""

    quantity: Quantity
    sentence: int
    block: int
    index: int
    names: tuple[str, ...] = ()
    growth: bool = False  # a rate of change with no level beside it
    second: bool = False  # an equivalent or share of the figure before
    nameless: bool = False  # its words name nothing: the second of two changes of one thing
    part: bool = False  # one of the parts that a total "gồm"
    changes: list[Stated] = field(default_factory=list)
    plans: list[Stated] = field(default_factory=list)
    name: Any = None  # names.Name
    spoken: str = ""
    when: Any = None  # periods_in_text.When
