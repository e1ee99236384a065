const [CLERK, OFFICE] = ["Văn thư", "Công chức Văn phòng – Thống kê"];
const [DESK, CIVIL, CERTIFY] = ["Công chức tiếp nhận", "Công chức tư pháp – hộ tịch", "Công chức chứng thực"];
const [ACCOUNTS, LAND, WELFARE] = ["Kế toán trưởng", "Công chức địa chính – xây dựng", "Công chức lao động – an sinh"];

/** The posts of a ward in the demo, each with the room it belongs to. */
export const POSTS: readonly { department: string; position: string }[] = [
  { department: "van-phong", position: CLERK },
  { department: "van-phong", position: OFFICE },
  { department: "hanh-chinh-cong", position: DESK },
  { department: "hanh-chinh-cong", position: CIVIL },
  { department: "hanh-chinh-cong", position: CERTIFY },
  { department: "kinh-te", position: ACCOUNTS },
  { department: "kinh-te", position: LAND },
  { department: "van-hoa-xa-hoi", position: WELFARE },
];

/** Who works with a system, and so reports it; everybody has a computer and mail. */
export const USERS_OF: Readonly<Record<string, readonly string[]>> = {
  vb: [CLERK, OFFICE],
  dieuhanh: [CLERK, OFFICE],
  baocao: [OFFICE, WELFARE],
  "1022": [OFFICE],
  web: [OFFICE],
  hop: [OFFICE, CLERK],
  cbcc: [OFFICE],
  khac: [OFFICE, CLERK],
  kyso: [CLERK, OFFICE, CIVIL, CERTIFY],
  tthc: [DESK, CIVIL, CERTIFY, LAND],
  dvcqg: [DESK],
  lgsp: [DESK],
  hotich: [CIVIL],
  dvclt: [CIVIL],
  chungthuc: [CERTIFY],
  dancu: [CIVIL, CERTIFY, DESK],
  vneid: [DESK, CIVIL],
  sohoa: [DESK, CERTIFY, LAND],
  thanhtoan: [DESK],
  quay: [DESK],
  khobac: [ACCOUNTS],
  ketoan: [ACCOUNTS],
  datdai: [LAND],
  hkd: [DESK, LAND],
  ansinh: [WELFARE],
};

/** What the screen said, where the trouble is one that says something; keys are ranks of issue-templates.csv. */
export const SCREEN_SAID: Readonly<Record<number, readonly string[]>> = {
  5: ["504 Gateway Time-out", "ERR_CONNECTION_TIMED_OUT"],
  6: ["Không tìm thấy chứng thư số"],
  10: ["Không kết nối được dịch vụ tra cứu", "Mã lỗi 500"],
  20: ["Trạng thái: Đang gửi"],
  27: ["Không đọc được tệp ký"],
  28: ["Lỗi không xác định, vui lòng thử lại"],
  42: ["Kỳ báo cáo đã hết hạn"],
  55: ["Tệp vượt quá dung lượng cho phép"],
  57: ["Chữ ký số không hợp lệ"],
  58: ["Không kết nối được máy chủ dữ liệu"],
  64: ["Giao dịch hết thời gian chờ"],
};
