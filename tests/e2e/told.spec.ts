import { expect, type Page, test } from "@playwright/test";
import { vi as w } from "../../app/i18n/vi.ts";
import { type RunningApp, startApp } from "../support/server.ts";
import { expectAccessible, expectNoSideways, person } from "./support.ts";

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
});
test.afterAll(() => app?.stop());

async function report(lan: Page, title: string): Promise<string> {
  await lan.goto("/tickets/new");
  await lan.getByRole("radio", { name: "Quản lý văn bản" }).check();
  await lan.getByRole("radio", { name: w.report.kinds.how_to, exact: true }).check();
  await lan.getByLabel(w.report.summary).fill(title);
  await lan.getByLabel(w.report.body.how_to).fill("Chưa biết làm thế nào");
  await lan.getByRole("radio", { name: w.tickets.impact.one_person }).check();
  await lan.getByRole("button", { name: w.report.send, exact: true }).click();
  await lan.waitForURL(/\/tickets\/\d+\/filed/);
  return /tickets\/(\d+)/.exec(lan.url())?.[1] ?? "";
}

const bell = (page: Page, unread: string | null) =>
  page.getByRole("banner").getByRole("link", { name: w.shell.bell(unread), exact: true });
const where = async (page: Page) =>
  JSON.stringify(await page.getByRole("banner").getByRole("link").first().boundingBox());

test("Lan reports, Minh's bell rings where he is, and opening the ticket silences it", async ({ browser }) => {
  test.setTimeout(120_000);
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  const minh = await person(browser, app.url, "minh@dx.example");
  await minh.goto("/me");
  await expect(bell(minh, null)).toBeVisible();
  await minh.waitForTimeout(1_000);
  const before = await where(minh);
  const number = await report(lan, "Chuyển văn bản cho nhiều phòng");

  await test.step("the count changes without a reload, and nothing moves", async () => {
    await expect(bell(minh, "1")).toBeVisible({ timeout: 10_000 });
    expect(await where(minh)).toBe(before);
    expect(minh.url()).toContain("/me");
  });

  const panel = minh.getByRole("dialog", { name: w.notifications.title });
  await test.step("the panel opens with keys, and Esc gives the focus back", async () => {
    await bell(minh, "1").focus();
    await minh.keyboard.press("Enter");
    await expect(panel.getByText("Chuyển văn bản cho nhiều phòng")).toBeVisible();
    await expectAccessible(minh, ["light", "dark"]);
    await minh.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(bell(minh, "1")).toBeFocused();
  });

  await test.step("what comes while it is open joins it", async () => {
    await bell(minh, "1").click();
    await expect(panel.getByRole("listitem")).toHaveCount(1);
    await report(lan, "Phiếu thứ hai");
    await expect(panel.getByRole("listitem")).toHaveCount(2, { timeout: 10_000 });
    await panel.getByRole("button", { name: w.notifications.markAllSeen }).click();
    await expect(bell(minh, null)).toBeVisible();
    await expect(panel.getByText(w.notifications.unread)).toHaveCount(0);
  });

  await test.step("a line leads to the place in the ticket", async () => {
    await panel.getByRole("link", { name: number }).click();
    await minh.waitForURL(new RegExp(`/tickets/${number}#e\\d+$`));
    await expect(panel).toHaveCount(0);
    await lan.goto(`/tickets/${number}`);
    await lan.getByRole("textbox", { name: w.ticket.reply.public }).fill("Cần trước 10 giờ");
    await lan.keyboard.press("Control+Enter");
    await expect(minh.getByText("Cần trước 10 giờ", { exact: true })).toBeVisible({ timeout: 10_000 });
    await expect(bell(minh, null)).toBeVisible();
  });

  await test.step("elsewhere it rings, and opening the ticket brings it to nothing", async () => {
    await minh.goto("/queue");
    await lan.getByRole("textbox", { name: w.ticket.reply.public }).fill("Gấp hơn rồi");
    await lan.keyboard.press("Control+Enter");
    await expect(bell(minh, "1")).toBeVisible({ timeout: 10_000 });
    await bell(minh, "1").click();
    await panel.getByRole("link", { name: number }).first().click();
    await expect(minh.getByText("Gấp hơn rồi", { exact: true })).toBeVisible();
    await expect(bell(minh, null)).toBeVisible();
  });

  await test.step("a slash asks for the search, and in a field it is a slash", async () => {
    const search = minh.getByRole("searchbox", { name: w.shell.search });
    await minh.goto("/notifications");
    await expect(async () => {
      await minh.keyboard.press("/");
      await expect(search).toBeFocused({ timeout: 500 });
    }).toPass();
    await minh.keyboard.type("ddawng/");
    await expect(search).toHaveValue("ddawng/");
  });

  await test.step("the pages hold at every width, light and dark", async () => {
    for (const width of [1280, 390]) {
      await minh.setViewportSize({ width, height: 844 });
      for (const path of ["/notifications", "/me/notifications"]) {
        await minh.goto(path);
        await expectNoSideways(minh);
        await expectAccessible(minh, ["light", "dark"]);
      }
    }
    await bell(minh, null).click();
    await minh.waitForURL(/\/notifications$/);
  });

  await test.step("a finger finds the button beside a field as easily as the field", async () => {
    const devtools = await minh.context().newCDPSession(minh);
    await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    await minh.goto("/me/notifications");
    const watch = minh.getByRole("button", { name: w.notifications.choices.watch, exact: true });
    expect((await watch.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
  await minh.close();
  await lan.close();
});
