"""What the tests share: a database in a file as in operation, files in a place of their own, the cast."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import cast
from giaoban.records.models import Entity, User

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Playwright's synchronous door runs an event loop in this thread, and Django would take such a test for asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite in a file, not in memory: WAL, locks and several connections are then those of operation."""
    from django.db import connections

    default = connections["default"].settings_dict
    if default["ENGINE"].endswith("sqlite3"):
        default["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """Uploads of a test die with it."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def units(db: None) -> dict[str, Entity]:
    return cast.units()


@pytest.fixture
def people(units: dict[str, Entity]) -> dict[str, User]:
    return cast.people(units)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, one for all tests of a process."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: sudo apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
