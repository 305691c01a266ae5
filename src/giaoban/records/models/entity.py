"""Who reports, and who is reported on: ministry, departments, provinces, enterprises, press bodies …"""

from __future__ import annotations

from typing import Any

from django.db import models


class EntityQuerySet(models.QuerySet["Entity"]):
    def branch_of(self, top: Entity) -> EntityQuerySet:
        """`top` and everything below it."""
        return self.filter(path__startswith=top.path)


class Entity(models.Model):
    """A unit with its dates. `key` is its stable name ("province:hoa-binh"); codes and names change hands."""

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=40, db_index=True)
    code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=250)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=500, db_index=True, editable=False)  # "/ministry:mic/department:post/"
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    objects = EntityQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "code", "name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the path, and that of everything below, in step with the parent."""
        above = self.parent.path if self.parent else "/"
        before, self.path = self.path, f"{above}{self.key}/"
        super().save(*args, **kwargs)
        if before and before != self.path:
            for child in self.children.all():
                child.save()
