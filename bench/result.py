"""One measured figure, the table of them, and the file they are kept in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

RESULTS = Path(__file__).with_name("results.jsonl")
GOAL_SIGNS = {"≥": lambda value, goal: value >= goal, "<": lambda value, goal: value < goal}


@dataclass(frozen=True)
class Result:
    """A figure; `against` is the peer or the limit it is held to, `ratio` how many times the peer's figure it is."""

    bench: str
    what: str
    value: float
    unit: str
    against: str | None = None
    ratio: float | None = None
    goal: str | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the goal is met; None without one. A goal is a sign and a number: "≥ 1.0", "< 0.4"."""
        if self.goal is None:
            return None
        sign, number = self.goal.split()
        return GOAL_SIGNS[sign](self.value, float(number))


def keep(results: Iterable[Result], names: set[str]) -> None:
    """Write the results; lines of benches that did not run this time stay."""
    lines = RESULTS.read_text("utf-8").splitlines() if RESULTS.exists() else []
    kept = [line for line in lines if json.loads(line)["bench"] not in names]
    new = [json.dumps(asdict(result), ensure_ascii=False) for result in results]
    RESULTS.write_text("\n".join([*kept, *new]) + "\n", encoding="utf-8")


def show(results: Iterable[Result]) -> None:
    """Print the results as a table."""
    table = Table("bench", "what", "value", "against", "ratio", "goal", "")
    for result in results:
        mark = {True: "reached", False: "MISSED", None: ""}[result.reached]
        ratio = "" if result.ratio is None else f"{result.ratio:.2f}"
        value = f"{result.value:g} {result.unit}"
        table.add_row(result.bench, result.what, value, result.against or "", ratio, result.goal or "", mark)
    Console(width=150).print(table)
