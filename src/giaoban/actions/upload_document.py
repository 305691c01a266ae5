"""Hand in a written report: it is read, and stored with everything that was read from it, or not stored at all."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError

from giaoban.access import Refused, require
from giaoban.actions._act import act
from giaoban.actions._history import figures_before
from giaoban.actions._items import items_of
from giaoban.actions._mapping import speaker_of
from giaoban.actions.errors import ActError
from giaoban.exchange.extract import extract_bytes
from giaoban.packs import load_packs
from giaoban.reading.contract import to_json
from giaoban.reading.model import Reading
from giaoban.reading.read import read_text
from giaoban.records.models import Document, Entity, ReadItem, User
from giaoban.wording.notes import say_note

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
    reading, kind = _read(clean, content, by.entity)
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
        raise ActError("file_too_large", limit=settings.MAX_UPLOAD, size=len(content))


def _read(name: str, content: bytes, unit: Entity) -> tuple[Reading, str]:
    """Read the bytes; what a person should know of the file stands in the notes, as sentences."""
    extracted = extract_bytes(content, name=name)
    text = extracted.text.translate(UNKEEPABLE)
    packs = load_packs()
    history = figures_before(speaker_of(unit, packs))
    reading = read_text(text, file=name, tables=extracted.tables, packs=packs, history=history)
    notes = tuple(say_note(note.code, note.details) for note in extracted.notes)
    return replace(reading, notes=(*notes, *reading.notes)), extracted.kind


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
