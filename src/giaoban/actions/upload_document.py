"""Hand in a written report: it is read, and stored with everything that was read from it, or not stored at all."""

from __future__ import annotations

import hashlib
import re
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError

from giaoban.access import Refused, require
from giaoban.actions._act import act
from giaoban.actions._items import items_of
from giaoban.actions.errors import ActError
from giaoban.exchange.extract import extract
from giaoban.packs import load_packs
from giaoban.reading.contract import to_json
from giaoban.reading.model import Reading
from giaoban.reading.read import read_text
from giaoban.records.models import Document, ReadItem, User

# Neither database keeps these in text; one stands for one, so that every offset stays right.
UNKEEPABLE = {0: "\N{REPLACEMENT CHARACTER}", **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")}
LONGEST_NAME = 200


@dataclass(frozen=True)
class Uploaded:
    """The document, and whether it had been handed in before."""

    document: Document
    already: bool


def upload_document(name: str, content: bytes, *, by: User, demo: bool = False) -> Uploaded:
    """Read `content` and keep it with its items; a file this unit handed in before is not kept twice.

    Raises ActError `file_empty`, `file_too_large`; exchange's DocumentError; access.Refused. Nothing is stored then.
    """
    require(by, "upload_document")
    if by.entity is None:
        raise Refused("no_unit", act="upload_document")
    _check_size(content)
    digest = hashlib.sha256(content).hexdigest()
    known = Document.objects.filter(sha256=digest, entity=by.entity).first()
    if known:
        return Uploaded(known, already=True)
    clean = clean_name(name)
    reading, kind = _read(clean, content)
    document = Document(name=clean, kind=kind, sha256=digest, size=len(content), entity=by.entity, uploaded_by=by)
    document.text, document.reading, document.demo = reading.text, to_json(reading), demo
    try:
        _keep(document, reading, content, by)
    except IntegrityError:  # the same file came in twice at once: the other one is kept
        return Uploaded(Document.objects.get(sha256=digest, entity=by.entity), already=True)
    return Uploaded(document, already=False)


def clean_name(name: str) -> str:
    """A sender's file name for the screen: no path, no control or direction marks, composed, not endless.

    >>> clean_name("../../etc/bao cao\\u202etxt.docx")
    'bao caotxt.docx'
    """
    last = PurePath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    shown = "".join(char for char in last if unicodedata.category(char)[0] != "C").strip(" .")
    stem, suffix = PurePath(shown).stem, PurePath(shown).suffix
    return (stem[: LONGEST_NAME - len(suffix)] + suffix[:20]) if shown else "bao-cao"


def _check_size(content: bytes) -> None:
    if not content:
        raise ActError("file_empty")
    if len(content) > settings.MAX_UPLOAD:
        raise ActError("file_too_large", limit=settings.MAX_UPLOAD // 1024**2, size=len(content) // 1024**2)


def _read(name: str, content: bytes) -> tuple[Reading, str]:
    """Read the bytes under a safe name of our own; only the ending is the sender's."""
    suffix = PurePath(name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="giaoban-") as folder:
        path = Path(folder) / f"report{suffix if re.fullmatch(r'[.][a-z0-9]{1,5}', suffix) else ''}"
        path.write_bytes(content)
        extracted = extract(path)
    text = extracted.text.translate(UNKEEPABLE)
    return read_text(text, file=name, tables=extracted.tables, packs=load_packs()), extracted.kind


def _keep(document: Document, reading: Reading, content: bytes, by: User) -> None:
    stored = False
    try:
        with act("upload_document", document.entity, by=by) as trail:
            document.file.save("", ContentFile(content), save=False)
            stored = True
            document.save()
            items = ReadItem.objects.bulk_create(items_of(document, reading, load_packs()))
            trail.subject, trail.detail = document, {"sha256": document.sha256, "items": len(items)}
    except BaseException:
        if stored:  # the transaction takes the rows back, but no file
            document.file.delete(save=False)
        raise
