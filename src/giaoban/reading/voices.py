"""Whose words a sentence carries: an authority's order, somebody's talk, or the report's own voice.

"Phải" in a minister's closing speech assigns work; the same word in a talk at the same conference assigns nothing. So the
voice is followed from sentence to sentence: it turns where a speaker is named, and falls silent at headings of results.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from giaoban.reading.layout import Block, Layout


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


_UNIT = r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh|thành phố|tp\.?|huyện|quận|xã|phường|thị xã|quốc hội|nước|ủy ban|ban chỉ đạo)"
_LEADERS = (
    r"tổng bí thư|chủ tịch nước|phó thủ tướng|thủ tướng|bộ trưởng|thứ trưởng|"
    rf"(?:phó )?chủ tịch (?:thường trực )?(?={_UNIT})|(?:phó )?bí thư (?:tỉnh|thành|huyện|quận|đảng|thường|ban)"
    r"|(?:phó )?(?:chánh )?trưởng ban(?= chỉ đạo| tuyên giáo| cán sự)|lãnh đạo (?:bộ|tỉnh|thành phố|ubnd|ủy ban|sở|chính phủ|huyện|cục)"
    r"|người đứng đầu (?:ngành|chính phủ|bộ|tỉnh|thành phố|sở|ủy ban)|tư lệnh ngành|chủ tọa|người chủ trì|thống đốc"
    r"|(?:phó )?giám đốc (?=sở|công an|kho bạc)|(?:phó )?(?:tổng )?cục trưởng|ban cán sự(?: đảng)?|thường trực (?:tỉnh ủy|thành ủy|ban)"
    r"|tổng thanh tra|viện trưởng viện kiểm sát|chủ nhiệm (?:văn phòng|ủy ban)|trưởng đoàn(?: giám sát)?|chánh thanh tra"
)
_OFFICES = (
    r"chính phủ|văn phòng chính phủ|bộ|ubnd|ủy ban nhân dân|hđnd|sở|tổng cục|chi cục|cục|thanh tra|ban chỉ đạo|tỉnh ủy|thành ủy|huyện ủy"
    r"|ban thường vụ|văn phòng ubnd|văn phòng bộ|văn phòng|kho bạc|ngân hàng nhà nước|bảo hiểm xã hội|công an|ủy ban|tỉnh|thành phố|huyện|tp\.?"
    r"|hải quan|cơ quan thuế|vụ|hội đồng|đoàn kiểm tra|đoàn giám sát|tổ công tác|cơ quan này|cơ quan quản lý|nhà chức trách|ban tổ chức"
    r"|lãnh đạo|ban giám đốc"
)
_PAPERS = (
    r"công điện|chỉ thị|công văn|thông báo|văn bản|kết luận|quyết định|kế hoạch|nghị quyết|thông điệp|tờ lệnh|giấy mời|hướng dẫn|phiếu giao việc|biên bản"
)
_OTHERS = (
    r"đại diện|chuyên gia|đại biểu(?: quốc hội)?|cử tri|người dân|bạn đọc|khách hàng|doanh nghiệp|hiệp hội|liên minh|tập đoàn|công ty"
    r"|tổng công ty|(?:phó )?tổng giám đốc|(?:phó )?giám đốc|(?:phó )?vụ trưởng|(?:phó )?viện trưởng|(?:phó )?hiệu trưởng|(?:phó )?trưởng phòng"
    r"|giáo sư|tiến sĩ|gs|pgs|ts|ths|luật sư|nhà báo|nhà nghiên cứu|diễn giả|tác giả|bài viết|bài báo|nhiều ý kiến|một số ý kiến|có ý kiến"
    r"|ý kiến|dư luận|các đơn vị|đơn vị|địa phương|các sở|các bộ|nhà mạng|trường|viện|hội|tổ chức|ngân hàng|nhà đầu tư|(?:phó )?chủ tịch"
    r"|(?:phó )?tổng biên tập|phóng viên|sinh viên|nhà sáng lập|ceo|ông|bà|anh|chị|chúng ta|chúng tôi|tôi|chiến lược|đề án|luật|nghị định|thông tư"
    r"|quy hoạch|báo cáo|tham luận|nghiên cứu|khảo sát|hội thảo|người tiêu dùng|thị trường|kiểm toán|hộ dân|bên|ai"
)
_ROLE = re.compile(
    rf"(?<!\w)(?:(?P<leader>{_LEADERS})|(?P<other>{_OTHERS})|(?P<office>{_OFFICES})(?!\w\b)|(?P<paper>{_PAPERS}))(?!\w)"
)
# "của", "với", "do" before a post: it is spoken of, it does not speak; "trình Thủ tướng", "báo cáo Bộ trưởng" likewise.
_SPOKEN_OF = re.compile(r"(?<!\w)(?:của|với|trình|gửi|cho|báo cáo|cùng|từ|bởi|tới|đến|được|giúp|vào|thuộc|là|về|có|các|mời|để|kính gửi)\s?$")

COMMANDS = (
    "yêu cầu|chỉ đạo|giao|đề nghị|phân công|chỉ thị|ra lệnh|lệnh cho|đôn đốc|nhắc nhở|nhắc|quán triệt|ủy quyền|giục|hối thúc|thúc|đòi|muốn|mong muốn|mong"
    "|kêu gọi|lưu ý|gợi ý|buộc|quyết định giao|cắt cử|khoán|trao|đặt hàng|phát lệnh|hạ lệnh|ấn định|dặn|đặt ra yêu cầu|đưa ra yêu cầu|nêu yêu cầu|ra hạn|chốt|quy định|hướng dẫn|nghiêm cấm|cấm"
)
_SAYINGS = (
    "nhấn mạnh|cho rằng|cho biết|khẳng định|nhận định|nêu rõ|nêu|chỉ rõ|chỉ ra|kết luận|phát biểu|chia sẻ|đánh giá|phân tích|thông tin|bày tỏ|nói|lý giải"
    "|bình luận|nhìn nhận|cảnh báo|dự báo|kiến nghị|đề xuất|băn khoăn|đặt câu hỏi|hỏi|trả lời|giải đáp|trình bày|tham luận|có ý kiến|khuyến nghị|khuyến cáo|góp ý|lo ngại"
    "|ghi nhận|biểu dương|phản ánh|đặt vấn đề|giải thích|tin rằng|thẳng thắn|ghi rõ|nhắc lại|kỳ vọng|quả quyết|tâm sự|kể|phê bình|truyền đạt|thống nhất"
)
_SPEAKING = re.compile(rf"(?<!\w)(?:(?P<command>{COMMANDS})|(?P<saying>{_SAYINGS}))(?!\w)")
_ACCORDING = re.compile(r"(?<!\w)theo (?=(?:đồng chí |ông |bà )?(?P<who>\w+(?: \w+){0,3}))")
# Where these words are nouns or parts of other words.
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:theo|sự|ý kiến|phát biểu|ban|công tác|văn bản|lãnh đạo,|đáp ứng|các|những|nhiều|một số|mọi|đúng|nội dung|tinh thần|hồ sơ|tờ trình|đơn|xét"
    r"|căn cứ|quan điểm|thông điệp|bàn|chuyển|được|ngoại|đại|xã|tiếp thu|thực hiện(?: (?:sự|ý kiến|theo))?|trước|vượt|kịp thời|bắt|quyền|nhu cầu|do|với|cần|để|nếu|khi|phải|thông tin|nhiệm vụ"
    r"|ràng|mục|kết|bị|trực tiếp|giá|kế hoạch|dự toán|chỉ tiêu|việc|không|chưa|tự|cơ sở|cho|có|lời|quyết liệt|tập trung|tăng cường|lãnh đạo|số|kiến nghị,|mức|bảng|bảo đảm|phiếu|tiêu chuẩn|điều kiện)\s?$"
)
_NOUN_AFTER = re.compile(
    r"\s(?:của|dịch|thông|ban|lưu|tiếp|diện|nhận|hàng|thức|thoa|kết|hữu|ước|thương|hợp|phó|phối|điều hành|kỹ thuật|đặt ra|về việc|chất lượng|bức thiết|thực tiễn|mới|cao|chính đáng"
    r"|trên|này|đó|là|tiêu|chuyển|đất|thừa|dục|tuyến|động|tập|cảm|mùa|hội nghị|hội|tại hội nghị|tại cuộc họp|tại phiên họp|điện|học|xe)(?!\w)"
)
_PAST = re.compile(r"(?<!\w)(?:đã|từng|vừa qua đã|luôn|thường|thường xuyên|tích cực|kịp thời|chủ động|đã kịp thời|đang)\s(?:có văn bản |ban hành văn bản |kịp thời |chủ động |trực tiếp |ký (?:văn bản|công văn|quyết định)(?: \S+){0,4} )?$")
_SUBJECT_REACH = 170

_RESULTS = re.compile(
    r"(?<!\w)(?:kết quả|hoạt động nổi bật|nổi bật|tình hình|thực trạng|đánh giá chung|tồn tại|hạn chế|nguyên nhân|khó khăn|thuận lợi|ưu điểm|thành tựu|số liệu|tổng quan"
    r"|tham luận|ý kiến thảo luận|thảo luận|ý kiến đại biểu|hỏi đáp|kiến nghị|đề xuất|phương hướng|dự kiến|nhiệm vụ trọng tâm|kế hoạch công tác|chương trình công tác)(?!\w)"
)
_PETITIONS = re.compile(r"(?<!\w)(?:kiến nghị|đề xuất)(?!\w)")
_ORDERS = re.compile(
    r"(?<!\w)(?:kết luận|ý kiến chỉ đạo|chỉ đạo của|yêu cầu|giao nhiệm vụ|phân công|tổ chức thực hiện|nhiệm vụ giao|nhiệm vụ được giao|giao việc|chỉ thị|công điện)(?!\w)"
)
# A paper that orders: its name stands alone on a line, or its first lines say whose conclusion it is.
_ORDERING_PAPER = re.compile(
    r"(?m)^\W*(?:công điện|chỉ thị|(?:thông báo )?(?:kết luận|ý kiến (?:chỉ đạo|kết luận))|kết luận chỉ đạo|phiếu giao việc)(?:$|\s(?:của|tại|số|về|khẩn|v/v))"
    r"|thông báo\s(?:về\s)?(?:kết luận|ý kiến (?:chỉ đạo|kết luận))"
)
_COLON_OPENS_ORDERS = re.compile(
    r"(?:kết luận|chỉ đạo|yêu cầu|giao|đề nghị|ý kiến|phân công|quyết nghị|thống nhất|nhiệm vụ|nhấn mạnh|lưu ý|cần|phải)[^.;:]{0,120}:\s*$"
)
_SCENE_CHANGES = re.compile(
    r"(?:tại|cũng tại|trong khuôn khổ|dự|tham dự|phát biểu tham luận|cùng dự|trước đó|cùng ngày|các câu hỏi|hội nghị (?:đã|cũng)|theo báo cáo|báo cáo tại|trình bày"
    r"|sau (?:khi nghe|phần)|các đại biểu|cũng trong|tham luận|phần thảo luận|phiên thảo luận|thảo luận)(?!\w)"
)
_TALKS = re.compile(r"(?<!\w)(?:trình bày tham luận|tham luận(?: tại| của| về|:)|phát biểu tham luận|phiên thảo luận|thảo luận tại|góc nhìn|chuyên gia)(?!\w)")


@dataclass
class Listener:
    """Follows the voice through a text; hand it the blocks and sentences in order."""

    doc: Layout
    voice: Voice = Voice.REPORT
    petition: bool = False  # under a heading of petitions "đề nghị" asks upward
    paper_orders: bool = False
    _names: dict[str, Voice] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.paper_orders = bool(_ORDERING_PAPER.search(self.doc.lower, 0, 1500))
        if self.paper_orders:
            self.voice = Voice.ORDER

    def enter(self, block: Block) -> None:
        """Take note of a new block: headings turn the voice, and a change of scene ends a speech."""
        words = self.doc.lower[block.body : block.end]
        if block.kind == "heading":
            self._enter_heading(words.rstrip())
        elif _SCENE_CHANGES.match(words) and not self.paper_orders:
            self.voice = Voice.REPORT

    def _enter_heading(self, words: str) -> None:
        if words.endswith(":"):
            return
        if _ORDERS.search(words) and not _PETITIONS.search(words):
            self.voice, self.petition = (Voice.ORDER if len(words) < 90 and "hội nghị" not in words[-12:] else self.voice), False
        elif _TALKS.search(words):
            self.voice = Voice.TALK
        elif _RESULTS.search(words):
            keeps = self.paper_orders and "nhiệm vụ" in words
            self.voice = Voice.ORDER if keeps else Voice.REPORT
            self.petition = bool(_PETITIONS.search(words))

    def hear(self, start: int, end: int) -> list[Turn]:
        """The turns of voice inside one sentence, in order; the voice stays turned afterwards."""
        turns = []
        lower = self.doc.lower
        talk = _TALKS.search(lower, start, min(end, start + 60))
        if talk:
            self.voice = Voice.TALK
            turns.append(Turn(talk.start(), talk.end(), Voice.TALK, None, talk.start()))
        floor = start
        for said in _SPEAKING.finditer(lower, start, end):
            turn = self._turn(said, floor, start)
            if turn:
                turns.append(turn)
                self.voice = turn.voice
                floor = turn.verb_end
        return turns

    def close(self, start: int, end: int) -> None:
        """After a sentence: "… có ý kiến như sau:" hands the floor to what follows."""
        tail = self.doc.lower[max(start, end - 200) : end].rstrip()
        if tail.endswith(":") and self.voice is not Voice.TALK and _COLON_OPENS_ORDERS.search(tail) and not self.petition:
            self.voice = Voice.ORDER

    def _turn(self, said: re.Match[str], floor: int, start: int) -> Turn | None:
        lower = self.doc.lower
        command, place = said["command"], said.start()
        if _NOUN_BEFORE.search(lower, max(start, place - 40), place) or (_NOUN_AFTER.match(lower, said.end()) and command):
            return None
        role = _speaker(lower, max(floor, place - _SUBJECT_REACH), place)
        if role is None:
            return self._turn_without_speaker(said, floor, start)
        voice = self._voice_of(role, command, place)
        if voice is Voice.ORDER and _PAST.search(lower, max(start, place - 60), place) and self._is_account(role, place):
            return Turn(place, said.end(), Voice.REPORT, None, role.start())
        if voice is Voice.REPORT:
            command = None
        return Turn(place, said.end(), voice, command if voice is Voice.ORDER else None, role.start())

    def _is_account(self, role: re.Match[str], place: int) -> bool:
        """ "Bộ đã chỉ đạo …" accounts for what was done; "Bộ trưởng đã yêu cầu …" in news of a meeting does not."""
        return not (role["leader"] and self.voice is Voice.ORDER) and not self._in_news(role)

    def _in_news(self, role: re.Match[str]) -> bool:
        return bool(role["leader"]) and not re.search(
            r"(?:thời gian qua|trong (?:tháng|quý|năm|kỳ)|trước đó|năm 20\d\d,)", self.doc.lower[max(0, role.start() - 60) : role.start()]
        )

    def _turn_without_speaker(self, said: re.Match[str], floor: int, start: int) -> Turn | None:
        """A command at the head of its clause: the speaker is the one who spoke before, or the paper itself."""
        lower = self.doc.lower
        lead = lower[floor : said.start()]
        if not said["command"] or not _CLAUSE_HEAD.search(lead) or self.voice is Voice.TALK:
            return None
        if self.voice is Voice.ORDER or (_IMPERATIVE_HEAD.fullmatch(lower[start : said.start()]) and not self.petition):
            if said["command"] in ("quy định", "hướng dẫn", "mong", "muốn", "chỉ đạo", "đôn đốc", "chốt", "đòi", "trao") and self.voice is not Voice.ORDER:
                return None
            if said["command"] in ("quy định", "hướng dẫn", "đôn đốc", "quán triệt", "nhắc nhở", "mong", "muốn", "cấm", "chốt", "trao", "buộc"):
                return None
            return Turn(said.start(), said.end(), Voice.ORDER, said["command"], said.start())
        return None

    def _voice_of(self, role: re.Match[str], command: str | None, place: int) -> Voice:
        if role["leader"]:
            return Voice.ORDER
        if role["other"]:
            return self._voice_of_person(role, place)
        if role["paper"]:
            return Voice.ORDER if command and command not in ("quy định", "hướng dẫn", "muốn", "mong") else self.voice
        asks_up = command == "đề nghị" and self.petition
        if command and command not in ("quy định", "hướng dẫn", "quán triệt") and not asks_up:
            return Voice.ORDER
        return self.voice if self.voice is not Voice.TALK else Voice.REPORT

    def _voice_of_person(self, role: re.Match[str], place: int) -> Voice:
        """ "Ông", "bà" alone go on speaking as before; a new name or another post is a talk."""
        bare = role["other"] in ("ông", "bà", "đồng chí")
        if bare and not self.doc.composed[role.end() + 1 : role.end() + 2].isupper():
            return self.voice
        if bare:
            name = self.doc.lower[role.end() : place].strip(" ,").split(",")[0]
            return self._names.get(name.split(" ")[-1] if name else "", Voice.TALK)
        return Voice.TALK

    def remember(self, name: str) -> None:
        """A leader's name: "ông Long" later is the same person."""
        self._names[name.lower().split(" ")[-1]] = Voice.ORDER


