"""A sentence as lexemes, with the questions the grammar asks of it."""

from __future__ import annotations

from collections.abc import Iterator

from giaoban.reading.lexer import Kind, Lexeme, Quantity

BREAKS = frozenset({Kind.COMMA, Kind.STRONG, Kind.OPEN, Kind.CLOSE})
NEWS = frozenset({Kind.AMOUNT, Kind.HALVED, Kind.DONE_PLAN})
EVENTS = NEWS | {Kind.TIMES, Kind.SAME, Kind.LINK, Kind.HEDGE}
_NEARLY = frozenset(("xấp xỉ", "sấp xỉ", "gần bằng", "xêm xêm"))
TIME = frozenset({Kind.PERIOD, Kind.LAST_TIME})
VERBS = frozenset({Kind.UP, Kind.DOWN})


class Clause:
    """The lexemes of one sentence. Indexes are places in `lexemes`; -1 is "before the first"."""

    def __init__(self, lexemes: list[Lexeme], composed: str = "") -> None:
        self.lexemes = lexemes
        self.composed = composed
        self.kinds = [lexeme.kind for lexeme in lexemes]
        self.present = frozenset(self.kinds)
        self.events = [i for i, kind in enumerate(self.kinds) if kind in EVENTS and self._is_event(i, lexemes[i])]
        self.opens = self._brackets()
        self.based: set[int] = set()  # periods that say what a change is measured from

    def _is_event(self, index: int, lexeme: Lexeme) -> bool:
        kind = lexeme.kind
        if kind is Kind.LINK or (kind is Kind.HEDGE and lexeme.word in _NEARLY):
            return self._equals_a_time(index)
        if kind is Kind.HEDGE:
            return False
        return kind in NEWS or (kind is Kind.TIMES and lexeme.what is not None) or kind is Kind.SAME

    def _equals_a_time(self, index: int) -> bool:
        """ "tương đương với tháng trước", "bằng cùng kỳ": no amount between, none after."""
        after = index + 1
        while after < len(self.kinds) and self.lexemes[after].word in ("với", "mức", "như"):
            after += 1
        if (
            after >= len(self.kinds)
            or self.kinds[after] not in TIME
            or self.lexemes[index].word in ("tức", "tức là", "hay")
        ):
            return False
        return after + 1 >= len(self.kinds) or self.kinds[after + 1] in BREAKS

    def _brackets(self) -> list[int]:
        """For every lexeme, the index of the bracket it stands in, or -1."""
        if Kind.OPEN not in self.kinds:
            return [-1] * len(self.kinds)
        opens: list[int] = []
        stack: list[int] = []
        for index, kind in enumerate(self.kinds):
            if kind is Kind.CLOSE and stack:
                stack.pop()
            opens.append(stack[-1] if stack else -1)
            if kind is Kind.OPEN:
                stack.append(index)
        return opens

    def is_capital(self, index: int) -> bool:
        """Whether a lexeme begins with a capital, as a name does."""
        place = self.lexemes[index].start
        return place < len(self.composed) and self.composed[place].isupper()

    def quantity(self, index: int) -> Quantity:
        """The amount at an index that holds one."""
        made: Quantity = self.lexemes[index].what
        return made

    def segment_start(self, index: int, previous: int) -> int:
        """Where the stretch without commas before `index` begins, not before the event `previous`."""
        place = index - 1
        while place > previous and self.kinds[place] not in BREAKS:
            if self.kinds[place] is Kind.AND and place == previous + 1:
                return place + 1
            place -= 1
        return place + 1

    def after_break(self, index: int, previous: int) -> bool:
        """Whether a break, or an "và" right after the amount, parts `index` from the event before."""
        start = self.segment_start(index, previous)
        return start > previous + 1 or previous < 0

    def segment_end(self, index: int) -> int:
        """Where the stretch without commas or further amounts after `index` ends."""
        place = index + 1
        while place < len(self.kinds) and self.kinds[place] not in BREAKS and self.kinds[place] is not Kind.AMOUNT:
            place += 1
        return place

    def find_last(self, kinds: frozenset[Kind], start: int, end: int) -> int:
        """The last index in [start, end) of one of some kinds, or -1."""
        if kinds.isdisjoint(self.present):
            return -1
        for index in range(end - 1, start - 1, -1):
            if self.kinds[index] in kinds:
                return index
        return -1

    def find_first(self, kinds: frozenset[Kind], start: int, end: int) -> int:
        """The first index in [start, end) of one of some kinds, or -1."""
        if kinds.isdisjoint(self.present):
            return -1
        for index in range(start, min(end, len(self.kinds))):
            if self.kinds[index] in kinds:
                return index
        return -1

    def words(self, start: int, end: int) -> list[str]:
        """The words that name something in [start, end)."""
        return [self.lexemes[i].word for i in range(max(start, 0), end) if self.kinds[i] is Kind.WORD]

    def subject_words(self, start: int, end: int) -> list[str]:
        """The words that name something in [start, end), but for those that name a base: "so năm học trước bớt …"."""
        compared = self.find_last(frozenset({Kind.COMPARED}), max(start, 0), end)
        if compared < 0:
            return self.words(start, end)
        time = self.find_first(TIME, compared, end)
        return self.words(start, compared) + (self.words(time, end) if time >= 0 else [])

    def has(self, kind: Kind, start: int, end: int) -> bool:
        """Whether a kind occurs in [start, end)."""
        return kind in self.present and kind in self.kinds[max(start, 0) : end]

    def amounts(self) -> Iterator[int]:
        """Indexes of the amounts."""
        return (index for index, kind in enumerate(self.kinds) if kind is Kind.AMOUNT)
