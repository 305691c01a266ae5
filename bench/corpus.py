"""Reports of our own composition, as long as wanted and never the same twice, with the figures that stand in them.

From a seed, so that two runs measure the same text. Every figure is consistent: a share is the share of its parts.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

SECTORS = {
    "Bưu chính": [
        ("doanh thu dịch vụ bưu chính", "tỷ đồng", 10**9, 800, 9000, 0),
        ("sản lượng bưu gửi", "triệu bưu gửi", 10**6, 90, 700, 1),
        ("số doanh nghiệp được cấp giấy phép bưu chính", "doanh nghiệp", 1, 300, 990, 0),
    ],
    "Viễn thông": [
        ("doanh thu dịch vụ viễn thông", "tỷ đồng", 10**9, 9000, 14000, 0),
        ("số thuê bao băng rộng di động", "triệu thuê bao", 10**6, 60, 99, 2),
        ("số thuê bao băng rộng cố định", "triệu thuê bao", 10**6, 15, 25, 2),
    ],
    "An toàn thông tin mạng": [
        ("số cuộc tấn công mạng gây ra sự cố", "cuộc", 1, 700, 1800, 0),
        ("doanh thu của các doanh nghiệp an toàn thông tin", "tỷ đồng", 10**9, 200, 900, 1),
    ],
    "Công nghiệp ICT": [
        ("doanh thu công nghiệp công nghệ thông tin", "tỷ đồng", 10**9, 200000, 400000, 0),
        ("giá trị xuất khẩu phần cứng, điện tử", "tỷ USD", 10**9, 9, 30, 1),
    ],
    "Kinh tế số và xã hội số": [
        ("số giao dịch qua nền tảng tích hợp, chia sẻ dữ liệu", "triệu giao dịch", 10**6, 40, 300, 1),
        ("số tài khoản thanh toán điện tử mở mới", "nghìn tài khoản", 10**3, 100, 950, 1),
    ],
}
PLACES = (
    "xã có điểm bưu điện văn hóa",
    "thôn có mạng cáp quang",
    "trường có hệ thống quản lý học tập",
    "trạm có sóng di động thế hệ mới",
    "hộ có tài khoản định danh",
)
ACTS = (
    "hoàn thiện dự thảo thông tư quy định chi tiết một số điều của luật mới được thông qua",
    "phối hợp với các địa phương kiểm tra công tác bảo đảm thông tin liên lạc mùa mưa bão",
    "tổ chức tập huấn kỹ năng số cho cán bộ, công chức cấp xã",
    "lấy ý kiến các bộ, ngành về đề án phát triển hạ tầng dùng chung",
    "rà soát quy trình nội bộ, cắt giảm thủ tục không cần thiết cho doanh nghiệp",
)
PROVINCES = (
    "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai",
    "Hà Tĩnh", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Nghệ An", "Ninh Bình",
    "Phú Thọ", "Quảng Ngãi",
)  # fmt: skip
YEARS = range(2014, 2025)
BODIES = ("Cục Bưu điện", "Vụ Kế hoạch", "Cục Hạ tầng số", "Thanh tra", "Trung tâm Thông tin", "Viện Chiến lược")


@dataclass(frozen=True)
class Written:
    """A figure as it stands in the text."""

    start: int
    quote: str
    value: Decimal


@dataclass(frozen=True)
class Report:
    """A text and its figures, in order."""

    text: str
    figures: tuple[Written, ...]


def compose(length: int, seed: int = 2024) -> Report:
    """A report of at least so many octets of UTF-8."""
    writer = _Writer(random.Random(seed))
    while writer.size < length:
        writer.section()
    return Report("".join(writer.pieces), tuple(writer.figures))


def compose_many(count: int, length: int, seed: int = 2024) -> Iterator[Report]:
    """So many reports, each of at least so many octets."""
    return (compose(length, seed + number) for number in range(count))


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.pieces: list[str] = []
        self.figures: list[Written] = []
        self.size = 0
        self._place = 0
        months = [(month, year) for year in YEARS for month in range(2, 13)]
        self._subjects = list(product(SECTORS, PROVINCES, months))
        chance.shuffle(self._subjects)

    def section(self) -> None:
        """A month of one sector in one province: figures, what is covered, work done, an instruction."""
        # Never the same three again: one thing said twice with two values would be a contradiction of our own making.
        sector, province, (month, year) = self._subjects.pop()
        self._put(f"Lĩnh vực {sector} của tỉnh {province}: ")
        for indicator in SECTORS[sector]:
            self._indicator(indicator, province, month, year)
        self._put("\n\n")
        self._coverage(sector, province, month, year)
        self._put(f"Trong tháng, các đơn vị đã {self.chance.choice(ACTS)}; {self.chance.choice(ACTS)}.\n\n")
        body = self.chance.choice(BODIES)
        self._put(f"Bộ trưởng yêu cầu {body} {self.chance.choice(ACTS)}, báo cáo trước ngày 15/{month}/{year}.\n\n")

    def _indicator(self, indicator: tuple[str, str, int, int, int, int], province: str, month: int, year: int) -> None:
        name, unit, scale, low, high, places = indicator
        value = round(Decimal(self.chance.uniform(low, high)), places)
        change = Decimal(self.chance.randint(1, 300)) / 10
        share = Decimal(self.chance.randint(100, 1000)) / 10
        verb = self.chance.choice(("tăng", "giảm"))
        self._put(
            f"{self.chance.choice(('Trong', 'Đến hết'))} tháng {month}/{year}, {name} của tỉnh {province} ước đạt "
        )
        self._figure(f"{_printed(value)} {unit}", value * scale)
        self._put(f", {verb} {_printed(change)}% so với cùng kỳ năm {year - 1}")
        self._put(f", đạt {_printed(share)}% kế hoạch năm {year}. " if self.chance.random() < 0.5 else ". ")

    def _coverage(self, sector: str, province: str, month: int, year: int) -> None:
        whole = self.chance.randint(900, 9000)
        part = self.chance.randint(whole // 3, whole)
        share = (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
        place = PLACES[sorted(SECTORS).index(sector) % len(PLACES)]
        self._put(f"Tính đến hết tháng {month}/{year}, tỉnh {province} có ")
        self._figure(f"{_printed(Decimal(part))}/{_printed(Decimal(whole))} {place.split()[0]}", Decimal(part))
        self._put(f" {place.split(maxsplit=1)[1]}, đạt {_printed(share)}% kế hoạch. ")

    def _figure(self, quote: str, value: Decimal) -> None:
        self.figures.append(Written(self._place, quote, value))
        self._put(quote)

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._place += len(text)
        self.size += len(text.encode())


def _printed(value: Decimal) -> str:
    whole, _, decimals = f"{value:,}".partition(".")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")
