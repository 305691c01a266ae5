"""The values of earlier periods that a report is held against, from a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from giaoban.core.errors import DocumentError, FigureError
from giaoban.core.figures import parse_figure
from giaoban.exchange.guard import read_file

History = Mapping[str, Sequence[Decimal]]


def read_history(path: Path) -> History:
    """Earlier values by indicator code from a CSV with the columns indicator, period, value.

    Raises DocumentError `history_columns` when a column is missing, `history_value` (line, typed) for a value that is
    no figure, `encoding_unknown`, and those of `exchange.guard.read_file`.
    """
    try:
        rows = list(csv.DictReader(read_file(path).decode("utf-8-sig").splitlines()))
    except UnicodeDecodeError as error:
        raise DocumentError("encoding_unknown") from error
    except csv.Error as error:
        raise DocumentError("history_columns") from error
    past: dict[str, list[Decimal]] = {}
    for line, row in enumerate(rows, 2):
        if not {"indicator", "period", "value"} <= row.keys():
            raise DocumentError("history_columns")
        value = _past_value(row["value"] or "", line)
        if value is not None:
            past.setdefault((row["indicator"] or "").strip(), []).append(value)
    return past


def _past_value(typed: str, line: int) -> Decimal | None:
    try:
        return parse_figure(typed)
    except FigureError as error:
        raise DocumentError("history_value", line=line, typed=typed) from error
