"""What a lexeme is."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple


class Kind(StrEnum):
    """The part a word or phrase plays in a sentence about figures."""

    WORD = "word"  # a word that names something
    SMALL = "small"  # a word of grammar or degree: "cũng", "vẫn", "mạnh"
    AMOUNT = "amount"
    PERIOD = "period"
    UP = "up"
    DOWN = "down"
    SAME = "same"
    BEYOND = "beyond"  # "vượt": above a plan, or above last year
    SHORT = "short"  # "hụt", "thiếu": below a plan
    TIMES = "times"  # "gấp", "gấp đôi"
    HALVED = "halved"  # "một nửa", "phân nửa"
    TO = "to"  # "lên", "còn", "xuống": what follows is the new level
    FROM = "from"
    IS = "is"  # "đạt", "là", "chiếm"
    LINK = "link"  # "bằng", "tức", "tương đương": a share or ratio of the figure before
    SHARE = "share"  # "chiếm", "tỷ lệ", "tỷ trọng"
    COMPARED = "compared"  # "so với"
    LAST_TIME = "last_time"  # "cùng kỳ"
    PLAN = "plan"
    DONE_PLAN = "done_plan"  # "tròn kế hoạch"
    HEDGE = "hedge"
    LISTED = "listed"  # "lần lượt", "tương ứng"
    BOUND = "bound"  # "vượt mốc", "trong khoảng", "chưa tới": the edge of a class, not a figure
    AND = "and"
    COMMA = "comma"
    STRONG = "strong"  # ";" ":" " - " and words that open a new clause
    OPEN = "open"
    CLOSE = "close"
    SIGN = "sign"
    MARK = "mark"


class Lexeme(NamedTuple):
    """A word, phrase or mark with its places in `Layout.lower`; `what` is the amount, or what the kind asks for."""

    kind: Kind
    start: int
    end: int
    word: str
    what: Any = None
