"""The right side of the review page: one row for each thing that was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from giaoban.access import User, visible
from giaoban.packs import load_packs
from giaoban.web.reporting.figures import amount, indicator_name, period_label, sector_name
from giaoban.web.reporting.suggestions import suggest
from giaoban.web.reporting.words import sentence
from giaoban.wording.numbers import format_date

Standing = dict[tuple[Any, ...], Any]  # what makes two observations the same figure -> the one that stands


class Pick(NamedTuple):
    """An indicator to choose."""

    code: str
    name: str


@dataclass
class Row:
    """An item as the page prints it. `typed` is what the boxes hold: the person's words, else the reader's."""

    item: Any
    sector: str
    indicator: str = ""
    period: str = ""
    entity: str = ""
    of_another: bool = False  # a unit other than the one that handed the report in
    value: str = ""
    asides: list[str] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    suggestions: list[Pick] = field(default_factory=list)
    recorded: Any = None  # the observation this item made
    standing: str = ""  # what is now on record for the same figure
    agrees: bool = False  # and it is the very value that this item says
    draft: Any = None
    opened: bool = False

    @property
    def says(self) -> str:
        """What the record would hold, in one line."""
        return " · ".join(part for part in (self.value, self.indicator, self.period, self.entity) if part)


def rows_of(items: Iterable[Any], user: User, opened: int | None = None) -> list[Row]:
    """The rows of a document's items, with what the record holds for the same figures."""
    items = list(items)
    standing = _standing(items, user)
    recorded = _recorded(items, user)
    drafts = {draft.item_id: draft for draft in visible("DirectiveDraft", user).filter(item__in=items, state="draft")}
    rows = [
        Row(
            item,
            sector_name(item.sector),
            recorded=recorded.get(item.pk),
            draft=drafts.get(item.pk),
            opened=item.pk == opened,
        )
        for item in items
    ]
    for row in rows:
        _fill(row, standing)
    return rows


def _fill(row: Row, standing: Standing) -> None:
    item = row.item
    if item.kind in ("figure", "target"):
        _fill_figure(row, standing)
    elif item.kind == "directive":
        _fill_directive(row)


def _fill_figure(row: Row, standing: Standing) -> None:
    item, content = row.item, row.item.content
    row.indicator = indicator_name(item.indicator) if item.indicator else ""
    row.period = period_label(item.period)
    row.entity = item.entity.name if item.entity else ""
    row.of_another = item.entity_id != item.document.entity_id
    row.value = amount(item.value, item.unit, item.indicator if "value" not in item.faults else "")
    row.faults = {name: sentence(code, details) for name, (code, details) in item.faults.items()}
    if row.opened or (item.state == "pending" and (not item.indicator or _of_another_unit(item))):
        found = suggest(content, item.sector, load_packs())
        row.suggestions = [Pick(one.code, indicator_name(one.code)) for one in found if one.code != item.indicator]
    row.asides = [*_changes(content), *_plans(content)]
    row.typed = {
        "value": item.quote if content.get("of") != "plan" else row.value,
        "indicator": f"{row.indicator} ({item.indicator})" if item.indicator else "",
        "entity": row.entity,
        "period": row.period or (content.get("period") or {}).get("label", ""),
        "scenario": item.scenario,
        "status": item.status,
        **item.typed,
    }
    now = standing.get(_key(item))
    if (
        now is not None
        and now.value is not None
        and "value" not in item.faults
        and (row.recorded is None or row.recorded.pk != now.pk)
    ):
        row.standing = amount(now.value, now.unit, now.indicator)
        row.agrees = row.standing == row.value  # printed in one unit, neither rounded


def _of_another_unit(item: Any) -> bool:
    """Whether the unit printed is none of the indicator that was read: another indicator may be meant."""
    return bool(item.faults.get("value", [""])[0] == "units_do_not_mix")


def _fill_directive(row: Row) -> None:
    content, typed = row.item.content, row.item.typed
    deadline = content.get("deadline") or {}
    row.typed = {
        "action": content.get("action") or row.item.quote,
        "assignees": "; ".join(content.get("assignees") or []),
        "due": format_date(date.fromisoformat(deadline["date"])) if deadline.get("date") else "",
        **typed,
    }
    if content.get("assignee_inferred") and "assignees" not in typed:
        row.asides.append(_("Người thực hiện: suy ra từ ngữ cảnh"))
    if deadline.get("text"):
        row.asides.append(_("Hạn ghi trong văn bản: %(text)s") % {"text": deadline["text"]})


def _changes(content: dict[str, Any]) -> list[str]:
    """Stated changes in their own words, with the base they name."""
    return [_with_base(change["quote"], change.get("base")) for change in content.get("changes") or []]


def _with_base(quote: str, base: str | None) -> str:
    return quote if not base or base.casefold() in quote.casefold() else f"{quote} ({base})"


def _plans(content: dict[str, Any]) -> list[str]:
    return [_with_base(plan["quote"], plan.get("period")) for plan in content.get("plans") or []]


def _key(item: Any) -> tuple[Any, ...]:
    return item.indicator, item.entity_id, item.period, item.scenario


def _standing(items: list[Any], user: User) -> Standing:
    mapped = [item for item in items if item.indicator and item.period and item.entity_id]
    found = visible("Observation", user).filter(
        later=None,
        breakdown="",
        indicator__in={item.indicator for item in mapped},
        period__in={item.period for item in mapped},
        entity__in={item.entity_id for item in mapped},
    )
    return {_key(observation): observation for observation in found}


def _recorded(items: list[Any], user: User) -> dict[int, Any]:
    sources = visible("Source", user).filter(item__in=items, withdrawn_at=None).select_related("observation")
    return {source.item_id: source.observation for source in sources}
