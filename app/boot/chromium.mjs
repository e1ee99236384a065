import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fail, say, step } from "./tools.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

export const findChromium = () => process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** A browser for the tests: the one that is there, else Debian's. */
export async function ensureChromium() {
  if (findChromium()) return;
  const sudo = mayInstall();
  if (!sudo)
    return fail(
      "The tests in a browser need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM.",
    );
  say("Installing Chromium from Debian's packages (for the tests in a browser)…");
  const line = "Chromium could not be installed: install it by hand (apt-get install chromium), or set CHROMIUM to one";
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const [command, ...args] = [...sudo, "apt-get"];
  await step(command, [...args, "update", "-qq"], { line, env });
  await step(command, [...args, "install", "-y", "-qq", "--no-install-recommends", "chromium"], { line, env });
}

function mayInstall() {
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : undefined;
}
