"""Work for later, written in the same transaction as the act that asks for it."""

from __future__ import annotations

from django.db import models


class Outbox(models.Model):
    """One thing to do once, taken by `jobs`."""

    topic = models.CharField(max_length=60, db_index=True)
    payload = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "outbox"

    def __str__(self) -> str:
        return f"{self.topic} {self.pk}"
