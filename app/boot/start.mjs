// Every npm script comes through here: it makes the folder ready, then goes on with Node 24.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildWhenStale } from "./build.mjs";
import { test, verify } from "./checks.mjs";
import { setUp } from "./set-up.mjs";
import { fail, hand, node24, ROOT } from "./tools.mjs";

const COMMANDS = {
  start: () => serve("app/server.ts"),
  dev: () => script("app/server.ts", ["dev"], { NODE_ENV: "development" }),
  build: async () => (await buildWhenStale()) ?? 0,
  serve: () => needsDatabase("serve") && serve("app/server.ts"),
  worker: () => serve("app/server.ts", { TRAM_ROLES: "worker" }),
  test,
  verify,
  bench: async (args) => {
    if (!args.includes("--only=clock")) await buildWhenStale();
    return script("tests/bench/run.ts", args, { NODE_ENV: "production" });
  },
  "db:migrate": (args) => script("app/boot/migrate.ts", args),
  "db:seed": (args) => script("app/boot/seed.ts", args),
  "clock:verify": (args) => script("app/boot/verify-clocks.ts", args),
  "admin:create": (args) => script("app/boot/create-admin.ts", args),
};

const [name = "start", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) fail(`Trạm knows no "${name}". It knows: ${Object.keys(COMMANDS).join(", ")}.`);
await setUp();
process.exitCode = await command(args);

async function serve(path, env = {}) {
  await buildWhenStale();
  return script(path, [], { NODE_ENV: process.env.NODE_ENV || "production", ...env });
}

async function script(path, args, env = {}) {
  if (!existsSync(join(ROOT, path))) return fail(`${path} is missing: this copy of Trạm is not whole.`);
  return hand(node24(), [path, ...args], env);
}

function needsDatabase(name) {
  return (
    process.env.DATABASE_URL || fail(`npm run ${name} needs DATABASE_URL; npm start brings a database of its own.`)
  );
}
