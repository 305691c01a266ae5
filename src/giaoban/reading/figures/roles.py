"""What each amount of a sentence is: a level, a change, a share of plan, or nothing to keep."""

from __future__ import annotations

from decimal import Decimal

from giaoban.reading.lexer import Kind, Quantity
from giaoban.reading.lexer.phrases import GROWTH_NOUN, WEAK
from giaoban.reading.model import Direction

from .bases import base_after, base_before
from .clause import TIME, VERBS, Clause
from .draft import Part, Role, Stated

_HUNDRED = Decimal(100)
_QUIET = frozenset(
    {Kind.SMALL, Kind.HEDGE, Kind.PERIOD, Kind.LAST_TIME, Kind.COMPARED, Kind.LISTED, Kind.SIGN, Kind.AND}
)
_WAY_TO_AMOUNT = _QUIET | {Kind.PLAN}  # "cao hơn mục tiêu 1,7 điểm phần trăm"
_PLAN_WAY = frozenset({Kind.SMALL, Kind.HEDGE, Kind.COMPARED, Kind.IS, Kind.SHARE, Kind.WORD, Kind.LISTED})
_PLAN_KINDS = frozenset({Kind.PLAN})
_BEYOND = frozenset({Kind.BEYOND, Kind.SHORT})
_LINKS = frozenset({Kind.LINK, Kind.IS})
_LARGEST_RATIO = Decimal(40)


def role_of(clause: Clause, index: int, previous: int) -> Role:
    """The part of the event at `index`; `previous` is the event before it, or -1."""
    kind = clause.kinds[index]
    if kind is Kind.DONE_PLAN:
        return _plan(clause, index, index, _HUNDRED)
    if kind in (Kind.SAME, Kind.LINK, Kind.HEDGE):
        return _unchanged(clause, index)
    if kind is Kind.TIMES:
        return _times(clause, index, index, clause.lexemes[index].what)
    if kind is Kind.HALVED:
        return _half(clause, index, previous)
    quantity = clause.quantity(index)
    if quantity.kind == "times":
        return _in_times(clause, index, previous, quantity)
    if quantity.is_share:
        return (
            _plan_share(clause, index, previous, quantity)
            or _percent(clause, index, previous, quantity)
            or Role(Part.LEVEL)
        )
    return _difference(clause, index, previous, quantity) or Role(Part.LEVEL)


# ---- shares of plan ----------------------------------------------------------------------------------------------


