"""How an installation is told where to keep its records, and how it keeps its secret."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from giaoban.server.database import database
from giaoban.server.secret import secret_key


def test_without_a_url_records_are_kept_in_one_file(tmp_path: Path) -> None:
    described = database(None, tmp_path / "giaoban.sqlite3")
    assert (described["ENGINE"], described["NAME"]) == ("django.db.backends.sqlite3", tmp_path / "giaoban.sqlite3")


def test_a_postgresql_url_is_taken_apart() -> None:
    described = database("postgresql://kh%C3%B3a:m%40t@may-chu:5433/giao%20ban?sslmode=require", Path("x"))
    assert described["ENGINE"].endswith("postgresql")
    assert [described[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "khóa",
        "m@t",
        "may-chu",
        "5433",
        "giao ban",
    ]
    assert described["OPTIONS"] == {"sslmode": "require"}


def test_a_url_of_another_kind_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match=r"mysql.*Hãy dùng postgresql"):
        database("mysql://a/b", Path("x"))


def test_the_embedded_database_is_set_for_many_readers_and_checks_its_keys(db: None) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL needs none of it")
    with connection.cursor() as cursor:
        asked = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")}
    assert asked == {"journal_mode": "wal", "foreign_keys": 1}


def test_the_secret_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "secret")
    assert secret_key(tmp_path / "secret") == first
    assert len(first) >= 50
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0


def test_vietnamese_comes_first_and_passwords_are_argon2() -> None:
    assert (settings.LANGUAGE_CODE, settings.TIME_ZONE, settings.USE_TZ) == ("vi", "Asia/Ho_Chi_Minh", True)
    assert [code for code, _ in settings.LANGUAGES] == ["vi", "en"]
    assert settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert not settings.DEBUG
