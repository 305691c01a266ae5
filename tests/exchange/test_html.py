"""Saved web pages: the article stays, the site around it goes, tables keep their grid."""

import pytest

from giaoban.core.errors import DocumentError
from giaoban.exchange.document import Document
from giaoban.exchange.extract import extract_bytes

NEWS = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Cổng thông tin</title>
<script>var doanhThu = "9.999 tỷ đồng";</script><style>p { margin: 5px }</style></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin 24 giờ</a></li></ul></nav>
<div class="sidebar"><a href="/1">Xuất khẩu gạo đạt 8 triệu tấn</a></div>
<h1>Giao ban tháng 9/2023</h1>
<article>
  <p>Doanh thu ước đạt
     4.215&nbsp;tỷ đồng<sup>[1]</sup>, trên diện tích 12 km<sup>2</sup>.<br>Sản lượng đạt 187,5 triệu.</p>
  <div style="display:none">Bản nháp: 1.111 tỷ đồng</div>
  <!-- 2.222 tỷ đồng -->
  <ul><li>Bưu chính tăng 6,2%</li><li>Viễn thông giảm 1,3%</li></ul>
  <div class="related"><a href="/2">Tin khác: 3.333 tỷ đồng</a></div>
  <table><caption>Bảng 1. Kết quả</caption>
    <tr><th rowspan="2">Chỉ tiêu</th><th colspan="2">Tháng 9</th></tr>
    <tr><td>2022</td><td>2023</td></tr>
    <tr><td>Bưu gửi</td><td>178,7</td><td><b>187</b>,5</td></tr>
  </table>
  <p>Hết báo cáo.</p>
</article>
<footer>Điện thoại 024.3943</footer></body></html>"""


def read(page: str) -> Document:
    return extract_bytes(page.encode(), name="trang.html")


def test_the_article_is_kept_in_order_and_the_site_around_it_dropped():
    assert read(NEWS).text == (
        "Giao ban tháng 9/2023\n\n"
        "Doanh thu ước đạt 4.215 tỷ đồng, trên diện tích 12 km2.\nSản lượng đạt 187,5 triệu.\n\n"
        "Bưu chính tăng 6,2%\n\nViễn thông giảm 1,3%\n\n"
        "Bảng 1. Kết quả\n\n"
        "Chỉ tiêu\tTháng 9\n2022\t2023\nBưu gửi\t178,7\t187,5\n\n"
        "Hết báo cáo."
    )


def test_cells_know_their_place_in_the_grid_and_in_the_text():
    document = read(NEWS)
    (table,) = document.tables
    assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)
    assert [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells] == [
        ("Chỉ tiêu", 0, 0, 2, 1),
        ("Tháng 9", 0, 1, 1, 2),
        ("2022", 1, 1, 1, 1),
        ("2023", 1, 2, 1, 1),
        ("Bưu gửi", 2, 0, 1, 1),
        ("178,7", 2, 1, 1, 1),
        ("187,5", 2, 2, 1, 1),
    ]
    merged = table.at(0, 2)
    assert merged is not None
    assert merged.text == "Tháng 9"


def test_a_page_without_an_article_is_read_whole_but_for_its_menus():
    page = (
        "<html><body><div id='menu'><a href='/'>Trang chủ</a></div><p>Đạt 5 tỷ đồng.</p><p>Tăng 3%.</p></body></html>"
    )
    assert read(page).text == "Đạt 5 tỷ đồng.\n\nTăng 3%."


def test_a_table_that_only_lays_out_the_page_is_read_as_paragraphs():
    inner = "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>"
    page = f"<table><tr><td><p>Đoạn một.</p>{inner}</td></tr></table>"
    document = read(page)
    assert document.text == "Đoạn một.\n\na\t1\nb\t2"
    assert len(document.tables) == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('<html><head><meta charset="windows-1258"></head><body><p>Doanh thu đạt</p></body></html>', "cp1258"),
        ('<html><head><meta charset="iso-8859-1"></head><body><p>Doanh thu đạt của Bộ</p></body></html>', "utf-8"),
        ("<html><body><p>Doanh thu đạt</p></body></html>", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_has_whatever_it_says(content: str, name: str):
    written = content.replace("ạ", "a\u0323") if name == "cp1258" else content
    document = extract_bytes(written.encode(name), name="trang.html")
    assert document.text.startswith("Doanh thu đạt")


def test_a_web_page_named_txt_is_read_as_the_page_it_is_and_says_so():
    document = extract_bytes(NEWS.encode(), name="bao-cao.txt")
    assert document.kind == "html"
    assert [note.code for note in document.notes] == ["wrong_ending"]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        pytest.param("<html><body><script>1</script></body></html>", "file_empty", id="no words"),
        pytest.param("<div>" * 50_000 + "5 tỷ đồng", "file_hostile", id="fifty thousand boxes in one another"),
    ],
)
def test_pages_without_a_report_are_refused(page: str, code: str):
    with pytest.raises(DocumentError) as refused:
        read(page)
    assert refused.value.code == code


def test_a_table_of_monstrous_spans_does_not_swell():
    page = "<table>" + ("<tr>" + "<td rowspan=99999 colspan=99999>5</td>" * 50 + "</tr>") * 50 + "</table>"
    (table,) = read(page).tables
    assert len(table.cells) == 2500
