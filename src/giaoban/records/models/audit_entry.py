"""The trail of acts: each entry seals the one before it, so that a changed or missing one shows."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from giaoban.records.models.observation import AppendOnlyError, AppendOnlyQuerySet

GENESIS = "0" * 64


class AuditHead(models.Model):
    """The end of the chain: one row, locked while an entry is added, so that the chain never forks."""

    number = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, default=GENESIS)


class AuditEntry(models.Model):
    """Who did what to which, when."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=60, db_index=True)
    subject = models.CharField(max_length=120, db_index=True)  # "document:12"
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, unique=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError("the trail is only ever added to")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("the trail is only ever added to")

    def reckon_seal(self) -> str:
        """The hash of this entry and of everything before it."""
        return seal(self.previous, self.number, self.at, self.by_id, self.act, self.subject, self.detail)


def seal(previous: str, number: int, at: datetime, by: int, act: str, subject: str, detail: Any) -> str:
    """SHA-256 over the previous seal and the entry in one canonical JSON form (times in UTC)."""
    moment = at.timestamp()
    body = json.dumps([previous, number, f"{moment:.6f}", by, act, subject, detail], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()
