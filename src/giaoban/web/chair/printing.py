"""From reckoned values to what a page prints: words and numbers in the reader's language, each number with its link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.core.comparisons import Change, Measure
from giaoban.core.periods import Period
from giaoban.core.rounding import divide
from giaoban.core.units import find_unit
from giaoban.packs import Indicator
from giaoban.warehouse import Headline, Value
from giaoban.warehouse.rows import period_of
from giaoban.web.chair.shown import ShownChange, ShownFigure, ShownHeadline, ShownPlan
from giaoban.web.chair.sparks import spark
from giaoban.web.chair.state import State
from giaoban.wording.numbers import (
    Language,
    format_amount,
    format_date,
    format_number,
    format_percent,
    format_period,
    format_points,
    name_base,
    short_number,
)

HUNDRED = Decimal(100)
PLAN = {"kich-ban": "plan"}
Where = Mapping[str, str] | None
FEW = 3  # months that a note names; an indicator of the year lacks many in every shorter period


def language() -> Language:
    """The language of this reader."""
    return "en" if get_language() == "en" else "vi"


def name_of(thing: object) -> str:
    """The name of an indicator or sector in the reader's language."""
    english = getattr(thing, "name_en", "")
    return str(english if english and language() == "en" else getattr(thing, "name", ""))


def period_name(period: Period) -> str:
    return format_period(period, language=language())


@lru_cache(maxsize=2048)
def unit_words(unit: str, spoken: Language) -> str:
    """ "tỷ đồng" → "billion VND"; the unit's own words in Vietnamese."""
    if spoken == "vi":
        return unit
    found = find_unit(unit)
    return format_amount(found.scale, found, 0, language=spoken).lstrip("0123456789.,").strip() or unit


def number_text(amount: Decimal, unit: str) -> str:
    """A number in the indicator's display unit, with as many decimals as its size can bear."""
    shown = divide(amount, find_unit(unit).scale)
    return short_number(shown, _places(shown), language=language())


def exact_text(amount: Decimal, unit: str) -> str:
    """The number whole, in the same unit: for the tooltip of a rounded one."""
    return format_number(divide(amount, find_unit(unit).scale), language=language())


def _places(shown: Decimal) -> int:
    """Decimals by size; of a small share its first two digits, as 0,005% is not 0,01%."""
    size = abs(shown)
    if 0 < size < Decimal("0.1"):
        return 1 - size.adjusted()
    return 0 if size >= 1000 else 1 if size >= 100 else 2


def figure(value: Value, indicator: Indicator, state: State, *, unit: bool = True, where: Where = None) -> ShownFigure:
    """A value as printed, linked to the words it came from; `where` narrows the page of its contributions."""
    if value.amount is None:
        return ShownFigure("", coverage=_coverage(value), coverage_href=_made_of(value, indicator, state, where))
    words = unit_words(indicator.unit, language())
    return ShownFigure(
        number_text(value.amount, indicator.unit) + ("%" if words == "%" else ""),
        words if unit and words != "%" else "",
        href_of(value, indicator, state, where),
        value.demo,
        value.estimate,
        exact_text(value.amount, indicator.unit),
        _coverage(value),
        _made_of(value, indicator, state, where),
        value.partial,
    )


def _coverage(value: Value) -> str:
    """ "61/63 đơn vị": only where a total is made of units."""
    if value.expected < 2:
        return ""
    return _("%(reported)d/%(expected)d đơn vị") % {"reported": value.reported, "expected": value.expected}


def href_of(value: Value, indicator: Indicator, state: State, where: Where = None) -> str:
    """One observation has its own page; a total opens the list of what it was made of."""
    if value.observation is None:
        return _made_of(value, indicator, state, where)
    return observation_href(value.observation) or _made_of(value, indicator, state, where)


def observation_href(number: int) -> str:
    try:
        return reverse("web:observation", args=[number])
    except NoReverseMatch:
        return ""


def _made_of(value: Value, indicator: Indicator, state: State, where: Where) -> str:
    asked = {"ky": value.period.code, **{name: text for name, text in (where or {}).items() if text}}
    if state.known:
        asked["biet-den"] = state.known
    return f"{reverse('web:contributions', args=[indicator.code])}?{urlencode(asked)}"


