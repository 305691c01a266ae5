"""What each table of a pack may hold: the one list that `check` and docs/packs.md follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from giaoban.core.periods import Kind
from giaoban.core.succession import EventKind
from giaoban.core.totals import Rule

Shape = Literal["text", "texts", "number", "numbers", "flag", "day", "source", "targets", "table"]
Form = Literal["table", "list", "value"]

FREQUENCIES = ("day", "week", "month", "quarter", "half_year", "nine_months", "year", "two_years", "cumulative")
STATUSES = ("stated", "inferred", "memory")

PYTHON_TYPES: dict[Shape, tuple[type, ...]] = {
    "text": (str,),
    "texts": (list,),
    "number": (int,),
    "numbers": (list,),
    "flag": (bool,),
    "day": (date,),
    "source": (str, dict),
    "targets": (list,),
    "table": (dict,),
}


@dataclass(frozen=True)
class Key:
    """One key: its shape, whether it must be there, and the values it may take where they are few."""

    shape: Shape
    required: bool = False
    allowed: tuple[str, ...] = ()


SECTOR = {
    "code": Key("text", required=True),
    "name": Key("text", required=True),
    "name_en": Key("text"),
    "contract_name": Key("text"),
    "order": Key("number"),
    "responsible": Key("text"),
    "responsible_status": Key("text", allowed=STATUSES),
    "note": Key("text"),
}

LEXICON = {"headings": Key("texts"), "strong": Key("texts"), "weak": Key("texts")}

INDICATOR = {
    "code": Key("text", required=True),
    "name": Key("text", required=True),
    "name_en": Key("text"),
    "wordings": Key("texts"),
    "unit": Key("text", required=True),
    "frequency": Key("texts", required=True, allowed=FREQUENCIES),
    "frequency_status": Key("text", allowed=STATUSES),
    "rollup": Key("text", required=True, allowed=tuple(rule.value for rule in Rule)),
    "over_time": Key("text", required=True, allowed=("sum", "last", "mean", "max")),
    "good": Key("text", allowed=("up", "down", "none")),
    "headline": Key("flag"),
    "breakdowns": Key("texts"),
    "responsible": Key("text"),
    "responsible_status": Key("text", allowed=STATUSES),
    "source": Key("source", required=True),
    "valid_from": Key("day"),
    "valid_to": Key("day"),
    "numerator": Key("text"),
    "denominator": Key("text"),
    "weight": Key("text"),
    "see": Key("texts"),
    "same_as": Key("text"),
    "listed_as": Key("texts"),
    "forms": Key("texts"),
    "coverage": Key("numbers"),
    "targets": Key("targets"),
    "note": Key("text"),
}

SOURCE = {"text": Key("text", required=True), "url": Key("text"), "status": Key("text", allowed=STATUSES)}

TARGET = {
    "text": Key("text", required=True),
    "value": Key("text"),
    "value_max": Key("text"),
    "by": Key("text"),
    "source": Key("text"),
}

MINISTRY = {
    "name": Key("text", required=True),
    "name_en": Key("text"),
    "short": Key("text"),
    "aliases": Key("texts"),
    "leaders": Key("texts"),
    "note": Key("text"),
}

ABBREVIATION = Key("text", required=True)

# The tables of a file: one alone ([x]), a list ([[x]]) or a value at the top.
TABLES: dict[str, dict[str, Form]] = {
    "pack": {"sector": "table", "lexicon": "table"},
    "indicators": {"defaults": "table", "indicator": "list"},
    "ministry": {"ministry": "table", "abbreviations": "table"},
    "regimes": {"default": "value", "regime": "list"},
    "entities": {
        "sources": "table", "defaults": "table", "entity": "list", "event": "list", "each": "list", "count": "list",
        "layout": "list",
    },
}  # fmt: skip

REGIME = {
    "code": Key("text", required=True),
    "name": Key("text", required=True),
    "name_en": Key("text"),
    "calendar": Key("text", required=True),
    "frequency": Key("texts", required=True, allowed=tuple(kind.value for kind in Kind)),
    "forms": Key("texts"),
    "valid_from": Key("day"),
    "valid_to": Key("day"),
    "source": Key("source", required=True),
}

EVENT = {
    "kind": Key("text", required=True, allowed=tuple(kind.value for kind in EventKind)),
    "on": Key("day", required=True),
    "predecessors": Key("texts"),
    "successors": Key("texts"),
    "receivers": Key("texts"),
    "shares": Key("table"),
    "name": Key("text"),
    "code": Key("text"),
    "rank": Key("text"),
    "parent": Key("text"),
    "source": Key("source"),
    "status": Key("text", allowed=STATUSES),
}

EACH = {
    "of": Key("text", required=True),
    "key": Key("text", required=True),
    "kind": Key("text", required=True),
    "name": Key("text", required=True),
    "short": Key("text"),
    "aliases": Key("texts"),
    "until": Key("day"),
    "heirs": Key("texts"),
    "source": Key("source"),
    "status": Key("text", allowed=STATUSES),
}

COUNT = {
    "level": Key("text", required=True),
    "on": Key("day", required=True),
    "units": Key("number", required=True),
    "of": Key("table"),
    "source": Key("source", required=True),
}

BODY = {
    "key": Key("text", required=True),
    "kind": Key("text", required=True),
    "name": Key("text", required=True),
    "short": Key("text"),
    "aliases": Key("texts"),
    "sectors": Key("texts"),
    "parent": Key("text"),
    "valid_from": Key("day"),
    "valid_to": Key("day"),
    "source": Key("text"),
    "note": Key("text"),
}

# A unit that is no body of the reader's: provinces, ministries, levels.
UNIT = {
    **BODY,
    "code": Key("text"),
    "rank": Key("text"),
    "source": Key("source"),
    "status": Key("text", allowed=STATUSES),
    "communes": Key("number"),
}
