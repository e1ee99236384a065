import { type Browser, expect, type Page, test } from "@playwright/test";
import { vi as w } from "../../app/i18n/vi.ts";
import { type RunningApp, startApp } from "../support/server.ts";
import { expectAccessible, expectNoSideways, person } from "./support.ts";

test.use({ actionTimeout: 15_000 });
let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
});
test.afterEach(({ browser }) => Promise.all(browser.contexts().map((context) => context.close())));
test.afterAll(() => app?.stop());

const words = w.accessPages;
const as = (browser: Browser, address: string) => person(browser, app.url, address);
const UNIT = "Phường Bình Hưng Hòa";
const ROOMS = [
  ...["Văn phòng HĐND và UBND", "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội"],
  ...["Trung tâm Phục vụ hành chính công", "Ban Chỉ huy Quân sự", "Ban Tiếp công dân"],
];
const NAMES = ["Lý Thị Hạnh", "Tô Văn Khải", "Mạc Thị Liên", "Ông Thị Mỹ", "Quách Văn Nam", "Thái Thị Oanh"];
const clerk = (n: number) => `vanthu${n + 1}@binhhunghoa.example`;

async function bringIn(admin: Page) {
  await admin.goto("/admin/sites?q=B%C3%ACnh+H%C6%B0ng+H%C3%B2a");
  await admin
    .getByRole("main")
    .getByRole("link", { name: /Bình Hưng Hòa/ })
    .first()
    .click();
  await admin.waitForURL(/sites\/\d+/);
  const unit = admin.url();
  for (const room of ROOMS.slice(4)) {
    await admin.goto(unit);
    await admin.getByRole("link", { name: w.places.site.departments.add }).click();
    await admin.waitForURL(/sites\/new/);
    await admin.locator("main [name=name]").fill(room);
    await admin.locator("button[value=change]").click();
    await expect(admin.getByText(w.flash.saved, { exact: true })).toBeVisible();
  }
  const lines = ROOMS.map((room, n) => `${NAMES[n]},${clerk(n)},Văn thư phòng,${UNIT},"${room}",Người gửi phiếu`);
  await admin.goto("/admin/people/import");
  await admin.locator("input[type=file]").setInputFiles({
    name: "van-thu.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Họ tên,Email,Chức vụ,Đơn vị,Phòng,Vai trò\n${lines.join("\n")}\n`),
  });
  await admin.getByRole("button", { name: w.peopleImport.check }).click();
  await admin.getByRole("button", { name: w.peopleImport.doIt(6) }).click();
  await expect(admin.getByText(w.peopleImport.done(6, 0))).toBeVisible();
}

test("six departments of a new ward need a clerk account each, asked for in one request", async ({ browser }) => {
  test.setTimeout(150_000);
  const admin = await as(browser, "admin@dx.example");
  await test.step("the ward gets its departments and their clerks", () => bringIn(admin));

  const hoa = await as(browser, "hoa@binhhunghoa.example");
  await test.step("Hoa ticks one right and six people", async () => {
    await hoa.setViewportSize({ width: 390, height: 844 });
    await hoa.goto("/access/new");
    await hoa.locator("summary", { hasText: "Quản lý văn bản" }).click();
    await hoa.getByLabel(/^Văn thư phòng/).check();
    for (const name of NAMES) await hoa.getByLabel(new RegExp(`^${name}`)).check();
    await hoa.getByLabel(words.ask.tries).fill("Nhận văn bản đến của phòng");
    await expectNoSideways(hoa);
    await hoa.getByRole("button", { name: words.ask.send, exact: true }).click();
    await hoa.waitForURL(/\/access\/\d+$/);
    for (const name of NAMES) await expect(hoa.getByRole("main").getByText(name).first()).toBeVisible();
    await expectAccessible(hoa);
  });
  const address = new URL(hoa.url()).pathname;

  await test.step("one approval and one grant for all of them", async () => {
    const diep = await as(browser, "diep@binhhunghoa.example");
    await diep.goto(address);
    await diep.getByRole("button", { name: words.request.approve, exact: true }).click();
    await expect(diep.getByText(w.flash.saved, { exact: true })).toBeVisible();
    const vy = await as(browser, "vy@vendor.example");
    await vy.goto(address);
    await vy.getByLabel(words.request.done).fill("Đã tạo sáu tài khoản văn thư phòng");
    await vy.getByRole("button", { name: words.request.markDone, exact: true }).click();
    await expect(vy.getByText(w.flash.saved, { exact: true })).toBeVisible();
    await expect(vy.getByRole("main").getByText(w.access.standing.proof, { exact: true }).first()).toBeVisible();
    await hoa.reload();
    await expect(hoa.getByText(w.access.state.granted, { exact: true })).toHaveCount(6);
  });
});