def _plan_share(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role | None:
    start = clause.segment_start(index, previous)
    if quantity.sign or quantity.value is None:
        return None
    beyond = clause.find_last(_BEYOND, start, index)
    plan = _plan_after(clause, index)
    at = start
    if plan < 0:
        plan = _plan_before(clause, start, index)
        at = plan if plan >= 0 else start
    if plan < 0 or (beyond < 0 and _moves_against_plan(clause, start, index)):
        return None
    value = quantity.value
    if beyond >= 0 and clause.find_last(_LINKS, beyond, index) < 0:
        value = _HUNDRED + value if clause.kinds[beyond] is Kind.BEYOND else _HUNDRED - value
        at = beyond
    made = _plan(clause, _phrase_start(clause, at, index), max(plan, index), value, named=plan)
    if plan < start:  # the plan opened the clause; what is spoken of stands before the figure
        made.bare = True
        if made.stated is not None:
            made.stated.start, made.stated.end = quantity.start, quantity.end
    return made


def _moves_against_plan(clause: Clause, start: int, index: int) -> bool:
    """ "tăng 5% so với kế hoạch", "cao hơn kịch bản 19,57%" are changes; "tăng tốc, … đạt 46,7% kế hoạch" is a share."""
    verb = _verb(clause, start, index)
    return verb >= 0 and clause.find_last(_LINKS, verb, index) < 0


def _plan(clause: Clause, at: int, last: int, percent: Decimal, named: int | None = None) -> Role:
    name = _plan_name(clause, named if named is not None else at)
    return Role(
        Part.PLAN,
        Stated(clause.lexemes[at].start, clause.lexemes[_plan_end(clause, last)].end, percent=percent, base=name),
        at,
    )


def _plan_end(clause: Clause, last: int) -> int:
    """The plan phrase goes on over its year and whose it is: "kế hoạch năm 2023", "dự toán tỉnh giao"."""
    end = last
    while end + 1 < len(clause.kinds) and end - last < 4 and clause.kinds[end + 1] in _PLAN_TAIL:
        end += 1
    while end > last and clause.kinds[end] is Kind.SMALL:
        end -= 1
    return end


_PLAN_TAIL = frozenset({Kind.PERIOD, Kind.WORD, Kind.SMALL})


def _plan_name(clause: Clause, plan: int) -> str:
    end = _plan_end(clause, plan)
    return " ".join(clause.lexemes[i].word for i in range(plan, end + 1))


def _plan_after(clause: Clause, index: int) -> int:
    """The word of plan after a percentage: "39,6% kế hoạch", "47,41% chặng đường", "102% so với tổng kế hoạch"."""
    content = 0
    for place in range(index + 1, clause.segment_end(index)):
        kind = clause.kinds[place]
        if kind is Kind.PLAN:
            return -1 if _is_share_at(clause, place + 1) else place
        content += kind is Kind.WORD
        if kind not in _PLAN_WAY or content > 3:
            return -1
    return -1


def _is_share_at(clause: Clause, index: int) -> bool:
    """Whether a percentage stands at an index: "so với mục tiêu 50%" names the goal, not a share of it."""
    return index < len(clause.kinds) and clause.kinds[index] is Kind.AMOUNT and clause.quantity(index).is_share


def _plan_before(clause: Clause, start: int, index: int) -> int:
    """The word of plan before a percentage, where the words around it compare: "so với kế hoạch đạt 45%"."""
    plan = clause.find_last(_PLAN_KINDS, start, index)
    if plan < 0:
        ahead = _plan_ahead(clause, start, index)
        if ahead >= 0:
            return ahead
        opened = clause.opens[index]
        if opened >= 0 and clause.kinds[index - 1] is Kind.STRONG:
            return clause.find_last(_PLAN_KINDS, opened, index)
        return -1
    if clause.find_last(_BEYOND, start, index) >= 0:
        return plan
    if clause.has(Kind.COMPARED, start, plan):  # "so với mục tiêu 50%" names the goal itself
        return plan if clause.find_last(_LINKS, plan, index) >= 0 else -1
    before = clause.lexemes[plan - 1].word if plan > start else ""
    if before in ("hoàn thành", "thực hiện", "đạt", "bằng", "tiến độ", "tỷ lệ"):
        return plan
    return plan if clause.opens[index] >= 0 and not clause.words(plan + 1, index) else -1


def _plan_ahead(clause: Clause, start: int, index: int) -> int:
    """ "Nếu so với kế hoạch Thủ tướng giao, tỷ lệ giải ngân đạt 58,33%": the phrase opens the clause."""
    if start < 2 or clause.kinds[start - 1] is not Kind.COMMA:
        return -1
    first = clause.find_last(frozenset({Kind.STRONG}), 0, start) + 1
    compared = clause.find_first(frozenset({Kind.COMPARED}), first, start)
    if compared < 0 or clause.find_first(VERBS | {Kind.LAST_TIME}, compared, index) >= 0:
        return -1
    return clause.find_first(_PLAN_KINDS, compared, compared + 3)


# ---- changes in percent -------------------------------------------------------------------------------------------


def _percent(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role | None:
    if quantity.sign:
        return _change(clause, index, index, "down" if quantity.sign == "-" else "up", quantity)
    start = clause.segment_start(index, previous)
    beyond = clause.find_last(_BEYOND, start, index)
    if beyond >= 0 and _compares(clause, index, start):
        direction: Direction = "up" if clause.kinds[beyond] is Kind.BEYOND else "down"
        return _change(clause, index, beyond, direction, quantity)
    verb = _verb(clause, start, index)
    if verb >= 0 and _moves(clause, verb, index, start, previous):
        return _change(clause, index, verb, _direction(clause, verb), quantity)
    ratio = _ratio(clause, index, start, quantity)
    return ratio or _by_particle(clause, index, start, quantity) or _ahead_of_last_time(clause, index, start, quantity)


def _ahead_of_last_time(clause: Clause, index: int, start: int, quantity: Quantity) -> Role | None:
    """ "…, bỏ xa cùng kỳ 28%": verbs of being behind are few and known; an unknown one is ahead."""
    place = index - 1
    while place > start and clause.kinds[place] is Kind.HEDGE:
        place -= 1
    if clause.kinds[place] is not Kind.LAST_TIME or clause.opens[index] >= 0 or not clause.words(start, place):
        return None
    if clause.find_first(frozenset({Kind.IS, Kind.LINK, Kind.COMPARED, Kind.TO}), start, index) >= 0:
        return None
    return _change(clause, index, start, "up", quantity)


_PARTICLES: dict[str, Direction] = {"ra": "up", "đi": "down", "lại": "down", "bớt": "down"}


def _by_particle(clause: Clause, index: int, start: int, quantity: Quantity) -> Role | None:
    """ "…, gọn lại 3%", "…, mỏng đi chừng 2%": a verb that no lexicon has, with a particle that tells its direction."""
    place = index - 1
    while place > start and clause.kinds[place] is Kind.HEDGE:
        place -= 1
    direction = _PARTICLES.get(clause.lexemes[place].word) if place > start else None
    if direction is None or clause.kinds[place - 1] is not Kind.WORD:
        return None
    return _change(clause, index, place - 1, direction, quantity)


def _verb(clause: Clause, start: int, index: int) -> int:
    """The verb of change before an amount; in "giảm hơn 90%" it is "giảm", and "hơn" hedges."""
    verb = clause.find_last(VERBS, start, index)
    if verb > start and verb == index - 1 and clause.lexemes[verb].word == "hơn":
        earlier = clause.find_last(VERBS, start, verb)
        return earlier if earlier >= 0 else verb
    return verb


def _direction(clause: Clause, verb: int) -> Direction:
    return "up" if clause.kinds[verb] is Kind.UP else "down"


def _compares(clause: Clause, index: int, start: int) -> bool:
    end = clause.segment_end(index)
    return clause.find_first(_BASE_KINDS, index + 1, end) >= 0 or clause.find_last(TIME, start, index) >= 0


_BASE_KINDS = frozenset({Kind.COMPARED, Kind.LAST_TIME})


def _moves(clause: Clause, verb: int, index: int, start: int, previous: int) -> bool:
    """Whether the words between a verb of change and a percentage let the one speak of the other."""
    noun = clause.lexemes[verb].what == GROWTH_NOUN
    weak = clause.lexemes[verb].what == WEAK
    content = sum(1 for place in range(verb + 1, index) if clause.kinds[place] not in _QUIET)
    if clause.has(Kind.TO, verb + 1, index) and not noun:
        return False
    if clause.lexemes[index - 1].word == "mức" and (
        clause.lexemes[verb].word.endswith("hơn") or clause.has(Kind.COMPARED, verb, index)
    ):
        return False  # "yếu hơn mức 9,70% của quý I/2015", "nhích so với mức 1,49%"
    if _starts_a_move(clause, index):
        return False
    if clause.find_first(TIME, verb, index) >= 0 and clause.lexemes[index - 1].word in ("tới", "đến", "là", "được"):
        return True
    if weak and clause.lexemes[verb].word in ("lên", "xuống") and _comes_from(clause, previous):
        return False
    if noun:
        return content <= 10
    if weak and verb == index - 1 and clause.lexemes[verb].word == "hơn":
        return _hon_compares(clause, verb, start, index, previous)
    if weak and clause.lexemes[verb].word == "lên" and _names_a_rate(clause, start, verb):
        return False
    if clause.find_last(_LINKS, verb + 1, index) >= 0:
        return content <= 2 and clause.lexemes[index - 1].word in ("ở mức", "đạt mức", "là")
    return content <= (1 if weak else 4)


def _comes_from(clause: Clause, previous: int) -> bool:
    """Whether the amount before is where a move began: "từ 11,91% (2021) lên …"."""
    place = previous - 1
    while place >= 0 and (clause.kinds[place] is Kind.HEDGE or clause.lexemes[place].word == "mức"):
        place -= 1
    return place >= 0 and clause.lexemes[place].word == "từ"


def _starts_a_move(clause: Clause, index: int) -> bool:
    """Whether "từ" stands before an amount, past hedges: "nhích từ 6,1% lên 6,8%"."""
    place = index - 1
    while place > 0 and (clause.kinds[place] is Kind.HEDGE or clause.lexemes[place].word == "mức"):
        place -= 1
    return clause.lexemes[place].word == "từ"


def _hon_compares(clause: Clause, verb: int, start: int, index: int, previous: int) -> bool:
    """ "…, hơn 24,7%" compares; "chiếm hơn 30%" and "phần cứng hơn 91%" only hedge."""
    if _compares(clause, index, index):
        return True
    plain = all(clause.kinds[place] is Kind.SMALL for place in range(start, verb))
    return plain and previous >= 0


def _names_a_rate(clause: Clause, start: int, verb: int) -> bool:
    return clause.has(Kind.SHARE, start, verb) or clause.lexemes[start].word == "từ"


def _ratio(clause: Clause, index: int, start: int, quantity: Quantity) -> Role | None:
    """ "bằng 94,5% cùng kỳ" is a fall of 5,5%."""
    link = clause.find_last(_LINKS, start, index)
    linked = link >= 0 and clause.kinds[link] is Kind.LINK
    if quantity.value is None or not _compared_right_after(clause, index, linked=linked):
        return None
    if link < 0 and clause.words(start, index):
        return None
    if quantity.value < _LARGEST_RATIO and (link < 0 or clause.kinds[link] is not Kind.LINK):
        return _change(clause, index, start if link < 0 else link, "up", quantity)
    return ratio_role(clause, index, index if link < 0 else link)


def ratio_role(clause: Clause, index: int, at: int) -> Role:
    """The change that a ratio states: 94,5% of what it was is a fall of 5,5%."""
    quantity = clause.quantity(index)
    made = _change(clause, index, at, "same", quantity)
    if made.stated is not None and quantity.value is not None:
        _set_ratio(made.stated, quantity.value)
    return made


def units_alike(one: str, other: str) -> bool:
    """Whether two units are one, or one the other in short: "lượt" and "lượt người"."""
    return one == other or bool(
        one and other and (f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} "))
    )


def _set_ratio(stated: Stated, percent: Decimal) -> None:
    stated.ratio = True
    stated.percent = abs(percent - _HUNDRED)
    stated.direction = "up" if percent > _HUNDRED else "down" if percent < _HUNDRED else "same"


def _compared_right_after(clause: Clause, index: int, *, linked: bool = False) -> bool:
    """Whether an earlier time follows: "… cùng kỳ", "… so với tháng 5"; after "bằng" a period alone will do."""
    for place in range(index + 1, clause.segment_end(index)):
        kind = clause.kinds[place]
        if kind is Kind.LAST_TIME:
            return True
        if kind is Kind.PERIOD:
            return linked
        if kind is Kind.COMPARED:
            return clause.find_first(TIME, place, clause.segment_end(index)) >= 0
        if kind not in (Kind.SMALL, Kind.HEDGE) and clause.lexemes[place].word not in _LEVEL_WORDS:
            return False
    return False


_LEVEL_WORDS = frozenset({"mức", "kết quả", "con", "số", "quả", "thực"})


def _change(clause: Clause, index: int, at: int, direction: Direction, quantity: Quantity) -> Role:
    base, end = base_after(clause, index)
    if base is None:
        base = base_before(clause, index)
    first = min(at, index)
    stated = Stated(clause.lexemes[first].start, clause.lexemes[max(end, index)].end, direction, base=base)
    if quantity.sign and first == index:
        stated.start -= 1
    stated.percent = quantity.value
    if quantity.sign == "-" and direction == "up" and first != index:
        stated.direction = "down"
    return Role(Part.CHANGE, stated, first)


def _phrase_start(clause: Clause, at: int, index: int) -> int:
    """The first word of a phrase that is not a mere connective."""
    while at < index and clause.kinds[at] in (Kind.SMALL, Kind.AND, Kind.WORD):
        at += 1
    return at


# ---- times, halves, no change -------------------------------------------------------------------------------------


def _in_times(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role:
    """ "gấp 2,6 lần", "tăng 3 lần", "bằng 2,3 lần cùng kỳ"; any other "lần" counts occasions and is left alone."""
    start = clause.segment_start(index, previous)
    size = quantity.value if quantity.value is not None else quantity.low
    times = clause.find_last(frozenset({Kind.TIMES}), start, index)
    if size is None:
        return Role(Part.NOTHING)
    verb = _verb(clause, start, index)
    linked = clause.find_last(frozenset({Kind.LINK}), start, index) >= 0
    equals = _compared_right_after(clause, index, linked=linked) and verb < 0
    if times >= 0 or equals or _plan_after(clause, index) >= 0:
        if quantity.value is None:
            return _change_in_times(clause, index, times if times >= 0 else start, size, ratio=False)
        return _times(clause, index, times if times >= 0 else start, size)
    if verb < 0:
        return Role(Part.NOTHING)
    made = _change_in_times(clause, index, verb, size, ratio=False)
    if made.stated and clause.kinds[verb] is Kind.DOWN:
        made.stated.direction = "down"
    return made


def _times(clause: Clause, index: int, at: int, size: Decimal) -> Role:
    plan = _plan_after(clause, index)
    if plan >= 0:
        return _plan(clause, at, plan, size * _HUNDRED, named=plan)
    if _of_something_else(clause, index):
        return Role(Part.NOTHING)
    return _change_in_times(clause, index, at, size, ratio=True)


def _of_something_else(clause: Clause, index: int) -> bool:
    """ "gấp 3 lần tốc độ tăng GDP" compares with another thing, not with another time."""
    end = clause.segment_end(index)
    if clause.find_first(TIME | {Kind.COMPARED}, index + 1, end) >= 0:
        return False
    beyond = clause.has(Kind.WORD, index + 1, end) or clause.find_first(VERBS, index + 1, end) >= 0
    return beyond and not (end < len(clause.kinds) and clause.kinds[end] is Kind.AMOUNT)


def _change_in_times(clause: Clause, index: int, at: int, size: Decimal, *, ratio: bool) -> Role:
    base, end = base_after(clause, index)
    stated = Stated(clause.lexemes[at].start, clause.lexemes[max(end, index)].end, "up", times=size)
    stated.base = base if base is not None else base_before(clause, index)
    if ratio:
        _set_ratio(stated, size * _HUNDRED)
    return Role(Part.CHANGE, stated, at)


def _half(clause: Clause, index: int, previous: int) -> Role:
    """ "giảm một nửa", "bằng một nửa cùng kỳ", "mới bằng nửa kế hoạch"."""
    start = clause.segment_start(index, previous)
    link = clause.find_last(_LINKS | {Kind.TO}, start, index)
    if _plan_after(clause, index) >= 0 and (link >= 0 or index == start):
        plan = _plan_after(clause, index)
        return _plan(clause, index, plan, Decimal(50), named=plan)
    verb = _verb(clause, start, index)
    down = verb >= 0 and clause.kinds[verb] is Kind.DOWN
    if not down and not (link >= 0 and _compared_right_after(clause, index)):
        return Role(Part.NOTHING)
    base, end = base_after(clause, index)
    at = verb if down else link
    return Role(
        Part.CHANGE,
        Stated(clause.lexemes[at].start, clause.lexemes[max(end, index)].end, "down", Decimal(50), base=base),
        at,
    )


def _unchanged(clause: Clause, index: int) -> Role:
    """ "ngang cùng kỳ 2015", "không đổi so với tháng trước": only where a base is named."""
    base, end = base_after(clause, index)
    amount = clause.find_first(frozenset({Kind.AMOUNT}), index + 1, end)
    if base is None or amount >= 0:
        return Role(Part.NOTHING)
    return Role(
        Part.CHANGE, Stated(clause.lexemes[index].start, clause.lexemes[end].end, "same", Decimal(0), base=base), index
    )


# ---- changes in amounts -------------------------------------------------------------------------------------------


def _difference(clause: Clause, index: int, previous: int, quantity: Quantity) -> Role | None:
    """ "tăng 548 doanh nghiệp so với tháng 3", "hơn vụ xuân 2015 0,1 tạ/ha"; "tăng lên 60 nghìn tấn" is a level."""
    start = clause.segment_start(index, previous)
    if quantity.sign and quantity.kind != "bare":
        return _amount_change(clause, index, index, "down" if quantity.sign == "-" else "up", quantity)
    verb = _verb(clause, start, index)
    if (
        verb < 0
        or clause.lexemes[verb].what == GROWTH_NOUN
        or quantity.denominator is not None
        or _starts_a_move(clause, index)
    ):
        return None
    if clause.lexemes[verb].word.endswith((" lên", " xuống")) and not _compares(clause, index, verb):
        return None  # "leo lên 58.500 đồng/kg" says where it stands now
    last = index - 1 if clause.lexemes[index - 1].word == "hơn" and index - 1 > verb else index
    between = clause.kinds[verb + 1 : last]
    timed = any(kind in TIME for kind in between)
    if any(kind not in _WAY_TO_AMOUNT and not (timed and kind is Kind.IS) for kind in between):
        return None
    weak = clause.lexemes[verb].what == WEAK
    if weak and not _compares(clause, index, verb) and not _echoes(clause, verb, index, previous):
        return None
    return _amount_change(clause, index, verb, _direction(clause, verb), quantity)


def _echoes(clause: Clause, verb: int, index: int, previous: int) -> bool:
    """ "1.204 trạm, thêm 76 trạm", "thị phần 23%, mất 1,5 điểm phần trăm": nothing named anew, the same unit."""
    quantity = clause.quantity(index)
    start = clause.segment_start(index, previous)
    if previous < 0 or clause.kinds[previous] is not Kind.AMOUNT or clause.lexemes[index - 1].word == "hơn":
        return False
    if start <= previous + 1 or any(kind is not Kind.SMALL for kind in clause.kinds[start:verb]):
        return False
    before = clause.quantity(previous)
    if clause.find_last(VERBS, max(0, previous - 3), previous) >= 0:
        return True  # "bớt 27 trường, thêm 1.150 học sinh"
    return units_alike(before.unit, quantity.unit) or (before.is_share and quantity.kind == "percentage_points")


def _amount_change(clause: Clause, index: int, at: int, direction: Direction, quantity: Quantity) -> Role:
    made = _change(clause, index, at, direction, quantity)
    if made.stated:
        made.stated.percent, made.stated.amount, made.stated.unit = None, quantity.value, quantity.unit
    return made
