import type { Scripts } from "#drizzle/seed/demo/script.ts";

/** One-stop system, national portal, civil status, certification, digitising, payment. */
export const ONESTOP: Scripts = {
  2: {
    titles: ["Một cửa báo sai tài khoản, không vào được", "{g} không đăng nhập được một cửa"],
    bodies: [
      "Hôm trước vẫn vào bình thường, nay báo sai tên đăng nhập hoặc mật khẩu. Đã gõ lại cẩn thận.",
      "Quầy {q} không đăng nhập được, máy bên cạnh vào bình thường.",
      "Vào hệ thống một cửa thì nhảy về trang đăng nhập hoài.",
    ],
    tried: ["Đã thử máy khác, trình duyệt ẩn danh: vẫn báo sai. Tài khoản có vẻ bị khóa ở phía hệ thống."],
    fixes: [
      ["Tài khoản bị khóa do đồng bộ đăng nhập một lần", "Đã mở khóa tài khoản, đăng nhập lại được tại quầy."],
      ["Bàn phím bật chế độ gõ khác nên sai mật khẩu", "Hướng dẫn kiểm tra chế độ gõ và Caps Lock, đăng nhập được."],
    ],
  },
  5: {
    titles: ["Một cửa chậm quá, quầy đông", "Hệ thống một cửa bị treo khi tiếp nhận hồ sơ", "Một cửa load không nổi"],
    bodies: [
      "Bấm Tiếp nhận là xoay hơn 2 phút, từ {h} tới giờ. Người dân ngồi chờ đông.",
      "Cả {n} quầy đều chậm, có máy báo 504. Mạng vào trang khác vẫn nhanh.",
      "Lưu hồ sơ {th} phải bấm 3–4 lần mới được, có khi bị trùng hồ sơ.",
    ],
    tried: ["Đã loại trừ mạng tại phường: tốc độ bình thường, vào trang khác nhanh. Chậm ở mọi quầy, gửi kèm giờ và mã lỗi 504."],
    fixes: [
      ["Máy chủ một cửa quá tải đầu giờ sáng", "Đã tăng tài nguyên và khởi động lại dịch vụ, tiếp nhận thử dưới 5 giây."],
      ["Trình duyệt mở quá nhiều thẻ, bộ nhớ đầy", "Đã dọn bộ nhớ trình duyệt, tiếp nhận lại bình thường."],
    ],
  },
  15: {
    titles: ["Một cửa: ai cũng thấy hết hồ sơ các lĩnh vực", "Xin phân quyền theo lĩnh vực trên một cửa"],
    bodies: ["Công chức đất đai thấy cả hồ sơ hộ tịch và ngược lại, dễ bấm nhầm. Đề nghị tách theo lĩnh vực.", "Một người vừa tiếp nhận vừa xử lý được hồ sơ, không đúng quy trình. Nhờ cấu hình lại nhóm quyền."],
    tried: ["Đã có bảng phân quyền theo lĩnh vực do đơn vị ký. Nhờ cấu hình nhóm."],
    fixes: [["Đơn vị dùng chung một nhóm quyền từ lúc sáp nhập", "Đã tách nhóm quyền theo lĩnh vực, kiểm tra hai tài khoản: mỗi người chỉ thấy lĩnh vực của mình."]],
  },
  21: {
    titles: ["Hồ sơ nộp qua Cổng quốc gia không về quầy", "Dân nộp trực tuyến rồi mà một cửa chưa thấy hồ sơ"],
    bodies: ["Người dân đưa mã {hs} đã nộp từ {h} nhưng một cửa không có. Sợ trễ thời hạn tiếp nhận 1 ngày làm việc.", "Từ sáng tới giờ không có hồ sơ trực tuyến nào đổ về, mọi ngày {n} hồ sơ."],
    tried: ["Đã kiểm tra mã hồ sơ trên Cổng quốc gia: đã nộp. Chưa đồng bộ về một cửa, nhờ đối soát."],
    fixes: [["Hàng đợi đồng bộ giữa Cổng quốc gia và một cửa bị dừng", "Đã chạy lại đồng bộ, các hồ sơ còn thiếu đã về quầy, kiểm tra đủ số lượng."]],
  },
  26: {
    titles: ["Tiếp nhận nhầm thủ tục, xin hủy hồ sơ {hs}", "Chọn lộn thủ tục khi nhập hồ sơ"],
    bodies: ["Chọn nhầm thủ tục {th} khi tiếp nhận, đã in phiếu hẹn. Xin hủy {hs} để nhập lại.", "Nhập trùng hai hồ sơ cho một người do máy chậm, xin hủy một."],
    tried: ["Người dân còn ở quầy và đồng ý nhập lại. Hủy hồ sơ cần quyền của Thành phố."],
    fixes: [["Thao tác nhầm lúc đông", "Đã hủy hồ sơ nhập nhầm, ghi lý do; hồ sơ mới đã tiếp nhận."]],
  },
  32: {
    titles: ["Xin quyền xem báo cáo tiến độ hồ sơ của đơn vị", "Giám đốc Trung tâm chưa xem được báo cáo một cửa"],
    bodies: ["Cần theo dõi hồ sơ sắp trễ hạn của toàn đơn vị để nhắc các phòng, hiện chỉ xem được hồ sơ của mình.", "Đề nghị cấp quyền xem báo cáo tiến độ cho {g}."],
    tried: ["Giám đốc Trung tâm đã đồng ý. Nhờ cấp quyền xem báo cáo."],
    fixes: [["Chưa được gán vai trò xem báo cáo", "Đã cấp quyền xem báo cáo, mở báo cáo tuần này thấy đủ số liệu."]],
  },
  35: {
    titles: ["Tài khoản một cửa bị khóa vì nhập sai nhiều lần", "Mở khóa tài khoản một cửa quầy {q}"],
    bodies: ["Nhập sai 5 lần nên bị khóa, đang có người chờ ở quầy.", "Đồng nghiệp trực thay gõ nhầm nên khóa luôn tài khoản."],
    tried: ["Đã xác minh, nút mở khóa tại đơn vị báo không đủ quyền."],
    fixes: [["Nhập sai mật khẩu quá 5 lần", "Đã xác minh tại quầy và mở khóa, đăng nhập được."]],
  },
  37: {
    titles: ["Mẫu in sai tên đơn vị sau cập nhật", "Giấy tiếp nhận in ra sai tên phường"],
    bodies: ["In giấy tiếp nhận ra tên phường cũ, đã tạm ngưng in.", "Trích lục in ra thiếu dòng tiêu ngữ, người dân trả lại."],
    tried: ["Đã kiểm tra trên ba máy đều sai, lỗi từ mẫu trên hệ thống. Đã dặn quầy ngưng in bản sai."],
    fixes: [["Mẫu in bị ghi đè khi cập nhật", "Đã sửa mẫu in và in thử đúng tên đơn vị. Bản sai đã thu lại."]],
  },
  38: {
    titles: ["Danh mục địa chỉ còn tên phường cũ", "Không chọn được phường mới khi nhập địa chỉ"],
    bodies: ["Nhập địa chỉ người dân chỉ có tên phường cũ, chọn tên mới không ra.", "Hồ sơ {th} không lưu được vì địa chỉ không khớp danh mục mới."],
    tried: ["Danh mục địa giới trên hệ thống chưa đủ tên mới. Tạm chọn địa chỉ nhập tay."],
    fixes: [["Danh mục địa giới chưa cập nhật", "Đã cập nhật danh mục địa giới, chọn được tên đơn vị mới và lưu hồ sơ."]],
  },
  52: {
    titles: ["Xử lý hồ sơ phi địa giới thế nào?", "Dân phường khác tới nộp, tiếp nhận ra sao?"],
    bodies: ["Người dân ở phường khác tới nộp hồ sơ {th}, chưa rõ tiếp nhận rồi chuyển đi đâu.", "Hồ sơ phi địa giới tiếp nhận xong thì phí và trả kết quả tính cho đơn vị nào?"],
    tried: ["Thao tác trên phần mềm đã rõ, còn phần nghiệp vụ thu phí cần ý kiến Trung tâm Phục vụ hành chính công Thành phố."],
    fixes: [["Quy trình mới, chưa được tập huấn", "Đã hướng dẫn chọn Tiếp nhận phi địa giới, hồ sơ tự chuyển đơn vị giải quyết; gửi kèm tài liệu 2 trang."]],
  },
  55: {
    titles: ["Tệp quét quá lớn không tải lên được", "Tải hồ sơ lên báo vượt dung lượng"],
    bodies: ["Bản vẽ quét ra 48 MB, hệ thống chỉ nhận tới 20 MB.", "Hồ sơ {n} trang quét màu, tải lên báo lỗi."],
    tried: ["Đã nén và tách tệp, vẫn vượt giới hạn với bản vẽ lớn."],
    fixes: [["Quét ở độ phân giải 600 dpi", "Đã chỉnh máy quét về 200 dpi và tách tệp, tải lên được."]],
  },
  71: {
    titles: ["Làm sáng thứ Bảy mà hồ sơ vẫn tính trễ hạn", "Hệ thống tính sai hạn hồ sơ ngày làm thêm"],
    bodies: ["Trung tâm làm sáng thứ Bảy nhưng hệ thống tính sai ngày trả, {n} hồ sơ báo trễ.", "Hồ sơ nhận sáng thứ Bảy bị tính hạn như nhận thứ Sáu."],
    tried: ["Lịch làm việc của đơn vị trên hệ thống chưa có sáng thứ Bảy."],
    fixes: [["Lịch làm việc trên hệ thống chưa khai báo ngày làm thêm", "Đã sửa lịch làm việc, các hồ sơ được tính lại hạn."]],
  },
  11: {
    titles: ["Tra hộ tịch không ra dữ liệu cũ", "Hộ tịch không tìm thấy đăng ký khai sinh trước 2016"],
    bodies: ["Người dân xin trích lục khai sinh, tra theo họ tên và năm sinh không ra. Sổ giấy thì có.", "Tra cứu chỉ ra dữ liệu từ 2020 trở lại, người dân đang chờ."],
    tried: ["Đã thử tra theo số định danh, họ tên không dấu, năm sinh: không ra. Sổ giấy có ghi."],
    fixes: [["Dữ liệu phường cũ chưa được chuyển về đơn vị mới", "Bộ Tư pháp đã chuyển dữ liệu, tra lại ra kết quả; hướng dẫn tra thêm theo mã đơn vị cũ."]],
  },
  12: {
    titles: ["Hồ sơ khai sinh liên thông bị treo", "Khai sinh liên thông không qua được hộ tịch"],
    bodies: ["Hồ sơ {hs} nộp từ {d} đến nay vẫn ở trạng thái đang chuyển. Gia đình hỏi mỗi ngày.", "Liên thông báo đã gửi mà hộ tịch chưa nhận, còn {n} hồ sơ như vậy."],
    tried: ["Đối chiếu mã hồ sơ hai đầu: cổng liên thông có, hộ tịch không. Nhờ đồng bộ lại."],
    fixes: [["Gói tin liên thông lỗi do địa chỉ thường trú ghi tên phường cũ", "Đã đồng bộ lại, hồ sơ sang hộ tịch và đã cấp số. Đã báo gia đình."]],
  },
  27: {
    titles: ["Chứng thực bản điện tử không ký số được", "Ký bản chứng thực điện tử báo lỗi"],
    bodies: ["Chứng thực xong tới bước ký số thì báo lỗi không đọc được tệp.", "Ký bản điện tử quay hoài, dân chờ lấy. Bản giấy vẫn làm được."],
    tried: ["Ký tệp khác bằng cùng thiết bị thì được, lỗi ở bước ký của phần mềm chứng thực."],
    fixes: [
      ["Tệp PDF quét ở định dạng không hỗ trợ ký", "Đã đổi định dạng quét sang PDF/A, ký được."],
      ["Tiện ích ký số bản cũ", "Đã cập nhật tiện ích ký trên máy, ký thử hai bản thành công."],
    ],
  },
  34: {
    titles: ["Cấp quyền hộ tịch cho {g} thay người chuyển đi", "Công chức hộ tịch mới chưa có quyền"],
    bodies: ["{g} nhận việc hộ tịch từ {d}, chưa có quyền nên quầy hộ tịch chỉ nhận được hồ sơ giấy.", "Người cũ đã chuyển, đề nghị cấp quyền cho người mới và thu hồi quyền người cũ."],
    tried: ["Đã có quyết định phân công. Nhờ trình Sở Tư pháp cấp quyền và thu hồi quyền cũ cùng lúc."],
    fixes: [["Thay đổi nhân sự", "Đã cấp quyền hộ tịch cho người mới, thu hồi quyền người cũ; người mới đã đăng ký thử một trường hợp."]],
  },
  39: {
    titles: ["Hướng dẫn số hóa và ký số thành phần hồ sơ", "Đặt tên tệp số hóa thế nào cho đúng?"],
    bodies: ["Chưa rõ quy cách đặt tên tệp và thứ tự ký số khi số hóa hồ sơ {th}.", "Hồ sơ bị trả lại vì tệp số hóa chưa ký. Nhờ hướng dẫn các bước."],
    tried: ["Đã hướng dẫn theo tài liệu, đơn vị cần thêm mẫu tên tệp chuẩn."],
    fixes: [["Chưa nắm quy cách", "Đã hướng dẫn tại quầy: quét 200 dpi, đặt tên theo mã thành phần, ký số rồi tải lên. Đã làm mẫu một hồ sơ."]],
  },
  14: {
    titles: ["Máy scan quầy {q} không quét hai mặt", "Máy quét kẹt giấy liên tục, số hóa không kịp"],
    bodies: ["Máy quét chỉ quét một mặt, phải lật tay từng tờ. Hồ sơ số hóa dồn lại.", "Quét khoảng 5 tờ là kẹt, đã lau con lăn mà vẫn bị."],
    tried: ["Đã thay con lăn dự phòng và cài lại driver, máy vẫn kéo đôi giấy. Cần bảo hành."],
    fixes: [
      ["Driver về chế độ một mặt sau khi Windows cập nhật", "Đã cài lại driver và đặt lại chế độ hai mặt, quét thử 20 tờ tốt."],
      ["Con lăn mòn", "Đã thay con lăn, quét thử 50 tờ không kẹt."],
    ],
  },
  23: {
    titles: ["Dân thanh toán rồi mà hệ thống báo chưa đóng phí", "Đã chuyển khoản phí nhưng hồ sơ vẫn chờ thanh toán"],
    bodies: ["Hồ sơ {hs}: người dân có biên nhận ngân hàng lúc {h}, hệ thống vẫn báo chưa nộp.", "Có {n} hồ sơ đã trừ tiền mà trạng thái không đổi. Người dân sợ mất tiền."],
    tried: ["Đã lấy mã giao dịch ngân hàng. Nhờ đối soát với cổng thanh toán."],
    fixes: [["Kết quả thanh toán không gửi về do nghẽn", "Đã đối soát, cập nhật trạng thái đã nộp phí. Không phát sinh trừ tiền hai lần."]],
  },
};
