import type { Dice } from "#drizzle/seed/demo/dice.ts";

const FAMILIES: readonly [string, number][] = [
  ["Nguyễn", 31], ["Trần", 11], ["Lê", 9], ["Phạm", 7], ["Huỳnh", 6], ["Phan", 5], ["Võ", 5], ["Vũ", 3], ["Đặng", 3],
  ["Bùi", 2], ["Đỗ", 2], ["Hồ", 2], ["Ngô", 2], ["Dương", 2], ["Lý", 1], ["Trương", 2], ["Mai", 1], ["Đinh", 1],
  ["Lâm", 1], ["Tô", 1], ["Cao", 1], ["Châu", 1], ["Lương", 1], ["Tạ", 1],
]; // biome-ignore format: a table reads better in rows
const WOMEN = {
  middle: [
    "Thị",
    "Thị",
    "Thị",
    "Ngọc",
    "Thanh",
    "Thu",
    "Kim",
    "Mỹ",
    "Minh",
    "Bảo",
    "Phương",
    "Thùy",
    "Hồng",
    "Tuyết",
    "Thị Ngọc",
    "Thị Thanh",
  ],
  given: [
    "Hà",
    "Hương",
    "Hạnh",
    "Thảo",
    "Trang",
    "Linh",
    "Dung",
    "Yến",
    "Nhung",
    "Oanh",
    "Phượng",
    "Quyên",
    "Trâm",
    "Trinh",
    "Uyên",
    "Vân",
    "Xuân",
    "Ngân",
    "Nhi",
    "My",
    "Loan",
    "Liên",
    "Kiều",
    "Hiền",
    "Giang",
    "Duyên",
    "Chi",
    "Bích",
    "Anh",
    "Ánh",
    "Thủy",
    "Tuyền",
    "Như",
    "Mai",
  ],
};
const MEN = {
  middle: [
    "Văn",
    "Văn",
    "Văn",
    "Minh",
    "Quốc",
    "Hữu",
    "Đức",
    "Thanh",
    "Hoàng",
    "Ngọc",
    "Anh",
    "Công",
    "Tấn",
    "Trung",
    "Gia",
    "Xuân",
    "Nhật",
    "Đình",
  ],
  given: [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Duy",
    "Đạt",
    "Đức",
    "Hải",
    "Hậu",
    "Hiếu",
    "Hòa",
    "Hùng",
    "Huy",
    "Khang",
    "Khoa",
    "Kiên",
    "Lâm",
    "Long",
    "Lộc",
    "Nam",
    "Nghĩa",
    "Nhân",
    "Phát",
    "Phong",
    "Quân",
    "Quang",
    "Sang",
    "Tâm",
    "Tài",
    "Thành",
    "Thắng",
    "Thiện",
    "Thịnh",
    "Toàn",
    "Trí",
    "Trung",
    "Tùng",
    "Việt",
    "Vinh",
    "Ý",
  ],
};

export function inventName(dice: Dice): string {
  const [family] = dice.weighted(FAMILIES, ([, weight]) => weight);
  const { middle, given } = dice.chance(0.58) ? WOMEN : MEN;
  return `${family} ${dice.pick(middle)} ${dice.pick(given)}`;
}

/** Vietnamese letters without their marks, case kept. */
export const unmarked = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

/** "Nguyễn Thị Hà" writes from ha.nguyen, a namesake from ha.nguyen2. */
export function addressOf(fullName: string, domain: string, taken: Set<string>): string {
  const words = unmarked(fullName).toLowerCase().split(" ");
  const local = `${words.at(-1)}.${words[0]}`;
  for (let n = 1; ; n++) {
    const email = `${local}${n === 1 ? "" : n}@${domain}.example`;
    if (taken.has(email)) continue;
    taken.add(email);
    return email;
  }
}
