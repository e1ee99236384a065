export const settings = {
  title: "Cài đặt",
  session: "Thời gian đăng nhập",
  sessionLead: "Hết thời gian này, người dùng cần đăng nhập lại. Áp dụng từ lần đăng nhập sau.",
  presets: {
    level3: {
      label: "Theo TCVN 14423:2026, cấp độ 3",
      hint: "Nghỉ 15 phút, quản trị và quản lý 5 phút; tối đa 12 giờ.",
    },
    counter: {
      label: "Quầy tiếp nhận, máy dùng chung",
      hint: "Nghỉ 60 phút, kỹ thuật viên 2 giờ, quản trị và quản lý 30 phút; tối đa 12 giờ.",
    },
  },
  matrix: "Mức ưu tiên",
  matrixLead: "Mức ảnh hưởng và mức gấp cho ra mức ưu tiên của phiếu mới. Phiếu đã gửi giữ nguyên.",
  impact: "Mức ảnh hưởng",
  cell: (impact: string, urgency: string) => `${impact}, ${urgency}`,
};
