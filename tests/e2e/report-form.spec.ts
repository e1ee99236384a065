import { expect, type Page, test } from "@playwright/test";
import { vi as w } from "../../app/i18n/vi.ts";
import { type RunningApp, startApp } from "../support/server.ts";
import { person } from "./support.ts";

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
});
test.afterAll(() => app?.stop());

const TITLE = "Không mở được tờ trình";
const summary = (page: Page) => page.getByLabel(w.report.summary);
const send = (page: Page) => page.getByRole("button", { name: w.report.send, exact: true });
const files = (page: Page) => page.locator("#field-files li");
const chooser = (page: Page) => page.getByLabel(w.report.chooseFiles);

/** What Ctrl+V or a hand with a file brings, over one element of the page. */
function bring(page: Page, over: string, kind: "paste" | "drop", words = ""): Promise<boolean> {
  return page.locator(over).evaluate(
    (element, { kind, words }) => {
      const brought = new DataTransfer();
      brought.items.add(new File(["png"], "image.png", { type: "image/png" }));
      if (words) brought.setData("text/plain", words);
      const how = { bubbles: true, cancelable: true };
      const event =
        kind === "paste"
          ? new ClipboardEvent("paste", { clipboardData: brought, ...how })
          : new DragEvent("drop", { dataTransfer: brought, ...how });
      return element.dispatchEvent(event);
    },
    { kind, words },
  );
}

async function fillIn(page: Page) {
  await page.getByRole("radio", { name: "Quản lý văn bản" }).check();
  await page.getByRole("radio", { name: w.report.kinds.how_to, exact: true }).check();
  await summary(page).fill(TITLE);
  await page.getByRole("radio", { name: w.tickets.impact.one_person }).check();
}

test("files come by paste and drop from anywhere, and words pasted from Word stay words", async ({ browser }) => {
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  await lan.goto("/tickets/new");
  await expect(chooser(lan)).toBeVisible();
  expect(await bring(lan, "[name=title]", "paste", "Ô chép từ Excel")).toBe(true);
  await expect(files(lan)).toHaveCount(0);
  expect(await bring(lan, "[name=title]", "paste")).toBe(false);
  expect(await bring(lan, "h1", "drop")).toBe(false);
  await expect(files(lan)).toContainText(["image.png", "image (2).png"]);
  await lan.close();
});

test("a file that cannot be sent holds the ticket back and says so", async ({ browser }) => {
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  await lan.goto("/tickets/new");
  await fillIn(lan);
  await chooser(lan).setInputFiles([
    { name: "tờ trình.docx", mimeType: "application/msword", buffer: Buffer.from("PK") },
    { name: "giả.png", mimeType: "image/png", buffer: Buffer.from("<html>") },
  ]);
  await expect(files(lan).first()).toContainText(w.report.fileFaults.file_type);
  await send(lan).click();
  await expect(lan.getByRole("link", { name: w.report.filesStuck })).toBeInViewport();
  await expect(lan.locator("#field-files")).toBeFocused();
  expect(lan.url()).toContain("/tickets/new");
  await lan.getByRole("button", { name: w.report.removeFile("tờ trình.docx") }).click();
  await lan.getByRole("button", { name: w.report.removeFile("giả.png") }).click();
  await send(lan).click();
  await lan.waitForURL(/\/filed$/);
  await lan.close();
});

test("a session that ended keeps what was typed, and one sign-in beside it sends the ticket once", async ({
  browser,
}) => {
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  await lan.goto("/tickets/new");
  await fillIn(lan);
  const cookies = await lan.context().cookies();
  await lan.context().clearCookies();
  const asked = lan.waitForRequest(/\/alike/);
  await summary(lan).fill(`${TITLE} hôm nay`);
  await asked;
  await send(lan).click();
  await expect(lan.getByRole("alert")).toContainText(w.report.fileFaults.signed_out);
  await expect(lan.getByRole("link", { name: w.report.signInBeside })).toHaveAttribute("href", "/login");
  await expect(summary(lan)).toHaveValue(`${TITLE} hôm nay`);
  await lan.context().addCookies(cookies);
  await send(lan).click();
  await lan.waitForURL(/\/filed$/);
  await expect(lan.getByText(TITLE)).toBeVisible();
  await lan.close();
});

test("a connection lost while typing leaves the form where it is", async ({ browser }) => {
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  await lan.goto("/tickets/new");
  lan.removeAllListeners("close"); // the browser complains of the lost connection
  await fillIn(lan);
  await lan.route("**/alike*", (route) => route.abort("internetdisconnected"));
  const asked = lan.waitForRequest(/\/alike/);
  await summary(lan).fill(`${TITLE} hôm nay`);
  await asked;
  await expect(lan.getByRole("status").getByText("Trần Văn Minh")).toBeVisible();
  await expect(summary(lan)).toHaveValue(`${TITLE} hôm nay`);
  await lan.unrouteAll();
  await send(lan).click();
  await lan.waitForURL(/\/filed$/);
});

test("a citizen's number or a password is pointed out beside the button while it is typed", async ({ browser }) => {
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  await lan.goto("/tickets/new");
  await summary(lan).fill("Tra số 079123456789");
  await expect(lan.getByRole("status").getByText(w.report.citizenFound)).toBeInViewport();
  await summary(lan).fill("mật khẩu: Hoa@2026x");
  await expect(lan.getByRole("status").getByText(w.report.passwordFound)).toBeInViewport();
  await lan.close();
});

test("covering a part of a picture gives the focus back to where it was", async ({ browser }) => {
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  await lan.goto("/tickets/new");
  const buffer = await lan.screenshot({ clip: { x: 0, y: 0, width: 80, height: 60 } });
  await chooser(lan).setInputFiles({ name: "màn hình.png", mimeType: "image/png", buffer });
  const cover = lan.getByRole("button", { name: `${w.report.redact} màn hình.png` });
  await cover.press("Enter");
  await lan.getByRole("button", { name: w.redaction.add }).press("Enter");
  await lan.getByRole("button", { name: w.redaction.done }).press("Enter");
  await expect(lan.getByRole("dialog")).toHaveCount(0);
  await expect(cover).toBeFocused();
  await lan.close();
});
