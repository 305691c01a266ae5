"""`giaoban boundaries`: take in the ministry's official boundary file, and see what is kept."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import click

from giaoban.core.errors import GiaobanError
from giaoban.exchange.boundaries import read_boundaries
from giaoban.exchange.boundary_store import list_boundaries, save_boundaries
from giaoban.packs.load import load_packs
from giaoban.wording.errors import say


def _folder() -> Path:
    return Path(os.environ.get("GIAOBAN_VAR", "var")) / "boundaries"


@click.group()
def command() -> None:
    """Ranh giới tỉnh, thành phố để vẽ bản đồ (chưa có tệp thì bản đồ vẽ bằng ô)."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Ngày mà ranh giới có hiệu lực; mặc định hôm nay.")
def import_file(file: Path, on: datetime | None) -> None:
    """Nhập tệp ranh giới GeoJSON (kinh độ, vĩ độ WGS-84)."""
    day = on.date() if on else date.today()  # noqa: DTZ011  (the day of the office is meant)
    try:
        boundaries = read_boundaries(file, load_packs(), day)
    except GiaobanError as error:
        raise click.ClickException(say(error)) from error
    kept = save_boundaries(_folder(), boundaries)
    click.echo(f"Đã nhập ranh giới {len(boundaries.units)} đơn vị cấp tỉnh từ {file.name}; lưu tại {kept}.")
    for islands in boundaries.islands:
        if not islands.drawn:
            click.echo(f"Tệp không vẽ rõ {islands.name}: bản đồ tự đặt đúng vị trí.")


@command.command()
def show() -> None:
    """Xem các bộ ranh giới đã nhập."""
    kept = list(list_boundaries(_folder()))
    if not kept:
        click.echo("Chưa nhập tệp ranh giới nào; bản đồ vẽ bằng ô. Nhập: giaoban boundaries import TỆP")
    for path, boundaries in kept:
        if boundaries is None:
            click.echo(f"{path.name}: tệp hỏng, không dùng được; hãy nhập lại.")
        else:
            day = f"{boundaries.on:%d/%m/%Y}"
            click.echo(f"{path.name}: {len(boundaries.units)} đơn vị, ngày {day}, từ {boundaries.file}")
