import { describe, expect, test } from "vitest";
import { askedAt, mentionPattern, namedIn, peopleFor } from "#app/components/ticket/mention-query.ts";

const PEOPLE = [
  { id: 1, fullName: "Trần Văn Minh" },
  { id: 2, fullName: "Vũ Đăng Khoa" },
  { id: 3, fullName: "Võ Minh Thu" },
  { id: 4, fullName: "Đỗ Khánh Vy" },
  { id: 5, fullName: "Trần Văn Minh Anh" },
  { id: 6, fullName: "Lê Anh Tuấn" },
  { id: 7, fullName: "Lê Anh Tuấn" },
];
const idsFor = (query: string) => peopleFor(PEOPLE, query).map(({ id }) => id);

describe("what stands before the caret", () => {
  test.each([
    ["@", { from: 0, query: "" }],
    ["Nhờ @min", { from: 4, query: "min" }],
    ["Nhờ @Trần Văn", { from: 4, query: "Trần Văn" }],
    ["(@kh", { from: 1, query: "kh" }],
    ["dòng một\n@thu", { from: 9, query: "thu" }],
  ])("%j asks for somebody", (text, asked) => {
    expect(askedAt(text, text.length)).toEqual(asked);
  });

  test.each(["", "lan@tanbinh.example", "@ minh", "@minh  ", "@minh\nxong", `@${"a".repeat(41)}`])(
    "%j asks for nobody",
    (text) => {
      expect(askedAt(text, text.length)).toBeNull();
    },
  );

  test("only up to the caret", () => {
    expect(askedAt("Nhờ @minh xem", 7)).toEqual({ from: 4, query: "mi" });
  });
});

test("a few letters without marks find a name, the given name first", () => {
  expect(idsFor("min")).toEqual([1, 3, 5]);
  expect(idsFor("dang")).toEqual([2]);
  expect(idsFor("Đặng")).toEqual([2]);
  expect(idsFor("ĐỖ vy")).toEqual([4]);
  expect(idsFor("tran minh".normalize("NFD"))).toEqual([1, 5]);
  expect(idsFor("")).toHaveLength(6);
  expect(idsFor("zz")).toEqual([]);
});

test("a whole name in the text is found, however it is composed; part of a name and namesakes are not", () => {
  const found = (text: string) => namedIn(text, PEOPLE).map(({ id }) => id);
  expect(found("Nhờ @Vũ Đăng Khoa xem".normalize("NFD"))).toEqual([2]);
  expect(found("Nhờ @Vũ Đăng xem, a@Võ Minh Thu")).toEqual([]);
  expect(found("@Lê Anh Tuấn")).toEqual([]);
});

test("of two names that begin alike the longer one is marked", () => {
  const pieces = "Nhờ @Trần Văn Minh Anh và @Trần Văn Minh.".split(
    mentionPattern(PEOPLE.map(({ fullName }) => fullName)),
  );
  expect(pieces[1]).toBe("@Trần Văn Minh Anh");
  expect("@Trần Văn Minh (a+b)".split(mentionPattern(["Trần Văn Minh (a+b)"]))).toHaveLength(3);
});
