"""`giaoban run` and `giaoban manage`: the commands themselves, in a process of their own."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

GIAOBAN = [sys.executable, "-c", "from giaoban.server.main import main; main()"]


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """An installation with records but without the demonstration, so that the test need not wait for it."""
    known = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIAOBAN", "DATABASE", "DJANGO"))
    }
    made = {**known, "GIAOBAN_VAR": str(tmp_path / "var")}
    person = "from giaoban.records.models import User; User.objects.create_user('khue', role='office')"
    for arguments in (["migrate", "-v0"], ["shell", "-v0", "-c", person]):
        subprocess.run([*GIAOBAN, "manage", *arguments], env=made, check=True, capture_output=True)
    return made


def test_it_serves_pages_with_hashed_static_files(place: dict[str, str]) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*GIAOBAN, "run", "--port", str(port), "--workers", "1"]
    started = subprocess.Popen(command, env=place, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        page = wait_for(f"http://127.0.0.1:{port}/dang-nhap/", started)
    finally:
        started.terminate()
        said, _ = started.communicate(timeout=20)
    assert "Đăng nhập" in page
    assert "/static/giaoban/base." in page.replace("base.css", "")
    assert f"http://127.0.0.1:{port}" in said


def wait_for(address: str, process: "subprocess.Popen[str]") -> str:
    for _ in range(150):
        assert process.poll() is None, "the server stopped"
        try:
            with urlopen(address) as answer:  # noqa: S310 - our own loopback address
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    raise AssertionError("no answer in 30 seconds")


def test_records_that_are_there_are_left_alone(place: dict[str, str]) -> None:
    subprocess.run([*GIAOBAN, "run", "--prepare-only"], env=place, check=True, capture_output=True)
    counted = "from giaoban.records.models import *; print(User.objects.count(), Observation.objects.count())"
    shell = [*GIAOBAN, "manage", "shell", "-v0", "-c", counted]
    assert subprocess.run(shell, env=place, check=True, capture_output=True, text=True).stdout.split() == ["1", "0"]


def test_no_model_waits_for_a_migration(place: dict[str, str]) -> None:
    command = [*GIAOBAN, "manage", "makemigrations", "--check", "--dry-run"]
    assert subprocess.run(command, env=place, check=False, capture_output=True).returncode == 0


def test_the_deployment_checks_pass_behind_https(place: dict[str, str]) -> None:
    secure = {**place, "GIAOBAN_HTTPS": "1", "GIAOBAN_HOSTS": "giaoban.example"}
    answer = subprocess.run(
        [*GIAOBAN, "manage", "check", "--deploy"], env=secure, capture_output=True, text=True, check=False
    )
    # The two left over are policies of a whole domain, not this program's to set.
    left = {line.split(")")[0].split("(")[-1] for line in answer.stderr.splitlines() if "security." in line}
    assert left <= {"security.W005", "security.W021"}, answer.stderr


def test_with_postgres_hands_on_what_the_command_answered() -> None:
    url = "postgresql://nobody@127.0.0.1:1/none"
    asked = [
        sys.executable,
        "bin/with_postgres",
        sys.executable,
        "-c",
        "import os; print(os.environ['DATABASE_URL']); exit(3)",
    ]
    answer = subprocess.run(asked, env={**os.environ, "DATABASE_URL": url}, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout.strip()) == (3, url)
