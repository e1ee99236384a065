import { defineConfig } from "@playwright/test";
import { findChromium } from "../../app/boot/chromium.mjs";

const executablePath = findChromium();

// The specs start Trạm themselves, through tests/support/server.ts.
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/e2e",
  workers: 1,
  // Several people in several browsers on a machine that is busy with other things: a late frame is not a fault.
  retries: 2,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : "list",
  use: {
    ...(executablePath && { launchOptions: { executablePath, args: chromiumArgs() } }),
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
    trace: "off",
  },
});

// Chromium asks its maker's servers for things at every start; on a closed network each call is a wait.
function chromiumArgs(): string[] {
  return [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}
