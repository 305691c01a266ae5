"""Template pieces of the reporting pages: the marked text, moments and days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from giaoban.web.reporting.figures import language
from giaoban.web.reporting.marks import Stretch
from giaoban.wording.numbers import format_date, format_moment

register = template.Library()

ANCHORED = ("figure", "target")  # these are links themselves; the longer ones get a flag where they begin


@register.filter
def moment(value: datetime | None) -> str:
    """A moment in local time, as an office writes it."""
    return format_moment(timezone.localtime(value), language=language()) if value else ""


@register.filter
def day(value: date | None) -> str:
    return format_date(value, language=language()) if value else ""


@register.simple_tag
def marked_text(stretches: Iterable[Stretch[Any]]) -> SafeString:
    """The text with every item marked and linked to its row; everything is escaped."""
    seen: set[int] = set()
    return format_html_join("", "{}", ((_stretch(stretch, seen),) for stretch in stretches))


def _stretch(stretch: Stretch[Any], seen: set[int]) -> SafeString:
    linked = next((item for item in reversed(stretch.covering) if item.kind in ANCHORED), None)
    flags = format_html_join("", "{}", ((_flag(item),) for item in stretch.opens if item is not linked))
    around = " ".join(sorted({f"in-{item.kind}" for item in stretch.covering if item.kind not in ANCHORED}))
    words = _link(linked, stretch.text, seen) if linked else format_html("{}", stretch.text)
    if around:
        words = format_html('<span class="{}">{}</span>', around, words)
    return format_html("{}{}", flags, words)


def _link(item: Any, text: str, seen: set[int]) -> SafeString:
    """The figure itself as a link; its place is named on its first stretch only, further ones are no tab stops."""
    if item.pk in seen:
        return format_html('<span class="mark is-{}" data-pk="{}">{}</span>', item.kind, item.pk, text)
    seen.add(item.pk)
    return format_html(
        '<a class="mark is-{}" id="cho-{}" href="#muc-{}" data-pk="{}" data-state="{}">{}</a>',
        item.kind,
        item.position,
        item.position,
        item.pk,
        item.state,
        text,
    )


def _flag(item: Any) -> SafeString:
    """A small numbered flag where a directive, a contradiction or a second figure begins."""
    return format_html(
        '<a class="flag is-{}" id="cho-{}" href="#muc-{}" data-pk="{}" data-state="{}" aria-label="{}">{}</a>',
        item.kind,
        item.position,
        item.position,
        item.pk,
        item.state,
        _("%(kind)s, mục %(n)s") % {"kind": item.get_kind_display(), "n": item.position},
        item.position,
    )
