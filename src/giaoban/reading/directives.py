"""Directives: somebody with authority telling somebody to do something.

A sentence passes three gates. Who speaks (`voices`): a talk, a question or an account of past work assigns nothing.
What clause (`clauses`): each task of a sentence stands alone. How it binds: a commanding verb ("giao", "yêu cầu"), a duty
("phải", "là trách nhiệm của"), or, in an authority's speech, a body and what it is to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from giaoban.reading import accounts
from giaoban.reading import speakers as who
from giaoban.reading.alternatives import by_first_letter as quick
from giaoban.reading.assignees import Bodies, bodies_at
from giaoban.reading.clauses import clauses, first_modal, is_finishing, own_start
from giaoban.reading.deadlines import find_deadlines, read_deadline
from giaoban.reading.event import day_of
from giaoban.reading.layout import Block, Layout
from giaoban.reading.model import Directive, Event
from giaoban.reading.patterns import later
from giaoban.reading.task_lists import read_task_lists
from giaoban.reading.verbs import VERB
from giaoban.reading.voices import Listener, Turn, Voice

SectorAt = Callable[[int], str]

_WORTH_READING = later(
    quick(
        r"phải|cần|yêu cầu|giao|đề nghị|chỉ đạo|phân công|nhiệm vụ|trách nhiệm|chủ trì|muốn|mong|nhấn mạnh|cho rằng|lưu ý|gợi ý|nhắc|kết luận|khẩn trương"
        r"|theo |thủ tướng|bộ trưởng|chủ tịch|giục|thúc|đòi|buộc|cấm|không được|chậm nhất|hạn |lệnh|chốt|bảo |nhờ|hẹn|ép|phân vai|bí thư|giám đốc|hiệu trưởng|cục trưởng|trưởng ban|trưởng đoàn|lãnh đạo (?:bộ|tỉnh|ủy|ubnd|sở)|gút|khoán|cắt cử|ấn định|ra hạn|công điện|thông báo|đôn đốc|kêu gọi|quán triệt|cho biết|ý kiến|đặt hàng|dặn|trao|khoán|gửi|tham luận|nói|nêu"
    )
)
_DUTY_WORDS = later("nhiệm vụ|trách nhiệm|việc của|công việc|phần việc|việc phải|việc cần")
_DUTY = later(
    r"(?<!\w)(?:cũng )?là (?:một )?(?:trong (?:những|các) )?(?P<what>nhiệm vụ|trách nhiệm|việc|công việc|phần việc)(?: \w+){0,4}?"
    r" (?:của (?P<whom>)|phải|cần|thuộc về (?P<whom2>))|(?<!\w)thuộc (?:về )?trách nhiệm (?:của )?(?P<whom3>)"
)
_BETWEEN = later(
    r"(?:\s?,?\s(?:cũng|đều|tiếp tục|thì|mỗi (?:tháng|tuần|quý|năm)|hàng (?:tháng|quý|năm|tuần)|hằng (?:tháng|quý|năm|tuần)|từ nay|nhanh chóng|sớm|khẩn trương|phải|cần|ngay|trực tiếp"
    r"|với vai trò [^,;]{3,60},|(?:trước|trong|chậm nhất|đến hết) [^,;]{3,40},|căn cứ [^,;]{3,80},|theo (?:chức năng|nhiệm vụ|thẩm quyền)[^,;]{0,60},))*\s?,?\s?"
)
_NOT_A_TASK = later(
    r"\s?(?:cũng )?(?:đã|đang|là|bắt đầu|được|bị|vẫn|còn|có(?! trách| nhiệm| vai| kế| báo| giải| phương| biện| văn)|sẽ|chưa|không|rất|tại|ở|của|mới|vừa|hiện|từng|gồm|như|đều)(?!\w)"
)
_SUBJECT_THEN_COPULA = later(r"(?<!\w)(?:là|đã|đang|có thể|được|giúp|góp phần|sẽ|cho thấy|chiếm|đạt)(?!\w)")
_SAID = frozenset(
    {"xác định", "đánh giá", "thông báo", "báo cáo", "công bố", "thống nhất", "ghi nhận", "dự báo"}
)  # "Bộ xác định, …"
_SINGLED_OUT = later(r"(?:riêng(?: với| đối với)?|với|đối với|về phía|còn) ")
_FORBIDDEN = later(r"\s?(?:không|chưa)\s(?!có|phải|thể|biết|còn|đủ|đạt|thấy)")
_BOUND = later(r"(?<!\w)(?:phải|cần)\s$")
_CLOSING_FORMULA = later(
    r"(?:căn cứ (?:nội dung|ý kiến|các nội dung|văn bản|kết luận)[^,;]{0,80}(?:thực hiện|triển khai)|(?:thông báo|truyền đạt)[^;]{0,80}(?:biết,? )?(?:thực hiện|để biết))"
)
_QUESTION = later(
    r"(?<!\w)(?:có (?:nên|cần|phải)|liệu|vì sao|tại sao|như thế nào|thế nào|ra sao|bao giờ|khi nào|làm gì|là gì|hay không|bao nhiêu|phải chăng|đặt câu hỏi|ở đâu|đến đâu|bằng cách nào)(?!\w)"
)
_IMPERATIVE = later(r"(?:giao|yêu cầu|đề nghị|phân công)\s")
_TELLS_ON = later(r"(?:trực tiếp )?chỉ đạo\s")
# "cây nào rỗng gốc thì hạ luôn"
_CONDITION = later(
    r"(?:\w+(?: \w+)? nào|ai|nơi nào|hễ|nếu)\s[^,;]{2,70}?,?\sthì\s(?!là|được|đã|có|sẽ|không|mới|vẫn|càng|thôi|còn|bị)"
)
_COUNTS = later(
    r"\s\d[\d.,]*(?!\d|/)[^;]{0,60}?,?\s(?:ít|nhiều|hơn|kém|tăng|giảm|bằng|so|và \d)"
)  # "Giữ 18.620 bao, ít hơn …"
_TRIM = " ,;:.\n-–\"“”'"
_NEAR = 8  # characters between a task and the sentence that only tells its day
_LEAST = 12  # characters: fewer words name no task


@dataclass
class _Reader:
    doc: Layout
    today: date | None
    sector_at: SectorAt
    found: list[Directive] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)  # of `found`, in the searched text
    owner: tuple[str, ...] = ()
    paper: bool = False  # a notice, directive or telegram, where every body named is told something

    def read(self) -> None:
        listener = Listener(self.doc)
        sentences = iter(self.doc.sentences)
        sentence = next(sentences, None)
        for number, block in enumerate(self.doc.blocks):
            listener.enter(block)
            reads = self._enter(block, listener, last=number == len(self.doc.blocks) - 1)
            while sentence is not None and sentence.block == number:
                if reads:
                    self._sentence(max(sentence.start, block.body), sentence.end, listener)
                sentence = next(sentences, None)

    def _enter(self, block: Block, listener: Listener, *, last: bool) -> bool:
        """Whether the block's sentences are read; a heading is read only where it is a list item in disguise."""
        lower, composed = self.doc.lower, self.doc.composed
        if block.kind != "heading":
            if block.kind == "paragraph" and not block.lead:
                self.owner = ()
            self._lead(block, listener)
            return True
        words_end = block.body + len(lower[block.body : block.end].rstrip())
        bodies = bodies_at(lower, composed, block.body, words_end)
        if bodies and words_end - bodies.end <= 2 and not composed[block.body : words_end].isupper():
            self.owner = bodies.names
            return False
        if lower[words_end - 1 : words_end] == ":":
            return True
        self.owner = () if block.body == block.start else self.owner
        marked = block.body > block.start
        orders = listener.voice is Voice.ORDER or _IMPERATIVE.match(lower, block.body)
        return last or (marked and bool(orders))

    def _lead(self, block: Block, listener: Listener) -> None:
        if not block.lead or listener.voice is not Voice.ORDER:
            return
        lead = bodies_at(self.doc.lower, self.doc.composed, block.lead[0], block.lead[1])
        if lead and block.lead[1] - lead.end <= 2:
            self.owner = lead.names

    def _sentence(self, start: int, end: int, listener: Listener) -> None:
        lower = self.doc.lower
        if listener.voice is not Voice.ORDER and not _WORTH_READING.search(lower, start, end):
            return
        if self._finishes_last(start, end):
            return
        if lower.rfind("?", start, end) >= end - 2 and _QUESTION.search(lower, start, end):
            return
        before, listed = listener.voice, listener.lists
        turns = listener.hear(start, end)
        self.paper = listener.paper_orders or listener.sent
        place = listener.list_at
        if place is not None and not self._lists_tasks(place, end):
            place = None
        item = listed and not turns and place is None
        for piece in _pieces(start, end if place is None else place, before, turns):
            if place is None or (piece.turn is not None and piece.end < place):
                self._piece(piece._replace(listed=item))
        if place is not None:
            listener.voice = Voice.ORDER
            self._piece(_Piece(place, end, Voice.ORDER, None, listed=True))
        self._close(start, end, turns, listener, listed=listed)

    def _close(self, start: int, end: int, turns: list[Turn], listener: Listener, *, listed: bool) -> None:
        """After a sentence: one that opens a list names whom every item binds; inside a list the list goes on."""
        listener.close(start, end)
        if not listener.lists:
            listener.lists = listed
        elif turns and turns[-1].command:
            given = who.GIVEN_TO.match(self.doc.lower, turns[-1].verb_end, end)
            bodies = bodies_at(self.doc.lower, self.doc.composed, given.end() if given else turns[-1].verb_end, end)
            self.owner = bodies.names if bodies and end - bodies.end < 30 else self.owner

    def _lists_tasks(self, start: int, end: int) -> bool:
        """Whether half of the items after a colon are shaped as tasks: a body or a verb first, or a duty."""
        items = list(clauses(self.doc, start, end, listed=True))
        return 2 * sum(self._is_shaped(a, b) for a, b in items) >= len(items)

    def _is_shaped(self, start: int, end: int) -> bool:
        lower, composed = self.doc.lower, self.doc.composed
        own, _ = own_start(lower, composed, start, end)
        bodies = bodies_at(lower, composed, own, end)
        if bodies:
            return not _NOT_A_TASK.match(lower, bodies.end, end) and not accounts.reckons(lower, own, end)
        return bool(VERB.match(lower, own, end) or first_modal(lower, own, end)) and not accounts.tells(lower, own, end)

    def _finishes_last(self, start: int, end: int) -> bool:
        """ "Thời hạn: trước 30/6." after a task is that task's day."""
        if not self.places or start - self.places[-1][1] > _NEAR:
            return False
        if not is_finishing(self.doc.lower, start, end, self.doc.composed):
            return False
        self._stretch_last(end)
        return True

    def _stretch_last(self, end: int) -> None:
        start = self.places[-1][0]
        end = start + len(self.doc.lower[start:end].rstrip(_TRIM))
        self.places[-1] = (start, end)
        last = self.found[-1]
        deadline = read_deadline(self.doc.composed[start:end], self.today)
        self.found[-1] = replace(last, span=self.doc.span(start, end), deadline=deadline)

    def _piece(self, piece: _Piece) -> None:
        """Read one speaker's stretch of a sentence, clause by clause."""
        if piece.voice is Voice.TALK or (
            piece.voice is Voice.REPORT and not first_modal(self.doc.lower, piece.start, piece.end)
        ):
            return  # the report's own voice binds by "phải" alone
        turn = piece.turn
        told, said = self.owner, bool(self.owner)  # `said`: these bodies are named for this task, not inferred
        opened = False
        listed = piece.listed or bool(turn and turn.command)
        for number, (a, b) in enumerate(clauses(self.doc, piece.start, piece.end, listed=listed)):
            taken = self._take(a, b, piece, first=number == 0, opened=opened)
            if taken is None:
                continue
            if taken.names:
                told, said = taken.names, True
            elif turn is not None and not opened and (addressed := self._addressed(turn.subject)):
                told, said = addressed, True
            elif opened and told is not self.owner:
                said = False
            opened = True
            self._add(taken, told or self._last_names(piece.start), inferred=not said)

    def _take(self, start: int, end: int, piece: _Piece, *, first: bool, opened: bool) -> _Taken | None:
        if first and piece.turn is not None and piece.turn.command is not None:
            return self._commanded(piece.turn, start, end)
        if opened and self.doc.lower.startswith("; ", start - 2) and start > piece.start:
            return self._listed(start, end)
        if piece.voice is not Voice.ORDER:
            return self._ordered(start, end, goes_on=True, any_verb=True) if opened else self._neutral(start, end)
        if piece.listed:
            return self._listed(start, end)
        if piece.turn is not None and piece.turn.judges and not first_modal(self.doc.lower, start, end):
            return None
        goes_on = opened or bool(self.owner) or piece.whole
        return self._ordered(start, end, goes_on=goes_on, any_verb=self.paper or opened)

    def _listed(self, start: int, end: int) -> _Taken | None:
        """An item after "kết luận:": a task whatever its verb, unless it tells a result."""
        own, span_start = own_start(self.doc.lower, self.doc.composed, start, end)
        said = who.SPEAKING.match(self.doc.lower, own, end)
        if said and said["command"] and (taken := self._commanded(_item(own, said), said.end(), end)):
            return taken
        taken = self._ordered(start, end, goes_on=True, any_verb=True, bidden=True)
        if taken or accounts.tells(self.doc.lower, own, end):
            return taken
        bodies = bodies_at(self.doc.lower, self.doc.composed, own, end)
        return _Taken(span_start, end, own, bodies.names if bodies else ()) if end - own >= _LEAST else None

    def _addressed(self, subject: int) -> tuple[str, ...]:
        """ "Riêng Sở Y tế, ông đòi …": whom the words before the speaker single out."""
        lower = self.doc.lower
        sentence = self.doc.sentence_at(subject)
        found = _SINGLED_OUT.match(lower, sentence.start, subject) if sentence else None
        bodies = bodies_at(lower, self.doc.composed, found.end(), subject) if found else None
        return bodies.names if bodies and lower[bodies.end : bodies.end + 1] == "," else ()

    def _last_names(self, place: int) -> tuple[str, ...]:
        """The bodies told before, in the same block of the text."""
        if not self.found or "\n" in self.doc.lower[self.places[-1][1] : place]:
            return ()
        return self.found[-1].assignees

    def _add(self, taken: _Taken, names: tuple[str, ...], *, inferred: bool) -> None:
        composed = self.doc.composed
        end = taken.start + len(composed[taken.start : taken.end].rstrip(_TRIM))
        action = composed[taken.action : end].strip(_TRIM)
        if end - taken.start < _LEAST or _CLOSING_FORMULA.match(action.lower()):
            return
        deadline = read_deadline(composed[taken.start : end], self.today)
        span = self.doc.span(taken.start, end)
        self.found.append(
            Directive(span, names, inferred and bool(names), action, deadline, self.sector_at(taken.start))
        )
        self.places.append((taken.start, end))

    def _commanded(self, turn: Turn, start: int, end: int) -> _Taken | None:
        """The words after "yêu cầu", "giao", "muốn" …; None where they only judge ("lưu ý, thị trường có dấu hiệu …")."""
        lower, composed = self.doc.lower, self.doc.composed
        place = start + len(lower[start:end]) - len(lower[start:end].lstrip(" ,:"))
        apart = bool(set(lower[start:place]) & {",", ":"}) or lower.startswith(("rằng", "là "), place)
        command = turn.command or ""
        if apart or command in who.SOFT:
            listed = ":" in lower[start:place]
            return self._ordered(
                place, end, goes_on=apart, any_verb=self.paper or listed or not apart, bidden=not apart
            )
        given = who.GIVEN_TO.match(lower, place, end)
        bodies = bodies_at(lower, composed, given.end() if given else place, end) or bodies_at(
            lower, composed, place, end
        )
        if command.endswith((" gửi", " tới", " đến", " cho")) and not (bodies and lower.startswith(":", bodies.end)):
            return None  # "có văn bản gửi Bộ xin ý kiến" commands nothing; "… gửi các huyện: rà ngay …" does
        if command in who.NEEDS_BODY and not bodies and not (given and "nhiệm vụ" in given.group()):
            return None
        action = self._after_names(bodies.end, end) if bodies else place
        if end - action < 6 and not bodies:
            return None
        names = bodies.names + self._second_names(action, end) if bodies else ()
        return _Taken(turn.place, end, action, names)

    def _second_names(self, action: int, end: int) -> tuple[str, ...]:
        """ "giao Thứ trưởng A chỉ đạo Cục B xây dựng …": both are told."""
        found = _TELLS_ON.match(self.doc.lower, action, end)
        bodies = bodies_at(self.doc.lower, self.doc.composed, found.end(), end) if found else None
        return bodies.names if bodies else ()

    def _after_names(self, place: int, end: int) -> int:
        between = _BETWEEN.match(self.doc.lower, place, end)
        return between.end() if between else place

    def _ordered(
        self, start: int, end: int, *, goes_on: bool, any_verb: bool = False, bidden: bool = False
    ) -> _Taken | None:
        """A clause in an authority's voice: a duty, a body and its verb, a "phải", or the bare verb of a list."""
        lower, composed = self.doc.lower, self.doc.composed
        own, span_start = own_start(lower, composed, start, end)
        if own >= end:
            return None
        duty = self._duty(own, span_start, end)
        if duty:
            return duty
        bodies = bodies_at(lower, composed, own, end)
        bodies = bodies or self._bodies_joining(own, end)
        if bodies:
            taken = self._body_acts(bodies, span_start, end, any_verb=any_verb, bidden=bidden)
            if taken:
                return taken
        modal = first_modal(lower, own, end)
        if modal:
            subject = self._subject_of(own, modal.start())
            names = self._names_before(subject, modal.start())
            return _Taken(span_start if subject == own else subject, end, modal.end(), names)
        acts = VERB.match(lower, own, end) or (goes_on and _FORBIDDEN.match(lower, own, end))
        if goes_on and acts and not self._describes(own, end) and not _COUNTS.match(lower, acts.end()):
            return _Taken(span_start, end, own, ())
        if any_verb and _CONDITION.match(lower, own, end):
            return _Taken(span_start, end, own, bodies.names if bodies else ())
        return None

    def _bodies_joining(self, own: int, end: int) -> Bodies | None:
        """ "… thì cùng tổ công nghệ số vào cuộc": the bodies that join in."""
        if not self.doc.lower.startswith("cùng ", own):
            return None
        return bodies_at(self.doc.lower, self.doc.composed, own + 5, end)

    def _subject_of(self, own: int, modal: int) -> int:
        """ "điều quan trọng là mở cửa, do đó, các đơn vị cần phải …": the subject stands after the last comma."""
        comma = self.doc.lower.rfind(", ", own, modal)
        while comma >= 0:
            place, _ = own_start(self.doc.lower, self.doc.composed, comma + 2, modal)
            bodies = bodies_at(self.doc.lower, self.doc.composed, place, modal)
            if bodies and modal - bodies.end < 10 and not bodies_at(self.doc.lower, self.doc.composed, own, modal):
                first = self.doc.lower.rfind(", ", own, comma)
                before = bodies_at(self.doc.lower, self.doc.composed, first + 2, modal) if first >= 0 else None
                return first + 2 if before and before.end == bodies.end else place
            comma = self.doc.lower.rfind(", ", own, comma)
        return own

    def _names_before(self, start: int, modal: int) -> tuple[str, ...]:
        then = self.doc.lower.rfind(" thì ", start, modal)
        bodies = bodies_at(self.doc.lower, self.doc.composed, then + 5, modal) if then >= 0 else None
        bodies = bodies or bodies_at(self.doc.lower, self.doc.composed, start, then if then >= 0 else modal)
        if then >= 0 and bodies:
            return bodies.names
        return bodies.names if bodies and modal - bodies.end < 60 else ()

    def _describes(self, start: int, end: int) -> bool:
        comma = self.doc.lower.find(",", start, end)
        return bool(_SUBJECT_THEN_COPULA.search(self.doc.lower, start, comma if comma >= 0 else end))

    def _duty(self, own: int, span_start: int, end: int) -> _Taken | None:
        if not _DUTY_WORDS.search(self.doc.lower, own, end):
            return None
        found = _DUTY.search(self.doc.lower, own, end)
        if not found:
            return None
        bodies = bodies_at(
            self.doc.lower, self.doc.composed, found.end() + (self.doc.lower[found.end() : found.end() + 1] == " "), end
        )
        return _Taken(span_start, end, own, bodies.names if bodies else ())

    def _body_acts(self, bodies: Bodies, span_start: int, end: int, *, any_verb: bool, bidden: bool) -> _Taken | None:
        lower = self.doc.lower
        forbidden = any_verb and _FORBIDDEN.match(lower, bodies.end, end)
        if (_NOT_A_TASK.match(lower, bodies.end, end) and not forbidden) or lower[bodies.end : bodies.end + 1] in ":,":
            return None
        action = self._after_names(bodies.end, end)
        bound = VERB.match(lower, action, end) or _BOUND.search(lower, max(bodies.end, action - 7), action)
        if bound and bound.group() in _SAID and lower[bound.end() : bound.end() + 1] == ",":
            return None
        if bound and not bidden and self._counts_results(bodies.end, end):
            return None
        looks_back = accounts.reckons if bidden else accounts.tells
        if bound or (any_verb and end - action > 6 and not looks_back(lower, bodies.end, end)):
            return _Taken(span_start, end, action, bodies.names)
        return _Taken(span_start, end, action, bodies.names) if self._is_left_to_do(bodies, action, end) else None

    def _counts_results(self, start: int, end: int) -> bool:
        """ "toàn tỉnh trả được 412 tỷ đồng": a verb of tasks, but a result; a duty or a day makes it a task all the same."""
        if not accounts.counts_results(self.doc.lower, start, end) or first_modal(self.doc.lower, start, end):
            return False
        return not any(due.force != "urgency" for due in find_deadlines(self.doc.composed[start:end]))

    def _is_left_to_do(self, bodies: Bodies, action: int, end: int) -> bool:
        """ "Các doanh nghiệp tắt sóng 2G, xong trước ngày 16/9": no listed verb, but a body, an act and a day."""
        lower, composed = self.doc.lower, self.doc.composed
        if accounts.describes(lower, bodies.end, end) or accounts.tells(lower, bodies.end, end):
            return False
        if any(due.force != "urgency" for due in find_deadlines(composed[bodies.end : end])):
            return True
        named = composed[bodies.start : bodies.end] != lower[bodies.start : bodies.end]
        inside = any(letter.isupper() for letter in composed[bodies.start + 1 : bodies.end])
        return named and inside and end - action > _LEAST

    def _neutral(self, start: int, end: int) -> _Taken | None:
        """In the report's own voice only "X phải …, chậm nhất ngày …" binds: a body, a duty and a firm day."""
        lower, composed = self.doc.lower, self.doc.composed
        own, span_start = own_start(lower, composed, start, end)
        sent = who.SENDS_WORDS.match(lower, own, end)
        if sent:
            own = span_start = sent.end()
        bodies = bodies_at(lower, composed, own, end)
        if not bodies:
            return None
        any_of = lower.endswith(" nào", own, bodies.end)  # "đơn vị nào còn tạm ứng phải hoàn ứng …"
        if _NOT_A_TASK.match(lower, bodies.end, end) and not any_of and not lower.startswith(" được", bodies.end):
            return None
        modal = first_modal(lower, bodies.end, min(end, bodies.end + 60))
        if not modal or re.search(r"(?<!\w)(?:đã|đang|từng)(?!\w)", lower[bodies.end : modal.start()]):
            return None
        if modal.group() != "được yêu cầu" and not any(
            due.firm and due.force == "date" for due in find_deadlines(composed[span_start:end])
        ):
            return None
        return _Taken(span_start, end, modal.end(), bodies.names)


