"""The design language on one page: every token and component, shown by the same templates the pages use."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from giaoban.web.chair.shown import ShownChange, ShownFigure, ShownPlan
from giaoban.web.chair.sparks import spark

COLOURS = {
    "paper": "nền trang",
    "sheet": "nền ô nhập, đầu trang",
    "wash": "nền dòng đang trỏ",
    "ink": "chữ, kẻ đậm",
    "ink-soft": "chữ phụ",
    "ink-faint": "chú thích",
    "rule": "kẻ mảnh",
    "accent": "liên kết, tốt lên",
    "accent-mid": "cột, đường phụ",
    "accent-wash": "nền được chọn",
    "lacquer": "xấu đi, mâu thuẫn, còn thiếu",
    "lacquer-wash": "nền cảnh báo",
    "ochre": "số liệu minh họa",
    "ochre-wash": "nền minh họa",
}
SIZES = ("figure", "h1", "h2", "h3", "lead", "body", "table", "small", "note")
STEPS = range(1, 9)


def design(request: HttpRequest) -> HttpResponse:
    """The page of the design language; open to whoever may sign in, and to tests of contrast."""
    trend = [31, 33, 30, 36, 39, 41, 40, None, 44, 46, 45, 49]
    context = {
        "colours": COLOURS,
        "sizes": SIZES,
        "steps": STEPS,
        "ramp": range(5),
        "figure": ShownFigure(
            "27.477", "tỷ đồng", "#so", coverage="61/63 đơn vị", coverage_href="#thieu", partial=True
        ),
        "demo": ShownFigure("1.234,5", "triệu bưu gửi", "#so", demo=True),
        "missing": ShownFigure(""),
        "changes": [
            ShownChange("up", "good", "tăng 5,48%", "so với cùng kỳ năm 2022"),
            ShownChange("down", "bad", "giảm 8,66%", "so với cùng kỳ năm 2022"),
            ShownChange("down", "good", "giảm 4,7%", "so với cùng kỳ: số IP nhiễm mã độc"),
            ShownChange("up", "even", "tăng 1,2%", "chỉ tiêu không xét tốt, xấu"),
            ShownChange("flat", "even", "không đổi", "so với tháng trước"),
        ],
        "plans": [
            ShownPlan("đạt 52,1% kế hoạch năm 2023", "52.1", "50"),
            ShownPlan("đạt 39,6% kế hoạch năm 2023, chậm hơn tiến độ", "39.6", "50", behind=True),
        ],
        "spark": spark(trend, label=_("Doanh thu theo tháng, tăng dần")),
    }
    return render(request, "chair/design.html", context)
