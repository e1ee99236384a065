export const errors = {
  notFound: {
    title: "Không tìm thấy trang này",
    what: "Địa chỉ có thể đã đổi, hoặc phiếu nằm ngoài phạm vi được xem.",
    next: "Kiểm tra lại số phiếu, hoặc quay về trang chính.",
  },
  forbidden: {
    title: "Chưa có quyền làm việc này",
    what: "Tài khoản đang dùng không có quyền ở trang này. Không có gì bị thay đổi.",
    next: "Cần làm việc này: đề nghị người quản trị cấp quyền.",
  },
  limited: {
    title: "Hệ thống đang bận",
    what: "Có nhiều yêu cầu cùng lúc từ địa chỉ này. Không có gì bị mất.",
    next: "Chờ một phút rồi tải lại trang.",
  },
  refused: {
    title: "Chưa thực hiện được",
    what: "Máy chủ không nhận yêu cầu này. Không có gì bị thay đổi.",
    next: "Quay lại trang trước, tải lại rồi làm lại.",
  },
  broken: {
    title: "Trang này đang gặp lỗi",
    what: "Lỗi ở phía máy chủ và đã được ghi lại. Những gì đã lưu vẫn còn nguyên.",
    next: "Tải lại trang. Nếu vẫn lỗi và quầy đang có người dân chờ, gọi bàn trực và đọc mã dưới đây.",
  },
  offline: {
    title: "Mất kết nối với máy chủ",
    what: "Máy này chưa nối được tới Trạm. Những gì đã lưu vẫn còn nguyên.",
    next: "Kiểm tra mạng rồi tải lại trang.",
  },
  code: "Mã để tra cứu",
  home: "Về trang chính",
};
