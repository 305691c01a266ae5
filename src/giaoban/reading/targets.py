"""Targets: what is to be reached, by when, at what value.

Four ways of writing one: a rank to enter ("lọt vào top 30"), a goal word with a value or a year ("mục tiêu", "phấn đấu"),
a future year with what will be true then ("đến năm 2025 đạt 100%"), and a thing to become ("Để Việt Nam trở thành …").
Inside a directive a share, or something to be completed within a year, is a target too. What was reached is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from giaoban.core.errors import GiaobanError
from giaoban.core.figures import read_amount
from giaoban.reading.deadlines import find_deadlines
from giaoban.reading.directives import read_directives
from giaoban.reading.event import day_of
from giaoban.reading.layout import Layout
from giaoban.reading.model import Directive, Event, Figure, Target
from giaoban.reading.patterns import later

# Words without which a way of writing a target is not there: a plain search in the clause is a tenth of a pattern's cost.
_RANKED = ("top ", "tốp ", "nhóm ", "hạng ", "vị trí ", "thứ ")
_GOALS = ("mục tiêu", "phấn đấu", "quyết tâm", "hướng tới", "hướng đến", "chỉ tiêu")
_WORTH_READING = ("%", "20", *_GOALS, *_RANKED, "trở thành", "hoàn t")
_RANK = later(
    r"(?P<into>(?:lọt |đứng |vươn |tiến |nằm |góp mặt |có mặt |tăng |lên )?(?:vào |trong |lên |trên )?)(?:top|tốp|nhóm)\s(?P<rank>\d{1,3})(?!\s?%)(?:\s\w+)?"
    r"|(?:lên|vào|đạt|xếp|đứng) (?:thứ hạng|vị trí|hạng|thứ) (?P<place>\d{1,3})"
)
_GOAL = later(
    r"(?<!\w)(?:(?:đặt (?:ra )?|với |nêu |đề ra )?mục tiêu(?! (?:quốc gia|đề ra|này|trên|đó|kép))|phấn đấu|quyết tâm|hướng tới|hướng đến|đặt chỉ tiêu|chỉ tiêu đặt ra)(?!\w)"
)
# "vượt mục tiêu", "đạt 90% mục tiêu": the goal is only what a result is measured by.
_MEASURED_BY = later(
    r"(?<!\w)(?:vượt|đạt|so với|hoàn thành|bằng|theo|trên|thực hiện|chương trình|của|các|những|cao hơn|thấp hơn|dưới|%|đúng|không|chưa|lỡ|gần)\s?$"
)
_BY_YEAR = later(
    r"(?<!\w)(?:đến hết|đến cuối|đến|tới|vào|trước|trong|hết)\s(?:cuối |hết |trước )?(?:năm\s)?(?P<year>20\d\d)(?!\d|/)"
)
_YEAR_REACH = 24  # characters of "đến hết cuối năm " before the digits
_WILL_BE = later(
    r"(?<!\w)(?:sẽ|phấn đấu|đạt|có|phủ|trở thành|chiếm|hoàn thành|lọt|tăng|giảm|trên|tối thiểu|ít nhất|nâng|đưa|cơ bản|tiến hành|chấm dứt|không còn|100%|vào|xóa|là|thuộc)(?!\w)"
)
_SURE = later(r"(?<!\w)(?:sẽ|phấn đấu|mục tiêu|tối thiểu|ít nhất|phải|theo kế hoạch|dự kiến)(?!\w)")
_PAST = later(r"(?<!\w)(?:đã|từng|vừa|đang|mới|tính đến|cùng kỳ|so với|hiện)(?!\w)")
_FORECAST = later(r"(?<!\w)(?:dự báo|ước tính|dự tính|theo nghiên cứu|cho thấy)(?!\w)")
_VISION = later(r"\s?,?\s?(?:và )?(?:tầm nhìn|định hướng)")
_PAPER = later(r"(?:chiến lược|chương trình|đề án|quy hoạch|giai đoạn|kế hoạch (?!,))[^,;:]{0,90}$")
_BECOME = later(r"(?<!\w)(?P<to>để|đưa|phấn đấu)(?: đưa)?\s(?P<what>[^,;.:]{2,80}?)\strở thành\s(?P<be>[^,;.:]{3,90})")
_COMPLETE = later(
    r"(?<!\w)(?:hoàn thành|hoàn tất)\s(?!trước|trong|vào|ngay|chậm|nhiệm vụ|kế hoạch|mục tiêu|chỉ tiêu)[^,;:.]{12,140}"
)
_SHARE = later(
    r"(?P<hedge>(?:ít nhất|tối thiểu|trên|khoảng|từ|hơn|đạt|đến|lên|tăng|giảm|cắt giảm)\s)*(?P<number>\d[\d.,]*(?:\s?(?:-|đến|–)\s?\d[\d.,]*)?\s?%)"
)
_NUMBER = later(
    r"(?<![\w/.,])\d[\d.,]*\d*(?:\s?(?:-|đến|–)\s?\d[\d.,]*)?(?:\s?%|\s(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:\s(?:tỷ|tỉ))?(?:\s(?:đồng|usd|đô-la|thuê bao|lượt|người|giao dịch))?|\s[^\W\d]+(?:\s[^\W\d]+)?)"
)
_NOT_A_VALUE = later(r"(?:năm|tháng|ngày|quý|số|khóa|lần thứ|thứ|top|tốp|/)\s?$")
_BACK = later(r"(?:^|[,;:.]\s|\s(?:để|đưa|thúc đẩy|nâng|là|và|rằng|thì|phải|cần|cho|làm)\s)")
_SPLIT = later(
    r"[;., ](?:(?<=;)\s|(?<=\D\.)\s|(?<=,)\s(?=(?:phấn đấu|đến năm|đến hết|mục tiêu|đặt mục tiêu|vào năm)\s)|(?:và|với)\s(?=(?:đặt (?:ra )?mục tiêu|phấn đấu)\s))"
)
_SPLIT_AT_MARK = later(r"[;.,](?:(?<=;)\s|(?<=\D\.)\s|(?<=,)\s(?=(?:đến năm|đến hết|vào năm)\s))")
_LONGEST = 1500  # characters of one clause: more is no sentence, and searching it over and over would take for ever
_TRIM = " ,;:.\n-–\"“”'"


@dataclass(frozen=True)
class _Value:
    """A target's value; `low` and `high` for a range, whose `value` is None."""

    value: Decimal | None = None
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True)
class _Goal:
    start: int
    end: int
    value: _Value
    indicator: str


