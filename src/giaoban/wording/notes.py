"""What a person should know about a file although it was read: a sentence for every note of `exchange`."""

from __future__ import annotations

from collections.abc import Mapping

from giaoban.wording.errors import fill

NOTES: Mapping[str, str] = {
    "converted_encoding": "Chữ trong tệp theo bảng mã cũ ({encoding}), đã chuyển sang Unicode; hãy xem lại tên riêng.",
    "broken_bytes": "Có {count} ký tự hỏng trong tệp, được thay bằng dấu hỏi; hãy đối chiếu với bản gốc.",
    "recognised": "{pages} trang được nhận dạng từ ảnh quét, {doubtful} con số chưa chắc; hãy đối chiếu bản gốc.",
    "pages_left_out": "{pages} trang nhận dạng quá lâu nên bị bỏ qua; hãy tách các trang đó thành tệp riêng.",
    "tables_left_out": "{pages} trang có bảng phức tạp, chỉ đọc được phần chữ; hãy gửi bản .docx nếu có.",
    "wrong_ending": "Tệp mang đuôi {ending} nhưng nội dung là {form}; tệp vẫn được đọc theo nội dung.",
}

UNKNOWN = "Có một lưu ý khi đọc tệp ({code}); hãy đối chiếu kết quả với bản gốc."


def say_note(code: str, details: Mapping[str, object] | None = None) -> str:
    """The sentence of a note, its details filled in; a code without a sentence gets a general one."""
    return fill(NOTES.get(code, UNKNOWN), {"code": code, **(details or {})})
