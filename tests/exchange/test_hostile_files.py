"""Files that are broken, locked, misnamed or made to harm: each is refused by name, quickly, and nothing hangs."""

import hashlib
import io
import os
import struct
import time
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pypdf
import pytest
from papers import OPENING, archive, docx_of, pdf
from PIL import Image

from giaoban.core.errors import DocumentError
from giaoban.exchange.extract import extract, extract_bytes
from giaoban.wording.errors import say

P = "<w:p><w:r><w:t>Đạt 5 tỷ đồng</w:t></w:r></w:p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def refusal(content: bytes, name: str = "bao-cao.docx") -> str:
    with pytest.raises(DocumentError) as refused:
        extract_bytes(content, name=name)
    assert "…" not in say(refused.value), "a detail of the sentence is missing"
    return refused.value.code


def stored(entries: dict[str, bytes], *, times: int = 1) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in entries.items():
            with packed.open(name, "w") as entry:
                for _ in range(times):
                    entry.write(content)
    return buffer.getvalue()


def blank_pdf(pages: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def png_that_says_it_is(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(docx_of(P)[:300], "file_corrupt", id="a Word file cut short"),
        pytest.param(pdf([OPENING])[:200], "file_corrupt", id="a PDF cut short"),
        pytest.param(b"%PDF-1.7\n" + os.urandom(5000), "file_corrupt", id="a PDF of noise"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, "file_corrupt", id="a picture of nothing"),
        pytest.param(b"\xff\xd8\xff\xe0" + b"noise" * 90, "file_corrupt", id="a photograph of noise"),
        pytest.param(b"PK\x03\x04" + b"noise" * 90, "file_corrupt", id="an archive of noise"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "file_locked", id="a Word file with a password"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "file_other_writer", id="an old Word file"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), "file_is_spreadsheet", id="an old spreadsheet"),
        pytest.param(archive({"xl/workbook.xml": b"<x/>"}), "file_is_spreadsheet", id="a spreadsheet"),
        pytest.param(archive({"ppt/presentation.xml": b"<x/>"}), "file_other_writer", id="slides"),
        pytest.param(
            archive({"mimetype": b"application/vnd.oasis.opendocument.text"}), "file_other_writer", id="OpenDocument"
        ),
        pytest.param(archive({"bao-cao.txt": b"Bao cao"}), "file_is_archive", id="an archive of reports"),
        pytest.param(b"Rar!\x1a\x07\x00" + b"x" * 60, "file_is_archive", id="a RAR archive"),
        pytest.param(b"\x1f\x8b\x08" + b"x" * 60, "file_is_archive", id="a gzip archive"),
        pytest.param(b"{\\rtf1\\ansi B\\'e1o c\\'e1o}", "file_other_writer", id="RTF"),
        pytest.param(b'<?xml version="1.0"?><w:wordDocument/>', "file_other_writer", id="Word in one XML file"),
    ],
)
def test_what_is_no_readable_report_is_refused_by_name(content: bytes, code: str):
    assert refusal(content) == code


@pytest.mark.parametrize("name", ["bao-cao.txt", "bao-cao.pdf", "bao-cao", "bao-cao.exe"])
def test_a_file_is_known_by_its_content_whatever_its_name(name: str):
    assert extract_bytes(docx_of(P), name=name).text == "Đạt 5 tỷ đồng"


