"""The Vietnamese sentence of every error code, by the room that raises it; `errors.say` fills them in.

To add one: a line in the table of its room, with the details that the error is raised with as {placeholders}.
`tests/wording/test_errors.py` finds every code raised in the house and asks for its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Sentence(NamedTuple):
    """The three parts of what a person is told: `where` and `wrong` make one sentence, `remedy` the next."""

    where: str
    wrong: str
    remedy: str


FIGURES = {
    "two_readings": Sentence(
        "Số «{typed}»",
        "đọc được theo hai cách",
        "Nếu dấu phẩy mở phần lẻ, hãy gõ thêm một số 0 ở cuối; nếu dấu phẩy ngăn hàng nghìn, hãy thay bằng dấu chấm",
    ),
    "not_a_figure": Sentence(
        "Ô ghi «{typed}»", "không phải là một con số", "Hãy gõ số như 1.234,5; để trống ô nếu chưa có số liệu"
    ),
    "unit_missing": Sentence("Ô đơn vị tính", "đang để trống", "Hãy ghi đơn vị tính, ví dụ «tỷ đồng» hoặc «thuê bao»"),
    "units_do_not_mix": Sentence(
        "Đơn vị «{source}» và «{target}»",
        "không quy đổi được cho nhau",
        "Hãy chọn đơn vị cùng loại với đơn vị của chỉ tiêu",
    ),
    "points_need_percentages": Sentence(
        "Chỉ tiêu tính bằng «{unit}»",
        "không so sánh được bằng điểm phần trăm",
        "Hãy so sánh bằng tỷ lệ phần trăm, hoặc chọn chỉ tiêu có đơn vị %",
    ),
}

PERIODS = {
    "not_a_period": Sentence(
        "Kỳ báo cáo «{text}»",
        "chưa đọc được",
        "Hãy ghi như «tháng 4/2022», «Quý III/2022», «6 tháng đầu năm 2022» hoặc «năm 2022»",
    ),
    "not_a_period_code": Sentence(
        "Mã kỳ báo cáo «{text}»", "không đúng dạng", "Hãy dùng mã như 2022-04, 2022-Q3, 2022-H1, 2022-9M hoặc 2022"
    ),
    "period_without_year": Sentence("Kỳ báo cáo «{text}»", "thiếu năm", "Hãy ghi thêm năm, ví dụ «{text} năm 2022»"),
    "no_such_period": Sentence(
        "Kỳ báo cáo",
        "không có {kind} thứ {number} trong năm {year}",
        "Một năm có 12 tháng, 4 quý, 2 nửa năm; hãy kiểm tra lại số của kỳ",
    ),
    "no_such_day": Sentence("Ngày «{text}»", "không có trong lịch", "Hãy kiểm tra lại ngày và tháng"),
    "ends_before_it_starts": Sentence(
        "Khoảng thời gian", "kết thúc ngày {end}, trước khi bắt đầu ngày {start}", "Hãy đổi lại ngày đầu và ngày cuối"
    ),
    "no_period_holds_the_day": Sentence(
        "Ngày {day}", "không nằm trong {kind} nào", "Hãy chọn một ngày khác hoặc một loại kỳ khác"
    ),
    "not_months_of_one_year": Sentence(
        "Các kỳ {periods}", "không phải là các tháng của cùng một năm", "Hãy chỉ cộng lũy kế các tháng trong một năm"
    ),
    "base_not_earlier": Sentence(
        "Gốc so sánh năm {base}", "không trước kỳ «{period}»", "Hãy chọn một năm trước kỳ báo cáo để so sánh"
    ),
    "unknown_calendar": Sentence(
        "Lịch báo cáo «{calendar}»",
        "chưa được khai báo",
        "Hãy dùng một trong các lịch: {known}; hoặc opens-on-21 cho kỳ mở từ ngày 21 tháng trước",
    ),
    "bad_opening_day": Sentence(
        "Lịch báo cáo «{calendar}»", "mở kỳ vào ngày {day}, tháng nào cũng phải có", "Hãy chọn một ngày từ 2 đến 28"
    ),
}

UNITS_IN_TIME = {
    "key_twice": Sentence("Đơn vị «{key}»", "được khai báo hai lần", "Hãy bỏ bớt một lần khai báo"),
    "ends_before_it_begins": Sentence(
        "Đơn vị «{key}»", "kết thúc ngày {on}, trước ngày bắt đầu", "Hãy kiểm tra lại hai ngày hiệu lực"
    ),
    "unknown_entity": Sentence("Đơn vị «{key}»", "chưa được khai báo", "Hãy khai báo đơn vị trước khi nhắc tới"),
    "born_twice": Sentence(
        "Đơn vị «{key}»", "được thành lập hai lần, lần sau vào ngày {on}", "Hãy giữ lại một sự kiện thành lập"
    ),
    "dates_disagree": Sentence(
        "Đơn vị «{key}»",
        "có ngày bắt đầu {stated} khác với ngày thành lập {on}",
        "Hãy sửa cho hai ngày trùng nhau theo văn bản thành lập",
    ),
    "not_alive": Sentence(
        "Đơn vị «{key}»", "không hoạt động vào ngày {on}", "Hãy kiểm tra lại ngày, hoặc chọn đơn vị kế thừa"
    ),
    "code_taken": Sentence(
        "Mã «{unit_code}»", "đang được cả «{key}» và «{other}» dùng", "Hãy kiểm tra ngày chuyển mã giữa hai đơn vị"
    ),
    "name_taken": Sentence(
        "Tên «{name}»", "đang được cả «{key}» và «{other}» dùng", "Hãy kiểm tra ngày đổi tên của hai đơn vị"
    ),
    "parent_not_alive": Sentence(
        "Đơn vị «{key}»",
        "trực thuộc «{parent}», đơn vị này không hoạt động",
        "Hãy chuyển sang đơn vị cấp trên đang hoạt động",
    ),
    "parent_circle": Sentence(
        "Đơn vị «{key}»", "trực thuộc vòng quanh qua «{parent}»", "Hãy sửa lại quan hệ trực thuộc của hai đơn vị"
    ),
    "nothing_changes": Sentence(
        "Sự kiện {kind} ngày {on}", "chưa ghi nội dung thay đổi ({missing})", "Hãy ghi giá trị mới, hoặc bỏ sự kiện này"
    ),
    "wrong_number_of_units": Sentence(
        "Sự kiện {kind} ngày {on}",
        "có {found} đơn vị ở phía {side}, cần ít nhất {fewest}",
        "Hãy ghi đủ các đơn vị trước và sau sắp xếp",
    ),
    "unit_twice": Sentence(
        "Sự kiện {kind} ngày {on}", "nhắc một đơn vị hai lần ở phía {side}", "Hãy bỏ bớt một lần nhắc"
    ),
    "merge_needs_two": Sentence(
        "Việc hợp nhất thành «{key}» ngày {on}", "chỉ có một đơn vị tham gia", "Hãy ghi đủ các đơn vị được hợp nhất"
    ),
    "receiver_is_no_successor": Sentence(
        "Đơn vị «{key}» trong sự kiện ngày {on}",
        "được ghi là nơi tiếp nhận nhưng không có trong các đơn vị sau sắp xếp",
        "Hãy thêm đơn vị này vào danh sách sau sắp xếp, hoặc bỏ khỏi nơi tiếp nhận",
    ),
    "share_of_stranger": Sentence(
        "Tỷ lệ chia của «{key}» ngày {on}",
        "thuộc về một đơn vị không tham gia sự kiện",
        "Hãy ghi tỷ lệ cho đúng đơn vị được chia",
    ),
    "share_below_zero": Sentence(
        "Tỷ lệ chia của «{key}» ngày {on}", "là {share}, nhỏ hơn 0", "Hãy ghi tỷ lệ từ 0 đến 1"
    ),
    "shares_exceed_whole": Sentence(
        "Các tỷ lệ chia ngày {on}", "cộng lại thành {total}, lớn hơn 1", "Hãy sửa để tổng các tỷ lệ không quá 1"
    ),
    "no_weight": Sentence("Đơn vị «{key}»", "chưa có quyền số", "Hãy khai báo quyền số của đơn vị này cho kỳ báo cáo"),
}

PACKS = {
    "packs_unreadable": Sentence(
        "Thư mục chỉ tiêu «{root}»",
        "chưa đọc được ({reason})",
        "Hãy chạy «giaoban pack check» để biết tệp, dòng và mục cần sửa",
    ),
    "no_packs": Sentence(
        "Thư mục «{root}»",
        "không có gói lĩnh vực nào",
        "Hãy chọn thư mục có các thư mục con chứa tệp pack.toml (xem docs/packs.md)",
    ),
    "no_such_sector": Sentence("Lĩnh vực «{code}»", "không có trong bộ gói", "Hãy chọn một trong: {known}"),
    "entity_unreadable": Sentence("Tệp «{file}»", "chưa đọc được ({reason})", "Hãy sửa tệp theo đúng dạng TOML"),
    "entity_faulty": Sentence(
        "Tệp «{file}», dòng {line}, mục «{key}»", "có lỗi: {problem}", "Hãy sửa mục này rồi thử lại"
    ),
    "entities_contradict": Sentence(
        "Tệp «{file}», dòng {line}, mục «{key}»",
        "mâu thuẫn với mục khác: {problem}",
        "Hãy đối chiếu hai mục với văn bản gốc",
    ),
    "regime_faulty": Sentence(
        "Tệp «{file}»",
        "khai báo chế độ báo cáo chưa đúng: {problem}",
        "Hãy sửa lịch, kỳ và nguồn của chế độ rồi thử lại",
    ),
    "no_layout": Sentence(
        "Bản đồ ô", "chưa có hình vẽ cho {units} đơn vị này", "Hãy thêm hình vẽ vào tệp entities/tiles.toml"
    ),
    "layout_faulty": Sentence(
        "Hình vẽ «{layout}» của bản đồ ô", "không khớp với danh sách đơn vị: {units}", "Hãy sửa tệp entities/tiles.toml"
    ),
}

FILES = {
    "file_missing": Sentence("Tệp", "không có ở nơi được chỉ", "Hãy kiểm tra lại tên tệp và thư mục"),
    "file_refused": Sentence("Tệp", "không mở được", "Hãy kiểm tra quyền đọc tệp, hoặc sao chép tệp sang nơi khác"),
    "file_is_folder": Sentence("Đường dẫn", "là một thư mục, không phải tệp", "Hãy chọn một tệp trong thư mục đó"),
    "file_not_regular": Sentence(
        "Đường dẫn", "không phải là một tệp thông thường", "Hãy chọn tệp văn bản, .docx, .pdf, .html hoặc ảnh"
    ),
    "folder_empty": Sentence(
        "Thư mục", "không có báo cáo nào đọc được", "Hãy chọn thư mục có tệp thuộc một trong các loại: {endings}"
    ),
    "history_columns": Sentence(
        "Tệp số liệu các kỳ trước", "thiếu cột", "Hãy ghi đủ ba cột indicator, period, value ở dòng đầu của tệp CSV"
    ),
    "history_value": Sentence(
        "Dòng {line}",
        "có cột value ghi «{typed}», không đọc được thành một con số",
        "Hãy gõ số theo đơn vị gốc, ví dụ 4215000000000 hoặc 1.234,5",
    ),
    "output_refused": Sentence(
        "Kết quả", "không ghi ra được ({reason})", "Hãy kiểm tra dung lượng đĩa và quyền ghi ở nơi nhận rồi chạy lại"
    ),
    "file_empty": Sentence("Tệp", "không có nội dung", "Hãy chọn tệp khác, hoặc mở tệp xem đã lưu đủ chưa"),
    "file_too_large": Sentence(
        "Tệp",
        "có dung lượng {size:size}, lớn hơn mức {limit:size} nhận được",
        "Hãy chia tệp thành nhiều phần rồi gửi lại",
    ),
    "text_too_long": Sentence(
        "Tệp",
        "chứa {characters:number} ký tự, nhiều hơn mức {limit:number} ký tự nhận được",
        "Hãy chia tệp thành nhiều phần rồi gửi lại",
    ),
    "file_corrupt": Sentence(
        "Tệp", "bị hỏng, không đọc được", "Hãy mở lại bằng phần mềm gốc, lưu thành tệp mới rồi gửi"
    ),
    "file_locked": Sentence("Tệp", "có mật khẩu", "Hãy bỏ mật khẩu, lưu lại rồi gửi"),
    "file_hostile": Sentence(
        "Tệp",
        "chứa thành phần không an toàn nên không được mở",
        "Hãy lưu lại thành tệp mới từ phần mềm soạn thảo rồi gửi",
    ),
    "file_binary": Sentence(
        "Tệp", "không phải là văn bản", "Hãy gửi đúng loại tệp: .txt, .html, .docx, .pdf, .png hoặc .jpg"
    ),
    "file_other_writer": Sentence(
        "Tệp", "là {form}, chưa đọc được", "Hãy mở bằng phần mềm soạn thảo, chọn «Lưu thành» .docx hoặc .pdf rồi gửi"
    ),
    "file_is_spreadsheet": Sentence(
        "Tệp", "là bảng tính, không phải báo cáo bằng chữ", "Hãy chép các bảng cần đọc vào tệp .docx rồi gửi"
    ),
    "file_is_archive": Sentence("Tệp", "là tệp nén", "Hãy giải nén rồi gửi từng báo cáo bên trong"),
    "reader_failed": Sentence(
        "Tệp",
        "làm phần mềm gặp lỗi chưa lường trước ({reason})",
        "Hãy gửi tệp này cho quản trị hệ thống; các tệp khác vẫn được đọc",
    ),
    "reading_timed_out": Sentence(
        "Việc đọc tệp", "quá lâu nên đã dừng", "Hãy lưu lại tệp từ phần mềm gốc, hoặc tách tệp thành nhiều phần"
    ),
    "archive_swells": Sentence(
        "Tệp nén",
        "giải nén thành {size:size}, lớn hơn mức {limit:size} cho phép",
        "Hãy lưu lại tài liệu với ít hình ảnh hơn, hoặc chia thành nhiều tệp",
    ),
    "archive_too_dense": Sentence(
        "Tệp nén",
        "có phần nở ra quá nhiều lần khi giải nén",
        "Hãy mở bằng phần mềm soạn thảo, lưu thành tệp mới rồi gửi",
    ),
    "archive_too_many_parts": Sentence(
        "Tệp nén",
        "có {parts:number} phần bên trong, nhiều hơn mức {limit:number} cho phép",
        "Hãy mở bằng phần mềm soạn thảo, lưu thành tệp mới rồi gửi",
    ),
    "encoding_unknown": Sentence("Tệp", "dùng bảng mã chữ chưa nhận ra", "Hãy lưu lại tệp theo bảng mã UTF-8 rồi gửi"),
    "too_many_pages": Sentence(
        "Tệp",
        "có {pages:number} trang, nhiều hơn mức {limit:number} trang nhận được",
        "Hãy tách tệp thành nhiều phần rồi gửi lại",
    ),
    "image_too_large": Sentence(
        "Ảnh",
        "có {width:number} × {height:number} điểm ảnh, lớn hơn mức {limit:number} điểm ảnh nhận được",
        "Hãy quét lại ở 300 dpi",
    ),
    "no_words": Sentence(
        "Tệp", "không có chữ nào nhận ra được", "Hãy quét lại rõ hơn, thẳng trang, hoặc gửi bản gốc .docx"
    ),
    "ocr_missing": Sentence(
        "Tệp quét này",
        "cần phần mềm nhận dạng chữ Tesseract, máy chưa cài",
        "Hãy cài bằng «sudo apt-get install tesseract-ocr tesseract-ocr-vie» rồi thử lại, hoặc gửi bản có chữ",
    ),
    "ocr_language_missing": Sentence(
        "Phần mềm nhận dạng chữ Tesseract",
        "chưa có dữ liệu tiếng Việt",
        "Hãy cài bằng «sudo apt-get install tesseract-ocr-vie» rồi thử lại",
    ),
    "ocr_timed_out": Sentence(
        "Việc nhận dạng chữ", "quá lâu nên đã dừng", "Hãy tách tệp thành ít trang hơn, hoặc quét lại ở 300 dpi"
    ),
}

RIGHTS = {
    "signed_out": Sentence("Tài khoản", "đã ngừng hoạt động", "Hãy liên hệ quản trị hệ thống để mở lại"),
    "no_unit": Sentence("Tài khoản", "chưa gắn với đơn vị nào", "Hãy nhờ quản trị hệ thống gắn đơn vị"),
    "no_right": Sentence(
        "Vai trò «{role}»", "không có quyền làm việc này", "Hãy nhờ Văn phòng Bộ hoặc quản trị hệ thống"
    ),
    "not_your_branch": Sentence(
        "Nội dung này", "thuộc đơn vị khác", "Hãy chọn nội dung của đơn vị mình, hoặc nhờ đơn vị đó xử lý"
    ),
    "not_your_sector": Sentence(
        "Nội dung này", "thuộc lĩnh vực «{sector}» chưa giao cho bạn", "Hãy nhờ chuyên viên phụ trách lĩnh vực đó"
    ),
}

ACTS = {
    "wrong_kind": Sentence("Mục này", "không phải loại nội dung của thao tác", "Hãy tải lại trang rồi chọn lại mục"),
    "item_incomplete": Sentence(
        "Mục «{quote}»", "còn thiếu: {fields}", "Hãy bổ sung ở bảng bên phải rồi chấp nhận lại"
    ),
    "indicator_unknown": Sentence("Chỉ tiêu «{typed}»", "không có trong danh mục", "Hãy chọn một chỉ tiêu được gợi ý"),
    "indicator_open": Sentence("Chỉ tiêu", "chưa được chọn", "Hãy chọn một chỉ tiêu được gợi ý"),
    "entity_twice": Sentence("Tên «{typed}»", "là của nhiều đơn vị", "Hãy chọn đúng đơn vị trong danh sách"),
    "entity_unknown": Sentence("Đơn vị «{typed}»", "không có trong danh mục", "Hãy chọn đơn vị trong danh sách"),
    "period_open": Sentence("Kỳ báo cáo", "chưa rõ", "Hãy ghi kỳ của số liệu, ví dụ «tháng 4/2022»"),
    "value_open": Sentence("Giá trị", "chưa rõ", "Hãy gõ số kèm đơn vị, ví dụ «27.477 tỷ đồng»"),
    "scenario_unknown": Sentence(
        "Loại số liệu «{typed}»", "không có trong danh mục", "Hãy chọn thực hiện, kế hoạch hoặc ước thực hiện"
    ),
    "status_unknown": Sentence(
        "Trạng thái «{typed}»", "không có trong danh mục", "Hãy chọn ước tính, sơ bộ hoặc chính thức"
    ),
}

BOUNDARIES = {
    "boundary_no_file": Sentence("Tệp «{file}»", "không có ở nơi được chỉ", "Hãy kiểm tra lại tên tệp và thư mục"),
    "boundary_too_large": Sentence(
        "Tệp «{file}»", "lớn hơn {limit:size}", "Hãy xuất lại ranh giới ở mức chi tiết thấp hơn rồi nhập"
    ),
    "boundary_not_json": Sentence(
        "Tệp «{file}», dòng {line}", "không đọc được theo dạng GeoJSON", "Hãy xuất lại tệp dạng GeoJSON, bảng mã UTF-8"
    ),
    "boundary_not_geojson": Sentence(
        "Tệp ranh giới",
        "không có danh sách vùng (FeatureCollection)",
        "Hãy xuất lại tệp dạng GeoJSON, mỗi đơn vị một vùng",
    ),
    "boundary_no_area": Sentence(
        "Vùng thứ {feature}", "không có đường bao khép kín", "Hãy xuất lại dạng Polygon hoặc MultiPolygon"
    ),
    "boundary_not_degrees": Sentence(
        "Vùng thứ {feature}",
        "có tọa độ ({x}; {y}) không phải kinh độ, vĩ độ trong khung bản đồ Việt Nam",
        "Nếu tệp dùng VN-2000 (mét), hãy chuyển sang WGS-84 (độ) rồi nhập lại",
    ),
    "boundary_unknown_units": Sentence(
        "Tệp ranh giới",
        "có vùng không phải là đơn vị của ngày {on}: {names} (ngày khớp với tệp: {day})",
        "Hãy sửa tên hoặc mã trong tệp, hoặc nhập lại với --on và đúng ngày",
    ),
    "boundary_missing_units": Sentence(
        "Tệp ranh giới",
        "thiếu đơn vị của ngày {on}: {names} (ngày khớp với tệp: {day})",
        "Hãy bổ sung các đơn vị này, hoặc nhập lại với --on và đúng ngày",
    ),
    "boundary_code_and_name_differ": Sentence(
        "Vùng thứ {feature}",
        "ghi tên {name} nhưng mã là của {by_code} vào ngày {on}",
        "Hãy sửa mã hoặc tên; từ 01/7/2025 có bảy mã đổi chủ",
    ),
}

SENTENCES: Mapping[str, Sentence] = {
    **FIGURES,
    **PERIODS,
    **UNITS_IN_TIME,
    **PACKS,
    **BOUNDARIES,
    **FILES,
    **RIGHTS,
    **ACTS,
}

UNKNOWN = Sentence(
    "Thao tác", "chưa thực hiện được ({code})", "Hãy thử lại; nếu vẫn vậy, hãy báo quản trị hệ thống mã này"
)
"""What is said of a code without a sentence: never a trace, never silence."""
