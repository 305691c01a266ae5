"""Every error has a sentence: where, what is wrong, what to do."""

import ast
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import giaoban
from giaoban.core.errors import FigureError, GiaobanError, PeriodError
from giaoban.core.figures import parse_figure
from giaoban.core.periods import month, parse_period
from giaoban.wording.error_sentences import SENTENCES
from giaoban.wording.errors import placeholders, say, show
from giaoban.wording.notes import NOTES, say_note

HOUSE = Path(giaoban.__file__).parent


def calls() -> Iterator[tuple[Path, str, ast.Call]]:
    """Every call in the house, with the name of what is called."""
    for path in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                yield path, name, node


def families() -> set[str]:
    """The names of GiaobanError and of every class in the house made from it."""
    bases = {}
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {getattr(base, "id", getattr(base, "attr", "")) for base in node.bases}
    found = {"GiaobanError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def codes(argument: ast.expr) -> set[str]:
    """The codes an argument may be: a text, or either arm of a choice."""
    return {node.value for node in ast.walk(argument) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def raised() -> list[tuple[str, str, set[str]]]:
    """(code, where, names of its details) of every error the house raises by name."""
    errors = families()
    found = []
    for path, name, call in calls():
        if name in errors and call.args:
            details = {keyword.arg or "**" for keyword in call.keywords}
            code = call.args[0]
            arms = (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,)
            found += [(code, f"{path.name}:{call.lineno}", details) for arm in arms for code in codes(arm)]
    return found


@pytest.mark.parametrize(
    ("code", "place", "details"), raised(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_error_raised_in_the_house_has_a_sentence(code: str, place: str, details: set[str]):
    assert code in SENTENCES, f"{place} raises «{code}»: add its sentence to giaoban/wording/error_sentences.py"
    asked = placeholders(SENTENCES[code])
    assert "**" in details or asked <= details, f"{place} does not give «{asked - details}» for «{code}»"


def test_no_two_tables_hold_one_code():
    tables = [
        node
        for node in ast.parse((HOUSE / "wording/error_sentences.py").read_text("utf-8")).body
        if isinstance(node, ast.Assign)
    ]
    keys = [key.value for table in tables if isinstance(table.value, ast.Dict) for key in table.value.keys if key]
    sentences = [key for key in keys if key in SENTENCES]
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_says_where_what_and_what_to_do(code: str):
    sentence = SENTENCES[code]
    assert all(part and part == part.strip() and not part.endswith(".") for part in sentence)
    assert sentence.where[0].isupper() or sentence.where[0] == "{"
    assert sentence.remedy.startswith(("Hãy ", "Nếu ", "Một "))
    assert "lỗi hệ thống" not in say(GiaobanError(code)).lower()


def test_a_figure_with_two_readings_is_told_with_both():
    with pytest.raises(FigureError) as refused:
        parse_figure("1,234")
    assert say(refused.value, place="Ô B7") == (
        "Ô B7: số «1,234» đọc được theo hai cách. Nếu dấu phẩy mở phần lẻ, hãy gõ thêm một số 0 ở cuối; "
        "nếu dấu phẩy ngăn hàng nghìn, hãy thay bằng dấu chấm."
    )


def test_a_period_that_does_not_exist_is_told_in_words():
    with pytest.raises(PeriodError) as refused:
        parse_period("tháng 13/2022")
    assert say(refused.value).startswith("Kỳ báo cáo không có tháng thứ 13 trong năm 2022. ")


def test_a_detail_is_printed_as_a_person_reads_it():
    assert show(Decimal("1234.5")) == "1.234,5"
    assert show((date(2022, 5, 26), month(2022, 4), None)) == "26/5/2022, tháng 4/2022, …"
    assert say(GiaobanError("file_too_large", size=62_500_000, limit=50_000_000)).startswith(
        "Tệp có dung lượng 62,5 MB, lớn hơn mức 50 MB nhận được. "
    )


def test_large_counts_are_grouped_and_line_numbers_are_not():
    assert say(GiaobanError("too_many_pages", pages=10_000, limit=1000)).startswith("Tệp có 10.000 trang, nhiều hơn")
    assert say(GiaobanError("history_value", line=1200, typed="x")).startswith("Dòng 1200 ")


def test_a_code_without_a_sentence_still_tells_what_to_do():
    told = say(GiaobanError("never_seen"))
    assert "never_seen" in told
    assert "quản trị hệ thống" in told


@given(st.sampled_from(sorted(SENTENCES)), st.text(max_size=30))
def test_no_detail_breaks_a_sentence(code: str, text: str):
    details = dict.fromkeys(placeholders(SENTENCES[code]) - {"code"}, text)
    assert say(GiaobanError(code, **details)).endswith(".")
    assert say(GiaobanError(code)).endswith(".")


def test_every_note_on_a_file_has_a_sentence():
    noted = {code for _, name, call in calls() if name == "Note" and call.args for code in codes(call.args[0])}
    assert noted, "the house makes no notes: has Note another name?"
    assert noted <= NOTES.keys()
    assert "nội dung là ảnh quét;" in say_note("wrong_ending", {"ending": ".pdf", "form": "picture"})
    assert say_note("broken_bytes", {"count": 3}).startswith("Có 3 ký tự hỏng")
