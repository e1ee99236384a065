import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { buildWhenStale } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { hand, node24, ROOT, say } from "./tools.mjs";

const DEBIAN_POSTGRES = "/usr/lib/postgresql/15/bin";
const REPORTS = "test-results";
const VITEST = ["node_modules/vitest/vitest.mjs", "run", "--config", "remix.config.js"];

/** They start, kill or time whole processes, so each has the machine to itself; the rest share its two cores. */
const WHOLE = ["tests/boot", "tests/faults", "tests/db", "tests/http", "tests/live", "tests/seed", "tests/security"];
const TWO_AT_ONCE = ["--poolOptions.forks.maxForks=2", "--poolOptions.forks.minForks=1"];

/** All tests: on the embedded PostgreSQL, those of the database on Debian's 15 as well, and in a browser. */
export async function test(filters) {
  rmSync(join(ROOT, REPORTS), { recursive: true, force: true });
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
  const browser = filters.length === 0 && hasSpecs();
  if (browser) await ensureChromium();
  await buildWhenStale();

  const runs =
    filters.length > 0
      ? [await vitest("PostgreSQL 18", filters)]
      : [
          await vitest("PostgreSQL 18", [...WHOLE.flatMap((folder) => ["--exclude", `${folder}/**`]), ...TWO_AT_ONCE]),
          await vitest("whole processes", WHOLE),
        ];
  if (filters.length === 0 && existsSync(join(DEBIAN_POSTGRES, "initdb"))) {
    const env = { TRAM_TEST_PG_BIN: DEBIAN_POSTGRES };
    runs.push(await vitest("PostgreSQL 15", ["tests/domain", "tests/db", "--passWithNoTests"], env));
  }
  if (browser) runs.push(await playwright());
  else if (filters.length === 0) say("No tests in a browser: tests/e2e has no *.spec.ts.");

  const passed = sum(runs, "passed");
  const failed = sum(runs, "failed");
  for (const { names } of runs) for (const name of names) say(`Failed: ${name}`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Everything that needs no running: format, lint, types, unused code, the rules of the layout. */
export async function verify() {
  const checks = {
    "format and lint": ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
    types: ["node_modules/typescript/bin/tsc", "--noEmit"],
    "unused code": ["node_modules/knip/bin/knip.js", "--no-progress"],
    layout: [...VITEST, "tests/architecture.test.ts", "--passWithNoTests"],
  };
  const failed = [];
  for (const [name, args] of Object.entries(checks)) {
    say(`Checking ${name}…`);
    if ((await hand(node24(), args)) !== 0) failed.push(name);
  }
  say(failed.length === 0 ? "All checks passed." : `Failed: ${failed.join(", ")}.`);
  return failed.length === 0 ? 0 : 1;
}

async function vitest(name, args, env = {}) {
  say(`Tests on ${name}…`);
  const report = join(REPORTS, `vitest-${name.replaceAll(" ", "-")}.json`);
  const code = await hand(
    node24(),
    [...VITEST, ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    env,
  );
  return counted(
    code,
    report,
    (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests, names: failures(r) }),
    name,
  );
}

async function playwright() {
  say("Tests in a browser…");
  const report = join(REPORTS, "playwright.json");
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(ROOT, report) };
  const args = ["node_modules/@playwright/test/cli.js", "test", "-c", "tests/e2e/playwright.config.ts"];
  const code = await hand(node24(), args, env);
  return counted(
    code,
    report,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    "in a browser",
  );
}

/** The names of what failed, files that did not load among them: the end of a long output is what people see. */
const failures = ({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") return [`${relative(ROOT, name)}: ${message}`];
    return failed.map(
      (test) => `${relative(ROOT, name)} › ${test.fullName}\n  ${test.failureMessages[0]?.split("\n")[0]}`,
    );
  });

// A run that broke before or beside its tests counts as one failure.
function counted(code, report, read, name) {
  let counts = { passed: 0, failed: 0, names: [] };
  try {
    counts = read(JSON.parse(readFileSync(join(ROOT, report), "utf8")));
  } catch {
    // The exit code tells the rest.
  }
  if (code === 0 || counts.failed > 0) return { names: [], ...counts };
  return { ...counts, failed: 1, names: [`the run ${name} ended with ${code} although no test of it failed`] };
}

function hasSpecs() {
  const folder = join(ROOT, "tests/e2e");
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(".spec.ts"))
  );
}

const sum = (runs, key) => runs.reduce((total, run) => total + run[key], 0);
