import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  // A killed child stays in the table until its parent looks, which the first process of a container may never do.
  return !["Z", "X"].includes(fieldOf(pid, 0));
}

/** Tells a process from a later one that was given the same number. */
export function birthOf(pid: number): string {
  try {
    return process.platform === "linux" ? fieldOf(pid, 19) : ps(pid, "lstart=");
  } catch {
    return "";
  }
}

export function commandOf(pid: number): string {
  try {
    return process.platform === "linux" ? readFileSync(`/proc/${pid}/comm`, "utf8").trim() : ps(pid, "comm=");
  } catch {
    return "";
  }
}

/** Undefined where the system does not say. */
export function workingDirectoryOf(pid: number): string | undefined {
  try {
    return process.platform === "linux" ? readlinkSync(`/proc/${pid}/cwd`) : undefined;
  } catch {
    return undefined;
  }
}

// The fields after the command, which may hold spaces: 0 is the state, 19 the time of birth.
function fieldOf(pid: number, index: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[index] ?? "";
  } catch {
    return "";
  }
}

function ps(pid: number, column: string): string {
  return execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).trim();
}
