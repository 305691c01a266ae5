"""Lists of assigned tasks, where the body and the day stand on lines of their own.

1. Xây dựng đề án …
   Đơn vị chủ trì: Cục A. Thời gian hoàn thành: tháng 6/2023.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from giaoban.reading.assignees import bodies_at
from giaoban.reading.deadlines import read_deadline
from giaoban.reading.layout import Layout
from giaoban.reading.model import Directive
from giaoban.reading.patterns import later

_LEAD_WORDS = (
    r"(?<!\w)(?:chủ trì|thực hiện|đầu mối|phụ trách|chịu trách nhiệm|được giao)(?:\s(?:thực hiện|chính|tham mưu))?\s?"
)
_LEADS = later(rf"{_LEAD_WORDS}$")
_DUE = later(
    r"(?<!\w)(?:thời hạn|thời gian|hạn|ngày|tiến độ)(?:\s(?:hoàn thành|thực hiện|báo cáo|trình|cuối|chót|xong))*\s?:\s*"
)
_LABEL = later(rf"(?:{_LEAD_WORDS}:\s*|{_DUE.pattern}|(?<!\w)(?:đơn vị |cơ quan )?phối hợp\s?:\s*)")
_COLON = later(r":\s?")
_PREFIX = later(r"(?:đơn vị|cơ quan|bộ phận|lãnh đạo)\s?$")
_STOP = later(r"[;\n)]|\.(?!\d)")
_TRIM = " ,;:.\n-–([)]"
_LEAST = 15  # characters of task before the label


def read_task_lists(doc: Layout, today: date | None, sector_at: Callable[[int], str]) -> list[Directive]:
    """One directive for each task that is followed by "Đơn vị chủ trì: …" """
    found: list[Directive] = []
    lower = doc.lower
    taken = 0
    for colon in _COLON.finditer(lower):
        label = _LEADS.search(lower, max(0, colon.start() - 40), colon.start())
        if label is None:
            continue
        place = _label_start(lower, label.start())
        if place < taken or not _opens(lower, place):
            continue
        start = _task_start(doc, place)
        line_end = lower.find("\n", colon.end())
        names_end = len(lower) if line_end < 0 else line_end
        bodies = bodies_at(lower, doc.composed, colon.end(), names_end)
        if start is None or bodies is None:
            continue
        end = _list_end(doc, bodies.end)
        deadline = read_deadline(doc.composed[start:end], today)
        action = doc.composed[start:place].strip(_TRIM)
        found.append(Directive(doc.span(start, end), bodies.names, False, action, deadline, sector_at(start)))
        taken = end
    return found


def _label_start(lower: str, place: int) -> int:
    """Where a label begins whose last words are at `place`: "Đơn vị chủ trì:"."""
    prefix = _PREFIX.search(lower, max(0, place - 10), place)
    return prefix.start() if prefix else place


def _opens(lower: str, place: int) -> bool:
    """ "… do Bộ chủ trì: …" is a sentence; a label opens a line, a bracket or a sentence."""
    before = lower[max(0, place - 6) : place].rstrip(" -–+*•")
    return not before or before[-1] in "\n.;(,:|"


def _task_start(doc: Layout, place: int) -> int | None:
    """Where the task begins that a label belongs to: in the same block, else the block before."""
    sentence = doc.sentence_at(place)
    if sentence is None:
        return None
    block = doc.blocks[sentence.block]
    if place - block.body >= _LEAST:
        before = doc.sentence_at(place - 3)
        start = max(block.body, before.start) if before else block.body
        return start if place - start >= _LEAST else block.body
    if sentence.block == 0:
        return None
    task = doc.blocks[sentence.block - 1]
    return task.body if task.end - task.body >= _LEAST else None


def _list_end(doc: Layout, place: int) -> int:
    """The end of the labels: those on the same line and on the lines that follow."""
    lower = doc.lower
    end = place
    while True:
        label = _LABEL.search(lower, end, min(len(lower), end + 60))
        if not label or "\n\n" in lower[end : label.start()]:
            break
        stop = _STOP.search(lower, label.end())
        end = stop.start() if stop else len(lower)
    return end
