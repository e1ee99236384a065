import { type Browser, expect, type Page, test } from "@playwright/test";
import { vi as w } from "../../app/i18n/vi.ts";
import { type RunningApp, startApp } from "../support/server.ts";
import { expectNoSideways, person } from "./support.ts";

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
});
test.afterEach(({ browser }) => Promise.all(browser.contexts().map((context) => context.close())));
test.afterAll(() => app?.stop());

async function reported(lan: Page, title: string): Promise<string> {
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

const desk = async (browser: Browser) => ({
  lan: await person(browser, app.url, "lan@tanbinh.example"),
  minh: await person(browser, app.url, "minh@dx.example"),
  thu: await person(browser, app.url, "thu@dx.example"),
});

const typed = (page: Page) => page.getByLabel(w.ticket.reply.label);
const topOf = async (page: Page) => Math.round((await typed(page).boundingBox())?.y ?? 0);

test("what one person types stays where it is while another works on the same ticket", async ({ browser }) => {
  test.setTimeout(120_000);
  const { lan, minh, thu } = await desk(browser);
  const number = await reported(lan, "Hai người cùng xử lý");
  await minh.goto(`/tickets/${number}`);
  await thu.goto(`/tickets/${number}`);

  await test.step("an answer that arrives does not move the box", async () => {
    await minh.setViewportSize({ width: 1280, height: 500 });
    await typed(minh).fill("Câu một");
    await minh.keyboard.press("Control+Enter");
    await expect(minh.getByText("Câu một", { exact: true })).toBeVisible();
    await typed(minh).fill("Câu hai còn dở");
    await minh.getByLabel(w.report.chooseFiles).setInputFiles({
      name: "ghi-chu.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("abc"),
    });
    const before = await topOf(minh);
    await typed(thu).fill("Em đã gọi cho chị Lan");
    await thu.keyboard.press("Control+Enter");
    await expect(minh.getByText("Em đã gọi cho chị Lan", { exact: true })).toBeVisible({ timeout: 10_000 });
    await expect(minh.getByText("ghi-chu.txt")).toBeVisible();
    await expect.poll(() => topOf(minh)).toBe(before);
  });

  await test.step("a second answer in the making outlives a dialog", async () => {
    await minh.getByText(w.ticket.actions, { exact: true }).click();
    await minh.getByRole("link", { name: w.ticket.action.hold }).click();
    await expect(minh.getByRole("dialog")).toBeVisible();
    // A key pressed before the page is alive is nobody's.
    await expect(async () => {
      await minh.keyboard.press("Escape");
      await expect(minh.getByRole("dialog")).toHaveCount(0, { timeout: 500 });
    }).toPass();
    await expect(typed(minh)).toHaveValue("Câu hai còn dở");
  });

  await test.step("a form that is no longer possible says why and keeps its words", async () => {
    await thu.goto(`/tickets/${number}/hold`);
    await thu.getByRole("dialog").getByLabel(w.ticket.form.why).fill("Cần ảnh màn hình");
    await minh.goto(`/tickets/${number}/resolve`);
    const resolving = minh.getByRole("dialog");
    await resolving.getByLabel(w.ticket.form.code).selectOption("explained");
    await resolving.getByLabel(w.ticket.form.cause).fill("Chưa quen");
    await resolving.getByLabel(w.ticket.form.done).fill("Đã hướng dẫn");
    await resolving.getByRole("button", { name: w.ticket.action.resolve }).click();
    const holding = thu.getByRole("dialog");
    await expect(holding.getByText(w.refusal.not_open)).toBeVisible({ timeout: 10_000 });
    await expect(holding.getByLabel(w.ticket.form.why)).toHaveValue("Cần ảnh màn hình");
    await expect(holding.getByText(w.ticket.conflict.next)).toHaveCount(0);
  });
});

test("whoever takes second is told who was first, and goes on being told", async ({ browser }) => {
  test.setTimeout(120_000);
  const { lan, minh, thu } = await desk(browser);
  const number = await reported(lan, "Cùng nhận một lúc");
  for (const page of [minh, thu]) await page.goto(`/tickets/${number}`);
  const take = (page: Page) => page.getByRole("button", { name: w.ticket.action.take }).first().click();
  await Promise.all([take(minh), take(thu)]);
  const second = await Promise.race([minh, thu].map((page) => page.waitForURL(/\/take$/).then(() => page)));
  const first = second === minh ? "Võ Minh Thu" : "Trần Văn Minh";
  const told = second
    .getByRole("dialog")
    .getByText(w.ticket.event["ticket.taken"]({ fromId: null } as never, first, {} as never));
  await expect(told).toBeVisible();
  // A reload of the data that others cause must not take the notice away.
  const other = second === minh ? thu : minh;
  await typed(other).fill("Tôi đang làm");
  await other.keyboard.press("Control+Enter");
  await expect(second.getByText("Tôi đang làm", { exact: true })).toBeAttached({ timeout: 10_000 });
  await expect(told).toBeVisible();
});

test("on a phone the panels of the bulk bar fit, and Enter does what stands beside the field", async ({ browser }) => {
  test.setTimeout(120_000);
  const { lan, minh } = await desk(browser);
  const numbers = [await reported(lan, "Phiếu thứ nhất"), await reported(lan, "Phiếu thứ hai")];
  await minh.setViewportSize({ width: 390, height: 844 });
  await minh.goto("/queue");
  for (const number of numbers) await minh.getByLabel(w.queue.row.pick(Number(number))).check();
  await minh.keyboard.press("Enter");
  await expect(minh.getByText(w.queue.bulk.picked(2))).toBeVisible();
  for (const panel of [w.queue.bulk.hold, w.queue.bulk.priority]) {
    await minh.locator("summary").filter({ hasText: panel }).click();
    const field = await minh.getByRole("button", { name: panel, exact: true }).boundingBox();
    expect(field?.x).toBeGreaterThanOrEqual(0);
    await expectNoSideways(minh);
  }
  await minh.getByLabel(w.queue.bulk.newPriority).selectOption("p1");
  await minh.getByLabel(w.queue.bulk.priorityReason).fill("Nhiều người chờ");
  await minh.keyboard.press("Enter");
  await expect(minh.getByText(w.queue.bulk.done.priority(2))).toBeVisible();
});

test("a list that is read again in the background stays where its reader has scrolled to", async ({ browser }) => {
  test.setTimeout(120_000);
  const { lan, minh } = await desk(browser);
  await reported(lan, "Phiếu đầu tiên");
  await minh.setViewportSize({ width: 1280, height: 300 });
  await minh.goto("/queue");
  const asked = minh.waitForRequest(/queue\.data/);
  const { promise: scrolled, resolve: goOn } = Promise.withResolvers<void>();
  await minh.route(/queue\.data/, (route) => scrolled.then(() => route.continue()));
  await reported(lan, "Phiếu đến sau");
  await asked;
  await minh.evaluate(() => window.scrollTo(0, 250));
  goOn();
  await expect(minh.getByRole("button", { name: w.queue.live.fresh(1) })).toBeVisible({ timeout: 10_000 });
  expect(await minh.evaluate(() => window.scrollY)).toBe(250);
});
