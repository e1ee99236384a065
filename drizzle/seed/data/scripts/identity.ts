import type { Scripts } from "#drizzle/seed/demo/script.ts";

/** Signatures, identity, population data and the software of single sectors. */
export const IDENTITY: Scripts = {
  6: {
    titles: ["USB ký số cắm vào không nhận", "Token ký số không hiện chứng thư"],
    bodies: ["Cắm token đèn có sáng nhưng phần mềm báo không tìm thấy chứng thư. Văn bản chờ ký {n} cái.", "Đổi máy mới xong token không nhận, đã thử cổng khác.", "Hôm trước còn ký được, nay cắm vào thì không thấy thiết bị."],
    tried: ["Đã cài lại driver, thử hai máy và hai cổng: máy không thấy thiết bị. Có thể token hỏng."],
    fixes: [
      ["Driver token bị gỡ khi Windows cập nhật", "Đã cài lại driver và tiện ích ký, ký thử được."],
      ["Cổng USB phía trước không đủ điện", "Đã chuyển sang cổng phía sau máy, token nhận ngay."],
      ["Tiện ích ký trên trình duyệt bị tắt", "Đã bật lại tiện ích ký và cho phép trên trang văn bản, ký thử được."],
    ],
  },
  16: {
    titles: ["Ký số báo chứng thư hết hạn", "Chứng thư số của {g} sắp hết hạn"],
    bodies: ["Ký văn bản thì báo chứng thư hết hiệu lực từ {d}.", "Kiểm tra thấy chứng thư còn ít ngày, xin gia hạn trước kẻo gián đoạn."],
    tried: ["Đã kiểm tra hạn chứng thư, đơn vị đã có công văn đề nghị gia hạn. Nhờ gửi Ban Cơ yếu."],
    fixes: [["Chứng thư hết hạn", "Ban Cơ yếu đã gia hạn, đã cập nhật chứng thư vào token và ký thử được."]],
  },
  17: {
    titles: ["Phó Chủ tịch mới chưa có chữ ký số", "Xin cấp chữ ký số cho {g}"],
    bodies: ["Phó Chủ tịch nhận nhiệm vụ từ {d}, chưa có chữ ký số nên kết quả hồ sơ chưa ký được.", "Chỉ còn một lãnh đạo ký được, anh ấy đi họp là hồ sơ đứng."],
    tried: ["Đơn vị có công văn đề nghị kèm quyết định bổ nhiệm. Tạm thời Chủ tịch ký thay. Nhờ làm thủ tục cấp."],
    fixes: [["Lãnh đạo mới chưa được cấp chứng thư", "Đã cấp chứng thư và bàn giao token có biên bản, ký thử một kết quả trên một cửa thành công."]],
  },
  64: {
    titles: ["SIM ký số không nhận được tin xác nhận", "Ký trên điện thoại không được"],
    bodies: ["Ký trên điện thoại chờ mãi không có tin xác nhận, trước đây vài giây là có.", "Đổi điện thoại xong SIM ký số không hiện bảng nhập mã."],
    tried: ["Đã thử máy khác và tắt mở lại SIM, sóng đủ. Nhờ nhà mạng kiểm tra dịch vụ ký."],
    fixes: [["Dịch vụ ký trên SIM bị ngưng khi đổi máy", "Nhà mạng đã kích hoạt lại, nhận tin và ký thử được."]],
  },
  69: {
    titles: ["Đổi người giữ con dấu số", "Bàn giao chữ ký số cơ quan cho văn thư mới"],
    bodies: ["Văn thư cũ chuyển công tác, đơn vị giao {g} giữ con dấu số. Xin hướng dẫn thủ tục đổi.", "Có quyết định {qd} giao người giữ con dấu số, nhờ cập nhật."],
    tried: ["Có quyết định giao giữ. Nhờ làm thủ tục với Ban Cơ yếu."],
    fixes: [["Thay đổi nhân sự văn thư", "Đã cập nhật người quản lý chứng thư cơ quan, bàn giao thiết bị có biên bản, đóng dấu số thử được."]],
  },
  30: {
    titles: ["VNeID không đăng nhập được", "Không vào được Cổng DVC vì VNeID lỗi"],
    bodies: ["Quét mã đăng nhập VNeID xong trang báo lỗi, quầy không vào được Cổng Dịch vụ công.", "Từ {h} cả quầy đăng nhập VNeID đều không được, thử 3 điện thoại."],
    tried: ["Đã thử mạng khác và máy khác, đều lỗi ở bước xác thực của VNeID."],
    fixes: [["Hệ thống định danh quá tải", "Bộ Công an thông báo đã khôi phục, đăng nhập lại được ở các quầy."]],
  },
  10: {
    titles: ["Không kết nối được dữ liệu dân cư", "Tra dân cư báo lỗi, quầy đang chờ"],
    bodies: ["Tra thông tin công dân báo lỗi kết nối từ {h}, quầy {q} và các quầy khác đều bị.", "Tra dân cư lúc được lúc không, khoảng 5 lần được 1."],
    tried: ["Ghi nhận mã lỗi 502 từ {h}, các mạng khác bình thường. Nhờ kiểm tra trục tích hợp."],
    fixes: [["Kết nối từ trục tích hợp tới cơ sở dữ liệu dân cư gián đoạn", "Kết nối đã khôi phục, tra thử 10 trường hợp đều có kết quả."]],
  },
  33: {
    titles: ["Xin quyền tra cứu dân cư cho {g}", "Cấp quyền tra dân cư cho công chức tư pháp mới"],
    bodies: ["{g} nhận việc tư pháp – hộ tịch từ {d}, cần quyền tra cứu để xác minh. Đã ký cam kết bảo mật.", "Người được cấp quyền cũ đã chuyển, hiện không ai tra được."],
    tried: ["Đã có cam kết bảo mật và phê duyệt của lãnh đạo. Nhờ gửi đầu mối Thành phố."],
    fixes: [["Thay đổi nhân sự", "Đã cấp quyền tra cứu có thời hạn, thu hồi quyền người cũ, tra thử thành công."]],
  },
  28: {
    titles: ["Hồ sơ đất đai không liên thông qua chi nhánh", "Bấm chuyển hồ sơ đất đai bị lỗi"],
    bodies: ["Hồ sơ {hs} bấm chuyển chi nhánh báo lỗi liên thông, thử 3 lần từ {h}.", "Phần mềm đất đai báo đã chuyển nhưng một cửa vẫn ở bước cũ, {n} hồ sơ bị vậy."],
    tried: ["Đã đối chiếu hai phần mềm: trạng thái lệch nhau. Nhờ đối soát kết nối."],
    fixes: [["Mã thửa đất theo địa giới cũ nên gói tin bị từ chối", "Đã cập nhật mã và chuyển lại, chi nhánh xác nhận nhận hồ sơ."]],
  },
  50: {
    titles: ["Kế toán trưởng mới chưa có trên DVC Kho bạc", "Đăng ký kế toán trưởng mới với Kho bạc"],
    bodies: ["{g} làm kế toán trưởng từ {d}, chưa ký duyệt chứng từ trên Kho bạc được. Sắp tới kỳ lương.", "Hồ sơ thay đổi mẫu dấu, chữ ký đã nộp, nhờ theo dõi giúp."],
    tried: ["Hồ sơ thay đổi mẫu chữ ký đã đủ. Nhờ làm việc với Kho bạc khu vực."],
    fixes: [["Thay đổi chủ tài khoản, kế toán trưởng", "Kho bạc đã duyệt, kế toán trưởng mới ký thử một chứng từ được."]],
  },
  51: {
    titles: ["Đăng ký hộ kinh doanh báo không có quyền", "Không vào được chức năng cấp giấy hộ kinh doanh"],
    bodies: ["Mở hồ sơ đăng ký hộ kinh doanh thì báo tài khoản không có quyền. Có {n} hồ sơ đang chờ.", "Sau khi đổi công chức phụ trách thì không ai cấp được giấy."],
    tried: ["Đã kiểm tra tài khoản: thiếu quyền cấp đăng ký ở đơn vị mới. Nhờ gửi Sở Tài chính."],
    fixes: [["Tài khoản còn gắn với đơn vị cấp huyện cũ", "Đã chuyển tài khoản về đơn vị, cấp thử một giấy chứng nhận được."]],
  },
  57: {
    titles: ["Không gửi được chứng từ qua Kho bạc", "Kho bạc báo lỗi chữ ký, sắp hết giờ giao nhận"],
    bodies: ["Gửi chứng từ báo lỗi chữ ký số, 16:00 là hết giờ nhận.", "Trang Kho bạc không nhận token, hôm qua vẫn gửi được."],
    tried: ["Đã thử trình duyệt khác, cài lại phần mềm hỗ trợ ký của Kho bạc: vẫn lỗi phía máy chủ."],
    fixes: [
      ["Phần mềm hỗ trợ ký của Kho bạc ra bản mới", "Đã cài bản mới, gửi chứng từ thành công trước giờ khóa."],
      ["Trang Kho bạc bảo trì", "Kho bạc đã mở lại, chứng từ đã gửi và được nhận."],
    ],
  },
  58: {
    titles: ["Phần mềm kế toán mất kết nối máy chủ", "Mở kế toán báo không tìm thấy dữ liệu"],
    bodies: ["Mở phần mềm kế toán báo không kết nối được máy chủ, cả phòng đều vậy.", "Từ lúc dời phòng máy kế toán không thấy máy chủ."],
    tried: ["Mạng nội bộ thông, dịch vụ cơ sở dữ liệu trên máy chủ không khởi động. Nhờ hãng hỗ trợ."],
    fixes: [["Máy chủ đổi địa chỉ mạng sau khi dời phòng", "Đã đặt lại địa chỉ cố định và cập nhật kết nối, dữ liệu đầy đủ."]],
  },
  59: {
    titles: ["Danh sách trợ cấp bị lệch sau khi gộp phường", "Trùng người nhận trợ cấp do gộp dữ liệu"],
    bodies: ["Danh sách chi trả tháng {m} lệch {n} người so với danh sách ký, do gộp dữ liệu các phường cũ.", "Có người đã chuyển đi vẫn còn trong danh sách chi trả."],
    tried: ["Phòng đã đối chiếu và ký danh sách đúng. Nhờ đơn vị chủ quản sửa dữ liệu gốc."],
    fixes: [["Gộp dữ liệu các phường cũ chưa loại trùng", "Đã đối soát và sửa danh sách, đơn vị xác nhận khớp trước ngày chi trả."]],
  },
  13: {
    titles: ["Tạo tài khoản các phần mềm cho {g} mới nhận việc", "Công chức mới, xin đủ tài khoản"],
    bodies: ["{g} nhận việc tại {p} từ {d}: cần văn bản, một cửa, thư công vụ và chữ ký số.", "Tiếp nhận công chức điều động về, nhờ tạo tài khoản theo vị trí việc làm."],
    tried: ["Đã có quyết định tiếp nhận {qd}. Nhờ tạo theo danh sách phần mềm của vị trí."],
    fixes: [["Nhân sự mới", "Đã tạo đủ tài khoản theo vị trí việc làm, người dùng đã đăng nhập từng phần mềm và xác nhận."]],
  },
  61: {
    titles: ["Thu hồi quyền của {g} nghỉ việc", "Khóa tài khoản công chức thôi việc"],
    bodies: ["{g} thôi việc từ {d}, đề nghị thu hồi quyền ở tất cả phần mềm trong ngày.", "Có quyết định {qd} cho thôi việc, nhờ khóa tài khoản văn bản, một cửa, thư, chữ ký số."],
    tried: ["Đã có quyết định. Nhờ thu hồi ở các hệ thống do Thành phố quản lý."],
    fixes: [["Công chức thôi việc", "Đã thu hồi quyền ở từng hệ thống, có ảnh xác nhận; token đã thu, có biên bản."]],
  },
  74: {
    titles: ["Gửi nhầm tệp danh sách dân vào nhóm Zalo"],
    bodies: ["Gửi nhầm tệp có thông tin công dân vào nhóm Zalo khoảng {h}, đã thu hồi tin nhưng có người đã xem. Xin hướng dẫn xử lý."],
    tried: ["Đã thu hồi tin nhắn, lập danh sách người trong nhóm. Cần người phụ trách dữ liệu cá nhân xem xét."],
    fixes: [["Chọn nhầm nhóm khi gửi", "Đã thu hồi tin, yêu cầu mọi người xóa tệp, lập biên bản và báo cáo người phụ trách bảo vệ dữ liệu."]],
  },
};