def change_words(change: Change, places: int = 2) -> tuple[str, str] | None:
    """(way, words) of a change: ("up", "tăng 5,48%"); None where there is nothing to say."""
    if change.amount is None or (change.percent is None and change.points is None):
        return None
    way = {"up": "up", "down": "down"}.get(change.direction or "", "flat")
    size = change.percent if change.measure is Measure.RELATIVE else change.points
    printed = format_percent if change.measure is Measure.RELATIVE else format_points
    amount = printed(abs(size or Decimal(0)), places, language=language())
    words = {"up": _("tăng %(size)s"), "down": _("giảm %(size)s"), "flat": _("không đổi")}[way]
    return way, words % {"size": amount} if way != "flat" else words


def shown_change(headline: Headline, state: State) -> ShownChange | None:
    """The change on the same period, naming its base and its base's figure."""
    told = change_words(headline.change)
    if told is None:
        return None
    base = name_base(headline.base.period, headline.value.period, language=language())
    if headline.compared:
        words = _("so với %(base)s, tính trên %(units)d đơn vị báo cáo cả hai kỳ")
        return ShownChange(told[0], headline.judged, told[1], words % {"base": base, "units": headline.compared})
    against = _("so với %(base)s") % {"base": base}
    return ShownChange(told[0], headline.judged, told[1], against, figure(headline.base, headline.indicator, state))


def shown_plan(headline: Headline, state: State) -> ShownPlan | None:
    """How much of the plan is done, naming what was done where it is not the period itself."""
    percent = headline.share.percent
    if percent is None:
        return None
    words = _("đạt %(share)s kế hoạch %(year)s") % {
        "share": format_percent(percent, 1, language=language()),
        "year": period_name(headline.plan.period),
    }
    if headline.done.period != headline.value.period:
        words = _("%(period)s %(words)s") % {"period": period_name(headline.done.period), "words": words}
    if headline.behind:
        words = _("%(words)s, chậm hơn tiến độ") % {"words": words}
    tick = "" if headline.done.period == headline.plan.period else f"{float(headline.elapsed):.1f}"
    width = f"{float(max(Decimal(0), min(percent, HUNDRED))):.1f}"
    return ShownPlan(words, width, tick, headline.behind, figure(headline.plan, headline.indicator, state, where=PLAN))


def shown_headline(headline: Headline, state: State, href: str) -> ShownHeadline:
    """A headline as the pages show it; `href` is where its name leads."""
    told, latest = headline.near or headline, None if headline.near else headline.latest
    return ShownHeadline(
        headline.indicator.code,
        name_of(headline.indicator),
        href,
        figure(told.value, headline.indicator, state),
        shown_change(told, state),
        shown_plan(told, state),
        spark(_told_whole(headline.trend), label=_spark_label(headline)),
        figure(latest, headline.indicator, state) if latest else None,
        period_name(latest.period) if latest else "",
        _recount_note(headline) or (_gap_note(headline.value) if headline.due else ""),
        headline.standing,
        period_name(told.value.period) if headline.near else told_of(headline.value),
    )


def told_of(value: Value) -> str:
    """ "đến ngày 26/5/2022": the day that a state was told for, where it stands for a longer period."""
    if value.observation is None or value.period.months is None:
        return ""
    told = period_of(value.rows[0].period)
    return _("đến ngày %(day)s") % {"day": format_date(told.end)} if told.months is None else ""


def _recount_note(headline: Headline) -> str:
    """Why a count of provinces is not compared across a merger."""
    if headline.recounted is None:
        return ""
    then, now = headline.recounted
    words = _("không so với %(base)s: khi đó cả nước có %(then)d tỉnh, thành phố, nay có %(now)d")
    base = name_base(headline.base.period, headline.value.period, language=language())
    return words % {"base": base, "then": then, "now": now}


def from_first(trend: Sequence[Value]) -> Sequence[Value]:
    """The line from its first figure on: what lies before anybody reported is no gap."""
    known = [place for place, value in enumerate(trend) if value.amount is not None]
    return trend[known[0] :] if known else trend


def _told_whole(trend: Sequence[Value]) -> list[Decimal | None]:
    """The line of a spark: a period that lacks units is a gap."""
    return [None if value.partial else value.amount for value in from_first(trend)]


def _spark_label(headline: Headline) -> str:
    known = [value for value in headline.trend if value.amount is not None]
    if not known:
        return ""
    return _("%(name)s, từ %(first)s đến %(last)s") % {
        "name": name_of(headline.indicator),
        "first": period_name(known[0].period),
        "last": period_name(known[-1].period),
    }


def _gap_note(value: Value) -> str:
    """ "còn thiếu tháng 9/2026": why a longer period has no figure though parts of it have."""
    if value.amount is not None or not value.rows or not 0 < len(value.gaps) <= FEW:
        return ""
    return _("còn thiếu %(periods)s") % {"periods": ", ".join(period_name(gap) for gap in value.gaps)}
