"""Say yes to a directive: it becomes the draft of a task."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from giaoban.actions._act import act
from giaoban.actions._decide import decide, hold
from giaoban.actions.errors import ActError
from giaoban.records.models import DirectiveDraft, Kind, ReadItem, State, User


def accept_directive(item: ReadItem, *, by: User) -> DirectiveDraft:
    """Make the draft of a task from what was read and corrected; twice counts once.

    Raises ActError `wrong_kind`, `item_incomplete` (nothing to do stated, a deadline that is no date); access.Refused.
    """
    with act("accept_directive", item, by=by) as trail:
        item = hold(item)
        fields = _fields(item)
        draft, _ = DirectiveDraft.objects.update_or_create(
            item=item,
            defaults={**fields, "state": DirectiveDraft.State.DRAFT},
            create_defaults={**fields, "accepted_by": by, "accepted_at": timezone.now()},
        )
        trail.subject, trail.detail = draft, {"item": item.pk, "assignees": draft.assignees}
        trail.unchanged = item.state == State.ACCEPTED
        trail.outbox.append(("task_drafted", {"draft": draft.pk}))
        if not trail.unchanged:
            decide(item, State.ACCEPTED, by=by)
        return draft


def _fields(item: ReadItem) -> dict[str, Any]:
    if item.kind != Kind.DIRECTIVE:
        raise ActError("wrong_kind", kind=item.kind)
    read = {**item.content, **item.typed}
    deadline = item.content.get("deadline") or {}
    text = str(read.get("action") or item.quote).strip()
    return {
        "text": text[:1].upper() + text[1:],
        "assignees": assignees(read["assignees"]),
        "sector": item.sector,
        "deadline": _date(item, str(item.typed.get("due", deadline.get("date") or "")).strip()),
        "deadline_text": str(deadline.get("text") or "")[:250],
        "rhythm": str(deadline.get("rhythm") or ""),
    }


def assignees(stated: list[str] | str) -> list[str]:
    """Names as a list; typed ones are parted by semicolons."""
    names = stated.split(";") if isinstance(stated, str) else stated
    return [name.strip() for name in names if name.strip()]


def _date(item: ReadItem, typed: str) -> date | None:
    """A day as typed, 30/9/2022 or 2022-09-30."""
    if not typed:
        return None
    try:
        if "/" in typed:
            day, month, year = (int(part) for part in typed.split("/"))
            return date(year, month, day)
        return date.fromisoformat(typed)
    except ValueError:
        raise ActError("item_incomplete", fields="hạn (ngày/tháng/năm)", quote=item.quote) from None
