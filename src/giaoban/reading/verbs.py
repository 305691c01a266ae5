"""The verbs of office work, and the small words that stand before a verb.

Source: none; collected from the language of conclusions, directives and conference news. A verb that is missing costs little:
names end by their own grammar too, and a sentence with "phải" or "yêu cầu" needs no listed verb.
"""

from __future__ import annotations

from giaoban.reading.alternatives import by_first_letter
from giaoban.reading.patterns import later

ACTIONS = r"""
ban hành, biên soạn, bàn, bàn giao, bám sát, báo cáo, bãi bỏ, bình ổn, bảo vệ, bảo đảm, bỏ, bố trí, bổ sung,
bứt phá, cam kết, chia, chia sẻ, cho ý kiến, chuyển, chuyển đổi, chuẩn bị, chuẩn hóa, chú trọng, chạy,
chạy thử, chấm công, chấm dứt, chấn chỉnh, chấp hành, chặn, chỉ đạo, chỉ định, chịu trách nhiệm, chọn, chốt,
chủ trì, chủ động, chứng minh, cung cấp, cung ứng, cân đối, có biện pháp, có báo cáo, có chính sách,
có giải pháp, có kế hoạch, có nhiệm vụ, có phương án, có trách nhiệm, có vai trò, có văn bản, công bố,
công khai, cải cách, cải thiện, cảnh báo, cấp phát, cấp phép, cập nhật, cắt, cắt giảm, cụ thể hóa, củng cố, cử,
di chuyển, di dời, duy trì, dành, dùng, dẫn dắt, dẹp, dọn, dồn, dời, dứt điểm, dừng, dự báo, dự thảo, ghi hình,
ghi nhận, gia hạn, giao(?! (?:ban|thông|lưu|dịch|tiếp|diện)(?!\w)), giám sát, giãn, giúp, giải ngân, giải quyết, giải đáp, giảm, giảm thiểu, giới thiệu,
giữ, giữ gìn, giữ vững, gom, góp ý, gương mẫu, gắn, gỡ, gỡ bỏ, gửi, hiện đại hóa, hoàn thiện, hoàn thành,
hoàn tất, hoãn, huy động, hướng dẫn, hưởng ứng, hạn chế, học hỏi, học tập, hỗ trợ, hợp nhất, hợp tác, hủy,
khai thác, khai trương, khen thưởng, khoanh vùng, khuyến khích, khép kín, khóa, khơi thông, khảo sát,
khẩn trương, khắc phục, khởi công, khởi động, kiến nghị, kiểm kê, kiểm soát, kiểm tra, kiểm điểm, kiện toàn,
kéo, kéo giảm, kê khai, kêu gọi, ký, ký cam kết, ký kết, kết nối, kết thúc, kịp thời, lan tỏa, lo, lo liệu,
loại bỏ, làm, làm chủ, làm rõ, làm tốt, làm việc, làm đầu mối, lên kế hoạch, lên phương án, lùi, lưu trữ,
lưu ý, lấy ý kiến, lập, lắng nghe, lắp đặt, lồng ghép, lựa chọn, mua sắm, mở, mở rộng, nghiêm túc, nghiên cứu,
nghiệm thu, ngăn chặn, ngừng, nhanh chóng, nhân rộng, nhập, nhắc, nhắc nhở, niêm phong, niêm yết, nâng,
nâng cao, nâng cấp, nêu cao, nói không, nắm, nắm bắt, nối, nộp, phát hiện, phát huy, phát hành, phát quang,
phát triển, phát động, phân bổ, phân công, phân cấp, phân loại, phân tích, phê duyệt, phòng chống, phòng ngừa,
phản hồi, phản ánh, phấn đấu, phối hợp, phổ biến, phục vụ, phủ kín, phủ sóng, quan tâm, quy hoạch, quy định,
quyết liệt, quyết toán, quán triệt, quét, quản lý, quảng bá, ra mắt, ra quyết định, ra quân, ra văn bản, rà,
rà lại, rà soát, rót, rút, rút kinh nghiệm, rút ngắn, rốt ráo, siết, siết chặt, soạn, soạn thảo, sàng lọc,
sơ kết, sắp xếp, sẵn sàng, số hóa, sử dụng, sửa, sửa đổi, tham gia, tham mưu, thanh kiểm tra, thanh toán,
thanh tra, thay, thay thế, theo dõi, thiết lập, thu hút, thu hồi, thu thập, thành lập, tháo dỡ, tháo gỡ,
thí điểm, thông báo, thông qua, thúc đẩy, thường xuyên, thẩm định, thống kê, thống nhất, thử nghiệm, thực hiện,
thực hành, tiêu hủy, tiến hành, tiếp cận, tiếp nhận, tiếp thu, tiếp tục, tiết kiệm, tra cứu, tranh thủ, trao,
trao đổi, treo, triển khai, truyền thông, trình, trích, trả, trả lời, trực, trực tiếp, tung ra, tuyên truyền,
tuyển dụng, tuân thủ, tách, tái cơ cấu, tìm, tích cực, tích hợp, tính, tính toán, tăng, tăng cường, tăng giá,
tăng tốc, tư vấn, tạm dừng, tạo, tạo lập, tạo điều kiện, tận dụng, tập huấn, tập hợp, tập trung, tối ưu,
tối ưu hóa, tổ chức, tổng hợp, tổng kết, tổng rà soát, từ chối, tự rà soát, viết, vào cuộc, vượt, vận hành,
vận động, xem lại, xem xét, xin ý kiến, xong, xuất bản, xác minh, xác nhận, xác định, xây dựng, xã hội hóa,
xóa, xúc tiến, xếp, xếp hạng, xử lý, xử phạt, yêu cầu, áp dụng, điều chỉnh, điều hành, điều phối, điều động,
điểm danh, đo kiểm, đo lường, đào thải, đào tạo, đánh giá, đình chỉ, đón, đón đầu, đóng, đôn đốc, đăng ký,
đăng tải, đưa, đảm bảo, đảm nhiệm, đảm nhận, đảm trách, đấu thầu, đấu tranh, đẩy, đẩy mạnh, đẩy nhanh, đặt,
đề cao, đề nghị, đề ra, đề xuất, đốc thúc, đối chiếu, đối soát, đối thoại, đổi, đổi mới, động viên, đứng ra,
ưu tiên, ấn định, ổn định, ứng dụng, ứng phó
"""
AUXILIARIES = """
cần phải, phải, cần, nên, sẽ, đã, đang, vừa, hãy, được, bị, là, không được, không, chưa, cũng, thì, mà, để, cùng nhau, sớm, khẩn trương,
nhanh chóng, tích cực, chủ động, tiếp tục, nghiêm túc, quyết liệt, kịp thời, thường xuyên, trực tiếp, tập trung, ngay, luôn, căn cứ, từ nay,
trong thời gian, trước ngày, trước mắt, chậm nhất, trước, hoàn toàn, định kỳ, hàng, hằng, mỗi tháng, mỗi tuần, mỗi quý, mỗi năm, vẫn, còn, với,
theo, nếu, khi, vào, dự kiến, nhằm, cho, về, đến, tới, tuyệt đối, nghiêm cấm, rà soát lại, mới, trong quý, trong tháng, trong năm, có
"""


def _any_of(phrases: str) -> str:
    words = sorted(
        {phrase.strip() for phrase in phrases.replace("\n", " ").split(",") if phrase.strip()}, key=len, reverse=True
    )
    return by_first_letter("|".join(words))


VERB = later(rf"(?<!\w)(?:{_any_of(ACTIONS)})(?!\w)")
AUXILIARY = later(rf"(?<!\w)(?:{_any_of(AUXILIARIES)})(?!\w)")
