import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { openDatabase } from "#app/db/connect.server.ts";
import "#app/domain/subscriptions.server.ts";
import { TEMPLATE } from "#tests/support/global-setup.ts";

/**
 * A migrated database of its own, for one test file: `db` and `sql` connect as the app does, under row-level security;
 * `owner` sees past it. Close it in `afterAll`.
 */
export async function openTestDatabase({ template = TEMPLATE as string | null, max = 10 } = {}) {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = () => postgres(inject("clusterUrl"), { max: 1, onnotice: () => {} });
  const maker = admin();
  await maker.unsafe(`create database ${name} template ${template ?? "template0"}`);
  await maker.end();

  const url = Object.assign(new URL(inject("clusterUrl")), { pathname: `/${name}` }).toString();
  const app = openDatabase(url, { max });
  const owner = openDatabase(url, { owner: true, max: 3 });
  return {
    url,
    sql: app.sql,
    db: app.db,
    owner,
    async close() {
      await Promise.all([app.close(), owner.close()]);
      const dropper = admin();
      await dropper.unsafe(`drop database if exists ${name} with (force)`);
      await dropper.end();
    },
  };
}
