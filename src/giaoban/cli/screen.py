"""A reading on the terminal: the event, the figures by sector, the directives, the targets, the findings.

Good and bad are never told by colour alone: every severity and direction is also a word.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from giaoban.cli.terminal import printable
from giaoban.core.errors import GiaobanError
from giaoban.reading.model import Change, Directive, Event, Figure, Finding, Plan, Reading, Target
from giaoban.wording.numbers import format_amount, format_date, format_percent, format_range, short_number

SEVERITY = {"error": ("SAI", "bold red"), "warning": ("CẦN XEM", "bold yellow"), "note": ("LƯU Ý", "cyan")}
DIRECTION = {"up": ("▲ tăng", "green"), "down": ("▼ giảm", "magenta"), "same": ("= không đổi", "dim")}
RHYTHM = {
    "daily": "hằng ngày",
    "weekly": "hằng tuần",
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "yearly": "hằng năm",
}
PIPED_WIDTH = 140
NARROW = 72  # columns: six cells side by side would break their words


def show_reading(reading: Reading) -> None:
    """Print one reading on stdout, in colour where the terminal has any."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without Vietnamese letters gets "?" and not an error
    console = Console()
    if not console.is_terminal:
        console = Console(width=PIPED_WIDTH)
    console.print(
        Panel(
            _heading(reading), title=Text(printable(reading.file or "Báo cáo")), title_align="left", border_style="blue"
        )
    )
    for part in (_figures(reading), _directives(reading), _targets(reading), _findings(reading)):
        console.print(_stacked(part) if isinstance(part, Table) and console.width < NARROW else part)


def _heading(reading: Reading) -> RenderableType:
    counts = (
        f"{len(reading.figures)} số liệu · {len(reading.directives)} ý kiến chỉ đạo · "
        f"{len(reading.targets)} mục tiêu · {len(reading.findings)} kết quả kiểm tra"
    )
    lines = [Text(counts, style="bold")]
    if reading.event:
        lines.insert(0, _clean(_event(reading.event)))
    return Group(*lines, *(_clean(note, "yellow") for note in reading.notes))


def _event(event: Event) -> str:
    parts = [
        event.kind,
        ", ".join(format_date(day) for day in event.dates),
        f"kỳ báo cáo {event.reporting_period.label}" if event.reporting_period else "",
        f"chủ trì: {event.chair}" if event.chair else "",
        event.mode or "",
        f"{event.online_points} điểm cầu" if event.online_points else "",
    ]
    return " · ".join(part for part in parts if part)


def _figures(reading: Reading) -> RenderableType:
    if not reading.figures:
        return Text("Không có số liệu nào trong văn bản.", style="dim")
    table = _table("Số liệu", ("#", 3), ("Chỉ tiêu", 5), ("Giá trị", 4), ("Kỳ", 3), ("So sánh", 4), ("Kế hoạch", 3))
    numbered = list(enumerate(reading.figures))
    for sector, rows in groupby(numbered, key=lambda row: row[1].sector):
        table.add_row("", _clean(sector[:1].upper() + sector[1:], "bold cyan"), "", "", "", "")
        for number, figure in rows:
            table.add_row(str(number), *_figure(figure))
        table.add_section()
    return table


def _figure(figure: Figure) -> list[RenderableType]:
    indicator = figure.indicator
    name = _clean(indicator.text if indicator else "")
    if indicator and indicator.code:
        name.append(f"\n{indicator.code}", style="dim")
    return [
        name,
        _value(figure),
        _clean(_when(figure)),
        Text("\n").join(_change(change) for change in figure.changes),
        Text("\n").join(_plan(plan) for plan in figure.plans),
    ]


def _value(figure: Figure) -> Text:
    text = _clean(f"{figure.hedge} " if figure.hedge else "", "dim")
    text.append_text(_clean(_amount(figure), "bold"))
    if figure.readings:
        text.append("\nđọc được nhiều cách", style="yellow")
    elif figure.confidence <= 0.5:
        text.append("\nchưa chắc", style="yellow")
    return text


def _amount(figure: Figure) -> str:
    """The value in human wording; the words of the text where no wording of ours fits the unit."""
    try:
        if figure.numerator is not None and figure.denominator is not None:
            return " ".join(figure.span.quote.split())
        if figure.value_min is not None and figure.value_max is not None:
            return format_range(figure.value_min, figure.value_max, figure.unit)
        return format_amount(figure.value, figure.unit)
    except (GiaobanError, StopIteration):
        return figure.span.quote


def _when(figure: Figure) -> str:
    period = figure.period.label if figure.period else ""
    day = f"đến {format_date(figure.as_of)}" if figure.as_of else ""
    return "\n".join(part for part in (period, day) if part)


