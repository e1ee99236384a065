import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { isAlive } from "#app/boot/process.ts";
import { until } from "#tests/live/stream-reader.ts";

const TOOLS = resolve(import.meta.dirname, "../../app/boot/tools.mjs");

test.each(["SIGTERM", "SIGINT"] as const)(
  "a start stopped by %s while it installs takes the install along",
  async (signal) => {
    const home = mkdtempSync(join(realpathSync(tmpdir()), "tram-tools-"));
    const note = join(home, "pid");
    const install = `require("fs").writeFileSync(${JSON.stringify(note)}, String(process.pid)); setTimeout(() => {}, 60000)`;
    const step = `step(process.execPath, ["-e", ${JSON.stringify(install)}], { line: "no" })`;
    const start = spawn(process.execPath, ["-e", `import(${JSON.stringify(TOOLS)}).then(({ step }) => ${step})`]);
    await until(() => existsSync(note) && readFileSync(note, "utf8") !== "");
    start.kill(signal);
    const [code] = await once(start, "exit");
    expect(code).toBe(signal === "SIGTERM" ? 143 : 130);
    expect(isAlive(Number(readFileSync(note, "utf8")))).toBe(false);
    rmSync(home, { recursive: true });
  },
);
