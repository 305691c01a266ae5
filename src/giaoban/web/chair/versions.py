"""Every version of the figures of the whole as a table: nothing that was ever said is hidden."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from giaoban.actions.trace_indicator import Version
from giaoban.core.rounding import divide
from giaoban.core.units import find_unit
from giaoban.packs import Indicator
from giaoban.web.chair.printing import exact_text, language, name_of, observation_href, period_name, unit_words
from giaoban.web.chair.sector_tables import DEMO
from giaoban.web.chair.tables import Cell, Column, Line, Table, said
from giaoban.web.chair.unit_tables import status_name
from giaoban.wording.numbers import format_moment


def versions_table(versions: Iterable[Version], one: Indicator) -> Table:
    """The versions, newest period first, the one that stands marked."""
    columns = (
        Column(_("Kỳ")),
        Column(_("Loại")),
        Column(_("Số liệu"), True),
        Column(_("Tình trạng")),
        Column(_("Lần ghi")),
        Column(_("Ghi lúc")),
        Column(_("Nguồn")),
    )
    title = _("%(name)s: số liệu cả nước và mọi lần điều chỉnh") % {"name": name_of(one)}
    lines = tuple(_line(version, one) for version in versions)
    return Table(f"{one.code}-phien-ban", title, columns, lines, unit_words(one.unit, language()))


def _line(version: Version, one: Indicator) -> Line:
    amount = None if version.amount is None else divide(version.amount, find_unit(one.unit).scale)
    text = _("đã rút") if version.amount is None else exact_text(version.amount, one.unit)
    stands = _("%(version)d, đang dùng") if version.stands else _("%(version)d, đã thay")
    recorded = timezone.localtime(version.recorded_at)
    badge = DEMO if version.demo else ""
    return Line(
        (
            said(period_name(version.period)),
            said(_scenario(version.scenario)),
            Cell(text, amount, observation_href(version.observation), badge),
            said(status_name(version.status)),
            said(stands % {"version": version.version}),
            said(format_moment(recorded, language=language())),
            said(version.citation or version.recorded_by, version.url),
        )
    )


def _scenario(scenario: str) -> str:
    words = {"actual": _("Thực hiện"), "plan": _("Kế hoạch"), "estimate": _("Dự báo"), "target": _("Mục tiêu")}
    return words.get(scenario, scenario)
