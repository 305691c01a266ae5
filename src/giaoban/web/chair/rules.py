"""The rules of an indicator in words: how it is added up, over units and over time, and which way is good."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from giaoban.packs import Indicator, load_packs
from giaoban.web.chair.printing import name_of


@dataclass(frozen=True)
class Rules:
    units: str
    time: str
    good: str
    frequency: str


def rule_words(one: Indicator) -> Rules:
    """The rules as a reader needs them."""
    return Rules(_over_units(one), _over_time(one), _good(one), ", ".join(_frequency(code) for code in one.frequency))


def _over_units(one: Indicator) -> str:
    indicators = load_packs().indicators
    named = {name: name_of(indicators[code]) for name, code in _parts(one).items() if code in indicators}
    words = {
        "sum": _("cộng các đơn vị"),
        "mean": _("bình quân các đơn vị"),
        "weighted_mean": _("bình quân có trọng số: %(weight)s") % {"weight": named.get("weight", "–")},
        "ratio_of_sums": _("tỷ số của tổng: %(top)s chia cho %(bottom)s")
        % {"top": named.get("top", "–"), "bottom": named.get("bottom", "–")},
        "last": _("lấy số mới nhất"),
        "max": _("lấy số lớn nhất"),
        "not_additive": _("không cộng được"),
    }
    return words.get(one.rollup, one.rollup)


def _parts(one: Indicator) -> dict[str, str]:
    return {"weight": one.weight, "top": one.numerator, "bottom": one.denominator}


def _over_time(one: Indicator) -> str:
    words = {
        "sum": _("cộng các kỳ"),
        "last": _("lấy kỳ cuối"),
        "mean": _("bình quân các kỳ"),
        "max": _("lấy kỳ lớn nhất"),
    }
    return words[one.over_time]


def _good(one: Indicator) -> str:
    return {"up": _("tăng là tốt"), "down": _("giảm là tốt"), "none": _("không xét tốt, xấu")}[one.good]


def _frequency(code: str) -> str:
    words = {
        "day": _("ngày"),
        "week": _("tuần"),
        "month": _("tháng"),
        "quarter": _("quý"),
        "half_year": _("6 tháng"),
        "nine_months": _("9 tháng"),
        "year": _("năm"),
        "two_years": _("hai năm"),
        "cumulative": _("lũy kế"),
    }
    return words.get(code, code)
