"""Nothing waits for ever: recognition of a page, and the reading of a file, are ended and said to be."""

import io
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from giaoban.core.errors import DocumentError
from giaoban.exchange import confined, recognition
from giaoban.exchange.extract import extract_bytes


@pytest.fixture
def sleeping_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program in Tesseract's place that knows Vietnamese, says who it is, and never ends a page."""
    running = tmp_path / "running"
    program = tmp_path / "tesseract"
    program.write_text(
        f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo vie; exit; fi\necho $$ >> {running}\nexec sleep 300\n',
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    recognition.require_tesseract.cache_clear()
    yield running
    recognition.require_tesseract.cache_clear()


def blank() -> Image.Image:
    return Image.new("L", (800, 600), 255)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_page_that_takes_too_long_is_left_out_and_said_so(sleeping_tesseract: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(recognition, "PAGE_SECONDS", 0.3)
    page = recognition.recognise(blank())
    assert page.timed_out
    notes = recognition.recognition_notes([page])
    assert {note.code: note.details["pages"] for note in notes} == {"recognised": 1, "pages_left_out": 1}


def test_a_reader_that_falls_silent_is_ended_with_all_it_started(
    sleeping_tesseract: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(confined, "SILENCE_SECONDS", 3.0)
    buffer = io.BytesIO()
    blank().save(buffer, "PNG")
    began = time.monotonic()
    with pytest.raises(DocumentError, match="reading_timed_out"):
        extract_bytes(buffer.getvalue())
    assert time.monotonic() - began < 20
    started = [int(line) for line in sleeping_tesseract.read_text("utf-8").split()]
    assert started
    deadline = time.monotonic() + 5
    while any(map(is_running, started)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, started))


def test_a_reader_that_breaks_down_is_a_corrupt_file_and_not_a_trace(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONHOME", "/nonexistent")  # the child cannot even start
    with pytest.raises(DocumentError, match="file_corrupt"):
        confined.read_confined("pdf", b"%PDF-1.7", lambda done, pages: None)
