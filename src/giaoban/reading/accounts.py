"""Clauses that tell what is or was, not what is to be done: results, comparisons, states.

An order may use any verb, so what is no order must be known by its own marks: a figure reached, a comparison with a year
before, a state of things ("chậm", "thiếu", "phụ thuộc").
"""

from __future__ import annotations

from giaoban.reading.patterns import later

_MEASURED = r"(?:(?:hơn|gần|trên|khoảng|tới|đến|thêm|được|là|ở mức|chừng|xấp xỉ|ngót|có)\s)*\d"
_RESULT = later(
    rf"(?<!\w)(?:đạt|được|còn|chiếm|bằng|xảy ra|ghi nhận|mới|thêm|hơn|kém|tăng|giảm|thu|mất|vượt|hụt|có|gồm|ước|nhích|sụt|lên|xuống|hiện)\s{_MEASURED}"
)
_COMPARED = later(
    r"(?<!\w)(?:so với|so cùng|cùng kỳ|(?:năm|tháng|quý|tuần|kỳ|mùa mưa|mùa|vụ) (?:ngoái|trước)|lũy kế|bình quân|tính đến|tính tới|xảy ra"
    r"|trước đó|(?:tháng|năm|tuần|quý|ngày|thời gian) qua|vừa qua|đến nay|hôm qua|hiện (?:có|còn|mới|nay|vẫn|toàn)|từ đầu năm)(?!\w)"
)
_BY_NOW = later(r"(?<!\w)(?:đã|từng|vừa|mới chỉ|chưa|vẫn|hiện|đang)(?!\w)")
_STATE = later(
    r"\s?(?:cũng |còn |vẫn |đều |lại |rất |khá |quá |hơi |thật |mới )*(?:chậm|thiếu|yếu|mạnh|tốt|kém|gặp|chiếm|đạt|thu(?! hồi)|tăng(?! cường| tốc| ca| quân)|giảm|phụ thuộc|dẫn đầu|đứng(?! ra)|xếp(?= thứ| hạng)|nằm"
    r"|thuộc|hiểu|thấy|nghĩ|tin|sợ|ngại|khó|dễ|nhiều|ít|cao|thấp|lớn|nhỏ|mất|thua|thắng|hơn|bằng|quan trọng|cạnh tranh|tồn tại|tham dự|dự(?! thảo| báo)|đại diện|trực thuộc"
    r"|cho (?:hay|biết|rằng|thấy)|nói|than|kể|đáp|đồng ý|hứa|cam đoan|băn khoăn|phát triển|đóng góp|đóng vai|giữ vai|tăng trưởng|đóng (?:trên|tại)|phụ trách thông tin|mong|muốn|cần mẫn)(?!\w)"
)


def reckons(lower: str, start: int, end: int) -> bool:
    """Whether a clause compares or looks back: "ít hơn cùng kỳ", "mùa mưa năm ngoái", "Trước đó, …"."""
    return _COMPARED.search(lower, start, end) is not None


def counts_results(lower: str, start: int, end: int) -> bool:
    """Whether a clause counts what was reached: "trả được 412 tỷ đồng"."""
    return bool(_RESULT.search(lower, start, end)) or reckons(lower, start, end)


def tells(lower: str, start: int, end: int) -> bool:
    """Whether a clause gives results or speaks of what is already so: "trả được 412 tỷ", "đã", "hiện"."""
    return bool(_RESULT.search(lower, start, end) or _BY_NOW.search(lower, start, end) or reckons(lower, start, end))


def describes(lower: str, place: int, end: int) -> bool:
    """Whether the words after a body say how it is: "chậm giải ngân", "cho biết", "phụ thuộc vào"."""
    return _STATE.match(lower, place, end) is not None
