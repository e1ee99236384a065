import type { UnitKind } from "#app/domain/directory/site.ts";

/** The rooms that decree 150/2025 gives every unit; a unit's own later choices are edited in the product. */
export const DEPARTMENTS: readonly { slug: string; name: string; in?: readonly UnitKind[] }[] = [
  { slug: "van-phong", name: "Văn phòng HĐND và UBND" },
  { slug: "kinh-te", name: "Phòng Kinh tế, Hạ tầng và Đô thị", in: ["phuong", "dac_khu"] },
  { slug: "kinh-te", name: "Phòng Kinh tế", in: ["xa"] },
  { slug: "van-hoa-xa-hoi", name: "Phòng Văn hóa – Xã hội" },
  { slug: "hanh-chinh-cong", name: "Trung tâm Phục vụ hành chính công" },
];
