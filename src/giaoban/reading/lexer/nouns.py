"""Counted nouns: what a bare number before them counts, and what it does not."""

from __future__ import annotations

_COUNTED = """
thuê bao/thuê bao di động/sim/số thuê bao/tài khoản/tên miền/tin nhắn/tin/cuộc gọi/cuộc/cuộc tấn công/cuộc tấn công mạng/sự cố/lỗ hổng/điểm yếu/địa chỉ/địa chỉ ip/ip/máy chủ/máy/máy tính/trạm/trạm bts/
trạm phát sóng/cột/vị trí/điểm/điểm phục vụ/điểm cầu/điểm trường/điểm bưu điện/bưu cục/bưu gửi/bưu phẩm/bưu kiện/kiện/đơn hàng/đơn/thư/bức thư/bưu tá/gói/gói tin/gói thầu/website/trang/trang web/trang thông tin/báo/tạp chí/
cơ quan/cơ quan báo chí/đài/kênh/chương trình/tác phẩm/bài/bài viết/tin bài/tin, bài/xuất bản phẩm/đầu sách/cuốn/cuốn sách/bản/bản sách/ấn phẩm/nhà xuất bản/cơ sở/cơ sở in/nhà in/video/clip/trò chơi/game/ứng dụng/nền tảng/phần mềm/
hệ thống/cơ sở dữ liệu/dịch vụ/dịch vụ công/thủ tục/thủ tục hành chính/hồ sơ/giao dịch/lượt/lượt khách/lượt người/lượt truy cập/lượt tải/lượt xe/lượt xem/lượt dự án/lượt hồ sơ/lượt tìm kiếm/lượt giao dịch/văn bản/văn bản pháp luật/công văn/
quyết định/thông tư/nghị định/chỉ thị/nghị quyết/quyết định xử phạt/đề án/dự án/dự án fdi/công trình/hợp đồng/giấy phép/giấy chứng nhận/chứng chỉ/chứng thư số/chữ ký số/chữ ký/văn bằng/bằng/sáng chế/đơn vị/tổ chức/tổ chức, cá nhân/
cá nhân/doanh nghiệp/công ty/hợp tác xã/tập đoàn/tổng công ty/chi nhánh/cửa hàng/siêu thị/chợ/trung tâm/viện/trường/trường học/bệnh viện/cơ sở y tế/giường bệnh/giường/phòng/phòng học/lớp/lớp học/khóa học/khóa đào tạo/khóa tập huấn/khóa bồi dưỡng/
người/lao động/nhân viên/cán bộ/công chức/viên chức/chuyên gia/kỹ sư/học sinh/sinh viên/học viên/giáo viên/giảng viên/bác sĩ/bệnh nhân/ca/ca mắc/ca tử vong/ca nhiễm/trường hợp/đối tượng/thành viên/hội viên/đoàn viên/đảng viên/đại biểu/người dân/
công dân/khách/khách hàng/khách du lịch/du khách/hành khách/hộ/hộ dân/hộ gia đình/hộ nghèo/gia đình/nhân khẩu/khẩu/dân/vụ/vụ việc/vụ án/vụ tai nạn/vụ cháy/đợt/đoàn/đoàn kiểm tra/cuộc thanh tra/cuộc kiểm tra/cuộc họp/hội nghị/phiên/
tỉnh/tỉnh, thành/tỉnh, thành phố/tỉnh thành/địa phương/bộ, ngành/bộ/ngành/bộ, ngành, địa phương/sở/huyện/quận/thị xã/thành phố/xã/phường/thị trấn/xã, phường/xã, phường, thị trấn/thôn/bản làng/ấp/buôn/khu phố/tổ dân phố/khu/khu công nghiệp/
cụm công nghiệp/khu vực/quốc gia/nước/vùng/tổ/tổ công nghệ số/tổ công nghệ số cộng đồng/nhóm hàng/mặt hàng/sản phẩm/sản phẩm ocop/thương hiệu/chỉ tiêu/tiêu chí/chỉ số/kiến nghị/phản ánh/ý kiến/câu hỏi/khiếu nại/
con/con lợn/con trâu/con bò/con gia cầm/cây/cây trồng/tàu/tàu cá/thuyền/chuyến/chuyến bay/chuyến tàu/xe/xe ô tô/ô tô/xe máy/phương tiện/chiếc/cái/bộ hồ sơ/bộ máy/căn/căn hộ/căn nhà/ngôi nhà/nhà/lô/lô đất/thửa/thửa đất/tờ/tấm/bộ phim/
bao/thùng/hộp/lon/chai/viên/que/cặp/đôi/bịch/quả/quả trứng/trứng/teu/container/lượt tàu/tuyến/tuyến cáp/tuyến đường/cầu/nút/nút mạng/bit/từ khóa/đường dây/đường truyền/kênh truyền/camera/thiết bị/smartphone/điện thoại/đồng hồ/
nhãn hiệu/mã/mã số/mã số thuế/mã độc/mẫu/mẫu xét nghiệm/mũi/liều/liều vaccine/suất/suất quà/suất học bổng/phần quà/tin giả/kết nối/phiên bản/phim/thiết chế/di tích/lễ hội/giải/giải thưởng/huy chương/huy chương vàng/hcv/tên/đầu việc/đầu báo/
cụm/cụm dân cư/nhiệm vụ/mô hình/sáng kiến/đề tài/nghiên cứu/bài báo/chủ đầu tư/nhân lực/nhân sự/chủ xe/chủ hộ/nhà thầu/gói vay/khoản vay/khoản/tổ máy/lãnh đạo/thanh niên/phụ nữ/trẻ em/trẻ/người nước ngoài/học giả/tuyến phố/tuyến xe/lượt tàu bay/trạm y tế/nhà văn hóa/thư viện/bảo tàng/sân bay/cảng/bến/kho/nhà kho/tổng đài/hộp thư/tem/bộ tem/mẫu tem/startup/quỹ/nhà đầu tư/nhà mạng/nhà máy/nhà khoa học/hệ sinh thái/chuyên mục/chuyên đề/buổi/buổi tập huấn/lượt cán bộ/bị cáo/bị can/tàu thuyền/lượt tàu thuyền/
bậc/hạng/thứ hạng/sáng tác/báo cáo/quy hoạch/bưu điện/hội/hội đồng/kênh truyền hình/chương trình truyền hình/đài phát thanh/cụm loa/loa/cụm thông tin cơ sở/điện kế/công tơ/mét/lượt hộ/ấn bản/thùng hàng/sọt/sạp/quầy/ki-ốt/kiốt/đồng bào/chiến sĩ/
trạm biến áp/bồn/bể/hồ/hồ chứa/giếng/lồng/lồng bè/ao/trang trại/gia trại/đàn/đàn ong/tổ ong/vườn/vườn ươm/tổ hợp tác/làng nghề/nghệ nhân/thợ/thợ lặn/ngư dân/nông dân/công nhân/công nhân viên/người lao động/lượt lao động/lượt người dân/
số điện thoại/số máy/đầu số/nhóm/nhóm hàng hóa/giống/loài/cá thể/thẻ/thẻ bảo hiểm/thẻ ngân hàng/sổ/giấy/giấy phép xây dựng/bằng lái/giấy phép lái xe/tài liệu/hiện vật/đĩa/băng/bản ghi/bản tin/số báo/kỳ/bản đồ/mạch/chip/vi mạch/bo mạch/linh kiện/
gian hàng/shop/nhà bán/nhà bán hàng/sàn/sàn giao dịch/sàn thương mại điện tử/đơn đặt hàng/lượt mua/đơn vị hành chính/đơn vị sự nghiệp/công dân số/định danh/tài khoản định danh/căn cước/thẻ căn cước/cccd
/trung tâm dữ liệu/bộ dữ liệu/chứng thư/tủ rack/mạng xã hội/bộ, tỉnh/bài viết, video/tờ, cuốn/điểm yếu, lỗ hổng
"""

