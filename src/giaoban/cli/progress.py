"""The progress of several files, on stderr: a bar on a terminal, a line a file elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from giaoban.cli.terminal import printable


def track_files(files: list[Path]) -> Iterator[Path]:
    """The same files, counted as they are taken."""
    console = Console(stderr=True)
    if not console.is_terminal:
        for number, file in enumerate(files, 1):
            console.print(
                f"{number}/{len(files)} {printable(str(file))}", markup=False, highlight=False, soft_wrap=True
            )
            yield file
        return
    columns = (
        TextColumn("Đọc báo cáo"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=len(files))
        for file in files:
            progress.update(task, description=escape(printable(file.name)))
            yield file
            progress.advance(task)
