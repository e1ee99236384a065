import type { ApprovalWay } from "#app/domain/access/approval.ts";
import type { Needs } from "#app/domain/access/request.ts";

/** Who decides, as offices do today; an admin changes it per right. */
const HEAD: ApprovalWay = [{ who: [{ by: "ward_lead" }], need: "any" }];
const ROOM: ApprovalWay = [{ who: [{ by: "room_lead" }], need: "any" }];
const HEAD_THEN_OWNER: ApprovalWay = [...HEAD, { who: [{ by: "owner" }], need: "any" }];

type Right = {
  key: string;
  system: string;
  name: string;
  nameEn: string;
  about: string;
  approval: ApprovalWay;
  needs?: Needs;
  howToGrant: string;
  howToRevoke: string;
  howToProve: string;
  evidence: string;
};

const LOCK = "Khóa vai trò hoặc tài khoản trong phần mềm, chuyển việc đang giữ cho người kế nhiệm.";
const account = (system: string, name: string, nameEn: string): Right => ({
  ...{ key: `${system}.account`, system, name: `Tài khoản ${name}`, nameEn: `Account: ${nameEn}`, approval: ROOM },
  about: `Đăng nhập và làm việc trong ${name} theo vị trí được giao.`,
  howToGrant: "Tạo tài khoản theo thư công vụ của người dùng, gán đúng phòng và vị trí, buộc đổi mật khẩu lần đầu.",
  howToRevoke: LOCK,
  howToProve: "Đăng nhập và mở được màn hình làm việc của mình.",
  evidence: "Tên tài khoản, phòng đã gán.",
});

/** What is asked for in the systems of a ward: who approves, who grants and what proves it (the grants' team is the system's). */
export const ACCESS_RIGHTS: readonly Right[] = [
  account("vb", "quản lý văn bản", "document management"),
  {
    ...{ key: "vb.clerk", system: "vb", name: "Văn thư phòng", nameEn: "Clerk of a room", approval: ROOM },
    about: "Nhận văn bản đến của phòng trước khi trình Trưởng phòng.",
    howToGrant: "Tạo vai trò văn thư cho phòng, gán người dùng, đặt luồng văn bản đến đi qua văn thư phòng.",
    howToRevoke: LOCK,
    howToProve: "Nhận được một văn bản đến của phòng và chuyển cho Trưởng phòng.",
    evidence: "Số văn bản đến đã đi qua văn thư phòng.",
  },
  {
    ...{ key: "vb.draft", system: "vb", name: "Soạn thảo, trình văn bản", nameEn: "Draft documents", approval: ROOM },
    about: "Soạn văn bản đi và trình người ký.",
    howToGrant: "Gán vai trò soạn thảo cho người dùng tại phòng.",
    howToRevoke: LOCK,
    howToProve: "Tạo một dự thảo và trình được.",
    evidence: "Số dự thảo.",
  },
  {
    ...{ key: "vb.publish", system: "vb", name: "Ký phát hành văn bản", nameEn: "Sign and publish documents" },
    about: "Ký thừa lệnh và phát hành văn bản đi của Ủy ban nhân dân.",
    ...{ approval: HEAD_THEN_OWNER, needs: { decision: true, regulation: true } },
    howToGrant: "Gán vai trò ký thừa lệnh và nút phát hành cho người dùng tại đơn vị, kiểm tra chữ ký số đã gắn với tài khoản.",
    howToRevoke: LOCK,
    howToProve: "Ký và phát hành được một văn bản thử.",
    evidence: "Số văn bản thử đã phát hành.",
  },
  account("tthc", "một cửa", "one-stop system"),
  {
    ...{ key: "tthc.field", system: "tthc", name: "Tiếp nhận theo lĩnh vực", nameEn: "Receive files of a field" },
    about: "Tiếp nhận hồ sơ của lĩnh vực được phân công tại quầy.",
    approval: HEAD,
    howToGrant: "Thêm người dùng vào nhóm quyền của lĩnh vực; bỏ các lĩnh vực không được phân công.",
    howToRevoke: LOCK,
    howToProve: "Tiếp nhận được một hồ sơ của lĩnh vực và không thấy lĩnh vực khác.",
    evidence: "Danh sách lĩnh vực đã gán.",
  },
  {
    ...{ key: "tthc.report", system: "tthc", name: "Xem báo cáo một cửa", nameEn: "One-stop reports", approval: HEAD },
    about: "Xem số liệu hồ sơ của cả đơn vị.",
    howToGrant: "Gán vai trò xem báo cáo ở mức đơn vị.",
    howToRevoke: LOCK,
    howToProve: "Mở được báo cáo hồ sơ trong tháng.",
    evidence: "Ảnh màn hình báo cáo đã che dữ liệu cá nhân.",
  },
  account("dvcqg", "Cổng Dịch vụ công quốc gia", "national portal"),
  {
    ...{ key: "hotich.officer", system: "hotich", name: "Công chức hộ tịch", nameEn: "Civil status officer" },
    about: "Đăng ký, tra cứu hộ tịch của đơn vị.",
    ...{ approval: HEAD, needs: { decision: true } },
    howToGrant: "Gửi Sở Tư pháp quyết định phân công, đề nghị cấp tài khoản và thu hồi tài khoản người tiền nhiệm.",
    howToRevoke: "Gửi Sở Tư pháp đề nghị thu hồi tài khoản.",
    howToProve: "Tra cứu được một việc hộ tịch của đơn vị.",
    evidence: "Số công văn gửi Sở Tư pháp.",
  },
  {
    ...{ key: "chungthuc.sign", system: "chungthuc", name: "Ký chứng thực điện tử", nameEn: "Sign certified copies" },
    about: "Ký bản sao chứng thực điện tử.",
    ...{ approval: HEAD, needs: { decision: true } },
    howToGrant: "Gán vai trò ký chứng thực, gắn chứng thư số của người ký.",
    howToRevoke: LOCK,
    howToProve: "Ký được một bản chứng thực thử.",
    evidence: "Mã bản chứng thực thử.",
  },
  {
    ...{ key: "kyso.person", system: "kyso", name: "Chứng thư số cá nhân", nameEn: "Personal certificate" },
    about: "Chữ ký số công vụ của cá nhân.",
    ...{ approval: HEAD, needs: { decision: true, file: true } },
    howToGrant: "Gửi công văn đề nghị đến Sở Khoa học và Công nghệ, nhận thiết bị từ Ban Cơ yếu, lập biên bản bàn giao.",
    howToRevoke: "Gửi đề nghị thu hồi chứng thư, nhận lại thiết bị, lập biên bản.",
    howToProve: "Ký thử một tệp và kiểm tra chữ ký hợp lệ.",
    evidence: "Số công văn, biên bản bàn giao thiết bị.",
  },
  {
    ...{ key: "dancu.lookup", system: "dancu", name: "Tra cứu dân cư", nameEn: "Population lookup" },
    about: "Tra cứu dữ liệu dân cư theo mục đích được giao.",
    ...{ approval: HEAD_THEN_OWNER, needs: { decision: true, undertaking: true, until: true } },
    howToGrant: "Gửi đầu mối Thành phố danh sách kèm cam kết bảo mật để Bộ Công an cấp quyền.",
    howToRevoke: "Gửi đầu mối Thành phố đề nghị thu hồi quyền.",
    howToProve: "Tra cứu được một trường hợp đang thụ lý.",
    evidence: "Cam kết bảo mật, mục đích, ngày hết hạn.",
  },
  account("email", "thư công vụ", "official mail"),
  account("dieuhanh", "nền tảng quản lý chính quyền số", "administration platform"),
  account("baocao", "hệ thống báo cáo", "reporting system"),
  account("datdai", "phần mềm đất đai", "land software"),
  account("hkd", "đăng ký hộ kinh doanh", "household business registration"),
  account("ansinh", "an sinh xã hội", "social welfare"),
  {
    ...{ key: "khobac.holder", system: "khobac", name: "Chủ tài khoản Kho bạc", nameEn: "Treasury account holder" },
    about: "Ký chứng từ gửi Kho bạc với vai trò chủ tài khoản hoặc kế toán trưởng.",
    ...{ approval: HEAD, needs: { decision: true, file: true } },
    howToGrant: "Gửi Kho bạc hồ sơ mẫu dấu, mẫu chữ ký và đề nghị cấp quyền.",
    howToRevoke: "Gửi Kho bạc đề nghị thay đổi chủ tài khoản.",
    howToProve: "Gửi được một chứng từ thử.",
    evidence: "Mẫu chữ ký đã đăng ký.",
  },
];

