import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { putLetter } from "#app/db/outbox.server.ts";
import {
  countDeliveries,
  type DeliveryState,
  dropDelivery,
  getDelivery,
  listDeliveries,
  resendDelivery,
  resendFailed,
} from "#app/domain/notifications/deliveries.server.ts";
import { sweepTold } from "#app/domain/notifications/retention.server.ts";
import { replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
beforeEach(() => world.owner.sql`truncate notifications, deliveries cascade`);
afterAll(() => world.close());
const NOON = "2026-11-02T12:00+07:00";

const put = (name: Name, iso = NOON) =>
  asSystem((ctx) => putLetter({ ...ctx, now: new Date(iso) }, { personId: idOf(name), purpose: "test" }));
const is = (state: DeliveryState) =>
  world.owner.sql`update deliveries set state = ${state}, attempts = 9, last_error = 'resend 500'`;
const list = (wish: Partial<Parameters<typeof listDeliveries>[1]> = {}) =>
  as("admin", NOON, (ctx) => listDeliveries(ctx, { state: null, q: "", ...wish }));
const only = async () => {
  const { rows } = await list();
  if (!rows[0]) throw new Error("no letter");
  return rows[0];
};
const audited = () =>
  world.owner.sql`select action, actor_id, object_name, before, after from audit_entries order by id desc limit 1`;

test("newest first, by state, by ticket and by person, marks or not, a page at a time", async () => {
  const { number } = await open();
  await put("hoa", "2026-11-02T11:00+07:00");
  expect((await list()).rows.map(({ personName }) => personName)[0]).toBe("Phạm Thị Hoa");
  expect((await list({ q: String(number) })).rows).toHaveLength(2);
  for (const q of ["pham thi hoa", "PHẠM", "Phạm Thị"]) expect((await list({ q })).rows).toHaveLength(1);
  for (const q of ["%", "_", "nobody"]) expect((await list({ q })).rows).toHaveLength(0);
  expect((await list({ state: "sent" })).rows).toHaveLength(0);
  expect(await as("admin", NOON, countDeliveries)).toEqual({ waiting: 3, queued: 0, sent: 0, failed: 0, dropped: 0 });
  for (let i = 0; i < 50; i++) await put("lan");
  const first = await list();
  expect(first.rows).toHaveLength(50);
  const last = first.next;
  if (!last) throw new Error("there is more");
  const rest = await list({ after: { at: last.createdAt, id: last.id } });
  expect(rest.rows).toHaveLength(3);
  expect(rest.next).toBeNull();
});

test("sent again, a letter starts a new round, and the history says who did it", async () => {
  await put("lan");
  const { id } = await only();
  await expect(as("admin", NOON, (ctx) => resendDelivery(ctx, id))).rejects.toMatchObject({
    reason: "delivery_under_way",
  });
  await is("failed");
  await as("admin", NOON, (ctx) => resendDelivery(ctx, id));
  expect(await only()).toMatchObject({ state: "waiting", round: 1, attempts: 0, lastError: null });
  expect(await audited()).toMatchObject([
    {
      ...{ action: "delivery.resent", actor_id: idOf("admin"), object_name: "Nguyễn Thị Lan" },
      before: { state: "failed", attempts: 9, lastError: "resend 500" },
    },
  ]);
});

test("sent again while newer news of the ticket waits, both are sent", async () => {
  const { number } = await open();
  await world.owner.sql`update deliveries set state = 'failed' where person_id = ${idOf("minh")}`;
  await as("lan", NOON, (ctx) => replyToTicket(ctx, { number }, { body: "a" }));
  const { rows } = await list({ state: "failed" });
  await as("admin", NOON, (ctx) => resendDelivery(ctx, rows[0]?.id ?? ""));
  const states = (await list({ q: "Minh" })).rows.map(({ state }) => state).sort();
  expect(states).toEqual(["queued", "waiting"]);
});

test("dropped, a letter stays unsent; a sent one cannot be dropped", async () => {
  await put("lan");
  const { id } = await only();
  await as("admin", NOON, (ctx) => dropDelivery(ctx, id));
  expect(await only()).toMatchObject({ state: "dropped", lastError: "by_admin" });
  expect(await audited()).toMatchObject([{ action: "delivery.dropped", after: { state: "dropped" } }]);
  await is("sent");
  await expect(as("admin", NOON, (ctx) => dropDelivery(ctx, id))).rejects.toMatchObject({ reason: "delivery_settled" });
});

test("all that failed is sent again in one go, once", async () => {
  for (const who of ["lan", "mai"] as const) await put(who);
  await is("failed");
  expect(await as("admin", NOON, resendFailed)).toBe(2);
  expect(await as("admin", NOON, resendFailed)).toBe(0);
  expect(await audited()).toMatchObject([{ action: "delivery.all_resent", after: { letters: 2 } }]);
});

test("several that failed about the same leave nobody behind", async () => {
  for (let n = 0; n < 3; n++) await put("lan").then(() => is("failed"));
  await put("mai").then(() => is("failed"));
  expect(await as("admin", NOON, resendFailed)).toBe(4);
  const states = (await list()).rows.map(({ personId, state, round }) => [personId, state, round]);
  const [lan, mai] = [idOf("lan"), idOf("mai")];
  expect(states).toHaveLength(4);
  expect(states).toEqual(
    expect.arrayContaining([
      [lan, "waiting", 1],
      [lan, "queued", 1],
      [mai, "waiting", 1],
    ]),
  );
  expect(states.filter(([, state]) => state === "waiting")).toHaveLength(2);
});

test("letters are for admins, whoever asks", async () => {
  await put("lan");
  const { id } = await only();
  for (const who of ["lan", "minh", "thu", "son"] as const) {
    await expect(as(who, NOON, (ctx) => getDelivery(ctx, id))).rejects.toThrow();
    await expect(as(who, NOON, (ctx) => listDeliveries(ctx, { state: null, q: "" }))).rejects.toThrow();
    await expect(as(who, NOON, (ctx) => resendDelivery(ctx, id))).rejects.toThrow();
    await expect(as(who, NOON, (ctx) => dropDelivery(ctx, id))).rejects.toThrow();
    await expect(as(who, NOON, resendFailed)).rejects.toThrow();
    expect(await as(who, NOON, ({ db }) => db.query.deliveries.findMany())).toEqual([]);
  }
});

test("the bell forgets after three months, the outbox what is settled after one", async () => {
  await open();
  await put("lan", "2026-11-02T08:00+07:00");
  await world.owner.sql`update deliveries set state = 'sent' where purpose = 'ticket'`;
  const rows = () =>
    world.owner
      .sql`select (select count(*)::int from notifications) as notes, (select count(*)::int from deliveries) as letters`;
  await sweepTold(world.db, new Date("2026-12-01T08:00+07:00"));
  expect(await rows()).toEqual([{ notes: 2, letters: 3 }]);
  await sweepTold(world.db, new Date("2026-12-03T08:00+07:00"));
  expect(await rows()).toEqual([{ notes: 2, letters: 1 }]);
  await sweepTold(world.db, new Date("2027-02-03T08:00+07:00"));
  expect(await rows()).toEqual([{ notes: 0, letters: 1 }]);
});
