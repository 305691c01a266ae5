"""The posts, offices and papers that speak in a report, and the verbs they speak with.

Four ranks, because the same verb binds differently: a leader's every word in a closing speech may assign work; the head
of an agency assigns only by a commanding verb; an office or a paper likewise; everybody else only has an opinion.
Source: none; ours, from the language of conference reports and administrative letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from giaoban.reading.alternatives import by_first_letter as quick
from giaoban.reading.patterns import later


def _set(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.replace("\n", " ").split("|"))


_UNIT = (
    r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh|thành phố|tp\.?|huyện|quận|xã|phường|thị xã|quốc hội|nước"
    r"|ủy ban|ban chỉ đạo)"
)
LEADERS = (
    rf"tổng bí thư|chủ tịch nước|phó thủ tướng|thủ tướng|bộ trưởng|thứ trưởng|(?:phó )?chủ tịch(?: thường trực)?(?= {_UNIT})"
    r"|(?:phó )?bí thư (?:thường trực )?(?:tỉnh|thành|huyện|quận|đảng|thường|ban)"
    r"|(?:phó )?(?:chánh )?trưởng ban(?= chỉ đạo| tuyên giáo| cán sự)"
    r"|lãnh đạo (?:bộ|tỉnh|thành phố|ubnd|ủy ban|chính phủ)|người đứng đầu (?:ngành|chính phủ|bộ|tỉnh|thành phố|ủy ban)"
    r"|tư lệnh ngành|chủ tọa|người chủ trì|thống đốc|ban cán sự(?: đảng)?|thường trực (?:tỉnh ủy|thành ủy|ban)"
    r"|tổng thanh tra|viện trưởng viện kiểm sát|chủ nhiệm (?:văn phòng|ủy ban)"
)
_HEADS = (
    r"(?:phó )?giám đốc(?= sở| công an| kho bạc)|(?:phó )?(?:tổng )?cục trưởng|chánh thanh tra"
    r"|lãnh đạo (?:sở|huyện|cục)|trưởng đoàn(?: giám sát)?|(?:phó )?chánh văn phòng|người đứng đầu sở"
)
_OFFICES = (
    r"chính phủ|văn phòng chính phủ|bộ|ubnd|ủy ban nhân dân|hđnd|sở|tổng cục|chi cục|cục|thanh tra|ban chỉ đạo|tỉnh ủy"
    r"|thành ủy|huyện ủy|ban thường vụ|văn phòng ubnd|văn phòng bộ|văn phòng|kho bạc|ngân hàng nhà nước|bảo hiểm xã hội"
    r"|công an|ủy ban|tỉnh|thành phố|huyện|tp\.?|hải quan|cơ quan thuế|vụ|hội đồng|đoàn kiểm tra|đoàn giám sát"
    r"|tổ công tác|cơ quan này|cơ quan quản lý|nhà chức trách|ban tổ chức|lãnh đạo|ban giám đốc"
)
PAPERS = (
    r"công điện|chỉ thị|công văn|thông báo|văn bản|kết luận|quyết định|kế hoạch|nghị quyết|thông điệp|tờ lệnh|giấy mời"
    r"|hướng dẫn|phiếu giao việc|biên bản"
)
_OTHERS = (
    r"đại diện|chuyên gia|đại biểu(?: quốc hội)?|cử tri|người dân|bạn đọc|khách hàng|doanh nghiệp|hiệp hội|liên minh"
    r"|tập đoàn|tổng công ty|công ty|(?:phó )?tổng giám đốc|(?:phó )?giám đốc|(?:phó )?vụ trưởng|(?:phó )?viện trưởng"
    r"|(?:phó )?hiệu trưởng|(?:phó )?trưởng phòng|giáo sư|tiến sĩ|gs|pgs|ts|ths|bác sĩ|kỹ sư|luật sư|nhà báo"
    r"|nhà nghiên cứu|diễn giả|tác giả|bài viết|bài báo|nhiều ý kiến|một số ý kiến|có ý kiến|ý kiến|dư luận|các đơn vị"
    r"|đơn vị|địa phương|các sở|các bộ|nhà mạng|nhà trường|các trường|các viện|các hội|tổ chức|ngân hàng(?! nhà nước)"
    r"|nhà đầu tư|(?:phó )?chủ tịch|(?:phó )?bí thư|(?:phó )?tổng biên tập|phóng viên|sinh viên|nhà sáng lập|ceo|ông|bà"
    r"|anh|chị|chúng ta|chúng tôi|tôi|chiến lược|đề án|luật|nghị định|thông tư|quy hoạch|báo cáo|tham luận|nghiên cứu"
    r"|(?:đội|tổ|trạm|khoa|viện|đồn|ca|hạt|ban) trưởng|trưởng (?:phòng|thôn|bản|ca|khoa|trạm|ban|đoàn)|chủ nhiệm|chủ đầu tư"
    r"|khảo sát|hội thảo|người tiêu dùng|thị trường|kiểm toán|hộ dân|người của|giới chuyên môn|báo giới"
)
ROLE = later(
    rf"(?<!\w)(?:(?P<leader>{quick(LEADERS)})|(?P<head>{quick(_HEADS)})|(?P<other>{quick(_OTHERS)})"
    rf"|(?P<office>{quick(_OFFICES)})|(?P<paper>{quick(PAPERS)}))(?!\w)"
)
# "của", "trình" before a post: it is spoken of, it does not speak.
_SPOKEN_OF = later(
    r"(?:^|[\s(])\d{1,3}(?:\.\d{3})*\s$|(?<!\w)(?:của|với|trình|gửi|cho|báo cáo|cùng|từ|bởi|tới|đến|được|giúp|vào|thuộc|là|về|có|các|mời|để|kính gửi)\s?$"
)

COMMANDS = (
    r"yêu cầu|chỉ đạo|giao(?! (?:ban|thông|lưu|dịch|tiếp|diện|nộp|nhận|mùa))|đề nghị|phân công|chỉ thị(?! \d| số)|ra lệnh|lệnh cho|đôn đốc|nhắc nhở|nhắc(?! đến| tới| lại)|quán triệt"
    "|ủy quyền|giục|hối thúc|thúc(?! đẩy)|đòi(?! hỏi)|muốn(?! vậy| thế)|mong muốn|mong|kêu gọi|lưu ý|gợi ý|buộc"
    "|quyết định giao|gút|cắt cử|khoán|trao(?! đổi| tặng| quyết| giải)|đặt hàng|phát lệnh|hạ lệnh|ấn định|dặn|đặt ra yêu cầu"
    r"|bảo(?! (?:vệ|đảm|hiểm|trì|tồn|toàn|hành|mật|lãnh|dưỡng|quản|tàng|vật|an|lưu|tín|nhau|rằng))|nhờ(?! (?:vậy|đó|có|được|sự|vào|thế|việc|đẩy|tăng))|hẹn|giao hẹn|ép|đốc(?! thúc)|đốc thúc|thôi thúc|phân vai|chia việc"
    "|đưa ra yêu cầu|nêu yêu cầu|ra hạn|chốt|nghiêm cấm|cấm"
    r"|(?:có|ra|ký|phát) (?:văn bản|công văn|công điện|thư)(?: [^\W\d]+){0,2} gửi|thông báo (?:tới|đến|cho)"
)
_SAYINGS = (
    "nhấn mạnh|cho rằng|cho biết|cho hay|đáp|khẳng định|nhận định|nêu rõ|nêu|chỉ rõ|chỉ ra|kết luận|phát biểu|chia sẻ|đánh giá"
    "|phân tích|thông tin thêm|bày tỏ|nói rõ|nói|lý giải|bình luận|nhìn nhận|nhận xét|cảnh báo|dự báo|kiến nghị|đề xuất"
    "|băn khoăn|đặt câu hỏi|chất vấn|trả lời|giải đáp|trình bày|tham luận|có ý kiến|cho ý kiến|khuyến nghị"
    "|khuyến cáo|khuyên|góp ý|lo ngại|ghi nhận|biểu dương|phản ánh|đặt vấn đề|giải thích|tin rằng|thẳng thắn|ghi rõ"
    "|nhắc lại|kỳ vọng|quả quyết|tâm sự|kể|phê bình|truyền đạt|thống nhất|khen|chê|cảm ơn|chúc mừng|đồng ý|tán thành"
    "|hoan nghênh|(?<!học )hỏi"
)
SPEAKING = later(rf"(?<!\w)(?:(?P<command>{quick(COMMANDS)})|(?P<saying>{quick(_SAYINGS)}))(?!\w)")
# The same words after a mark: a search that begins with a character class passes over the rest of the text quickly.
_AFTER_MARK = later(rf"[\s(\"“”,;:./-](?=(?:{quick(COMMANDS + '|' + _SAYINGS)})(?!\w))")
ACCORDING_TO = later(
    r"(?<!\w)theo (?:(?:(?:ý kiến |tinh thần )?chỉ đạo|yêu cầu|kết luận|lệnh)(?: mới nhất| mới| trên)?(?: của)? )?(?=\w)"
)
# "Chỉ đạo thực hiện nhiệm vụ, Bộ trưởng cho rằng …": the words before the comma only lead up to the speaker.
SPEAKER_FOLLOWS = later(rf"[^;.:]{{0,160}}?,\s(?:{LEADERS})(?!\w)[^,;.:]{{0,70}}?\s(?:{COMMANDS}|{_SAYINGS})(?!\w)")

# Where the verbs above are nouns, or parts of other words.
NOUN_BEFORE = later(
    r"(?<!\w)(?:theo|đạt|sự|ý kiến|phát biểu|ban|công tác|văn bản|lãnh đạo,|đáp ứng|các|những|nhiều|một số|mọi|đúng|nội dung"
    r"|tinh thần|hồ sơ|tờ trình|đơn|xét|căn cứ|quan điểm|thông điệp|bàn|chuyển|được|ngoại|đại|xã|tiếp thu"
    r"|thực hiện(?: (?:sự|ý kiến|theo))?|trước|vượt|kịp thời|bắt|quyền|nhu cầu|do|với|cần|để|nếu|khi|phải|thông tin"
    r"|nhiệm vụ|ràng|mục|kết|bị|trực tiếp|giá|kế hoạch|dự toán|chỉ tiêu|việc|không|chưa|tự|cơ sở|cho|có|lời|quyết liệt"
    r"|tập trung|tăng cường|lãnh đạo|số|câu|kiến nghị,|mức|bảng|bảo đảm|phiếu|tiêu chuẩn|điều kiện)\s?$"
)
# "ra văn bản nhắc …": the paper is sent, and it commands.
SENT_OUT = later(
    r"(?<!\w)(?:ra|có|ban hành|gửi|ký|phát|phát đi|bằng) (?:\w+ )?(?:văn bản|công văn|công điện|thông báo|chỉ thị) $"
)
NOUN_AFTER = later(
    r"\s(?:của|điều hành|kỹ thuật|đặt ra|về việc|chất lượng|bức thiết|thực tiễn|mới|cao|chính đáng|trên|này|đó|là|nêu"
    r"|hội nghị|tại hội nghị|tại cuộc họp|tại phiên họp)(?!\w)"
)

OPINIONS = _set(
    "cho rằng|cho biết|cho hay|đáp|nhìn nhận|nhận định|nhận xét|chia sẻ|đánh giá|phân tích|nói|bày tỏ|lý giải|bình luận|tin rằng"
    "|kiến nghị|đề xuất|thông tin thêm|giải thích|trả lời|tâm sự|kể|cảnh báo|dự báo|khuyến cáo|khuyến nghị|khuyên"
    "|trình bày|phản ánh"
)
QUESTIONS = _set("kiến nghị|đề xuất|hỏi|đặt câu hỏi|chất vấn|trả lời|băn khoăn|tâm sự")
WISHES = _set("muốn|mong|mong muốn")
# Verbs that judge what was done: what follows is no task unless it says "phải".
JUDGEMENTS = _set(
    "khen|chê|phê bình|nhận xét|biểu dương|hoan nghênh|cảm ơn|chúc mừng|ghi nhận|đánh giá|nhìn nhận|cho hay|cho biết"
)
# Those who command inside their own house: a head of any body, or a body that has others under it.
CHIEFS = later(
    r"(?:phó )?(?:tổng giám đốc|giám đốc|vụ trưởng|viện trưởng|hiệu trưởng|trưởng phòng|chủ tịch|bí thư|tổng biên tập"
    r"|chủ nhiệm|(?:đội|tổ|trạm|khoa|viện|đồn|ca|hạt|ban) trưởng|trưởng \w+)|(?:tổng )?công ty|tập đoàn|chủ đầu tư|hiệp hội|nhà trường"
)
HARD = _set(
    "yêu cầu|chỉ đạo|giao|phân công|chỉ thị|ra lệnh|lệnh cho|giục|hối thúc|thúc|đòi|buộc|khoán|cắt cử|quyết định giao"
    "|đặt hàng|dặn|ra hạn|chốt|gút|nghiêm cấm|cấm|đôn đốc|nhắc nhở|nhắc"
)
_UPWARD = later(
    r"\s?(?:cho |với )?(?:các )?(?:bộ|chính phủ|thủ tướng|ubnd|nhà nước|quốc hội|cơ quan|ngân hàng|tỉnh|thành phố|sở|chủ tịch)(?!\w)"
)


def commands_below(lower: str, role: str, command: str | None, place: int) -> bool:
    """Whether a chief tells somebody of his own house ("Giám đốc yêu cầu các đội …"), not the offices above him."""
    return bool(command in HARD and CHIEFS.fullmatch(role) and not _UPWARD.match(lower, place))


# Commands that also only remark: "lưu ý, thị trường có dấu hiệu …". What follows must bind by its own words.
SOFT = WISHES | _set(
    "bảo|nhờ|hẹn|giao hẹn|ép|đốc|đốc thúc|thôi thúc|gút|lưu ý|nhắc|nhắc nhở|gợi ý|quán triệt|đôn đốc|thúc|giục|hối thúc|trao|chốt|đòi|buộc|dặn|kêu gọi|đặt hàng|ấn định|ra hạn"
)
# Commands that are none unless somebody is named to obey.
NEEDS_BODY = WISHES | _set(
    "giao|phân công|thúc|giục|bảo|nhờ|hẹn|giao hẹn|ép|đốc|đốc thúc|thôi thúc|hối thúc|trao|buộc|đòi|dặn|khoán|cắt cử|ủy quyền|quyết định giao|đặt hàng|nhắc|ấn định|ra hạn|chốt|gút"
)
HANDING_OVER = _set("giao|phân công|trao|khoán|quyết định giao|ủy quyền|cắt cử")
# Verbs that command only where somebody is named to speak them.
NEVER_ALONE = WISHES | _set(
    "bảo|nhờ|hẹn|giao hẹn|ép|đốc|đốc thúc|thôi thúc|gút|đôn đốc|quán triệt|nhắc nhở|cấm|chốt|trao|buộc"
)
RARELY_ALONE = _set("chỉ đạo|đòi")
MANY = later(r"\s(?:ubnd\s)?(?:các|cấp|mọi|từng)(?!\w)")  # "Chủ tịch UBND các huyện" are told, they do not speak
HIGH_OFFICES = _set("bộ|ubnd|ủy ban nhân dân|chính phủ|tỉnh ủy|thành ủy|ban thường vụ|lãnh đạo|tỉnh|thành phố")
ORGANISATIONS = _set(
    "doanh nghiệp|hiệp hội|liên minh|tập đoàn|công ty|tổng công ty|các đơn vị|đơn vị|địa phương|các sở|các bộ|nhà mạng"
    "|nhà trường|các trường|các viện|các hội|tổ chức|ngân hàng|báo cáo"
)
# "Chủ tịch tỉnh phát công điện khẩn.": what follows is the paper's words.
_SENT = (
    rf"(?<!\w)(?:{LEADERS}|{_HEADS}|{_OFFICES})(?!\w)[^,;:.]{{0,60}}?\s(?:phát|ra|ký|ban hành|gửi|có)(?: đi| ngay| tiếp)?"
    r"\s(?:một |liền |hai )?(?:công điện|chỉ thị|lệnh|tờ lệnh|thông báo|văn bản|công văn)(?!\w)"
)
THUS = later(" (?:theo đó|nội dung là|nói rõ|nêu rõ)")
PAPER_AT_END = later("(?:công điện|chỉ thị|lệnh|thông báo|văn bản|công văn)[^;:]{0,62}$")
SENDS_PAPER = later(rf"{_SENT}[^;:]{{0,60}}$")
SENDS_WORDS = later(rf"{_SENT}[^;:,]{{0,90}},\s(?P<thus>(?:theo đó|nội dung là|nói rõ|nêu rõ)[,:]?\s)?")
WRITINGS = _set("chiến lược|đề án|luật|nghị định|thông tư|quy hoạch|báo cáo|khảo sát|nghiên cứu")
# Sayings that are tasks too: "các đơn vị chia sẻ dữ liệu".
ALSO_TASKS = _set(
    "chia sẻ|đánh giá|phân tích|trình bày|đề xuất|phản ánh|kiến nghị|trả lời|giải đáp|ghi nhận|cảnh báo|dự báo"
    "|thống nhất|góp ý|nêu|giải thích|khen"
)
PRONOUNS = _set("ông|bà|đồng chí")
HEADS_A_FIRM = later(r"\s(?:hội đồng|hiệp hội|hội|tập đoàn|công ty|tổng công ty|hđqt|viện|câu lạc bộ|liên)(?!\w)")
GIVEN_TO = later(
    r"\s?(?::\s?)?(?:cho |ngay |luôn |ngay cho |nhiệm vụ cho |trách nhiệm cho |việc cho |nhiệm vụ |thêm |trực tiếp |riêng |cả "
    r"|đối với |tới |với )?"
)


def spoken(lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The commanding and saying verbs of a stretch, in order; each a match of SPEAKING."""
    said = SPEAKING.match(lower, start, end)
    floor = start
    if said:
        yield said
        floor = said.end()
    for mark in _AFTER_MARK.finditer(lower, start, end):
        if mark.end() >= floor and (said := SPEAKING.match(lower, mark.end(), end)):
            yield said
            floor = said.end()


def speaker(lower: str, start: int, place: int) -> re.Match[str] | None:
    """The post or body that speaks at `place`: the last one named after `start`, taken from its first word."""
    semicolon = lower.rfind(";", start, place)
    start = semicolon + 1 if semicolon >= 0 else start
    roles = list(ROLE.finditer(lower, start, place))
    while roles:
        first = len(roles) - 1
        while first > 0 and _adjoins(lower, roles[first - 1], roles[first]):
            first -= 1
        before = lower[max(0, roles[first].start() - 12) : roles[first].start()]
        if before.endswith(("để ", "mời ")):  # "… để Thủ tướng chỉ đạo": a purpose, nobody speaks
            return None
        remote = roles[first]["other"] in WRITINGS and "," in lower[roles[first].end() : place]
        if not _SPOKEN_OF.search(before) and not remote:
            return roles[first]
        roles = roles[:first]
    return None


def _adjoins(lower: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """ "đại diện | Văn phòng | Chính phủ", "Bộ trưởng | Bộ TT&TT": one naming, spoken for by its first word."""
    between = lower[left.end() : right.start()]
    if len(between) > 40 or "," in between or between.count(" ") > 5:
        return False
    return not {"và", "cùng", "để", "trình", "thì"} & set(between.split())
