"""What a page is about, kept in its address: period, boundaries, indicator, known-as-of. A bookmark keeps it all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from giaoban.core.errors import PeriodError
from giaoban.core.periods import Period, from_code

REPORTED, TODAY = "theo-bao-cao", "hom-nay"
MERGER = date(2025, 7, 1)  # 63 provinces become 34. Source: Resolution 202/2025/QH15


@dataclass(frozen=True)
class State:
    """`boundaries` and `known` are as typed; `day` and `known_on` are what they mean. `faults` are for the reader."""

    period: Period
    boundaries: str = REPORTED
    indicator: str = ""
    known: str = ""
    faults: tuple[str, ...] = field(default=(), compare=False)

    @property
    def day(self) -> date | None:
        """The day whose boundaries are asked for; None is "as reported"."""
        if self.boundaries == REPORTED:
            return None
        return timezone.localdate() if self.boundaries == TODAY else date.fromisoformat(self.boundaries)

    @property
    def known_on(self) -> date | None:
        return date.fromisoformat(self.known) if self.known else None

    def query(self, **changes: Any) -> str:
        """The query string of this state with something changed; what is usual is left out."""
        other = replace(self, **changes)
        kept = {"ky": other.period.code, "biet-den": other.known, "chi-tieu": other.indicator}
        kept["ranh-gioi"] = "" if other.boundaries == REPORTED else other.boundaries
        return "?" + urlencode({name: value for name, value in kept.items() if value})


def read_state(request: HttpRequest, usual: Period) -> State:
    """The state in an address. What cannot be read is said and replaced by what is usual, never silently."""
    faults: list[str] = []
    asked = request.GET
    period = _period(asked.get("ky") or _typed_period(asked), usual, faults)
    boundaries = asked.get("ranh-gioi", "") or REPORTED
    if boundaries not in (REPORTED, TODAY):
        boundaries = _day(boundaries, faults) or REPORTED
    known = _day(asked.get("biet-den", ""), faults)
    return State(period, boundaries, asked.get("chi-tieu", "")[:120], known, tuple(faults))


def _typed_period(asked: Any) -> str:
    """The picker sends year and part apart: 2026 and "H1"; the whole year has no part."""
    year, part = asked.get("nam", ""), asked.get("doan", "")
    return f"{year}-{part}" if year and part else year


def _period(code: str, usual: Period, faults: list[str]) -> Period:
    if not code:
        return usual
    try:
        return from_code(code)
    except PeriodError:
        faults.append(
            _("Không có kỳ «%(code)s». Đang xem %(period)s; hãy chọn kỳ ở dưới.")
            % {"code": code[:40], "period": usual.label}
        )
        return usual


def _day(typed: str, faults: list[str]) -> str:
    if not typed:
        return ""
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        faults.append(_("«%(typed)s» không phải là ngày. Hãy ghi theo mẫu 2025-07-01.") % {"typed": typed[:40]})
        return ""
