import { rmSync } from "node:fs";
import { action } from "#app/routes/tickets-new.tsx";
import { png } from "#tests/files/pictures.ts";
import { type Answer, asking, type Fields } from "#tests/routes/asking.ts";
import { castOf, DOCUMENTS, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { home } from "#tests/support/own-data-dir.ts";

export const LEAST = {
  kind: "software_error",
  systemId: DOCUMENTS,
  title: "Không ký phát hành được",
  impact: "one_person",
};

type Reply = {
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
  formErrors: string[];
};
/** The form as it comes back; safe because the test that reads it expects one. */
export const back = (answer: Answer) => answer.body as { reply: Reply; kept: { id: string; name: string }[] };
export const numberOf = (answer: Answer) => Number(/^\/tickets\/(\d+)\/filed$/.exec(answer.to ?? "")?.[1]);
export const picture = async (name = "màn hình.png") =>
  new File([new Uint8Array(await png())], name, { type: "image/png" });

/** The cast, a data folder of its own, and the form as each of them sends it. */
export async function openReportWorld() {
  const world = await openTestDatabase({ max: 25 });
  await seedCast(world.db);
  const cast = castOf(world.db);
  const { get, post } = asking(world.db);
  const send = (by: Name | null, more: Fields = {}) => post(action, by, "/tickets/new", { ...LEAST, ...more });
  return {
    cast,
    get,
    post,
    send,
    home,
    sql: world.owner.sql,
    async sent(by: Name, more: Fields = {}) {
      const answer = await send(by, more);
      if (answer.status !== 302) throw new Error(JSON.stringify(answer.body));
      return cast.reload(numberOf(answer));
    },
    async countTickets() {
      const [row] = await world.owner.sql<{ n: number }[]>`select count(*)::int as n from tickets`;
      return row?.n ?? 0;
    },
    forgetLimits: () => world.owner.sql`delete from rate_limits`,
    async close() {
      await world.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
