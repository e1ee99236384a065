import { type Browser, expect, type Page, test } from "@playwright/test";
import { vi as w } from "../../app/i18n/vi.ts";
import { type RunningApp, startApp } from "../support/server.ts";
import { expectAccessible, expectNoSideways, person } from "./support.ts";

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
});
test.afterEach(({ browser }) => Promise.all(browser.contexts().map((context) => context.close())));
test.afterAll(() => app?.stop());

const words = w.accessPages;
const as = (browser: Browser, address: string) => person(browser, app.url, address);
const press = async (page: Page, name: string) => {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.getByText(w.flash.saved, { exact: true })).toBeVisible();
};
const standing = (page: Page, key: keyof typeof w.access.standing) =>
  expect(page.getByRole("main").getByText(w.access.standing[key], { exact: true }).first()).toBeVisible();

test("the Chief of Office cannot publish: from the clerk's report to the proof by himself", async ({ browser }) => {
  test.setTimeout(240_000);
  const admin = await as(browser, "admin@dx.example");
  await test.step("an admin names who answers for the document system", async () => {
    await admin.goto("/admin/systems");
    await admin.getByRole("link", { name: "Quản lý văn bản", exact: true }).click();
    await admin.waitForURL(/systems\/\d+/);
    await admin.getByLabel(w.accessCatalogue.owner.email, { exact: true }).fill("son@dx.example");
    await press(admin, w.accessCatalogue.owner.add);
    await expect(admin.getByText(/Huỳnh Ngọc Sơn|son@dx\.example/).first()).toBeVisible();
  });

  const lan = await as(browser, "lan@tanbinh.example");
  await test.step("what Lan typed into a report goes along", async () => {
    await lan.goto("/tickets/new");
    await lan.getByLabel(w.report.summary).fill("Chánh Văn phòng không ký phát hành được");
    await lan.getByRole("button", { name: w.report.askAccess }).click();
    await lan.waitForURL(/\/access\/new\?draft=/);
    await expect(lan.getByLabel(words.ask.tries)).toHaveValue("Chánh Văn phòng không ký phát hành được");
  });
  await test.step("she sees the road ahead, and what is still missing", async () => {
    await lan.locator("summary", { hasText: "Quản lý văn bản" }).click();
    await lan.getByLabel(/^Ký phát hành văn bản/).check();
    await lan.getByLabel(/^Trần Minh Châu/).check();
    await lan.getByRole("button", { name: words.ask.look }).click();
    await expect(lan.getByRole("heading", { name: words.ask.road })).toBeVisible();
    await expectAccessible(lan);
    await lan.getByRole("button", { name: words.ask.send, exact: true }).click();
    await expect(lan.getByRole("alert")).toContainText(w.access.refused.decision_missing);
    await lan.getByLabel(words.ask.decisionNumber).fill("12/QĐ-UBND");
    await lan.getByLabel(words.ask.decisionDate).fill("18/11/2026");
    await lan.getByLabel(words.ask.regulation).fill("Quy chế làm việc, Điều 9");
    await lan.getByRole("button", { name: words.ask.send, exact: true }).click();
    await lan.waitForURL(/\/access\/\d+$/);
    await standing(lan, "approval");
  });
  const address = new URL(lan.url()).pathname;

  await test.step("nobody decides for himself: the duty desk stands in, then the owner decides", async () => {
    const chau = await as(browser, "chau@tanbinh.example");
    await chau.goto(address);
    await expect(chau.getByRole("button", { name: words.request.approve, exact: true })).toHaveCount(0);
    for (const who of ["thu@dx.example", "son@dx.example"]) {
      const page = await as(browser, who);
      await page.goto("/access");
      await page.getByRole("link", { name: /Ký phát hành văn bản: Trần Minh Châu/ }).click();
      await expect(page.getByRole("button", { name: words.request.approve, exact: true })).toBeVisible();
      await expectAccessible(page);
      await press(page, words.request.approve);
    }
    await lan.goto(address);
    await standing(lan, "grant");
  });

  const vy = await as(browser, "vy@vendor.example");
  const grant = async (done: string) => {
    await vy.goto(address);
    await vy.getByLabel(words.request.done).fill(done);
    await press(vy, words.request.markDone);
  };
  await test.step("the team grants it, and it fails once", async () => {
    await grant("Đã gán vai trò ký thừa lệnh");
    await standing(vy, "proof");
    await lan.goto(address);
    await expect(lan.getByRole("button", { name: words.request.works, exact: true })).toHaveCount(0);
    const chau = await as(browser, "chau@tanbinh.example");
    await chau.setViewportSize({ width: 390, height: 844 });
    await chau.goto(address);
    await chau.getByRole("button", { name: words.request.fails, exact: true }).click();
    await expect(chau.getByRole("alert")).toContainText(w.access.refused.note_missing);
    await chau.getByLabel(words.request.note).fill("Chưa thấy nút Phát hành");
    await expectNoSideways(chau);
    await expectAccessible(chau);
    await press(chau, words.request.fails);
    await standing(chau, "grant");
  });
  await test.step("granted again, it works, and stands in the register with its whole trail", async () => {
    await grant("Đã gắn chữ ký số vào tài khoản");
    const chau = await as(browser, "chau@tanbinh.example");
    await chau.goto(address);
    await press(chau, words.request.works);
    await standing(chau, "closed");
    await chau.goto("/access/register");
    await chau.getByRole("link", { name: "Trần Minh Châu" }).click();
    await expect(chau.getByText(/xác nhận đã dùng được/)).toBeVisible();
    await expect(chau.getByText(/Huỳnh Ngọc Sơn.* duyệt/)).toBeVisible();
    await expectAccessible(chau);
  });
});
