"""Whose words a sentence carries: an authority's order, somebody's talk, or the report's own voice.

"Phải" in a minister's closing speech assigns work; the same word in a talk at the same conference assigns nothing. So the
voice is followed from sentence to sentence: it turns where a speaker is named, and falls silent at headings of results.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from giaoban.reading.assignees import bodies_at
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
    led: bool = True  # by a person or paper that orders offices; False where an office writes to others


_UNIT = r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh|thành phố|tp\.?|huyện|quận|xã|phường|thị xã|quốc hội|nước|ủy ban|ban chỉ đạo)"
_LEADERS = (
    r"tổng bí thư|chủ tịch nước|phó thủ tướng|thủ tướng|bộ trưởng|thứ trưởng|"
    rf"(?:phó )?chủ tịch(?: thường trực)?(?= {_UNIT})|(?:phó )?bí thư (?:tỉnh|thành|huyện|quận|đảng|thường|ban)"
    r"|(?:phó )?(?:chánh )?trưởng ban(?= chỉ đạo| tuyên giáo| cán sự)|lãnh đạo (?:bộ|tỉnh|thành phố|ubnd|ủy ban|chính phủ)"
    r"|người đứng đầu (?:ngành|chính phủ|bộ|tỉnh|thành phố|ủy ban)|tư lệnh ngành|chủ tọa|người chủ trì|thống đốc"
    r"|ban cán sự(?: đảng)?|thường trực (?:tỉnh ủy|thành ủy|ban)"
    r"|tổng thanh tra|viện trưởng viện kiểm sát|chủ nhiệm (?:văn phòng|ủy ban)"
)
# Heads of agencies give orders, but what they merely think assigns nothing.
_HEADS = (
    r"(?:phó )?giám đốc(?= sở| công an| kho bạc)|(?:phó )?(?:tổng )?cục trưởng|chánh thanh tra|lãnh đạo (?:sở|huyện|cục)|trưởng đoàn(?: giám sát)?"
    r"|(?:phó )?chánh văn phòng|người đứng đầu sở"
)
_OPINIONS = frozenset(
    [
        "cho rằng",
        "cho biết",
        "nhìn nhận",
        "nhận định",
        "chia sẻ",
        "đánh giá",
        "phân tích",
        "nói",
        "bày tỏ",
        "lý giải",
        "bình luận",
        "tin rằng",
        "kiến nghị",
        "đề xuất",
        "thông tin thêm",
        "giải thích",
        "trả lời",
        "tâm sự",
        "kể",
        "cảnh báo",
        "dự báo",
        "khuyến cáo",
        "khuyến nghị",
        "trình bày",
        "phản ánh",
    ]
)
_OFFICES = (
    r"chính phủ|văn phòng chính phủ|bộ|ubnd|ủy ban nhân dân|hđnd|sở|tổng cục|chi cục|cục|thanh tra|ban chỉ đạo|tỉnh ủy|thành ủy|huyện ủy"
    r"|ban thường vụ|văn phòng ubnd|văn phòng bộ|văn phòng|kho bạc|ngân hàng nhà nước|bảo hiểm xã hội|công an|ủy ban|tỉnh|thành phố|huyện|tp\.?"
    r"|hải quan|cơ quan thuế|vụ|hội đồng|đoàn kiểm tra|đoàn giám sát|tổ công tác|cơ quan này|cơ quan quản lý|nhà chức trách|ban tổ chức"
    r"|lãnh đạo|ban giám đốc"
)
_PAPERS = r"công điện|chỉ thị|công văn|thông báo|văn bản|kết luận|quyết định|kế hoạch|nghị quyết|thông điệp|tờ lệnh|giấy mời|hướng dẫn|phiếu giao việc|biên bản"
_OTHERS = (
    r"đại diện|chuyên gia|đại biểu(?: quốc hội)?|cử tri|người dân|bạn đọc|khách hàng|doanh nghiệp|hiệp hội|liên minh|tập đoàn|công ty"
    r"|tổng công ty|(?:phó )?tổng giám đốc|(?:phó )?giám đốc|(?:phó )?vụ trưởng|(?:phó )?viện trưởng|(?:phó )?hiệu trưởng|(?:phó )?trưởng phòng"
    r"|giáo sư|tiến sĩ|gs|pgs|ts|ths|luật sư|nhà báo|nhà nghiên cứu|diễn giả|tác giả|bài viết|bài báo|nhiều ý kiến|một số ý kiến|có ý kiến"
    r"|ý kiến|dư luận|các đơn vị|đơn vị|địa phương|các sở|các bộ|nhà mạng|nhà trường|các trường|các viện|các hội|tổ chức|ngân hàng(?! nhà nước)|nhà đầu tư|(?:phó )?chủ tịch|(?:phó )?bí thư"
    r"|(?:phó )?tổng biên tập|phóng viên|sinh viên|nhà sáng lập|ceo|ông|bà|anh|chị|chúng ta|chúng tôi|tôi|chiến lược|đề án|luật|nghị định|thông tư"
    r"|quy hoạch|báo cáo|tham luận|nghiên cứu|khảo sát|hội thảo|người tiêu dùng|thị trường|kiểm toán|hộ dân"
)
_ROLE = re.compile(
    rf"(?<!\w)(?:(?P<leader>{_LEADERS})|(?P<head>{_HEADS})|(?P<other>{_OTHERS})|(?P<office>{_OFFICES})(?!\w\b)|(?P<paper>{_PAPERS}))(?!\w)"
)
# "của", "với", "do" before a post: it is spoken of, it does not speak; "trình Thủ tướng", "báo cáo Bộ trưởng" likewise.
_SPOKEN_OF = re.compile(
    r"(?<!\w)(?:của|với|trình|gửi|cho|báo cáo|cùng|từ|bởi|tới|đến|được|giúp|vào|thuộc|là|về|có|các|mời|để|kính gửi)\s?$"
)

COMMANDS = (
    "yêu cầu|chỉ đạo|giao|đề nghị|phân công|chỉ thị|ra lệnh|lệnh cho|đôn đốc|nhắc nhở|nhắc(?! đến| tới| lại)|quán triệt|ủy quyền|giục|hối thúc|thúc(?! đẩy)|đòi(?! hỏi)|muốn(?! vậy| thế)|mong muốn|mong"
    "|kêu gọi|lưu ý|gợi ý|buộc|quyết định giao|cắt cử|khoán|trao(?! đổi| tặng| quyết| giải)|đặt hàng|phát lệnh|hạ lệnh|ấn định|dặn|đặt ra yêu cầu|đưa ra yêu cầu|nêu yêu cầu|ra hạn|chốt|nghiêm cấm|cấm"
)
_SAYINGS = (
    "nhấn mạnh|cho rằng|cho biết|khẳng định|nhận định|nêu rõ|nêu|chỉ rõ|chỉ ra|kết luận|phát biểu|chia sẻ|đánh giá|phân tích|thông tin thêm|bày tỏ|nói rõ|nói|lý giải"
    "|bình luận|nhìn nhận|cảnh báo|dự báo|kiến nghị|đề xuất|băn khoăn|đặt câu hỏi|(?<!học )hỏi|trả lời|giải đáp|trình bày|tham luận|có ý kiến|khuyến nghị|khuyến cáo|góp ý|lo ngại"
    "|ghi nhận|biểu dương|phản ánh|đặt vấn đề|giải thích|tin rằng|thẳng thắn|ghi rõ|nhắc lại|kỳ vọng|quả quyết|tâm sự|kể|phê bình|truyền đạt|thống nhất|khen|chê|cảm ơn|chúc mừng|đồng ý|tán thành|hoan nghênh"
)
_SPEAKING = re.compile(rf"(?<!\w)(?:(?P<command>{COMMANDS})|(?P<saying>{_SAYINGS}))(?!\w)")
# "Chỉ đạo thực hiện nhiệm vụ, Bộ trưởng cho rằng …": the words before the comma only lead up to the speaker.
_SPEAKER_FOLLOWS = re.compile(
    rf"[^;.:]{{0,160}}?,\s(?:{_LEADERS})(?!\w)[^,;.:]{{0,70}}?\s(?:{COMMANDS}|{_SAYINGS})(?!\w)"
)
_ACCORDING = re.compile(r"(?<!\w)theo (?=\w)")
# Where these words are nouns or parts of other words.
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:theo|đạt|sự|ý kiến|phát biểu|ban|công tác|văn bản|lãnh đạo,|đáp ứng|các|những|nhiều|một số|mọi|đúng|nội dung|tinh thần|hồ sơ|tờ trình|đơn|xét"
    r"|căn cứ|quan điểm|thông điệp|bàn|chuyển|được|ngoại|đại|xã|tiếp thu|thực hiện(?: (?:sự|ý kiến|theo))?|trước|vượt|kịp thời|bắt|quyền|nhu cầu|do|với|cần|để|nếu|khi|phải|thông tin|nhiệm vụ"
    r"|ràng|mục|kết|bị|trực tiếp|giá|kế hoạch|dự toán|chỉ tiêu|việc|không|chưa|tự|cơ sở|cho|có|lời|quyết liệt|tập trung|tăng cường|lãnh đạo|số|kiến nghị,|mức|bảng|bảo đảm|phiếu|tiêu chuẩn|điều kiện)\s?$"
)
# "ra văn bản nhắc …": the paper is sent, and it commands.
_SENT_OUT = re.compile(
    r"(?<!\w)(?:ra|có|ban hành|gửi|ký|phát|phát đi|bằng) (?:\w+ )?(?:văn bản|công văn|công điện|thông báo|chỉ thị) $"
)
_NOUN_AFTER = re.compile(
    r"\s(?:của|điều hành|kỹ thuật|đặt ra|về việc|chất lượng|bức thiết|thực tiễn|mới|cao|chính đáng|trên|này|đó|là|nêu|hội nghị|tại hội nghị|tại cuộc họp"
    r"|tại phiên họp)(?!\w)"
)
_PAST = re.compile(
    r"(?<!\w)(?:đã|từng|vừa qua đã|luôn|thường|thường xuyên|tích cực|kịp thời|chủ động|đã kịp thời|đang)\s(?:có văn bản |ban hành văn bản |kịp thời |chủ động |trực tiếp |ký (?:văn bản|công văn|quyết định)(?: \S+){0,4} )?$"
)
_ASKING = frozenset({"kiến nghị", "đề xuất", "hỏi", "đặt câu hỏi", "trả lời", "băn khoăn", "tâm sự"})
_HEADS_A_FIRM = re.compile(r"\s(?:hội đồng|hiệp hội|hội|tập đoàn|công ty|tổng công ty|hđqt|viện|câu lạc bộ|liên)(?!\w)")
# "Năm 2022, UBND yêu cầu …": a period at the head of a body's sentence makes it an account.
_OF_A_PERIOD = re.compile(
    r"\s*(?:(?:trong )?(?:năm|tháng|quý|\d{1,2} tháng)\s[^,;]{0,40}|thời gian qua|vừa qua|trước đó|nửa đầu năm[^,;]{0,20}),\s"
)
_ORGANISATIONS = frozenset(
    [
        "doanh nghiệp",
        "hiệp hội",
        "liên minh",
        "tập đoàn",
        "công ty",
        "tổng công ty",
        "các đơn vị",
        "đơn vị",
        "địa phương",
        "các sở",
        "các bộ",
        "nhà mạng",
        "nhà trường",
        "các trường",
        "các viện",
        "các hội",
        "tổ chức",
        "ngân hàng",
        "báo cáo",
    ]
)
_PAPERS_TOO = frozenset(
    {"chiến lược", "đề án", "luật", "nghị định", "thông tư", "quy hoạch", "báo cáo", "khảo sát", "nghiên cứu"}
)
_ALSO_TASKS = frozenset(
    [
        "chia sẻ",
        "đánh giá",
        "phân tích",
        "trình bày",
        "đề xuất",
        "phản ánh",
        "kiến nghị",
        "trả lời",
        "giải đáp",
        "ghi nhận",
        "cảnh báo",
        "dự báo",
        "thống nhất",
        "góp ý",
        "nêu",
        "giải thích",
        "khen",
    ]
)
_EARLIER = re.compile(r"(?<!\w)(?:thời gian qua|trong (?:tháng|quý|năm|kỳ)|trước đó|năm 20\d\d,|năm qua)(?!\w)")
_AT_A_MEETING = re.compile(
    r"(?<!\w)(?:tại|phát biểu|kết luận|hội nghị|cuộc họp|buổi|phiên|hôm nay|sáng|chiều|ngày)(?!\w)"
)
_SUBJECT_REACH = 170
_HANDING_OVER = frozenset({"giao", "phân công", "trao", "khoán", "quyết định giao", "ủy quyền", "cắt cử"})
GIVEN_TO = re.compile(
    r"\s?(?:cho |ngay |luôn |ngay cho |nhiệm vụ cho |trách nhiệm cho |việc cho |nhiệm vụ |thêm |trực tiếp |riêng |cả |đối với |tới |với )?"
)
_HIGH_OFFICES = frozenset(
    {
        "bộ",
        "ubnd",
        "ủy ban nhân dân",
        "chính phủ",
        "tỉnh ủy",
        "thành ủy",
        "ban thường vụ",
        "lãnh đạo",
        "tỉnh",
        "thành phố",
    }
)

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
_TALKS = re.compile(
    r"(?<!\w)(?:trình bày tham luận|tham luận(?: tại| của| về|:)|phát biểu tham luận|phiên thảo luận|thảo luận tại|góc nhìn|chuyên gia)(?!\w)"
)


@dataclass
class Listener:
    """Follows the voice through a text; hand it the blocks and sentences in order."""

    doc: Layout
    voice: Voice = Voice.REPORT
    petition: bool = False  # under a heading of petitions "đề nghị" asks upward
    paper_orders: bool = False
    led: bool = True
    in_list: bool = False
    _leaders: set[str] = field(default_factory=set)
    _names: dict[str, Voice] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.paper_orders = bool(_ORDERING_PAPER.search(self.doc.lower, 0, 1500))
        if self.paper_orders:
            self.voice = Voice.ORDER

    def enter(self, block: Block) -> None:
        """Take note of a new block: headings turn the voice, and a change of scene ends a speech."""
        words = self.doc.lower[block.body : block.end]
        self.in_list = block.body > block.start and block.kind != "paragraph"
        if block.kind == "heading":
            self._enter_heading(words.rstrip())
        elif _SCENE_CHANGES.match(words) and not self.paper_orders:
            self.voice = Voice.REPORT

    def _enter_heading(self, words: str) -> None:
        if words.endswith(":"):
            return
        if _ORDERS.search(words) and not _PETITIONS.search(words):
            self.voice, self.petition = (
                (Voice.ORDER if len(words) < 90 and "hội nghị" not in words[-12:] else self.voice),
                False,
            )
        elif _TALKS.search(words):
            self.voice = Voice.TALK
        elif _RESULTS.search(words):
            keeps = self.paper_orders and "nhiệm vụ" in words
            self.voice = Voice.ORDER if keeps else Voice.REPORT
            self.petition = bool(_PETITIONS.search(words))

    def hear(self, start: int, end: int) -> list[Turn]:
        """The turns of voice inside one sentence, in order; the voice stays turned afterwards."""
        turns: list[Turn] = []
        lower = self.doc.lower
        talk = _TALKS.search(lower, start, min(end, start + 60))
        if talk:
            self.voice = Voice.TALK
            turns.append(Turn(talk.start(), talk.end(), Voice.TALK, None, talk.start()))
        floor = self._according(start, end, turns)
        for said in _SPEAKING.finditer(lower, start, end):
            turn = self._turn(said, floor, start)
            if turn:
                turns.append(turn)
                self.voice = turn.voice
                if turn.voice is Voice.ORDER:
                    self.led = turn.led
                floor = turn.verb_end
        return turns

    def _according(self, start: int, end: int, turns: list[Turn]) -> int:
        """ "Theo Bộ trưởng, phải đo lường chính xác": a speaker without a verb. Answers where reading goes on."""
        lower = self.doc.lower
        found = _ACCORDING.search(lower, start, min(end, start + 150))
        role = _ROLE.match(lower, found.end(), end) if found else None
        comma = lower.find(",", role.end(), role.end() + 60) if role else -1
        if not found or not role or comma < 0 or role["paper"] or role["other"] in _PAPERS_TOO:
            return start
        voice = Voice.ORDER if role["leader"] else self._voice_of_person(role, comma) if role["other"] else Voice.REPORT
        turns.append(Turn(found.start(), comma + 1, voice, None, found.start()))
        self.voice = voice
        return comma + 1

    def close(self, start: int, end: int) -> None:
        """After a sentence: "… có ý kiến như sau:" hands the floor to what follows."""
        tail = self.doc.lower[max(start, end - 200) : end].rstrip()
        if (
            tail.endswith(":")
            and self.voice is not Voice.TALK
            and _COLON_OPENS_ORDERS.search(tail)
            and not self.petition
        ):
            self.voice = Voice.ORDER

    def _turn(self, said: re.Match[str], floor: int, start: int) -> Turn | None:
        lower = self.doc.lower
        command, place = said["command"], said.start()
        before = lower[max(start, place - 40) : place]
        if (_NOUN_BEFORE.search(before) and not _SENT_OUT.search(before)) or (
            _NOUN_AFTER.match(lower, said.end()) and command
        ):
            return None
        role = _speaker(lower, max(floor, place - _SUBJECT_REACH), place)
        if role is None:
            return self._turn_without_speaker(said, floor, start)
        if command in _HANDING_OVER and not self._hands_over(said.end()):
            return None
        if self._is_told(role, said):
            return None
        voice = self._voice_of(role, said)
        if voice is self.voice and command is None and (role["office"] or role["paper"]):
            return None
        if voice is Voice.ORDER and role["office"] and _OF_A_PERIOD.fullmatch(lower, start, role.start()):
            return Turn(place, said.end(), Voice.REPORT, None, role.start())
        if (
            voice is Voice.ORDER
            and _PAST.search(lower, max(start, place - 60), place)
            and self._is_account(role, place)
        ):
            return Turn(place, said.end(), Voice.REPORT, None, role.start())
        if voice is Voice.REPORT:
            command = None
        led = self.led if role["other"] else not role["office"]
        return Turn(place, said.end(), voice, command if voice is Voice.ORDER else None, role.start(), led)

    def _hands_over(self, place: int) -> bool:
        """Whether "giao" is followed by somebody who is given the work: "dự toán tỉnh giao" hands nothing over."""
        given = GIVEN_TO.match(self.doc.lower, place)
        at = given.end() if given else place
        return (
            "nhiệm vụ" in (given.group() if given else "")
            or bodies_at(self.doc.lower, self.doc.composed, at, at + 160) is not None
        )

    def _is_told(self, role: re.Match[str], said: re.Match[str]) -> bool:
        """Inside a leader's order "Văn phòng đôn đốc các đơn vị" is the office's task, not its command."""
        if self.voice is not Voice.ORDER or not self.led:
            return False
        if role["office"]:
            return self.in_list or role["office"] not in _HIGH_OFFICES
        return role["other"] in _ORGANISATIONS and bool(said["command"] or said.group() in _ALSO_TASKS)

    def _is_account(self, role: re.Match[str], place: int) -> bool:
        """ "Bộ đã chỉ đạo …" accounts for what was done; "Bộ trưởng đã yêu cầu …" in news of a meeting does not."""
        if not role["leader"]:
            return True
        before = self.doc.lower[max(0, role.start() - 90) : role.start()]
        return bool(_EARLIER.search(before)) or not (self.voice is Voice.ORDER or _AT_A_MEETING.search(before))

    def _turn_without_speaker(self, said: re.Match[str], floor: int, start: int) -> Turn | None:
        """A command at the head of its clause: the speaker is the one who spoke before, or the paper itself."""
        lower = self.doc.lower
        lead = lower[floor : said.start()]
        if not said["command"] or not _CLAUSE_HEAD.search(lead) or self.voice is Voice.TALK:
            return None
        if self.voice is Voice.ORDER or (_IMPERATIVE_HEAD.fullmatch(lower[start : said.start()]) and not self.petition):
            if (
                said["command"] in ("mong", "muốn", "chỉ đạo", "đôn đốc", "chốt", "đòi", "trao")
                and self.voice is not Voice.ORDER
            ):
                return None
            if said["command"] in ("đôn đốc", "quán triệt", "nhắc nhở", "mong", "muốn", "cấm", "chốt", "trao", "buộc"):
                return None
            if _SPEAKER_FOLLOWS.match(lower, said.end()) or (
                said["command"] in _HANDING_OVER and not self._hands_over(said.end())
            ):
                return None
            return Turn(said.start(), said.end(), Voice.ORDER, said["command"], said.start(), self.led)
        return None

    def _voice_of(self, role: re.Match[str], said: re.Match[str]) -> Voice:
        command, place = said["command"], said.start()
        if role["leader"]:
            self._leaders |= {role["leader"], " ".join(role["leader"].split()[:2])}
            return Voice.ORDER if said.group() not in _ASKING else Voice.TALK
        if role["head"]:
            return Voice.TALK if said.group() in _OPINIONS else Voice.ORDER
        if role["other"]:
            return self._voice_of_person(role, place)
        if role["paper"]:
            return Voice.ORDER if command and command not in ("muốn", "mong") else self.voice
        asks_up = command == "đề nghị" and self.petition
        if command and command != "quán triệt" and not asks_up:
            return Voice.ORDER
        return self.voice if self.voice is not Voice.TALK else Voice.REPORT

    def _voice_of_person(self, role: re.Match[str], place: int) -> Voice:
        """ "Ông", "bà" alone go on speaking as before; a new name or another post is a talk."""
        if role["other"] in self._leaders and not _HEADS_A_FIRM.match(self.doc.lower, role.end()):
            return Voice.ORDER
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


_CLAUSE_HEAD = re.compile(
    r"(?:^|[,;:.\n]\s?|\d[.)]\s?|-\s?|\b(?:và|đồng thời|cũng|cũng đã|tiếp tục|trước hết|theo đó)\s?)\s*$"
)
_IMPERATIVE_HEAD = re.compile(r"[\s\-–+*•\d.)(a-zđ/]{0,8}")


def _speaker(lower: str, start: int, place: int) -> re.Match[str] | None:
    """The post or body that speaks at `place`: the last one named before it, taken from its first word."""
    semicolon = lower.rfind(";", start, place)
    roles = list(_ROLE.finditer(lower, semicolon + 1 if semicolon >= 0 else start, place))
    while roles:
        first = len(roles) - 1
        while first > 0 and _adjoins(lower, roles[first - 1], roles[first]):
            first -= 1
        head = roles[first]
        before = lower[max(0, head.start() - 12) : head.start()]
        if before.endswith(("để ", "mời ")):  # "… để Thủ tướng chỉ đạo": a purpose, nobody speaks
            return None
        if not _SPOKEN_OF.search(before):
            return head
        roles = roles[:first]
    return None


def _adjoins(lower: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """ "đại diện | Văn phòng | Chính phủ", "Bộ trưởng | Bộ TT&TT": one naming, spoken for by its first word."""
    between = lower[left.end() : right.start()]
    return (
        len(between) <= 40
        and "," not in between
        and between.count(" ") <= 5
        and not re.search(r"\b(?:và|cùng|để|trình|thì)\b", between)
    )
