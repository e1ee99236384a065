import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Tells a process from a later one that was given the same number. */
export function birthOf(pid: number): string {
  try {
    if (process.platform !== "linux") return ps(pid, "lstart=");
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
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

function ps(pid: number, column: string): string {
  return execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).trim();
}
