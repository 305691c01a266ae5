"""What a change is measured from: "so với cùng kỳ năm 2021", "hơn tháng 3/2022", "so cùng kỳ … thì tăng"."""

from __future__ import annotations

from giaoban.reading.lexer import Kind

from .clause import TIME, VERBS, Clause

_COMPARED = frozenset({Kind.COMPARED})
_WORDS_OF_BASE = 6


def base_after(clause: Clause, index: int) -> tuple[str | None, int]:
    """The base named after an amount, and the last index of its phrase; (None, index) where none is."""
    end = clause.segment_end(index)
    for place in range(index + 1, end):
        kind = clause.kinds[place]
        if kind is Kind.LAST_TIME:
            return _named(clause, place, end)
        if kind is Kind.COMPARED:
            return _named(clause, place + 1, end)
        if kind in VERBS or kind is Kind.PLAN:
            break
        beside = place == index + 1 and clause.kinds[index] is not Kind.AMOUNT  # "xấp xỉ nửa đầu năm"
        if kind is Kind.PERIOD and (beside or clause.lexemes[place - 1].word in ("của", "mức", "như", "với")):
            return _named(clause, place, end)
    return None, index


def _named(clause: Clause, start: int, end: int) -> tuple[str | None, int]:
    """The base that begins at `start`: its period, or up to six words."""
    time = clause.find_first(TIME, start, min(end, start + _WORDS_OF_BASE))
    verb = clause.find_first(VERBS, start, min(end, start + _WORDS_OF_BASE))
    if time >= 0 and (verb < 0 or time < verb):
        last = time
        if last + 1 < end and clause.kinds[last + 1] in TIME:
            last += 1
        clause.based.update(range(time, last + 1))
        return " ".join(clause.lexemes[i].word for i in range(time, last + 1)), last
    last = start
    while last < end and last - start < _WORDS_OF_BASE and clause.kinds[last] in (Kind.WORD, Kind.SMALL, Kind.PLAN):
        last += 1
    if last == start:
        return None, start - 1
    return " ".join(clause.lexemes[i].word for i in range(start, last)), last - 1


def base_before(clause: Clause, index: int) -> str | None:
    """The base named before an amount, in its own stretch or at the head of the clause."""
    place = index - 1
    while place >= 0 and clause.kinds[place] is not Kind.AMOUNT:
        kind = clause.kinds[place]
        if kind in TIME:
            start = place
            while start > 0 and clause.kinds[start - 1] in (Kind.SMALL, Kind.WORD, Kind.HEDGE):
                start -= 1
            opener = clause.kinds[start - 1] if start else None
            if kind is Kind.LAST_TIME or opener in VERBS or opener is Kind.COMPARED or opener is Kind.BEYOND:
                clause.based.add(place)
                return clause.lexemes[place].word
        if kind is Kind.PLAN and place and clause.kinds[place - 1] in VERBS:
            return clause.lexemes[place].word
        if kind is Kind.OPEN or (kind is Kind.STRONG and clause.lexemes[place].word == ";"):
            break
        place -= 1
    return None
