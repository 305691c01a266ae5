"""What a percentage is that nothing beside it explains: a lead sentence, its row, its bracket or the item before does."""

from __future__ import annotations

from giaoban.reading.lexer import Kind

from .clause import BREAKS, VERBS
from .draft import Part, Role, Stated
from .progress import Progress
from .roles import role_of
from .said import BEYOND, HUNDRED, ratio_role, set_ratio

_LEVEL_SIGNS = frozenset(("đã", "trên", "hiện", "mới"))
_NAMES_ONLY = frozenset({Kind.WORD, Kind.PERIOD, Kind.SMALL, Kind.HEDGE, Kind.AND, Kind.MARK})
_EQUALS = frozenset(("tương đương", "tương đương với", "tương ứng", "tương ứng với", "ứng với", "tức", "tức là", "hay"))
_NAMED = frozenset({Kind.SHARE, Kind.WORD})
_LEAD_IN = frozenset({Kind.SMALL, Kind.HEDGE, Kind.IS, Kind.LINK})
_PLAN_TAIL = frozenset({Kind.IS, Kind.PLAN, Kind.SMALL, Kind.PERIOD, Kind.WORD})
_BASE_WORDS = frozenset({Kind.COMPARED, Kind.LAST_TIME, Kind.PERIOD, Kind.SMALL})
_NEARBY = 12  # percent that a share in words may be off
_LONG_PLAN = 10
_SMALLEST_SHARE = 50
_EXPLAINED = frozenset({Kind.SHARE, Kind.LINK, Kind.IS, Kind.WORD})


