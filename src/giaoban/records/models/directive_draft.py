"""A directive that a person accepted: the draft of a task."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from giaoban.records.models.read_item import ReadItem


class DirectiveDraft(models.Model):
    """Who is to do what by when, as it was read and confirmed; overdue is reckoned, never stored."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Dự thảo")
        WITHDRAWN = "withdrawn", _("Đã rút")

    item = models.OneToOneField(ReadItem, on_delete=models.PROTECT, related_name="draft")
    text = models.TextField()
    assignees = models.JSONField(default=list)
    sector = models.CharField(max_length=40, blank=True)
    deadline = models.DateField(null=True, blank=True)
    deadline_text = models.CharField(max_length=250, blank=True)
    rhythm = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField()

    class Meta:
        ordering = ["deadline", "pk"]

    def __str__(self) -> str:
        return self.text[:80]
