import { expect, test } from "vitest";
import { findSensitive } from "#app/domain/tickets/sensitive.ts";

test.each([
  ["CCCD 079185001234 của bà Lan", ["079185001234"]],
  ["số 079 185 001 234 nhé", ["079 185 001 234"]],
  ["mã hồ sơ H29.15-250701-0001", []],
  ["gọi 0912345678", []],
  ["1079185001234567", []],
])("points out citizens' numbers: %s", (text, found) => {
  expect(findSensitive(text).citizenNumbers).toEqual(found);
});

test.each([
  ["Quên mật khẩu phần mềm văn bản, nhờ cấp lại giúp", false],
  ["Nhận thư giả mạo đòi mật khẩu", false],
  ["mật khẩu là gì vậy anh", false],
  ["Hệ thống đòi đổi mật khẩu lần đầu", false],
  ["mật khẩu: Abc@1234", true],
  ["mk: 123456", true],
  ["MK là tanbinh2025", true],
  ["pass = hunter22", true],
  ["OTP: 482913", true],
])("refuses a password, not the word: %s", (text, password) => {
  expect(findSensitive(text).password).toBe(password);
});
