"""Compose the figures of a sentence: levels first met, then what is said of them."""

from __future__ import annotations

from giaoban.reading.lexer import RANK, Kind
from giaoban.reading.lexer.amounts import counted_noun
from giaoban.reading.lexer.lexicon import words_of
from giaoban.reading.lexer.phrases import GROWTH_NOUN
from giaoban.reading.names import name_of

from .clause import VERBS
from .draft import Draft, Part, Role, Stated
from .hosts import Hosts
from .levels import counts_nothing, is_edge
from .neighbours import Neighbours
from .progress import Memory

__all__ = ["Composer", "Memory"]

_BILLION = 10**9
_MONEY_NAMES = words_of("money_names")


class Composer(Neighbours, Hosts):
    """Composes one sentence; what it makes goes to `memory.drafts`."""

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
        self._drop_changes_of_nothing()

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
        self._take_growths(index, draft)
        self.last_host = None
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
        quantity, last = draft.quantity, self.memory.drafts[-1] if self.memory.drafts else None
        words = {word for name in names for word in (name, *name.split())}
        money = bool(words & _MONEY_NAMES) or (last is not None and last.quantity.unit == "VND")
        if quantity.scale >= _BILLION and money:
            quantity.unit, quantity.kind = "VND", "money"
        elif not words & _MONEY_NAMES:
            quantity.unit = counted_noun(names)

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
        host = self.primary()
        if host is None or host.sentence != self.number:
            return False
        between = range(host.index + 1, index)
        words = [i for i in between if clause.kinds[i] is Kind.WORD]
        if clause.kinds[index - 1] is Kind.PLAN and draft.quantity.unit == host.quantity.unit:
            return True  # "306 tỷ đồng, chỉ tiêu giao 350 tỷ đồng, mới được 87,4%"
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
        host = self.primary()
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

    def _take_growths(self, index: int, draft: Draft) -> None:
        """ "điện thoại tăng 428 triệu USD, tương đương 17,1%, đạt 2,93 tỷ USD": the changes came before their level."""
        clause, drafts = self.clause, self.memory.drafts
        start = clause.segment_start(index, self.previous)
        if not self._reaches(index, start):
            return
        taken: list[Draft] = []
        while (
            len(drafts) > self.first and drafts[-1].growth and not drafts[-1].plans and _may_belong(drafts[-1], draft)
        ):
            if clause.has(Kind.STRONG, drafts[-1].index, index):
                break
            taken.insert(0, drafts.pop())
            if not taken[0].nameless:
                break
        if taken:
            draft.name, draft.names = taken[0].name, (*taken[0].names, *draft.names)
            draft.changes[:0] = [change for growth in taken for change in growth.changes]

    def _reaches(self, index: int, start: int) -> bool:
        """Whether the words before a level lead from a change to it: "…, lên 478", "…, giá trị đạt 19", "… (1.412)"."""
        clause, opened = self.clause, self.clause.opens[index]
        if opened >= 0:
            return opened == self.previous + 1 and start == opened + 1 and not clause.quantity(index).is_share
        leads = clause.find_last(_LEVEL_VERBS, start, index) >= 0
        moved = any(clause.lexemes[i].word in ("lên", "xuống") for i in range(start, index))
        return (leads or moved) and set(clause.words(start, index)) <= _NO_NEW_NAME

    def _said(self, index: int, role: Role) -> None:
        assert role.stated is not None
        self.last_stated = role.stated
        host = self.host_of(index, role)
        if role.stated.base is None and self.memory.lead_base and role.part is Part.CHANGE:
            role.stated.base = self.memory.lead_base
        if role.stated.amount is not None:
            host = self.host_of_amount(index, host, role.stated)
        if host is not None and self._is_goal(index, role, host):
            role.stated.value, role.stated.percent = role.stated.percent, None
        self.last_host = host if self.clause.opens[index] < 0 else None
        if host is not None:
            (host.plans if role.part is Part.PLAN else host.changes).append(role.stated)
        elif self.clause.kinds[index] is Kind.AMOUNT and self.clause.quantity(index).kind != "times":
            self._rate_alone(index, role)

    def _is_goal(self, index: int, role: Role, host: Draft) -> bool:
        """ "41,7% (kế hoạch 40%)": beside a share, the bracket holds the goal itself."""
        clause, opened = self.clause, self.clause.opens[index]
        if role.part is not Part.PLAN or opened < 0 or not host.quantity.is_share:
            return False
        return clause.kinds[opened + 1] is Kind.PLAN and clause.find_first(_COMPARING, opened, index) < 0

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
        draft.nameless = not role.bare and not self.subject_of(role.at)
        if not self._names_a_rate(role):
            (draft.plans if role.part is Part.PLAN else draft.changes).append(role.stated)  # type: ignore[arg-type]
        self.memory.drafts.append(draft)

    def _names_a_rate(self, role: Role) -> bool:
        """ "có tốc độ tăng trưởng 30%": a rate that is named and compared with nothing is a level."""
        lexeme = self.clause.lexemes[role.at]
        based = role.stated is not None and role.stated.base is not None
        return lexeme.what == GROWTH_NOUN and lexeme.word.startswith(("tốc độ", "nhịp")) and not based

    def _drop_changes_of_nothing(self) -> None:
        """ "nở thêm 5.120 buồng", where no rooms were counted before and no base is named, says how many, not by how many."""
        for draft in self.own:
            stated = draft.changes[0] if draft.growth and len(draft.changes) == 1 else None
            if stated is None or stated.amount is None or stated.unit == "percentage_points":
                continue
            if stated.base is None and stated.amount == draft.quantity.value:
                draft.changes, draft.growth = [], False


_COMPARING = frozenset({Kind.COMPARED, Kind.IS, Kind.LINK})
_LEVEL_VERBS = frozenset({Kind.IS, Kind.TO})
_NO_NEW_NAME = frozenset(("giá", "trị", "quy", "mô", "kim", "ngạch", "tổng", "số", "lượng", "đưa", "nâng"))


def _may_belong(growth: Draft, level: Draft) -> bool:
    """Whether a change may speak of a level: percent of anything, an amount of the same unit, points of a share."""
    unit = growth.changes[0].unit if growth.changes else None
    if unit == "percentage_points" or level.quantity.is_share:
        return unit == "percentage_points" and level.quantity.is_share
    return unit is None or unit == level.quantity.unit
