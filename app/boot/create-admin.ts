import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { withDatabase } from "#app/boot/database.ts";
import { failWith, StartError } from "#app/boot/fail.ts";
import { inContext } from "#app/db/context.server.ts";
import { createAdmin } from "#app/domain/identity/first-admin.server.ts";
import { PASSWORD_MIN } from "#app/domain/identity/password.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { DomainError } from "#app/lib/domain-error.ts";
import { seedWhenEmpty } from "#drizzle/seed/seed.ts";

const USAGE = 'npm run admin:create -- --email name@office.example --name "Full Name" [--another]';

const REFUSALS: Record<string, string> = {
  password_too_short: `The password needs ${PASSWORD_MIN} characters or more.`,
  password_too_long: "The password is too long.",
  password_guessable: "That password is among the first that somebody would try: choose another.",
  admin_exists: "There is an administrator already. To add one more, say so: --another.",
  email_taken: "Somebody with that e-mail address is there already.",
};

const given = readArguments();
const email = (given.email ?? (await askShown("E-mail: "))).trim();
if (!/^[^@\s]+@[^@\s]+$/.test(email)) failWith(`Say who: ${USAGE}`);
const fullName = (given.name ?? (await askShown("Full name: "))).normalize("NFC").trim();
if (fullName === "") failWith(`Say who: ${USAGE}`);
const password = await ask(`Password for ${email} (${PASSWORD_MIN} characters or more): `);

await withDatabase(async ({ db, say }) => {
  await seedWhenEmpty(db, { demo: false, say });
  await inContext(db, SYSTEM, new Date(), (ctx) =>
    createAdmin(ctx, { email, fullName, password, another: given.another }),
  ).catch((error) => {
    if (!(error instanceof DomainError)) throw error;
    throw new StartError(REFUSALS[error.reason] ?? error.reason);
  });
  say(`${fullName} may sign in as ${email} and administers the whole city.`);
});

function readArguments() {
  try {
    return parseArgs({ options: { email: { type: "string" }, name: { type: "string" }, another: { type: "boolean" } } })
      .values;
  } catch {
    return failWith(`Say who: ${USAGE}`);
  }
}

/** Only at a terminal; a script says who with the arguments. */
async function askShown(question: string): Promise<string> {
  if (process.stdin.isTTY !== true) return "";
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(question);
  lines.close();
  return answer;
}

/** Typed unseen, or given as the first line of standard input. */
async function ask(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = process.stdin.isTTY === true;
  if (terminal) process.stdout.write(question);
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  for await (const line of lines) {
    lines.close();
    if (terminal) process.stdout.write("\n");
    return line;
  }
  return "";
}
