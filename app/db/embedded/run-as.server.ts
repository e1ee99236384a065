import { execFileSync } from "node:child_process";
import { chownSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

export type RunAs = { uid: number; gid: number };

/** PostgreSQL refuses to run as root. Undefined: we are not root, so it runs as we do. */
export function unprivilegedUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp("postgres") ?? create("postgres") ?? lookUp("nobody") ?? { uid: 65534, gid: 65534 };
}

export function ownerOf(dir: string): RunAs {
  const { uid, gid } = statSync(dir);
  return { uid, gid };
}

export function give(path: string, to: RunAs | undefined): void {
  if (to) chownSync(path, to.uid, to.gid);
}

/** The first folder on the way that the user may not enter. */
export function closedFolder(path: string, user: RunAs): string | undefined {
  const way: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    way.unshift(at);
    if (at === dirname(at)) break;
  }
  return way.find((folder) => {
    const stat = statSync(folder);
    const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
    return (stat.mode & bit) === 0;
  });
}

function lookUp(name: string): RunAs | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function create(name: string): RunAs | undefined {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name], {
      stdio: "ignore",
    });
    return lookUp(name);
  } catch {
    return undefined;
  }
}
