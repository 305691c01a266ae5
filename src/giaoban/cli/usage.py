"""What is said of a command line that click cannot take: one Vietnamese sentence that ends with what to try."""

from __future__ import annotations

from typing import Any

import click


class Misuse(click.ClickException):
    """A command line that asks for what there is not; the exit status is that of any file that cannot be read."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(self.message, err=True)


def misuse_of(error: click.UsageError) -> Misuse:
    """The same error in our words.

    >>> misuse_of(click.NoSuchOption("--jsn", possibilities=["--json"])).message
    'Lệnh không có tùy chọn --jsn (có phải --json?). Hãy xem cách dùng: giaoban --help.'
    """
    path = error.ctx.command_path if error.ctx else "giaoban"
    return Misuse(f"{_wrong(error)}. Hãy xem cách dùng: {path} --help.")


def _wrong(error: click.UsageError) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return f"Không có lệnh «{error.command_name}»"
        case click.NoSuchOption():
            guess = f" (có phải {' hoặc '.join(error.possibilities)}?)" if error.possibilities else ""
            return f"Lệnh không có tùy chọn {error.option_name}{guess}"
        case click.BadOptionUsage():
            return f"Tùy chọn {error.option_name} thiếu hoặc thừa giá trị"
        case click.MissingParameter():
            return f"Lệnh còn thiếu {_name(error)}"
        case click.BadParameter():
            return f"Giá trị của {_name(error)} chưa dùng được ({error.message.rstrip('.')})"
        case _:
            return f"Lệnh gõ chưa đúng ({error.message.rstrip('.')})"


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return "một phần của lệnh"
    if isinstance(error.param, click.Option):
        return f"tùy chọn {'/'.join(error.param.opts)}"
    return (error.param.metavar or error.param.human_readable_name).rstrip("…")