def read_targets(
    doc: Layout,
    figures: Iterable[Figure] = (),
    event: Event | None = None,
    *,
    directives: Sequence[Directive] | None = None,
    sector_at: Callable[[int], str] | None = None,
) -> tuple[Target, ...]:
    """All targets of a text, in order; `figures` lend their values where they stand inside a target's words."""
    sectors = sector_at or (lambda place: "khác")
    orders = read_directives(doc, event) if directives is None else directives
    read = sorted(figures, key=lambda figure: figure.span.start)
    reader = _Reader(
        doc,
        tuple(read),
        [figure.span.start for figure in read],
        day_of(doc, event),
        sorted((row.span.start, row.span.end) for row in orders),
    )
    goals = sorted(reader.read(), key=lambda goal: (goal.start, -goal.end))
    return tuple(_target(doc, goal, sectors(goal.start)) for goal in _without_overlaps(goals))


def _without_overlaps(goals: list[_Goal]) -> Iterator[_Goal]:
    end = -1
    for goal in goals:
        if goal.start >= end:
            yield goal
            end = goal.end


def _target(doc: Layout, goal: _Goal, sector: str) -> Target:
    words = doc.composed[goal.start : goal.end]
    return Target(
        span=doc.span(goal.start, goal.end),
        indicator=goal.indicator,
        value=goal.value.value,
        unit=goal.value.unit,
        by=_by(words),
        sector=sector,
        value_min=goal.value.low,
        value_max=goal.value.high,
    )


def _by(words: str) -> str | None:
    """ "2025" of "vào năm 2025"; a finer day as it is written ("trước năm 2026", "tháng 9/2024")."""
    year = _BY_YEAR.search(words.lower())
    if year and not year.group().startswith("trước"):
        return year["year"]
    dues = [due for due in find_deadlines(words) if due.force == "date"]
    if not dues:
        plain = re.search(r"(?<!\w)năm (20\d\d)", words)
        return plain.group(1) if plain else None
    text = dues[0].deadline.text
    bare = re.fullmatch(r"(?:trong |ngay trong |vào |đến |hết )?(?:năm )?(20\d\d)", text.lower())
    return bare.group(1) if bare else text


