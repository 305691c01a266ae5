"""A written report as it came in."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from giaoban.records.models.entity import Entity


def place(document: Document, name: str) -> str:
    """Where the file lies: by its own hash, so that no name of a sender ever reaches the disk."""
    return f"documents/{document.sha256[:2]}/{document.sha256}.{document.kind}"


class Document(models.Model):
    """One uploaded report: its bytes, the text that was read from them, and what the reader found."""

    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    file = models.FileField(upload_to=place, max_length=200)
    text = models.TextField()
    reading = models.JSONField()  # the contract giaoban.reading/1
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="documents")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="documents")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["sha256", "entity"], name="a_unit_hands_a_file_in_once"),
        ]

    def __str__(self) -> str:
        return self.name
