"""The installation's secret, made once and kept beside its records."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def secret_key(path: Path) -> str:
    """The secret in `path`; made on first use, readable by its owner only."""
    try:
        # O_EXCL: of several workers starting at once, one makes it and the others read it.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    made = secrets.token_urlsafe(50)
    with os.fdopen(handle, "w") as file:
        file.write(made)
    return made
