"""Run the benches named on the command line, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from bench.result import Result, keep, show

# What a module needs to be a bench is a function `measure() -> Iterable[Result]`.
HELPERS = {"__init__", "__main__", "result", "corpus", "child"}
NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in HELPERS)


def main() -> None:
    """Measure, print the table, keep the figures."""
    wanted = sys.argv[1:] or NAMES
    unknown = set(wanted) - set(NAMES)
    if unknown:
        sys.exit(f"No bench named {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}.")
    results: list[Result] = []
    for name in wanted:
        print(f"{name} …", file=sys.stderr, flush=True)
        results += import_module(f"bench.{name}").measure()
    show(results)
    keep(results, set(wanted))


if __name__ == "__main__":
    main()
