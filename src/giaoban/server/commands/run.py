"""`giaoban run`: everything at once on this machine, with a living demonstration ministry."""

from __future__ import annotations

import errno
import os
import signal
import socket
import time
from typing import Any

import click
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

TAKEN = "Cổng {port} đã có chương trình dùng, có thể là một Giaoban khác. Chọn cổng: GIAOBAN_PORT={other} make run"
NOT_OURS = "Không mở được cổng {port} của {host}: {why}"
NOT_READY = """Chưa chạy được: {why}
Kiểm tra quyền ghi và chỗ trống của thư mục GIAOBAN_VAR (mặc định ./var), và DATABASE_URL nếu có.
GIAOBAN_DEBUG=1 để xem chi tiết."""
FIRST_PERSON = "Chưa có người dùng nào. Tạo người đầu tiên: giaoban manage createsuperuser"
SIGN_IN = "Đăng nhập:  {who:<12} mật khẩu  {password}   ({role})"


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    envvar="GIAOBAN_PORT",
    help="Cổng trên máy này.",
)
@click.option("--host", default="127.0.0.1", show_default=True, envvar="GIAOBAN_HOST", help="Địa chỉ lắng nghe.")
@click.option("--workers", type=click.IntRange(1), default=2, show_default=True, help="Số tiến trình phục vụ.")
@click.option("--prepare-only", is_flag=True, help="Dựng cơ sở dữ liệu rồi dừng, không mở trang.")
def command(port: int, host: str, workers: int, *, prepare_only: bool) -> None:
    """Chạy toàn bộ hệ thống với bộ minh họa."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban.server.settings")
    os.environ["GIAOBAN_STATIC"] = "hashed"
    if not prepare_only:
        refuse_taken(host, port)
    try:
        prepare()
    except (OSError, ValueError, DatabaseError, ImproperlyConfigured) as fault:
        if os.environ.get("GIAOBAN_DEBUG") == "1":
            raise
        raise click.ClickException(NOT_READY.format(why=str(fault).strip())) from None
    if prepare_only:
        return
    say_where(host, port)
    serve(host, port, workers)


def refuse_taken(host: str, port: int) -> None:
    """Stop where the port is taken: workers share theirs (SO_REUSEPORT), so two Giaobans would mix unseen."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as fault:
        said = TAKEN if fault.errno == errno.EADDRINUSE else NOT_OURS
        raise click.ClickException(said.format(host=host, port=port, other=port + 1, why=fault.strerror)) from None


def prepare() -> None:
    """Bring the database and the static files up to date; build the demonstration where there is nothing yet."""
    import django

    django.setup()
    from django.core.management import call_command

    from giaoban.packs.load import folder_of_packs, shipped
    from giaoban.server.demo.build import build, built
    from giaoban.server.entities import load_units

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    if built():
        return
    if folder_of_packs() != shipped():
        # The demonstration speaks of the shipped ministry only.
        click.echo(f"{load_units()} đơn vị từ {folder_of_packs()}", err=True)
        click.echo(FIRST_PERSON, err=True)
        return
    click.echo("Đang dựng bộ minh họa (một lần, dưới hai phút) …", err=True)
    started = time.monotonic()
    build(say=lambda line: click.echo(f"  {line}", err=True))
    click.echo(f"  xong sau {time.monotonic() - started:.0f} giây", err=True)


def say_where(host: str, port: int) -> None:
    """Print the address and who can sign in."""
    from giaoban.server.demo.cast import logins

    click.echo(f"\nGiaoban đang chạy:  http://{host}:{port}")
    for who, password, role in logins():
        click.echo(SIGN_IN.format(who=who, password=password, role=role))
    click.echo("Dừng lại: Ctrl+C\n")


def serve(host: str, port: int, workers: int) -> None:
    """Serve until stopped. WSGI: synchronous Django under ASGI is many times slower (docs/decisions)."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "giaoban.server.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        workers_kill_timeout=5,
        respawn_failed_workers=True,
        blocking_threads=2 * (os.cpu_count() or 1),
        log_level=LogLevels.warning,
        websockets=False,
    )
    if signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:
        # A closed terminal ends the server; Granian would load its workers again.
        server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.serve(target_loader=load_in_worker, wrap_loader=False)


def load_in_worker() -> Any:
    """Load the application in a worker, Ctrl+C left to its parent: a Granian worker told to stop twice never stops."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    from giaoban.server.wsgi import application

    return application
