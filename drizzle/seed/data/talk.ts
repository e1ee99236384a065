import type { Impact } from "#app/domain/tickets/priority.ts";

/** What people say on tickets: some of it on any, the rest only where it fits what the ticket is about. */
export type Nature = "trouble" | "machine" | "line" | "access" | "account" | "data" | "how_to";
export type ByNature<T> = { any: readonly T[] } & Partial<Record<Nature, readonly T[]>>;

export const ON_IT: ByNature<string> = {
  any: ["Đã nhận phiếu, đang kiểm tra.", "Em đang ở tầng 2, xong việc này qua liền ạ."],
  trouble: ["Đã nhận, khoảng 5 phút nữa lên tới nơi.", "Đã thấy, đang xem từ xa. Vui lòng giữ máy đang mở."],
  machine: ["Đã nhận, khoảng 5 phút nữa lên tới nơi.", "Nhận rồi ạ, đang mang đồ nghề xuống."],
  line: ["Đã nhận, đang kiểm tra đường truyền.", "Nhận rồi ạ, đang xem ở tủ mạng."],
  access: ["Đã nhận, đang xem quyền hiện có.", "Đã nhận, đối chiếu quyết định rồi báo lại."],
  account: ["Đã nhận, đang xác minh người dùng.", "Đã nhận, kiểm tra tài khoản rồi báo lại."],
  data: ["Đã nhận, đang đối chiếu số liệu.", "Đã nhận, xem lại nhật ký rồi báo lại."],
  how_to: ["Đã nhận, em gọi lại hướng dẫn ngay ạ.", "Mở sẵn màn hình giúp, em qua chỉ trực tiếp."],
};
export const PROGRESS: ByNature<string> = {
  any: ["Đã gửi tuyến trên, có kết quả sẽ báo lại ngay.", "Bên đó đã nhận và đang kiểm tra, sẽ báo lại khi xong."],
  line: ["Nhà mạng đã cử người kiểm tra tuyến."],
};
export const NUDGES = [
  "Cho hỏi tới đâu rồi ạ?",
  "A/c ơi khi nào xong ạ, lãnh đạo đang hỏi.",
  "Nhờ kỹ thuật ưu tiên giúp, đang cần gấp.",
  "dạ em chờ, có gì báo em nhé",
];
type Exchange = { q: string; a: string };
export const QUESTIONS: ByNature<Exchange> = {
  any: [
    { q: "Giờ nào qua làm được mà không vướng tiếp dân ạ?", a: "Sau 11 giờ hoặc sau 16 giờ 30 là được." },
    { q: "Nhờ cho số máy lẻ để gọi trao đổi thêm.", a: "Máy lẻ 1{q}, gọi em lúc nào cũng được ạ." },
  ],
  trouble: [
    {
      q: "Cho hỏi máy báo dòng chữ gì, lúc mấy giờ ạ?",
      a: 'Dạ báo "Có lỗi xảy ra, vui lòng thử lại", lúc {h} ạ.',
    },
    { q: "Anh/chị đang dùng trình duyệt nào, đã thử máy khác chưa?", a: "Dùng Chrome, thử máy bên cạnh cũng bị y vậy." },
    { q: "Bị nhiều máy hay chỉ một máy ạ?", a: "Em thử {n} máy đều bị." },
  ],
  machine: [
    { q: "Máy đặt ở đâu, nhờ chụp nhãn dán trên máy.", a: "Ngay khu quầy {q} ạ, nhãn em chụp gửi qua Zalo rồi." },
    { q: "Máy còn lên nguồn không ạ?", a: "Đèn vẫn sáng nhưng không chạy ạ." },
  ],
  line: [{ q: "Bị từ lúc mấy giờ, chỗ khác trong cơ quan có bị không ạ?", a: "Từ khoảng {h}, chỗ khác em chưa hỏi được." }],
  access: [
    { q: "Xin số và ngày quyết định phân công để kèm phiếu.", a: "Quyết định {qd} ngày {d} ạ." },
    { q: "Người giữ việc này trước đây còn dùng tài khoản không ạ?", a: "Đã chuyển từ {d}, thu hồi giúp luôn." },
  ],
  account: [
    { q: "Lần cuối đăng nhập được là hôm nào ạ?", a: "Hôm {d} vẫn vào được ạ." },
    { q: "Tài khoản này có ai dùng chung không ạ?", a: "Dạ không, chỉ một người dùng." },
  ],
  data: [
    { q: "Nhờ gửi giúp mã hồ sơ hoặc số văn bản.", a: "Em ghi trong nội dung phiếu rồi ạ." },
    { q: "Đã có văn bản đề nghị sửa chưa ạ?", a: "Có rồi, {vb} ngày {d}." },
  ],
  how_to: [{ q: "Đang đứng ở màn hình nào, nhờ chụp giúp một tấm ạ.", a: "Em vừa gửi ảnh qua Zalo, đang ở màn hình chính." }],
};
export const WORK_NOTES: ByNature<string> = {
  any: ["Người dùng khá bận, hẹn quay lại sau giờ tiếp dân."],
  trouble: [
    "Qua TeamViewer thấy Chrome bản cũ, đã cập nhật.",
    "Ping máy chủ 8 ms, mạng tại đơn vị tốt.",
    "Đã chụp nhật ký lỗi lưu ở máy trực, tên máy có trong nhãn.",
    "Gọi nhà cung cấp lúc {h}, gặp trực ca, mã yêu cầu của họ VN-{so}.",
    "Cần xem thêm: cùng giờ này hai đơn vị bên cũng bị.",
  ],
  machine: [
    "Máy đã cũ, nên ghi vào danh sách thay.",
    "Máy còn bảo hành, tem còn nguyên.",
    "Đã đổi dây và ổ cắm để loại trừ.",
  ],
  line: ["Đo 10 phút tại tủ mạng: rớt 3 gói.", "Gọi tổng đài nhà mạng lúc {h}, mã phiếu của họ VN-{so}."],
  access: ["Danh bạ còn ghi phòng cũ, đã báo Văn phòng sửa.", "Vị trí này tháng trước cũng phải bổ sung quyền."],
  account: ["Đã xác minh người dùng qua số máy lẻ của phòng.", "Tài khoản này tháng trước cũng đã mở một lần."],
  data: ["Đã đối chiếu với sổ giấy tại đơn vị.", "Đã chụp màn hình trước khi sửa để lưu vết."],
  how_to: ["Câu này được hỏi nhiều lần, nên viết thành bài hướng dẫn."],
};
export const SECOND_LINE_NOTES: ByNature<string> = {
  any: ["Đã xem phiếu và phần đã thử tại đơn vị, thông tin đủ."],
  trouble: [
    "Đã xem nhật ký máy chủ từ {h}: có lỗi hết thời gian chờ ở dịch vụ này.",
    "Tái hiện được trên môi trường thử. Đang sửa cấu hình.",
    "Đã mở yêu cầu với nhà cung cấp, mã VN-{so}, người nhận: trực kỹ thuật.",
  ],
  machine: ["Đã tra mã lỗi của hãng, có hướng dẫn xử lý."],
  line: ["Đo từ Trung tâm: tuyến tới đơn vị mất 4 % gói."],
  access: [
    "Kiểm tra phân quyền: thiếu vai trò ở đơn vị mới, đang bổ sung.",
    "Đã đối chiếu quyết định, tên và chức vụ khớp danh bạ.",
  ],
  account: ["Đã xem nhật ký đăng nhập của tài khoản, không có dấu hiệu lạ."],
  data: ["Đã đối soát hai đầu, lệch {n} bản ghi.", "Sao lưu trước khi sửa, giữ lại nhật ký."],
};
export const HAND_BACK: ByNature<string> = {
  any: ["Phía hệ thống đã xong, nhờ kiểm tra lại tại máy người dùng và đóng giúp."],
  trouble: ["Không còn thấy lỗi phía máy chủ. Nhờ kiểm tra lại tiện ích trên máy tại đơn vị."],
  access: ["Đã cấp xong, nhờ hướng dẫn người dùng đăng nhập thử tại chỗ."],
  data: ["Đã sửa xong dữ liệu, nhờ đối chiếu lại tại đơn vị."],
};
export const VENDOR_WHY: ByNature<string> = {
  any: ["Chờ cơ quan chủ quản trả lời, đã gửi công văn {cv}."],
  trouble: ["Chờ nhà cung cấp vá lỗi, mã yêu cầu VN-{so}."],
  machine: ["Chờ hãng bảo hành mang linh kiện tới."],
  line: ["Chờ nhà mạng xử lý đường truyền, mã phiếu VN-{so}."],
  access: ["Chờ cơ quan chủ quản cấp quyền, đã gửi công văn {cv}."],
  account: ["Chờ cơ quan chủ quản mở tài khoản, đã gửi công văn {cv}."],
  data: ["Chờ cơ quan chủ quản sửa dữ liệu gốc, đã gửi công văn {cv}."],
};
export const APPROVAL_WHY: ByNature<string> = {
  any: ["Chờ lãnh đạo đơn vị duyệt."],
  access: ["Chờ lãnh đạo đơn vị duyệt và gửi số quyết định.", "Chờ văn bản phân công có chữ ký lãnh đạo."],
  data: ["Chờ lãnh đạo đơn vị duyệt đề nghị sửa dữ liệu."],
};
export const APPROVED: ByNature<string> = {
  any: ["Đồng ý. Đã ký văn bản đề nghị {vb}."],
  access: ["Đồng ý cấp quyền theo Quyết định {qd} ngày {d}.", "Duyệt. Căn cứ phân công {qd}. Nhờ cấp trong hôm nay."],
  data: ["Đồng ý cho sửa, văn bản đề nghị {vb} ngày {d}.", "Duyệt. Sửa xong báo lại văn thư."],
};
/** Nobody approves a right of their own: who may sign is the chairman's word, and the reporter passes it on. */
export const CHAIRMAN_APPROVED = [
  "Chủ tịch đã ký Quyết định {qd} ngày {d}, đồng ý cấp ạ.",
  "Có ý kiến Chủ tịch rồi ạ, văn bản {vb} ngày {d}.",
];
export const SCHEDULED_WHY: ByNature<string> = {
  any: ["Hẹn làm sau giờ tiếp dân để không vướng quầy."],
  machine: ["Chờ máy dự phòng chuyển từ Trung tâm xuống.", "Chờ linh kiện thay, đã đặt hàng."],
  line: ["Hẹn nhà mạng xuống kiểm tra tại chỗ."],
};
export const REPORTER_WHY = ["Đã hỏi thêm thông tin, chờ người gửi trả lời.", "Người gửi đang tiếp dân, chờ trả lời."];
export const THANKS: ByNature<string> = {
  any: ["Được rồi ạ, cảm ơn nhiều.", "Ok xong rồi, cám ơn em.", "dạ ổn rồi ạ"],
  machine: ["Máy chạy lại rồi, cảm ơn kỹ thuật."],
  access: ["Thấy quyền mới rồi ạ, cảm ơn anh chị."],
  account: ["Vào được rồi, cảm ơn anh chị."],
  how_to: ["Làm được rồi ạ, cảm ơn đã chỉ."],
};
export const STILL_FAILS: ByNature<string> = {
  any: ["Vẫn chưa được, thử lại thì báo như cũ."],
  trouble: ["Được một lúc rồi lại bị.", "Máy bên cạnh vẫn còn lỗi."],
  machine: ["Được một lúc rồi lại bị."],
  line: ["Được một lúc rồi lại bị."],
  access: ["Đăng nhập được nhưng vẫn không thấy quyền mới."],
  account: ["Vẫn báo sai thông tin đăng nhập."],
  data: ["Số liệu vẫn chưa khớp, còn một chỗ chưa sửa."],
};
const WATCHED = "Đã kiểm tra lại cùng người dùng, sửa dứt điểm và theo dõi 30 phút không lặp lại.";
export const SECOND_FIX: ByNature<string> = {
  any: ["Đã bổ sung phần còn thiếu, người dùng thử ngay tại chỗ được."],
  trouble: [WATCHED, "Lần trước mới xử lý một máy, nay đã làm nốt các máy còn lại."],
  machine: [WATCHED],
  line: [WATCHED],
};
export const CANCELLED: ByNature<string> = {
  any: ["Đã tự xử lý được.", "Gửi nhầm, đã có phiếu khác."],
  trouble: ["Khởi động lại máy là hết."],
  access: ["Chưa cần nữa, lãnh đạo đã phân công người khác."],
};
export const SHARED = "Nhiều đơn vị cùng bị, Thành phố đang xử lý chung, có kết quả sẽ báo lại.";
export const SHARED_AT_COUNTERS =
  "Nhiều đơn vị cùng bị, Thành phố đang xử lý chung. Trong lúc chờ, quầy tiếp nhận giấy rồi nhập bù.";