@dataclass
class _Reader:
    doc: Layout
    figures: tuple[Figure, ...]
    starts: list[int]
    today: date | None
    orders: list[tuple[int, int]]

    def read(self) -> Iterator[_Goal]:
        lower = self.doc.lower
        for sentence in self.doc.sentences:
            if self.doc.blocks[sentence.block].kind == "heading" and len(self.doc.blocks) > 1:
                continue
            words = lower[sentence.start : sentence.end]
            if any(word in words for word in _WORTH_READING):
                for start, end in self._clauses(sentence.start, sentence.end):
                    yield from self._clause(start, min(end, start + _LONGEST))

    def _clauses(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        begin = start
        lower = self.doc.lower
        splits = (
            _SPLIT
            if lower.find("mục tiêu", start, end) >= 0 or lower.find("phấn đấu", start, end) >= 0
            else _SPLIT_AT_MARK
        )
        for cut in splits.finditer(lower, start, end):
            yield begin, cut.start()
            begin = cut.end()
        yield begin, end

    def _clause(self, start: int, end: int) -> Iterator[_Goal]:
        """At most one target a clause: the most telling of the ways it is written."""
        words = self.doc.lower[start:end]
        ways: tuple[tuple[Callable[[int, int], _Goal | None], tuple[str, ...]], ...] = (
            (self._rank, _RANKED),
            (self._goal_word, _GOALS),
            (self._by_year, ("20",)),
            (self._become, ("trở thành",)),
            (self._completed, ("hoàn t",)),
            (self._share, ("%",)),
        )
        for way, needed in ways:
            if any(word in words for word in needed) and (goal := way(start, end)):
                yield goal
                return

    def _rank(self, start: int, end: int) -> _Goal | None:
        lower = self.doc.lower
        found = _RANK.search(lower, start, end)
        if (
            not found
            or _PAST.search(lower, start, end)
            or not (self._is_ordered(found.start()) or self._looks_ahead(start, end, found))
        ):
            return None
        number = found["rank"] or found["place"]
        goal = _GOAL.search(lower, start, found.start())
        begin = goal.start() if goal else self._back_to_subject(start, found.start())
        return self._made(begin, end, _Value(Decimal(number), "rank"))

    def _looks_ahead(self, start: int, end: int, found: re.Match[str]) -> bool:
        lower = self.doc.lower
        return bool(
            _GOAL.search(lower, start, end)
            or _SURE.search(lower, start, end)
            or self._future_year(start, end)
            or re.search(r"(?<!\w)(?:đưa|để|nâng|thúc đẩy)(?!\w)", lower[start : found.start()])
        )

    def _goal_word(self, start: int, end: int) -> _Goal | None:
        lower = self.doc.lower
        for found in _GOAL.finditer(lower, start, end):
            if _MEASURED_BY.search(lower, max(start, found.start() - 14), found.start()) or _PAST.search(
                lower, start, found.start()
            ):
                continue
            value = self._value(found.end(), end)
            dated = any(due.force == "date" for due in find_deadlines(self.doc.composed[start:end]))
            if value is None and not dated:
                continue
            begin = start if self._year_before(start, found.start()) else found.start()
            return self._made(begin, end, value or _Value())
        return None

    def _year_before(self, start: int, place: int) -> bool:
        """ "đến hết năm 2025 … phấn đấu …": the year stands before the goal word."""
        return next(_years(self.doc.lower, start, place), None) is not None

    def _by_year(self, start: int, end: int) -> _Goal | None:
        lower = self.doc.lower
        found = self._future_year(start, end)
        if not found or _PAST.search(lower, start, min(end, found.end() + 40)) or _FORECAST.search(lower, start, end):
            return None
        value = self._value(start, end)
        ahead = _WILL_BE.search(lower, found.end(), end) or _WILL_BE.search(lower, start, found.start())
        sure = _SURE.search(lower, start, end)
        if not ahead or not (sure or (value and value.unit)) or (self._is_ordered(found.start()) and value is None):
            return None
        return self._made(self._back_to_clause(start, found.start()), end, value or _Value())

    def _future_year(self, start: int, end: int) -> re.Match[str] | None:
        """A year ahead of the text's own day, set as a term; not the year in the name of a strategy."""
        lower = self.doc.lower
        for found in _years(lower, start, end):
            if _VISION.match(lower, found.end()) or _PAPER.search(
                lower, max(start, found.start() - 110), found.start()
            ):
                continue
            year = int(found["year"])
            if (self.today and year > self.today.year) or (
                (self.today is None or year == self.today.year) and _SURE.search(lower, start, end)
            ):
                return found
            if self.today is None and _GOAL.search(lower, start, end):
                return found
        return None

    def _become(self, start: int, end: int) -> _Goal | None:
        lower = self.doc.lower
        found = _BECOME.search(lower, start, end)
        if not found or _PAST.search(lower, start, found.end()):
            return None
        if found["to"] == "để" and lower[start : found.start()].strip(_TRIM):
            return None  # a purpose told at the end of a sentence is no goal of its own
        modal = re.compile(r"\s(?:cũng\s)?(?:phải|cần|thì)\s").search(lower, found.start("be"), found.end())
        return self._made(found.start(), modal.start() if modal else found.end(), _Value())

    def _completed(self, start: int, end: int) -> _Goal | None:
        found = _COMPLETE.search(self.doc.lower, start, end) if self._holds_order(start, end) else None
        if not found or not self._is_ordered(found.start()):
            return None
        stop = found.end()
        years = [
            due
            for due in find_deadlines(self.doc.composed[found.start() : stop])
            if due.force == "date" and "năm" in due.deadline.text.lower()
        ]
        if not years:
            return None
        return self._made(found.start(), found.start() + years[0].end, _Value())

    def _share(self, start: int, end: int) -> _Goal | None:
        """A share laid down inside a directive: "10 - 20% chi phí và nhân lực cho công nghệ"."""
        lower = self.doc.lower
        if not self._holds_order(start, end):
            return None
        for found in _SHARE.finditer(lower, start, end):
            if not self._is_ordered(found.start()) or _PAST.search(lower, start, found.start()):
                continue
            value = self._value(found.start("number"), end)
            if value is None:
                continue
            hedged = found["hedge"] or ""
            begin = (
                self._back_to_subject(start, found.start())
                if hedged.strip() in ("tăng", "giảm", "đạt", "ít nhất", "tối thiểu", "tăng ít nhất")
                else found.start()
            )
            return self._made(begin, self._stop(found.end(), end), value)
        return None

    def _stop(self, place: int, end: int) -> int:
        stop = re.compile(r"[,;:]\s|\.\s").search(self.doc.lower, place, end)
        return stop.start() if stop else end

    def _holds_order(self, start: int, end: int) -> bool:
        """Whether any directive reaches into a stretch."""
        last = self.doc.plain.original(end)
        number = bisect_left(self.orders, (last, 0)) - 1
        return number >= 0 and self.orders[number][1] > self.doc.plain.original(start)

    def _is_ordered(self, place: int) -> bool:
        at = self.doc.plain.original(place)
        number = bisect_right(self.orders, (at, len(self.doc.text))) - 1
        return number >= 0 and at < self.orders[number][1]

    def _back_to_subject(self, start: int, place: int) -> int:
        last = start
        for found in _BACK.finditer(self.doc.lower, start, place):
            last = found.end()
        return last

    def _back_to_clause(self, start: int, place: int) -> int:
        """ "Theo kế hoạch, đến 2023 …" is one goal; "Bộ trưởng cho biết, đến 2023 …" begins at the year."""
        comma = self.doc.lower.rfind(", ", start, place)
        if comma < 0 or self.doc.lower.startswith("theo ", start):
            return start
        return comma + 2

    def _made(self, start: int, end: int, value: _Value) -> _Goal | None:
        lower = self.doc.lower
        while start < end and lower[start] in _TRIM:
            start += 1
        end = start + len(lower[start:end].rstrip(_TRIM))
        if end - start < 8:
            return None
        return _Goal(start, end, value, _indicator(self.doc.composed[start:end]))

    def _value(self, start: int, end: int) -> _Value | None:
        """The value printed in a stretch: a figure already read, else the first number with a unit."""
        first, last = self.doc.plain.original(start), self.doc.plain.original(end)
        for number in range(bisect_left(self.starts, first), len(self.figures)):
            figure = self.figures[number]
            if figure.span.start >= last:
                break
            if not _NOT_A_VALUE.search(self.doc.text, max(0, figure.span.start - 8), figure.span.start):
                return _Value(figure.value, figure.unit, figure.value_min, figure.value_max)
        for found in _NUMBER.finditer(self.doc.lower, start, end):
            if _NOT_A_VALUE.search(self.doc.lower, max(start, found.start() - 8), found.start()):
                continue
            value = _read(self.doc.composed[found.start() : found.end()])
            if value:
                return value
        return None


def _years(lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every "đến năm 2025" of a stretch, looked for from its digits."""
    place = lower.find("20", start, end)
    while place >= 0:
        found = _BY_YEAR.search(lower, max(start, place - _YEAR_REACH), min(end, place + 5))
        if found:
            yield found
        place = lower.find("20", place + 4, end)


def _read(words: str) -> _Value | None:
    if re.match(r"20\d\d(?!\d|[.,]\d)", words):
        return None
    words = re.sub(r"%.*", "%", words, flags=re.DOTALL)
    try:
        amount = read_amount(words)
    except (GiaobanError, ArithmeticError):
        return None
    unit = amount.unit
    return _Value(amount.value, unit.base if unit else None, amount.low, amount.high)


def _indicator(words: str) -> str:
    """The target's words without its goal word and its day."""
    bare = re.sub(
        r"^(?:theo kế hoạch, |đặt (?:ra )?mục tiêu |mục tiêu(?: là)? |phấn đấu |để )", "", words, flags=re.IGNORECASE
    )
    bare = re.sub(
        r",?\s?(?:ngay trong|trong|vào|trước|đến hết|đến) (?:tháng \d+/|quý \w+/)?(?:năm )?20\d\d",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    return " ".join(bare.split()).strip(_TRIM)
