"""The pictures of the README and of docs: a demonstration of its own is built, opened and photographed.

make screenshots
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
PORT = free_port()
ADDRESS = f"http://127.0.0.1:{PORT}"
# name, address, width, height, theme
SHOTS = (
    ("home-laptop", "/", 1366, 900, "light"),
    ("sector-laptop", "/linh-vuc/post/?ky=2023-H1", 1366, 900, "light"),
    ("sector-dark", "/linh-vuc/telecom/#chi-tiet", 1366, 900, "dark"),
    ("sector-phone", "/linh-vuc/telecom/", 390, 844, "light"),
    ("review-laptop", "/bao-cao/1/", 1366, 900, "light"),
)


@contextmanager
def served() -> Iterator[str]:
    """A demonstration in a folder of its own; yields its password."""
    with tempfile.TemporaryDirectory() as var:
        environment = {**os.environ, "GIAOBAN_VAR": var}
        command = [Path(sys.executable).parent / "giaoban", "run", "--port", str(PORT), "--workers", "1"]
        server = subprocess.Popen(command, env=environment)
        try:
            wait()
            yield (Path(var) / "demo_password").read_text().strip()
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait(seconds: int = 180) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(ADDRESS + "/dang-nhap/")  # noqa: S310 - our own server
            return
        except OSError:
            time.sleep(1)
    raise TimeoutError("the demonstration did not open")


def sign_in(browser: Browser, password: str, width: int, height: int, theme: str):
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    context.add_cookies([{"name": "giaoban_theme", "value": theme, "url": ADDRESS}])
    page = context.new_page()
    page.goto(ADDRESS + "/dang-nhap/")
    page.fill("input[name=username]", "vanphong")
    page.fill("input[name=password]", password)
    page.keyboard.press("Enter")
    page.wait_for_url(ADDRESS + "/")
    return page


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    chromium = next(path for name in ("chromium", "chromium-browser") if (path := Path("/usr/bin") / name).exists())
    with served() as password, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, address, width, height, theme in SHOTS:
            page = sign_in(browser, password, width, height, theme)
            page.goto(ADDRESS + address)
            page.screenshot(path=PICTURES / f"{name}.png")
            page.context.close()
        browser.close()


if __name__ == "__main__":
    main()
