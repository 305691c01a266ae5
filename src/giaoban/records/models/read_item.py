"""One thing read from a document, waiting for a person's yes or no."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from giaoban.records.models.document import Document
from giaoban.records.models.entity import Entity
from giaoban.records.models.fields import ExactDecimalField


class Kind(models.TextChoices):
    FIGURE = "figure", _("Số liệu")
    DIRECTIVE = "directive", _("Ý kiến chỉ đạo")
    TARGET = "target", _("Mục tiêu")
    FINDING = "finding", _("Mâu thuẫn")


class State(models.TextChoices):
    PENDING = "pending", _("Chờ xem")
    ACCEPTED = "accepted", _("Đã nhận")
    REJECTED = "rejected", _("Đã bỏ")


class Scenario(models.TextChoices):
    ACTUAL = "actual", _("Thực hiện")
    PLAN = "plan", _("Kế hoạch")
    ESTIMATE = "estimate", _("Dự báo")
    TARGET = "target", _("Mục tiêu")


class Status(models.TextChoices):
    ESTIMATE = "estimate", _("Ước tính")
    PRELIMINARY = "preliminary", _("Sơ bộ")
    OFFICIAL = "official", _("Chính thức")


class ReadItem(models.Model):
    """A figure, directive, target or contradiction with its place in the text.

    `content` is what the reader said and never changes; `typed` is what a person typed over it, kept as typed even
    while it makes no sense yet; the mapped fields below are what both together mean, and `faults` what is still amiss.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    position = models.PositiveIntegerField()  # order within the document, over all kinds
    start = models.PositiveIntegerField()
    quote = models.TextField()
    sector = models.CharField(max_length=40, blank=True)
    content = models.JSONField()
    typed = models.JSONField(default=dict)
    faults = models.JSONField(default=dict)

    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    indicator = models.CharField(max_length=120, blank=True)
    entity = models.ForeignKey(Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(max_length=30, blank=True)
    scenario = models.CharField(max_length=10, choices=Scenario.choices, default=Scenario.ACTUAL)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OFFICIAL)
    value = ExactDecimalField(null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["document", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="a_place_in_the_list_is_taken_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.quote[:60]}"

    @property
    def end(self) -> int:
        return self.start + len(self.quote)
