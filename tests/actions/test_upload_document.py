"""Handing in: stored with everything read, once; what cannot be read is refused in words and leaves nothing."""

from pathlib import Path
from typing import Any

import pytest

import cast
from giaoban.access import Refused
from giaoban.actions.errors import ActError
from giaoban.actions.upload_document import clean_name, upload_document
from giaoban.core.errors import DocumentError, GiaobanError
from giaoban.records.models import AuditEntry, Document, Kind, ReadItem
from giaoban.wording.errors import say

REPORT = (
    "Báo cáo giao ban tháng 5/2023\n\n"
    "Lĩnh vực Bưu chính: Doanh thu dịch vụ bưu chính tháng 5/2023 ước đạt 4.600 tỷ đồng, "
    "tăng 5,2% so với tháng 4/2023.\n"
)


def stored_files(settings: Any) -> list[Path]:
    root = Path(settings.MEDIA_ROOT)
    return [path for path in root.rglob("*") if path.is_file()] if root.exists() else []


def content_of(document: Document) -> bytes:
    with document.file.open("rb") as file:
        return bytes(file.read())


def test_a_report_is_kept_with_what_was_read(people: dict[str, Any], settings: Any) -> None:
    uploaded = upload_document("Báo cáo tháng 5.txt", REPORT.encode(), by=people["khue"])
    document = uploaded.document
    assert not uploaded.already
    assert (document.name, document.kind, document.entity) == ("Báo cáo tháng 5.txt", "txt", people["khue"].entity)
    assert content_of(document) == REPORT.encode()
    revenue = document.items.get(kind=Kind.FIGURE, quote="4.600 tỷ đồng")
    assert document.text[revenue.start : revenue.end] == revenue.quote
    assert (revenue.value, revenue.unit, revenue.state) == (4_600_000_000_000, "VND", "pending")
    assert AuditEntry.objects.get().act == "upload_document"


def test_the_same_file_again_opens_the_one_that_is_there(people: dict[str, Any], settings: Any) -> None:
    first = upload_document("a.txt", REPORT.encode(), by=people["khue"])
    again = upload_document("tên khác.txt", REPORT.encode(), by=people["khue"])
    assert again.already
    assert again.document == first.document
    assert Document.objects.count() == 1
    assert len(stored_files(settings)) == 1
    assert AuditEntry.objects.count() == 1


def test_another_unit_may_hand_in_the_same_file(people: dict[str, Any]) -> None:
    first = upload_document("a.txt", REPORT.encode(), by=people["khue"])
    other = upload_document("a.txt", REPORT.encode(), by=people["ha"])
    assert not other.already
    assert content_of(other.document) == content_of(first.document)


BAD = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "zip_that_is_no_docx": b"PK\x03\x04" + b"\x00" * 200,
    "broken_pdf": b"%PDF-1.7\n1 0 obj\n<<",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("ending", ["docx", "txt", "pdf"])
def test_what_cannot_be_read_is_refused_in_words_and_nothing_stays(
    people: dict[str, Any], settings: Any, content: bytes, ending: str
) -> None:
    with pytest.raises((ActError, DocumentError)) as refused:
        upload_document(f"bao-cao.{ending}", content, by=people["khue"])
    sentence = say(refused.value)
    assert sentence.endswith(".")
    assert refused.value.code not in sentence
    assert not Document.objects.exists()
    assert not AuditEntry.objects.exists()
    assert stored_files(settings) == []


def test_a_file_over_the_limit_is_refused(people: dict[str, Any], settings: Any) -> None:
    settings.MAX_UPLOAD = 100
    with pytest.raises(ActError) as refused:
        upload_document("a.txt", REPORT.encode(), by=people["khue"])
    assert refused.value.code == "file_too_large"


def test_when_the_record_fails_the_file_goes_too(
    people: dict[str, Any], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(ReadItem.objects, "bulk_create", full)
    with pytest.raises(OSError, match="full"):
        upload_document("a.txt", REPORT.encode(), by=people["khue"])
    assert not Document.objects.exists()
    assert stored_files(settings) == []


def test_characters_that_no_database_keeps_move_no_offset(people: dict[str, Any]) -> None:
    odd = "Giao\x00 ban.\n" + REPORT
    try:
        document = upload_document("a.txt", odd.encode(), by=people["khue"]).document
    except GiaobanError:
        return  # refusing it is as good
    for item in document.items.all():
        assert document.text[item.start : item.end] == item.quote


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ha\\Báo cáo.docx", "Báo cáo.docx"),
        ("a\u202egnp.exe\x00.txt", "agnp.exe.txt"),
        ("\n\t", "bao-cao"),
        ("x" * 500 + ".docx", "x" * 195 + ".docx"),
        ("Ba\u0301o ca\u0301o.txt", "Báo cáo.txt"),
    ],
)
def test_a_hostile_file_name_becomes_a_plain_one(sent: str, shown: str) -> None:
    assert clean_name(sent) == shown


@pytest.mark.parametrize("who", ["vinh", "lam", "anh", "dan"])
def test_who_may_not_hand_in(people: dict[str, Any], who: str) -> None:
    with pytest.raises(Refused):
        upload_document("a.txt", REPORT.encode(), by=people[who])
    assert not Document.objects.exists()


def test_whoever_has_no_unit_is_told_to_get_one(people: dict[str, Any]) -> None:
    people["ha"].entity = None
    with pytest.raises(Refused) as refused:
        upload_document("a.txt", REPORT.encode(), by=people["ha"])
    assert refused.value.code == "no_unit"


def test_figures_land_on_the_unit_that_speaks(people: dict[str, Any], units: dict[str, Any]) -> None:
    of_department = cast.document(people["tho"])
    assert {item.entity for item in of_department.items.filter(kind="figure")} == {units["ministry"]}
    of_province = cast.document(people["ha"])
    assert {item.entity for item in of_province.items.filter(kind="figure")} == {units["hanoi"]}
