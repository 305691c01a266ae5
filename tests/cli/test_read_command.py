"""`giaoban read`: what goes to stdout is the reading and nothing else; what cannot be read is said in one sentence."""

import csv
import io
import json
import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from PIL import Image, ImageDraw

from giaoban.cli import screen
from giaoban.cli.read import command, read_document
from giaoban.exchange.document import Document, Stretch
from giaoban.server.main import main

REPORT = (
    "Báo cáo giao ban tháng 9/2023\n\n"
    "Lĩnh vực Bưu chính: Doanh thu dịch vụ bưu chính tháng 9/2023 ước đạt 4.215 tỷ đồng, tăng 6,2% so với cùng kỳ "
    "năm 2022. Sản lượng bưu gửi đạt 187,5 triệu bưu gửi.\n\n"
    "Bộ trưởng yêu cầu Vụ Bưu chính trình đề án chuyển đổi số bưu chính trước ngày 15/10/2023.\n"
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "bao-cao.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


def test_json_is_one_object_of_the_contract(report: Path):
    result = run(report, "--json")
    reading = json.loads(result.stdout)
    assert result.exit_code == 0
    assert reading["schema"] == "giaoban.reading/1"
    assert reading["file"] == str(report)
    assert reading["characters"] == len(REPORT)
    assert {"event", "figures", "directives", "targets", "findings"} <= reading.keys()
    revenue = next(figure for figure in reading["figures"] if figure["quote"] == "4.215 tỷ đồng")
    assert (revenue["value"], revenue["unit"], revenue["sector"]) == (4_215_000_000_000, "VND", "bưu chính")
    assert [(change["direction"], change["percent"]) for change in revenue["changes"]] == [("up", 6.2)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(REPORT.encode(), id="plain"),
        pytest.param(b"\xef\xbb\xbf" + REPORT.encode(), id="byte-order mark"),
        pytest.param(REPORT.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(unicodedata.normalize("NFD", REPORT).encode(), id="letters taken apart"),
    ],
)
def test_offsets_hold_on_the_files_own_text(tmp_path: Path, content: bytes):
    file = tmp_path / "bao-cao.txt"
    file.write_bytes(content)
    text = file.read_text("utf-8")
    reading = json.loads(run(file, "--json").stdout)
    quoted = [*reading["figures"], *reading["directives"], *(c for f in reading["figures"] for c in f["changes"])]
    assert len(quoted) >= 3
    for item in quoted:
        assert text[item["start"] : item["start"] + len(item["quote"])] == item["quote"]


def test_text_prints_the_extracted_text_and_nothing_more(report: Path, tmp_path: Path):
    assert run(report, "--text").stdout_bytes == REPORT.encode()
    word = docx.Document()
    for line in REPORT.split("\n\n"):
        word.add_paragraph(line.strip())
    word.save(str(tmp_path / "bao-cao.docx"))
    assert run(tmp_path / "bao-cao.docx", "--text").stdout == REPORT.strip()


def test_csv_has_one_head_and_a_line_a_figure(report: Path, tmp_path: Path):
    (tmp_path / "khac.txt").write_text(REPORT, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run(report, tmp_path / "khac.txt", "--csv").stdout)))
    revenues = [row for row in rows if row["quote"] == "4.215 tỷ đồng"]
    assert [row["file"] for row in revenues] == [str(report), str(tmp_path / "khac.txt")]
    assert revenues[0]["value"] == "4215000000000"
    assert revenues[0]["changes"].startswith("up 6.2%")


def test_the_table_says_values_in_the_words_of_an_office(report: Path):
    shown = run(report).stdout
    for words in ("4.215 tỷ đồng", "tăng 6,2%", "Bưu chính", "Ý kiến chỉ đạo", "15/10/2023"):
        assert words in shown


