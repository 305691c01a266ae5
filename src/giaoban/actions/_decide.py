"""What every decision about an item does: hold the item, note who decided and when."""

from __future__ import annotations

from django.utils import timezone

from giaoban.records.models import ReadItem, State, User


def hold(item: ReadItem) -> ReadItem:
    """The item as it is now, locked until the act ends, so that two people decide one after the other."""
    held = ReadItem.objects.select_for_update(of=("self",)).select_related("document__entity", "entity")
    return held.defer("document__text", "document__reading").get(pk=item.pk)


def decide(item: ReadItem, state: State, *, by: User) -> None:
    item.state, item.decided_by, item.decided_at = state, by, timezone.now()
    item.save()
