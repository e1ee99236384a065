/** Decree 370/2025 lets units name their rooms from 2026 on: the demo has a few that did, so that it has a history. */
export const RENAMED_ROOMS: readonly { ward: string; slug: string; name: string }[] = [
  { ward: "go-vap", slug: "kinh-te", name: "Phòng Kinh tế – Đô thị" },
  { ward: "thu-duc", slug: "kinh-te", name: "Phòng Kinh tế và Hạ tầng" },
  { ward: "cho-lon", slug: "van-hoa-xa-hoi", name: "Phòng Văn hóa, Khoa học và Xã hội" },
];
export const RENAMED_ON = "2026-01-01";
/** A room's address after it was renamed; the old one stays with the tickets of its time. */
export const roomOf = (ward: string, slug: string) =>
  RENAMED_ROOMS.some((room) => room.ward === ward && room.slug === slug) ? `${ward}/${slug}-2026` : `${ward}/${slug}`;
