/** The admin area: its sections, units and departments, systems, teams, abbreviations. */
export const places = {
  title: "Quản trị",
  overview: "Tổng quan",
  nav: "Các mục quản trị",
  here: (section: string) => `Quản trị: ${section}`,
  sections: {
    people: "Nhân sự",
    sites: "Đơn vị",
    systems: "Phần mềm",
    teams: "Nhóm xử lý",
    abbreviations: "Từ viết tắt",
    deliveries: "Thư gửi đi",
    history: "Nhật ký",
    settings: "Cài đặt",
  },
};
