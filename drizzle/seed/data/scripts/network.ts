import type { Scripts } from "#drizzle/seed/demo/script.ts";

/** Lines, computers, printers, counters' machines. */
export const NETWORK: Scripts = {
  3: {
    titles: ["Máy in quầy {q} không in được", "Máy in quầy {q} kẹt giấy hoài, phiếu tiếp nhận không ra"],
    bodies: ["Bấm in phiếu tiếp nhận không ra, máy in báo đèn đỏ. Đang in nhờ quầy bên.", "In ra trang trắng, hôm qua còn bình thường.", "Máy in {may} quầy {q} báo offline, đã tắt mở lại."],
    tried: ["Đã thay dây, cài lại driver và đổi cổng: bo mạch máy in không nhận lệnh. Cần bảo hành."],
    fixes: [
      ["Máy in đổi địa chỉ mạng sau khi mất điện", "Đã đặt địa chỉ cố định, in thử 3 phiếu tốt."],
      ["Kẹt giấy do giấy ẩm", "Đã lấy giấy kẹt, vệ sinh trục cuốn, thay giấy mới, in lại được."],
      ["Hàng đợi in bị treo", "Đã xóa hàng đợi in và khởi động lại dịch vụ in, in bình thường."],
      ["Hết mực", "Đã thay hộp mực dự phòng, in rõ."],
    ],
  },
  9: {
    titles: ["Mạng quầy rớt liên tục", "Mất mạng khu vực quầy tiếp nhận"],
    bodies: ["Từ {h} mạng quầy cứ vài phút rớt một lần, hồ sơ đang nhập bị mất.", "Cả dãy quầy không có mạng, phòng bên trong vẫn có. Đang tiếp nhận giấy."],
    tried: ["Đã thay dây và đổi cổng switch, tín hiệu từ nhà mạng vẫn chập chờn. Nhờ làm việc với nhà mạng."],
    fixes: [
      ["Switch quầy quá nhiệt", "Đã thay switch dự phòng và lắp quạt, mạng ổn định."],
      ["Đầu dây mạng lỏng", "Đã bấm lại đầu dây tủ mạng, ping liên tục 30 phút không rớt."],
      ["Sự cố phía nhà mạng", "Nhà mạng đã xử lý cáp quang, tốc độ bình thường."],
    ],
  },
  18: {
    titles: ["Máy tính chậm, mở vài hồ sơ là treo", "Máy của {g} khởi động rất lâu"],
    bodies: ["Bật máy 15 phút mới dùng được, mở 3 hồ sơ là đứng.", "Máy cấp từ 2016, mở tệp quét là treo."],
    tried: ["Đã dọn ổ đĩa và gỡ phần mềm thừa, máy còn RAM 4 GB. Đề nghị nâng cấp."],
    fixes: [
      ["Ổ đĩa đầy và nhiều phần mềm tự chạy", "Đã dọn ổ đĩa, tắt phần mềm tự chạy, khởi động còn 1 phút."],
      ["RAM 4 GB không đủ", "Đã lắp thêm RAM, mở 10 hồ sơ cùng lúc bình thường."],
    ],
  },
  22: {
    titles: ["Máy bốc số không in được số", "Máy lấy số hết giấy hay hư, không ra phiếu"],
    bodies: ["Máy bốc số bấm không ra phiếu, đang phát số tay.", "In ra phiếu mờ không đọc được số."],
    tried: ["Đã thay giấy và vệ sinh đầu in, đầu nhiệt vẫn không in. Cần thay."],
    fixes: [["Hết giấy in nhiệt, giấy mới lắp ngược", "Đã lắp lại giấy, in số bình thường."], ["Đầu in nhiệt bẩn", "Đã vệ sinh đầu in, phiếu rõ nét."]],
  },
  24: {
    titles: ["Không vào được phòng họp với Thành phố", "Họp trực tuyến: có hình không có tiếng, sắp họp"],
    bodies: ["Còn 5 phút là họp mà vào phòng họp báo sai mã.", "Vào được phòng họp nhưng không có tiếng, lãnh đạo đang ngồi chờ."],
    tried: ["Đã vào bằng đường dự phòng 4G cho lãnh đạo họp. Nhờ kiểm tra điểm cầu chính."],
    fixes: [["Mã phòng họp đổi, giấy mời ghi mã cũ", "Đã vào bằng mã mới, họp bình thường."], ["Micro bị tắt ở thiết bị hội nghị", "Đã bật micro và chọn lại thiết bị âm thanh, điểm cầu Thành phố nghe rõ."]],
  },
  40: {
    titles: ["Màn hình gọi số tắt đen", "Màn hình gọi số không hiện số"],
    bodies: ["Màn hình gọi số không hiện, dân hỏi liên tục. Đang gọi bằng loa tay.", "Màn hình hiện số cũ, không nhảy."],
    tried: ["Nguồn và dây HDMI tốt, bộ điều khiển không lên. Cần bảo hành."],
    fixes: [["Dây HDMI lỏng", "Đã cắm lại dây và cố định, màn hình hiện số đúng."], ["Phần mềm gọi số treo", "Đã khởi động lại máy gọi số, số nhảy bình thường."]],
  },
  41: {
    titles: ["Cài phần mềm ký và đọc thẻ cho máy quầy mới", "Xin cài đặt {n} máy quầy mới nhận"],
    bodies: ["Mới nhận máy cho quầy, cần cài phần mềm ký số, đọc thẻ căn cước và máy in.", "Máy mới về hôm qua, quầy {q} cần dùng từ ngày mai."],
    tried: ["Đã cài theo ảnh chuẩn, đầu đọc thẻ chưa có driver phù hợp. Nhờ hỗ trợ."],
    fixes: [["Trang bị mới", "Đã cài theo ảnh chuẩn: tiện ích ký, đọc thẻ, máy in. Đã tiếp nhận thử một hồ sơ trên mỗi máy."]],
  },
  43: {
    titles: ["Kiosk bị treo màn hình", "Kiosk tra cứu đứng ở màn hình chào"],
    bodies: ["Kiosk ở sảnh đứng hình từ {h}, bấm không phản hồi.", "Kiosk lên màn hình xanh rồi đứng."],
    tried: ["Đã khởi động lại hai lần, ổ đĩa báo lỗi. Cần bảo hành."],
    fixes: [["Ứng dụng kiosk treo", "Đã khởi động lại và đặt lịch tự khởi động lúc 6:30 mỗi ngày."]],
  },
  47: {
    titles: ["Mất điện, UPS không đủ, quầy dừng", "Mất điện cả dãy quầy"],
    bodies: ["Mất điện từ {h}, UPS chạy được 5 phút. Quầy đang viết tay.", "Cúp điện không báo trước, máy chủ số hóa tắt đột ngột."],
    tried: ["Đã tắt máy an toàn, chuyển tiếp nhận giấy. Chờ điện lực."],
    fixes: [["Điện lực cắt điện khu vực", "Có điện lại, đã kiểm tra và bật lần lượt các máy, nhập bù hồ sơ giấy. Đề nghị thay ắc quy UPS."]],
  },
  48: {
    titles: ["Xin thêm máy tính, máy scan cho quầy", "Quầy đông, đề nghị cấp thêm máy"],
    bodies: ["Lượng hồ sơ tăng gấp rưỡi, quầy {q} hai người dùng chung một máy.", "Đề nghị thêm {n} máy tính và một máy quét cho Trung tâm."],
    tried: ["Đã khảo sát nhu cầu tại quầy, gửi đề nghị trang bị lên Thành phố."],
    fixes: [["Thiếu trang thiết bị", "Đã chuyển một máy từ phòng ít dùng sang quầy, phần còn lại đưa vào kế hoạch trang bị."]],
  },
  56: {
    titles: ["Wifi khách ở sảnh không vào được", "Wifi cho dân nộp hồ sơ trực tuyến bị chậm"],
    bodies: ["Người dân không vào được wifi sảnh nên không nộp trực tuyến được, phải dùng 4G của cán bộ.", "Wifi khách bắt được nhưng không có internet."],
    tried: ["Đã khởi động lại bộ phát, đường truyền của nhà mạng chập chờn."],
    fixes: [["Bộ phát hết địa chỉ cấp cho thiết bị", "Đã tăng dải địa chỉ và rút ngắn thời gian cấp, kết nối thử 5 máy được."]],
  },
  60: {
    titles: ["Mở tệp bị lỗi phông VNI", "Tệp cũ mở ra chữ không đọc được"],
    bodies: ["Nơi khác gửi tệp Word chữ thành ký tự lạ, chắc phông VNI.", "Tệp của phường cũ mở ra toàn ký hiệu."],
    tried: ["Đã cài phông VNI, tệp vẫn sai do chuyển mã hai lần."],
    fixes: [["Tệp dùng mã VNI cũ", "Đã cài phông và hướng dẫn chuyển mã sang Unicode, lưu lại tệp đọc được."]],
  },
  62: {
    titles: ["Đường số liệu chuyên dùng bị đứt", "Không vào được hệ thống nội bộ, internet vẫn có"],
    bodies: ["Internet vẫn vào được nhưng mọi hệ thống nội bộ đều không, từ {h}.", "Đèn thiết bị TSLCD báo đỏ, cả đơn vị không vào được văn bản và một cửa."],
    tried: ["Đã bật đường dự phòng 4G cho hai quầy. Đèn quang báo mất tín hiệu, nhờ nhà mạng."],
    fixes: [["Đứt cáp quang do thi công đường", "Nhà mạng đã hàn nối, đường chuyên dùng thông, đã tắt đường dự phòng."]],
  },
  63: {
    titles: ["Cả đơn vị mất internet", "Không phòng nào vào được mạng"],
    bodies: ["Tất cả các phòng đều mất mạng từ {h}, điện thoại bàn cũng mất.", "Mất internet toàn bộ, quầy chuyển sang giấy."],
    tried: ["Modem không nhận tín hiệu, đã khởi động lại tường lửa. Nhờ nhà mạng."],
    fixes: [["Modem nhà mạng treo", "Đã khởi động lại modem và cập nhật cấu hình, mạng ổn định."], ["Sự cố khu vực của nhà mạng", "Nhà mạng đã khắc phục, toàn đơn vị vào mạng lại."]],
  },
  67: {
    titles: ["Camera sảnh mất hình", "Camera khu chờ không xem được"],
    bodies: ["Camera ở sảnh không lên hình từ hôm qua.", "Đầu ghi báo mất tín hiệu một camera."],
    tried: ["Đã thay nguồn và dây, camera không lên. Cần bảo hành."],
    fixes: [["Bộ nguồn camera hỏng", "Đã thay bộ nguồn, hình lên bình thường."]],
  },
  68: {
    titles: ["Điện thoại bàn quầy hướng dẫn không gọi được", "Máy lẻ quầy hướng dẫn mất tín hiệu"],
    bodies: ["Nhấc máy không có tín hiệu, người dân gọi vào báo bận.", "Gọi ra được mà gọi vào không được."],
    tried: ["Máy tốt, dây nội bộ tốt, mất tín hiệu từ tổng đài nhà mạng."],
    fixes: [["Dây điện thoại bị tuột ở hộp nối", "Đã nối lại dây, gọi thử hai chiều được."]],
  },
  72: {
    titles: ["Nghi máy nhiễm mã độc", "Máy tự gửi thư lạ cho nhiều người"],
    bodies: ["Nhiều nơi gọi báo nhận thư lạ từ hộp thư của {g}, máy chạy rất chậm.", "Mở tệp đính kèm lạ sáng nay, sau đó máy hiện nhiều cửa sổ."],
    tried: ["Đã rút mạng, cô lập máy, giữ nguyên hiện trạng và báo người phụ trách an toàn thông tin."],
    fixes: [["Mở tệp đính kèm giả mạo", "Đã cô lập và cài lại máy, đổi mật khẩu các tài khoản, quét các máy cùng phòng: sạch."]],
  },
  73: {
    titles: ["Nhận thư giả mạo đòi mật khẩu", "Có thư lạ tự xưng Trung tâm Chuyển đổi số"],
    bodies: ["Nhận thư yêu cầu bấm vào liên kết để nâng cấp hộp thư, nghi giả mạo. Chưa bấm.", "Cả phòng nhận thư đòi nhập mật khẩu, {n} người đã mở thư."],
    tried: ["Đã dặn không bấm liên kết, gửi tiêu đề thư gốc để chặn."],
    fixes: [["Thư lừa đảo", "Đã chặn địa chỉ gửi và thu hồi thư trong toàn hệ thống, những người đã bấm đã đổi mật khẩu."]],
  },
};
