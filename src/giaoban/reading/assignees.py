"""Who is told to do it: the names of bodies, posts and groups as a Vietnamese office writes them.

There is no list of bodies here. A name is a head word ("Cục", "các doanh nghiệp", "Thứ trưởng") and what may follow it:
capitals, the second syllable of a compound, a few words that narrow a group down. It ends where a verb begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from giaoban.reading.alternatives import by_first_letter as quick
from giaoban.reading.patterns import later
from giaoban.reading.verbs import AUXILIARY, VERB

_GROUP_WORDS = quick(
    r"đơn vị|bộ|sở|ban|ngành|địa phương|cơ quan|doanh nghiệp|nhà mạng|nhà khai thác|công ty|tập đoàn|tổng công ty|hiệp hội|hội"
    r"|tỉnh|thành phố|thành|huyện|quận|xã|phường|thị xã|thị trấn|cục|vụ|viện|trường(?: đại học)?|bệnh viện|trung tâm|tổ chức"
    r"|nhà thầu|chủ đầu tư|ngân hàng|báo|đài|tạp chí|tòa soạn|nhà xuất bản|lực lượng|cấp ủy|cấp|đồng chí|thành viên|lãnh đạo"
    r"|thủ trưởng|giám đốc|chủ tịch|trưởng phòng|cán bộ|đảng viên|phòng|tổ công nghệ số cộng đồng|tổ công tác|chi bộ|nền tảng"
    r"|cơ sở|chi nhánh|bưu điện|bưu cục|khối|đại lý|hợp tác xã|thôn|bản|khu công nghiệp|ban quản lý|chuyên viên|phó chủ tịch|thứ trưởng"
    r"|khách sạn|nhà hàng|mỏ(?: đá| than)?|chợ|siêu thị|cửa hàng|hộ(?: kinh doanh| dân)?|phòng khám(?: tư)?|trạm(?: y tế)?|nhà máy"
    r"|nhà thuốc|hãng(?: xe| bay| hàng không| tàu)?|sàn(?: thương mại điện tử)?|cảng|bến xe|nhà đầu tư|nhà sản xuất|nhà cung cấp"
    r"|chủ (?:rừng|tàu|nhà|mỏ|hộ)|tổ|đội|đoàn|nhóm|tòa án|viện kiểm sát|hội đồng|giáo viên|bác sĩ|kỹ sư|phóng viên|biên tập viên"
    r"|công chức|viên chức|sân bay|ga|thư viện|bảo tàng|nhà hát|khu du lịch|khu phố|tổ dân phố|nhà trường|nhà trọ|chủ trọ|tài xế"
    r"|nông dân|người dân"
)
_DETERMINERS = quick(
    r"\d{1,3}|sáu|bảy|tám|chín|mười|tất cả(?: các)?|toàn bộ(?: các)?|toàn thể|các|những|mọi|từng|mỗi|cả|hai|ba|bốn|năm|riêng|một số"
)
_GROUP = rf"(?:(?:{_DETERMINERS})\s)(?:{_GROUP_WORDS})|(?:{_GROUP_WORDS})(?:\shọc)?\snào"
_BARE_GROUP = (
    r"doanh nghiệp|nhà mạng|cấp ủy|cơ quan chức năng|cơ quan chuyên môn|cơ quan chủ quản|đơn vị(?: chủ trì| liên quan| tư vấn)?"
    r"|địa phương|chủ đầu tư|nhà thầu|toàn ngành|toàn tỉnh|toàn bộ máy|cả hệ thống chính trị|báo chí|tòa soạn|tổ công nghệ số cộng đồng"
    r"|văn phòng(?! phẩm|\s?phòng)|ban quản lý|kiểm lâm|biên phòng|cảnh sát (?:giao thông|môi trường|kinh tế|biển)|dân quân|thú y|quản lý thị trường|ban nhân dân thôn|chính quyền(?: địa phương| cơ sở| các cấp)?|lực lượng chức năng|điện lực|nhà nước|liên ngành|bộ phận(?: một cửa| chuyên môn)?|cấp dưới|phòng khám(?: tư)?|nhà trường|kho bạc"
)
_PERSON = (
    r"phó thủ tướng|thủ tướng(?: chính phủ)?|bộ trưởng|thứ trưởng|(?:phó )?tổng cục trưởng|(?:phó )?cục trưởng|(?:phó )?vụ trưởng"
    r"|(?:phó )?tổng giám đốc|(?:phó )?giám đốc|(?:phó )?chánh văn phòng|(?:phó )?chánh thanh tra|(?:phó )?chủ tịch|thủ trưởng"
    r"|(?:những |các )?người đứng đầu|(?:phó )?tổng biên tập|(?:phó )?trưởng ban|(?:phó )?trưởng phòng|(?:phó )?bí thư|lãnh đạo"
    r"|đồng chí|đ/c|ông|bà|anh|chị|hiệu trưởng|viện trưởng|tổ trưởng|tổ phó|trưởng các"
)
_ORG = (
    r"bộ chỉ huy|bộ tư lệnh|bộ|sở|tổng cục|chi cục|cục|vụ|thường trực ban chỉ đạo|ban chỉ đạo|ban cán sự(?: đảng)?|ban quản lý|ban"
    r"|văn phòng|thanh tra|trung tâm|học viện|viện|trường|đại học|tổng công ty|tập đoàn|công ty|liên đoàn|hiệp hội|hội đồng|hội"
    r"|đài(?: pt-th| phát thanh)?|báo|tạp chí|thông tấn xã|nhà xuất bản|nxb|ubnd|hđnd|ủy ban|huyện ủy|tỉnh ủy|thành ủy|đảng ủy"
    r"|huyện|thành phố|thị xã|tp\.?|tỉnh|quận|xã|phường|phòng|tổ công tác|tổ|đoàn|ngân hàng|kho bạc|công an|quân khu|bảo hiểm xã hội"
    r"|mặt trận|công đoàn|chính phủ|quốc hội|bưu điện|cổng|khoa|hải quan|thuế|điện lực|đội|bệnh viện|liên minh|chi nhánh"
)
_HEAD = later(
    rf"(?P<group>{_GROUP})(?!\w)|(?P<bare>{quick(_BARE_GROUP)})(?!\w)|(?P<person>{quick(_PERSON)})(?!\w)|(?P<org>{quick(_ORG)})(?!\w)"
)
_ALSO = later(r"\s?(?:,|và|cùng(?: với)?|cùng các|hoặc|&|-)\s(?:các\s)?")
_LISTED = later(rf"(?:{_GROUP_WORDS})(?!\w)")  # "các bộ, ngành, địa phương": one determiner, several nouns
_NARROWED = later(
    r"(?:có )?liên quan(?: khác)?|chức năng|trực thuộc|chủ quản|chuyên môn|chuyên trách|thành viên|chủ chốt|phụ trách|truyền thông"
    r"|thông tin(?! về| cho| đến| tới)|viễn thông|bưu chính|báo chí|xuất bản|công nghệ(?: số| thông tin)?|nhà nước|trung ương|cơ sở"
    r"|cấp (?:huyện|xã|tỉnh|bộ|phòng|cao|trưởng)|các cấp|di động|internet|số(?! hóa)|hành chính|sự nghiệp|tham mưu|lớn|nhỏ và vừa|đứng đầu"
    r"|công lập|giáo dục|y tế|nội vụ|tài chính(?! của)|tư pháp|nông nghiệp|công thương|văn hóa|lao động|tài nguyên|vận tải|thương mại|thương binh|môi trường|nông thôn(?! mới)|đầu ngành|chuyển phát|logistics|năng lượng|xây dựng (?=phải|cần)|vừa và nhỏ|khác|còn lại|nêu trên|này|đó|thi công"
    r"|(?:thuộc|trong|của|tại|ở|trên|trực thuộc) (?:phạm vi quản lý|cả nước|toàn quốc|toàn tỉnh|toàn ngành|địa bàn(?: (?:tỉnh|thành phố|huyện))?"
    r"|hệ thống|(?:các |từng |mỗi )?(?:doanh nghiệp|đơn vị|địa phương|cơ quan|huyện|sở)(?: (?:viễn thông|này|bưu chính|mình))?|ngành|bộ|sở|tỉnh|thành phố|huyện|khối|nước)"
    r"|(?:tỉnh|thành phố|huyện|quận|xã|thị xã|thị trấn|quốc gia|nông thôn|vô tuyến điện|điện(?! lực)|điện tử|dân tộc|nhân dân)"
)
_WORD = later(r"[^\W_][\w&.’'/-]*")
_PLACED_IN = later(r"(?:thuộc|trực thuộc|của|tại|ở|trong|trên địa bàn)\s(?=\w)")
# Verbs that also open the name of a body: "Cục chuyển đổi số quốc gia", "Vụ hợp tác quốc tế".
_ALSO_IN_NAMES = later(
    r"chuyển đổi số|quản lý|hợp tác|tổ chức(?: cán bộ)?|kế hoạch|đầu tư|giám sát|phát triển|xây dựng|thanh tra|kiểm tra|phòng chống"
    r"|phòng, chống|kiểm soát|đo lường|hỗ trợ|xúc tiến|ứng dụng|tuyên truyền|bảo vệ|cấp phép|điều hành|phục vụ"
)
# A capital word that is no Vietnamese syllable is a name by itself: "Viettel", "MobiFone", "Google".
_SYLLABLE = later(
    r"(?:ngh|ng|nh|th|tr|ch|kh|ph|gh|gi|qu|[bcdđghklmnpqrstvx])?[^\Wbcdđfghjklmnpqrstvwxz\d_]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_GAP = later(r"\s+")
_JOINS = frozenset({"và", "cùng", "hoặc", "với", "hay"})
_PLACES = frozenset(
    {
        "huyện",
        "tỉnh",
        "thành phố",
        "sở",
        "xã",
        "phường",
        "quận",
        "thị xã",
        "học viện",
        "tập đoàn",
        "công ty",
        "tổng công ty",
    }
)
_NO_BODIES = frozenset({"Việt Nam", "Hoa Kỳ", "Trung Quốc", "Nhật Bản", "Hàn Quốc", "Hội nghị", "Hội thảo", "Internet"})
_FIELD = later(
    r"(?:giáo dục|y tế|nội vụ|tài chính|tư pháp|nông nghiệp|công thương|văn hóa|lao động|tài nguyên|kinh tế|quản lý đô thị)(?!\w)"
)
# "bốn đơn vị gồm Cục A, Vụ B và Vụ C": those counted are named after the count.
_NAMELY = later(r"(?:,)?\s(?:gồm|là|bao gồm|gồm có)(?: có)?:?\s|:\s|\s\(")
_COUNTED = later(r"(?:\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s")
_REACH = 160  # characters: a longer "name" is a sentence that was misread


@dataclass(frozen=True)
class Bodies:
    """Bodies named side by side: their names in order, and where the naming ends (a place of the searched text)."""

    names: tuple[str, ...]
    start: int
    end: int


def bodies_at(lower: str, composed: str, start: int, limit: int) -> Bodies | None:
    """The bodies named from `start` on, not beyond `limit`; None where no body is named there."""
    limit = min(limit, start + _REACH)
    names: list[str] = []
    place, end = start, start
    while True:
        after = _name_end(lower, composed, place, limit, after_list=bool(names))
        if after is None or after <= place:
            break
        names.append(_GAP.sub(" ", composed[place:after]).strip(" ,"))
        end = after
        joint = _ALSO.match(lower, end, limit)
        if not joint:
            break
        place = joint.end() - (4 if joint.group().endswith("các ") else 0)
    named = _named_after_count(lower, composed, start, end, limit) if len(names) == 1 else None
    if named:
        return named
    return Bodies(tuple(names), start, end) if names and names[0] not in _NO_BODIES else None


def _named_after_count(lower: str, composed: str, start: int, end: int, limit: int) -> Bodies | None:
    namely = _NAMELY.match(lower, end, limit) if _COUNTED.match(lower, start) else None
    bodies = bodies_at(lower, composed, namely.end(), limit) if namely else None
    if bodies is None or not composed[bodies.start].isupper():
        return None
    return Bodies(bodies.names, start, bodies.end + (lower[bodies.end : bodies.end + 1] == ")"))


def has_head(lower: str, place: int) -> bool:
    """Whether a post, body or group is named by its kind here ("Cục …", "các sở"), not by a bare name ("VNPT")."""
    return _HEAD.match(lower, place) is not None


def is_bare(lower: str, place: int) -> bool:
    """Whether a group is named here without "các": "nhà thầu", "kiểm lâm"."""
    head = _HEAD.match(lower, place)
    return bool(head and head["bare"])


def _name_end(lower: str, composed: str, start: int, limit: int, *, after_list: bool) -> int | None:
    head = _HEAD.match(lower, start, limit)
    if not head:
        return _proper_end(lower, composed, start, limit)
    if head["group"]:
        return _group_end(lower, composed, head.end(), limit)
    if head["bare"]:
        return _narrowed(lower, composed, head.end(), limit)
    if head["org"] and not _stands_as_name(lower, composed, head, limit):
        return None
    return _named(lower, composed, head.end(), limit, person=bool(head["person"]))


def _stands_as_name(lower: str, composed: str, head: re.Match[str], limit: int) -> bool:
    """A lower-case "tổ", "đoàn", "báo" is a plain word unless a name follows it."""
    if composed[head.start()].isupper():
        return True
    after = _WORD.match(lower, head.end() + 1, limit)
    if not after:
        return False
    if composed[after.start()].isupper() or _ALSO_IN_NAMES.match(lower, after.start(), limit):
        return True
    if _FIELD.match(lower, after.start(), limit):
        return True
    acts = VERB.match(lower, after.start(), limit) or AUXILIARY.match(lower, after.start(), limit)
    return bool(acts) and head["org"] in _PLACES


def _proper_end(lower: str, composed: str, start: int, limit: int) -> int | None:
    """A firm or place that stands by its own name: "Viettel", "VNPT", "Hà Nội"."""
    word = _WORD.match(composed, start, limit)
    if not word or not word.group()[0].isupper():
        return None
    following = _WORD.match(composed, word.end() + 1, limit)
    capitals = following is not None and following.group()[0].isupper()
    if not capitals and (VERB.match(lower, start, limit) or AUXILIARY.match(lower, start, limit)):
        return None  # the first word of a sentence; but "Cần Thơ" is a place
    if not capitals and not _is_name_by_itself(lower, word):
        return None
    return _named(lower, composed, word.end(), limit, person=False)


def _is_name_by_itself(lower: str, word: re.Match[str]) -> bool:
    inner_capital = any(letter.isupper() for letter in word.group()[1:])
    return inner_capital or not _SYLLABLE.fullmatch(lower, word.start(), word.end())


def _group_end(lower: str, composed: str, place: int, limit: int) -> int:
    """ "các bộ, ngành, địa phương liên quan": several nouns under one determiner."""
    place = _narrowed(lower, composed, place, limit)
    while True:
        joint = _ALSO.match(lower, place, limit)
        if not joint or joint.group().endswith("các "):
            return place
        noun = _LISTED.match(lower, joint.end(), limit)
        if not noun or composed[joint.end()].isupper():
            return place
        place = _narrowed(lower, composed, noun.end(), limit)


def _narrowed(lower: str, composed: str, place: int, limit: int) -> int:
    """What narrows a group down: "viễn thông", "thuộc Bộ", "trên địa bàn"."""
    while place < limit and lower[place] in " \n":
        at = place + 1
        narrowing = _NARROWED.match(lower, at, limit)
        if narrowing and not _inside_word(lower, narrowing.end()):
            place = narrowing.end()
            continue
        placed = _PLACED_IN.match(lower, at, limit)
        at = placed.end() if placed else at
        word = _WORD.match(composed, at, limit)
        if not word or not word.group()[0].isupper():
            break
        place = _named(lower, composed, at, limit, person=False)
    return place


def _named(lower: str, composed: str, place: int, limit: int, *, person: bool) -> int:
    """Where a proper name ends that goes on from `place`."""
    place = place if person else _past_a_small_opening(lower, composed, place, limit)
    run = False  # whether the syllable before was a capital one too
    compound = False  # a capital syllable may be followed by one small one: "Viễn thông"
    while place < limit:
        at = place + 1 if lower[place] in " \n" else place
        word = _WORD.match(composed, at, limit)
        if word and at == place and place > 0 and composed[place - 1].isalnum():
            break
        inner = _HEAD.match(lower, at, limit) if word else None
        if inner and inner["org"] and person:  # "Giám đốc Sở …"
            place, compound, person = inner.end(), False, False
        elif word and (word.group()[0].isupper() or word.group()[0].isdigit()):
            text = word.group()
            place = at + len(text.rstrip("./-"))
            # "Lạc Sơn lo …", "Sở A lo …": a name of capitals alone takes no small syllable
            syllable = text.isalpha() and (len(text) > 1 or text == "Y") and not text[1:].isupper()
            compound = syllable and not person and not run
            run = True
        elif inner and inner["group"]:  # "UBND các huyện"
            return _group_end(lower, composed, inner.end(), limit)
        else:
            after = _small_word(lower, composed, at, limit, compound=compound, person=person) if word else None
            if after is None and not person:
                after = _joined_name(lower, composed, place, limit)
            if after is None:
                break
            place, compound, run = after, False, False
    return place


def _past_a_small_opening(lower: str, composed: str, place: int, limit: int) -> int:
    """ "Cục chuyển đổi số quốc gia xây dựng …": a verb that opens the name, where another verb follows it."""
    if place >= limit or lower[place] != " " or composed[place + 1 : place + 2].isupper():
        return place
    opened = _ALSO_IN_NAMES.match(lower, place + 1, limit)
    return opened.end() if opened and _verb_soon(lower, opened.end(), limit) else place


def _small_word(lower: str, composed: str, at: int, limit: int, *, compound: bool, person: bool) -> int | None:
    if AUXILIARY.match(lower, at, limit):
        return None
    narrowing = _NARROWED.match(lower, at, limit)
    if narrowing and not _inside_word(lower, narrowing.end()):
        return narrowing.end()
    placed = _PLACED_IN.match(lower, at, limit)
    if placed and composed[placed.end()].isupper():
        return placed.end() - 1
    if not compound or person:
        return None
    word = _WORD.match(composed, at, limit)
    if word and word.group() in _JOINS:
        return None
    if word and VERB.match(lower, at, limit):
        # "Viễn thông báo cáo" reads "Viễn thông | báo cáo": the syllable belongs to the name where a verb still follows,
        # or where both are one word: "Sở Giáo dục và Đào tạo"
        opening = lower.rfind(" ", 0, at - 1) + 1
        whole = VERB.fullmatch(lower, opening, word.end())
        following = VERB.match(lower, word.end() + 1, limit)
        return word.end() if whole or (following and following.group() != "xong") else None
    return word.end() if word else None


def _joined_name(lower: str, composed: str, place: int, limit: int) -> int | None:
    """ "Kế hoạch và Đầu tư", "Văn hóa, Thể thao và Du lịch": a capital that is no head of its own goes on with the name."""
    joint = _ALSO.match(lower, place, limit)
    if not joint or joint.end() >= limit or not composed[joint.end()].isupper():
        return None
    head = _HEAD.match(lower, joint.end(), limit)
    word = _WORD.match(composed, joint.end(), limit)
    if head or not word or (len(word.group()) > 1 and word.group()[1:].isupper()) or lower[place] == ",":
        own = head or not word or word.group()[1:].isupper()
        if own or not re.search(r"\svà\s[A-ZĐÀ-Ỹ]", composed[joint.end() : joint.end() + 25]):
            return None
    return joint.end() - 1


def _verb_soon(lower: str, place: int, limit: int) -> bool:
    end = min(limit, place + 60)
    stop = re.compile(r"[,;:.]").search(lower, place, end)
    end = stop.start() if stop else end
    return bool(VERB.search(lower, place, end) or AUXILIARY.search(lower, place, end))


def _inside_word(lower: str, place: int) -> bool:
    return place < len(lower) and lower[place].isalnum() and lower[place - 1].isalnum()
