import type { Scripts } from "#drizzle/seed/demo/script.ts";

/** Document system, mail, tasks, reports, 1022, web site, meetings. Keys are ranks of issue-templates.csv. */
export const DOCUMENTS: Scripts = {
  1: {
    titles: ["Không nhớ mật khẩu phần mềm văn bản", "Xin cấp lại mật khẩu văn bản cho {g}"],
    bodies: [
      "Nghỉ phép vào không đăng nhập được phần mềm văn bản, thử 3 lần rồi không dám thử nữa. Nhờ cấp lại giúp để xử lý văn bản đến hôm nay.",
      "Máy tự lưu mật khẩu, nay đổi máy ở {p} nên không nhớ. Cần vào lấy công văn {vb}.",
      "Bấm quên mật khẩu nhưng thư xác nhận không về. Nhờ kỹ thuật đặt lại giúp.",
    ],
    tried: ["Đã xác minh người dùng tại {p}, tài khoản còn hoạt động nhưng nút đặt lại báo lỗi ở phía máy chủ."],
    fixes: [
      ["Quên mật khẩu sau kỳ nghỉ", "Đã xác minh tại chỗ, đặt lại mật khẩu tạm, người dùng đã đổi và vào được."],
      ["Quên mật khẩu, máy cũ tự lưu nên không nhớ", "Đã xác minh tại chỗ, đặt lại mật khẩu tạm và bắt buộc đổi khi đăng nhập lần đầu."],
      ["Thư đặt lại nằm trong mục thư rác", "Hướng dẫn lấy thư đặt lại, người dùng đã tự đổi mật khẩu và đăng nhập được."],
    ],
  },
  4: {
    titles: ["Chuyển 1 văn bản đến cho nhiều phòng thì làm sao?", "Hướng dẫn chuyển văn bản cho 3 phòng cùng lúc"],
    bodies: [
      "Công văn {vb} cần chuyển cho cả 3 phòng cùng xử lý, bấm chuyển thì chỉ chọn được một nơi.",
      "Mới nhận việc văn thư, chưa rành chuyển xử lý chính và phối hợp. Nhờ hướng dẫn giúp.",
      "Chuyển cho phòng này thì phòng kia không thấy văn bản. Có cách nào chuyển một lần không?",
    ],
    tried: ["Đã hướng dẫn tại chỗ, nhưng danh sách phòng phối hợp của đơn vị còn trống."],
    fixes: [
      ["Chưa biết mục Phối hợp trong hộp chuyển xử lý", "Chỉ tại chỗ: chọn một phòng chủ trì, tích các phòng còn lại ở cột Phối hợp rồi bấm Chuyển. Đã làm thử với một văn bản."],
      ["Chưa có nhóm nhận mặc định", "Đã tạo nhóm nhận gồm các phòng của đơn vị, lần sau chỉ chọn nhóm."],
    ],
  },
  7: {
    titles: ["{p} chưa có vai trò văn thư phòng", "Văn bản đến vào thẳng Trưởng phòng, chưa có văn thư nhận"],
    bodies: [
      "Văn bản đến của phòng đi thẳng vào tài khoản Trưởng phòng, anh chị ấy họp suốt nên trễ hạn. Đề nghị cấp vai trò văn thư phòng cho {g}.",
      "Từ ngày sáp nhập đến nay phòng chưa có tài khoản văn thư, văn bản đến không ai phân được.",
    ],
    tried: ["Đơn vị đã có văn bản phân công văn thư phòng. Quyền tạo vai trò này chỉ cấp Thành phố có, nhờ cấp và thử luồng văn bản đến."],
    fixes: [
      ["Cấu hình đơn vị sau sáp nhập thiếu vai trò văn thư phòng", "Đã tạo vai trò văn thư phòng, gửi một văn bản thử: văn thư nhận được và phân cho chuyên viên bình thường."],
    ],
  },
  8: {
    titles: ["Chánh Văn phòng không có nút ký phát hành", "Xin phân quyền ký phát hành cho Chánh Văn phòng"],
    bodies: [
      "Chánh Văn phòng mở văn bản đi thì chỉ có Trình, không có Ký phát hành. Văn bản ký thừa lệnh đang dồn lại {n} cái.",
      "Quy chế đã giao Chánh Văn phòng ký thừa lệnh nhưng phần mềm chưa mở quyền phát hành. Nhờ cấp gấp.",
    ],
    tried: ["Đã có quy chế làm việc giao ký thừa lệnh. Nhờ cấp quyền ký phát hành và phát hành thử một văn bản."],
    fixes: [["Vai trò Chánh Văn phòng mặc định chưa có quyền phát hành", "Đã cấp quyền ký phát hành theo quy chế, phát hành thử văn bản {vb} thành công."]],
  },
  19: {
    titles: ["Văn bản đến còn nằm ở tài khoản người đã chuyển công tác", "Chuyển giỏ văn bản của {g} cho người mới"],
    bodies: [
      "{g} đã chuyển công tác từ {d}, còn {n} văn bản đến chưa xử lý nằm trong tài khoản. Nhờ chuyển sang người nhận bàn giao.",
      "Văn bản hạn hôm nay mà nằm ở tài khoản người đã nghỉ, không ai mở được.",
    ],
    tried: ["Đã có biên bản bàn giao. Nhờ chuyển giỏ việc và khóa tài khoản cũ."],
    fixes: [["Người cũ nghỉ nhưng chưa bàn giao trên phần mềm", "Đã chuyển toàn bộ văn bản đang xử lý sang người nhận bàn giao và khóa tài khoản cũ."]],
  },
  20: {
    titles: ["Bên nhận báo chưa thấy văn bản liên thông", "Gửi văn bản {vb} mà nơi nhận chưa có"],
    bodies: [
      "Phát hành {vb} từ {h}, trên phần mềm báo đã gửi nhưng nơi nhận gọi nói chưa thấy.",
      "Gửi cho sở 2 lần vẫn chưa qua, trạng thái đứng ở Đang gửi.",
    ],
    tried: ["Đã xem nhật ký gửi tại đơn vị: trạng thái dừng ở trục liên thông, gửi lại chưa qua."],
    fixes: [
      ["Trục liên thông bị nghẽn, gói tin nằm chờ", "Đã gửi lại gói tin, nơi nhận xác nhận có văn bản lúc {h}."],
      ["Mã định danh nơi nhận là mã cũ trước sáp nhập", "Đã cập nhật mã định danh nơi nhận và gửi lại, nơi nhận đã thấy."],
    ],
  },
  25: {
    titles: ["Vào sổ nhầm số văn bản đi, xin sửa", "Nhảy số văn bản đi, nhờ sửa lại số {so}"],
    bodies: [
      "Sáng nay vào sổ lộn loại văn bản nên số {vb} bị nhảy. Văn bản chưa gửi ra ngoài, xin sửa lại.",
      "Hai văn bản trùng số trong sổ văn bản đi, chưa rõ do thao tác hay phần mềm.",
    ],
    tried: ["Văn thư đã có đề nghị sửa số, văn bản chưa phát hành ra ngoài. Sửa sổ cần quyền quản trị cấp Thành phố."],
    fixes: [["Chọn nhầm sổ khi cấp số", "Đã sửa lại số trong sổ văn bản đi theo đề nghị của đơn vị, nhật ký sửa được giữ lại."]],
  },
  29: {
    titles: ["Không vào được thư công vụ, quên mật khẩu", "Đặt lại mật khẩu hộp thư công vụ"],
    bodies: ["Lâu không dùng thư công vụ nên quên mật khẩu, nay cần nhận tài liệu họp.", "Đổi máy xong thư công vụ đòi mật khẩu, không nhớ."],
    tried: ["Đã xác minh tại chỗ, hộp thư đúng người. Nhờ đặt lại, quyền này ở Thành phố."],
    fixes: [["Quên mật khẩu", "Đã đặt lại mật khẩu thư công vụ, người dùng đổi mật khẩu mới và gửi nhận thử được."]],
  },
  31: {
    titles: ["Thư công vụ báo đầy, thư gửi đến bị trả lại", "Hộp thư đầy không nhận được tài liệu họp"],
    bodies: ["Sở gửi tài liệu họp báo bị trả lại vì hộp thư đầy.", "Hộp thư báo vượt dung lượng, xóa bớt rồi vẫn chưa nhận được."],
    tried: ["Đã dọn thư cũ và thùng rác, còn 92 % dung lượng. Nhờ tăng hạn mức."],
    fixes: [
      ["Thư rác và thư đã xóa chiếm gần hết dung lượng", "Đã lưu thư cũ ra máy và dọn hộp thư, nhận thư thử bình thường."],
      ["Hạn mức mặc định quá thấp so với nhu cầu", "Đã tăng hạn mức hộp thư, nhận lại được thư bị trả."],
    ],
  },
  36: {
    titles: ["Mất nút Phát hành sau khi phần mềm văn bản cập nhật", "Không phát hành được văn bản từ sáng nay"],
    bodies: [
      "Sáng nay vào thấy giao diện mới, tìm không ra nút Phát hành. Văn bản trình ký đang dồn.",
      "Cả văn phòng đều không thấy nút Phát hành, đã thử hai máy khác nhau.",
    ],
    tried: ["Đã xóa bộ nhớ đệm, thử Chrome và Edge: vẫn không có nút. Các phường lân cận cũng bị."],
    fixes: [["Bản cập nhật đêm qua làm mất quyền hiển thị nút Phát hành", "Nhà cung cấp đã phát hành bản vá. Tải lại trang bằng Ctrl+F5 là thấy nút, đã phát hành thử."]],
  },
  42: {
    titles: ["Kỳ báo cáo bị khóa, không gửi được", "Hệ thống báo cáo báo hết hạn kỳ {m}"],
    bodies: ["Báo cáo kỳ {m} nhập xong bấm gửi thì báo đã hết hạn, trong khi hạn là cuối ngày.", "Chưa tới hạn mà kỳ báo cáo đã khóa, nhờ mở lại."],
    tried: ["Đã kiểm tra: kỳ báo cáo bị khóa sớm một ngày so với công văn. Nhờ mở lại kỳ."],
    fixes: [["Kỳ báo cáo bị cấu hình khóa sớm", "Đã mở lại kỳ đến 17:00, đơn vị đã gửi báo cáo thành công."]],
  },
  44: {
    titles: ["Xin tài khoản báo cáo cho {p}", "Cấp tài khoản nhập báo cáo kinh tế – xã hội"],
    bodies: ["Phòng chưa có tài khoản nhập báo cáo, tháng nào cũng phải nhờ Văn phòng nhập giùm. Đề nghị cấp cho {g}.", "Người phụ trách báo cáo mới là {g}, xin cấp tài khoản để kịp kỳ {m}."],
    tried: ["Đơn vị đã có công văn đề nghị, nhờ tạo tài khoản và gán biểu mẫu của phòng."],
    fixes: [["Phòng mới chưa có tài khoản", "Đã tạo tài khoản và gán biểu mẫu, người dùng đã đăng nhập và nhập thử một chỉ tiêu."]],
  },
  45: {
    titles: ["Phản ánh 1022 không thuộc địa bàn mình", "Nhờ chuyển lại phản ánh 1022 nhầm đơn vị"],
    bodies: ["Phản ánh về ngập nước ở đường giáp ranh bị giao về đơn vị, vị trí thuộc phường bên cạnh. Nhờ điều phối lại kẻo quá hạn.", "Có {n} phản ánh giao nhầm từ hôm qua, địa chỉ ghi tên phường cũ."],
    tried: ["Đối chiếu địa chỉ: thuộc đơn vị khác sau sáp nhập. Nhờ điều phối lại trên 1022."],
    fixes: [["Địa chỉ trong phản ánh ghi tên phường cũ", "Đã điều phối lại cho đúng đơn vị và giữ nguyên thời hạn."]],
  },
  46: {
    titles: ["App giao việc trên điện thoại không vào được", "Ứng dụng giao việc cứ xoay ở màn hình đăng nhập"],
    bodies: ["Đăng nhập trên máy tính được nhưng app điện thoại báo phiên hết hạn.", "Điện thoại mới cài lại app giao việc, đăng nhập xong bị đẩy ra."],
    tried: ["Đã gỡ cài lại, thử mạng 4G và Wi-Fi đều bị. Tài khoản có thể bị khóa thiết bị cũ."],
    fixes: [
      ["Ứng dụng bản cũ", "Đã cập nhật ứng dụng lên bản mới, đăng nhập được và nhận thông báo việc."],
      ["Tài khoản còn gắn với điện thoại cũ", "Đã gỡ thiết bị cũ, đăng nhập lại được trên máy mới."],
    ],
  },
  49: {
    titles: ["Không thấy thông báo phản ánh 1022 mới", "Phản ánh 1022 quá hạn vì không có thông báo"],
    bodies: ["Có {n} phản ánh đã quá hạn mà không ai nhận được thông báo.", "Trước đây có tin nhắn khi có phản ánh mới, gần một tuần nay không thấy."],
    tried: ["Đã kiểm tra tài khoản và số nhận tin tại đơn vị: đúng. Nhật ký gửi thông báo trống."],
    fixes: [["Người nhận thông báo vẫn là cán bộ đã chuyển công tác", "Đã đổi người nhận thông báo và gửi thử, đã nhận được."]],
  },
  53: {
    titles: ["Lãnh đạo đi công tác thì ủy quyền xử lý văn bản thế nào?", "Hướng dẫn đặt ủy quyền trên phần mềm văn bản"],
    bodies: ["Phó Chủ tịch đi học 2 tuần, muốn giao {g} xử lý văn bản thay trong thời gian đó.", "Cần đặt ủy quyền từ thứ Hai tới, chưa biết làm ở đâu."],
    tried: ["Đã hướng dẫn mục Ủy quyền nhưng danh sách người nhận không có tên cần chọn."],
    fixes: [["Chưa biết mục Ủy quyền", "Hướng dẫn tạo ủy quyền có ngày bắt đầu và ngày kết thúc theo văn bản ủy quyền, đã tạo xong và kiểm tra người nhận thấy văn bản."]],
  },
  54: {
    titles: ["Tra văn bản của phường cũ trước sáp nhập", "Tìm quyết định cũ của phường trước 01/7/2025"],
    bodies: ["Người dân hỏi một quyết định ban hành năm 2023 của phường cũ, tìm trên phần mềm mới không thấy.", "Cần lấy lại nghị quyết của HĐND phường cũ để đối chiếu."],
    tried: ["Phần mềm mới không có dữ liệu trước 01/7/2025. Nhờ mở quyền đọc kho dữ liệu cũ."],
    fixes: [["Dữ liệu cũ nằm ở kho lưu trữ riêng, chỉ đọc", "Đã hướng dẫn vào kho dữ liệu cũ, chọn mã đơn vị cũ; đã tìm và tải được văn bản cần."]],
  },
  65: {
    titles: ["Danh bạ cán bộ ghi sai phòng", "Sửa chức vụ của {g} trên danh bạ"],
    bodies: ["{g} đã về {p} từ {d} nhưng danh bạ vẫn ghi phòng cũ nên giao việc không tới.", "Danh bạ còn ghi chức vụ trước sáp nhập, nhờ sửa."],
    tried: ["Đã có quyết định điều động. Sửa danh bạ cần quyền của Thành phố."],
    fixes: [["Chưa cập nhật sau quyết định điều động", "Đã cập nhật phòng và chức vụ theo quyết định, giao việc thử tới đúng người."]],
  },
  66: {
    titles: ["Văn bản mở ra toàn ô vuông", "In văn bản bị lỗi phông chữ"],
    bodies: ["Mở văn bản của nơi khác gửi thì chữ thành ô vuông, in ra cũng vậy.", "Máy mới cấp, mở vb nào cũng bị lỗi phông."],
    tried: ["Đã cài đủ bộ phông, lỗi vẫn còn trong trình xem của phần mềm."],
    fixes: [["Máy thiếu phông chữ", "Đã cài bộ phông dùng chung, mở và in lại đúng."]],
  },
  70: {
    titles: ["Không đăng được tin lên trang web", "Trang web đơn vị đăng bài báo lỗi"],
    bodies: ["Đăng bài tuyên truyền báo lỗi khi tải ảnh, bài không lưu được.", "Bài đã duyệt nhưng ngoài trang chủ không hiện."],
    tried: ["Thử ảnh nhỏ hơn và trình duyệt khác vẫn lỗi, có vẻ phía máy chủ."],
    fixes: [["Thư mục ảnh trên máy chủ hết dung lượng", "Đã mở rộng dung lượng, đăng lại bài thành công."]],
  },
};
