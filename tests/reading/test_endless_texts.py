"""No text may raise or hang: lines and numbers without an end."""

import time

import pytest

from giaoban.reading.read import read_text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tăng " + "9" * 50_000 + "%.", id="a per cent of fifty thousand digits"),
        pytest.param("Doanh thu đạt " + "9" * 5_000 + " tỷ đồng.", id="money of five thousand digits"),
        pytest.param("Doanh thu đạt " + "9." * 5_000 + " tỷ đồng.", id="five thousand dotted digits"),
        pytest.param("Doanh thu đạt " + "999." * 5_000 + "999 triệu lượt", id="a number of five thousand groups"),
        pytest.param("đạt 1/" * 5_000, id="fractions without end"),
    ],
)
def test_an_endless_number_is_no_figure_and_no_error(text):
    assert len(read_text(text).figures) <= 5_000


def test_a_line_without_an_end_takes_time_in_proportion_to_its_length():
    def seconds(times: int) -> float:
        text = "Doanh thu đạt 5 tỷ đồng, tăng 5% " * times
        begun = time.process_time()
        read_text(text)
        return time.process_time() - begun

    seconds(100)  # patterns compile at their first use
    assert seconds(4_000) < 12 * seconds(1_000)
