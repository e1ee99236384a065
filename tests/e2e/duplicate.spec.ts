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

async function reported(by: Page, title: string): Promise<number> {
  await by.goto("/tickets/new");
  await by.getByRole("radio", { name: "Quản lý văn bản" }).check();
  await by.getByRole("radio", { name: w.report.kinds.how_to, exact: true }).check();
  await by.getByLabel(w.report.summary).fill(title);
  await by.getByLabel(w.report.body.how_to).fill("Chưa biết làm thế nào");
  await by.getByRole("radio", { name: w.tickets.impact.one_person }).check();
  await by.getByRole("button", { name: w.report.send, exact: true }).click();
  await by.waitForURL(/\/tickets\/\d+\/filed/);
  return Number(/tickets\/(\d+)/.exec(by.url())?.[1]);
}

const typed = (page: Page) => page.locator("#say textarea");
const world = async (browser: Browser) => ({
  lan: await person(browser, app.url, "lan@tanbinh.example"),
  chau: await person(browser, app.url, "chau@tanbinh.example"),
  minh: await person(browser, app.url, "minh@dx.example"),
});

test("two tickets are one: what was being typed goes on at the original, and it can be taken back", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { lan, chau, minh } = await world(browser);
  const first = await reported(lan, "Không ký phát hành được văn bản đi");
  const second = await reported(chau, "Không ký phát hành được văn bản đi từ sáng");
  await chau.goto(`/tickets/${second}`);
  await typed(chau).fill("Đang gõ dở");

  await test.step("the engineer sees that they sound alike, and what one press does", async () => {
    await minh.goto(`/tickets/${second}`);
    const alike = minh.getByRole("region", { name: w.ticket.fact.alike });
    await alike
      .locator("summary")
      .filter({ hasText: String(first) })
      .click();
    await expect(alike.getByText(w.ticket.duplicate.ends(second, first))).toBeVisible();
    await expectAccessible(minh, ["light", "dark"]);
    await alike.getByRole("button", { name: w.ticket.duplicate.confirm(second, first) }).click();
    await expect(minh.getByText(w.ticket.done.mark_duplicate)).toBeVisible();
    await expect(minh.getByRole("heading", { name: w.ticket.duplicate.title(first) })).toBeVisible();
  });

  await test.step("who was typing on it is told, and sends to the original", async () => {
    await expect(chau.getByText(w.ticket.duplicate.replies(first))).toBeVisible({ timeout: 10_000 });
    await expect(typed(chau)).toHaveValue("Đang gõ dở");
    await chau.setViewportSize({ width: 390, height: 844 });
    await expectNoSideways(chau);
    await expectAccessible(chau, ["light", "dark"]);
    await chau.getByRole("button", { name: w.ticket.reply.send }).click();
    await chau.waitForURL((at) => at.pathname === `/tickets/${first}`);
    await expect(chau.getByText("Đang gõ dở", { exact: true })).toBeVisible();
    await expect(typed(chau)).toHaveValue("");
    await chau.goto(`/tickets/${second}`);
    await expect(typed(chau)).toHaveValue("");
  });

  await test.step("the original says who else has it", async () => {
    await lan.goto(`/tickets/${first}`);
    await expect(lan.getByText(`${w.ticket.duplicate.alsoTerm}: ${w.ticket.duplicate.also(1, 0)}`)).toBeVisible();
  });

  await test.step("taken back, it is open again and its people are back where they were", async () => {
    const undo = minh.getByRole("button", { name: w.ticket.action.undo });
    const notice = await minh.getByRole("status").filter({ has: undo }).boundingBox();
    const badge = await minh
      .getByText(w.tickets.duplicateOf(Number(first)), { exact: true })
      .first()
      .boundingBox();
    expect((badge?.y ?? 0) + (badge?.height ?? 0)).toBeLessThanOrEqual(notice?.y ?? 0);
    await undo.click();
    await expect(minh.getByText(w.ticket.done.undo)).toBeVisible();
    await expect(minh.getByRole("heading", { name: w.ticket.duplicate.title(first) })).toHaveCount(0);
    await expect(minh.getByText(w.tickets.status.new, { exact: true })).toBeVisible();
  });
});

test("a notice of what was done moves nothing", async ({ browser }) => {
  const { lan, minh } = await world(browser);
  const number = await reported(lan, "Phiếu để nhận xử lý");
  await minh.goto(`/tickets/${number}`);
  const facts = minh.getByRole("complementary", { name: w.ticket.facts });
  const top = async () => (await facts.boundingBox())?.y;
  const before = await top();
  await minh.getByRole("button", { name: w.ticket.action.take }).first().click();
  await expect(minh.getByText(w.ticket.done.take)).toBeVisible();
  expect(await top()).toBe(before);
});

test("a colleague is named with a few letters, whatever keyboard writes them", async ({ browser }) => {
  test.setTimeout(120_000);
  const { lan, minh } = await world(browser);
  await minh.goto(`/tickets/${await reported(lan, "Hỏi cách chuyển văn bản")}`);
  const offered = minh.getByRole("listbox", { name: w.ticket.mention.tell });
  const box = typed(minh);

  await test.step("nobody is offered for words that everybody reads", async () => {
    await box.pressSequentially("Nhờ @th");
    await expect(minh.getByText(w.ticket.mention.tell, { exact: true })).toBeHidden();
    await expect(offered).toHaveCount(0);
    await box.fill("");
  });

  await test.step("letters without marks find a name, Enter writes it and sends nothing", async () => {
    await minh.getByText(w.ticket.reply.internal, { exact: true }).click();
    await box.pressSequentially("Nhờ @thu");
    await expect(offered.getByRole("option", { name: /Võ Minh Thu/ })).toHaveAttribute("aria-selected", "true");
    await expectAccessible(minh, ["light", "dark"]);
    await minh.keyboard.press("Enter");
    await expect(box).toHaveValue("Nhờ @Võ Minh Thu ");
    await expect(offered).toHaveCount(0);
    await expect(minh.getByText("Võ Minh Thu", { exact: true }).first()).toBeVisible();
  });

  await test.step("Esc closes the list and leaves the words and the page", async () => {
    await box.pressSequentially("và @v");
    await expect(offered).toBeVisible();
    await minh.keyboard.press("Escape");
    await expect(offered).toHaveCount(0);
    await box.pressSequentially("y");
    await expect(offered).toHaveCount(0);
    await expect(box).toHaveValue("Nhờ @Võ Minh Thu và @vy");
  });

  await test.step("while a word is being composed no key chooses anybody", async () => {
    await box.fill("");
    await box.pressSequentially("@thu");
    await expect(offered).toBeVisible();
    for (const key of [{ isComposing: true }, { keyCode: 229 }]) {
      await box.evaluate((field, given) => {
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...given }));
      }, key);
    }
    await expect(box).toHaveValue("@thu");
    await box.evaluate((field) => {
      field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "thu" }));
    });
    await minh.keyboard.press("Tab");
    await expect(box).toHaveValue("@Võ Minh Thu ");
  });

  await test.step("who was named is kept with the note and marked in it", async () => {
    await box.pressSequentially("xem giúp");
    await minh.keyboard.press("Control+Enter");
    await expect(minh.locator("mark", { hasText: "@Võ Minh Thu" })).toBeVisible();
    await expect(box).toHaveValue("");
  });
});
