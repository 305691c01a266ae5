"""The phrases the grammar knows, by kind. Lower case; "/" parts phrases, "_" joins the words of one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .lexemes import Kind

Phrase = tuple[tuple[str, ...], Kind, Any]

GROWTH_NOUN = "noun"
"""What a noun of change carries: "tốc độ tăng trưởng tín dụng đạt 5%" may name its subject between noun and figure."""
WEAK = "weak"
"""What a word carries that says change only where the sentence compares: "thêm", "hơn", "lên", "mất"."""

_UP = """
tăng/tăng trưởng/tăng thêm/tăng mạnh/tăng nhẹ/tăng cao/tăng vọt/tăng tốc/tăng nhanh/tăng khá/tăng đều/tăng tới/tăng đến/tăng được/tăng ròng/
tăng bình quân/tăng trung bình/gia tăng/nhích/nhích lên/nhích nhẹ/nhích thêm/nhích được/phình/phình ra/phình thêm/phình to/nở/nở ra/nở thêm/lớn thêm/
to thêm/dày thêm/đầy thêm/đông thêm/dài thêm/cao thêm/mạnh thêm/nhiều thêm/mở rộng/mở rộng thêm/nới/nới rộng/nới thêm/dôi/dôi ra/dôi thêm/vọt/vọt lên/vọt thêm/nhảy/
nhảy vọt/nhảy lên/bật/bật lên/bật tăng/bật mạnh/bứt/bứt lên/bứt phá/leo/leo lên/leo thêm/leo thang/đội/đội lên/đội thêm/cộng thêm/
nhỉnh/nhỉnh hơn/cao hơn/nhiều hơn/lớn hơn/đông hơn/đắt hơn/tốt hơn/khá hơn/trội hơn/mạnh hơn/dài hơn/sâu hơn/nhanh hơn/rộng hơn/
vượt trội/đi lên/phục hồi/hồi phục/tiến/tiến thêm/tiến lên/bồi thêm/dâng/dâng lên/dâng thêm/cải thiện/cải thiện thêm/khởi sắc/
ngoi/ngoi lên/bùng nổ/bùng lên/trương/lãi thêm/thu thêm/được thêm/sinh sôi/dư thêm/cơi/cơi thêm/vươn/vươn lên/vươn thêm/bò lên/ nhô/nhô lên/tăng thêm được/
đạt mức tăng/có mức tăng/ghi nhận mức tăng/đắt thêm/đắt lên/lên giá/tăng giá/nâng thêm/đẩy thêm/nảy/nảy lên/nhân lên/nhân thêm/phát triển thêm/lớn lên
"""
_UP_WEAK = "thêm/hơn/lên/bổ sung thêm/có thêm"
_UP_NOUN = """
tốc độ tăng/tốc độ tăng trưởng/mức tăng/mức tăng trưởng/đà tăng/đà tăng trưởng/tỷ lệ tăng/tỷ lệ tăng trưởng/tăng trưởng/sự tăng trưởng/
tăng trưởng dương/tốc độ phát triển/nhịp tăng/nhịp tăng trưởng/biên độ tăng/độ tăng
"""
_DOWN = """
giảm/giảm bớt/giảm mạnh/giảm nhẹ/giảm sâu/giảm nhanh/giảm thêm/giảm tới/giảm đến/giảm được/giảm bình quân/giảm dần/sụt/sụt giảm/sụt mất/sụt mạnh/sụt đi/tụt/tụt mất/tụt lùi/
rơi/rơi mạnh/rơi mất/rơi xuống/rơi thêm/hạ/hạ bớt/hạ nhiệt/hạ được/đi xuống/lùi/lùi lại/lùi mất/đi lùi/thụt lùi/co/co lại/co bớt/co hẹp/co mất/teo/teo lại/teo đi/teo mất/teo tóp/
thu hẹp/thu nhỏ/vơi/vơi đi/vơi bớt/vơi mất/bớt/bớt đi/bớt được/mất đi/thấp hơn/ít hơn/kém/kém hơn/nhỏ hơn/rẻ hơn/rẻ đi/yếu hơn/ngắn hơn/chậm hơn/thua/thua kém/lép hơn/
suy giảm/suy/trượt/trượt giảm/tuột/cắt giảm/lao dốc/xẹp/xẹp đi/xẹp bớt/xẹp lại/giảm giá/xuống giá/mất giá/hao/hao hụt/hụt đi/hụt mất/hụt hơi/tiết giảm/chìm/gầy đi/mỏng đi/thưa đi/
nhẹ đi/ít đi/thoái lui/bốc hơi/tăng trưởng âm/tăng âm/rút xuống/rút bớt/rút đi/hẫng/hẫng đi/chững/đuối/đuối hơn/hẹp lại/nhỏ lại/nhỏ đi/bé lại/bay mất/rụng/rụng mất/sa sút/xuống dốc
"""
_DOWN_WEAK = "xuống/mất/âm/rút/cắt"
_DOWN_NOUN = "tốc độ giảm/mức giảm/đà giảm/tỷ lệ giảm/biên độ giảm/mức sụt giảm/độ giảm"
_SAME = """
không đổi/không thay đổi/giữ nguyên/đi ngang/ngang/ngang bằng/ngang với/ngang ngửa/bằng đúng/bằng với/đứng yên/đứng im/như/y như/tương tự/
dậm chân tại chỗ/giậm chân tại chỗ/tại chỗ/xêm xêm/bằng chằn chặn/không tăng không giảm/không tăng/không giảm/không biến động/duy trì/giữ mức/giữ vững/giữ ổn định
"""
_COMPARED = """
so với/so/so sánh với/so được với/đặt cạnh/đặt bên/đem so với/nếu so với/đối chiếu với/đọ với/đọ/nếu so/khi so với/so ra/so cùng/kể từ mức/nếu đặt cạnh/xét theo/trên nền
"""
_LAST_TIME = """
cùng thời điểm/cùng thời gian/cùng thời kỳ/cùng giai đoạn/kỳ trước/cùng vụ/vụ trước/đợt trước/lần trước/thời điểm này năm trước/thời điểm này năm ngoái
"""
_PLAN = """
kế hoạch/kh/dự toán/dt/chỉ tiêu/kịch bản/chặng đường/quãng đường/nghị quyết/nq/mục tiêu/định mức/chỉ tiêu kế hoạch/kế hoạch năm/kế hoạch cả năm/kế hoạch vốn/
dự toán năm/dự toán giao/dự toán được giao/dự toán trung ương giao/dự toán tỉnh giao/dự toán hđnd/chỉ tiêu giao/chỉ tiêu được giao/chỉ tiêu nghị quyết/mục tiêu năm/mục tiêu cả năm/
lộ trình/hạn mức/khối lượng cả năm/khối lượng công việc cả năm/vốn được giao/vốn kế hoạch/tổng vốn kế hoạch/mức giao/kế hoạch giao/phần việc cả năm/đích cả năm/đích năm/mức đề ra/
dự kiến cả năm/pháp lệnh/dự toán pháp lệnh/dự toán thu/dự toán chi/kế hoạch đề ra/kế hoạch được giao/con đường cả năm/con đường của cả năm/con số đề ra/mức kế hoạch/mức dự toán/chỉ tiêu năm/đường đi cả năm/đoạn đường cả năm
"""
_DONE_PLAN = """
tròn kế hoạch/đúng kế hoạch/vừa kế hoạch/vừa đủ kế hoạch/tròn chỉ tiêu/tròn dự toán/trọn kế hoạch/vừa tròn kế hoạch/bằng đúng kế hoạch/đúng bằng kế hoạch/vừa khít kế hoạch/tròn mục tiêu/khớp kế hoạch/bằng kế hoạch/hoàn thành trọn kế hoạch
"""
_BEYOND = "vượt/vượt mức/vượt quá/vượt hơn/vượt được/vượt thêm/quá/qua mặt/vượt xa/vượt so với/vượt khoảng"
_SHORT = "hụt/thiếu/còn thiếu/hụt so với/chưa đạt/còn hụt/hẫng hụt/thiếu hụt"
_TIMES = "gấp/gấp hơn/gấp gần/cao gấp/nhiều gấp/lớn gấp/tăng gấp/đông gấp/bằng gấp/gấp tới/gấp đến/gấp khoảng/đắt gấp/mạnh gấp/gấp những"
_TIMES_WORDS = {
    "đôi": "2", "hai": "2", "ba": "3", "bốn": "4", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9",
    "mười": "10", "rưỡi": "1.5", "hai rưỡi": "2.5", "hai lần": "2", "ba lần": "3", "bốn lần": "4", "năm lần": "5",
}  # fmt: skip
_HALVED = "một nửa/phân nửa/nửa/1 nửa"
_TO = """
lên/lên đến/lên tới/lên mức/lên thành/lên còn/tăng lên/tăng lên mức/tăng lên đến/tăng lên tới/xuống/xuống còn/xuống mức/giảm còn/giảm xuống/giảm xuống còn/hạ còn/hạ xuống còn/rút còn/sụt còn/co còn/rút xuống còn/
còn/chỉ còn/về/về mức/về còn/lên khoảng/thành/nâng lên/nâng lên thành/đưa lên/nâng tổng số lên/lên con số/hạ xuống/chạm/chạm mốc/chạm ngưỡng/cán mốc/đạt mốc/vươn tới/cán đích/lọt mốc/tiến đến/tiến tới/tiến sát
"""
_IS = """
đạt/là/ước/được/ở mức/ở/có/gồm/bao gồm/thu/thu về/nộp/đạt mức/duy trì ở mức/mang về/đem về/giữ/giữ ở mức/đã đạt/với/cho/đón/tới/đến/hút/thu hút/rót/chạm tới/ghi nhận/đứng ở/dừng ở/nằm ở/tới được/đến được
"""
_LINK = "bằng/chỉ bằng/mới bằng/tức/tức là/tương đương/tương đương với/ứng với/tương ứng với/bằng khoảng/bằng gần/chỉ còn bằng/ngang với mức/hay/xấp xỉ bằng/gần bằng/vào khoảng"
_SHARE = "chiếm/chiếm tỷ lệ/chiếm tỷ trọng/tỷ lệ/tỷ trọng/tỷ suất/tỷ số/đóng góp/góp/góp vào/lấp đầy/bao phủ/độ phủ/phủ/hiệu suất/xác suất/tỉ lệ/tỉ trọng/tỉ suất/lãi suất/công suất"
_HEDGE = """
ước/khoảng/gần/chừng/độ/cỡ/tầm/ngót/quãng/non/xấp xỉ/sấp xỉ/ước tính/ước đạt/ước khoảng/dự kiến/khoảng chừng/trên dưới/ngót nghét/suýt soát/ngót ngét/gần như/
hơn/trên/vào khoảng/ước chừng/dự ước/dự ước đạt/ước thực hiện/khoảng trên/khoảng hơn/khoảng gần/hơn khoảng/gần tới/ngấp nghé/xêm xêm/đâu đó/ít nhất/tối thiểu/tối đa/nhiều nhất/trung bình/bình quân/những/xấp xỉ khoảng/già/già nửa
"""
_HEDGED_IS = "ước đạt/dự ước đạt/ước thực hiện/dự kiến đạt/ước tính đạt/ước thu/dự kiến thu"
_LISTED = "lần lượt/tương ứng/theo thứ tự/lần lượt là/tương ứng là/theo thứ tự là/lần lượt ở mức/tương ứng với/theo đúng thứ tự/lần lượt đạt"
_BOUND = """
vượt mốc/vượt ngưỡng/trong khoảng/chưa tới/chưa đến/không quá/dưới/dưới mức/trên mức/không tới/chưa đạt/vượt/từ/trên/hơn/trong nhóm/ở nhóm/từ mức/hoàn thành/đạt trên/đạt từ/đạt dưới/đạt/có trên/phủ/nằm trong khoảng
"""
_STRONG = "trong khi/trong đó/còn lại/ngược lại/riêng/nhất là/đặc biệt/cụ thể/tuy nhiên/bên cạnh đó/đồng thời/trong số đó/trong số này"
_SMALL = """
cũng/đều/vẫn/lại/tiếp tục/tiếp/đã/đang/sẽ/chỉ/còn/mới/nhưng/mà/song/dù/tuy/nếu/thì/khi/con số/số này/con số này/mức này/này/đó/đây/mức/về/của/trong/tại/theo/do/nhờ/khá/rất/mạnh/nhẹ/
nhanh/cao/sâu/thêm nữa/đáng kể/rõ rệt/ấn tượng/kỷ lục/thậm chí/thế mà/dẫu/dẫu vậy/mặc dù/rồi/nay/hiện/hiện nay/đến nay/tính ra/nghĩa là/tổng cộng/tất cả/cả/toàn bộ/cuối/đầu/giữa/chung/nói chung/
tính chung/đến/tới/sau/trước/vào/ra/đi/nữa/hẳn/gọn/xong/bị/để/cùng/nên/vì/bởi/bao giờ/hết/lũy kế/cộng dồn/như vậy/như thế/vậy/thực hiện/hoàn thành/đi được/làm được/cán/đã có/đều có/kết quả/nhìn chung/thực tế/tạm tính/sơ bộ/
hơn hẳn/tính theo/xét/nếu tính/mỗi/từng/các/những/một/ngay/luôn/lúc/thời điểm/mốc/giá trị/tiến độ/nhìn/dường như/đúng/vừa/chưa/không
"""
# Words whose parts would be taken for grammar: "thành phố" is no "thành", "có kế hoạch" states no share of plan.
_SHIELDED = """
thành phố/thành viên/thành lập/thành công/thành phần/thành tích/thành tựu/hoàn thành tốt/hạ tầng/hạ nguồn/hạ cánh/mất an toàn/mất việc/mất mùa/thu hồi/thu nhập/thu gom/thu chi/có hiệu lực/năm học/
như sau/giữ gìn/kém hiệu quả/kém chất lượng/trên không/trên mạng/trên địa bàn/trên cơ sở/trên toàn quốc/trên cả nước/trên thế giới/trên đà/dưới nước/lên sàn/xuống cấp/lên kế hoạch/
có kế hoạch/xây dựng kế hoạch/lập kế hoạch/ban hành kế hoạch/phê duyệt kế hoạch/theo kế hoạch/triển khai kế hoạch/kế hoạch hành động/kế hoạch tổng thể/kế hoạch chuyển đổi số/có mục tiêu/đặt mục tiêu/theo lộ trình/có lộ trình/
tăng cường/gia tăng dân số/giảm nghèo/giảm thiểu/giá trị gia tăng/giá trị tăng thêm/tăng ca/giảm giá vé/hộ nghèo/cơ cấu lại/thâm hụt/giảm tải/giảm phát thải/phát thải/nâng cao/mở cửa/
được cấp/được công nhận/có mặt/ở nước ngoài/ở trong nước/với nhau/thu phí/thu thuế/tỷ đồng/cùng kỳ họp/cổ phần/hơn nữa/hơn thế/giữa năm/như thế nào/so kè/tiêu dùng/tiêu thụ/
điểm đến/đến từ/đến với/đến nơi/cho vay/cho thuê/cho thấy/cho biết/cho rằng/cho phép/là do/mất mát/xuống giống/xuống tàu/lên men/lên lớp/đi học/giữ rừng/bằng tốt nghiệp/bằng lái/bằng sáng chế/bằng độc quyền/bằng khen/
doanh thu/doanh số/mức độ/cấp độ/giá trị sản xuất/tổng thu/tổng chi/nguồn thu/số thu/số chi/thu ngân sách/chi ngân sách/nộp ngân sách/khách du lịch/bưu chính/chính phủ/chính quyền/tài chính/hành chính/trung bình khá/trung bình năm/trường trung cấp/mục tiêu quốc gia/chương trình mục tiêu/nghị quyết số/hội đồng nhân dân/khoảng cách/khoảng trống/khoảng không/độ tuổi/độ ẩm/gần đây/gần nhất/trên thực tế/
bình quân đầu người/bình quân mỗi/năng suất/công suất/công suất lắp đặt/chung cư/chung tay/ngang tầm/thị phần/có hại/có lãi/lớn nhất/lãi ròng/co giãn
"""
_AND = "và/cùng với/lẫn/cộng với/&"


def _split(phrases: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in phrases.split("/") if phrase.strip()]


def _all_phrases() -> list[tuple[str, Kind, Any]]:
    rows: list[tuple[str, Kind, Any]] = []
    tables: tuple[tuple[str, Kind, Any], ...] = (
        (_SMALL, Kind.SMALL, None),
        (_IS, Kind.IS, None),
        (_HEDGE, Kind.HEDGE, None),
        (_HEDGED_IS, Kind.IS, None),
        (_TO, Kind.TO, None),
        (_LINK, Kind.LINK, None),
        (_SHARE, Kind.SHARE, None),
        (_UP, Kind.UP, None),
        (_UP_WEAK, Kind.UP, WEAK),
        (_UP_NOUN, Kind.UP, GROWTH_NOUN),
        (_DOWN, Kind.DOWN, None),
        (_DOWN_WEAK, Kind.DOWN, WEAK),
        (_DOWN_NOUN, Kind.DOWN, GROWTH_NOUN),
        (_SAME, Kind.SAME, None),
        (_COMPARED, Kind.COMPARED, None),
        (_LAST_TIME, Kind.LAST_TIME, None),
        (_PLAN, Kind.PLAN, None),
        (_DONE_PLAN, Kind.DONE_PLAN, None),
        (_BEYOND, Kind.BEYOND, None),
        (_SHORT, Kind.SHORT, None),
        (_TIMES, Kind.TIMES, None),
        (_HALVED, Kind.HALVED, None),
        (_LISTED, Kind.LISTED, None),
        (_STRONG, Kind.STRONG, None),
        (_AND, Kind.AND, None),
    )
    for phrases, kind, what in tables:
        rows += ((phrase, kind, what) for phrase in _split(phrases))
    rows += ((phrase, Kind.WORD, None) for phrase in _split(_SHIELDED))
    rows += (("nhân đôi", Kind.TIMES, Decimal(2)), ("nhân ba", Kind.TIMES, Decimal(3)))
    for verb in _split(_TIMES):
        rows += ((f"{verb} {word}", Kind.TIMES, Decimal(size)) for word, size in _TIMES_WORDS.items())
    return rows


def _table() -> dict[str, tuple[Phrase, ...]]:
    """First word → the phrases that begin with it, longest first; a later table takes a phrase from an earlier one."""
    last: dict[tuple[str, ...], Phrase] = {}
    for phrase, kind, what in _all_phrases():
        words = tuple(phrase.split())
        last[words] = (words, kind, what)
    table: dict[str, list[Phrase]] = {}
    for words, phrase_row in last.items():
        table.setdefault(words[0], []).append(phrase_row)
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


PHRASES = _table()
"""First word → its phrases, longest first."""

COMPARATIVES = {
    word: Kind.UP
    for word in _split(
        "cao/lớn/đông/nhiều/dày/rộng/dài/nhanh/mạnh/sâu/khá/tốt/giàu/đắt/nặng/to/sớm/trội/xa/cứng/đầy/béo/vững/trẻ/hay/bền/chắc/khỏe"
    )
} | {
    word: Kind.DOWN
    for word in _split(
        "thấp/ít/kém/nhỏ/rẻ/yếu/ngắn/chậm/hẹp/thưa/mỏng/nghèo/xấu/tệ/non/nhẹ/bé/thua/mềm/loãng/vơi/trễ/muộn/nông/gầy/nhạt/cạn"
    )
}
"""Adjectives that "hơn" makes comparisons of: "dày hơn cùng kỳ 20,2%"."""

HEDGES = frozenset(_split(_HEDGE))
BOUNDS = frozenset(_split(_BOUND))
"""Words that make the amount after a count of places or bodies the edge of a class."""
