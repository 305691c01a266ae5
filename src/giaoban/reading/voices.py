"""Whose words a sentence carries: an authority's order, somebody's talk, or the report's own voice.

"Phải" in a minister's closing speech assigns work; the same word in a talk at the same conference assigns nothing. So the
voice is followed from sentence to sentence: it turns where a speaker is named, and falls silent at headings of results.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from giaoban.reading import speakers as who
from giaoban.reading.assignees import bodies_at
from giaoban.reading.formulas import list_after_paper, list_after_verb
from giaoban.reading.layout import Block, Layout
from giaoban.reading.patterns import later


class Voice(Enum):
    """Who speaks: the report itself, somebody who can give orders, or somebody who only has an opinion."""

    REPORT = "report"
    ORDER = "order"
    TALK = "talk"


class Turn(NamedTuple):
    """From `place` on the text speaks in `voice`; `verb_end` is where the speaking verb ends."""

    place: int
    verb_end: int
    voice: Voice
    command: str | None  # the commanding verb, where the turn is one
    subject: int  # where the speaker's naming begins
    led: bool = True  # by a person or paper that orders offices; False where an office writes to others
    judges: bool = False  # "khen", "nhận xét": what follows tells how it was done


_OPENING = 150  # characters of a block that tell its scene: a heading is no longer
_ADDRESSED = 4  # characters: "giao | Chánh Văn phòng đôn đốc" names whom it tells, who does not speak
_SUBJECT_REACH = 170  # characters between a speaker and the verb

_PAST = later(
    r"(?<!\w)(?:đã|từng|luôn|thường|thường xuyên|tích cực|kịp thời|chủ động|đang)\s"
    r"(?:có văn bản |ban hành văn bản |kịp thời |chủ động |trực tiếp |ký (?:văn bản|công văn|quyết định)(?: \S+){0,4} )?$"
)
# "Năm 2022, UBND yêu cầu …": a period at the head of a body's sentence makes it an account.
_OF_A_PERIOD = later(
    r"\s*(?:(?:trong )?(?:năm|tháng|quý|\d{1,2} tháng)\s[^,;]{0,40}|thời gian qua|vừa qua|trước đó|nửa đầu năm[^,;]{0,20}),\s"
)
_EARLIER = later(r"(?<!\w)(?:thời gian qua|trong (?:tháng|quý|năm|kỳ)|trước đó|năm 20\d\d,|năm qua)(?!\w)")
_AT_A_MEETING = later(r"(?<!\w)(?:tại|phát biểu|kết luận|hội nghị|cuộc họp|buổi|phiên|hôm nay|sáng|chiều|ngày)(?!\w)")
_CLAUSE_HEAD = later(
    r"(?:^|[,;:.\n]\s?|\d[.)]\s?|-\s?|(?<!\w)(?:và|đồng thời|cũng|cũng đã|tiếp tục|trước hết|theo đó)\s?)\s*$"
)
_IMPERATIVE_HEAD = later(r"[\s\-–+*•\d.)(]*")

_RESULTS = later(
    r"(?<!\w)(?:kết quả|hoạt động nổi bật|nổi bật|tình hình|thực trạng|đánh giá chung|tồn tại|hạn chế|nguyên nhân|khó khăn"
    r"|thuận lợi|ưu điểm|thành tựu|số liệu|tổng quan|tham luận|ý kiến thảo luận|thảo luận|ý kiến đại biểu|hỏi đáp|kiến nghị"
    r"|đề xuất|phương hướng|dự kiến|nhiệm vụ trọng tâm|kế hoạch công tác|chương trình công tác)(?!\w)"
)
_PETITIONS = later(r"(?<!\w)(?:kiến nghị|đề xuất)(?!\w)")
_ORDERS = later(
    r"(?<!\w)(?:kết luận|ý kiến chỉ đạo|chỉ đạo của|yêu cầu|giao nhiệm vụ|phân công|tổ chức thực hiện|nhiệm vụ giao"
    r"|nhiệm vụ được giao|giao việc|chỉ thị|công điện)(?!\w)"
)
_LONGEST_HEADING = 90  # a longer "heading" with such words is a caption: "Bộ trưởng phát biểu chỉ đạo hội nghị …"
# A paper that orders: its name stands alone on a line, or its first lines say whose conclusion it is.
_ORDERING_PAPER = later(
    r"(?m)^\W*(?:công điện|chỉ thị|(?:thông báo )?(?:kết luận|ý kiến (?:chỉ đạo|kết luận))|kết luận chỉ đạo|phiếu giao việc)"
    r"(?:$|\s(?:của|tại|số|về|khẩn|v/v))|thông báo\s(?:về\s)?(?:kết luận|ý kiến (?:chỉ đạo|kết luận))"
)
_FIRST_PAGE = 1500  # characters
_COLON_OPENS_ORDERS = later(
    r"(?:kết luận|chỉ đạo|yêu cầu|giao|đề nghị|ý kiến|phân công|quyết nghị|thống nhất|nhiệm vụ|nhấn mạnh|lưu ý|cần|phải)"
    r"[^.;:]{0,120}:\s*$"
)
_SCENE_CHANGES = later(
    r"(?:tại|cũng tại|trong khuôn khổ|dự|tham dự|phát biểu tham luận|cùng dự|trước đó|cùng ngày|các câu hỏi"
    r"|hội nghị (?:đã|cũng)|theo báo cáo|báo cáo tại|trình bày|sau (?:khi nghe|phần)|các đại biểu|cũng trong|tham luận"
    r"|phần thảo luận|phiên thảo luận|thảo luận)(?!\w)"
)
_TALKS = later(
    r"(?<!\w)(?:trình bày tham luận|tham luận(?: tại| của| về|:)|phát biểu tham luận|phiên thảo luận|thảo luận tại|góc nhìn"
    r"|chuyên gia)(?!\w)"
)

_TALK_WORDS = ("tham luận", "thảo luận", "góc nhìn", "chuyên gia")


@dataclass
class Listener:
    """Follows the voice through a text; hand it the blocks and sentences in order."""

    doc: Layout
    voice: Voice = Voice.REPORT
    led: bool = True  # the order in force is a leader's or a paper's, which offices obey
    paper_orders: bool = False  # the whole text is a notice, directive or telegram
    list_at: int | None = None  # in the sentence last heard, where a list of tasks begins after its formula
    sent: bool = False  # a leader has just sent a paper, and the text goes on with its words
    lists: bool = False  # the items that follow are the tasks of a formula such as "yêu cầu:"
    _petition: bool = False  # under a heading of petitions "đề nghị" asks upward
    _in_list: bool = False
    _leaders: set[str] = field(default_factory=set)  # posts that have led, so that "Chủ tịch" alone is known again
    _names: set[str] = field(default_factory=set)  # their given names, so that "ông Long" is known again
    _leader_named: bool = False  # whom "ông", "bà" alone stand for

    def __post_init__(self) -> None:
        self.paper_orders = bool(_ORDERING_PAPER.search(self.doc.lower, 0, _FIRST_PAGE))
        if self.paper_orders:
            self.voice = Voice.ORDER

    def enter(self, block: Block) -> None:
        """Take note of a new block: headings turn the voice, and a change of scene ends a speech."""
        words = self.doc.lower[block.body : min(block.end, block.body + _OPENING)].rstrip()
        self._in_list = block.body > block.start and block.kind != "paragraph"
        self.lists = self.lists and block.kind == "item"
        self.sent = self.sent and block.kind != "heading"
        if block.kind == "heading":
            self._enter_heading(words)
        elif _SCENE_CHANGES.match(words) and not self.paper_orders:
            self.voice = Voice.REPORT

    def _enter_heading(self, words: str) -> None:
        if words.endswith(":"):
            return
        if _ORDERS.search(words) and not _PETITIONS.search(words):
            self._petition = False
            if len(words) < _LONGEST_HEADING and not words.endswith("hội nghị"):
                self.voice = Voice.ORDER
        elif _TALKS.search(words):
            self.voice = Voice.TALK
        elif _RESULTS.search(words):
            self.voice = Voice.ORDER if self.paper_orders and "nhiệm vụ" in words else Voice.REPORT
            self._petition = bool(_PETITIONS.search(words))

    def hear(self, start: int, end: int) -> list[Turn]:
        """The turns of voice inside one sentence, in order; the voice stays turned afterwards."""
        turns: list[Turn] = []
        subject = who.ROLE.match(self.doc.lower, start, end)
        if subject and (subject["leader"] or subject["other"] not in who.PRONOUNS):
            self._leader_named = bool(subject["leader"])
        opening = self.doc.lower[start : min(end, start + 60)]
        talk = _TALKS.search(opening) if any(word in opening for word in _TALK_WORDS) else None
        if talk:
            place = start + talk.start()
            self._take(Turn(place, start + talk.end(), Voice.TALK, None, place), turns)
        self.list_at = None
        according = self._according(start, end)
        if according:
            self._take(according, turns)
        floor = according.verb_end if according else start
        self.list_at = list_after_paper(self.doc.lower, start, end) or self._words_sent(start, end)
        listed = end if self.list_at is None else self.list_at  # who is named in a list is told, and does not speak
        for said in who.spoken(self.doc.lower, start, end):
            if said.start() > listed:
                break
            turn = self._turn(said, floor, start)
            if turn and not (turns and turns[-1].command and turn.subject - turns[-1].verb_end < _ADDRESSED):
                self._take(turn, turns)
                floor = turn.verb_end
                listed = min(listed, self._open_list(turn, end))
        return turns

    def _words_sent(self, start: int, end: int) -> int | None:
        """ "Thủ tướng ký văn bản hỏa tốc, theo đó …": where the paper's own words begin."""
        if who.THUS.search(self.doc.lower, start, end) is None:
            return None
        sent = who.SENDS_WORDS.search(self.doc.lower, start, end)
        if not sent or not sent["thus"] or _PAST.search(self.doc.lower, start, sent.start("thus")):
            return None
        return sent.end()

    def _open_list(self, turn: Turn, end: int) -> int:
        """Where the list begins that a turn opens ("kết luận: …; …", "chốt việc: …"), `end` where it opens none.

        Where somebody is told before the colon, the whole list binds him, and it is read as his order goes on.
        """
        opens = turn.voice is Voice.ORDER and not turn.judges
        place = list_after_verb(self.doc.lower, turn.verb_end, end) if opens else None
        if place is None:
            return end
        if not bodies_at(self.doc.lower, self.doc.composed, turn.verb_end + 1, place):
            self.list_at = place
        return place

    def close(self, start: int, end: int) -> None:
        """After a sentence: "… có ý kiến như sau:" hands the floor to what follows."""
        tail = self.doc.lower[max(start, end - 200) : end].rstrip()
        if self.voice is Voice.REPORT and who.PAPER_AT_END.search(tail) and who.SENDS_PAPER.search(tail.rstrip(" .")):
            self.voice, self.sent = Voice.ORDER, True
        self.lists = False
        if not tail.endswith(":") or self.voice is Voice.TALK or self._petition:
            return
        if _COLON_OPENS_ORDERS.search(tail):
            self.voice = Voice.ORDER
            self.lists = True

    def _take(self, turn: Turn, turns: list[Turn]) -> None:
        turns.append(turn)
        self.voice, self.sent = turn.voice, False
        if turn.voice is Voice.ORDER:
            self.led = turn.led

    def _according(self, start: int, end: int) -> Turn | None:
        """ "Theo Bộ trưởng, phải đo lường chính xác": a speaker without a verb."""
        lower = self.doc.lower
        place = lower.find("theo ", start, min(end, start + 150))
        found = who.ACCORDING_TO.search(lower, place, min(end, start + 150)) if place >= 0 else None
        role = who.ROLE.match(lower, found.end(), end) if found else None
        comma = lower.find(",", role.end(), role.end() + 60) if role else -1
        if not found or not role or comma < 0 or role["paper"] or role["other"] in who.WRITINGS:
            return None
        voice = Voice.REPORT
        if role["leader"]:
            voice = Voice.ORDER
        elif role["other"]:
            voice = self._voice_of_person(role, comma)
        return Turn(found.start(), comma + 1, voice, None, found.start())

    def _turn(self, said: re.Match[str], floor: int, start: int) -> Turn | None:
        lower, place = self.doc.lower, said.start()
        if self._is_noun(said, start) or (said["command"] in who.HANDING_OVER and not self._hands_over(said.end())):
            return None
        role = who.speaker(lower, max(floor, place - _SUBJECT_REACH), place)
        if role is None:
            return self._turn_without_speaker(said, floor, start)
        if self._is_told(role, said):
            return None
        voice = self._voice_of(role, said)
        if voice is self.voice and not said["command"] and (role["office"] or role["paper"]):
            return None
        if voice is Voice.ORDER and self._is_account(role, start, place):
            voice = Voice.REPORT
        led = self.led if role["other"] else not role["office"]
        command = said["command"] if voice is Voice.ORDER else None
        return Turn(place, said.end(), voice, command, role.start(), led, said.group() in who.JUDGEMENTS)

    def _is_noun(self, said: re.Match[str], start: int) -> bool:
        """ "phát biểu chỉ đạo", "theo yêu cầu của": the word names a thing, nobody speaks it."""
        before = self.doc.lower[max(start, said.start() - 40) : said.start()]
        if who.NOUN_BEFORE.search(before) and not who.SENT_OUT.search(before):
            return True
        return bool(said["command"] and who.NOUN_AFTER.match(self.doc.lower, said.end()))

    def _hands_over(self, place: int) -> bool:
        """Whether "giao" is followed by somebody who is given the work: "dự toán tỉnh giao" hands nothing over."""
        lower = self.doc.lower
        given = who.GIVEN_TO.match(lower, place)
        at = given.end() if given else place
        return (given is not None and "nhiệm vụ" in given.group()) or (
            bodies_at(lower, self.doc.composed, at, len(lower)) is not None
        )

    def _is_told(self, role: re.Match[str], said: re.Match[str]) -> bool:
        """Inside a leader's order "Văn phòng đôn đốc các đơn vị" is the office's task, not its command."""
        if self.voice is not Voice.ORDER or not (self.led or self.paper_orders):
            return False
        if role["leader"]:
            return who.MANY.match(self.doc.lower, role.end()) is not None
        if role["office"]:
            return self._in_list or role["office"] not in who.HIGH_OFFICES
        return role["other"] in who.ORGANISATIONS and bool(said["command"] or said.group() in who.ALSO_TASKS)

    def _is_account(self, role: re.Match[str], start: int, place: int) -> bool:
        """ "Bộ đã chỉ đạo …" accounts for what was done; "Bộ trưởng đã yêu cầu …" in news of a meeting does not."""
        lower = self.doc.lower
        if role["office"] and _OF_A_PERIOD.fullmatch(lower, start, role.start()):
            return True
        if not _PAST.search(lower, max(start, place - 60), place):
            return False
        if not role["leader"]:
            return True
        before = lower[max(0, role.start() - 90) : role.start()]
        return bool(_EARLIER.search(before)) or not (self.voice is Voice.ORDER or _AT_A_MEETING.search(before))

    def _turn_without_speaker(self, said: re.Match[str], floor: int, start: int) -> Turn | None:
        """A command at the head of its clause: the speaker is the one who spoke before, or the paper itself."""
        lower, command = self.doc.lower, said["command"]
        if not command or self.voice is Voice.TALK or command in who.NEVER_ALONE:
            return None
        if not _CLAUSE_HEAD.search(lower[floor : said.start()]) or who.SPEAKER_FOLLOWS.match(lower, said.end()):
            return None
        if self.voice is not Voice.ORDER:
            opens = _IMPERATIVE_HEAD.fullmatch(lower, start, said.start())
            if not opens or self._petition or command in who.RARELY_ALONE:
                return None
        return Turn(said.start(), said.end(), Voice.ORDER, command, said.start(), self.led)

    def _voice_of(self, role: re.Match[str], said: re.Match[str]) -> Voice:
        command = said["command"]
        if role["leader"]:
            self._remember(role, said.start())
            return Voice.TALK if said.group() in who.QUESTIONS else Voice.ORDER
        if role["head"]:
            return Voice.TALK if said.group() in who.OPINIONS else Voice.ORDER
        if role["other"]:
            if self.voice is not Voice.TALK and who.commands_below(self.doc.lower, role["other"], command, said.end()):
                return Voice.ORDER
            return self._voice_of_person(role, said.start())
        if role["paper"]:
            return Voice.ORDER if command and command not in who.WISHES else self.voice
        asks_upward = command == "đề nghị" and self._petition
        if command and command != "quán triệt" and not asks_upward:
            return Voice.ORDER
        return Voice.REPORT if self.voice is Voice.TALK else self.voice

    def _voice_of_person(self, role: re.Match[str], place: int) -> Voice:
        """ "Ông", "bà" alone go on speaking as before; another name or post is a talk."""
        if role["other"] in self._leaders and not who.HEADS_A_FIRM.match(self.doc.lower, role.end()):
            return Voice.ORDER
        if role["other"] not in who.PRONOUNS:
            return Voice.TALK
        name = _given_name(self.doc.composed[role.end() : place])
        if name is None:
            return Voice.ORDER if self._leader_named and self.voice is Voice.REPORT else self.voice
        return Voice.ORDER if name in self._names else Voice.TALK

    def _remember(self, role: re.Match[str], place: int) -> None:
        self._leaders |= {role["leader"], " ".join(role["leader"].split()[:2])}
        name = _given_name(self.doc.composed[role.end() : place])
        if name:
            self._names.add(name)


def _given_name(words: str) -> str | None:
    """The last capital word before the verb: "Bộ TT&TT Phan Văn Tú cũng" → "Tú"."""
    capitals = [word for word in words.split(",")[0].split() if word[0].isupper()]
    return capitals[-1] if capitals else None
