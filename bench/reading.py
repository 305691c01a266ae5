"""The reader: how fast, how soon, how much memory, how right."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from bench.child import GIAOBAN, peak_megabytes, seconds
from bench.corpus import Report, compose, compose_many
from bench.result import Result
from giaoban.reading.model import Reading
from giaoban.reading.read import read_text

SHARED = Path(__file__).resolve().parents[2] / "shared"
MEGABYTE = 10**6
T = TypeVar("T")


def measure() -> Iterator[Result]:
    """Every figure of this bench."""
    yield from _speed()
    yield from _start()
    yield from _memory()
    yield from _own_scores()
    yield from _shared_scores()


def _speed() -> Iterator[Result]:
    whole = compose(MEGABYTE)
    yield from _speed_of("MB per second, one core", [whole.text])
    many = [report.text for report in compose_many(50, MEGABYTE // 50)]
    yield _result("MB per second, reports of 20 kB", _rate(read_text, many), "MB/s", goal="≥ 1.0")
    real = [path.read_text("utf-8") for path in sorted((SHARED / "reports").glob("*.txt"))]
    if real:
        repeated = real * (MEGABYTE // 4 // _octets(real) + 1)
        yield _result("MB per second, real conference reports", _rate(read_text, repeated), "MB/s", goal="≥ 1.0")


def _speed_of(what: str, texts: list[str]) -> Iterator[Result]:
    from underthesea import word_tokenize

    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n") if paragraph.strip()]
    word_tokenize(paragraphs[0])  # its model is loaded at the first call
    ours, theirs = _rate(read_text, texts), _rate(word_tokenize, paragraphs)
    yield _result(what, ours, "MB/s", against="underthesea word_tokenize", ratio=ours / theirs, goal="≥ 1.0")


def _start() -> Iterator[Result]:
    with tempfile.TemporaryDirectory() as folder:
        report, large = Path(folder, "bao-cao.txt"), Path(folder, "lon.txt")
        report.write_text("Doanh thu tháng 5/2022 đạt 5 tỷ đồng.\n", encoding="utf-8")
        bare = seconds([sys.executable, "-c", "pass"])
        ours = seconds([GIAOBAN, "read", report, "--json"])
        yield _result(
            "seconds to start and read one line", ours, "s", against="python -c pass", ratio=ours / bare, goal="< 0.4"
        )
        large.write_text(compose(MEGABYTE).text * 50, encoding="utf-8")
        done = subprocess.run([GIAOBAN, "read", large, "--json"], capture_output=True, check=False)
        if done.returncode not in {0, 2} or (done.returncode == 2 and not done.stderr.strip()):
            raise RuntimeError(f"a file of 50 MB was neither read nor refused: {done.stderr.decode()[-500:]}")
        spent = seconds([GIAOBAN, "read", large, "--json"], times=1, ends_with=done.returncode)
        said = "read" if done.returncode == 0 else "refused with a sentence"
        yield _result(f"seconds until a file of 50 MB is {said}", spent, "s", goal="< 60")


def _memory() -> Iterator[Result]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "bao-cao.txt")
        report.write_text(compose(MEGABYTE).text, encoding="utf-8")
        peak = peak_megabytes(["read", report, "--json"])
        yield _result(
            "peak memory, a text of 1 MB", peak, "MB", against="limit: 200 MB", ratio=peak / 200, goal="< 200"
        )


def _own_scores() -> Iterator[Result]:
    reports = list(compose_many(20, 20_000, seed=77))
    counts = [_right(report, read_text(report.text)) for report in reports]
    right, read, written = (sum(column) for column in zip(*counts, strict=True))
    yield _result("figures F1, texts of our own composition", 2 * right / (read + written), "F1", goal="≥ 0.97")
    findings = [item for report in reports for item in read_text(report.text).findings if item.severity == "error"]
    yield _result("errors said of sound texts of our own", float(len(findings)), "findings", goal="< 1")


def _right(report: Report, reading: Reading) -> tuple[int, int, int]:
    """How many figures were read with place and value right, how many were read, how many are written."""
    wanted = {(figure.start, figure.value) for figure in report.figures}
    found = {(figure.span.start, _value(figure.value, figure.numerator)) for figure in reading.figures}
    return len(wanted & found), len(reading.figures), len(report.figures)


def _value(value: Decimal | None, numerator: Decimal | None) -> Decimal | None:
    return numerator if numerator is not None else value


def _shared_scores() -> Iterator[Result]:
    """The scores on the annotated texts, where those are at hand."""
    scorer = SHARED / "reading" / "score.py"
    sets = (("two real reports", "reading/gold", "reports"), ("17 short texts", "reading/gold.jsonl", "reading/texts"))
    for name, gold, texts in sets if scorer.exists() else ():
        command = [sys.executable, scorer, "--gold", SHARED / gold, "--texts", SHARED / texts, "--json"]
        done = subprocess.run(
            [*command, "--cmd", f"{GIAOBAN} read {{file}} --json"], capture_output=True, text=True, check=True
        )
        yield from _scores(name, json.loads(done.stdout))


def _scores(name: str, scores: dict[str, object]) -> Iterator[Result]:
    goals = {"figures": 0.97, "change": 0.95, "plan": 0.95, "directives": 0.85, "targets": 0.80}
    for kind, goal in goals.items():
        score = scores.get(kind)
        if isinstance(score, dict) and score.get("f1") is not None:
            yield _result(f"{kind} F1, {name}", float(score["f1"]), "F1", goal=f"≥ {goal}")
    findings = scores.get("findings")
    if isinstance(findings, dict):
        yield _result(f"contradictions found, {name}", float(findings["recall"]), "share", goal="≥ 1.0")
        yield _result(f"false alarms, {name}", float(findings["false_alarms"]), "findings", goal="< 1")


def _rate(act: Callable[[str], T], texts: list[str]) -> float:
    """Megabytes of UTF-8 a second of one core, best of three passes; one for a peer that takes long.

    Processor time, ours and the peer's alike: what else the machine is doing says nothing about either.
    """
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        for text in texts:
            act(text)
        spent = time.process_time() - began
        best = min(best, spent)
        if spent > 20:
            break
    return _octets(texts) / MEGABYTE / best


def _octets(texts: list[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def _result(
    what: str,
    value: float,
    unit: str,
    *,
    against: str | None = None,
    ratio: float | None = None,
    goal: str | None = None,
) -> Result:
    rounded = None if ratio is None else round(ratio, 3)
    return Result("reading", what, round(value, 4), unit, against, rounded, goal)
