"""From a reading to the list of things a person says yes or no to, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from giaoban.actions._mapping import resolve, speaker_of
from giaoban.packs import Packs
from giaoban.reading.contract import to_json
from giaoban.reading.model import Reading, Span
from giaoban.records.models import Document, Kind, ReadItem, Scenario, Status

CLAUSE, CLAUSE_MARKS = 200, (". ", "; ", "\n", ": ")
HEDGES_OF_ESTIMATES = ("ước", "dự kiến", "ước tính", "ước đạt")


def items_of(document: Document, reading: Reading, packs: Packs) -> list[ReadItem]:
    """Unsaved items in the order of the text; findings carry the positions of the figures they speak of."""
    drafts = sorted(_drafts(reading, packs), key=lambda item: (item.start, -len(item.quote)))
    place: dict[int, int] = {}
    speaker = speaker_of(document.entity, packs)
    for position, item in enumerate(drafts, start=1):
        item.document, item.position = document, position
        if item.kind == Kind.FIGURE and "figure" in item.content:
            place[item.content["figure"]] = position
        if item.kind in (Kind.FIGURE, Kind.TARGET):
            resolve(item, packs, speaker)
    for item in drafts:
        if item.kind == Kind.FINDING:
            positions = [place[index] for index in item.content["figures"] if index in place]
            item.content["positions"] = positions
            item.sector = drafts[positions[0] - 1].sector if positions else ""
    return drafts


def _drafts(reading: Reading, packs: Packs) -> Iterator[ReadItem]:
    contract = to_json(reading)
    aims = _aims(reading)
    for index, (figure, content) in enumerate(zip(reading.figures, contract["figures"], strict=True)):
        if index in aims.values():
            continue  # the target says it, and is the one row for it
        exact = {**content, "figure": index, "exact": _text(figure.value), "around": _around(reading.text, figure.span)}
        yield _item(Kind.FIGURE, exact, packs, scenario=Scenario.ACTUAL, status=_status(figure.hedge))
        for plan, printed in zip(figure.plans, content["plans"], strict=True):
            if plan.value is not None:
                yield _item(Kind.FIGURE, _plan(content, printed, plan.value), packs, scenario=Scenario.PLAN)
    for content in contract["directives"]:
        yield _item(Kind.DIRECTIVE, content, packs)
    for place, (target, content) in enumerate(zip(reading.targets, contract["targets"], strict=True)):
        known = _known_of(contract["figures"][aims[place]], content) if place in aims else {}
        exact = {**content, **known, "exact": _text(target.value), "around": _around(reading.text, target.span)}
        yield _item(Kind.TARGET, exact, packs, scenario=Scenario.TARGET)
    for content in contract["findings"]:
        yield _item(Kind.FINDING, content, packs)


def _aims(reading: Reading) -> dict[int, int]:
    """Each target and the figure that is its own value, read a second time as a figure: one thing is one row."""
    return {
        place: index
        for place, target in enumerate(reading.targets)
        for index, figure in enumerate(reading.figures)
        if target.span.start <= figure.span.start and figure.span.end <= target.span.end
        if figure.value == target.value and not figure.changes
    }


def _known_of(figure: dict[str, Any], target: dict[str, Any]) -> dict[str, Any]:
    """What is known of a target's figure and not of the target: its indicator, and its unit as it was printed."""
    named = figure.get("indicator") or {}
    return {"indicator": {**named, "text": target["indicator"]}, "unit": figure.get("unit") or target.get("unit")}


def _around(text: str, span: Span) -> str:
    """The clause that a span stands in: an indicator is often named after its figure."""
    before, after = text[max(0, span.start - CLAUSE) : span.start], text[span.end : span.end + CLAUSE]
    left = max(before.rfind(mark) + len(mark) if mark in before else 0 for mark in CLAUSE_MARKS)
    right = min(after.find(mark) if mark in after else len(after) for mark in CLAUSE_MARKS)
    return (before[left:] + span.quote + after[:right]).strip()


def _item(kind: Kind, content: dict[str, Any], packs: Packs, **mapped: str) -> ReadItem:
    start, quote = content["start"], content["quote"]
    return ReadItem(kind=kind, start=start, quote=quote, content=content, sector=_sector(content, packs), **mapped)


def _plan(figure: dict[str, Any], plan: dict[str, Any], value: Decimal) -> dict[str, Any]:
    """A plan that is printed beside its figure, as an item of its own: one yes, one number."""
    shared = {name: figure[name] for name in ("indicator", "sector", "unit")}
    period = {"label": plan["period"].removeprefix("kế hoạch").strip()} if plan["period"] else None
    return {
        **shared,
        "start": plan["start"],
        "quote": plan["quote"],
        "exact": _text(value),
        "period": period,
        "of": "plan",
    }


def _sector(content: dict[str, Any], packs: Packs) -> str:
    """The pack's sector for the reader's; where the reader names none, that of the indicator it saw."""
    named = next((sector.code for sector in packs.sectors if sector.contract_name == content.get("sector")), "")
    code = (content.get("indicator") or {}).get("code") if isinstance(content.get("indicator"), dict) else None
    if code in packs.indicators and content.get("sector") in (None, "khác"):
        return packs.indicators[code].sector
    return named


def _status(hedge: str | None) -> Status:
    return Status.ESTIMATE if hedge and hedge.casefold().startswith(HEDGES_OF_ESTIMATES) else Status.OFFICIAL


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
