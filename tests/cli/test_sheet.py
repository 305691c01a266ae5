"""The CSV of figures: what a report says stays words, whatever it begins with."""

import csv
import io

import pytest

from giaoban.cli.sheet import Sheet
from giaoban.reading.read import read_text


@pytest.mark.parametrize("name", ["=1+1.txt", "@SUM(A1).txt", "+cmd|calc.txt", "-cmd|calc.txt"])
def test_words_that_a_spreadsheet_would_run_are_marked_as_words(name: str):
    rows = list(csv.DictReader(io.StringIO(Sheet().lines(read_text("Doanh thu đạt 5 tỷ đồng.", file=name)))))
    assert rows[0]["file"] == f"'{name}"
    assert rows[0]["value"] == "5000000000"


@pytest.mark.parametrize("name", ["bao-cao.txt", "-5.txt", "+5.txt"])
def test_other_words_are_left_as_they_are(name: str):
    rows = list(csv.DictReader(io.StringIO(Sheet().lines(read_text("Doanh thu đạt 5 tỷ đồng.", file=name)))))
    assert rows[0]["file"] == name