_NOT_COUNTED = """
lĩnh vực/nội dung/trụ cột/mảng/giải pháp/vấn đề/nguyên nhân/yếu tố/khâu/mặt/con số/chữ số/phía/chiều/phương án/bước/cấp/năm/tháng/ngày/giờ/phút/giây/tuần/quý/tuổi/thập kỷ/thế kỷ/thập niên/đêm/
nhiệm kỳ/lần/ngày đêm/giờ đồng hồ/mùa/sáng/chiều/tối/bên/hướng/chân/đột phá/trọng tâm/điểm nhấn/thành tố/tầng/lớp lang/khía cạnh/nguyên tắc/điều/chương/phụ lục/trang/quan điểm/kịch bản/giai đoạn/không/cùng/sao/mục tiêu/khía/nhóm giải pháp/
nhóm nhiệm vụ/nhóm vấn đề/nhiệm vụ trọng tâm/chuyên mục lớn/ngày làm việc/năm tuổi/ngày qua/năm liền/năm qua/sẵn sàng/tại chỗ/có/nhà/sạch/dễ/khó/hình thức/góc độ/thế hệ/vòng/tập/chủ thể/bài học/bài toán
"""

# Words that cannot begin the name of what is counted.
STOP_WORDS = frozenset(
    [
        "và",
        "hoặc",
        "hay",
        "đến",
        "tới",
        "tại",
        "của",
        "cho",
        "trong",
        "là",
        "được",
        "có",
        "theo",
        "với",
        "từ",
        "do",
        "để",
        "nhằm",
        "thì",
        "mà",
        "cũng",
        "vào",
        "ra",
        "lên",
        "xuống",
        "về",
        "nếu",
        "khi",
        "như",
        "bởi",
        "vì",
        "nên",
        "đã",
        "đang",
        "sẽ",
        "phải",
        "cần",
        "này",
        "đó",
        "kia",
        "ấy",
        "nay",
        "rồi",
        "thôi",
        "nữa",
        "trên",
        "dưới",
        "sau",
        "trước",
        "giữa",
        "ngoài",
        "qua",
        "bằng",
        "so",
        "chiếm",
        "đạt",
        "tăng",
        "giảm",
        "tức",
        "nhưng",
        "song",
        "dù",
        "tuy",
        "hơn",
        "thêm",
        "kém",
        "cùng",
        "cả",
        "chỉ",
        "còn",
        "mới",
        "vẫn",
        "đều",
        "lại",
        "vượt",
        "gấp",
        "ước",
        "khoảng",
        "gần",
        "quy",
        "tương",
        "thuộc",
        "vốn",
        "không",
        "chưa",
        "bị",
        "do",
        "nhờ",
        "đồng",
        "thời",
        "ngang",
        "cao",
        "thấp",
        "thứ",
        "đầu",
        "cuối",
        "năm",
        "tháng",
        "quý",
        "ngày",
        "mỗi",
        "một",
        "hai",
        "ba",
        "bốn",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "vừa",
        "cụ",
        "riêng",
        "gồm",
        "bao",
        "lần",
        "hội",
        "nhất",
        "nhì",
        "toàn",
        "nhích",
        "phình",
        "rơi",
        "hạ",
        "sụt",
        "co",
        "teo",
        "vọt",
    ]
)

