"""The period each figure speaks of: said beside it, earlier in the sentence, or by the sentence or heading before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from giaoban.core.errors import PeriodError
from giaoban.core.periods import Period, parse_as_of, parse_period

from .figures.clause import Clause
from .figures.draft import Draft
from .lexer import Kind
from .model import PeriodRef

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d|/)")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$|^(?:ngày|mùng|mồng) \d")
_RELATIVE = re.compile(r"(?:này|nay|trước|qua|ngoái|tới|sau|rồi|đó|kề)$|^(?:cả|trọn) năm$")
_MEAN = re.compile(r"^(?:trung bình|bình quân|lũy kế|tính chung|cộng dồn|trong|qua|sau|chung)\s+")
_UP_TO = frozenset({"đến", "tới", "hết", "đến hết", "tính đến", "cuối", "đến nay"})
_BINDING = frozenset({"của", "trong", "năm", "("})
_NOT_OWN = frozenset({Kind.COMPARED, Kind.PLAN, Kind.BEYOND, Kind.LAST_TIME, Kind.UP, Kind.DOWN, Kind.SAME})
_FIRST, _LAST = 1990, 2100


@dataclass(frozen=True)
class When:
    """A period, or a day up to which a stock is counted."""

    period: PeriodRef | None = None
    as_of: date | None = None


class PeriodKeeper:
    """Gives every figure its period, and remembers the last one said."""

    def __init__(self, of: PeriodRef | None = None) -> None:
        self.year: int | None = of.end.year if of else None
        self.event = When(of)
        self.last = self.heading = self.event
        self._period = self.event  # the last that was no day
        self._block = -1

    @property
    def knows(self) -> bool:
        """Whether a period or day has been said so far."""
        return self.last != When()

    def begin(self, block: int) -> None:
        """A new block speaks of what its heading or the event names; a day named in the block before is forgotten."""
        if block == self._block:
            return
        self._block = block
        if self.heading.period or self.event.period:
            self.last = self.heading if self.heading.period else self.event
        elif self.last.as_of and self._period.period:
            self.last = self._period

    def note_heading(self, words: str) -> None:
        """A heading's period holds for what stands under it."""
        self.note_year(words)
        found = _PERIOD_IN_HEADING.search(words)
        if found:
            when = self._when(found.group(), up_to=False)
            if when != When():
                self.heading = self.last = when

    def note_year(self, words: str) -> None:
        """Take the last year printed as the one that "4 tháng" and "tháng Sáu" mean."""
        if self.year is None:
            found = _YEAR.search(words)
            self.year = int(found.group()) if found else None

    def place(self, clause: Clause, drafts: list[Draft]) -> None:
        """Give the figures of one sentence their periods."""
        own = [index for index, kind in enumerate(clause.kinds) if kind is Kind.PERIOD and self._is_own(clause, index)]
        for index in own:
            found = _YEAR.search(clause.lexemes[index].word)
            if found:
                self.year = int(found.group())
        for draft in drafts:
            draft.when = self._of(clause, draft, own)
        if own and not drafts:
            self._remember(self._said(clause, own[0]))

    def _of(self, clause: Clause, draft: Draft, own: list[int]) -> When:
        beside = next((index for index in own if self._binds(clause, draft.index, index)), None)
        if beside is not None:
            return self._said(clause, beside)
        before = [index for index in own if index < draft.index]
        for index in reversed(before):
            when = self._said(clause, index)
            if when != When():
                if when.as_of is None or self._counts_up_to(clause, index):  # "đỉnh ngày 21/5" holds for its own figure
                    self._remember(when)
                return when
        return _inherited(self.last)

    def _remember(self, when: When) -> None:
        if when != When():
            self.last = when
            self._period = when if when.period else self._period

    def _binds(self, clause: Clause, amount: int, index: int) -> bool:
        """Whether a period follows its amount closely: "(2022)", "của quý I/2015", "trong tháng 5"."""
        if not amount < index <= amount + 4 or clause.find_first(frozenset({Kind.AMOUNT}), amount + 1, index) >= 0:
            return False
        between = clause.lexemes[amount + 1 : index]
        if len(between) == 1 and between[0].kind is Kind.OPEN:
            return index + 1 < len(clause.kinds) and clause.kinds[index + 1] is Kind.CLOSE
        return (
            bool(between) and between[-1].word in _BINDING and all(lexeme.kind is not Kind.COMMA for lexeme in between)
        )

    def _is_own(self, clause: Clause, index: int) -> bool:
        """Whether a period is the figures' own, no base of a change and no year of a plan."""
        if index in clause.based:
            return False
        before = clause.kinds[index - 1] if index else Kind.STRONG
        return before not in _NOT_OWN and not _RELATIVE.search(clause.lexemes[index].word)

    def _said(self, clause: Clause, index: int) -> When:
        return self._when(clause.lexemes[index].word, up_to=self._counts_up_to(clause, index))

    def _counts_up_to(self, clause: Clause, index: int) -> bool:
        before = clause.lexemes[index - 1].word if index else ""
        said = clause.lexemes[index].word
        return (
            before in _UP_TO
            or before.endswith((" đến", " tới", "hết", "cuối"))
            or said.startswith(("đến", "tới", "hết"))
        )

    def _when(self, words: str, *, up_to: bool) -> When:
        if _DAY.search(words) or up_to:
            day = _as_of(words, self.year)
            return When(as_of=day) if day else When()
        period = _period(_MEAN.sub("", words), self.year)
        return When(PeriodRef(period.label, period.start, period.end)) if period else When()


_PERIOD_IN_HEADING = re.compile(
    r"(?:tháng|quý) (?:\d{1,2}|i{1,3}|iv)(?:/| năm | )(?:19|20)\d\d|\d{1,2} tháng(?: đầu| cuối)?(?: năm)?[ /](?:19|20)\d\d"
    r"|nửa (?:đầu|cuối)(?: năm)? (?:19|20)\d\d|năm (?:19|20)\d\d"
)


def _inherited(when: When) -> When:
    if when.period is None:
        return when
    period = when.period
    return When(PeriodRef(period.label, period.start, period.end, inherited=True), when.as_of)


@lru_cache(maxsize=2048)
def _period(words: str, year: int | None) -> Period | None:
    try:
        return parse_period(words, within=year)
    except (PeriodError, ValueError, OverflowError):
        return None


@lru_cache(maxsize=2048)
def _as_of(words: str, year: int | None) -> date | None:
    try:
        return parse_as_of(words.replace(".", "/") if words.count(".") == 2 else words, within=year)
    except (PeriodError, ValueError, OverflowError):
        return None
