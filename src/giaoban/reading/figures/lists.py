"""Amounts that stand in a row and share what is said of them: "lần lượt 5%, 3% và 2%", "100, 20 và 5 tỷ đồng"."""

from __future__ import annotations

from giaoban.reading.lexer import Kind, Lexeme

from .clause import VERBS, Clause

_JOINTS = frozenset({Kind.COMMA, Kind.AND})


def share_units(lexemes: list[Lexeme]) -> None:
    """Give bare numbers the unit of the last of their row: "100, 20 và 5 tỷ đồng"."""
    bare = [i for i, lexeme in enumerate(lexemes) if lexeme.kind is Kind.AMOUNT and lexeme.what.kind == "bare"]
    for index in reversed(bare):
        after = index + 1
        while after < len(lexemes) and lexemes[after].kind in _JOINTS and after - index < 3:
            after += 1
        if after == index + 1 or after >= len(lexemes) or lexemes[after].kind is not Kind.AMOUNT:
            continue
        first, last = lexemes[index].what, lexemes[after].what
        if last.kind == "bare" or last.sign or last.value is None or first.denominator is not None:
            continue
        first.unit, first.kind, first.known = last.unit, last.kind, last.known
        if not first.scaled and last.scaled:
            first.value, first.scaled, first.scale = first.value * last.scale, True, last.scale
            first.readings = tuple(reading * last.scale for reading in first.readings)


def join_ranges(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Make one amount of "10% - 20%" and "từ 5% đến 10%"."""
    made: list[Lexeme] = []
    for lexeme in lexemes:
        made.append(lexeme)
        if lexeme.kind is Kind.AMOUNT and len(made) >= 3 and _is_range(made):
            low, high = made[-3].what, made[-1].what
            high.low, high.high, high.value, high.start = low.value, high.value, None, low.start
            high.readings = ()
            made[-3:] = [Lexeme(Kind.AMOUNT, high.start, high.end, "", high)]
    return made


def _is_range(made: list[Lexeme]) -> bool:
    first, joint, last = made[-3:]
    if first.kind is not Kind.AMOUNT or last.kind is not Kind.AMOUNT:
        return False
    low, high = first.what, last.what
    if joint.word == "-":
        spoken = not low.sign and not high.sign
    else:
        before = made[-4].word if len(made) > 3 else ""
        mover = made[-5].kind if len(made) > 4 else None
        spoken = joint.word in ("đến", "tới") and before == "từ" and mover not in (Kind.UP, Kind.DOWN)
    if not spoken or low.value is None or high.value is None or low.unit != high.unit or low.kind == "bare":
        return False
    return bool(low.value < high.value)


def runs(clause: Clause) -> dict[int, list[int]]:
    """Rows of two or more shares side by side; every member leads to its whole row."""
    found: dict[int, list[int]] = {}
    row: list[int] = []
    for index in clause.amounts():
        if not clause.quantity(index).is_share or clause.quantity(index).sign:
            row = []
            continue
        if row and _side_by_side(clause, row[0], row[-1], index):
            row.append(index)
            found.update(dict.fromkeys(row, row))
        else:
            row = [index]
    return found


def _side_by_side(clause: Clause, head: int, first: int, second: int) -> bool:
    between = clause.kinds[first + 1 : second]
    if Kind.LISTED in clause.kinds[max(0, head - 4) : head]:  # "tương ứng tăng 4,1% và giảm 2,3%"
        between = [kind for kind in between if kind not in VERBS]
    return (
        bool(between)
        and all(kind in _JOINTS or kind is Kind.HEDGE for kind in between)
        and _same_bracket(clause, first, second)
    )


def _same_bracket(clause: Clause, first: int, second: int) -> bool:
    return clause.opens[first] == clause.opens[second]
