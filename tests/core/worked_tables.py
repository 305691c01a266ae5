"""The tables of docs/reckoning.md, so that the page and the tests cannot drift apart."""

import re
from decimal import Decimal
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reckoning.md"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one table, by the headings of its columns."""
    table = re.search(rf"<!-- table: {re.escape(name)} -->\n((?:\|.*\n)+)", PAGE.read_text(encoding="utf-8"))
    assert table, f"docs/reckoning.md has no table «{name}»"
    head, _, *body = [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines()]
    return [dict(zip(head, line, strict=True)) for line in body]


def number(cell: str) -> Decimal | None:
    """A number of the page; an empty cell and "-" are not reported."""
    return None if cell in {"", "-"} else Decimal(cell.replace(",", ""))


def numbers(cell: str) -> list[Decimal | None]:
    """A list of numbers: "10, -, 30"."""
    return [number(part) for part in re.split(r",\s+", cell)] if cell else []
