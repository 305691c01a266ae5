"""A table as a file: xlsx with real numbers, csv that a Vietnamese Excel opens as it is."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import xlsxwriter
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from giaoban.web.chair.tables import Cell, Table

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
EXACT_DIGITS = 15  # a spreadsheet keeps no more: a longer number goes in as text, whole
UNSAFE = ("=", "+", "-", "@", "\t", "\r")  # a cell that opens with one of these is a formula to a spreadsheet


def download(table: Table, ending: str) -> HttpResponse:
    """The table as a file to keep. Raises Http404 for an ending that is not xlsx or csv."""
    if ending not in TYPES:
        raise Http404
    content = as_xlsx(table) if ending == "xlsx" else as_csv(table)
    answer = HttpResponse(content, content_type=TYPES[ending])
    answer["Content-Disposition"] = f'attachment; filename="{table.name}.{ending}"'
    return answer


def as_csv(table: Table) -> bytes:
    """UTF-8 with its mark, so that Excel reads the letters; a dot opens the decimals, as machines expect."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    for line in table.lines:
        writer.writerow([_plain(cell) for cell in line.cells])
    return ("\ufeff" + out.getvalue()).encode()


def _plain(cell: Cell) -> str:
    if isinstance(cell.value, Decimal):
        return f"{cell.value:f}"
    text = cell.value or ""
    return "'" + text if text.startswith(UNSAFE) else text


def as_xlsx(table: Table) -> bytes:
    """One sheet: title, unit, head, rows, notes; numbers as numbers, so that they add up."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(_("Số liệu"))
        styles = {name: book.add_format(style) for name, style in STYLES.items()}
        sheet.write_string(0, 0, table.title, styles["title"])
        sheet.write_string(1, 0, _("Đơn vị: %(unit)s") % {"unit": table.unit} if table.unit else "", styles["note"])
        for place, column in enumerate(table.columns):
            sheet.write_string(3, place, column.name, styles["head"])
        for row, line in enumerate(table.lines, start=4):
            for place, cell in enumerate(line.cells):
                _write(sheet, row, place, cell, styles["total" if line.total or line.group else "cell"])
        for row, note in enumerate(table.notes, start=len(table.lines) + 5):
            sheet.write_string(row, 0, note, styles["note"])
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, max(1, table.width - 1), 18)
        sheet.freeze_panes(4, 1)
    return out.getvalue()


FONT = {"font_name": "Arial", "font_size": 11}
STYLES = {
    "title": {**FONT, "bold": True, "font_size": 13},
    "head": {**FONT, "bold": True, "top": 2, "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "cell": {**FONT, "num_format": "#,##0.######"},
    "total": {**FONT, "bold": True, "num_format": "#,##0.######"},
    "note": {**FONT, "italic": True, "font_size": 10},
}


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, place: int, cell: Cell, style: object) -> None:
    if cell.value is None:
        sheet.write_string(row, place, cell.text, style)
    elif isinstance(cell.value, str):
        sheet.write_string(row, place, cell.value, style)
    elif len(cell.value.as_tuple().digits) > EXACT_DIGITS:
        sheet.write_string(row, place, f"{cell.value:f}", style)
    else:
        sheet.write_number(row, place, float(cell.value), style)
