"""Read a text: figures, directives, targets, the event, and what contradicts what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from giaoban.packs import Packs, load_packs

from .directives import read_directives
from .event import read_event
from .figures.build import build_figure
from .figures.compose import Composer, Memory
from .figures.draft import Draft
from .findings import find_contradictions, settle_prints
from .indicators import match_indicator
from .layout import Layout, lay_out
from .model import Figure, PeriodRef, Reading
from .naming import indicator_name
from .patterns import later
from .periods_in_text import PeriodKeeper
from .sectors import SectorFinder
from .tables import TableLike, read_tables
from .targets import read_targets

_SPEAKS_OF_FIGURES = re.compile(
    r"\d|gấp (?:đôi|rưỡi|ba|bốn|năm)|(?:mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ) \w|cùng kỳ|(?:so|với|tròn) kế hoạch"
)


_IN_WORDS = later(_SPEAKS_OF_FIGURES.pattern.removeprefix(r"\d|"))
_DATES = later(
    r"(?<!\w)(?:ngày \d{1,2}[/.-]\d{1,2}(?:[/.-](?:19|20)\d\d)?|\d{1,2}/\d{1,2}/(?:19|20)\d\d|(?:tháng|quý) (?:\d{1,2}|[iv]{1,3})"
    r"(?:/(?:19|20)\d\d)?|năm (?:19|20)\d\d|số \d+/\w[^\s,;]*)(?![\d.,%/][\d.,%/]|\d|%| ?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|trăm|tr))"
)
_DIGIT = later(r"\d")


def _holds_dates_only(words: str) -> bool:
    """Whether all digits of a sentence are those of dates and papers, so that it cannot hold a figure."""
    return not _DIGIT.search(_DATES.sub("", words)) and not _IN_WORDS.search(words)


def read_text(
    text: str,
    *,
    file: str | None = None,
    tables: Sequence[TableLike] = (),
    packs: Packs | None = None,
    history: Mapping[str, Sequence[Decimal]] | None = None,
) -> Reading:
    """Read a whole text. No text raises, however broken.

    tables   the tables that stand in the text, with places (exchange.Table); their cells are not read as sentences
    packs    the sectors and indicators to name figures by; the shipped ones where None
    history  earlier values by indicator code, in base units; without it no figure is held against the past
    """
    packs = packs or load_packs()
    layout = lay_out(text)
    sectors = SectorFinder(layout, packs)
    event = read_event(layout)
    printed = read_figures(layout, packs, sectors, tables, of=event.reporting_period if event else None)
    figures = settle_prints(text, printed)
    directives = read_directives(layout, event, sector_at=sectors.name_at)
    return Reading(
        text=text,
        file=file,
        event=event,
        figures=figures,
        directives=directives,
        targets=read_targets(layout, figures, event, directives=directives, sector_at=sectors.name_at),
        findings=find_contradictions(text, printed, history=history),
    )


def read_figures(
    layout: Layout,
    packs: Packs,
    sectors: SectorFinder,
    tables: Sequence[TableLike] = (),
    *,
    of: PeriodRef | None = None,
) -> tuple[Figure, ...]:
    """The figures of a text, in its order; `of` is the period that its event reports."""
    memory, keeper = Memory(), PeriodKeeper(of)
    covered = [(table.start, table.end) for table in tables]
    for number, sentence in enumerate(layout.sentences):
        block = layout.blocks[sentence.block]
        if block.kind == "heading":
            keeper.note_heading(layout.lower[sentence.start : sentence.end])
        if not _SPEAKS_OF_FIGURES.search(layout.lower, sentence.start, sentence.end):
            continue
        if keeper.knows and _holds_dates_only(layout.lower[sentence.start : sentence.end]):
            continue
        if any(start <= layout.plain.original(sentence.start) < end for start, end in covered):
            continue
        keeper.note_year(layout.lower[sentence.start : sentence.end])
        keeper.begin(sentence.block)
        composer = Composer(layout, sentence, number, memory)
        composer.compose()
        keeper.place(composer.clause, memory.drafts[composer.first :])
    shown: dict[int, str] = {}  # the last name in each block, for figures whose own words name nothing
    figures = [_figure(layout, draft, packs, sectors, shown) for draft in _named(memory.drafts)]
    figures += read_tables(layout, tables, packs, sectors)
    return tuple(sorted(figures, key=lambda figure: figure.span.start))


def _named(drafts: Iterable[Draft]) -> Iterable[Draft]:
    """Drafts whose own words name nothing take the name of the figure before them."""
    before: Draft | None = None
    for draft in drafts:
        if draft.name is None and before is not None and before.block == draft.block:
            draft.name = before.name
        before = draft
        yield draft


def _words(layout: Layout, draft: Draft) -> tuple[str, str]:
    """The words that name a figure, and those beside them."""
    if draft.name is None:
        return "", ""
    parts = [layout.lower[part[0] : part[1]] if part else "" for part in draft.name]
    return " ".join(parts[0].split()), " ".join(parts[1].split())


def _figure(layout: Layout, draft: Draft, packs: Packs, sectors: SectorFinder, names: dict[int, str]) -> Figure:
    place = draft.quantity.start
    sector = sectors.code_at(place)
    words, more = _words(layout, draft)
    indicator = match_indicator(words, draft.quantity.unit, sector, packs)
    if more and indicator.code is None:
        both = match_indicator(f"{words} {more}", draft.quantity.unit, sector, packs)
        indicator = replace(indicator, code=both.code, score=both.score)
    name = names[draft.block] = indicator_name(layout, draft) or names.get(draft.block) or indicator.text
    shown = replace(indicator, text=name)
    return build_figure(layout, draft, sectors.name_of_code(sector), shown)
