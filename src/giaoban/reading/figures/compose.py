"""Compose the figures of a sentence: levels first met, then what is said of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from giaoban.reading.layout import Layout, Sentence
from giaoban.reading.lexer import RANK, Kind, scan
from giaoban.reading.lexer.amounts import counted_noun
from giaoban.reading.lexer.phrases import GROWTH_NOUN, WEAK
from giaoban.reading.names import name_of

from .clause import BREAKS, VERBS, Clause
from .draft import Draft, Part, Role, Stated
from .levels import counts_nothing, is_edge
from .lists import join_ranges, runs, share_units
from .roles import ratio_role, role_of

_FILLERS = frozenset(["số", "lượng", "tổng", "giá", "trị", "tỷ", "lệ", "tốc", "độ", "riêng", "phần", "khoản"])
_NEXT_OF_KIN = frozenset({Kind.HEDGE, Kind.LINK, Kind.OPEN, Kind.COMMA, Kind.SMALL, Kind.IS})


@dataclass
class Memory:
    """What earlier sentences leave behind: the figures so far and what a lead sentence says of brackets."""

    drafts: list[Draft] = field(default_factory=list)
    lead: tuple[Part, ...] = ()
    lead_base: str | None = None
    block: int = -1


class Composer:
    """Composes one sentence; what it makes goes to `memory.drafts`."""

    def __init__(self, layout: Layout, sentence: Sentence, number: int, memory: Memory) -> None:
        lexemes = scan(layout.lower, layout.composed, sentence.start, sentence.end)
        share_units(lexemes)
        self.clause = Clause(join_ranges(lexemes))
        self.layout, self.sentence, self.number, self.memory = layout, sentence, number, memory
        self.first = len(memory.drafts)
        self.previous = -1
        self.last_role: Role | None = None
        self.last_stated: Stated | None = None
        self.rows = runs(self.clause)
        self.roles: dict[int, Role] = {}

    def compose(self) -> None:
        """Read every event of the sentence in order."""
        self._note_lead()
        for index in self.clause.events:
            role = self._role(index)
            if role.part is Part.LEVEL:
                self._level(index, role)
            elif role.part is not Part.NOTHING:
                self._said(index, role)
            if role.part is not Part.NOTHING or self.clause.kinds[index] is Kind.AMOUNT:
                self.previous = index
                self.last_role = role

    # ---- roles ----

    def _role(self, index: int) -> Role:
        role = self.roles.get(index) or role_of(self.clause, index, self.previous)
        row = self.rows.get(index)
        if row and index not in self.roles:
            role = self._row_role(row, index, role)
        if role.part is Part.LEVEL:
            role = self._by_neighbours(index, role)
        self.roles[index] = role
        return role

    def _row_role(self, row: list[int], index: int, role: Role) -> Role:
        """A row of shares has one part: "tăng 5%, 3% và 2%" are changes, "52% và 48% kế hoạch" shares of plan."""
        last = role_of(self.clause, row[-1], row[-2])
        model = last if role.part is Part.LEVEL and last.part is Part.PLAN and index != row[-1] else role
        if model.part is Part.LEVEL and index != row[0]:
            model = self.roles[row[0]]
        if model.stated is None or model is role:
            return role
        said, quantity = model.stated, self.clause.quantity(index)
        copy = Stated(quantity.start, quantity.end, said.direction, quantity.value, base=said.base)
        return Role(model.part, copy, index, bare=True)

    def _by_neighbours(self, index: int, role: Role) -> Role:
        """A percentage that nothing beside it explains: a lead sentence, the item before, or a bracket does."""
        clause, quantity = self.clause, self.clause.quantity(index)
        if not quantity.is_share or quantity.value is None:
            return role
        opened = clause.opens[index]
        if opened >= 0:
            return self._in_bracket(index, opened, role)
        start = clause.segment_start(index, self.previous)
        if self._is_ratio_again(index, start):
            return ratio_role(clause, index, start)
        if self._grows_like_the_last(index, start) or self._grows_too(index):
            said = self._last_growth()
            if said is not None:
                stated = Stated(quantity.start, quantity.end, said.direction, quantity.value)
                return Role(Part.CHANGE, stated, index, bare=True)
        return role

    def _in_bracket(self, index: int, opened: int, role: Role) -> Role:
        clause, quantity = self.clause, self.clause.quantity(index)
        if clause.find_first(frozenset({Kind.SHARE, Kind.LINK, Kind.IS, Kind.WORD}), opened, index) >= 0:
            return role
        if self._follows_plan(opened):
            name = clause.lexemes[opened - 1].word
            return Role(Part.PLAN, Stated(quantity.start, quantity.end, percent=quantity.value, base=name), opened - 1)
        if self._states_more_exactly(opened):
            assert self.last_stated is not None
            self.last_stated.percent = quantity.value
            return Role(Part.NOTHING)
        part = self._lead_part(index, opened)
        stated = Stated(quantity.start, quantity.end, "up", quantity.value, base=self.memory.lead_base)
        if part is Part.PLAN:
            stated.direction, stated.base = None, "kế hoạch"
            return Role(Part.PLAN, stated, index, bare=True)
        if part is Part.CHANGE:
            return Role(Part.CHANGE, stated, index, bare=True)
        verb = clause.find_last(VERBS, 0, opened)
        if self.previous < 0 and verb >= 0 and clause.has(Kind.STRONG, verb, opened):
            stated.direction = "up" if clause.kinds[verb] is Kind.UP else "down"
            return Role(Part.CHANGE, stated, index, bare=True)
        return role

    def _follows_plan(self, opened: int) -> bool:
        """ "mới quá nửa kế hoạch (51,2%)"."""
        clause = self.clause
        plan = clause.find_last(frozenset({Kind.PLAN}), max(self.previous + 1, opened - 3, 0), opened)
        if plan < 0 or clause.words(plan + 1, opened):
            return False
        return self.last_stated is None or self.last_role is None or self.last_role.part is not Part.PLAN

    def _states_more_exactly(self, opened: int) -> bool:
        """ "nhích chưa đầy 1% (0,9%)", "gần gấp đôi (96,8%)": the bracket repeats a change exactly."""
        last = self.last_role
        if last is None or last.part is not Part.CHANGE or self.previous != opened - 1:
            return False
        return self.last_stated is last.stated

    def _lead_part(self, index: int, opened: int) -> Part | None:
        """Which of the parts that the lead sentence announced this item of a bracket is."""
        items = [i for i in self.clause.amounts() if self.clause.opens[i] == opened]
        if not self.memory.lead:
            return None
        if len(items) == len(self.memory.lead):
            return self.memory.lead[items.index(index)]
        signed = any(self.clause.quantity(i).sign for i in items)
        rest = [part for part in self.memory.lead if not (signed and part is Part.CHANGE)]
        return rest[0] if len(rest) == 1 else None

    def _grows_like_the_last(self, index: int, start: int) -> bool:
        """ "…; nông nghiệp 4,39%, dịch vụ 6,09%": only a name between two rates."""
        clause = self.clause
        if (
            self.previous < 0
            or start <= self.previous
            or self.last_role is None
            or self.last_role.part is not Part.CHANGE
        ):
            return False
        kinds = clause.kinds[start:index]
        if any(clause.lexemes[i].word in _LEVEL_SIGNS for i in range(start, index)):
            return False
        return Kind.WORD in kinds and all(kind in _NAMES_ONLY for kind in kinds)

    def _is_ratio_again(self, index: int, start: int) -> bool:
        """ "…, bằng 100,7% cùng kỳ, …; … 1.117,1 nghìn ha, bằng 99,1%": the base is the one said before."""
        clause = self.clause
        end = clause.segment_end(index)
        if end > index + 1 or start != index - 1 or clause.lexemes[start].word != "bằng":
            return False
        if end < len(clause.kinds) and clause.kinds[end] not in BREAKS:
            return False
        return any(change.ratio for draft in self.memory.drafts[self.first :] for change in draft.changes)

    def _grows_too(self, index: int) -> bool:
        """ "tăng 58,23% về số lượng và 35,01% về giá trị": the same verb serves both."""
        clause, role = self.clause, self.last_role
        before = index - 1
        while before > self.previous and clause.kinds[before] in (Kind.HEDGE, Kind.SMALL):
            before -= 1
        joined = clause.kinds[before] is Kind.AND and before > self.previous
        if not joined or role is None or role.part is not Part.CHANGE:
            return False
        return clause.kinds[self.previous] is Kind.AMOUNT and clause.quantity(self.previous).is_share

    def _last_growth(self) -> Stated | None:
        drafts = self.memory.drafts
        return drafts[-1].changes[-1] if len(drafts) > self.first and drafts[-1].changes else None

    # ---- levels ----

    def _level(self, index: int, role: Role) -> None:
        clause, quantity = self.clause, self.clause.quantity(index)
        if self._is_base_value(index):
            if self.last_stated is not None:
                self.last_stated.value = quantity.value
            return
        if counts_nothing(clause, quantity, index) or is_edge(clause, self.layout.lower, index, self.previous):
            return
        draft = self._draft(index)
        draft.second = self._is_second(index, draft)
        draft.part = self._is_part(index)
        mean = self._compared_mean(index)
        if mean is not None:
            draft.changes.append(mean)
            draft.growth, draft.spoken = True, "mean"
        self._from_to(index, draft)
        self.memory.drafts.append(draft)

    def _draft(self, index: int) -> Draft:
        clause = self.clause
        start = clause.segment_start(index, self.previous)
        end = clause.segment_end(index)
        draft = Draft(clause.quantity(index), self.number, self.sentence.block, index, name=name_of(clause, index))
        stop = clause.find_first(VERBS | {Kind.AND}, index + 1, end)
        names = clause.words(start, index) + draft.quantity.unit.split()
        names += clause.words(index + 1, end if stop < 0 else stop)
        draft.names = tuple(names)
        if draft.quantity.kind == "bare" and not draft.quantity.unit:
            self._find_unit(draft, names)
        return draft

    def _find_unit(self, draft: Draft, names: list[str]) -> None:
        """A number without a unit takes it from the words around: "doanh thu 1,2 tỷ", "thuê bao smartphone 91 triệu"."""
        quantity = draft.quantity
        words = {word for name in names for word in (name, *name.split())}
        if not words & _MONEY_NAMES:
            quantity.unit = counted_noun(names)
        elif quantity.scale >= _BILLION:
            quantity.unit, quantity.kind = "VND", "money"

    def _is_base_value(self, index: int) -> bool:
        """ "so với cùng kỳ năm 2022 (1.885 tỷ đồng)", "39,35% kế hoạch năm (5.474 tỷ đồng)"."""
        clause, opened = self.clause, self.clause.opens[index]
        if opened < 1 or self.previous >= opened or self.last_stated is None or clause.quantity(index).is_share:
            return False
        if clause.find_last(VERBS, opened, index) >= 0:
            return False
        before = opened - 1
        return before in clause.based or clause.find_last(frozenset({Kind.PLAN}), max(0, opened - 3), opened) >= 0

    def _is_second(self, index: int, draft: Draft) -> bool:
        """An equivalent ("tương đương 57 tỷ USD") or a share of the figure just before ("bằng 72,6% thuê bao")."""
        clause = self.clause
        host = self._primary()
        if host is None or host.sentence != self.number:
            return False
        between = range(host.index + 1, index)
        words = [i for i in between if clause.kinds[i] is Kind.WORD]
        if clause.opens[index] >= 0 and host.index < clause.opens[index]:
            return True
        if all(clause.kinds[i] is Kind.HEDGE for i in between):  # "22 nghìn tấn trên 600 ha"
            return True
        if draft.quantity.unit == RANK:
            return not clause.words(clause.segment_start(index, self.previous), index)
        if draft.quantity.is_share and not host.quantity.is_share:
            start = clause.segment_start(index, self.previous)
            return (
                not clause.words(start, index)
                and clause.find_last(frozenset({Kind.LINK, Kind.SHARE, Kind.IS}), start, index) >= 0
            )
        if (
            draft.quantity.kind == "money"
            and host.quantity.kind == "money"
            and draft.quantity.unit != host.quantity.unit
        ):
            start = clause.segment_start(index, self.previous)
            return not clause.words(start, index) and len(words) <= 4 and start > host.index
        return False

    def _is_part(self, index: int) -> bool:
        """One of the parts of a total: "1.036 sự cố, gồm 212 cuộc …, 148 cuộc … và 676 cuộc …"."""
        clause = self.clause
        drafts = self.memory.drafts[self.first :]
        if not drafts or clause.has(Kind.STRONG, drafts[-1].index, index):
            return False
        between = [lexeme.word for lexeme in clause.lexemes[drafts[-1].index : index]]
        return "gồm" in between or "bao gồm" in between or (drafts[-1].part and drafts[-1].quantity.kind == "count")

    def _compared_mean(self, index: int) -> Stated | None:
        """ "yếu hơn mức 9,70% của quý I/2015 và 8,94% …": rates that a rate is compared with."""
        clause, quantity = self.clause, self.clause.quantity(index)
        last = self.memory.drafts[-1] if len(self.memory.drafts) > self.first else None
        if last is None or not last.growth or not quantity.is_share or not last.changes:
            return None
        start = clause.segment_start(index, self.previous)
        measured = clause.find_last(VERBS, start, index) >= 0 and clause.lexemes[index - 1].word == "mức"
        again = last.spoken == "mean" and not clause.words(start, index)
        if not measured and not again:
            return None
        return Stated(quantity.start, quantity.end, last.changes[0].direction, quantity.value)

    def _from_to(self, index: int, draft: Draft) -> None:
        """ "đi từ 11,91% (2021) lên 14,26% (2022)": the second level carries the move."""
        clause = self.clause
        host = self._primary()
        if host is None or host.sentence != self.number or host.quantity.unit != draft.quantity.unit:
            return
        to = clause.find_last(frozenset({Kind.TO, Kind.UP, Kind.DOWN}), host.index, index)
        lower = self.layout.lower
        before = lower[max(0, host.quantity.start - 16) : host.quantity.start]
        if to < 0 or " từ " not in f" {before}":
            return
        first, second = host.quantity.value, draft.quantity.value
        if first is None or second is None or clause.words(to + 1, index):
            return
        direction = "up" if second > first else "down" if second < first else "same"
        start = clause.lexemes[to].start
        draft.changes.append(Stated(start, draft.quantity.end, direction, value=first))  # type: ignore[arg-type]

    # ---- what is said of levels ----

    def _primary(self) -> Draft | None:
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

    def _said(self, index: int, role: Role) -> None:
        assert role.stated is not None
        self.last_stated = role.stated
        host = self._host(index, role)
        if role.stated.base is None and self.memory.lead_base and role.part is Part.CHANGE:
            role.stated.base = self.memory.lead_base
        if role.stated.amount is not None:
            host = self._host_of_amount(index, host, role.stated)
        if host is not None:
            (host.plans if role.part is Part.PLAN else host.changes).append(role.stated)
        elif self.clause.kinds[index] is Kind.AMOUNT and self.clause.quantity(index).kind != "times":
            self._rate_alone(index, role)

    def _host_of_amount(self, index: int, host: Draft | None, stated: Stated) -> Draft | None:
        """The figure that "giảm 4 người chết" speaks of: of the same unit, and named alike where several are."""
        clause = self.clause
        if stated.unit == "percentage_points":
            return host if host is not None and _same_unit(host, stated) else None
        near = [d for d in self.memory.drafts if self._near(d) and not d.growth and d.quantity.unit == stated.unit]
        near = [d for d in near if self._subject_allows(index, d)]
        if len(near) > 1:
            words = {*clause.words(clause.segment_start(index, self.previous), clause.segment_end(index))}
            return max(near, key=lambda d: (len(words & set(d.names)), d.sentence, d.index))
        if near:
            return near[0]
        return host if host is not None and _same_unit(host, stated) else None

    def _subject_allows(self, index: int, draft: Draft) -> bool:
        start = self.clause.segment_start(index, self.previous)
        return set(self.clause.words(start, index)) <= {*draft.names, *_FILLERS}

    def _rate_alone(self, index: int, role: Role) -> None:
        """A rate with no level beside it is a figure itself."""
        if (
            role.stated is not None
            and role.stated.amount is not None
            and counts_nothing(self.clause, self.clause.quantity(index), index)
        ):
            return
        draft = self._draft(index)
        draft.growth = role.part is Part.CHANGE
        (draft.plans if role.part is Part.PLAN else draft.changes).append(role.stated)  # type: ignore[arg-type]
        self.memory.drafts.append(draft)

    def _host(self, index: int, role: Role) -> Draft | None:
        row = self.rows.get(index)
        if row:
            host = self._host_in_row(row, index)
            if host is not None:
                return host
        opened = self.clause.opens[index]
        if opened >= 0:
            return self._host_of_bracket(opened, role)
        subject = self._subject(index if role.bare else role.at)
        if subject:
            named = self._named(subject)
            return named if named is None or named.sentence == self.number or role.part is not Part.PLAN else None
        return self._fitting(role)

    def _host_in_row(self, row: list[int], index: int) -> Draft | None:
        """The k-th of the last n figures, where a row of n changes follows them."""
        levels = [
            d for d in self.memory.drafts if not d.second and not d.growth and self._near(d) and d.index not in row
        ]
        own = [d for d in levels if d.sentence != self.number or d.index < row[0]]
        if len(own) >= len(row):
            return own[len(own) - len(row) + row.index(index)]
        return own[-1] if len(own) == 1 else None

    def _near(self, draft: Draft) -> bool:
        return draft.block == self.sentence.block and self.number - draft.sentence <= 1

    def _host_of_bracket(self, opened: int, role: Role) -> Draft | None:
        """The figure just before a bracket, or the one that it is an equivalent of."""
        clause = self.clause
        own = [draft for draft in self.memory.drafts[self.first :] if draft.index < opened]
        if not own:
            return None
        last = own[-1]
        gap = range(last.index + 1, opened)
        if any(clause.kinds[i] in BREAKS for i in gap) and clause.words(last.index + 1, opened):
            breaks = [i for i in gap if clause.kinds[i] in BREAKS]
            if clause.words(breaks[-1], opened):
                return None
        if last.second and last.quantity.kind == "money":
            return self._primary()
        if last.growth and role.part is Part.CHANGE:
            return None
        if last.quantity.unit == RANK and role.stated is not None and role.stated.percent is not None:
            return None
        return last

    def _fitting(self, role: Role) -> Draft | None:
        """The figure that a change or share without a subject of its own speaks of."""
        stated = role.stated
        points = stated is not None and stated.unit == "percentage_points"
        if points:
            own = [d for d in self.memory.drafts[self.first :] if d.quantity.is_share]
            if own:
                return own[-1]
        host = self._primary()
        if host is None or (host.sentence != self.number and not self._goes_on(role)):
            return None
        if host.quantity.is_share and stated and self._is_growth_noun(role.at):
            return None
        if role.part is Part.PLAN and any(plan.percent == host.quantity.value for plan in host.plans):
            return None  # the figure is itself a share of plan
        if host.growth and role.part is Part.CHANGE and not (stated and stated.direction == "same"):
            return None
        return host

    def _is_growth_noun(self, at: int) -> bool:
        return bool(self.clause.lexemes[at].what == GROWTH_NOUN)

    def _goes_on(self, role: Role) -> bool:
        """Whether this sentence speaks of the figure before it: nothing is named before the change."""
        return not self.clause.words(0, role.at)

    def _subject(self, at: int) -> list[str]:
        """What a change is said of, where the words since the last break name it."""
        clause = self.clause
        start = clause.segment_start(at, self.previous) if at > 0 else 0
        if start == self.previous + 1 and self.previous >= 0 and not (start > 0 and clause.kinds[start - 1] in BREAKS):
            return []
        helper = next((i for i in range(start, at) if clause.lexemes[i].word in _HELPERS), at)
        named = range(start, helper)  # after "đã", "mới" come verbs: "…, đã bỏ túi 39,8% dự toán"
        words = [clause.lexemes[i].word for i in named if clause.kinds[i] in (Kind.WORD, Kind.SHARE)]
        words = [word for word in words if word not in _NO_SUBJECT]
        if len(words) == 1 and clause.lexemes[at].what == WEAK and clause.lexemes[at - 1].word == words[0]:
            return []  # a verb that no lexicon has: "…, nống thêm 3%"
        return words

    def _named(self, subject: list[str]) -> Draft | None:
        """The nearby figure that the subject names again: "số dự án nhiều hơn 37,8%"."""
        wanted = {word for phrase in subject for word in phrase.split()} - _FILLERS
        if not wanted:
            return self._primary()
        for draft in reversed(self.memory.drafts):
            if not self._near(draft):
                return None
            if not draft.growth and wanted <= {word for name in draft.names for word in name.split()}:
                return draft
        return None

    # ---- lead sentences ----

    def _note_lead(self) -> None:
        """ "so cùng kỳ năm 2024 và so kế hoạch 2025:" tells what the brackets after it hold."""
        clause = self.clause
        block = self.layout.blocks[self.sentence.block]
        if self.sentence.block != self.memory.block:
            self.memory.block = self.sentence.block
            if block.kind == "heading":
                self.memory.lead, self.memory.lead_base = (), None
        if any(True for _ in clause.amounts()):
            return
        parts: list[Part] = []
        for index, kind in enumerate(clause.kinds):
            if kind is Kind.LAST_TIME:
                parts.append(Part.CHANGE)
                self.memory.lead_base = clause.lexemes[index].word
            elif (
                kind is Kind.PLAN
                and clause.find_last(frozenset({Kind.COMPARED, Kind.SHARE}), max(0, index - 4), index) >= 0
            ):
                parts.append(Part.PLAN)
        if parts:
            self.memory.lead = tuple(dict.fromkeys(parts))


_BILLION = 10**9
_MONEY_NAMES = frozenset(
    (
        "vốn",
        "nhuận",
        "lãi",
        "phí",
        "tiền",
        "nợ",
        "thuế",
        "nộp",
        "ngân",
        "ngạch",
        "doanh thu",
        "doanh số",
        "tổng thu",
        "thu",
        "chi",
    )
)
_HELPERS = frozenset({"đã", "mới", "chỉ", "vừa", "chưa", "chỉ mới", "cũng đã"})
_LEVEL_SIGNS = frozenset({"đã", "trên", "hiện", "mới"})
_NAMES_ONLY = frozenset({Kind.WORD, Kind.SMALL, Kind.HEDGE, Kind.AND, Kind.MARK})
_NO_SUBJECT = frozenset({"tốc", "độ", "riêng", "mức", "kết", "quả", "tỷ lệ", "so"})


def _same_unit(host: Draft, stated: Stated) -> bool:
    if stated.unit == "percentage_points":
        return host.quantity.is_share
    if host.quantity.unit == stated.unit:
        return True
    measures = ("money", "percent", "percentage_points", "measure", "rate")
    return host.quantity.kind not in measures and not (stated.unit or "").startswith(("VND", "USD", "percent"))
