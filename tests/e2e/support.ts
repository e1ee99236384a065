import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Locator, type Page } from "@playwright/test";

const PASSWORD = "station-demo-2026";

/** A person at a computer of their own. */
export async function person(browser: Browser, url: string, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refused form answers 4xx, which the browser logs; everything else is ours to mend.
    if (message.type() === "error" && !/the server responded with a status of 4\d\d/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.once("close", () => expect(complaints).toEqual([]));
  await page.goto("/login");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((at) => at.pathname !== "/login");
  return page;
}

type Scheme = "light" | "dark";

/** A page that draws no frames, behind another, stays between the colours of two schemes. */
const settled = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });

/** No finding of axe. */
export async function expectAccessible(page: Page, schemes: readonly Scheme[] = ["light"]): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await settled(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${page.url()} ${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** A screenshot on the clipboard, pasted where the cursor is. */
export async function pasteScreenshot(page: Page, where: Locator): Promise<void> {
  const bytes = [...(await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 200 } }))];
  await where.evaluate((element, png) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(png)], "image.png", { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, bytes);
}

/** Nothing sticks out to the side. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide, page.url()).toBeLessThanOrEqual(seen ?? 0);
}
