"""A Vietnamese sentence for every fault that a check of packs can find: where, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from giaoban.packs.faults import Fault
from giaoban.wording.errors import fill


class Saying(NamedTuple):
    """What is wrong, and what to do; `{key}` and the details of the fault fill both."""

    wrong: str
    remedy: str


SHAPES: Mapping[str, str] = {
    "text": "chữ trong dấu ngoặc kép",
    "texts": 'danh sách chữ, ví dụ ["month", "year"]',
    "number": "số nguyên",
    "numbers": "danh sách số nguyên, ví dụ [41, 50]",
    "flag": "true hoặc false",
    "day": "ngày không có dấu ngoặc kép, ví dụ 2025-07-01",
    "source": 'mã nguồn trong sources.toml, hoặc { text = "…", url = "…" }',
    "table": "bảng, ví dụ { ha-noi = 0.25 }",
    "targets": 'danh sách mục tiêu, ví dụ [{ text = "…", value = "30", by = "2025" }]',
}

SAYINGS: Mapping[str, Saying] = {
    "not_utf8": Saying("không phải là văn bản UTF-8", "Hãy lưu lại tệp với bảng mã UTF-8"),
    "unreadable": Saying("không mở được ({reason})", "Hãy kiểm tra quyền đọc tệp"),
    "not_toml": Saying(
        "chưa đúng cách viết TOML ({reason})", "Hãy sửa dòng này; thường là thiếu dấu ngoặc kép hoặc ngoặc vuông"
    ),
    "decomposed": Saying("có chữ viết bằng dấu rời (Unicode tổ hợp)", "Hãy gõ lại bằng Unicode dựng sẵn"),
    "unknown_table": Saying("bảng [{key}] không có trong cách viết gói", "Các bảng dùng được: {known}"),
    "misshapen_table": Saying("bảng viết chưa đúng dạng", "Hãy viết {written}"),
    "no_pack_file": Saying("thư mục có chỉ tiêu mà không có pack.toml", "Hãy thêm tệp này với bảng [sector]"),
    "unknown_key": Saying("không có mục này trong cách viết gói", "Hãy xóa, hoặc sửa tên mục{guess}"),
    "missing": Saying("còn thiếu", "Hãy thêm {key} = …"),
    "empty": Saying("đang để trống", "Hãy ghi giá trị"),
    "wrong_type": Saying("có giá trị không đúng kiểu", "Hãy ghi {shape}"),
    "not_allowed": Saying("ghi «{value}», không thuộc các giá trị dùng được", "Hãy chọn một trong: {allowed}{guess}"),
    "ill_formed_code": Saying(
        "có mã «{value}» chưa đúng dạng",
        "Hãy dùng chữ thường không dấu, số, gạch dưới; mã chỉ tiêu có dạng linh_vuc.chi_tieu",
    ),
    "code_of_other_sector": Saying("có mã «{value}» không bắt đầu bằng mã lĩnh vực", "Hãy bắt đầu mã bằng «{sector}.»"),
    "code_twice": Saying("có mã «{value}» đã dùng ở {where}", "Hãy đặt mã khác, mỗi mã chỉ dùng một lần"),
    "unreadable_unit": Saying(
        "có đơn vị «{value}» chưa đọc được", "Hãy ghi như «tỷ đồng», «triệu thuê bao», «thuê bao/100 dân», «%»"
    ),
    "share_summed": Saying(
        "cộng các tỷ lệ ({value}) với nhau", "Hãy chọn ratio_of_sums, weighted_mean, mean, last hoặc not_additive"
    ),
    "rule_needs": Saying("còn thiếu mà cách tổng hợp {rule} cần", "Hãy thêm {key} = mã của chỉ tiêu tương ứng"),
    "no_wordings": Saying(
        "chưa có cách gọi nào trong báo cáo", "Nên thêm 2–6 cách báo cáo hay viết, để trình đọc nhận ra"
    ),
    "names_itself": Saying("chỉ tới chính chỉ tiêu «{value}»", "Hãy ghi mã của chỉ tiêu khác, hoặc xóa mục này"),
    "unknown_indicator": Saying("chỉ tới «{value}», không có trong thư mục gói", "Hãy sửa mã, hoặc thêm chỉ tiêu đó"),
    "unknown_source": Saying(
        "chỉ tới nguồn «{value}», không có trong sources.toml", "Hãy thêm nguồn đó, hoặc ghi nguồn ngay tại chỉ tiêu"
    ),
    "made_of_itself": Saying(
        "dùng «{value}», mà chỉ tiêu đó lại được tính từ chính chỉ tiêu này",
        "Hãy bỏ vòng lặp: sửa một trong hai chỉ tiêu",
    ),
    "unknown_calendar": Saying("ghi lịch «{value}», không có lịch này", "Hãy chọn một trong: {known}, opens-on-N"),
    "unknown_regime": Saying("chưa chỉ tới chế độ báo cáo nào trong tệp", "Hãy ghi mã của một trong: {known}"),
    "units_faulty": Saying("có lỗi: {problem}", "Hãy đối chiếu với văn bản gốc rồi sửa mục này"),
    "layout_faulty": Saying("hình vẽ không khớp với danh sách đơn vị {units}", "Hãy sửa rows và units của hình vẽ"),
    "unknown_sector": Saying("chỉ tới lĩnh vực «{sector}», không có gói nào mang mã này", "Hãy sửa mã lĩnh vực"),
    "ends_before_it_begins": Saying(
        "kết thúc ngày {end}, không sau ngày bắt đầu {begin}", "Hãy sửa một trong hai ngày"
    ),
    "not_a_number": Saying("ghi «{value}», không phải là số", 'Hãy ghi số dạng "30" hoặc "99.5"'),
    "asked_again": Saying(
        "«{later}» hỏi lại điều «{earlier}» ({name}) đã có, cùng lời «{words}»",
        'Hãy dùng lại chỉ tiêu đó; nếu cố ý để riêng, hãy thêm see = ["{earlier}"]',
    ),
}


def say_fault(fault: Fault) -> str:
    """The sentence of a fault: "post/indicators.toml, dòng 12, mục «unit»: còn thiếu. Hãy thêm unit = …."."""
    saying = SAYINGS[fault.code]
    guess = fault.details.get("guess")
    details = {**fault.details, "key": fault.key.rpartition(".")[2], "guess": f" (có phải «{guess}»?)" if guess else ""}
    if fault.code == "wrong_type":
        details["shape"] = SHAPES[str(fault.details["shape"])]
    place = f"{fault.file}, dòng {fault.line}" + (f", mục «{fault.key}»" if fault.key else "")
    return f"{place}: {fill(saying.wrong, details)}. {fill(saying.remedy, details)}."


FREQUENCIES: Mapping[str, str] = {
    "day": "ngày",
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "half_year": "6 tháng",
    "nine_months": "9 tháng",
    "year": "năm",
    "two_years": "2 năm",
    "cumulative": "lũy kế",
}


def say_frequency(frequency: tuple[str, ...]) -> str:
    """How often an indicator is reported: "tháng, 6 tháng, năm"."""
    return ", ".join(FREQUENCIES[one] for one in frequency)
