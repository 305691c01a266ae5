"""Chỉ tiêu: what it is, where it comes from, its series with every restatement, who contributes."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from giaoban.actions.draw_picture import draw_indicator, draw_unit, draw_units, list_contributions
from giaoban.actions.find_newest_period import find_newest_period
from giaoban.actions.name_units import name_units
from giaoban.actions.trace_indicator import trace_indicator
from giaoban.packs import Indicator, load_packs
from giaoban.warehouse import Value
from giaoban.web.chair.asking import Asked
from giaoban.web.chair.context import of_state
from giaoban.web.chair.downloads import download
from giaoban.web.chair.lines import line_file, line_of
from giaoban.web.chair.printing import figure, language, name_of, period_name, shown_headline, unit_words
from giaoban.web.chair.rules import rule_words
from giaoban.web.chair.sector_tables import series_table
from giaoban.web.chair.state import State, read_state
from giaoban.web.chair.tables import Table
from giaoban.web.chair.unit_tables import contributions_table, units_table
from giaoban.web.chair.versions import versions_table


def indicator(request: Asked, code: str) -> HttpResponse:
    """The page of one indicator."""
    one, state = _asked(request, code)
    headline = draw_indicator(code, state.period, by=request.user, known=state.known_on)
    sector = load_packs().sector(one.sector)
    context = {
        **of_state(state, with_boundaries=True),
        "indicator": one,
        "name": name_of(one),
        "sector_name": name_of(sector),
        "sector_href": reverse("web:sector", args=[one.sector]) + state.query(indicator=code),
        "unit": unit_words(one.unit, language()),
        "rules": rule_words(one),
        "headline": shown_headline(headline, state, ""),
        "chart": line_of(headline.trend, one),
        "partial": any(value.partial for value in headline.trend),
        "series": series_table(headline.trend, one, state),
        "versions": versions_table(trace_indicator(code, by=request.user), one),
        "units": _units(request, one, state, headline.value),
        "demo": headline.value.demo,
    }
    return render(request, "chair/indicator.html", context)


def contributions(request: Asked, code: str) -> HttpResponse:
    """What one figure was made of: every observation, each with the way to its words."""
    one, state = _asked(request, code)
    value = _value(request, one, state)
    table = _contributed(value)
    unit = request.GET.get("don-vi", "")
    names = name_units([*value.missing, *([unit] if unit else [])], on=state.day or state.period.end)
    context = {
        **of_state(state),
        "indicator": one,
        "name": name_of(one),
        "indicator_href": reverse("web:indicator", args=[code]) + state.query(indicator=""),
        "unit_name": names.get(unit, ""),
        "value": figure(value, one, state),
        "rule": rule_words(one),
        "table": table,
        "missing": [names[key] for key in value.missing],
        "gaps": [period_name(gap) for gap in value.gaps],
        "demo": value.demo,
        "full_query": request.GET.urlencode(),
    }
    return render(request, "chair/contributions.html", context)


def indicator_file(request: Asked, code: str, name: str, ending: str) -> HttpResponse:
    """A table of the indicator as a file: chuoi, don-vi, phien-ban or dong-gop."""
    one, state = _asked(request, code)
    table = _table(request, one, state, name)
    if table is None:
        raise Http404
    return download(table, ending)


CHARTS = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}


def indicator_chart(request: Asked, code: str, ending: str) -> HttpResponse:
    """The line of the indicator as a file for print: svg, pdf or png."""
    one, state = _asked(request, code)
    if ending not in CHARTS:
        raise Http404
    headline = draw_indicator(one.code, state.period, by=request.user, known=state.known_on)
    drawn = line_file(headline.trend, one, ending)
    if drawn is None:
        raise Http404
    answer = HttpResponse(drawn, content_type=CHARTS[ending])
    answer["Content-Disposition"] = f'attachment; filename="{one.code}-{state.period.code}.{ending}"'
    return answer


def _table(request: Asked, one: Indicator, state: State, name: str) -> Table | None:
    if name == "dong-gop":
        return _contributed(_value(request, one, state))
    if name == "phien-ban":
        return versions_table(trace_indicator(one.code, by=request.user), one)
    headline = draw_indicator(one.code, state.period, by=request.user, known=state.known_on)
    if name == "chuoi":
        return series_table(headline.trend, one, state)
    return _units(request, one, state, headline.value) if name == "don-vi" else None


def _asked(request: Asked, code: str) -> tuple[Indicator, State]:
    one = load_packs().indicators.get(code)
    if one is None:
        raise Http404
    return one, read_state(request, find_newest_period(one.sector, by=request.user))


def _units(request: Asked, one: Indicator, state: State, whole: Value) -> Table | None:
    table = draw_units(one.code, state.period, by=request.user, boundaries=state.day, known=state.known_on)
    if all(unit.value.amount is None for unit in table.units):
        return None
    names = name_units([unit.entity for unit in table.units], on=table.boundaries)
    return units_table(table, one, state, names, whole)


def _value(request: Asked, one: Indicator, state: State) -> Value:
    """The figure asked for: of the whole, of one unit in the asked boundaries, or of the plan."""
    unit = request.GET.get("don-vi", "")
    if unit:
        found = draw_unit(one.code, unit, state.period, by=request.user, boundaries=state.day, known=state.known_on)
        if found is None:
            raise Http404(_("Không có đơn vị này trong địa giới đã chọn."))
        return found
    scenario = "plan" if request.GET.get("kich-ban") == "plan" else "actual"
    return list_contributions(one.code, state.period, by=request.user, scenario=scenario, known=state.known_on)


def _contributed(value: Value) -> Table:
    names = name_units([row.entity for row in value.rows])
    return contributions_table(value, load_packs().indicators, names)
