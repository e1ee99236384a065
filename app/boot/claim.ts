import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StartError } from "#app/boot/fail.ts";
import { birthOf, isAlive } from "#app/boot/process.ts";

type Holder = { pid: number; birth: string; address: string };

/** Undefined when nobody runs there. */
export function holderOf(dataDir: string): Holder | undefined {
  const holder = read(join(dataDir, "tram.pid"));
  return holder && isAlive(holder.pid) && birthOf(holder.pid) === holder.birth ? holder : undefined;
}

/** One Trạm a data folder; the claim of a process that was killed is void. */
export function claimDataDir(dataDir: string, address: string): () => void {
  const file = join(dataDir, "tram.pid");
  const mine: Holder = { pid: process.pid, birth: birthOf(process.pid), address };
  const draft = `${file}.${process.pid}`;
  makeWritable(dataDir);
  try {
    writeFileSync(draft, JSON.stringify(mine));
    while (!take(draft, file)) {
      const holder = holderOf(dataDir);
      if (holder) throw new StartError(alreadyRuns(dataDir, holder));
      setAside(file, `${file}.${process.pid}.old`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

export function makeWritable(dataDir: string): void {
  try {
    makeFolder(resolve(dataDir));
    const probe = join(dataDir, `.probe.${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartError(
      `Trạm cannot write to its data folder ${resolve(dataDir)} (${reason}): give this user the right to, or set DATA_DIR to another folder.`,
    );
  }
}

// Node's own recursive mkdir never ends where a folder cannot be made although its parent is there, as in /proc.
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  try {
    mkdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function alreadyRuns(dataDir: string, holder: Holder): string {
  return `Trạm already runs on ${resolve(dataDir)}: ${holder.address}, process ${holder.pid}. Stop it first, or set DATA_DIR to another folder.`;
}

function take(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

// Between our look and our rename another process may have claimed the folder: what was moved is looked at again.
function setAside(file: string, aside: string): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved && isAlive(moved.pid) && birthOf(moved.pid) === moved.birth) take(aside, file);
  rmSync(aside, { force: true });
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}
