"""PDFs and pictures are read by a process of their own, with bounds on its memory and time.

Their readers are native code given foreign bytes: should one crash, swell or never end, it does so alone and the
sender gets a sentence. The child reads the form and the bytes on stdin and writes JSON lines: progress, then the
document or the error. JSON, not pickle: what a broken child writes must not run here.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from giaoban.core.errors import DocumentError
from giaoban.exchange.document import Cell, Document, Note, Stretch, Table

MEMORY_LIMIT = 2 * 1024**3
PROCESSOR_SECONDS = 600
SILENCE_SECONDS = 150.0  # two passes of recognition on one page end well before
Progress = Callable[[int, int], None]


def read_confined(form: str, content: bytes, progress: Progress) -> Document:
    """Read a PDF or picture in a child process.

    Raises DocumentError: the reader's own, `reading_timed_out` after a long silence, `file_corrupt` after a crash.
    """
    child = subprocess.Popen(
        [sys.executable, "-m", "giaoban.exchange.confined", form],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that Tesseract, the child's child, ends with it
    )
    watch = _Watch(child)
    try:
        _hand_over(child, content)
        return _answer(child, watch, progress)
    finally:
        watch.stop()
        _end(child)
        if child.stdout:
            child.stdout.close()


class _Watch:
    """Kills the child when it has said nothing for too long."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child
        self._timer: threading.Timer | None = None
        self.expired = False
        self.heard()

    def heard(self) -> None:
        self.stop()
        self._timer = threading.Timer(SILENCE_SECONDS, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _expire(self) -> None:
        self.expired = True
        _end(self._child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started; nothing where it has ended already."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    except AttributeError:  # Windows has no process groups to end
        child.kill()
    child.wait()


def _hand_over(child: subprocess.Popen[bytes], content: bytes) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(content)
        child.stdin.close()
    except BrokenPipeError:  # it died before reading all; its answer, or none, tells the rest
        pass


def _answer(child: subprocess.Popen[bytes], watch: _Watch, progress: Progress) -> Document:
    assert child.stdout is not None
    for line in child.stdout:
        watch.heard()
        message = json.loads(line)
        if "progress" in message:
            progress(*message["progress"])
        elif "error" in message:
            code, details = message["error"], message["details"]
            raise DocumentError(code, **details)
        else:
            return _document(message["document"])
    raise DocumentError("reading_timed_out" if watch.expired else "file_corrupt")


def _document(fields: dict[str, Any]) -> Document:
    tables = tuple(
        Table(tuple(tuple(Cell(**cell) for cell in row) for row in table["rows"]), table["start"])
        for table in fields["tables"]
    )
    notes = tuple(Note(**note) for note in fields["notes"])
    doubtful = tuple(Stretch(*stretch) for stretch in fields["doubtful"])
    return Document(fields["text"], fields["kind"], tables, fields["pages"], notes, doubtful)


def _set_limits() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the watch in the parent remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))


def _send(**message: object) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=True) + "\n")
    sys.stdout.flush()


def _read_here(form: str, content: bytes) -> Document:
    def report(done: int, pages: int) -> None:
        _send(progress=[done, pages])

    if form == "pdf":
        from giaoban.exchange.pdf import read_pdf

        return read_pdf(content, report)
    from giaoban.exchange.scan import read_scan

    return read_scan(content, report)


def main() -> None:
    """What the child does."""
    _set_limits()
    try:
        document = _read_here(sys.argv[1], sys.stdin.buffer.read())
    except DocumentError as error:
        _send(error=error.code, details=error.details)
    except MemoryError:
        _send(error="file_hostile", details={})
    else:
        _send(document=asdict(document))


if __name__ == "__main__":
    main()
