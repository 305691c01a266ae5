"""What stands between a hostile file and the readers: sizes, kinds of path, archives that swell.

Limits are ours (source: none): a report of a ministry is a thousand times smaller than any of them.
"""

from __future__ import annotations

import io
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from giaoban.core.errors import DocumentError

if TYPE_CHECKING:
    import zipfile

T = TypeVar("T")

MEGABYTE = 10**6  # as sizes are printed: "200 MB", not "209,7 MB"
FILE_LIMIT = 100 * MEGABYTE
TEXT_LIMIT = 10 * MEGABYTE  # of a file that is text itself
CHARACTER_LIMIT = 5_000_000  # of what is taken out of any file: reading them takes half a minute
ARCHIVE_LIMIT = 200 * MEGABYTE  # of a .docx, everything unpacked
PART_LIMIT = 60 * MEGABYTE  # of one XML part unpacked: parsing costs some five times that
ENTRIES_LIMIT = 10_000
RATIO_LIMIT = 150  # XML packs twenty times, white space a thousand
RATIO_FROM = 5 * MEGABYTE


def read_file(path: Path) -> bytes:
    """The bytes of a regular file of a bearable size.

    Raises DocumentError: `file_missing`, `file_is_folder`, `file_not_regular`, `file_refused`, `file_empty`,
    `file_too_large`.
    """
    status = _or_refused(path.stat)
    _check_status(status.st_mode, status.st_size)
    return check_size(_or_refused(path.read_bytes))


def check_size(content: bytes) -> bytes:
    """The same bytes, if there are some and not too many."""
    if not content:
        raise DocumentError("file_empty")
    if len(content) > FILE_LIMIT:
        raise DocumentError("file_too_large", size=len(content), limit=FILE_LIMIT)
    return content


def check_text_size(content: bytes) -> bytes:
    """The same bytes, if they are no more text than a person could have written."""
    if len(content) > TEXT_LIMIT:
        raise DocumentError("file_too_large", size=len(content), limit=TEXT_LIMIT)
    return content


def check_length(text: str) -> None:
    """Refuse more text than a person could have written, whatever it was packed in."""
    if len(text) > CHARACTER_LIMIT:
        raise DocumentError("text_too_long", characters=len(text), limit=CHARACTER_LIMIT)


def open_archive(content: bytes) -> zipfile.ZipFile:
    """A zip archive that is whole and does not swell; entries are never unpacked to disk, archives inside never opened.

    Raises DocumentError `file_corrupt`, `archive_swells` (size, limit), `archive_too_many_parts` (parts, limit),
    `archive_too_dense`.
    """
    import zipfile  # with the decompressors behind it, for the files that need it

    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise DocumentError("file_corrupt") from error
    _check_entries(archive.infolist())
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """One entry's bytes; None when the archive has none of that name."""
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.file_size > PART_LIMIT:
        raise DocumentError("archive_swells", size=entry.file_size, limit=PART_LIMIT)
    if entry.flag_bits & 0x1:
        raise DocumentError("file_locked")
    try:
        # A part may unpack to more than it declares: `archive.read` would hold all of it before it looks.
        with archive.open(entry) as packed:
            return packed.read(entry.file_size + 1)
    except Exception as error:  # zlib, lzma, bz2 and zipfile each raise their own kinds on broken data
        raise DocumentError("file_corrupt") from error


def _or_refused(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except FileNotFoundError as error:
        raise DocumentError("file_missing") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        raise DocumentError("file_refused") from error


def _check_status(mode: int, size: int) -> None:
    if stat.S_ISDIR(mode):
        raise DocumentError("file_is_folder")
    if not stat.S_ISREG(mode):
        raise DocumentError("file_not_regular")
    if size > FILE_LIMIT:
        raise DocumentError("file_too_large", size=size, limit=FILE_LIMIT)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    if total > ARCHIVE_LIMIT:
        raise DocumentError("archive_swells", size=total, limit=ARCHIVE_LIMIT)
    if len(entries) > ENTRIES_LIMIT:
        raise DocumentError("archive_too_many_parts", parts=len(entries), limit=ENTRIES_LIMIT)
    if any(map(_swells, entries)):
        raise DocumentError("archive_too_dense")


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > RATIO_FROM and entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1)
