"""Words that say change only beside a figure: "đội 0,9%" does, "đội ngũ" does not; "phần cứng 91%" does not either."""

from __future__ import annotations

from .lexemes import Kind, Lexeme
from .phrases import CLOSE, NEAR, WEAK

_BASE = frozenset({Kind.COMPARED, Kind.PERIOD, Kind.LAST_TIME})
_WAY = _BASE | {Kind.SMALL, Kind.HEDGE, Kind.SIGN, Kind.IS, Kind.LISTED}
_REACH = 8
_STEPS = frozenset(("percent", "percentage_points", "bậc", "hạng", "thứ hạng", "điểm"))


def settle_near(lexemes: list[Lexeme]) -> None:
    """Decide every such word: a verb of change, a weak one before an amount that it need not change, or a mere word."""
    for index, lexeme in enumerate(lexemes):
        if lexeme.what is not CLOSE and lexeme.what is not NEAR:
            continue
        if index + 1 < len(lexemes) and lexemes[index + 1].kind is Kind.TIMES:  # "nở gấp rưỡi"
            lexemes[index] = lexeme._replace(kind=Kind.SMALL, what=None)
            continue
        amount, compares = _amount_after(lexemes, index)
        named = index > 0 and lexemes[index - 1].kind in (Kind.WORD, Kind.SHARE)
        if amount is None or (lexeme.what is NEAR and named and not compares):
            lexemes[index] = lexeme._replace(kind=Kind.WORD, what=None)
        else:
            lexemes[index] = lexeme._replace(what=None if amount.what.unit in _STEPS else WEAK)


def _amount_after(lexemes: list[Lexeme], index: int) -> tuple[Lexeme | None, bool]:
    """The amount that a word stands right before, past its base and words of degree; whether a base is named."""
    compares = False
    for place in range(index + 1, min(len(lexemes), index + _REACH)):
        lexeme = lexemes[place]
        if lexeme.kind is Kind.AMOUNT:
            after = lexemes[place + 1].kind if place + 1 < len(lexemes) else None
            if after is Kind.PLAN:  # "cày xong 76,4% kế hoạch"
                return None, False
            return lexeme, compares or after in (Kind.COMPARED, Kind.LAST_TIME)
        compares = compares or lexeme.kind in _BASE
        if lexeme.kind not in _WAY and not (lexeme.what is WEAK or (compares and lexeme.kind is Kind.WORD)):
            break
    return None, False
