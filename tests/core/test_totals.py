"""Totals: a rule per indicator, coverage with every total, and laws that hold for all figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worked_tables import number, numbers, rows

from giaoban.core.errors import PeriodError
from giaoban.core.periods import month
from giaoban.core.totals import Rule, accumulate, increment, total

FIGURES = st.none() | st.decimals(-(10**15), 10**15, places=3)
PARTS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), FIGURES, max_size=12)


def named(cell: str) -> dict[str, Decimal | None]:
    return {f"đơn vị {place}": value for place, value in enumerate(numbers(cell), 1)}


@pytest.mark.parametrize("row", rows("totals"), ids=lambda row: f"{row['rule']} of {row['parts']}")
def test_a_total_follows_its_rule_and_carries_its_coverage(row):
    result = total(
        row["rule"],
        named(row["parts"]),
        weights=named(row["weights"]),
        numerators=named(row["over"]),
        denominators=named(row["under"]),
    )
    assert (result.value, result.coverage_label) == (number(row["total"]), row["coverage"])


def test_the_missing_are_named_in_their_order():
    result = total("sum", {"Cà Mau": None, "Huế": Decimal(3), "An Giang": None})
    assert (result.missing, result.complete) == (("Cà Mau", "An Giang"), False)


def test_a_total_that_chooses_says_which_part_it_chose():
    parts = {"tháng 1": Decimal(9), "tháng 2": Decimal(4), "tháng 3": None}
    assert total(Rule.LAST, parts).taken_from == "tháng 2"
    assert total(Rule.MAX, parts).taken_from == "tháng 1"


def test_a_rate_per_hundred_people_is_a_ratio_of_sums_and_not_a_mean_of_rates():
    subscribers = {"Hà Nội": Decimal(900), "Lai Châu": Decimal(30)}
    people = {"Hà Nội": Decimal(1000), "Lai Châu": Decimal(50)}
    rates = {name: subscribers[name] * 100 / people[name] for name in people}
    whole = total("ratio_of_sums", rates, numerators=subscribers, denominators=people)
    assert whole.value == Decimal(93000) / Decimal(1050)
    assert whole.value != total("mean", rates).value


@pytest.mark.parametrize("rule", ["weighted_mean", "ratio_of_sums"])
def test_a_rule_that_needs_weights_does_not_do_without(rule: str):
    with pytest.raises(TypeError):
        total(rule, {"a": Decimal(1)})


def test_months_accumulate_and_a_gap_stays_visible():
    months = {month(2022, 1): Decimal(5), month(2022, 2): None, month(2022, 4): Decimal(7)}
    running = accumulate("sum", months)
    assert {period.code: (part.value, part.coverage("tháng")) for period, part in running.items()} == {
        "2022-01": (Decimal(5), "1/1 tháng"),
        "2022-C02": (Decimal(5), "1/2 tháng"),
        "2022-C04": (Decimal(12), "2/4 tháng"),
    }
    assert running[max(running)].missing == ("tháng 2", "tháng 3")


def test_months_of_two_years_do_not_accumulate():
    with pytest.raises(PeriodError) as refused:
        accumulate("sum", {month(2021, 12): Decimal(1), month(2022, 1): Decimal(1)})
    assert refused.value.code == "not_months_of_one_year"


def test_a_month_comes_out_of_two_cumulative_figures():
    assert increment(Decimal(12), Decimal(5)) == 7
    assert increment(Decimal(12), None) is None


@given(PARTS, st.randoms())
def test_the_order_of_the_parts_changes_no_sum_mean_or_maximum(parts, chance):
    shuffled = list(parts.items())
    chance.shuffle(shuffled)
    for rule in (Rule.SUM, Rule.MEAN, Rule.MAX):
        assert total(rule, parts).value == total(rule, dict(shuffled)).value


@given(PARTS, st.sampled_from([Rule.SUM, Rule.MEAN, Rule.LAST, Rule.MAX]))
def test_a_unit_that_reports_nothing_changes_only_the_coverage(parts, rule):
    before, after = total(rule, parts), total(rule, {**parts, "mới": None})
    assert before.value == after.value
    assert (after.reported, after.expected) == (before.reported, before.expected + 1)


@given(PARTS, PARTS)
def test_the_sum_of_two_sums_is_the_sum_of_all(one, other):
    one = {f"1{name}": value for name, value in one.items()}
    other = {f"2{name}": value for name, value in other.items()}
    halves = {"one": total("sum", one).value, "other": total("sum", other).value}
    assert total("sum", halves).value == total("sum", {**one, **other}).value


@given(st.dictionaries(st.text("abc", max_size=3), st.tuples(FIGURES, st.none() | st.decimals("0.1", 10**6, places=1))))
def test_a_weighted_mean_lies_between_its_parts(parts):
    values = {name: value for name, (value, _) in parts.items()}
    result = total("weighted_mean", values, weights={name: weight for name, (_, weight) in parts.items()})
    used = [value for value, weight in parts.values() if value is not None and weight is not None]
    assert result.reported == len(used)
    if used:
        assert min(used) - Decimal("1e-6") <= result.value <= max(used) + Decimal("1e-6")
    else:
        assert result.value is None


@given(PARTS, st.sampled_from([rule for rule in Rule if rule not in {Rule.WEIGHTED_MEAN, Rule.RATIO_OF_SUMS}]))
def test_a_total_of_nothing_reported_is_not_reported(parts, rule):
    silent = dict.fromkeys(parts)
    result = total(rule, silent)
    assert (result.value, result.reported, result.missing) == (None, 0, tuple(silent))