# A number after one of these words is a name, an order or a reference, not a count.
LABELS = frozenset(
    [
        "điều",
        "khoản",
        "chương",
        "mục",
        "phụ",
        "biểu",
        "bảng",
        "hình",
        "số",
        "quyết",
        "nghị",
        "luật",
        "thông",
        "khóa",
        "khoá",
        "thứ",
        "kỳ",
        "lớp",
        "cấp",
        "mức",
        "độ",
        "đoạn",
        "bản",
        "vòng",
        "đường",
        "phố",
        "quận",
        "tổ",
        "tầng",
        "hạng",
        "loại",
        "đợt",
        "khối",
        "trang",
        "câu",
        "tập",
        "phần",
        "dụ",
        "đề",
        "án",
        "lục",
        "định",
        "tư",
        "chỉ",
        "thị",
        "công",
        "văn",
        "pháp",
        "lệnh",
        "ngày",
        "tháng",
        "quý",
        "tuần",
        "mùng",
        "mồng",
        "hướng",
        "đại",
        "xiii",
        "covid",
        "games",
        "cup",
        "asean",
        "quốc",
        "lộ",
        "ql",
        "tỉnh_lộ",
        "vành",
        "đai",
        "windows",
        "office",
        "android",
        "ios",
        "iphone",
        "web",
        "top",
        "nhóm_tuổi",
        "phiên_bản",
        "kiến",
        "trúc",
        "nguồn",
        "mẫu",
        "ô",
        "tọa",
        "đầu_số",
        "tổng_đài",
        "hotline",
        "đt",
        "tel",
        "fax",
        "ví_dụ",
        "mã",
        "chuẩn",
        "tiêu_chuẩn",
        "iso",
        "tcvn",
        "qcvn",
    ]
)

# "năm 2022" is a year; a four-digit number in 1900..2100 is one too, unless a noun of this list follows.
DURATIONS = frozenset(["năm", "tháng", "ngày", "giờ", "phút", "giây", "tuần", "quý", "tuổi"])


def _table(phrases: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    rows: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases.split("/"):
        words = tuple(phrase.replace(",", " ,").split())
        if words:
            rows.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(set(found), key=len, reverse=True)) for first, found in rows.items()}


COUNTED = _table(_COUNTED)
"""First word → counted nouns, longest first."""
NOT_COUNTED = _table(_NOT_COUNTED)
