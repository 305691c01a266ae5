"""One way to read a TOML file of a pack, fast: rtoml takes a tenth of the time of tomllib."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rtoml

# Notepad puts a byte order mark before UTF-8; people of a sector should not have to know.
ENCODING = "utf-8-sig"


def read_toml(path: Path, *, missing_ok: bool = False) -> dict[str, Any]:
    """The content of a file; empty for one that is not there, where that is allowed.

    Raises OSError; ValueError for text that is not UTF-8 or not TOML.
    """
    if missing_ok and not path.exists():
        return {}
    content: dict[str, Any] = rtoml.loads(path.read_text(encoding=ENCODING))
    return content
