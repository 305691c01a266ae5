"""Which figure a stated change or share of plan speaks of."""

from __future__ import annotations

from giaoban.reading.lexer import RANK, Kind
from giaoban.reading.lexer.lexicon import words_of
from giaoban.reading.lexer.nouns import COUNTED
from giaoban.reading.lexer.phrases import GROWTH_NOUN, WEAK

from .clause import BREAKS, VERBS
from .draft import Draft, Part, Role, Stated
from .progress import Progress
from .said import BEYOND, units_alike

_FILLERS = frozenset(("số", "lượng", "tổng", "giá", "trị", "tỷ", "lệ", "tốc", "độ", "riêng", "phần", "khoản"))
_HELPERS = frozenset(("đã", "mới", "chỉ", "vừa", "chưa", "chỉ mới", "cũng đã"))
_NO_SUBJECT = frozenset(("tốc", "độ", "riêng", "mức", "kết", "quả", "tỷ lệ", "so"))
_NOUNS = words_of("lone_nouns") | frozenset(COUNTED)
_TELLING = VERBS | BEYOND | {Kind.LAST_TIME, Kind.COMPARED}
_STRONG = frozenset({Kind.STRONG})
_COMMA = frozenset({Kind.COMMA})
_MEASURED = frozenset(("money", "percent", "percentage_points", "measure", "rate"))


