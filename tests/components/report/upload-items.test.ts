import { expect, test } from "vitest";
import { added, isFinal } from "#app/components/report/upload-items.ts";
import { FILE_MAX_BYTES } from "#app/domain/tickets/files/file-limits.ts";

const png = (name = "image.png", size = 1) => new File([new Uint8Array(size)], name, { type: "image/png" });

test("pasted pictures, all called image.png, are told apart", () => {
  const items = added(added([], [png(), png()]), [png(), png("bản đồ"), png("bản đồ")]);
  expect(items.map(({ name }) => name)).toEqual([
    "image.png",
    "image (2).png",
    "image (3).png",
    "bản đồ",
    "bản đồ (2)",
  ]);
});

test("what the server would refuse anyway is said at once and not sent", () => {
  const docx = new File(["PK"], "tờ trình.docx", { type: "application/msword" });
  const unknown = new File(["?"], "ảnh.webp");
  const [refused, asked, large] = added([], [docx, unknown, png("to.png", FILE_MAX_BYTES + 1)]);
  expect([refused?.fault, asked?.fault, large?.fault]).toEqual(["file_type", undefined, "file_too_large"]);
  expect([isFinal(refused?.fault), isFinal(asked?.fault), isFinal("offline")]).toEqual([true, false, false]);
});

test("the ninth file is too many until one is taken out", () => {
  const items = added(
    [],
    Array.from({ length: 9 }, () => png()),
  );
  expect(items.map(({ fault }) => fault).filter(Boolean)).toEqual(["too_many_files"]);
  expect(items[8]?.fault).toBe("too_many_files");
});
