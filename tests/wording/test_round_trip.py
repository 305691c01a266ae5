"""Reading what was written gives back the same figures."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from giaoban.core.comparisons import Measure, change, share_of_plan
from giaoban.core.periods import cumulative, half, month, nine_months, previous, quarter, same_period_last_year, year
from giaoban.core.rounding import round_half_up
from giaoban.core.units import find_unit
from giaoban.packs import load_packs
from giaoban.packs.model import Indicator
from giaoban.reading.model import Figure
from giaoban.reading.read import read_text
from giaoban.wording.numbers import name_base
from giaoban.wording.paragraphs import paragraph, section
from giaoban.wording.sentences import MANY_TIMES, RANK, Statement, sentence, state

COMPARES = ("so với", "kế hoạch")


def reads_plainly(indicator: Indicator) -> bool:
    """Whether a name is free of figures ("trên 20% GRDP") and of comparisons ("so với cùng kỳ") of its own."""
    compares = any(words in indicator.name for words in COMPARES)
    return not compares and not read_text(f"{indicator.name}.").figures


INDICATORS = [indicator for indicator in load_packs().indicators.values() if reads_plainly(indicator)]
MOST = {"VND": 10**6, "USD": 500}  # of the scale: "7.484 tỷ USD" is no figure of an office, and the reader says so
MOST_OF_OTHERS = 2000
FEWEST = 20  # below, a count of something the reader has no word for may be a "2 nội dung", which is no figure
YEARS = st.integers(2016, 2027)
PERIODS = st.one_of(
    st.builds(month, YEARS, st.integers(1, 12)),
    st.builds(quarter, YEARS, st.integers(1, 4)),
    st.builds(half, YEARS, st.integers(1, 2)),
    st.builds(nine_months, YEARS),
    st.builds(year, YEARS),
    st.builds(cumulative, YEARS, st.integers(1, 12)),
)


@st.composite
def values(draw, indicator: Indicator) -> Decimal:
    """A figure such as offices keep for the indicator: a share up to 100, or a number of the unit's scale."""
    unit = find_unit(indicator.unit)
    if unit.kind == "percent":
        return draw(st.decimals("0.01", 100, places=2))
    places = 0 if unit.kind == "count" and unit.scale == 1 else 2
    return draw(st.decimals(FEWEST, MOST.get(unit.code, MOST_OF_OTHERS), places=places)) * unit.scale


@st.composite
def statements(draw, periods=PERIODS) -> Statement:
    """A statement of any indicator of the packs, with a change and a plan where they are drawn."""
    indicator = draw(st.sampled_from([indicator for indicator in INDICATORS if indicator.unit != RANK]))
    period = draw(periods)
    value = draw(values(indicator))
    base, plan = draw(st.none() | values(indicator)), draw(st.none() | st.decimals("0.5", 190, places=1))
    before = draw(st.sampled_from([same_period_last_year(period), previous(period)]))
    return state(
        indicator,
        value,
        period,
        estimate=draw(st.booleans()),
        changes=(change(value, base, unit=find_unit(indicator.unit).code, base_label=name_base(before, period)),),
        plan=share_of_plan(value, plan and value * 100 / plan, plan_label=f"kế hoạch năm {period.year}"),
    )


@dataclass(frozen=True)
class Told:
    """What a figure tells, written or read; `until` is the end of its period, or the day a stock is counted up to."""

    value: Decimal | None
    unit: str
    direction: str | None
    size: Decimal | None
    base: str | None
    plan: Decimal | None
    approx: bool
    until: date | None


def written(statement: Statement) -> Told:
    """What the sentence of a statement tells: percentages and points to two decimals, times to one."""
    told = statement.changes[0]
    size = told.percent if told.measure is Measure.RELATIVE else told.points
    if told.percent is not None and told.percent >= MANY_TIMES:
        size = (round_half_up(told.times, 1) - 1) * 100
    plan = statement.plan.percent
    return Told(
        statement.value,
        find_unit(statement.unit).code,
        told.direction,
        (told.direction and told.direction != "same" and first_digits(abs(size))) or None,
        told.base_label.casefold() if told.direction else None,
        None if plan is None else round_half_up(plan, 2),
        statement.estimate,
        statement.period.end,
    )


def first_digits(size: Decimal) -> Decimal:
    """Two decimals, or as many as show something."""
    places = 2
    while size and not round_half_up(size, places):
        places += 1
    return round_half_up(size, places)


def read(figure: Figure) -> Told:
    """What a figure that was read tells."""
    told = figure.changes[0] if figure.changes else None
    size = told and (told.percent if told.percent is not None else told.amount)
    return Told(
        figure.value,
        figure.unit,
        told and told.direction,
        size or None,
        told and told.base and told.base.casefold(),
        figure.plans[0].percent if figure.plans else None,
        figure.approx,
        figure.period.end if figure.period else figure.as_of,
    )


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.code)
def test_every_indicator_reads_back(indicator: Indicator):
    unit = find_unit(indicator.unit)
    value = {"%": Decimal("12.5"), RANK: Decimal(71)}.get(indicator.unit, 1250 * unit.scale)
    told = sentence(state(indicator, value, month(2022, 5)))
    found = [(figure.value, figure.unit) for figure in read_text(told).figures]
    assert found == [(value, unit.code)], told


@settings(max_examples=300, deadline=None)
@given(statements())
def test_a_sentence_reads_back_as_the_figure_with_its_change_and_plan(statement: Statement):
    told = sentence(statement)
    found = read_text(told)
    assert [read(figure) for figure in found.figures] == [written(statement)], told
    assert found.findings == (), told


@settings(max_examples=100, deadline=None)
@given(statements(PERIODS))
def test_the_period_of_a_flow_reads_back_by_its_name(statement: Statement):
    assume(not statement.stock)
    period = read_text(sentence(statement)).figures[0].period
    assert (period.label, period.start) == (statement.period.label, statement.period.start)


@settings(max_examples=60, deadline=None)
@given(st.lists(statements(), min_size=1, max_size=6))
def test_a_paragraph_reads_back_figure_by_figure(several: list[Statement]):
    told = paragraph(several)
    assert [read(figure) for figure in read_text(told).figures] == [written(statement) for statement in several], told


@settings(max_examples=60, deadline=None)
@given(PERIODS.flatmap(lambda period: st.lists(statements(st.just(period)), min_size=1, max_size=6)))
def test_a_section_reads_back_figure_by_figure(several: list[Statement]):
    told = section("Bưu chính", several)
    in_order = [*(part for part in several if not part.stock), *(part for part in several if part.stock)]
    assert [read(figure) for figure in read_text(told).figures] == [written(statement) for statement in in_order], told
