"""The words before a list of tasks: "Chủ tịch UBND tỉnh kết luận:", "Công điện số 9 … về mưa lũ:".

After such words every item is a task, whatever its verb.
"""

from __future__ import annotations

from giaoban.reading.patterns import later
from giaoban.reading.speakers import LEADERS, PAPERS

_COLON = later(r":(?=\s|[^\W\d])")
_LONGEST = 320  # characters before the colon
_OPENS = later(
    rf"[\W\d]*(?:(?:tại|theo|trong|bằng|với|căn cứ|ngày|sáng|chiều|tối|hôm nay)\s[^:;]{{0,120}}?)?(?:{PAPERS}|{LEADERS})(?!\w)"
)
# "Họp sáng 12/12, Phó Bí thư Tỉnh ủy phân vai:"
_LED = later(
    rf"(?:,|ý kiến(?: chỉ đạo)?(?: của)?|chỉ đạo của|kết luận của|lời)\s(?:{LEADERS}|(?:phó )?chủ tịch)(?!\w)[^,;:]{{0,70}}$"
)
_PLANS = later(
    r"[\W\d]*(?:kế hoạch|hướng dẫn|biên bản|nghị quyết|giấy mời|thông báo(?= (?:tuyển|mời|lịch|kết quả)))(?!\w)"
)
_OPINES = later(
    r"(?<!\w)(?:cho (?:hay|biết|rằng)|đánh giá|nhận xét|nhận định|hỏi|chất vấn|kiến nghị|đề xuất|trả lời|kết quả|số liệu|gồm|như|là|có|khen|chê|tình hình)\s?:$"
)
_AFTER_VERB = 90  # characters between the verb that speaks and the colon: "chốt ba việc ngay trong sáng nay:"


def list_after_paper(lower: str, start: int, end: int) -> int | None:
    """Where the list begins that a paper or leader opens without a verb of speech; None where none is opened."""
    colon = _COLON.search(lower, start, min(end, start + _LONGEST))
    if not colon or _PLANS.match(lower, start, colon.start()):
        return None
    if not _OPENS.match(lower, start, colon.start()) and not _LED.search(lower, start, colon.start()):
        return None
    return None if _OPINES.search(lower, start, colon.end()) else colon.end()


def list_after_verb(lower: str, verb_end: int, end: int) -> int | None:
    """Where the list begins that the verb before opens ("kết luận:", "chốt ba việc:")."""
    colon = _COLON.search(lower, verb_end, min(end, verb_end + _AFTER_VERB))
    if (
        not colon
        or any(mark in lower[verb_end : colon.start()] for mark in ";.")
        or _OPINES.search(lower, max(0, colon.start() - 14), colon.end())
    ):
        return None
    return colon.end()