_CLAUSE_HEAD = re.compile(r"(?:^|[,;:.\n]\s?|\d[.)]\s?|-\s?|\b(?:và|đồng thời|cũng|cũng đã|tiếp tục|trước hết|theo đó)\s?)\s*$")
_IMPERATIVE_HEAD = re.compile(r"[\s\-–+*•\d.)(a-zđ/]{0,8}")


def _speaker(lower: str, start: int, place: int) -> re.Match[str] | None:
    """The post or body that speaks at `place`: the last one named before it, taken from its first word."""
    semicolon = lower.rfind(";", start, place)
    roles = [found for found in _ROLE.finditer(lower, semicolon + 1 if semicolon >= 0 else start, place)]
    while roles:
        first = len(roles) - 1
        while first > 0 and _adjoins(lower, roles[first - 1], roles[first]):
            first -= 1
        head = roles[first]
        if not _SPOKEN_OF.search(lower, max(0, head.start() - 12), head.start()):
            return head
        roles = roles[:first]
    return None


def _adjoins(lower: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """ "đại diện | Văn phòng | Chính phủ", "Bộ trưởng | Bộ TT&TT": one naming, spoken for by its first word."""
    between = lower[left.end() : right.start()]
    return len(between) <= 40 and "," not in between and between.count(" ") <= 5 and not re.search(r"\b(?:và|cùng|để|trình|thì)\b", between)
