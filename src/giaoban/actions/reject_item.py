"""Say no to something that was read. What it had put on the record is withdrawn."""

from __future__ import annotations

from giaoban.actions._act import act
from giaoban.actions._decide import decide, hold
from giaoban.actions._record import hold_figures, withdraw
from giaoban.records.models import DirectiveDraft, ReadItem, State, User


def reject_item(item: ReadItem, *, by: User) -> ReadItem:
    """Mark the item as not wanted. An observation it made is withdrawn by a new version, its task draft taken back."""
    with act("reject_item", item, by=by) as trail:
        item = hold(item)
        trail.subject, trail.unchanged = item, item.state == State.REJECTED
        if trail.unchanged:
            return item
        trail.detail = {"was": item.state}
        hold_figures(item)
        withdraw(item, by=by)
        DirectiveDraft.objects.filter(item=item).update(state=DirectiveDraft.State.WITHDRAWN)
        decide(item, State.REJECTED, by=by)
        return item
