"""From a number to the words it came from: every version, every source, who said yes and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from giaoban.access import visible
from giaoban.core.periods import from_code
from giaoban.web.gate import SignedRequest
from giaoban.web.reporting.figures import amount, indicator_name, period_label, sector_name
from giaoban.web.reporting.marks import Stretch, excerpt, stretches
from giaoban.web.reporting.pictures import address_of, shown_in


@dataclass(frozen=True)
class Words:
    """One source with its words in their surroundings; `line` counts from 1."""

    source: Any
    passage: list[Stretch[Any]]
    line: int
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True)
class Version:
    """One version as printed."""

    observation: Any
    amount: str
    withdrawn: bool
    here: bool


@require_safe
def observation(request: SignedRequest, pk: int) -> HttpResponse:
    """One version of one figure; outside the person's branch it is not there."""
    found = get_object_or_404(visible("Observation", request.user).select_related("entity", "recorded_by"), pk=pk)
    versions = (
        visible("Observation", request.user).filter(**found.key).select_related("recorded_by").order_by("-version")
    )
    sources = visible("Source", request.user).select_related("item__document", "accepted_by")
    sources = sources.defer("item__document__reading").filter(observation=found)
    shown = {
        "observation": found,
        "amount": amount(found.value, found.unit, found.indicator),
        "indicator": indicator_name(found.indicator),
        "sector": sector_name(found.sector),
        "period": period_label(found.period),
        "picture": address_of(found.sector, shown_in(from_code(found.period)).code),
        "words": [_words(source) for source in sources],
        "hidden": found.sources.count() - len(sources),
        "versions": [_version(version, found) for version in versions],
        "latest": versions[0],
    }
    return render(request, "reporting/observation.html", shown)


def _words(source: Any) -> Words:
    item, text = source.item, source.item.document.text
    left, right = excerpt(text, item.start, item.end)
    passage = list(stretches(text, [item], start=left, end=right))
    return Words(source, passage, text.count("\n", 0, item.start) + 1, left > 0, right < len(text))


def _version(version: Any, here: Any) -> Version:
    shown = amount(version.value, version.unit, version.indicator)
    return Version(version, shown, version.value is None, version.pk == here.pk)
