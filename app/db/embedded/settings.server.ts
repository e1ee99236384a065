import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";

/** What the embedded database is reached by; kept beside it, readable by its owner only. */
export type Settings = { port: number; password: string };

export function readSettings(file: string): Settings | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Settings;
  } catch {
    return undefined;
  }
}

export function writeSettings(file: string, settings: Settings): void {
  writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

export function newPassword(): string {
  return randomBytes(24).toString("hex");
}

/** The wanted port when it is free, else any that is. */
export async function freePort(wanted = 0): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
