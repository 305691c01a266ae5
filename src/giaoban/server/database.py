"""Where the records are kept: SQLite in one file, or the PostgreSQL that DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# WAL lets readers read while one writes; IMMEDIATE takes the write lock at the start of an act,
# so that two acts queue (busy timeout) where a deferred lock would fail in the middle.
SQLITE_START = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;"


def database(url: str | None, embedded: Path) -> dict[str, Any]:
    """Django's description of the database at `url`; of the SQLite file `embedded` where no url is given.

    Raises ValueError, in words for an operator, for a url of another kind.
    """
    if not url:
        return _sqlite(embedded)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(
            f"DATABASE_URL bắt đầu bằng «{parts.scheme}://», chưa được hỗ trợ. "
            "Hãy dùng postgresql://người_dùng:mật_khẩu@máy:5432/cơ_sở_dữ_liệu, hoặc bỏ trống để dùng SQLite."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": SQLITE_START},
    }
