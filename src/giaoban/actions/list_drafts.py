"""The draft tasks of a sector: what was directed in the reports, accepted, and waits to be assigned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giaoban.access import require, visible
from giaoban.records.models import DirectiveDraft, User

MOST = 50


@dataclass(frozen=True)
class Drafted:
    """One draft: what is to be done, by whom, by when (a day or the words of the report), and where it stands."""

    text: str
    assignees: tuple[str, ...]
    deadline: date | None
    deadline_text: str
    document: int
    position: int
    report: str


def list_drafts(sector: str, *, by: User) -> list[Drafted]:
    """The drafts of a sector, those with the nearest deadline first; at most 50. Raises Refused."""
    require(by, "see_picture")
    drafts = visible(DirectiveDraft, by).filter(sector=sector, state=DirectiveDraft.State.DRAFT)
    drafts = drafts.select_related("item__document").defer("item__document__text", "item__document__reading")
    return [_drafted(draft) for draft in drafts.order_by("deadline", "-pk")[:MOST]]


def _drafted(draft: DirectiveDraft) -> Drafted:
    item = draft.item
    return Drafted(
        draft.text,
        tuple(draft.assignees),
        draft.deadline,
        draft.deadline_text,
        item.document_id,
        item.position,
        item.document.name,
    )
