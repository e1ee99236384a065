import { expect, test } from "vitest";
import { looksLikeOldFont } from "#app/domain/tickets/search/old-fonts.ts";

test.each([
  ["VNI", "Phöôøng Taân Bình khoâng kyù ñöôïc vaên baûn", true],
  ["TCVN3", "Kh«ng ký ®­îc v¨n b¶n", true],
  ["Unicode", "Phường Tân Bình không ký được văn bản, người dân khiếu nại đã nhiều lần", false],
  ["decomposed Unicode", "Phường Tân Bình không ký được văn bản".normalize("NFD"), false],
  ["no marks at all", "phuong tan binh khong ky duoc", false],
  ["one slip", "khoûng ky duoc", false],
])("%s", (_, text, old) => {
  expect(looksLikeOldFont(text)).toBe(old);
});
