"""What a paragraph or run inherits from its styles: its font, hence its legacy encoding, and its list."""

from __future__ import annotations

from dataclasses import dataclass, field

from giaoban.exchange.legacy_fonts import Legacy
from giaoban.exchange.ooxml import Element, attribute, child, name_of, number

CHAIN_LIMIT = 20  # styles based on one another in a ring exist in the wild


@dataclass(frozen=True)
class Style:
    """What one style says itself; None where it leaves the word to the style it is based on."""

    font: str | None = None
    list_id: int | None = None
    depth: int | None = None
    based_on: str | None = None


@dataclass(frozen=True)
class Styles:
    """The styles of a document."""

    styles: dict[str, Style] = field(default_factory=dict)
    default_font: str | None = None
    default_paragraph: str | None = None

    def font(self, paragraph: Element, run: Element) -> str | None:
        """The font a run is shown in."""
        properties = child(run, "rPr")
        own = _font(properties)
        if own:
            return own
        named = attribute(child(properties, "rStyle"), "val")
        inherited = attribute(child(paragraph, "pPr", "pStyle"), "val") or self.default_paragraph
        fonts = (style.font for name in (named, inherited) for style in self.chain(name) if style.font)
        return next(fonts, self.default_font)

    def list_of(self, paragraph: Element) -> tuple[int, int] | None:
        """The list and the level of a paragraph, its own or its style's; None outside any list."""
        own = child(paragraph, "pPr", "numPr")
        chain = self.chain(attribute(child(paragraph, "pPr", "pStyle"), "val") or self.default_paragraph)
        list_id = number(child(own, "numId"))
        depth = number(child(own, "ilvl"))
        if list_id is None:
            list_id = next((style.list_id for style in chain if style.list_id is not None), None)
        if depth is None:
            depth = next((style.depth for style in chain if style.depth is not None), 0)
        return (list_id, depth) if list_id else None  # list 0 is Word's way to say: none

    def chain(self, name: str | None) -> list[Style]:
        """A style and those it is based on, nearest first."""
        found: list[Style] = []
        while name in self.styles and len(found) < CHAIN_LIMIT:
            found.append(self.styles[name])
            name = self.styles[name].based_on
        return found


def read_styles(root: Element | None) -> Styles:
    """The styles that word/styles.xml defines; none for a document without the part."""
    if root is None:
        return Styles()
    nodes = [node for node in root if name_of(node) == "style"]
    styles = {attribute(node, "styleId") or "": _style(node) for node in nodes}
    default = next((attribute(node, "styleId") for node in nodes if _is_default_paragraph(node)), None)
    return Styles(styles, _font(child(root, "docDefaults", "rPrDefault", "rPr")), default)


def legacy_of(font: str | None) -> tuple[Legacy, bool] | None:
    """The legacy encoding a font's name tells, and whether it is a font of capitals (".VnTimeH")."""
    if not font:
        return None
    if font.casefold().startswith(".vn"):
        return "TCVN3", font.endswith("H")
    return ("VNI", False) if font.casefold().startswith("vni") else None


def _style(node: Element) -> Style:
    own = child(node, "pPr", "numPr")
    return Style(
        font=_font(child(node, "rPr")),
        list_id=number(child(own, "numId")),
        depth=number(child(own, "ilvl")),
        based_on=attribute(child(node, "basedOn"), "val"),
    )


def _font(properties: Element | None) -> str | None:
    fonts = child(properties, "rFonts")
    return attribute(fonts, "hAnsi") or attribute(fonts, "ascii")


def _is_default_paragraph(node: Element) -> bool:
    return attribute(node, "type") == "paragraph" and attribute(node, "default") in {"1", "true", "on"}
