"""The official Vietnamese word, and the English one, for the codes that the pure rooms use (docs/glossary.md)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from giaoban.core.comparisons import Measure, WhyNot
from giaoban.core.periods import Kind
from giaoban.core.totals import Rule
from giaoban.wording.numbers import Language

KINDS: Mapping[Enum, tuple[str, str]] = {
    Kind.DAY: ("ngày", "day"),
    Kind.WEEK: ("tuần", "week"),
    Kind.MONTH: ("tháng", "month"),
    Kind.QUARTER: ("quý", "quarter"),
    Kind.HALF: ("6 tháng", "half-year"),
    Kind.NINE_MONTHS: ("9 tháng", "nine months"),
    Kind.YEAR: ("năm", "year"),
    Kind.CUMULATIVE: ("lũy kế từ đầu năm", "year to date"),
    Kind.SPAN: ("khoảng thời gian", "span of days"),
}

RULES: Mapping[Enum, tuple[str, str]] = {
    Rule.SUM: ("cộng", "sum"),
    Rule.MEAN: ("bình quân", "mean"),
    Rule.WEIGHTED_MEAN: ("bình quân gia quyền", "weighted mean"),
    Rule.RATIO_OF_SUMS: ("tỷ lệ của hai tổng", "ratio of sums"),
    Rule.LAST: ("lấy kỳ cuối", "last"),
    Rule.MAX: ("lấy giá trị lớn nhất", "maximum"),
    Rule.NOT_ADDITIVE: ("không cộng được", "not additive"),
}

MEASURES: Mapping[Enum, tuple[str, str]] = {
    Measure.RELATIVE: ("tốc độ tăng, giảm (%)", "relative change (%)"),
    Measure.POINTS: ("điểm phần trăm", "percentage points"),
    Measure.AMOUNT: ("mức tăng, giảm", "absolute change"),
}

REASONS: Mapping[Enum, tuple[str, str]] = {
    WhyNot.NOT_REPORTED: ("chưa có số liệu", "not reported"),
    WhyNot.BASE_NOT_REPORTED: ("chưa có số liệu gốc để so sánh", "no figure to compare with"),
    WhyNot.BASE_ZERO: ("số gốc bằng 0, không tính được tỷ lệ", "the base is 0: no percentage"),
    WhyNot.BASE_NEGATIVE: ("số gốc âm, không tính được tỷ lệ", "the base is negative: no percentage"),
}

_TERMS: Mapping[Enum, tuple[str, str]] = {**KINDS, **RULES, **MEASURES, **REASONS}


def term(code: Enum, *, language: Language = "vi") -> str:
    """The word for a kind of period, a rule of totals, a measure of change, or a reason why there is none."""
    return _TERMS[code][0 if language == "vi" else 1]
