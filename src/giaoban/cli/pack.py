"""`giaoban pack`: see what the sectors measure, and check packs before they are used."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import click

from giaoban.core.errors import GiaobanError, PackError
from giaoban.packs import Indicator, Packs, Sector, load_packs, shipped

_HIDDEN = {"sector"}


@click.group()
def command() -> None:
    """Xem và kiểm tra các gói lĩnh vực: chỉ tiêu, đơn vị tính, cách tổng hợp, nguồn."""


@command.command("list")
@click.option("--sector", "code", help="Chỉ một lĩnh vực, ví dụ telecom.")
@click.option("--json", "as_json", is_flag=True, help="In JSON.")
@click.option("--from", "root", type=click.Path(path_type=Path), help="Thư mục gói của bộ khác.")
def list_packs(code: str | None, as_json: bool, root: Path | None) -> None:
    """Liệt kê các gói và chỉ tiêu."""
    try:
        packs = load_packs(root)
        sectors = [_sector(packs, code)] if code else list(packs.sectors)
    except GiaobanError as error:
        _stop(error)
    if as_json:
        click.echo(json.dumps(_listing(packs, sectors), ensure_ascii=False, indent=2))
    else:
        _print_tables(packs, sectors, in_full=bool(code))


@command.command("check")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
def check_packs(folder: Path | None) -> None:
    """Kiểm tra gói trong FOLDER (mặc định: các gói kèm theo); báo tệp, dòng, mục của từng lỗi."""
    from giaoban.packs.check import check
    from giaoban.wording.packs import say_fault

    try:
        report = check(folder or load_packs().root)
    except GiaobanError as error:
        _stop(error)
    for fault in report.faults:
        click.echo(f"{click.style('LỖI', fg='red', bold=True)}      {say_fault(fault)}")
    for warning in report.warnings:
        click.echo(f"{click.style('CẢNH BÁO', fg='yellow', bold=True)} {say_fault(warning)}")
    looked = f"{report.sectors} gói, {report.indicators} chỉ tiêu"
    if not report.sound:
        click.echo(f"{looked}: {len(report.faults)} lỗi cần sửa.", err=True)
        raise SystemExit(1)
    click.echo(f"{looked}: không có lỗi, {len(report.warnings)} cảnh báo.")


def _sector(packs: Packs, code: str) -> Sector:
    try:
        return packs.sector(code)
    except KeyError:
        raise PackError("no_such_sector", code=code, known=[one.code for one in packs.sectors]) from None


def _stop(error: GiaobanError) -> Any:
    from giaoban.wording.errors import say

    click.echo(say(error), err=True)
    raise SystemExit(2)


def _listing(packs: Packs, sectors: list[Sector]) -> dict[str, Any]:
    """What --json prints: packs → indicators, every key of the pack under its own name."""
    return {
        "schema": "giaoban.packs/1",
        "ministry": packs.ministry.name,
        "packs": [
            {**_plain(sector), "indicators": [_plain(one) for one in packs.of_sector(sector.code)]}
            for sector in sectors
        ],
    }


def _plain(record: Any) -> Any:
    """A record as JSON can hold it; keys without a value are left out where they are optional."""
    if isinstance(record, tuple):
        return [_plain(one) for one in record]
    if isinstance(record, date):
        return record.isoformat()
    if not hasattr(record, "__dataclass_fields__"):
        return record
    hidden = _HIDDEN if isinstance(record, Indicator) else set()
    return {one.name: _plain(getattr(record, one.name)) for one in fields(record) if one.name not in hidden}


def _print_tables(packs: Packs, sectors: list[Sector], *, in_full: bool) -> None:
    from rich.console import Console

    console = Console()
    for sector in sectors:
        console.print(_table(packs, sector, in_full=in_full))
    root = "" if packs.root == shipped() else f" ({packs.root})"
    shown = sum(len(packs.of_sector(sector.code)) for sector in sectors)
    console.print(f"{packs.ministry.name}{root}: {len(sectors)} gói, {shown} chỉ tiêu. ★ chỉ tiêu chính; * suy luận.")


def _table(packs: Packs, sector: Sector, *, in_full: bool) -> Any:
    from rich.table import Table

    table = Table(title=f"{sector.name} ({sector.code})", title_justify="left", expand=True)
    for heading, ratio in (("Mã", 4), ("Chỉ tiêu", 6), ("Đơn vị", 2), ("Kỳ", 3), ("Tổng hợp", 2)):
        table.add_column(heading, overflow="fold", ratio=ratio)
    for one in packs.of_sector(sector.code):
        table.add_row(*_cells(one, in_full=in_full), end_section=in_full)
    return table


def _cells(one: Indicator, *, in_full: bool) -> list[str]:
    from rich.markup import escape

    from giaoban.core.totals import Rule
    from giaoban.wording.packs import say_frequency
    from giaoban.wording.terms import term

    name = escape(f"★ {one.name}" if one.headline else one.name)
    if in_full:
        reporter = one.responsible + "*" * (one.responsible_status != "stated")
        source = one.source.text + "*" * (one.source.status != "stated")
        name += f"\n[dim]{escape(reporter)} · {escape(source)}[/dim]"
    return [
        one.code.removeprefix(f"{one.sector}."),
        name,
        one.unit,
        say_frequency(one.frequency),
        term(Rule(one.rollup)),
    ]
