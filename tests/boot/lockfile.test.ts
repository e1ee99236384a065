import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

type Entry = { version?: string; integrity?: string; optionalDependencies?: Record<string, string> };

const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../package-lock.json"), "utf8")) as {
  packages: Record<string, Entry>;
};

test("the lockfile names the packages of every platform, or npm ci refuses on all of them", () => {
  const missing = Object.entries(lock.packages).flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(name, at)),
  );
  expect(missing).toEqual([]);
});

// Remix 2 pins older ones, with open redirects that these versions mend (docs/decisions).
test.each([
  ["@remix-run/router", "1.23.4"],
  ["react-router", "6.30.6"],
  ["react-router-dom", "6.30.6"],
  ["@remix-run/node", "2.17.5"],
  ["@remix-run/react", "2.17.5"],
  ["@remix-run/server-runtime", "2.17.5"],
  ["postgres", "3.4.9"],
])("%s is locked at %s, everywhere", (name, version) => {
  const versions = Object.entries(lock.packages).filter(([at]) => at.endsWith(`node_modules/${name}`));
  expect(new Set(versions.map(([, entry]) => entry.version))).toEqual(new Set([version]));
});

// As npm looks it up: beside the package, then further and further out.
function isLocked(name: string, at: string): boolean {
  if (lock.packages[`${at && `${at}/`}node_modules/${name}`]) return true;
  return (
    at !== "" && isLocked(name, at.includes("/node_modules/") ? at.slice(0, at.lastIndexOf("/node_modules/")) : "")
  );
}
