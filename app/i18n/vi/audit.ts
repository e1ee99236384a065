/** The history of changes to people, places, rights and settings. */
export const audit = {
  link: "Nhật ký thay đổi",
  kinds: {
    person: "Nhân sự",
    account: "Tài khoản",
    session: "Phiên đăng nhập",
    grant: "Quyền",
    site: "Đơn vị",
    system: "Phần mềm",
    team: "Nhóm xử lý",
    abbreviation: "Từ viết tắt",
    setting: "Cài đặt",
    delivery: "Thư gửi đi",
    request: "Yêu cầu bị từ chối",
  },
};
