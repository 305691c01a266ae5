"""The JSON of a reading."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from giaoban.reading.contract import SCHEMA, to_json
from giaoban.reading.model import Change, Figure, IndicatorMatch, PeriodRef, Plan, Reading, Span
from giaoban.reading.read import read_text

PERIOD = PeriodRef("tháng 4/2022", date(2022, 4, 1), date(2022, 4, 30), inherited=True)
FIGURE = Figure(
    Span("41,46 triệu tin nhắn", 12),
    Decimal("41460000.00"),
    "tin nhắn",
    hedge="gần",
    indicator=IndicatorMatch("tin nhắn khảo sát", "telecom.spam.survey_sent", Decimal("0.93")),
    sector="viễn thông",
    period=PERIOD,
    changes=(Change(Span("tăng 5%", 40), "up", Decimal(5), base="tháng 3/2022"),),
    plans=(Plan(Span("39,6% kế hoạch", 50), Decimal("39.6"), "năm 2022", Decimal(860)),),
)


def test_a_figure_prints_every_key_of_the_contract() -> None:
    (row,) = to_json(Reading("…", figures=(FIGURE,)))["figures"]
    assert row["value"] == 41460000
    assert isinstance(row["value"], int)
    assert (row["approx"], row["hedge"]) == (True, "gần")
    assert row["indicator"] == {"text": "tin nhắn khảo sát", "code": "telecom.spam.survey_sent", "score": 0.93}
    assert row["period"] == {"label": "tháng 4/2022", "start": "2022-04-01", "end": "2022-04-30", "inherited": True}
    assert row["changes"][0] == {
        "direction": "up",
        "percent": 5,
        "amount": None,
        "times": None,
        "base": "tháng 3/2022",
        "base_value": None,
        "quote": "tăng 5%",
        "start": 40,
    }
    assert row["plans"] == [
        {"percent": 39.6, "period": "năm 2022", "value": 860, "quote": "39,6% kế hoạch", "start": 50}
    ]


def test_a_whole_reading_is_json_with_its_schema() -> None:
    text = "Tháng 5/2022, doanh thu bưu chính đạt 5 tỷ đồng, bằng 94,5% cùng kỳ."
    read = json.loads(json.dumps(to_json(read_text(text, file="a.txt")), ensure_ascii=False))
    assert (read["schema"], read["file"], read["characters"]) == (SCHEMA, "a.txt", len(text))
    assert read["figures"][0]["changes"][0]["percent"] == 5.5
    assert set(read) == {
        "schema",
        "file",
        "characters",
        "event",
        "figures",
        "directives",
        "targets",
        "findings",
        "notes",
    }


def test_an_empty_text_reads_as_nothing() -> None:
    read = to_json(read_text(""))
    assert (read["characters"], read["figures"], read["event"]) == (0, [], None)
