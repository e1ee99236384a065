import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { commandOf, isAlive, workingDirectoryOf } from "#app/boot/process.ts";

export type Postmaster = { pid: number; port: number; ready: boolean };

/** The PostgreSQL that runs on this folder, by its postmaster.pid; a leftover of a killed one does not count. */
export function postmasterOf(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid) || !isPostgresOf(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

function isPostgresOf(pid: number, cluster: string): boolean {
  const folder = workingDirectoryOf(pid);
  if (folder !== undefined) return folder === realpathSync(cluster);
  return commandOf(pid).includes("postgres");
}