def test_a_folder_gives_an_object_a_line_and_counts_on_stderr(report: Path):
    (report.parent / "con").mkdir()
    (report.parent / "con" / "hai.html").write_text(f"<html><body><p>{REPORT}</p></body></html>", encoding="utf-8")
    (report.parent / "~$bao-cao.docx").write_bytes(b"lock")
    (report.parent / "anh.svg").write_text("<svg/>", encoding="utf-8")
    result = run(report.parent, "--json")
    files = [json.loads(line)["file"] for line in result.stdout.splitlines()]
    assert files == [str(report), str(report.parent / "con" / "hai.html")]
    assert "1/2" in result.stderr
    assert "2/2" in result.stderr


def test_one_file_that_cannot_be_read_does_not_stop_the_others(report: Path, tmp_path: Path):
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7 noise")
    result = run(tmp_path / "hong.pdf", report, "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["file"] == str(report)
    assert "hong.pdf: tệp bị hỏng, không đọc được. Hãy mở lại" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("rong.txt", b"", "không có nội dung"),
        ("may.txt", bytes(range(256)) * 9, "không phải là văn bản"),
        ("nen.zip", b"PK\x05\x06" + b"\x00" * 18, "tệp nén"),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word đời cũ"),
    ],
)
def test_an_unreadable_file_is_one_vietnamese_sentence_and_status_2(
    tmp_path: Path, name: str, content: bytes, words: str
):
    (tmp_path / name).write_bytes(content)
    result = run(tmp_path / name, "--json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert "Hãy" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_missing_file_and_an_empty_folder_are_said_too(tmp_path: Path):
    (tmp_path / "rong").mkdir()
    assert "không có ở nơi được chỉ" in run(tmp_path / "khong-co.txt").stderr
    empty = run(tmp_path / "rong")
    assert empty.exit_code == 2
    assert "không có báo cáo nào đọc được" in empty.stderr


def test_a_value_a_thousand_times_off_its_history_is_found_when_history_is_at_hand(report: Path, tmp_path: Path):
    figures = json.loads(run(report, "--json").stdout)["figures"]
    figure = next(f for f in figures if f["quote"] == "4.215 tỷ đồng")
    code = figure["indicator"]["code"]
    assert code, "the revenue of postal services is an indicator of the pack"
    past = tmp_path / "lich-su.csv"
    lines = [f"{code},2023-0{month},{4_100_000_000 + month * 10_000_000}" for month in range(1, 9)]
    past.write_text("\n".join(["indicator,period,value", *lines]), encoding="utf-8")
    findings = json.loads(run(report, "--json", "--history", past).stdout)["findings"]
    place = figures.index(figure)
    assert any(place in finding["figures"] for finding in findings)
    assert not any(place in finding["figures"] for finding in json.loads(run(report, "--json").stdout)["findings"])


def test_a_history_without_its_columns_is_refused(report: Path, tmp_path: Path):
    (tmp_path / "sai.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    result = run(report, "--history", tmp_path / "sai.csv")
    assert result.exit_code == 2
    assert "indicator, period, value" in result.stderr


def test_a_history_says_in_which_line_it_cannot_be_read(report: Path, tmp_path: Path):
    (tmp_path / "sai.csv").write_text(
        "indicator,period,value\npost.revenue,2023-01,\npost.revenue,2023-02,abc\n", "utf-8"
    )
    said = run(report, "--history", tmp_path / "sai.csv").stderr
    assert "sai.csv: dòng 3 có cột value ghi «abc»" in said
    assert "là một thư mục" in run(report, "--history", tmp_path).stderr


def test_an_empty_folder_does_not_stop_the_others(report: Path, tmp_path: Path):
    (tmp_path / "rong").mkdir()
    result = run(tmp_path / "rong", report, "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["file"] == str(report)
    assert f"{tmp_path / 'rong'}: thư mục không có báo cáo" in result.stderr


def test_the_name_of_a_file_does_not_drive_the_terminal(tmp_path: Path):
    file = tmp_path / "a\nb\x1b[31m.txt"
    file.write_text("", encoding="utf-8")
    said = run(file).stderr
    assert "\x1b" not in said
    assert "a b[31m.txt: tệp không có nội dung" in said


def test_a_narrow_terminal_gets_a_line_a_cell_and_no_broken_words(report: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(screen, "PIPED_WIDTH", 44)
    shown = run(report).stdout
    assert "   Giá trị: ước đạt 4.215 tỷ đồng\n" in shown
    assert "   Kỳ: tháng 9/2023\n" in shown
    assert max(map(len, shown.splitlines())) <= 44


GIAOBAN = Path(sys.executable).with_name("giaoban")


def test_a_full_disk_is_said_in_one_sentence(report: Path):
    for form in ("--json", "--csv", "--text"):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([GIAOBAN, "read", report, form], stdout=full, stderr=subprocess.PIPE, check=False)
        said = done.stderr.decode().strip()
        assert done.returncode == 2
        assert said.startswith("Kết quả không ghi ra được")
        assert len(said.splitlines()) == 1


def test_a_reader_that_leaves_early_is_no_error_to_speak_of(report: Path):
    command_line = f"{GIAOBAN} read {report} {report} {report} --json | head -c 1"
    done = subprocess.run(["bash", "-c", command_line], capture_output=True, check=True)
    assert done.stdout == b"{"
    assert b"Traceback" not in done.stderr


def test_a_terminal_without_vietnamese_letters_gets_marks_and_no_error(report: Path):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([GIAOBAN, "read", report], capture_output=True, env=environment, check=True)
    assert b"4.215 t? ??ng" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "Lệnh còn thiếu TỆP. Hãy xem cách dùng: giaoban read --help."),
        (["read", "--jsn"], "Lệnh không có tùy chọn --jsn (có phải --json hoặc --csv?). Hãy xem cách dùng: "),
        (["reed"], "Không có lệnh «reed». Hãy xem cách dùng: giaoban --help."),
        (["boundaries", "nhap"], "Không có lệnh «nhap». Hãy xem cách dùng: giaoban boundaries --help."),
        (["read", "--history"], "Tùy chọn --history thiếu hoặc thừa giá trị. Hãy xem"),
    ],
)
def test_a_command_line_that_is_wrong_is_told_what_to_try(arguments: list[str], said: str):
    result = CliRunner().invoke(main, arguments, prog_name="giaoban")
    assert result.exit_code == 2
    assert result.stderr.startswith(said)
    assert len(result.stderr.splitlines()) == 1


def test_a_figure_that_two_passes_of_recognition_read_differently_is_trusted_less():
    place = REPORT.index("4.215")
    sure = read_document(Document(REPORT, "scan"), file="a.png")
    unsure = read_document(Document(REPORT, "scan", doubtful=(Stretch(place, place + 5),)), file="a.png")
    changed = [a.span.quote for a, b in zip(sure.figures, unsure.figures, strict=True) if a.confidence != b.confidence]
    assert changed == ["4.215 tỷ đồng"]


def test_where_tesseract_is_missing_the_sentence_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    scan = tmp_path / "quet.png"
    Image.new("L", (800, 600), 255).save(scan)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run(scan)
    assert result.exit_code == 2
    assert "sudo apt-get install tesseract-ocr tesseract-ocr-vie" in result.stderr


def test_where_tesseract_has_no_vietnamese_the_sentence_says_what_to_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\necho "List of available languages (1):"\necho eng\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    scan = tmp_path / "quet.png"
    picture = Image.new("L", (800, 600), 255)
    ImageDraw.Draw(picture).text((50, 50), "5")
    picture.save(scan)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert "«sudo apt-get install tesseract-ocr-vie»" in run(scan).stderr


def test_the_installed_command_prints_json_in_utf8_whatever_the_locale(report: Path):
    environment = {**os.environ, "LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [Path(sys.executable).parent / "giaoban", "read", report, "--json"],
        capture_output=True,
        env=environment,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["characters"] == len(REPORT)
    assert done.stderr == b""
