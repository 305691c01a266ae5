"""A Vietnamese sentence for every error: where, what is wrong, what to do. Gentle, no blame, no trace.

The sentences stand in `error_sentences`; here their details are printed into them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from string import Formatter

from giaoban.core.errors import GiaobanError
from giaoban.core.periods import Period
from giaoban.wording.error_sentences import SENTENCES as SENTENCES
from giaoban.wording.error_sentences import UNKNOWN as UNKNOWN
from giaoban.wording.error_sentences import Sentence
from giaoban.wording.numbers import (
    format_date,
    format_moment,
    format_number,
    format_period,
    format_size,
)

_KINDS = {
    "day": "ngày",
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "half_year": "nửa năm",
    "year": "năm",
    "nine_months": "kỳ 9 tháng",
    "cumulative": "kỳ lũy kế đến tháng",
    "span": "tháng",
    "merge": "hợp nhất",
    "split": "chia tách",
    "rename": "đổi tên",
    "promote": "nâng cấp",
    "move": "chuyển",
    "recode": "đổi mã",
    "abolish": "giải thể",
    "create": "thành lập",
    "figure": "số liệu",
    "directive": "ý kiến chỉ đạo",
    "target": "mục tiêu",
    "finding": "kết quả kiểm tra",
}
_SIDES = {"predecessors": "trước sắp xếp", "successors": "sau sắp xếp"}
_ATTRIBUTES = {"name": "tên", "code": "mã", "rank": "cấp", "parent": "đơn vị cấp trên"}
_FORMS = {
    "doc": "văn bản Word đời cũ (.doc)",
    "rtf": "văn bản RTF",
    "odt": "văn bản OpenDocument (.odt)",
    "ppt": "bài trình chiếu",
    "xml": "dữ liệu XML",
    "txt": "văn bản thường",
    "html": "trang web",
    "docx": "văn bản Word",
    "pdf": "văn bản PDF",
    "picture": "ảnh quét",
}
_DAYS = {"None": "không tìm thấy ngày nào"}

WORDS: Mapping[str, Mapping[str, str]] = {
    "form": _FORMS,
    "kind": _KINDS,
    "side": _SIDES,
    "missing": _ATTRIBUTES,
    "day": _DAYS,
}
"""The words for the codes that stand in some details, by the name of the detail."""


def say(error: GiaobanError, *, place: str = "") -> str:
    """The sentence of an error, its details filled in; `place` ("Tệp báo-cáo.docx, bảng 1") is said first.

    A detail that the error does not carry leaves «…» in its place; a code without a sentence gets a general one.
    """
    sentence = SENTENCES.get(error.code, UNKNOWN)
    details = {"code": error.code, **error.details}
    where, wrong, remedy = (fill(part, details) for part in sentence)
    opening = f"{place}: {where[0].lower()}{where[1:]}" if place else where
    return f"{opening} {wrong}. {remedy}."


def placeholders(sentence: Sentence) -> set[str]:
    """The details that a sentence asks for."""
    return {name for part in sentence for _, name, _, _ in Formatter().parse(part) if name}


class _Details(Formatter):
    """Fills placeholders with printed details; a missing one prints "…".

    {size:size} prints octets; {pages:number} groups thousands, which a line or a year must not.
    """

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        value = kwargs.get(str(key))
        return WORDS.get(str(key), {}).get(str(value), value)

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec == "size" and isinstance(value, int):
            return format_size(value)
        if format_spec == "number" and isinstance(value, int):
            return format_number(Decimal(value))
        return show(value)


def fill(part: str, details: Mapping[str, object]) -> str:
    """A template with its details printed into it."""
    return _Details().vformat(part, (), details)


def show(value: object) -> str:
    """A detail as a person reads it: numbers, dates and periods printed, lists joined, None as …."""
    match value:
        case None:
            return "…"
        case bool():
            return "có" if value else "không"
        case Decimal() if value.is_finite():
            return format_number(value)
        case datetime():
            return format_moment(value)
        case date():
            return format_date(value)
        case Period():
            return format_period(value)
        case GiaobanError():
            return say(value).rstrip(".")
        case Enum():
            return show(value.value)
        case str():
            return value
        case Iterable():
            return ", ".join(show(item) for item in value)
        case _:
            return str(value)
