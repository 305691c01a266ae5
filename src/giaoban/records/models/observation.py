"""The accepted figures: append-only, with the period they speak of and the moment we knew them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from giaoban.records.models.entity import Entity
from giaoban.records.models.fields import ExactDecimalField
from giaoban.records.models.read_item import ReadItem, Scenario, Status


class AppendOnlyError(TypeError):
    """Somebody tried to change what is kept for ever."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("append a new version instead of an update")

    def delete(self) -> NoReturn:
        raise AppendOnlyError("what was recorded stays recorded")


class ObservationQuerySet(AppendOnlyQuerySet):
    def current(self) -> ObservationQuerySet:
        """The version of each figure that stands now; a withdrawn one stands with no value."""
        return self.filter(later=None)

    def known_at(self, moment: datetime) -> ObservationQuerySet:
        """The version of each figure that stood at `moment`."""
        known = self.filter(recorded_at__lte=moment)
        return known.exclude(pk__in=known.exclude(replaces=None).values("replaces"))


class Observation(models.Model):
    """One version of one figure. `value` in base units (đồng, not tỷ đồng); None means not reported, never 0."""

    indicator = models.CharField(max_length=120)
    sector = models.CharField(max_length=40)
    entity = models.ForeignKey(Entity, on_delete=models.PROTECT, related_name="observations")
    breakdown = models.CharField(max_length=120, blank=True)  # "" is the whole
    period = models.CharField(max_length=30)
    start = models.DateField()
    end = models.DateField()
    scenario = models.CharField(max_length=10, choices=Scenario.choices)
    status = models.CharField(max_length=12, choices=Status.choices)
    value = ExactDecimalField(null=True)
    unit = models.CharField(max_length=60)

    version = models.PositiveIntegerField(default=1)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="later")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    citation = models.TextField(blank=True)  # where it was published, for figures that came from no document of ours
    url = models.CharField(max_length=500, blank=True)
    demo = models.BooleanField(default=False)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "start", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "entity", "period", "scenario", "breakdown", "version"],
                name="versions_of_a_figure_follow_one_another",
            ),
        ]
        indexes = [
            models.Index(fields=["sector", "scenario", "start"], name="obs_of_a_sector"),
            models.Index(fields=["entity", "indicator", "start"], name="obs_of_an_entity"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.period} v{self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError("append a new version instead of an update")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("what was recorded stays recorded")

    @property
    def key(self) -> dict[str, Any]:
        """What makes two versions the same figure."""
        return {name: getattr(self, name) for name in ("indicator", "entity", "period", "scenario", "breakdown")}


class Source(models.Model):
    """The words that say an observation, and the person who said yes to them. Several may say the same."""

    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="sources")
    item = models.ForeignKey(ReadItem, on_delete=models.PROTECT, related_name="sources")
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # the person took the yes back

    class Meta:
        ordering = ["accepted_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["observation", "item"], name="the_same_words_count_once"),
        ]
