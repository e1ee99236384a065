export const settings = {
  title: "Cài đặt",
  session: "Thời gian đăng nhập",
  sessionChoice: "Khi nào cần đăng nhập lại",
  sessionLead: "Tính từ thao tác cuối cùng, và nhiều nhất từ lúc đăng nhập. Áp dụng từ lần đăng nhập sau.",
  presets: {
    level3: {
      label: "Theo TCVN 14423:2026, cấp độ 3",
      hint: "Sau 15 phút không thao tác, quản trị và quản lý sau 5 phút; nhiều nhất 12 giờ.",
    },
    counter: {
      label: "Quầy tiếp nhận, máy dùng chung",
      hint: "Sau 60 phút không thao tác, kỹ thuật viên sau 2 giờ, quản trị và quản lý sau 30 phút; nhiều nhất 12 giờ.",
    },
  },
  notSaved: "Chưa lưu: có lựa chọn không nằm trong danh sách. Chọn lại rồi lưu.",
  matrix: "Mức ưu tiên",
  matrixLead: "Mức ảnh hưởng và mức gấp cho ra mức ưu tiên của phiếu mới. Phiếu đã gửi giữ nguyên.",
  impact: "Mức ảnh hưởng",
  cell: (impact: string, urgency: string) => `${impact}, ${urgency}`,
};
