/** What people say on tickets: some of it on any, some only where something fails, is asked for, or is to be corrected. */
export type Nature = "trouble" | "access" | "data";
type ByNature<T> = Record<Nature | "any", readonly T[]>;

export const ON_IT = [
  "Đã nhận, khoảng 5 phút nữa lên tới quầy.",
  "Đã nhận phiếu, đang kiểm tra.",
  "Em đang ở tầng 2, xong việc này qua liền ạ.",
  "Đã thấy, đang xem từ xa. Vui lòng giữ máy đang mở.",
  "Nhận rồi ạ, trong lúc chờ anh/chị tạm dùng máy bên cạnh.",
  "Đang kiểm tra, có kết quả sẽ báo lại trong buổi sáng.",
];
export const PROGRESS = [
  "Đã gửi tuyến trên, bên đó hẹn trả lời trong ngày.",
  "Vẫn đang theo dõi, trong lúc chờ quầy tiếp nhận giấy rồi nhập bù giúp.",
  "Nhà cung cấp đã nhận và đang kiểm tra. Sẽ báo lại trước 16:00.",
  "Đã thử cách tạm thời cho 2 máy, các máy còn lại làm tiếp đầu giờ chiều.",
];
export const NUDGES = [
  "Cho hỏi tới đâu rồi ạ?",
  "A/c ơi khi nào xong ạ, lãnh đạo đang hỏi.",
  "Vẫn chưa được ạ, quầy còn đông.",
  "Nhờ kỹ thuật ưu tiên giúp, chiều nay phải có rồi.",
  "dạ em chờ, có gì báo em nhé",
];
type Exchange = { q: string; a: string };
export const QUESTIONS: ByNature<Exchange> = {
  any: [
    { q: "Giờ nào qua làm được mà không vướng tiếp dân ạ?", a: "Sau 11 giờ hoặc sau 16 giờ 30 là được." },
    { q: "Nhờ cho số máy lẻ và phòng để qua gặp trực tiếp.", a: "Máy lẻ 1{q}, {p}, gặp {g} ạ." },
  ],
  trouble: [
    { q: "Cho hỏi máy báo dòng chữ gì, lúc mấy giờ ạ?", a: 'Dạ báo "Phiên làm việc đã hết hạn", lúc {h} ạ.' },
    { q: "Anh/chị đang dùng trình duyệt nào, đã thử máy khác chưa?", a: "Dùng Chrome, thử máy bên cạnh cũng bị y vậy." },
    { q: "Máy này ở quầy số mấy, nhờ chụp nhãn dán trên máy.", a: "Quầy {q}, máy {may}." },
    { q: "Lỗi này bị cả quầy hay chỉ một máy?", a: "Bị {n} máy, riêng quầy {q} vẫn vào được." },
  ],
  access: [
    { q: "Xin số và ngày quyết định phân công để kèm phiếu.", a: "Quyết định {qd} ngày {d} ạ." },
    { q: "Người cần cấp thuộc phòng nào, giữ việc gì ạ?", a: "{g}, {p}, phụ trách tiếp nhận và văn thư." },
    { q: "Người giữ việc này trước đây còn dùng tài khoản không ạ?", a: "Đã chuyển từ {d}, thu hồi giúp luôn." },
  ],
  data: [
    { q: "Nhờ gửi giúp mã hồ sơ và bước đang đứng.", a: "Mã {hs}, đang ở bước chuyển xử lý." },
    { q: "Đã có văn bản đề nghị sửa chưa ạ?", a: "Có rồi, {vb} ngày {d}." },
  ],
};
export const WORK_NOTES = [
  "Qua TeamViewer thấy Chrome bản cũ, đã cập nhật.",
  "Ping máy chủ 8 ms, mạng tại phường tốt.",
  "Đã chụp nhật ký lỗi lưu ở máy trực, tên máy có trong nhãn.",
  "Lỗi này tuần trước đã gặp, lần đó xóa bộ nhớ đệm là hết.",
  "Gọi nhà cung cấp lúc {h}, gặp trực ca, mã yêu cầu của họ VN-{so}.",
  "Người dùng khá bận, hẹn quay lại sau giờ tiếp dân.",
  "Máy còn chạy Windows 10, nên ghi vào danh sách thay.",
  "Đã dặn quầy tạm tiếp nhận giấy, cuối giờ nhập bù.",
  "Cần xem thêm: cùng giờ này hai phường bên cũng chậm.",
  "Token này đã cấp từ 2022, nên kiểm tra luôn hạn chứng thư.",
];
export const SECOND_LINE_NOTES: ByNature<string> = {
  any: [
    "Đã mở yêu cầu với nhà cung cấp, mã VN-{so}, người nhận: trực kỹ thuật.",
    "Bộ chủ quản trả lời qua công văn, dự kiến 3 ngày làm việc.",
  ],
  trouble: [
    "Đã xem nhật ký máy chủ từ {h}: có lỗi hết thời gian chờ ở dịch vụ này.",
    "Tái hiện được trên môi trường thử. Đang sửa cấu hình.",
  ],
  access: [
    "Kiểm tra phân quyền: thiếu vai trò ở đơn vị mới, đang bổ sung.",
    "Đã đối chiếu quyết định, tên và chức vụ khớp danh bạ.",
  ],
  data: ["Đã đối soát hai đầu, lệch {n} bản ghi.", "Sao lưu trước khi sửa, giữ lại nhật ký."],
};
export const HAND_BACK = [
  "Phía hệ thống đã thông, nhờ kiểm tra lại tại máy người dùng và đóng giúp.",
  "Không thấy lỗi phía máy chủ. Nhờ kiểm tra mạng và tiện ích trên máy tại quầy.",
  "Đã cấp xong, nhờ hướng dẫn người dùng đăng nhập thử tại chỗ.",
];
export const VENDOR_WHY = [
  "Chờ nhà cung cấp vá lỗi, mã yêu cầu VN-{so}.",
  "Chờ Bộ chủ quản trả lời, đã gửi công văn {vb}.",
  "Chờ hãng bảo hành mang linh kiện tới.",
  "Chờ nhà mạng xử lý cáp.",
];
export const APPROVAL_WHY = [
  "Chờ lãnh đạo đơn vị duyệt và gửi số quyết định.",
  "Chờ văn bản phân công có chữ ký lãnh đạo.",
  "Chờ Giám đốc Trung tâm xác nhận người được cấp quyền.",
];
export const APPROVED: ByNature<string> = {
  any: [],
  access: [
    "Đồng ý cấp quyền theo Quyết định {qd} ngày {d}.",
    "Duyệt. Căn cứ phân công {qd}. Nhờ cấp trong hôm nay.",
    "Đã ký văn bản đề nghị {vb}, đồng ý cấp.",
  ],
  trouble: ["Đồng ý. Đã ký văn bản đề nghị {vb}."],
  data: ["Đồng ý cho sửa, văn bản đề nghị {vb} ngày {d}.", "Duyệt. Sửa xong báo lại văn thư."],
};
export const SCHEDULED_WHY = [
  "Hẹn làm sau giờ tiếp dân, 16:30.",
  "Hẹn sáng mai trước 7:30 khi quầy chưa mở.",
  "Chờ máy dự phòng chuyển từ Trung tâm xuống.",
];
export const REPORTER_WHY = ["Đã hỏi thêm thông tin, chờ người gửi trả lời.", "Chờ người gửi gửi mã hồ sơ.", "Người gửi đang tiếp dân, chờ trả lời."];
export const THANKS = ["Được rồi ạ, cảm ơn nhiều.", "Ok dùng được rồi, cám ơn em.", "Đã ký được. Cảm ơn kỹ thuật.", "dạ ổn rồi ạ", "Vào được rồi, cảm ơn anh chị."];
export const STILL_FAILS: ByNature<string> = {
  any: ["Vẫn chưa được, thử lại thì báo như cũ."],
  trouble: ["Được một lúc rồi lại bị.", "Máy bên cạnh vẫn còn lỗi.", "Sáng nay mở máy lại bị như hôm qua."],
  access: ["Đăng nhập được nhưng vẫn không thấy quyền mới.", "Người mới vẫn chưa vào được."],
  data: ["Còn một hồ sơ chưa sửa.", "Số liệu vẫn lệch so với danh sách ký."],
};
export const SECOND_FIX = [
  "Đã kiểm tra lại cùng người dùng, sửa dứt điểm và theo dõi 30 phút không lặp lại.",
  "Lần trước mới xử lý một máy, nay đã làm nốt các máy còn lại.",
  "Đã bổ sung phần còn thiếu, người dùng thử ngay tại chỗ được.",
];
export const CANCELLED = ["Đã tự xử lý được.", "Gửi nhầm, đã có phiếu khác.", "Khởi động lại máy là hết.", "Không cần nữa, đã nhờ phòng khác."];
export const DUPLICATE_OF = "Trùng với phiếu đã có, theo dõi chung ở phiếu đó.";
export const NOT_SEEN_AGAIN = ["Thử lại nhiều lần không gặp lỗi nữa, theo dõi thêm một buổi vẫn bình thường."];
export const RECLASSIFIED = [
  "Kiểm tra tại chỗ thì không phải lỗi phần mềm.",
  "Cả phòng đều bị chứ không riêng một người.",
  "Thực tế là thiếu quyền, không phải lỗi.",
  "Quầy phải dừng, nâng mức ảnh hưởng.",
  "Quầy vẫn nhận giấy được, hạ mức ảnh hưởng.",
];
export const ZALO_GROUP = ["CNTT phường", "Một cửa + kỹ thuật", "Tổ CĐS", "VP UBND"];
export const PROCEDURES = ["khai sinh", "chứng thực bản sao", "xác nhận tình trạng hôn nhân", "trích lục hộ tịch", "đăng ký hộ kinh doanh", "cấp phép xây dựng", "trợ cấp xã hội"];
export const MACHINES = ["Canon LBP 2900", "HP 107w", "Brother L2321D", "Canon DR-C230", "Fujitsu SP-1120", "Dell OptiPlex 3050", "HP ProDesk 400"];
