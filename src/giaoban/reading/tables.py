"""Figures of tables: the row says what, the column when and in what unit; columns of "so cùng kỳ (%)" and
"so kế hoạch (%)" belong to the figure of their row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, Protocol

from giaoban.core.errors import GiaobanError, PeriodError
from giaoban.core.figures import Amount, read_amount
from giaoban.core.periods import parse_period
from giaoban.core.units import Unit, find_unit
from giaoban.packs import Packs
from giaoban.reading.patterns import later

from .indicators import match_indicator
from .layout import Layout
from .model import Change, Direction, Figure, PeriodRef, Plan, Span
from .plain import spell
from .sectors import SectorFinder

Part = Literal["value", "change", "plan", "plan_value", "base", "unit", "label", "none"]

_NUMBER = later(r"[-+(]?\s*\d[\d.,\s]*(?:/\s*\d[\d.,]*)?\s*(?:%|[^\W\d][^\d]{0,30})?\)?")
_UNIT_HEAD = later(r"\b(?:đvt|đơn vị(?: tính)?)\b\s*:?")
_UNIT_SAID = later(r"(?:đvt|đơn vị(?: tính)?)\s*:\s*([^\n.;)\t]{1,40})")
_IN_BRACKETS = later(r"\(([^()]{1,30})\)")
_ORDER = later(r"^(?:stt|tt|số tt|số thứ tự|no\.?)$")
_NOTE = later(r"ghi chú|đơn vị báo cáo|người|nguồn")
_PLAN = later(r"kế hoạch|dự toán|chỉ tiêu(?! chủ yếu)|\bkh\b|mục tiêu")
_BASE = later(r"cùng kỳ|(?:tháng|quý|năm|kỳ) trước|(?:tháng|quý|năm) \S+ trước")
_SHARE = later(r"%|tỷ lệ|tỉ lệ|\bso\b|so sánh|tăng|giảm|\+/-|đạt")
_MOVES = later(r"tăng|giảm|\+/-|±|chênh")
_PERIOD = later(
    r"(?:tháng|quý) (?:\d{1,2}|i{1,3}|iv)(?:\s?/\s?|\s(?:năm\s)?)(?:19|20)\d\d|\d{1,2} tháng(?: đầu| cuối)?(?: năm)?[ /]?(?:19|20)\d\d"
    r"|(?:6|9) tháng đầu năm (?:19|20)\d\d|năm (?:19|20)\d\d|(?:19|20)\d\d"
)
_FEW = 50  # a column of "so cùng kỳ (%)" whose every value is above holds ratios: 104,5 is a rise of 4,5%
_HUNDRED = Decimal(100)


class CellLike(Protocol):
    """A cell: its text and place, its row and column on the grid, how many it spans."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def row_span(self) -> int: ...
    @property
    def column_span(self) -> int: ...