def _change(change: Change) -> Text:
    word, style = DIRECTION[change.direction]
    if change.times is not None:
        word, size = "gấp", f"{short_number(change.times, 2)} lần"
    elif change.percent is not None:
        size = format_percent(change.percent)
    elif change.amount is not None:
        size = _change_amount(change)
    else:
        size = ""
    text = Text(f"{word} {size}".strip(), style=style)
    return text.append_text(_clean(f" so với {change.base}" if change.base else "", "dim"))


def _change_amount(change: Change) -> str:
    try:
        return format_amount(change.amount, change.amount_unit or "")
    except (GiaobanError, StopIteration):
        return change.span.quote


def _plan(plan: Plan) -> Text:
    share = format_percent(plan.percent) if plan.percent is not None else plan.span.quote
    return _clean(f"{share} {plan.period or ''}".strip())


def _directives(reading: Reading) -> RenderableType:
    if not reading.directives:
        return Text("Không có ý kiến chỉ đạo.", style="dim")
    table = _table("Ý kiến chỉ đạo", ("Đơn vị", 3), ("Việc được giao", 8), ("Hạn", 3), ("Lĩnh vực", 2))
    for directive in reading.directives:
        table.add_row(*_directive(directive))
    return table


def _directive(directive: Directive) -> list[RenderableType]:
    who = _clean(", ".join(directive.assignees) or "chưa rõ", "" if directive.assignees else "yellow")
    if directive.assignee_inferred and directive.assignees:
        who.append("\n(suy ra)", style="dim")
    return [
        who,
        _clean(directive.action or directive.span.quote),
        _clean(_deadline(directive)),
        _clean(directive.sector, "dim"),
    ]


def _deadline(directive: Directive) -> str:
    deadline = directive.deadline
    if deadline is None:
        return ""
    exact = format_date(deadline.date) if deadline.date else RHYTHM.get(deadline.rhythm or "", deadline.rhythm or "")
    return f"{deadline.text}\n({exact})" if exact else deadline.text


def _targets(reading: Reading) -> RenderableType:
    if not reading.targets:
        return Text("Không có mục tiêu.", style="dim")
    table = _table("Mục tiêu", ("Chỉ tiêu", 6), ("Mức đặt ra", 4), ("Đến", 2), ("Lĩnh vực", 2))
    for target in reading.targets:
        table.add_row(
            _clean(target.indicator),
            _clean(_goal(target), "bold"),
            _clean(target.by or ""),
            _clean(target.sector, "dim"),
        )
    return table


def _goal(target: Target) -> str:
    try:
        if target.value_min is not None and target.value_max is not None:
            return format_range(target.value_min, target.value_max, target.unit or "")
        return format_amount(target.value, target.unit or "") if target.value is not None else target.span.quote
    except (GiaobanError, StopIteration):
        return target.span.quote


def _findings(reading: Reading) -> RenderableType:
    if not reading.findings:
        return Text("✓ Không thấy mâu thuẫn nào trong số liệu.", style="green")
    table = _table("Kiểm tra số liệu", ("Mức độ", 1), ("Kết quả", 9), ("Số liệu", 1))
    for finding in reading.findings:
        table.add_row(*_finding(finding))
    return table


def _finding(finding: Finding) -> list[RenderableType]:
    word, style = SEVERITY[finding.severity]
    return [Text(word, style=style), _clean(finding.message), ", ".join(f"#{number}" for number in finding.figures)]


def _table(title: str, *columns: tuple[str, int]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", expand=True)
    for name, ratio in columns:
        table.add_column(name, ratio=None if name == "#" else ratio, overflow="fold")
    return table


def _stacked(table: Table) -> RenderableType:
    """A table for a narrow terminal: a row is its first words, and below them a line for every other cell."""
    headings = [str(column.header) for column in table.columns]
    lead = 2 if headings[0] == "#" else 1
    lines = [Text(str(table.title), style="bold")]
    for row in zip(*(column.cells for column in table.columns), strict=True):
        cells = [_one_line(cell) for cell in row]
        lines.append(Text(" ").join(cell for cell in cells[:lead] if cell))
        named = zip(headings[lead:], cells[lead:], strict=True)
        lines += [Text(f"   {heading}: ", style="dim").append_text(cell) for heading, cell in named if cell]
    return Group(*lines)


def _one_line(cell: RenderableType) -> Text:
    return Text("; ").join(cell.split("\n")) if isinstance(cell, Text) else Text(str(cell))


def _clean(text: str, style: str = "") -> Text:
    """Foreign words as they are, but without control characters that would drive the terminal."""
    return Text(printable(text, lines=True), style=style)
