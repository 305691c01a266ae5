"""A sentence while its figures are composed: what has been read of it, and what earlier sentences left behind."""

from __future__ import annotations

from dataclasses import dataclass, field

from giaoban.reading.layout import Layout, Sentence
from giaoban.reading.lexer import Kind, scan

from .clause import Clause
from .draft import Draft, Part, Role, Stated
from .lists import join_ranges, runs, share_units


@dataclass
class Memory:
    """What earlier sentences leave behind: the figures so far and what a lead sentence says of brackets."""

    drafts: list[Draft] = field(default_factory=list)
    lead: tuple[Part, ...] = ()
    lead_base: str | None = None
    block: int = -1


class Progress:
    """One sentence being composed; `previous` is the event before the one at hand, -1 at the start."""

    def __init__(self, layout: Layout, sentence: Sentence, number: int, memory: Memory) -> None:
        lexemes = scan(layout.lower, layout.composed, sentence.start, sentence.end)
        counts = any(lexeme.kind is Kind.AMOUNT for lexeme in lexemes)
        if counts:
            share_units(lexemes)
            lexemes = join_ranges(lexemes)
        self.clause = Clause(lexemes, layout.composed)
        self.layout, self.sentence, self.number, self.memory = layout, sentence, number, memory
        self.first = len(memory.drafts)
        self.previous = -1
        self.last_role: Role | None = None
        self.last_stated: Stated | None = None
        self.last_host: Draft | None = None  # what the last change or share was said of, no figure since
        self.rows = runs(self.clause) if counts else {}
        self.roles: dict[int, Role] = {}

    @property
    def own(self) -> list[Draft]:
        """The figures of this sentence so far."""
        return self.memory.drafts[self.first :]

    def near(self, draft: Draft) -> bool:
        return draft.block == self.sentence.block and self.number - draft.sentence <= 1

    def primary(self) -> Draft | None:
        """The last figure that is no equivalent of another, in this sentence or the one before it in the block."""
        for draft in reversed(self.memory.drafts):
            if draft.block != self.sentence.block or self.number - draft.sentence > 1:
                return None
            if not draft.second and not self._is_one_of_parts(draft):
                return draft
        return None

    def _is_one_of_parts(self, draft: Draft) -> bool:
        """Whether a figure is the last of two parts or more, so that what follows speaks of their total."""
        if not draft.part:
            return False
        return sum(other.part for other in self.memory.drafts[-6:] if other.sentence == draft.sentence) > 1
