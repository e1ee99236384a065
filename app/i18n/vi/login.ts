export const login = {
  title: "Đăng nhập",
  lead: "Nơi gửi và theo dõi phiếu hỗ trợ phần mềm của phường, xã.",
  email: "Thư điện tử công vụ",
  password: "Mật khẩu",
  submit: "Đăng nhập",
  wrong: "Thư điện tử hoặc mật khẩu chưa khớp. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại mật khẩu.",
  limited: (minutes: number) =>
    `Đã thử nhiều lần. Có thể đăng nhập lại sau ${minutes} phút. Nếu đang có người dân chờ, gọi bàn trực để được hỗ trợ ngay.`,
  forgot: "Quên mật khẩu?",
  emailMissing: "Nhập thư điện tử",
  passwordMissing: "Nhập mật khẩu",
  demoTitle: "Dùng thử với vai",
  demoHint: "Chọn một người để vào xem ngay, không cần mật khẩu. Dữ liệu là giả định.",
  demoMailbox: "Hộp thư của bản dùng thử",
  demoGone: "Người dùng thử này không còn. Chọn người khác.",
};