class TableLike(Protocol):
    """A table as `exchange.Table` gives it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def cells(self) -> Sequence[CellLike]: ...


@dataclass(frozen=True)
class Column:
    """What one column holds: its head in lower case, its part, unit and period where the head says them."""

    number: int
    head: str
    part: Part
    unit: Unit | None = None
    period: PeriodRef | None = None


def read_tables(layout: Layout, tables: Sequence[TableLike], packs: Packs, sectors: SectorFinder) -> list[Figure]:
    """The figures of every table, in order; a table without numbers gives none."""
    return [
        figure
        for number, table in enumerate(tables, 1)
        for figure in _TableReader(layout, table, number, packs, sectors).figures()
    ]


class _TableReader:
    def __init__(self, layout: Layout, table: TableLike, number: int, packs: Packs, sectors: SectorFinder) -> None:
        self.layout, self.table, self.number = layout, table, number
        self.packs, self.sectors = packs, sectors
        self.grid = _grid(table)
        self.rows = sorted({row for row, _ in self.grid})
        self.width = max((column for _, column in self.grid), default=-1) + 1
        self.heads = self._head_rows()
        self.caption = self._caption()
        self.columns = [self._column(column) for column in range(self.width)]

    def figures(self) -> Iterator[Figure]:
        """Row by row, the figures of the value columns with what the other columns say of them."""
        for row in self.rows:
            if row not in self.heads:
                yield from self._row(row)

    # ---- heads ----

    def _head_rows(self) -> set[int]:
        """The rows before the first that has a number right of its first cell."""
        heads: set[int] = set()
        for row in self.rows:
            if any(_is_number(self._text(row, column)) for column in range(1, self.width)):
                break
            heads.add(row)
        return heads if len(heads) < len(self.rows) else set()

    def _caption(self) -> str:
        before = self.layout.text[max(0, self.table.start - 300) : self.table.start]
        return spell(before)

    def _column(self, column: int) -> Column:
        parts = dict.fromkeys(self._text(row, column) for row in sorted(self.heads))
        head = " ".join(part for part in parts if part).strip()
        part = self._part(column, head)
        return Column(column, head, part, self._unit_of(head), _period_of(head) or _period_of(self.caption))

    def _part(self, column: int, head: str) -> Part:
        if _ORDER.match(head) or _NOTE.search(head):
            return "none"
        if _UNIT_HEAD.fullmatch(head):
            return "unit"
        body = [self._text(row, column) for row in self.rows if row not in self.heads]
        if sum(map(_is_number, body)) * 2 < sum(map(bool, body)) or not any(map(_is_number, body)):
            return "label"
        if _PLAN.search(head):
            return "plan" if _SHARE.search(head) else "plan_value"
        if _BASE.search(head) or (_MOVES.search(head) and "%" in head):
            return "change" if _SHARE.search(head) else "base"
        return "value"

    def _unit_of(self, head: str) -> Unit | None:
        said = _UNIT_SAID.search(head)
        words = [said.group(1)] if said else _IN_BRACKETS.findall(head)
        words += ["%"] if "%" in head and not words else []
        for word in words:
            if not _PERIOD.search(word) and not word.strip().isdecimal():
                return find_unit(word.strip())
        return None

    # ---- rows ----

    def _row(self, row: int) -> Iterator[Figure]:
        label = self._label(row)
        unit = self._row_unit(row, label)
        made: dict[int, Figure] = {}
        for column in self.columns:
            if column.part in ("value", "base"):
                figure = self._figure(row, column, label, unit)
                if figure is not None:
                    made[column.number] = figure
        for column in self.columns:
            host = self._host(made, column.number)
            if host is not None and column.part in ("change", "plan", "plan_value"):
                made[host] = self._attach(made[host], row, column)
        yield from made.values()

    def _label(self, row: int) -> str:
        words = [self._text(row, column.number) for column in self.columns if column.part == "label"]
        return " ".join(" ".join(dict.fromkeys(words)).split())

    def _row_unit(self, row: int, label: str) -> Unit | None:
        for column in self.columns:
            typed = self._text(row, column.number)
            if column.part == "unit" and typed:
                return find_unit(typed)
        return self._unit_of(label) or self._caption_unit()

    def _caption_unit(self) -> Unit | None:
        said = list(_UNIT_SAID.finditer(self.caption))
        return find_unit(said[-1].group(1).strip()) if said else None

    def _figure(self, row: int, column: Column, label: str, unit: Unit | None) -> Figure | None:
        cell = self.grid.get((row, column.number))
        amount = _amount(cell.text) if cell else None
        if cell is None or amount is None:
            return None
        known = column.unit or unit
        scale = known.scale if known and not amount.unit.code else Decimal(1)
        code = amount.unit.code or (known.code if known else "")
        name = label if _period_of(column.head) or not column.head else f"{label} {column.head}".strip()
        sector = self.sectors.code_at(self.table.start)
        quote = cell.text.strip()
        return Figure(
            span=Span(quote, cell.start + cell.text.index(quote)),
            value=None if amount.value is None else amount.value * scale,
            unit=code,
            value_min=None if amount.low is None else amount.low * scale,
            value_max=None if amount.high is None else amount.high * scale,
            readings=tuple(reading * scale for reading in amount.readings),
            numerator=amount.numerator,
            denominator=amount.denominator,
            indicator=match_indicator(name, code, sector, self.packs),
            sector=self._sector(label),
            period=column.period,
            confidence=Decimal("0.9"),
            cell=f"bảng {self.number}, hàng {row + 1}, cột {column.number + 1}",
        )

    def _sector(self, label: str) -> str:
        return self.sectors.name_of_words(label) or self.sectors.name_at(max(0, self.table.start - 1))

    def _host(self, made: dict[int, Figure], column: int) -> int | None:
        """The value column that a share or change speaks of: the nearest to its left, else the first."""
        values = [number for number in made if self.columns[number].part == "value"]
        left = [number for number in values if number < column]
        return left[-1] if left else (values[0] if values else None)

    def _attach(self, figure: Figure, row: int, column: Column) -> Figure:
        cell = self.grid.get((row, column.number))
        amount = _amount(cell.text) if cell else None
        if cell is None or amount is None or amount.value is None:
            return figure
        quote = cell.text.strip()
        span = Span(quote, cell.start + cell.text.index(quote))
        if column.part in ("plan", "plan_value"):
            return replace(figure, plans=_with_plan(figure, span, amount.value, column))
        return replace(figure, changes=(*figure.changes, self._change(span, amount.value, column)))

    def _change(self, span: Span, value: Decimal, column: Column) -> Change:
        if self._holds_ratios(column):
            value -= _HUNDRED
        direction: Direction = "up" if value > 0 else "down" if value < 0 else "same"
        base = _BASE.search(column.head)
        percent = "%" in column.head or "tỷ lệ" in column.head or "so" in column.head
        return Change(
            span,
            direction,
            percent=abs(value) if percent else None,
            amount=None if percent else abs(value),
            base=base.group() if base else None,
        )

    def _holds_ratios(self, column: Column) -> bool:
        if _MOVES.search(column.head):
            return False
        body = [_amount(self._text(row, column.number)) for row in self.rows if row not in self.heads]
        values = [amount.value for amount in body if amount is not None and amount.value is not None]
        return bool(values) and min(values) >= _FEW

    def _text(self, row: int, column: int) -> str:
        cell = self.grid.get((row, column))
        return " ".join(spell(cell.text).split()) if cell else ""


def _with_plan(figure: Figure, span: Span, value: Decimal, column: Column) -> tuple[Plan, ...]:
    """One plan of a share and a value, whichever column comes first."""
    known = figure.plans[-1] if figure.plans else None
    if column.part == "plan":
        if known and known.percent is None:
            return (*figure.plans[:-1], replace(known, percent=value, span=span))
        return (*figure.plans, Plan(span, value, column.head))
    printed = _plain_value(figure)
    scaled = value * (figure.value / printed if printed and figure.value else Decimal(1))
    if known and known.value is None:
        return (*figure.plans[:-1], replace(known, value=scaled))
    return (*figure.plans, Plan(span, None, column.head, scaled))


def _grid(table: TableLike) -> dict[tuple[int, int], CellLike]:
    """Every grid place with the cell over it; spans are cut at a size no office table has."""
    grid: dict[tuple[int, int], CellLike] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + min(cell.row_span, 200)):
            for column in range(cell.column, cell.column + min(cell.column_span, 60)):
                grid.setdefault((row, column), cell)
    return grid


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text.strip())) and any(letter.isdecimal() for letter in text)


def _amount(text: str) -> Amount | None:
    typed = " ".join(text.split())
    if not _is_number(typed):
        return None
    negative = typed.startswith("(") and typed.endswith(")")
    try:
        amount = read_amount(typed.strip("()"))
    except (GiaobanError, ArithmeticError):
        return None
    return replace(amount, value=-amount.value) if negative and amount.value is not None else amount


def _plain_value(figure: Figure) -> Decimal | None:
    amount = _amount(figure.span.quote)
    return amount.value if amount else None


def _period_of(words: str) -> PeriodRef | None:
    found = _PERIOD.search(words)
    if not found:
        return None
    try:
        period = parse_period(found.group())
    except (PeriodError, ValueError):
        return None
    return PeriodRef(period.label, period.start, period.end)
