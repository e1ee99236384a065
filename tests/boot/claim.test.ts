import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimDataDir, holderOf } from "#app/boot/claim.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const CLAIM = `import { claimDataDir } from "#app/boot/claim.ts"; claimDataDir(process.argv[1], "x"); console.log("mine");`;

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "tram-claim-"));
});
afterEach(() => rmSync(home, { recursive: true }));

test("a folder is claimed once, and free again after its release", () => {
  const release = claimDataDir(home, "http://localhost:3000");
  expect(holderOf(home)).toMatchObject({ pid: process.pid, address: "http://localhost:3000" });
  expect(() => claimDataDir(home, "http://localhost:3001")).toThrow("Trạm already runs");
  release();
  expect(holderOf(home)).toBeUndefined();
  claimDataDir(home, "http://localhost:3001")();
});

test("the claim of a process that is gone is void", () => {
  spawnSync(process.execPath, ["--input-type=module", "-e", CLAIM, home], { cwd: ROOT });
  expect(existsSync(join(home, "tram.pid"))).toBe(true);
  claimDataDir(home, "http://localhost:3000")();
});

test("the claim of a process whose number another one has now is void", () => {
  writeFileSync(join(home, "tram.pid"), JSON.stringify({ pid: process.pid, birth: "1", address: "x" }));
  claimDataDir(home, "http://localhost:3000")();
});

test("of several at once over a void claim, one gets it", async () => {
  writeFileSync(join(home, "tram.pid"), JSON.stringify({ pid: 999_999_999, birth: "1", address: "x" }));
  const stay = `${CLAIM} setInterval(() => {}, 1000);`;
  const tries = Array.from({ length: 5 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", stay, home], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  const outcomes = await Promise.all(
    tries.map(
      (child) =>
        new Promise<string>((done) => {
          child.stdout.once("data", () => done("mine"));
          child.once("exit", () => done("refused"));
        }),
    ),
  );
  for (const child of tries) child.kill("SIGKILL");
  expect(outcomes.filter((one) => one === "mine")).toHaveLength(1);
});
