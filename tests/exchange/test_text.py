"""Text files in the encodings of Vietnamese offices: what comes out is the report, and offsets hold."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.core.errors import DocumentError
from giaoban.exchange.extract import extract, extract_bytes
from giaoban.exchange.legacy_fonts import from_tcvn3, from_vni

REPORT = (
    "Báo cáo giao ban tháng 9/2023\n\n"
    "Doanh thu dịch vụ bưu chính ước đạt 4.215 tỷ đồng, tăng 6,2% so với cùng kỳ năm 2022; "
    "số thuê bao băng rộng cố định là 412.630 thuê bao.\n"
    "Bộ trưởng yêu cầu các đơn vị khẩn trương hoàn thiện kế hoạch trước ngày 15/10/2023.\n"
)
TCVN3 = (
    "B¸o c¸o giao ban th¸ng 9/2023\n\n"
    "Doanh thu dÞch vô b­u chÝnh ­íc ®¹t 4.215 tû ®ång, t¨ng 6,2% so víi cïng kú n¨m 2022; "
    "sè thuª bao b¨ng réng cè ®Þnh lµ 412.630 thuª bao.\n"
    "Bé tr­ëng yªu cÇu c¸c ®¬n vÞ khÈn tr­¬ng hoµn thiÖn kÕ ho¹ch tr­íc ngµy 15/10/2023.\n"
)
VNI = (
    "Baùo caùo giao ban thaùng 9/2023\n\n"
    "Doanh thu dòch vuï böu chính öôùc ñaït 4.215 tyû ñoàng, taêng 6,2% so vôùi cuøng kyø naêm 2022; "
    "soá thueâ bao baêng roäng coá ñònh laø 412.630 thueâ bao.\n"
    "Boä tröôûng yeâu caàu caùc ñôn vò khaån tröông hoaøn thieän keá hoaïch tröôùc ngaøy 15/10/2023.\n"
)


def cp1258(text: str) -> bytes:
    """The text as Windows-1258 writes it: a vowel, then its tone."""
    written = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        written.append(unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones)) + tones)
    return "".join(written).encode("cp1258")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(REPORT.encode(), id="UTF-8"),
        pytest.param(REPORT.encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param(REPORT.encode("utf-16-le"), id="UTF-16 little end first, no mark"),
        pytest.param(REPORT.encode("utf-16-be"), id="UTF-16 big end first, no mark"),
        pytest.param(REPORT.encode("utf-32"), id="UTF-32"),
        pytest.param(cp1258(REPORT), id="Windows-1258"),
        pytest.param(TCVN3.encode("latin-1"), id="TCVN3 bytes"),
        pytest.param(VNI.encode("cp1252"), id="VNI bytes"),
        pytest.param(TCVN3.encode(), id="TCVN3 letters saved as UTF-8"),
        pytest.param(VNI.encode(), id="VNI letters saved as UTF-8"),
        pytest.param(REPORT.encode().decode("latin-1").encode(), id="UTF-8 saved as UTF-8 twice"),
    ],
)
def test_a_report_comes_out_the_same_from_every_encoding(content: bytes):
    assert extract_bytes(content, name="bao-cao.txt").text == REPORT


@pytest.mark.parametrize(("content", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_a_converted_file_says_from_what(content: str, encoding: str):
    (note,) = extract_bytes(content.encode()).notes
    assert (note.code, note.details) == ("converted_encoding", {"encoding": encoding})


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(REPORT.encode(), id="plain"),
        pytest.param(b"\xef\xbb\xbf" + REPORT.encode(), id="with a byte-order mark"),
        pytest.param(REPORT.replace("\n", "\r\n").encode(), id="with Windows line ends"),
        pytest.param(REPORT.replace("\n", "\r").encode(), id="with old Macintosh line ends"),
        pytest.param(unicodedata.normalize("NFD", REPORT).encode(), id="with letters taken apart"),
        pytest.param(("\t " + REPORT + " \u200b\xa0").encode(), id="with blanks around"),
        pytest.param(
            "Đạt 5% © «kế hoạch» – §2 ±1° m² Microsoft® · giảm\n".encode(), id="with signs of other alphabets"
        ),
        pytest.param(
            "Ngân sách của Côte d’Ivoire và Curaçao đạt 5 tỷ; Malmö, Zürich\n".encode(), id="with foreign names"
        ),
    ],
)
def test_the_text_of_a_utf8_file_is_the_files_own_text(tmp_path: Path, content: bytes):
    file = tmp_path / "bao-cao.txt"
    file.write_bytes(content)
    document = extract(file)
    assert document.text == file.read_text("utf-8")
    assert document.notes == ()


def test_legacy_lines_among_unicode_lines_are_converted_and_the_others_left_alone():
    unicode_line = "Tỷ lệ phủ sóng đạt 92,8% «kế hoạch» năm.\n" * 20
    document = extract_bytes((unicode_line + TCVN3).encode())
    assert document.text == unicode_line + REPORT


def test_lines_of_two_encodings_in_one_file_are_each_read_in_their_own():
    document = extract_bytes(REPORT.encode() + TCVN3.encode("latin-1"))
    assert document.text == REPORT + REPORT


def test_a_line_that_is_half_utf8_and_half_tcvn3_is_read_in_both():
    sound, old = REPORT.encode(), TCVN3.encode("latin-1")
    text = extract_bytes(
        sound[: sound.index(b" \xc6\xb0\xe1\xbb\x9bc")] + old[old.index("­íc".encode("latin-1")) - 1 :]
    ).text
    assert text == REPORT


def test_capitals_that_tcvn3_kept_in_another_font_are_mended_where_the_word_tells():
    assert (
        from_tcvn3("B¸o c¸o: ý KIÕN CHØ §¹O, MôC TI£U, Bé, §¹t").split(": ")[1] == "ý KIẾN CHỈ ĐẠO, MỤC TIÊU, Bộ, Đạt"
    )


def test_capital_letters_of_vni_keep_their_case():
    assert (
        from_vni("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, ÑOÄC LAÄP") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, ĐỘC LẬP"
    )


def test_every_tcvn3_vowel_of_the_standard_is_there():
    assert from_tcvn3("µ¶·¸¹ »¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ ßáâãä åæçèé êëìíî ïñòóô õö÷øù úûüýþ ¨©ª«¬­®") == (
        "àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ ăâêôơưđ"
    )


def test_a_file_cut_short_in_the_middle_of_a_letter_is_read_with_a_note():
    content = REPORT.encode()[: REPORT.encode().rindex("ạ".encode()) + 1]
    document = extract_bytes(content)
    assert document.text.endswith("kế ho\ufffd")
    assert [note.code for note in document.notes] == ["broken_bytes"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "file_empty", id="nothing"),
        pytest.param(b" \r\n\t\n", "file_empty", id="only blanks"),
        pytest.param(b"\xef\xbb\xbf", "file_empty", id="only a byte-order mark"),
        pytest.param(bytes(range(256)) * 40, "file_binary", id="every byte there is"),
        pytest.param(b"MZ\x90\x00\x03" + b"\x00" * 500, "file_binary", id="a program"),
        pytest.param(
            "日本語の報告書です。売上は増えました。".encode("shift-jis") * 30, "encoding_unknown", id="Japanese"
        ),
    ],
)
def test_bytes_that_are_no_report_are_refused_by_name(content: bytes, code: str):
    with pytest.raises(DocumentError) as refused:
        extract_bytes(content, name="bao-cao.txt")
    assert refused.value.code == code


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_whatever_raise_anything_but_a_document_error(content: bytes):
    try:
        document = extract_bytes(b"a" + content)  # the letter keeps it out of the other formats
    except DocumentError:
        return
    assert document.text


@settings(deadline=None)
@given(st.text(max_size=300).filter(lambda text: text.strip("\ufeff \t\n\r\f\v\u200b\xa0")))
def test_no_utf8_text_raises_anything_but_a_document_error(text: str):
    try:
        extract_bytes(("Báo cáo " + text).encode("utf-8", "ignore"))
    except DocumentError as refused:
        assert refused.code == "file_binary"  # noqa: PT017 - a text of control characters is no text
