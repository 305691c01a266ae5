"""The benches: their texts are what they say they are, and a goal is met or it is not."""

import subprocess
import sys

import pytest
from bench.child import seconds
from bench.corpus import compose
from bench.result import Result


def test_every_figure_of_a_composed_report_stands_where_it_is_said_to():
    report = compose(20_000, seed=5)
    assert len(report.text.encode()) >= 20_000
    assert len(report.figures) > 50
    assert all(report.text[f.start : f.start + len(f.quote)] == f.quote for f in report.figures)
    assert compose(20_000, seed=5) == report


@pytest.mark.parametrize(
    ("value", "goal", "reached"),
    [(1.0, "≥ 1.0", True), (0.99, "≥ 1.0", False), (0.4, "< 0.4", False), (0.39, "< 0.4", True), (5.0, None, None)],
)
def test_a_goal_is_a_sign_and_a_number(value: float, goal: str | None, reached: bool | None):
    assert Result("reading", "what", value, "s", goal=goal).reached is reached


def test_a_command_that_fails_is_never_measured():
    with pytest.raises(subprocess.CalledProcessError):
        seconds([sys.executable, "-c", "raise SystemExit(1)"], times=1)
    assert seconds([sys.executable, "-c", "raise SystemExit(2)"], times=1, ends_with=2) > 0