export const DUTY_CONFLICTS: readonly { rights: readonly [string, string]; reason: string }[] = [
  { rights: ["vb.draft", "vb.publish"], reason: "Người soạn thảo không tự phát hành" },
  { rights: ["vb.clerk", "vb.publish"], reason: "Văn thư không tự ký văn bản mình phát hành" },
];

/** Posts of a ward, and what each should have. */
export const POSITIONS: readonly { key: string; name: string; nameEn: string; rights: readonly string[] }[] = [
  { key: "chair", name: "Chủ tịch UBND", nameEn: "Chair", rights: ["vb.account", "vb.publish", "kyso.person", "email.account"] },
  { key: "vice-chair", name: "Phó Chủ tịch UBND", nameEn: "Vice-chair", rights: ["vb.account", "vb.publish", "kyso.person", "email.account"] },
  {
    ...{ key: "chief-of-office", name: "Chánh Văn phòng HĐND và UBND", nameEn: "Chief of Office" },
    rights: ["vb.account", "vb.publish", "kyso.person", "email.account", "tthc.report"],
  },
  { key: "clerk", name: "Văn thư", nameEn: "Clerk", rights: ["vb.account", "vb.clerk", "email.account"] },
  { key: "centre-head", name: "Giám đốc Trung tâm Phục vụ hành chính công", nameEn: "Head of the one-stop centre", rights: ["tthc.account", "tthc.report", "email.account"] },
  { key: "reception", name: "Công chức tiếp nhận", nameEn: "Reception officer", rights: ["tthc.account", "tthc.field", "dvcqg.account", "email.account"] },
  { key: "civil-status", name: "Công chức tư pháp – hộ tịch", nameEn: "Civil status officer", rights: ["hotich.officer", "tthc.account", "dancu.lookup", "email.account"] },
  { key: "certification", name: "Công chức chứng thực", nameEn: "Certification officer", rights: ["chungthuc.sign", "tthc.account", "email.account"] },
  { key: "accountant", name: "Kế toán trưởng", nameEn: "Chief accountant", rights: ["khobac.holder", "email.account"] },
  { key: "land", name: "Công chức địa chính – xây dựng", nameEn: "Land officer", rights: ["datdai.account", "tthc.account", "email.account"] },
  { key: "welfare", name: "Công chức lao động – an sinh", nameEn: "Welfare officer", rights: ["ansinh.account", "email.account"] },
];
