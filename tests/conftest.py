"""What the tests share: a database in a file as in operation, files in a place of their own, the cast."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cast
from giaoban.records.models import Entity, User


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