class Hosts(Progress):
    """Finds the figure that something is said of; None where it stands alone and is a figure itself."""

    def host_of(self, index: int, role: Role) -> Draft | None:
        row = self.rows.get(index)
        if row and self._row_stands_alone(row):
            return None
        if row:
            host = self._host_in_row(row, index)
            if host is not None:
                return host
        opened = self.clause.opens[index]
        if opened >= 0:
            return self._host_of_bracket(opened, role)
        subject = self.subject_of(index if role.bare else role.at)
        if role.part is Part.PLAN and self._is_a_verb(subject, role.at):
            subject = []
        if subject:
            named = self._named(subject)
            if named is None and role.stated is not None and role.stated.unit == "percentage_points":
                return self._share_before(role)  # "0,71% - rón rén tăng 0,08 điểm phần trăm"
            return named if named is None or named.sentence == self.number or role.part is not Part.PLAN else None
        return self._fitting(role)

    def _is_a_verb(self, subject: list[str], at: int) -> bool:
        """Whether the one word before a share of plan is no noun: "…, cày xong 76,4% kế hoạch", "còn cách mục tiêu 36%"."""
        clause = self.clause
        if len(subject) != 1 or " " in subject[0] or subject[0] in _NOUNS or self.previous < 0:
            return False
        return not any(clause.is_capital(place) for place in range(self.previous + 1, at))

    def _share_before(self, role: Role) -> Draft | None:
        """The share right before a change in points, where no other clause begins between them."""
        own = [draft for draft in self.own if draft.quantity.is_share and draft.index == self.previous]
        apart = {self.clause.lexemes[i].word for i in range(self.previous + 1, role.at)} & {";", ":", "."}
        return own[-1] if own and not apart else None

    def _row_stands_alone(self, row: list[int]) -> bool:
        """ "Lazada và Tiki teo 32,6% và 48,8%": the row names its own subjects."""
        at = self.roles[row[0]].at if row[0] in self.roles else row[0]
        earlier = max((event for event in self.clause.events if event < min(at, row[0])), default=-1)
        subject = self.subject_of(at, earlier)
        return bool(subject) and self._named(subject) is None

    def _host_in_row(self, row: list[int], index: int) -> Draft | None:
        """The k-th of the last n figures, where a row of n changes follows them."""
        levels = [
            d for d in self.memory.drafts if not d.second and not d.growth and self.near(d) and d.index not in row
        ]
        own = [d for d in levels if d.sentence != self.number or d.index < row[0]]
        if len(own) >= len(row):
            return own[len(own) - len(row) + row.index(index)]
        return own[-1] if len(own) == 1 else None

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
            told = clause.find_first(_TELLING, breaks[-1], opened) >= 0  # "…, thua xa cùng kỳ (-27,4%)"
            if clause.words(breaks[-1], opened) and not told:
                return None
        if last.second and last.quantity.kind == "money":
            return self.primary()
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
            own = [d for d in self.own if d.quantity.is_share]
            first_hand = [d for d in own if not d.second]
            if own:
                return (first_hand or own)[-1]
        named = self.clause.words(self.previous + 1, role.at)
        host = self.primary() if named else self.last_host or self.primary()
        if host is None or (host.sentence != self.number and not self._goes_on(role)) or self._new_subject(host, role):
            return None
        if host.quantity.is_share and stated and self._is_growth_noun(role.at):
            return None
        if role.part is Part.PLAN and any(plan.percent == host.quantity.value for plan in host.plans):
            return None  # the figure is itself a share of plan
        if host.growth and role.part is Part.CHANGE and not (stated and stated.direction == "same"):
            return None
        return host

    def _new_subject(self, host: Draft, role: Role) -> bool:
        """ "…; kho bãi là mảng duy nhất không âm, thêm 1,9%": a clause of its own stands between."""
        clause = self.clause
        if host.sentence != self.number:
            return False
        apart = clause.find_last(_STRONG, host.index + 1, role.at)
        if apart < 0 or clause.lexemes[apart].word != ";":
            return False
        comma = clause.find_last(_COMMA, apart, role.at)
        return comma > 0 and len(clause.words(apart, comma)) > 1

    def _is_growth_noun(self, at: int) -> bool:
        return bool(self.clause.lexemes[at].what == GROWTH_NOUN)

    def _goes_on(self, role: Role) -> bool:
        """Whether this sentence speaks of the figure before it: nothing is named before the change."""
        return not self.clause.words(0, role.at)

    def subject_of(self, at: int, previous: int | None = None) -> list[str]:
        """What a change is said of, where the words since the last break name it; `previous` is the event before."""
        clause = self.clause
        previous = self.previous if previous is None else previous
        start = clause.segment_start(at, previous) if at > 0 else 0
        if start == previous + 1 and previous >= 0 and not (start > 0 and clause.kinds[start - 1] in BREAKS):
            return []
        helper = next((i for i in range(start, at) if clause.lexemes[i].word in _HELPERS), at)
        # after "đã", "mới" come verbs: "…, đã bỏ túi 39,8% dự toán"
        words = clause.subject_words(start, helper)
        words += [clause.lexemes[i].word for i in range(start, helper) if clause.kinds[i] is Kind.SHARE]
        words = [word for word in words if word not in _NO_SUBJECT]
        named = self.layout.composed[clause.lexemes[at - 1].start].isupper() if at else False
        if (
            0 < len(words) <= 2
            and not named
            and clause.lexemes[at].what == WEAK
            and clause.lexemes[at - 1].word == words[-1]
            and (len(words) == 1 or not _NOUNS & set(words))
        ):
            return []  # a verb that no lexicon has: "…, nống thêm 3%"
        return words

    def _named(self, subject: list[str]) -> Draft | None:
        """The nearby figure that the subject names again: "số dự án nhiều hơn 37,8%"."""
        words = [word for phrase in subject for word in phrase.split()]
        wanted = set(words) - _FILLERS
        if words[:1] == ["giá"] and words[1:2] != ["trị"]:
            wanted.add("giá")  # a price is no value
        if not wanted:
            return self.primary()
        for draft in reversed(self.memory.drafts):
            if not self.near(draft):
                return None
            if not draft.growth and wanted <= {word for name in draft.names for word in name.split()}:
                return draft
        return None

    def host_of_amount(self, index: int, host: Draft | None, stated: Stated) -> Draft | None:
        """The figure that "giảm 4 người chết" speaks of: of the same unit, and named alike where several are."""
        clause = self.clause
        if stated.unit == "percentage_points":
            return host if host is not None and _same_unit(host, stated) else None
        near = [
            d
            for d in self.memory.drafts
            if self.near(d) and not d.growth and units_alike(d.quantity.unit, stated.unit or "")
        ]
        near = [d for d in near if self._subject_allows(index, d)]
        if len(near) > 1:
            words = {*clause.words(clause.segment_start(index, self.previous), clause.segment_end(index))}
            return max(near, key=lambda d: (len(words & set(d.names)), d.sentence, d.index))
        if near:
            return near[0]
        return host if host is not None and _same_unit(host, stated) else None

    def _subject_allows(self, index: int, draft: Draft) -> bool:
        start = self.clause.segment_start(index, self.previous)
        return set(self.clause.subject_words(start, index)) <= {*draft.names, *_FILLERS}


def _same_unit(host: Draft, stated: Stated) -> bool:
    if stated.unit == "percentage_points":
        return host.quantity.is_share
    if host.quantity.unit == stated.unit:
        return True
    return host.quantity.kind not in _MEASURED and not (stated.unit or "").startswith(("VND", "USD", "percent"))