@dataclass(frozen=True)
class _Taken:
    """A clause taken for a directive: its stretch, where the action begins, and who is named."""

    start: int
    end: int
    action: int
    names: tuple[str, ...]


class _Piece(NamedTuple):
    """A stretch of a sentence in one voice, the turn that opens it, and whether it is the whole sentence."""

    start: int
    end: int
    voice: Voice
    turn: Turn | None
    whole: bool = False
    listed: bool = False  # the items after a formula such as "kết luận:"


def _item(place: int, said: re.Match[str]) -> Turn:
    """The turn that a commanding verb at the head of a list's item is: "giao Sở Xây dựng …"."""
    return Turn(place, said.end(), Voice.ORDER, said["command"], place)


def _pieces(start: int, end: int, before: Voice, turns: list[Turn]) -> Iterator[_Piece]:
    """The stretches of a sentence between its turns of voice."""
    first = turns[0].subject if turns else end
    if first > start:
        # "…, Bộ trưởng nhấn mạnh." puts the speaker after his words
        trailing = bool(turns) and turns[0].voice is Voice.ORDER and turns[0].verb_end >= end - 3
        yield _Piece(start, first, Voice.ORDER if trailing else before, None, whole=not turns)
    for number, turn in enumerate(turns):
        until = turns[number + 1].subject if number + 1 < len(turns) else end
        if until > turn.verb_end and turn.subject < end:
            yield _Piece(turn.verb_end, until, turn.voice, turn)


def read_directives(
    doc: Layout, event: Event | None = None, *, sector_at: SectorAt | None = None
) -> tuple[Directive, ...]:
    """All directives of a text, in order.

    `sector_at` gives the sector's contract name at a place of `doc.lower`; "khác" where it is not given.
    """
    sectors = sector_at or (lambda place: "khác")
    today = day_of(doc, event)
    reader = _Reader(doc, today, sectors)
    reader.read()
    listed = read_task_lists(doc, today, sectors)
    own = [row for row in reader.found if not any(_overlap(row, task) for task in listed)]
    return tuple(sorted([*own, *listed], key=lambda row: row.span.start))


def _overlap(one: Directive, other: Directive) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