class Neighbours(Progress):
    """Gives every event its role."""

    def _role(self, index: int) -> Role:
        role = self.roles.get(index) or role_of(self.clause, index, self.previous)
        if self._is_said_again(index):
            return Role(Part.NOTHING)
        row = self.rows.get(index)
        if row and index not in self.roles:
            role = self._row_role(row, index, role)
        if role.part is Part.LEVEL:
            role = self._by_neighbours(index, role)
        self.roles[index] = role
        return role

    def _is_said_again(self, index: int) -> bool:
        """ "gần một phần tư, đúng hơn là 24,3%", "vẹn nguyên như năm cũ": the same change or share, said once more."""
        clause, last = self.clause, self.last_role
        if last is None or last.stated is None or self.last_stated is not last.stated:
            return False
        if clause.kinds[index] is Kind.SAME:
            return clause.kinds[self.previous] is Kind.SAME and self.previous == index - 1
        rough, start = last.stated.percent, clause.segment_start(index, self.previous)
        in_words = clause.kinds[index] is Kind.AMOUNT and clause.kinds[self.previous] is Kind.HALVED
        if not in_words or rough is None or clause.opens[index] >= 0 or start != self.previous + 2:
            return False
        exact = clause.quantity(index).value if clause.quantity(index).is_share else None
        if exact is None or abs(exact - rough) > _NEARBY or clause.words(start, index):
            return False
        last.stated.percent = exact
        return True

    def _row_role(self, row: list[int], index: int, role: Role) -> Role:
        """A row of shares has one part: "tăng 5%, 3% và 2%" are changes, "52% và 48% kế hoạch" shares of plan."""
        last = role_of(self.clause, row[-1], row[-2])
        model = last if role.part is Part.LEVEL and index != row[-1] and self._speaks_for_row(row, last) else role
        if model.part is Part.LEVEL and index != row[0]:
            model = self.roles[row[0]]
        if model.stated is None or model is role:
            return role
        said, quantity = model.stated, self.clause.quantity(index)
        copy = Stated(quantity.start, quantity.end, said.direction, quantity.value, base=said.base)
        if said.ratio and quantity.value is not None:
            set_ratio(copy, quantity.value)
        return Role(model.part, copy, index, bare=True)

    def _speaks_for_row(self, row: list[int], last: Role) -> bool:
        """Whether what follows a row speaks of all of it: "52% và 48% kế hoạch", "bằng 94,5% và 92% so cùng kỳ"."""
        start = self.clause.segment_start(row[0], self.previous)
        linked = self.clause.has(Kind.LINK, start, row[0])
        return last.part is Part.PLAN or (last.stated is not None and last.stated.ratio and linked)

    def _by_neighbours(self, index: int, role: Role) -> Role:
        """A percentage that nothing beside it explains: a lead sentence, the item before, or a bracket does."""
        clause, quantity = self.clause, self.clause.quantity(index)
        if self._restates(index):
            return self._restated(index)
        if not quantity.is_share or quantity.value is None:
            return role
        opened = clause.opens[index]
        if opened >= 0:
            return self._in_bracket(index, opened, role)
        start = clause.segment_start(index, self.previous)
        if clause.lexemes[start - 1].word == "-" and self._repeats_plan(index, start - 1):
            return Role(Part.NOTHING)
        if self._is_ratio_again(index, start):
            return ratio_role(clause, index, start)
        if self._grows_like_the_last(index, start) or self._grows_too(index):
            said = self._last_growth()
            if said is not None:
                stated = Stated(quantity.start, quantity.end, said.direction, quantity.value)
                return Role(Part.CHANGE, stated, index, bare=True)
        return role

    def _restates(self, index: int) -> bool:
        """ "tăng 360 triệu USD, tương đương gần 12%", "giảm 7,1%, tương ứng 1,41 tỷ USD": one change said twice."""
        clause, last = self.clause, self.last_role
        if last is None or last.part is not Part.CHANGE or last.stated is None or clause.quantity(index).value is None:
            return False
        start = clause.segment_start(index, self.previous)
        said = [clause.lexemes[i] for i in range(start, index) if clause.kinds[i] is not Kind.HEDGE]
        if len(said) > 1 and said[-1].kind in VERBS:  # "…, tương đương mất 2,6 tỷ USD"
            said.pop()
        if not said or any(lexeme.word not in _EQUALS for lexeme in said) or start <= self.previous + 1:
            return False
        quantity = clause.quantity(index)
        return last.stated.amount is not None if quantity.is_share else last.stated.percent is not None

    def _restated(self, index: int) -> Role:
        quantity, last = self.clause.quantity(index), self.last_role
        direction = last.stated.direction if last is not None and last.stated is not None else "same"
        stated = Stated(quantity.start, quantity.end, direction)
        if quantity.is_share:
            stated.percent = quantity.value
        else:
            stated.amount, stated.unit = quantity.value, quantity.unit
        return Role(Part.CHANGE, stated, self.clause.segment_start(index, self.previous))

    def _in_bracket(self, index: int, opened: int, role: Role) -> Role:
        clause, quantity = self.clause, self.clause.quantity(index)
        if self._repeats_plan(index, opened):
            return Role(Part.NOTHING)
        if self._follows_plan(opened) and clause.find_first(_NAMED, opened, index) < 0:
            return self._plan_in_bracket(index, opened)
        if self._is_ratio_in_bracket(index, opened):
            return ratio_role(clause, index, index - 1)
        if clause.find_first(_EXPLAINED, opened, index) >= 0:
            return role
        if self._states_more_exactly(opened):
            assert self.last_stated is not None
            if self.last_stated.ratio:
                set_ratio(self.last_stated, quantity.value or HUNDRED)
            else:
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

    def _plan_in_bracket(self, index: int, opened: int) -> Role:
        """ "quá nửa kế hoạch (51,2%)", "vượt chỉ tiêu (3,4%)"."""
        clause, quantity = self.clause, self.clause.quantity(index)
        stated = Stated(quantity.start, quantity.end, percent=quantity.value, base=clause.lexemes[opened - 1].word)
        past = clause.find_last(BEYOND, max(self.previous + 1, opened - 4, 0), opened)
        if past >= 0 and quantity.value is not None and quantity.value < _SMALLEST_SHARE:
            above = clause.kinds[past] is Kind.BEYOND
            stated.percent = HUNDRED + quantity.value if above else HUNDRED - quantity.value
        return Role(Part.PLAN, stated, opened - 1)

    def _repeats_plan(self, index: int, opened: int) -> bool:
        """ "hơn nửa kế hoạch (52,3%)", "quá một phần năm dự toán - 20,9%": the share again, exactly."""
        clause, last = self.clause, self.last_role
        if last is None or last.part is not Part.PLAN or last.stated is None or self.last_stated is not last.stated:
            return False
        between = clause.kinds[self.previous + 1 : opened]
        reaches = Kind.PLAN in between or last.stated.end >= clause.lexemes[opened - 1].start
        if not reaches or any(kind not in _PLAN_TAIL for kind in between) or len(between) > _LONG_PLAN:
            return False
        if any(kind not in _LEAD_IN for kind in clause.kinds[opened + 1 : index]):
            return False
        last.stated.percent = clause.quantity(index).value
        return True

    def _is_ratio_in_bracket(self, index: int, opened: int) -> bool:
        """ "40.118 nghìn tấn (bằng 90,3%)" beside changes of others is a ratio to last time; beside "x/y" it is none."""
        clause = self.clause
        if [lexeme.word for lexeme in clause.lexemes[opened + 1 : index]] not in (["bằng"], ["chỉ bằng"], ["="]):
            return False
        if clause.segment_end(index) > index + 1 or self.previous < 0 or clause.kinds[self.previous] is not Kind.AMOUNT:
            return False
        host = clause.quantity(self.previous)
        if self.previous >= opened or host.is_share or host.denominator is not None:
            return False
        near = [draft for draft in self.memory.drafts[-5:] if draft.block == self.sentence.block]
        return bool(near) and all(draft.changes for draft in near[:-1][-2:]) and len(near) > 1

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
        if last is None or last.part is not Part.CHANGE or not 0 <= self.previous < opened:
            return False
        between = self.clause.kinds[self.previous + 1 : opened]
        in_words = self.clause.kinds[self.previous] in (Kind.HALVED, Kind.TIMES)
        if between and not (in_words and all(kind in _BASE_WORDS for kind in between)):
            return False
        return self.last_stated is last.stated

    def _lead_part(self, index: int, opened: int) -> Part | None:
        """Which of the parts that the lead sentence announced this item of a bracket is."""
        items = [i for i in self.clause.amounts() if self.clause.opens[i] == opened]
        signed_beside = not self.clause.quantity(index).sign and any(self.clause.quantity(i).sign for i in items)
        if signed_beside and len(items) == 2 and self._plans_in_block():  # "(37,6%, +23,3%)"
            return Part.PLAN
        if not self.memory.lead:
            return None
        if len(items) == len(self.memory.lead):
            return self.memory.lead[items.index(index)]
        signed = any(self.clause.quantity(i).sign for i in items)
        rest = [part for part in self.memory.lead if not (signed and part is Part.CHANGE)]
        return rest[0] if len(rest) == 1 else None

    def _plans_in_block(self) -> bool:
        near = [draft for draft in self.memory.drafts[-6:] if draft.block == self.sentence.block]
        return any(draft.plans for draft in near)

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
        if self.last_role.stated is None or self.last_role.stated.percent is None:
            return False
        kinds = clause.kinds[start:index]
        if any(clause.lexemes[i].word in _LEVEL_SIGNS for i in range(start, index)):
            return False
        named = Kind.WORD in kinds or Kind.PERIOD in kinds  # "tính chung 9 tháng 8,56%"
        return named and all(kind in _NAMES_ONLY for kind in kinds)

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

    def _note_lead(self) -> None:
        """ "so cùng kỳ năm 2024 và so kế hoạch 2025:" tells what the brackets after it hold."""
        clause = self.clause
        block = self.layout.blocks[self.sentence.block]
        if self.sentence.block != self.memory.block:
            self.memory.block = self.sentence.block
            if block.kind == "heading":
                self.memory.lead, self.memory.lead_base = (), None
        if Kind.COMPARED not in clause.kinds and Kind.LAST_TIME not in clause.kinds and Kind.SHARE not in clause.kinds:
            return
        end = self._end_of_lead()
        parts: list[Part] = []
        for index, kind in enumerate(clause.kinds[:end]):
            compared = clause.find_last(frozenset({Kind.COMPARED}), max(0, index - 2), index) >= 0
            if kind is Kind.LAST_TIME or (kind is Kind.PERIOD and compared):
                parts.append(Part.CHANGE)
                self.memory.lead_base = clause.lexemes[index].word
            elif (
                kind is Kind.PLAN
                and clause.find_last(frozenset({Kind.COMPARED, Kind.SHARE}), max(0, index - 4), index) >= 0
            ):
                parts.append(Part.PLAN)
        if parts and (end == len(clause.kinds) or len(parts) > 1):
            self.memory.lead = tuple(dict.fromkeys(parts))

    def _end_of_lead(self) -> int:
        """Where the words before the first figure end: a whole sentence without figures, or up to its colon."""
        clause = self.clause
        if Kind.AMOUNT not in clause.kinds:
            return len(clause.kinds)
        first = clause.kinds.index(Kind.AMOUNT)
        colons = [index for index in range(first) if clause.lexemes[index].word == ":"]
        return colons[0] if colons else 0
