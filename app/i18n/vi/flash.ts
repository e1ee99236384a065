/** What was just done, by the code in ?done=. Keys are codes of redirectWithFlash. */
export const flash = {
  saved: "Đã lưu.",
  password_changed: "Đã đổi mật khẩu. Các thiết bị khác đã được đăng xuất.",
  password_set: "Đã lưu mật khẩu mới. Các thiết bị khác đã được đăng xuất.",
  welcome: "Đã lưu mật khẩu. Tài khoản sẵn sàng.",
  address_asked: "Đã gửi thư xác nhận đến địa chỉ mới.",
  address_changed: "Đã đổi thư điện tử.",
  session_revoked: "Đã đăng xuất thiết bị đó.",
  sessions_revoked: "Đã đăng xuất mọi thiết bị khác.",
  signed_out: "Đã đăng xuất.",
  test_letter: "Đã yêu cầu gửi thư thử. Thư đến trong ít phút nếu đường gửi dùng được.",
  letter_resent: "Đã xếp thư vào hàng gửi.",
  letter_dropped: "Đã bỏ thư.",
  joined: "Đã thêm vào phiếu này. Có trả lời mới sẽ hiện ở danh sách phiếu.",
  left_ticket: "Đã thực hiện. Phiếu đó không còn hiện với anh/chị.",
  unfollowed: "Đã thôi theo dõi. Phiếu đó không còn hiện với anh/chị.",
};
