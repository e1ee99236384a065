// What every step of a start needs. Plain JavaScript without packages: it runs before there are any, on Node 20 too.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const OLDEST_NODE = [22, 18];
const LOCK_LIMIT_MS = 15 * 60_000;
const PARENT_MS = 500;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

export const say = (line) => process.stdout.write(`${line}\n`);

export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The Node that came with npm, else this one when it is new enough. */
export function node24() {
  const system = `${process.platform}-${process.arch}`;
  const packaged = ["node", "node-bin"]
    .map((name) => join(ROOT, "node_modules", `${name}-${system}`, "bin/node"))
    .find(existsSync);
  if (packaged) return packaged;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;
  return fail(`Trạm needs Node ${OLDEST_NODE.join(".")} or newer, this is ${process.versions.node}: install Node 24.`);
}

/** Runs a step quietly; when it fails, shows the end of what it said, then the line. */
export async function step(command, args, { line, env = {} }) {
  const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  // Whoever is stopped takes along what it started: an install left alone would go on beside the next one.
  let asked;
  const pass = (signal) => {
    asked = signal;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  const code = await new Promise((done) => child.once("error", (error) => done(error.message)).once("close", done));
  for (const signal of SIGNALS) process.off(signal, pass);
  if (asked) process.exit(128 + constants.signals[asked]);
  if (code === 0) return;
  process.stderr.write(`${said.trimEnd().split("\n").slice(-25).join("\n")}\n`);
  fail(`${line} (${command.split("/").at(-1)}: ${code})`);
}

/** Hands the terminal to a program, passes signals on, and gives its exit code. */
export async function hand(command, args, env = {}) {
  const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: "inherit" });
  const pass = (signal) => {
    // A terminal sends Ctrl-C to the whole group: the program has it already.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  const orphaned = watchParent(() => child.kill("SIGTERM"));
  const [code, signal] = await new Promise((done) =>
    child.once("error", () => done([127, null])).once("exit", (code, signal) => done([code, signal])),
  );
  for (const signal of SIGNALS) process.off(signal, pass);
  clearInterval(orphaned);
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

// A killed npm tells nobody; without it, what it started would run on unseen.
function watchParent(gone) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => process.ppid !== parent && gone(), PARENT_MS);
}

/** One at a time over all processes; the lock of a process that died is void. */
export async function alone(name, work) {
  const lock = join(ROOT, ".cache", `${name}.lock`);
  let told = false;
  for (const end = Date.now() + LOCK_LIMIT_MS; !take(lock); await sleep(200)) {
    if (Date.now() > end) fail(`Another start holds ${lock} for too long: stop it, or delete that folder.`);
    if (!told) say("Another start is preparing this folder: waiting for it…");
    told = true;
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(dirname(lock), { recursive: true });
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    process.once("exit", () => rmSync(lock, { recursive: true, force: true }));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST")
      fail(`Cannot write to ${dirname(lock)} (${error.code}): start Trạm as the owner of ${ROOT}.`);
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    if (error.code === "ESRCH") return true;
    // Its owner has not written its number yet, or never will.
    return error.code === "ENOENT" && existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 5_000;
  }
}

/** One hash over files and folders, by name and content. */
export function hashOf(paths, ignored = () => false) {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(ROOT, path);
    if (ignored(path) || !existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
      return;
    }
    hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
  };
  paths.forEach(add);
  return hash.digest("hex");
}

export function readOrNothing(path) {
  try {
    return readFileSync(join(ROOT, path), "utf8");
  } catch {
    return "";
  }
}
