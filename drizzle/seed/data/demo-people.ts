import type { Role } from "#app/domain/policy/roles.ts";

type DemoGrant = { role: Role; at: "city" | string; team?: string };
export type DemoPersonRow = {
  email: string;
  fullName: string;
  position: string;
  /** Slug of the site where the person works; "city" for the city centre and vendors. */
  worksAt: "city" | string;
  grants: readonly DemoGrant[];
};

/** The people on the sign-in page, in its order. */
export const DEMO_PEOPLE: readonly DemoPersonRow[] = [
  {
    email: "lan@tanbinh.example",
    fullName: "Nguyễn Thị Lan",
    position: "Văn thư",
    worksAt: "tan-binh/van-phong",
    grants: [{ role: "reporter", at: "tan-binh" }],
  },
  {
    email: "chau@tanbinh.example",
    fullName: "Trần Minh Châu",
    position: "Chánh Văn phòng HĐND và UBND",
    worksAt: "tan-binh/van-phong",
    grants: [{ role: "ward_lead", at: "tan-binh" }],
  },
  {
    email: "hoa@binhhunghoa.example",
    fullName: "Phạm Thị Hoa",
    position: "Công chức tiếp nhận",
    worksAt: "binh-hung-hoa/hanh-chinh-cong",
    grants: [{ role: "reporter", at: "binh-hung-hoa" }],
  },
  {
    email: "minh@dx.example",
    fullName: "Trần Văn Minh",
    position: "Kỹ thuật viên trực phường Tân Bình",
    worksAt: "city",
    grants: [{ role: "engineer", at: "tan-binh" }],
  },
  {
    email: "tuan@dx.example",
    fullName: "Lê Anh Tuấn",
    position: "Kỹ thuật viên trực phường Bình Hưng Hòa",
    worksAt: "city",
    grants: [{ role: "engineer", at: "binh-hung-hoa" }],
  },
  {
    email: "vy@vendor.example",
    fullName: "Đỗ Khánh Vy",
    position: "Chuyên viên phần mềm văn bản, nhà cung cấp",
    worksAt: "city",
    grants: [{ role: "specialist", at: "city", team: "documents" }],
  },
  {
    email: "thu@dx.example",
    fullName: "Võ Minh Thu",
    position: "Điều phối viên, Trung tâm Chuyển đổi số",
    worksAt: "city",
    grants: [{ role: "coordinator", at: "city" }],
  },
  {
    email: "son@dx.example",
    fullName: "Huỳnh Ngọc Sơn",
    position: "Phó Giám đốc Trung tâm Chuyển đổi số",
    worksAt: "city",
    grants: [{ role: "manager", at: "city" }],
  },
  {
    email: "admin@dx.example",
    fullName: "Bùi Quang Đạt",
    position: "Quản trị hệ thống",
    worksAt: "city",
    grants: [{ role: "admin", at: "city" }],
  },
  {
    email: "phuc@dx.example",
    fullName: "Phan Hoàng Phúc",
    position: "Kỹ thuật viên, kiêm tuyến 2 hạ tầng mạng",
    worksAt: "city",
    grants: [
      { role: "engineer", at: "tan-son-nhat" },
      { role: "engineer", at: "bay-hien" },
      { role: "specialist", at: "city", team: "network" },
    ],
  },
  {
    email: "diep@binhhunghoa.example",
    fullName: "Ngô Thị Ngọc Diệp",
    position: "Giám đốc Trung tâm Phục vụ hành chính công",
    worksAt: "binh-hung-hoa/hanh-chinh-cong",
    grants: [{ role: "ward_lead", at: "binh-hung-hoa" }],
  },
  {
    email: "nga@dx.example",
    fullName: "Đặng Thị Thúy Nga",
    position: "Chuyên viên hệ thống một cửa",
    worksAt: "city",
    grants: [{ role: "specialist", at: "city", team: "onestop" }],
  },
];
