"""Lists of assigned tasks, where the body and the day stand on lines of their own.

1. Xây dựng đề án …
   Đơn vị chủ trì: Cục A. Thời gian hoàn thành: tháng 6/2023.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from giaoban.reading.assignees import bodies_at
from giaoban.reading.deadlines import read_deadline
from giaoban.reading.layout import Layout
from giaoban.reading.model import Directive

_LEAD_BODY = re.compile(
    r"(?<!\w)(?:(?:đơn vị|cơ quan|bộ phận|lãnh đạo)\s)?(?:chủ trì|thực hiện|đầu mối|phụ trách|chịu trách nhiệm|được giao)(?:\s(?:thực hiện|chính|tham mưu))?\s?:\s*"
)
_DUE = re.compile(
    r"(?<!\w)(?:thời hạn|thời gian|hạn|ngày|tiến độ)(?:\s(?:hoàn thành|thực hiện|báo cáo|trình|cuối|chót|xong))*\s?:\s*"
)
_LABEL = re.compile(rf"(?:{_LEAD_BODY.pattern}|{_DUE.pattern}|(?<!\w)(?:đơn vị |cơ quan )?phối hợp\s?:\s*)")
_TRIM = " ,;:.\n-–([)]"
_LEAST = 15  # characters of task before the label


def read_task_lists(doc: Layout, today: date | None, sector_at: Callable[[int], str]) -> list[Directive]:
    """One directive for each task that is followed by "Đơn vị chủ trì: …" """
    found: list[Directive] = []
    lower = doc.lower
    taken = 0
    for label in _LEAD_BODY.finditer(lower):
        if label.start() < taken or _in_sentence(lower, label):
            continue
        start = _task_start(doc, label.start())
        line_end = lower.find("\n", label.end())
        names_end = len(lower) if line_end < 0 else line_end
        bodies = bodies_at(lower, doc.composed, label.end(), names_end)
        if start is None or bodies is None:
            continue
        end = _list_end(doc, bodies.end)
        deadline = read_deadline(doc.composed[start:end], today)
        action = doc.composed[start : label.start()].strip(_TRIM)
        found.append(Directive(doc.span(start, end), bodies.names, False, action, deadline, sector_at(start)))
        taken = end
    return found


def _in_sentence(lower: str, label: re.Match[str]) -> bool:
    """ "… do Bộ chủ trì: …" is a sentence; a label opens a line, a bracket or a sentence."""
    before = lower[: label.start()][-6:].rstrip(" -–+*•")
    return bool(before) and before[-1] not in "\n.;(,:|)"


def _task_start(doc: Layout, place: int) -> int | None:
    """Where the task begins that a label belongs to: in the same block, else the block before."""
    number = next((n for n, block in enumerate(doc.blocks) if block.start <= place < block.end), None)
    if number is None:
        return None
    block = doc.blocks[number]
    if place - block.body >= _LEAST:
        sentence = doc.sentence_at(place - 3)
        start = max(block.body, sentence.start) if sentence else block.body
        return start if place - start >= _LEAST else block.body
    if number == 0 or doc.blocks[number - 1].end - doc.blocks[number - 1].body < _LEAST:
        return None
    return doc.blocks[number - 1].body


def _list_end(doc: Layout, place: int) -> int:
    """The end of the labels: those on the same line and on the lines that follow."""
    lower = doc.lower
    end = place
    while True:
        label = _LABEL.search(lower, end, min(len(lower), end + 60))
        if not label or "\n\n" in lower[end : label.start()]:
            break
        stop = re.compile(r"[.;\n)]").search(lower, label.end())
        end = stop.start() if stop else len(lower)
        while stop and stop.group() == "." and lower[stop.end() : stop.end() + 1].isdigit():
            stop = re.compile(r"[.;\n)]").search(lower, stop.end())
            end = stop.start() if stop else len(lower)
    return end
