"""Where one task ends and the next begins inside a sentence, and where a clause's own words begin after its opening phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giaoban.reading.assignees import bodies_at, has_head, is_bare
from giaoban.reading.deadlines import find_deadlines
from giaoban.reading.layout import Layout
from giaoban.reading.patterns import later
from giaoban.reading.verbs import VERB

MODAL = later(
    r"(?<!\w)(?:cần phải|cần có|phải|cần(?! (?:thiết|thơ|cù|sa|cẩu|kíp|trục|giuộc|gì|đến|tới))|tuyệt đối không|không được|nghiêm cấm|hãy|có trách nhiệm|có nhiệm vụ"
    r"|có vai trò|chịu trách nhiệm|được yêu cầu|được giao|được đề nghị|được phân công)(?!\w)"
)
# One of these stands in every modal; to look for them plainly is quicker than the pattern.
_MODAL_WORDS = ("phải", "cần", "không", "cấm", "hãy", "trách nhiệm", "nhiệm vụ", "vai trò", "được ")
_NO_MODAL_BEFORE = later(
    r"(?<!\w)(?:không|chưa|có|chẳng|gặp|vấp|mắc|đã|từng|bị|buộc|bên|trái|lẽ|vừa|nhu|sự|nếu|ai|khỏi|đỡ|điều|những gì|việc|rất|đang|vẫn|mà không|bắt|thấy|luôn|ít ai|vì sao|tại sao|là|càng|số|cũng không|nhiều nơi|tưởng|phí)\s$"
)
_NO_MODAL_AFTER = later(
    r"\s(?:chờ|đợi|nhờ|trông|chăng|không(?= ?\?)|chịu (?:sức|áp|thiệt|lỗ|cảnh|tác)|đối mặt|thu(?= \d| của| ngân)|kể đến|nói(?: rằng| là)?|thừa nhận|mất|đâu|lòng|trái|ai|có thiết|trả giá|bàn cãi|chi|vay)(?!\w)"
)

# Most stretches break at marks alone; looking for conjunctions at every space costs ten times as much.
_CONJOINED = later(r"đồng thời|song song đó|bên cạnh đó|cùng với đó|và (?:cần|phải)")
_AT_MARK = (
    r"[;,.](?:(?<=;)\s*(?:và\s)?(?:đồng thời,?\s)?|(?<=,)\s(?:và\s)?(?=(?:giao|yêu cầu|đề nghị|phân công|không được|tuyệt đối không|nghiêm cấm|cấm|dừng ngay)\s)"
    r"|(?<=,)\s(?:còn\s|riêng\s)?(?=[^\W\d_])|(?<=\.)\s)"
)
_BREAK_AT_MARK = later(_AT_MARK)
_BREAK = later(
    r",?\s(?:đồng thời|song song đó|bên cạnh đó|cùng với đó),?\s|,?\svà\s(?=(?:cần phải|phải|cần)\s(?!làm|được|có thể))|"
    + _AT_MARK
)
# ", làm rõ …" goes on with the same task; ", Cục B phải …" opens another.
_SAME_TASK = later(r",\s(?:còn\s|riêng\s)?$")
_OPENS_TASK = later(
    r"\s?(?:cần phải|phải|cần|có trách nhiệm|chịu trách nhiệm|chủ trì|khẩn trương|hoàn thành|lo|rà soát|lập|tổ chức|tham mưu|báo cáo)(?!\w)"
)
_WITH_OTHERS = later(r"(?<!\w)(?:phối hợp|cùng|kết hợp|giữa|như|gồm|hỗ trợ|cho|gửi|và các)(?!\w)[^;]{0,80}$")
# In a list the comma before a body opens its task, unless bodies are being told off: "phối hợp Sở Y tế, Sở Nội vụ".
_SIDE_BY_SIDE = later(r"(?<!\w)(?:phối hợp|cùng|kết hợp|giữa|như|gồm|hỗ trợ|gửi|cho|và)(?!\w)(?!\s\d)[^;,]{0,50}$")
_FINISHING = later(
    r"(?:việc này |công việc này |nội dung này |tất cả |toàn bộ (?:việc|công việc) )?(?:phải |cần )?(?:thời hạn|hạn|thời gian|hoàn thành|hoàn tất|làm xong|xong|kết thúc|báo cáo|gửi|trình|nộp|chậm nhất|muộn nhất)(?!\w)"
)
_FINISHING_LENGTH = 90

_CONNECTOR = later(
    r"(?:như sau|theo đó|đồng thời|bên cạnh đó|ngoài ra|cuối cùng|do đó|do vậy|vì vậy|vì thế|bởi vậy|trước mắt|trước hết|cùng với đó|thời gian tới|hiện nay|tuy nhiên|thứ \w+ là|thứ (?:nhất|hai|ba|tư|năm|sáu)"
    r"|một là|hai là|ba là|bốn là|năm là|song song với đó|trên cơ sở đó|từ đó|đặc biệt|cụ thể|riêng|mặt khác|đáng chú ý|như vậy|song song đó|và|nhưng|song|còn|rằng|là|tiếp theo|tới đây|sắp tới)(?:[,:]\s?|\s)"
)
_OPENING_PHRASE = later(
    r"(?:mỗi|hàng|hằng|định kỳ(?: hàng| hằng)?) (?:ngày|tuần|tháng|quý|năm|6 tháng)[^,;:]{0,30},\s|(?:sau khi|khi|nếu) [^,;:]{3,90}? thì\s"
    r"|(?:về|đối với|với|trong|trên cơ sở|nhân|để|từ|tại|bên cạnh|ngoài|cùng với|theo|căn cứ|xét|thực hiện|trước|sau|nhằm|do|vì|khi|đến|tới|kể từ|qua|riêng|năm|quý|tháng|tuần|ngay|chậm nhất|trước mắt|muốn|nếu|ở)"
    r"\s[^,;:]{1,140}[,:]\s"
)


def first_modal(lower: str, start: int, end: int) -> re.Match[str] | None:
    """The first "phải", "cần", "có trách nhiệm" … that lays a duty on somebody."""
    if not any(lower.find(word, start, end) >= 0 for word in _MODAL_WORDS):
        return None
    for found in MODAL.finditer(lower, start, end):
        if not _NO_MODAL_BEFORE.search(
            lower, max(start, found.start() - 14), found.start()
        ) and not _NO_MODAL_AFTER.match(lower, found.end(), end):
            return found
    return None


def clauses(doc: Layout, start: int, end: int, *, listed: bool = False) -> Iterator[tuple[int, int]]:
    """Cut a stretch of one sentence into the clauses that may each hold a task.

    listed   the stretch is a list of tasks, where ", Cục B …" opens the next whatever its verb
    """
    lower = doc.lower
    begin = start
    breaks = _BREAK if _CONJOINED.search(lower, start, end) else _BREAK_AT_MARK
    for cut in breaks.finditer(lower, start, end):
        if cut.start() <= begin or not _is_cut(doc, begin, cut, end, listed=listed):
            continue
        yield begin, cut.start()
        begin = cut.end()
    if begin < end:
        yield begin, end


def _is_cut(doc: Layout, begin: int, cut: re.Match[str], end: int, *, listed: bool) -> bool:
    lower, after = doc.lower, cut.end()
    mark = cut.group()
    if "đồng thời" not in mark and is_finishing(lower, after, _clause_end(lower, after, end), doc.composed):
        return False
    if mark.startswith((";", ".")):
        return True
    if "đồng thời" in mark or "song song" in mark or "bên cạnh" in mark or "cùng với" in mark:
        return bool(
            VERB.match(lower, after, end)
            or MODAL.match(lower, after, end)
            or bodies_at(lower, doc.composed, after, end)
        )
    if not _SAME_TASK.match(mark):
        return bool(VERB.search(lower, begin, cut.start()) or MODAL.search(lower, begin, cut.start()))
    return _new_subject(doc, begin, cut.start(), after, end, listed=listed)


def _new_subject(doc: Layout, begin: int, cut: int, after: int, end: int, *, listed: bool) -> bool:
    lower = doc.lower
    bodies = bodies_at(lower, doc.composed, after, end)
    if not bodies:
        return False
    named = doc.composed[after : bodies.end] != lower[after : bodies.end] and (listed or has_head(lower, after))
    acts = _OPENS_TASK.match(lower, bodies.end, end) or (named and VERB.match(lower, bodies.end + 1, end))
    if listed and (named or is_bare(lower, after)) and not _only_names(doc, begin, cut):
        return lower[bodies.end : bodies.end + 1] == " " and not _SIDE_BY_SIDE.search(lower, max(begin, cut - 90), cut)
    if not acts:
        return False
    left = VERB.search(lower, begin, cut) or " đạt " in lower[begin:cut]
    return bool(left) and not _WITH_OTHERS.search(lower, max(begin, cut - 90), cut)


def _only_names(doc: Layout, begin: int, cut: int) -> bool:
    """ "Thủ trưởng các sở, Chủ tịch UBND các huyện …": before the comma stand only more who are told."""
    begin = _skip_blank(doc.lower, begin, cut)
    bodies = bodies_at(doc.lower, doc.composed, begin, cut)
    return bodies is not None and cut - bodies.end <= 1


def _clause_end(lower: str, start: int, end: int) -> int:
    stop = lower.find(";", start, end)
    return stop if stop >= 0 else end


def is_finishing(lower: str, start: int, end: int, composed: str) -> bool:
    """ "hoàn thành trước 30/6": only the day of the task before it."""
    if end - start > _FINISHING_LENGTH or not _FINISHING.match(lower, start, end):
        return False
    return any(due.force != "urgency" for due in find_deadlines(composed[start:end]))


def own_start(lower: str, composed: str, start: int, end: int) -> tuple[int, int]:
    """Where a clause's own words begin, and where its span begins (earlier where an opening phrase sets the day)."""
    place = start
    span_start: int | None = None
    for _ in range(6):
        place = _skip_blank(lower, place, end)
        opening = _CONNECTOR.match(lower, place, end)
        if not opening:
            opening = _OPENING_PHRASE.match(lower, place, end)
            if opening and first_modal(lower, place, opening.end() - 2) and VERB.search(lower, place, opening.end()):
                opening = None
            if opening and span_start is None and any(True for _ in find_deadlines(composed[place : opening.end()])):
                span_start = place
        if not opening:
            break
        place = opening.end()
    return place, place if span_start is None else span_start


def _skip_blank(lower: str, place: int, end: int) -> int:
    while place < end and lower[place] in " \n,:;.-–+*\"“”'":
        place += 1
    return place
