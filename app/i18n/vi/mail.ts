export const mail = {
  settings: {
    title: "Thư",
    way: {
      resend: "Thư được gửi qua Resend, máy chủ ở nước ngoài.",
      smtp: "Thư được gửi qua máy chủ thư của đơn vị.",
      disk: "Thư không được gửi đi: chưa cài đặt đường gửi, thư nằm trong thư mục dữ liệu.",
    },
    content: "Thư kèm bao nhiêu nội dung phiếu",
    contentWhy:
      "Thư rời khỏi Trạm, đi qua máy chủ khác và nằm lại trong hộp thư. Càng ít nội dung càng an toàn; người nhận mở đường liên kết để xem đủ.",
    choices: {
      nothing: { label: "Không kèm", hint: "Chỉ số phiếu, trạng thái, ai làm gì và đường liên kết." },
      title: { label: "Kèm tiêu đề", hint: "Thêm tiêu đề và chi tiết thay đổi, như phần mềm hoặc mức ưu tiên." },
      text: {
        label: "Kèm tiêu đề và câu trả lời",
        hint: "Thêm nguyên văn câu trả lời. Ghi chú nội bộ không bao giờ đi theo thư.",
      },
    },
    test: "Gửi thư thử cho tôi",
    testHint: "Đến địa chỉ thư của tài khoản đang đăng nhập, theo đúng đường của mọi thư khác.",
  },
  mailbox: {
    title: "Hộp thư của bản dùng thử",
    lead: "Bản dùng thử không gửi thư ra ngoài. Mọi thư nằm ở đây, ai cũng xem được.",
    empty: "Chưa có thư",
    emptyHint: "Thư xuất hiện khi có thay đổi trên phiếu, hoặc khi yêu cầu đặt lại mật khẩu.",
    ahead: (letters: number) => `${letters} thư đang chờ, thư sớm nhất gửi lúc`,
    aheadWhy: "Thư chờ hai phút để gộp thay đổi, và chờ hết giờ yên tĩnh của người nhận, thường từ 20:00 đến 07:00.",
    to: "Đến",
    from: "Từ",
    sent: "Gửi lúc",
    letter: "Thư",
    text: "Bản chữ thuần",
    headers: "Dòng đầu thư",
  },
  preview: {
    title: "Xem mẫu thư",
    purpose: "Loại thư",
    lang: "Ngôn ngữ",
    content: "Nội dung phiếu",
    show: "Xem",
    purposes: {
      ticket: "Tin về phiếu",
      digest: "Bản tin trong ngày",
      invitation: "Lời mời",
      password_reset: "Đặt lại mật khẩu",
      address_confirm: "Xác nhận địa chỉ",
      password_changed: "Mật khẩu đã đổi",
      address_changed: "Địa chỉ đã đổi",
      test: "Thư thử",
    },
  },
};
