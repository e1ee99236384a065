import { expect, test } from "vitest";
import { describeError } from "#app/lib/log.server.ts";

test("an error of the database says its code, never what was in the query", () => {
  const cause = Object.assign(new Error("duplicate key: (email)=(lan@tanbinh.example)"), { code: "23505" });
  const error = Object.assign(new Error("Failed query: insert … params: lan@tanbinh.example", { cause }), {
    query: "insert",
  });
  const described = JSON.stringify(describeError(error));
  expect(described).toContain("23505");
  expect(described).not.toContain("lan@");
});

test("a plain error says its first line and where it happened", () => {
  const described = describeError(new TypeError("x is not a function\nlan@tanbinh.example"));
  expect(described).toMatchObject({ type: "TypeError", message: "x is not a function" });
  expect(described.frames?.[0]).toContain("log.test.ts");
});

test("whatever else is thrown is not repeated", () => {
  expect(describeError("lan@tanbinh.example")).toEqual({ type: "string", message: "not an Error" });
});

test("a chain of causes comes to an end", () => {
  const first = new Error("first");
  first.cause = first;
  expect(JSON.stringify(describeError(first)).length).toBeLessThan(20_000);
});
