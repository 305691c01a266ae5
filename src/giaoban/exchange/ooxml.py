"""The small grammar every part of a .docx shares: tags and attributes by local name, parts by their relations.

Local names, because Word's strict format writes the same words under another namespace.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from lxml import etree

from giaoban.core.errors import DocumentError
from giaoban.exchange.guard import read_part

Element: TypeAlias = etree._Element


def name_of(node: Element) -> str:
    """The tag without its namespace; "" for comments and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def child(node: Element | None, *path: str) -> Element | None:
    """The first child of that name, then its child, and so on; None where the path breaks off."""
    for step in path:
        if node is None:
            return None
        node = next((inner for inner in node if name_of(inner) == step), None)
    return node


def attribute(node: Element | None, name: str) -> str | None:
    """An attribute by its local name."""
    if node is None:
        return None
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), None)


def number(node: Element | None, name: str = "val") -> int | None:
    """An attribute that should be a whole number; None when it is not there or is none."""
    value = attribute(node, name)
    return int(value) if value and value.lstrip("-").isascii() and value.lstrip("-").isdigit() else None


def is_on(node: Element | None) -> bool:
    """Whether a switch such as w:vanish is there and not turned off."""
    return node is not None and attribute(node, "val") not in {"0", "false", "off"}


def parse_xml(content: bytes) -> Element:
    """An XML part; one that brings its own document type is refused, for an office file never does.

    Raises DocumentError `file_hostile` for a DTD (entities, outside files), `file_corrupt` for broken XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        hostile = b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content
        raise DocumentError("file_hostile" if hostile else "file_corrupt") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError("file_hostile")
    return root


@dataclass(frozen=True)
class Package:
    """The parts of one .docx."""

    archive: zipfile.ZipFile

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the body."""
        for kind, target in self._relations("", "_rels/.rels"):
            if kind.endswith("/officeDocument"):
                return target
        return "word/document.xml"

    @cached_property
    def body(self) -> Element:
        """The body; DocumentError `file_corrupt` when there is none."""
        root = self.part(self.main)
        body = child(root, "body")
        if body is None:
            raise DocumentError("file_corrupt")
        return body

    def part(self, name: str) -> Element | None:
        content = read_part(self.archive, name)
        return parse_xml(content) if content else None

    def related(self, kind: str) -> list[Element]:
        """The parts of one kind ("styles", "header", "footnotes") that the body names."""
        # Each part once: a hostile body names one header twenty thousand times.
        names = dict.fromkeys(target for relation, target in self._related if relation.endswith(f"/{kind}"))
        return [root for name in names if (root := self.part(name)) is not None]

    @cached_property
    def _related(self) -> list[tuple[str, str]]:
        folder, base = posixpath.split(self.main)
        return list(self._relations(folder, f"{folder}/_rels/{base}.rels"))

    def _relations(self, folder: str, part: str) -> Iterator[tuple[str, str]]:
        root = self.part(part)
        for relation in root if root is not None else ():
            target = attribute(relation, "Target") or ""
            if attribute(relation, "TargetMode") != "External":
                yield attribute(relation, "Type") or "", posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
