import { expect, test } from "@playwright/test";
import { vi as w } from "../../app/i18n/vi.ts";
import { type RunningApp, startApp } from "../support/server.ts";
import { expectAccessible, expectNoSideways, pasteScreenshot, person } from "./support.ts";

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
});
test.afterAll(() => app?.stop());

const TITLE = "Không ký phát hành được văn bản";

test("Lan reports with a screenshot, Minh resolves, it is still broken, then it works, and Sơn's numbers have it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  const minh = await person(browser, app.url, "minh@dx.example");
  await minh.goto("/queue");
  await expectAccessible(minh);

  const number = await test.step("Lan reports", async () => {
    await lan.goto("/tickets/new");
    await expectAccessible(lan);
    await lan.getByRole("radio", { name: "Quản lý văn bản" }).check();
    await lan.getByRole("radio", { name: w.report.kinds.software_error, exact: true }).check();
    await lan.getByLabel(w.report.summary).fill(TITLE);
    await lan.getByLabel(w.report.body.software_error).fill("Bấm ký phát hành");
    await pasteScreenshot(lan, lan.getByLabel(w.report.summary));
    await expect(lan.getByRole("button", { name: w.report.redact })).toBeVisible();
    await lan.getByRole("radio", { name: w.tickets.impact.counter_stopped }).check();
    await lan.getByLabel(w.report.waiting).fill("23");
    await expectAccessible(lan);
    await lan.getByRole("button", { name: w.report.send, exact: true }).click();
    await lan.waitForURL(/\/tickets\/\d+\/filed/);
    await expect(lan.getByText("Trần Văn Minh").first()).toBeVisible();
    await expectAccessible(lan);
    return /tickets\/(\d+)/.exec(lan.url())?.[1] ?? "";
  });

  await test.step("Minh sees it arrive without a reload, takes it and asks", async () => {
    const row = minh.getByRole("link", { name: TITLE });
    await expect(row).toBeVisible({ timeout: 10_000 });
    await expectAccessible(minh);
    await row.click();
    await minh.waitForURL(`**/tickets/${number}`);
    await expect(minh.getByRole("link", { name: w.ticket.files.open("image.png") })).toBeVisible();
    await minh.getByRole("button", { name: w.ticket.action.take }).first().click();
    await expect(minh.getByText(w.ticket.done.take)).toBeVisible();
    await minh.getByLabel(w.ticket.reply.label).fill("Tài khoản nào vậy chị?");
    await minh.keyboard.press("Control+Enter");
    await expect(minh.getByText("Tài khoản nào vậy chị?", { exact: true })).toBeVisible();
    await expectAccessible(minh);
  });

  const resolve = async (done: string) => {
    await minh.getByRole("link", { name: w.ticket.action.resolve }).first().click();
    const dialog = minh.getByRole("dialog");
    await dialog.getByLabel(w.ticket.form.code).selectOption("granted");
    await dialog.getByLabel(w.ticket.form.cause).fill("Thiếu quyền phát hành");
    await dialog.getByLabel(w.ticket.form.done).fill(done);
    await expectAccessible(minh);
    await dialog.getByRole("button", { name: w.ticket.action.resolve }).click();
    await expect(minh.getByText(w.ticket.done.resolve)).toBeVisible();
  };

  await test.step("Minh resolves, Lan says it is still broken", async () => {
    await lan.goto(`/tickets/${number}`);
    await expect(lan.getByText("Tài khoản nào vậy chị?", { exact: true })).toBeVisible();
    await resolve("Đã bật quyền");
    await expect(lan.getByRole("heading", { name: w.ticket.ask.title })).toBeVisible({ timeout: 10_000 });
    await expectAccessible(lan);
    await lan.getByRole("link", { name: w.ticket.action.reopen }).first().click();
    await lan.getByRole("dialog").getByLabel(w.ticket.form.stillFails).fill("Vẫn báo không có quyền");
    await lan.getByRole("dialog").getByRole("button", { name: w.ticket.action.reopen }).click();
    await expect(lan.getByText(w.ticket.done.reopen)).toBeVisible();
  });

  await test.step("Minh resolves again, Lan confirms", async () => {
    await expect(minh.getByText("Vẫn báo không có quyền")).toBeVisible({ timeout: 10_000 });
    await resolve("Đã cấp lại quyền trên máy chủ");
    await expect(lan.getByRole("heading", { name: w.ticket.ask.title })).toBeVisible({ timeout: 10_000 });
    await lan.getByRole("button", { name: w.ticket.action.confirm }).click();
    await expect(lan.getByText(w.ticket.done.confirm)).toBeVisible();
  });

  await test.step("Sơn's numbers have it, and lead to it", async () => {
    const son = await person(browser, app.url, "son@dx.example");
    await son.goto("/reports");
    await expectAccessible(son);
    const all = son.getByRole("row").filter({ has: son.getByRole("rowheader", { name: "Thành phố Hồ Chí Minh" }) });
    await expect(all.getByRole("cell")).toContainText(["1", "1", "0"]);
    await all.getByRole("link").first().click();
    await expect(son.getByRole("link", { name: TITLE })).toBeVisible();
    await expectAccessible(son);
    await son.close();
  });
  await lan.close();
  await minh.close();
});

test("every page is accessible and fits a phone and twice the size, in both languages", async ({ browser }) => {
  test.setTimeout(180_000);
  const everybody: Record<string, string[]> = {
    "lan@tanbinh.example": [
      ...["/tickets", "/tickets/new", "/me", "/me/password", "/me/address", "/no-such-page"],
      ...["/password/forgot", "/invitation"],
    ],
    "minh@dx.example": ["/queue", "/tickets/new"],
    "son@dx.example": ["/reports"],
    "admin@dx.example": [
      ...["/admin", "/admin/sites", "/admin/sites/3", "/admin/sites/3/end", "/admin/systems", "/admin/teams/1"],
      ...["/admin/abbreviations", "/admin/policies", "/admin/policies/new", "/admin/history", "/admin/settings"],
    ],
  };
  for (const [email, addresses] of Object.entries(everybody)) {
    const page = await person(browser, app.url, email);
    for (const address of addresses) {
      for (const [lang, width, scheme] of [
        ["vi", 390, "dark"],
        ["en", 1280, "light"],
        ["vi", 640, "light"],
      ] as const) {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(`${address}?lang=${lang}`).catch(() => {});
        await expect(page.locator("html")).toHaveAttribute("lang", lang);
        await expectNoSideways(page);
        await expectAccessible(page, [scheme]);
      }
    }
    await page.close();
  }
});
