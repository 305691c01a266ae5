"""From a list of figures to a paragraph, and to the section of a sector in a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from giaoban.wording.sentences import Statement, lead, lower_first, sentence


def paragraph(statements: Sequence[Statement], *, with_versions: bool = False) -> str:
    """The figures in their order, one sentence each; when is said once for all that follow and share it.

    What is not reported closes the paragraph in one sentence, so that it is seen and not passed over. "" of nothing.
    """
    reported = [statement for statement in statements if statement.value is not None]
    silent = [statement for statement in statements if statement.value is None]
    sentences = [
        sentence(statement, with_period=first, with_versions=with_versions)
        for _, group in groupby(reported, key=lead)
        for first, statement in _first_marked(group)
    ]
    return " ".join([*sentences, *_not_reported(silent)])


def section(title: str, statements: Sequence[Statement], *, with_versions: bool = False) -> str:
    """The section of a sector: its title ("Lĩnh vực Bưu chính"), a paragraph for the periods, one for the stocks.

    >>> section("Bưu chính", [])
    'Lĩnh vực Bưu chính\\n\\nChưa có số liệu.'
    """
    flows = [statement for statement in statements if not (statement.stock or statement.as_of)]
    stocks = [statement for statement in statements if statement.stock or statement.as_of]
    paragraphs = [paragraph(part, with_versions=with_versions) for part in (flows, stocks) if part]
    return "\n\n".join([f"Lĩnh vực {title}", *(paragraphs or ["Chưa có số liệu."])])


def _first_marked(statements: Iterable[Statement]) -> Iterable[tuple[bool, Statement]]:
    return ((place == 0, statement) for place, statement in enumerate(statements))


def _not_reported(statements: Sequence[Statement]) -> list[str]:
    if not statements:
        return []
    return [f"Chưa có số liệu về {'; '.join(lower_first(statement.subject) for statement in statements)}."]
