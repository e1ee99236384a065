import { expect, test } from "@playwright/test";
import { vi as w } from "../../app/i18n/vi.ts";
import { type RunningApp, startApp } from "../support/server.ts";
import { person } from "./support.ts";

let app: RunningApp;
test.beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
});
test.afterAll(() => app?.stop());

test("what Lan types and chooses before an old PC has its scripts is seen once they run", async ({ browser }) => {
  const lan = await person(browser, app.url, "lan@tanbinh.example");
  let wake = () => {};
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await lan.route("**/*.js", async (route) => {
    await awake;
    await route.continue();
  });
  await lan.goto("/tickets/new", { waitUntil: "commit" });
  await lan.getByRole("radio", { name: "Quản lý văn bản" }).check();
  await lan.getByLabel(w.report.summary).fill("Tra số 079123456789");
  await expect(lan.getByRole("status").getByText(w.report.citizenFound)).toHaveCount(0);
  wake();
  await expect(lan.getByRole("status").getByText(w.report.citizenFound)).toBeVisible();
  await expect(lan.getByLabel(w.report.summary)).toHaveValue("Tra số 079123456789");
  await expect(lan.getByRole("radio", { name: "Quản lý văn bản" })).toBeChecked();
  await lan.close();
});