@pytest.mark.parametrize(
    ("entries", "times", "code"),
    [
        pytest.param({"word/document.xml": b" " * 1_000_000}, 300, "archive_swells", id="one part of 300 MB"),
        pytest.param({"word/document.xml": b" " * 1_000_000}, 20, "archive_too_dense", id="a thousand times its size"),
        pytest.param(
            {f"word/{n}.xml": b" " * 100_000 for n in range(40)}, 60, "archive_swells", id="many parts that add up"
        ),
        pytest.param({f"word/{n}.xml": b"" for n in range(10_001)}, 1, "archive_too_many_parts", id="too many parts"),
    ],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(entries: dict[str, bytes], times: int, code: str):
    bomb = stored(entries, times=times)
    assert len(bomb) < 2_000_000
    began = time.monotonic()
    assert refusal(bomb) == code
    assert time.monotonic() - began < 1


def test_a_part_that_unpacks_to_more_than_it_declares_takes_no_memory():
    bomb = bytearray(stored({"word/document.xml": b" " * 1_000_000}, times=100))
    size = bomb.rindex(b"PK\x01\x02") + 24
    bomb[size : size + 4] = struct.pack("<I", 1000)
    tracemalloc.start()
    try:
        assert refusal(bytes(bomb)) == "file_corrupt"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_header_named_many_times_is_read_once():
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(f'<r Id="r{n}" Type="{office}/header" Target="header1.xml"/>' for n in range(20_000))
    header = "<w>" + "".join(f"<p><r><t>Số {n} đạt 5 tỷ đồng</t></r></p>" for n in range(500)) + "</w>"
    entries = {
        "word/document.xml": f"<w><body>{P.replace('w:', '')}</body></w>",
        "word/_rels/document.xml.rels": f"<rs>{links}</rs>",
        "word/header1.xml": header,
    }
    began = time.monotonic()
    text = extract_bytes(archive({name: content.encode() for name, content in entries.items()})).text
    assert text.count("Số 7 đạt") == 1
    assert time.monotonic() - began < 10


def test_more_text_than_a_person_could_have_written_is_refused_whatever_it_is_packed_in():
    body = "".join(
        f"<w:p><w:r><w:t>{hashlib.sha256(bytes([n % 256, n // 256])).hexdigest() * 8}</w:t></w:r></w:p>"
        for n in range(10_000)
    )
    assert refusal(docx_of(body)) == "text_too_long"


def test_an_archive_inside_an_archive_is_never_opened():
    inner = stored({"word/document.xml": b" " * 1_000_000}, times=300)
    assert extract_bytes(archive_with(docx_of(P), inner)).text == "Đạt 5 tỷ đồng"


def archive_with(word_file: bytes, inner: bytes) -> bytes:
    buffer = io.BytesIO(word_file)
    with zipfile.ZipFile(buffer, "a") as packed:
        packed.writestr("word/embeddings/bomb.docx", inner)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "declaration",
    [
        pytest.param(
            '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(
                f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
            ) + "]>",
            id="a billion laughs",
        ),
        pytest.param('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', id="a file of the machine"),
        pytest.param('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">', id="a document type from elsewhere"),
    ],
)  # fmt: skip
def test_xml_entities_in_a_word_file_are_refused(declaration: str):
    entries = {
        "[Content_Types].xml": b"wordprocessingml",
        "word/document.xml": f"{declaration}<w><body><p><r><t>&j;&x;</t></r></p></body></w>".encode(),
    }
    assert refusal(archive(entries)) == "file_hostile"


def test_xml_entities_in_a_web_page_expand_to_nothing():
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>Đạt &x; 5 tỷ</p></body></html>'
    assert "root:" not in extract_bytes(page.encode()).text


def test_a_pdf_of_ten_thousand_pages_is_refused_at_once():
    content = blank_pdf(10_000)
    began = time.monotonic()
    assert refusal(content, "bao-cao.pdf") == "too_many_pages"
    assert time.monotonic() - began < 5


def test_a_pdf_without_a_word_has_no_words():
    assert refusal(blank_pdf(3), "trang-trang.pdf") == "no_words"


def test_a_picture_that_says_it_is_enormous_is_refused_before_it_is_unpacked():
    assert refusal(png_that_says_it_is(100_000, 100_000), "anh.png") == "image_too_large"


def test_a_picture_cut_short_is_refused():
    buffer = io.BytesIO()
    Image.effect_noise((800, 800), 90).save(buffer, "PNG")
    assert refusal(buffer.getvalue()[:20_000], "anh.png") == "file_corrupt"


def test_fifty_megabytes_of_text_are_refused_in_a_moment():
    began = time.monotonic()
    assert refusal("Doanh thu đạt 5 tỷ đồng. ".encode() * 1_700_000, "bao-cao.txt") == "file_too_large"
    assert time.monotonic() - began < 2


def test_paths_that_are_no_files_are_refused_without_waiting(tmp_path: Path):
    fifo = tmp_path / "ong.txt"
    os.mkfifo(fifo)
    ring = tmp_path / "vong.txt"
    ring.symlink_to(ring)
    wanted = {
        tmp_path / "khong-co.txt": "file_missing",
        tmp_path: "file_is_folder",
        fifo: "file_not_regular",
        Path("/dev/zero"): "file_not_regular",
        ring: "file_refused",
        tmp_path / "a\x00b.txt": "file_refused",
    }
    for path, code in wanted.items():
        with pytest.raises(DocumentError) as refused:
            extract(path)
        assert refused.value.code == code, path


@pytest.mark.parametrize("place", range(0, 2000, 97))
def test_a_word_file_with_one_wrong_byte_is_read_or_refused_but_never_breaks_the_reader(place: int):
    content = bytearray(docx_of(P * 20))
    content[place % len(content)] ^= 0x5A
    try:
        extract_bytes(bytes(content), name="bao-cao.docx")
    except DocumentError as refused:
        assert say(refused)  # noqa: PT017 - either outcome is right, and both are looked at
