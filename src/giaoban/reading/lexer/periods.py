"""The forms of periods and dates inside a sentence, as one pattern."""

from __future__ import annotations

_N = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s(?:một|hai))?|giêng|chạp)"
_SCALED = r"(?!\s(?:tỷ|tỉ|triệu|nghìn|ngàn|trăm|trđ)(?!\w))"  # "trong quý 2 tỷ đồng": the number is an amount's
_Y = rf"(?:19|20)\d\d(?![.,]?\d){_SCALED}"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_OF_YEAR = rf"(?:\s?[/.-]\s?{_Y}|,?\s(?:của\s)?(?:năm\s)?(?:{_Y}|(?:nay|ngoái|trước)(?!\w)))"
_NOT_FRACTION = r"(?![\d/])(?![.,]\d)(?!\s?%)"
_CROPS = r"(?:đông\sxuân|hè\sthu|thu\sđông|đông|xuân|hè|thu|mùa|chiêm|lúa\s\w+)"

PERIOD = rf"""
    (?:ngày\s)?{_D}[/.-]{_M}[/.-](?:{_Y}|\d\d(?!\d))(?!/)
  | (?:19|20)\d\d-{_M}-{_D}(?!\d)
  | (?<!mỗi\s)(?<!hằng\s)(?<!hàng\s)(?<!một\s)(?:ngày|mùng|mồng)\s{_D}(?:\s(?:và|-|đến)\s{_D})?(?:\s?[/.-]\s?{_M}{_NOT_FRACTION}|\stháng\s(?:{_M}(?!\d)|{_N}(?!\w)){_OF_YEAR}?)?(?![\d/%]|[.,]\d)
  | (?:sáng|chiều|tối|trưa|đêm|tới|đến|hết|từ|trước|sau|hôm|qua|vào)\s(?:hết\s)?(?:ngày\s)?{_D}/{_M}{_NOT_FRACTION}(?!\s(?:số|tỉnh|xã|huyện|địa|bộ|chỉ|tổng|đơn|doanh|thôn|hộ|phường))
  | \d{{1,2}}(?:(?:h|g)|\sgiờ\s?)[0-5]\d(?!\d) | \d{{1,2}}:[0-5]\d(?!\d)
  | (?:\d{{1,2}}|{_N})\stháng\s(?:đầu|cuối|qua|đã\squa)(?:\s(?:của\s)?năm(?!\w))?(?:{_OF_YEAR}|/{_Y})?
  | (?:\d{{1,2}}|{_N})\stháng(?:/|\s(?:của\s)?năm\s|\s){_Y}
  | (?:trung\sbình|bình\squân|lũy\skế|tính\schung|cộng\sdồn|trong|qua|sau|chung)\s(?:\d{{1,2}}|{_N})\stháng(?!\w)(?!\s(?:{_Y}|đầu|cuối|qua|đã\squa|(?:của\s)?năm\s\d))
  | tháng\s{_M}\s?(?:,|-|và)\s?(?:tháng\s)?{_M}(?:\s?/\s?{_Y}|\snăm\s{_Y})
  | tháng\s(?:{_M}(?![\d.,%]\d|[\d%]){_SCALED}|{_N}(?!\w){_SCALED}){_OF_YEAR}?
  | (?:tháng|quý|tuần|kỳ|ngày|hôm)\s(?:này|nay|trước|qua|ngoái|tới|sau)(?!\w)(?:\sđó)?
  | tuần\s(?:thứ\s)?\d{{1,2}}(?:/{_Y}|\snăm\s{_Y})?(?![\d.,/]*\d)
  | quý\s(?:i{{1,3}}|iv|[1-4](?![.,]?\d|\s?%)|một|hai|ba|bốn|tư|đầu|cuối)(?!\w){_SCALED}{_OF_YEAR}?
  | (?:nửa|giữa|bán\sniên)(?:\s(?:đầu|cuối|sau))?\s(?:năm\s)?(?:{_Y}|(?:năm\s)?(?:nay|ngoái|trước)(?!\w))
  | nửa\s(?:đầu|cuối|sau)(?:\snăm)?(?!\w)
  | vụ\s{_CROPS}(?:\s{_CROPS})*\s(?:năm\s)?{_Y}(?:\s?-\s?{_Y})?
  | cùng\s(?:kỳ|kì)(?:\s(?:của\s)?(?:năm\s)?(?:trước|ngoái|{_Y}))?(?!\w)
  | (?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|niên\skhóa|năm\shọc|các\snăm)\s{_Y}\s?[-/]\s?(?:{_Y}|\d\d)
  | năm\s{_Y}(?:\s?-\s?{_Y})?
  | năm\s(?:nay|trước|ngoái|qua|rồi|tới|sau|liền\strước|liền\skề)(?!\w)
  | (?:cả|trọn)\snăm(?!\w)(?:\s{_Y})?
  | {_Y}\s?-\s?{_Y}
  | {_M}/{_Y}
"""
"""Verbose pattern over lower-case text; a bare year is left to the numbers."""

LAST_TIME_WORDS = ("cùng kỳ", "cùng kì")
