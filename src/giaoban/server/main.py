"""The command `giaoban`: names every command and loads only the one that is called.

A command is a click command in `giaoban.cli` (no Django, starts in a blink) or in `giaoban.server.commands`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from giaoban.cli.usage import misuse_of

COMMANDS = {
    "read": ("giaoban.cli.read", "Đọc báo cáo thành số liệu, chỉ đạo, mục tiêu và mâu thuẫn"),
    "pack": ("giaoban.cli.pack", "Xem và kiểm tra gói lĩnh vực"),
    "boundaries": ("giaoban.cli.boundaries", "Nhập tệp ranh giới tỉnh, thành phố để vẽ bản đồ"),
    "run": ("giaoban.server.commands.run", "Chạy toàn bộ hệ thống với bộ minh họa"),
    "manage": ("giaoban.server.commands.manage", "Lệnh quản trị của Django"),
}


class LazyGroup(click.Group):
    """A group that imports a command's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise misuse_of(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise misuse_of(error) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, so that --help loads none of them."""
        with formatter.section("Lệnh"):
            formatter.write_dl([(name, say) for name, (_, say) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="giaoban")
def main() -> None:
    """Giaoban: báo cáo vào, bức tranh từng lĩnh vực ra."""
