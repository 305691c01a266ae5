"""`giaoban read`: reports in, what they say out: JSON, CSV, the bare text, or a table for the eye."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from giaoban.cli.terminal import printable
from giaoban.core.errors import DocumentError, GiaobanError
from giaoban.exchange.extract import ENDINGS, extract
from giaoban.packs import load_packs
from giaoban.reading.contract import to_json
from giaoban.reading.read import read_text
from giaoban.wording.errors import say
from giaoban.wording.notes import say_note

if TYPE_CHECKING:
    from giaoban.cli.history import History
    from giaoban.exchange.document import Document, Stretch
    from giaoban.reading.model import Figure, Reading

DOUBTFUL = Decimal("0.5")  # the confidence of a figure that two passes of recognition read differently
UNREAD = 2
Show = Callable[["Document", Path], None]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TỆP…")
@click.option("--json", "form", flag_value="json", help="Mỗi tệp một đối tượng JSON trên một dòng.")
@click.option("--csv", "form", flag_value="csv", help="Bảng số liệu dạng CSV.")
@click.option("--text", "form", flag_value="text", help="Chỉ in phần chữ đã tách ra, đúng từng ký tự.")
@click.option(
    "--history",
    type=click.Path(path_type=Path),
    help="Tệp CSV số liệu các kỳ trước, gồm các cột indicator, period, value (đơn vị gốc).",
)
def command(files: tuple[Path, ...], form: str | None, history: Path | None) -> None:
    """Đọc báo cáo (.txt, .html, .docx, .pdf, ảnh quét) hoặc cả thư mục báo cáo.

    Kết quả in ra màn hình; tiến độ và lưu ý in ở luồng lỗi. Mã thoát là 2 khi có tệp không đọc được.
    """
    past = _past(history) if history else {}
    found, failures = _found(files)
    show = _shower(form, past)
    try:
        failures += sum(not _read_one(file, show) for file in _in_turn(found))
    except OSError as error:
        _stop_writing(error)
    if failures:
        sys.exit(UNREAD)


def gather(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: each named one, and those of each folder whose ending promises a report.

    Raises DocumentError `folder_empty` for a folder with none.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(file for file in path.rglob("*") if _looks_like_a_report(file))
        if not inside:
            raise DocumentError("folder_empty", endings=", ".join(ENDINGS))
        yield from inside


def read_document(document: Document, *, file: str, history: History | None = None) -> Reading:
    """Read a document; figures in doubtful stretches lose confidence, notes become sentences."""
    reading = read_text(document.text, file=file, tables=document.tables, packs=load_packs(), history=history or None)
    figures = tuple(_with_doubt(figure, document.doubtful) for figure in reading.figures)
    notes = (*(say_note(note.code, note.details) for note in document.notes), *reading.notes)
    return replace(reading, figures=figures, notes=notes)


def _with_doubt(figure: Figure, doubtful: Sequence[Stretch]) -> Figure:
    touched = any(figure.span.start < stretch.end and stretch.start < figure.span.end for stretch in doubtful)
    return replace(figure, confidence=min(figure.confidence, DOUBTFUL)) if touched else figure


def _looks_like_a_report(file: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in file.parts[-1:])
    return not hidden and file.suffix.lower() in ENDINGS and file.is_file()


def _past(path: Path) -> History:
    from giaoban.cli.history import read_history

    try:
        return read_history(path)
    except GiaobanError as error:
        _refuse(error, str(path))
        sys.exit(UNREAD)


def _found(paths: Iterable[Path]) -> tuple[list[Path], int]:
    """The files to read, and how many folders held none, each of which was said."""
    found: list[Path] = []
    failures = 0
    for path in paths:
        try:
            found += gather([path])
        except GiaobanError as error:
            _refuse(error, str(path))
            failures += 1
    return found, failures


def _refuse(error: GiaobanError, place: str) -> None:
    click.echo(say(error, place=printable(place)), err=True)


def _stop_writing(error: OSError) -> None:
    """Say why the reading cannot be written; a reader of ours that left (`| head`) is told nothing and click ends."""
    if error.errno == errno.EPIPE:
        raise error
    click.echo(say(DocumentError("output_refused", reason=error.strerror)), err=True)
    # What is still in the buffer must not fail once more, with a trace, when Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(UNREAD)


def _read_one(file: Path, show: Show) -> bool:
    """Read and show one file; False when it could not be read, after saying why."""
    try:
        document = extract(file, progress=_page_counter(file))
        for note in document.notes:
            click.echo(f"Lưu ý, {printable(str(file))}: {say_note(note.code, note.details)}", err=True)
        _show(show, document, file)
    except GiaobanError as error:
        _refuse(error, f"Tệp {file}")
        return False
    return True


def _show(show: Show, document: Document, file: Path) -> None:
    """Show a document; a fault of our own reader becomes one sentence, so that the other files are read."""
    try:
        show(document, file)
    except (GiaobanError, OSError):  # OSError: nobody listens to stdout any more, which is no fault
        raise
    except Exception as error:
        raise DocumentError("reader_failed", reason=type(error).__name__) from error


def _shower(form: str | None, past: History) -> Show:
    """What is done with a document that was extracted: its text alone, or its reading in the chosen form."""
    if form == "text":
        return lambda document, _: _write(document.text)
    put = _printer(form)
    return lambda document, file: put(read_document(document, file=str(file), history=past))


def _printer(form: str | None) -> Callable[[Reading], None]:
    # rich and csv wait for the form that needs them: --json has to answer in a blink.
    if form == "json":
        return lambda reading: _write(json.dumps(to_json(reading), ensure_ascii=False) + "\n")
    if form == "csv":
        from giaoban.cli.sheet import Sheet

        sheet = Sheet()
        return lambda reading: _write(sheet.lines(reading))
    from giaoban.cli.screen import show_reading

    return show_reading


def _write(text: str) -> None:
    """Write to stdout in UTF-8 whatever the terminal says, and without touching line ends."""
    if sys.stdout is None:  # closed by whoever started us
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    out = sys.stdout.buffer
    out.write(text.encode("utf-8", "replace"))
    out.flush()


def _in_turn(files: list[Path]) -> Iterable[Path]:
    """The files one by one, with a progress bar on stderr when there are several."""
    if len(files) < 2:
        return files
    from giaoban.cli.progress import track_files

    return track_files(files)


def _page_counter(file: Path) -> Callable[[int, int], None] | None:
    """Says on a terminal how far a long file has come."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def count(done: int, pages: int) -> None:
        if pages > 1:
            click.echo(f"\r{printable(file.name)}: trang {done}/{pages}", err=True, nl=done == pages)

    return count
