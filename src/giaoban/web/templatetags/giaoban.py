"""What every page needs: the reader's display, the sectors of the menu, where this page is."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.packs import load_packs
from giaoban.web.display import chosen

register = template.Library()


@dataclass(frozen=True)
class Choice:
    value: str
    name: str
    chosen: bool


@dataclass(frozen=True)
class Link:
    name: str
    href: str
    here: bool


@register.simple_tag(takes_context=True)
def display_attributes(context: Context) -> SafeString:
    """` data-theme="dark" data-mode="projector"`, without what was not chosen."""
    request = context.get("request")
    if request is None:
        return SafeString("")
    theme, mode = chosen(request, "theme"), chosen(request, "mode")
    shown = format_html(' data-theme="{}"', theme) if theme != "auto" else SafeString("")
    return format_html("{}{}", shown, format_html(' data-mode="{}"', mode) if mode != "desk" else "")


@register.simple_tag(takes_context=True)
def display_choices(context: Context) -> dict[str, list[Choice]]:
    request = context["request"]
    themes = {"auto": _("Theo máy"), "light": _("Sáng"), "dark": _("Tối"), "contrast": _("Tương phản cao")}
    modes = {"desk": _("Bàn làm việc"), "projector": _("Trình chiếu")}
    theme, mode = chosen(request, "theme"), chosen(request, "mode")
    return {
        "themes": [Choice(value, name, value == theme) for value, name in themes.items()],
        "modes": [Choice(value, name, value == mode) for value, name in modes.items()],
    }


@register.simple_tag(takes_context=True)
def here(context: Context) -> str:
    """The path of this page; empty where a fault is shown without a request."""
    request = context.get("request")
    return request.path if request is not None else ""


@register.simple_tag(takes_context=True)
def sector_links(context: Context) -> list[Link]:
    """The sectors in the ministry's own order, each by the name of the reader's language."""
    path, english = here(context), get_language() == "en"
    links = []
    for sector in sorted(load_packs().sectors, key=lambda sector: sector.order):
        href = reverse("web:sector", args=[sector.code])
        links.append(Link(sector.name_en if english and sector.name_en else sector.name, href, href == path))
    return links
