import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inContext } from "#app/db/context.server.ts";
import { signIn } from "#app/domain/identity/sign-in.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { listGrants } from "#app/domain/policy/grants.server.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PASSWORD = "chim-sẻ-đậu-trên-mái-ngói";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

async function createAdmin(args: string[], password = PASSWORD) {
  const env = { ...process.env, DATABASE_URL: database.url };
  const child = spawn(process.execPath, ["app/boot/create-admin.ts", ...args], { cwd: ROOT, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.on("error", () => {});
  child.stdin.end(`${password}\n`);
  const code = await new Promise((done) => child.once("close", done));
  return { code, said: said.trim() };
}

test("makes the first administrator of a real office, who may sign in", { timeout: 60_000 }, async () => {
  const made = await createAdmin(["--email", "An@HCM.example", "--name", "Nguyễn Văn An"]);
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining("Nguyễn Văn An") });
  expect(made.said).not.toContain(PASSWORD);
  const now = new Date();
  const [person] = await database.owner.sql`select id, full_name, is_demo from people`;
  expect(person).toMatchObject({ full_name: "Nguyễn Văn An", is_demo: false });
  const grants = await inContext(database.db, SYSTEM, now, ({ db }) => listGrants(db, person?.id, now));
  expect(grants).toMatchObject([{ role: "admin", siteKind: "city" }]);
  const deps = { db: database.db, now, peer: "127.0.0.1", userAgent: "test" };
  expect(await signIn(deps, { email: "an@hcm.example", password: PASSWORD })).toMatchObject({ ok: true });
  const [units] = await database.owner.sql`select count(*)::int as n from sites where kind = 'ward'`;
  expect(units?.n).toBe(168);
});

test("makes a second one only when told that it is another", { timeout: 60_000 }, async () => {
  const second = ["--email", "binh@hcm.example", "--name", "Trần Thị Bình"];
  expect(await createAdmin(second)).toEqual({
    code: 1,
    said: "There is an administrator already. To add one more, say so: --another.",
  });
  expect(await createAdmin([...second, "--another"])).toMatchObject({ code: 0 });
});

test.each([
  [["--email", "chi@hcm.example", "--name", "Lê Chi"], "short", "The password needs 15 characters or more."],
  [["--email", "an@hcm.example", "--name", "Lê An"], PASSWORD, "Somebody with that e-mail address is there already."],
  [["--email", "nobody"], PASSWORD, "Say who: npm run admin:create"],
  [["--name", "Lê Chi"], PASSWORD, "Say who: npm run admin:create"],
  [["--wrong"], PASSWORD, "Say who: npm run admin:create"],
])("says in one line why %j is refused", { timeout: 60_000 }, async (args, password, line) => {
  const refused = await createAdmin([...args, ...(args[0] === "--wrong" ? [] : ["--another"])], password);
  expect(refused.code).toBe(1);
  expect(refused.said.split("\n")).toHaveLength(1);
  expect(refused.said).toContain(line);
});
