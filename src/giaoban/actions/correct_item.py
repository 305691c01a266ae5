"""Correct what was read: every keystroke's worth is kept, also what makes no sense yet."""

from __future__ import annotations

from collections.abc import Mapping

from giaoban.actions._act import act
from giaoban.actions._decide import hold
from giaoban.actions._mapping import FIELDS, resolve
from giaoban.packs import load_packs
from giaoban.records.models import Kind, ReadItem, State, User

LONGEST = 2000
CORRECTABLE = {
    Kind.FIGURE: tuple(FIELDS),
    Kind.TARGET: tuple(FIELDS),
    Kind.DIRECTIVE: ("action", "assignees", "due"),
    Kind.FINDING: (),
}
MAPPED = ("indicator", "entity_id", "period", "scenario", "status", "value", "unit")


def correct_item(item: ReadItem, typed: Mapping[str, str], *, by: User) -> ReadItem:
    """Keep what was typed over the reader's fields ("" takes the reader's word again) and tell what it means.

    Figures: value ("41,46 triệu tin nhắn"), indicator, entity, period, scenario, status. Directives: action, assignees
    (parted by ;), due. Other names are passed over. An accepted item whose meaning changed waits for a yes again.
    """
    with act("correct_item", item, by=by) as trail:
        item = hold(item)
        before = _meaning(item)
        changes = {name: typed[name][:LONGEST] for name in CORRECTABLE[Kind(item.kind)] if name in typed}
        trail.unchanged = all(item.typed.get(name, "") == value for name, value in changes.items())
        item.typed = {name: value for name, value in {**item.typed, **changes}.items() if value.strip()}
        if item.kind in (Kind.FIGURE, Kind.TARGET):
            resolve(item, load_packs())
        if item.state == State.ACCEPTED and _meaning(item) != before:
            item.state = State.PENDING
        trail.subject, trail.detail = item, {"typed": changes}
        item.save()
        return item


def _meaning(item: ReadItem) -> tuple[object, ...]:
    of_directives = tuple(sorted(item.typed.items())) if item.kind == Kind.DIRECTIVE else ()
    return (*(getattr(item, name) for name in MAPPED), *of_directives)
