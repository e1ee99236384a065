import { expect, test } from "vitest";
import { passwordProblem } from "#app/domain/identity/password.ts";

test.each([
  ["14 characters", "abcdefghijklmn", "password_too_short"],
  ["15 characters", "sông nước miền tây", null],
  ["128 characters", `${"một hai ba bốn ".repeat(8)}năm sáu7`, null],
  ["129 characters", "x1y2".repeat(33), "password_too_long"],
  ["spaces and faces", "😀 😀 😀 😀 😀 😀 😀 😀", null],
  ["one letter", "aaaaaaaaaaaaaaaaaaaa", "password_guessable"],
  ["the ward's name and digits", "tanbinh20252026!", "password_guessable"],
  ["a word everybody tries", "matkhau1234567890", "password_guessable"],
  ["the demo's", "station-demo-2026", null],
])("%s", (_, password, problem) => {
  expect(passwordProblem(password, ["Tân Bình", "Nguyễn Thị Lan"])).toBe(problem);
});
