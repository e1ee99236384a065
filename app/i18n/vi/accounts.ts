/** Coming in by mail: forgotten passwords, invitations, and another mail address. */
export const accounts = {
  forgotTitle: "Quên mật khẩu",
  forgotLead: "Nhập thư điện tử công vụ để nhận thư đặt mật khẩu mới.",
  forgotSubmit: "Gửi thư",
  addressMalformed: "Thư điện tử có dạng ten@donvi.gov.vn",
  limited: (minutes: number) =>
    `Đã gửi nhiều lần. Có thể gửi lại sau ${minutes} phút. Nếu đang có người dân chờ, gọi bàn trực để được hỗ trợ ngay.`,
  askedTitle: "Xem hộp thư",
  askedWhat:
    "Nếu địa chỉ vừa nhập có trong Trạm, thư sẽ đến sau ít phút. Liên kết trong thư dùng được một lần và hết hạn sau 30 phút.",
  askedNext: "Không thấy thư thì xem mục thư rác, kiểm tra lại địa chỉ rồi gửi lại, hoặc gọi bàn trực.",
  askAgain: "Gửi lại",
  toSignIn: "Về trang đăng nhập",

  resetTitle: "Đặt mật khẩu mới",
  resetLead: "Mọi thiết bị khác sẽ được đăng xuất.",
  resetSubmit: "Lưu và đăng nhập",

  invitationTitle: (name: string) => `Chào mừng ${name}`,
  invitationPlain: "Thư mời",
  invitationLead: "Chọn mật khẩu để bắt đầu gửi và theo dõi phiếu hỗ trợ.",
  invitationSubmit: "Bắt đầu dùng Trạm",

  password: "Mật khẩu",

  gone: {
    link_unknown: {
      title: "Liên kết chưa đúng",
      what: "Liên kết này không mở được gì. Có thể địa chỉ bị chép thiếu: bấm thẳng vào nút trong thư.",
    },
    link_expired: {
      title: "Liên kết đã hết hạn",
      what: "Để an toàn, liên kết trong thư chỉ có hiệu lực một thời gian ngắn.",
    },
    link_used: {
      title: "Liên kết đã được dùng",
      what: "Mỗi liên kết chỉ dùng được một lần. Nếu vừa dùng xong, hãy đăng nhập như thường lệ.",
    },
    link_replaced: {
      title: "Đã có thư mới hơn",
      what: "Chỉ liên kết trong thư gửi sau cùng còn hiệu lực. Mở thư mới nhất trong hộp thư.",
    },
  },
  resetAgain: "Gửi thư mới",
  invitationAgain: "Nhận thư mời mới",
  invitationHelp: "Cũng có thể nhờ quản trị hệ thống của đơn vị mời lại.",
  addressAgain: "Đổi thư điện tử",

  address: "Thư điện tử",
  addressLead: "Dùng để đăng nhập và nhận thư của Trạm.",
  changeAddress: "Đổi thư điện tử",
  changeAddressLead: "Địa chỉ mới có hiệu lực sau khi xác nhận từ hộp thư mới. Địa chỉ cũ cũng nhận được thư báo.",
  newAddress: "Thư điện tử mới",
  newAddressMissing: "Nhập thư điện tử mới",
  addressSame: "Đây là địa chỉ đang dùng",
  addressTaken: "Địa chỉ này đã có người dùng. Nhập địa chỉ khác hoặc liên hệ quản trị hệ thống.",
  addressOften: "Đã đổi nhiều lần trong ngày. Thử lại vào ngày mai hoặc nhờ quản trị hệ thống.",
  sendConfirmation: "Gửi thư xác nhận",
  pending: (address: string) => `Đang chờ xác nhận từ hộp thư ${address}.`,
  pendingHint: "Liên kết trong thư có hiệu lực 24 giờ.",
  confirmTitle: "Xác nhận thư điện tử",
  confirmLead: (address: string) => `Từ nay Trạm gửi thư đến ${address}, và đây cũng là địa chỉ để đăng nhập.`,
  confirmSubmit: "Xác nhận",
};