export const SAME_AND_OVER = "Phiếu trước về việc này đã xử lý xong, vào thử lại là được.";
export const NOT_SEEN_AGAIN = ["Thử lại nhiều lần không gặp lỗi nữa, theo dõi thêm một buổi vẫn bình thường."];
/** Where somebody looked again, an impact becomes the one beside it. */
export const RECLASSIFIED: Record<Impact, readonly { to: Impact; why: string }[]> = {
  one_person: [{ to: "one_department", why: "Cả phòng đều bị chứ không riêng một người." }],
  one_department: [{ to: "one_person", why: "Chỉ một máy bị, các máy khác trong phòng bình thường." }],
  counter_slowed: [{ to: "counter_stopped", why: "Quầy phải dừng, nâng mức ảnh hưởng." }],
  counter_stopped: [{ to: "counter_slowed", why: "Quầy vẫn nhận giấy được, hạ mức ảnh hưởng." }],
  whole_ward: [{ to: "one_department", why: "Các phòng khác vẫn bình thường, hạ mức ảnh hưởng." }],
};
export const ZALO_GROUP = ["CNTT phường", "Một cửa + kỹ thuật", "Tổ CĐS", "VP UBND"];
export const PROCEDURES = ["khai sinh", "chứng thực bản sao", "xác nhận tình trạng hôn nhân", "trích lục hộ tịch", "đăng ký hộ kinh doanh", "cấp phép xây dựng", "trợ cấp xã hội"];
export const MACHINES = ["Canon LBP 2900", "HP 107w", "Brother L2321D", "Canon DR-C230", "Fujitsu SP-1120", "Dell OptiPlex 3050", "HP ProDesk 400"];
