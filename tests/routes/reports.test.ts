import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lineFilters, linksOf, placeFilters } from "#app/components/reports/lines.ts";
import { sites } from "#app/domain/directory/schema.server.ts";
import { BREAKDOWNS, type Numbers } from "#app/domain/reports/numbers.ts";
import { getReportPage, type ReportPage } from "#app/domain/reports/report-page.server.ts";
import { takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { parseFilters } from "#app/domain/tickets/queue/filters.ts";
import { listOwn } from "#app/domain/tickets/queue/queue.server.ts";
import { reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { loader } from "#app/routes/reports.tsx";
import { asking } from "#tests/routes/asking.ts";
import {
  BINH_HUNG_HOA,
  castOf,
  KINH_TE,
  type Name,
  ONE_STOP,
  seedCast,
  TAN_BINH,
  VAN_PHONG,
} from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
const { get } = asking(world.db);
const AFTER = "2026-11-10T08:00:30+07:00";
const NOVEMBER = "from=1/11/2026&to=10/11/2026";
const fixed = { code: "fixed", cause: "x", done: "y" } as const;

beforeAll(async () => {
  await seedCast(world.db);
  const at = (day: number, time: string) => `2026-11-0${day}T${time}+07:00`;
  for (const day of [2, 3, 4, 5]) {
    const { number } = await open("lan", at(day, "08:00"), day > 3 ? { systemId: ONE_STOP, kind: "how_to" } : {});
    if (day < 5) await as("minh", at(day, "08:07"), (ctx) => takeTicket(ctx, { number }));
    if (day < 4) await as("minh", at(day, "09:30"), (ctx) => resolveTicket(ctx, { number }, fixed));
    if (day < 3) await as("lan", at(day, "10:00"), (ctx) => reopenTicket(ctx, { number }, { stillFails: "z" }));
  }
  await open("mai", "2026-10-31T23:59+07:00");
  const { number } = await open("hoa", at(6, "08:00"), { siteId: BINH_HUNG_HOA });
  await as("tuan", at(6, "08:01"), (ctx) => resolveTicket(ctx, { number }, fixed));
});
afterAll(() => world.close());

const pageOf = (name: Name, query: string) => as(name, AFTER, (ctx) => getReportPage(ctx, new URLSearchParams(query)));
const listed = (name: Name, address: string) =>
  as(name, AFTER, async (ctx) => {
    const { filters, unknown } = parseFilters(new URL(address, "http://tram.example").searchParams);
    expect(unknown).toEqual([]);
    return (await listOwn(ctx, { filters, group: "all" }))[0]?.count;
  });

function linesOf({ report, scope, span }: ReportPage) {
  const whole = placeFilters(scope);
  const parts = BREAKDOWNS.flatMap((breakdown) =>
    report.by[breakdown].map((line) => [line as Numbers, { ...whole, ...lineFilters(breakdown, line.key) }] as const),
  );
  return [[report.total, whole] as const, ...parts].map(([numbers, filters]) => ({
    numbers,
    links: linksOf(filters, span),
  }));
}

test.each([
  ["son", ""],
  ["son", `site=${TAN_BINH}`],
  ["son", `site=${VAN_PHONG}`],
  ["son", `site=${KINH_TE}`],
  ["thu", `site=${BINH_HUNG_HOA}`],
  ["chau", ""],
  ["chau", `site=${VAN_PHONG}`],
  ["head", ""],
] as const)("each number %s sees (%s) opens as many tickets as it says", async (name, query) => {
  const lines = linesOf(await pageOf(name, `${NOVEMBER}&${query}`));
  expect(lines.length).toBeGreaterThan(2);
  for (const { numbers, links } of lines) {
    expect(await listed(name, links.opened)).toBe(numbers.opened);
    expect(await listed(name, links.resolved)).toBe(numbers.resolved);
    expect(await listed(name, links.backlog)).toBe(numbers.backlog);
    expect(await listed(name, links.overdue)).toBe(numbers.overdue);
    expect(await listed(name, links.firstResponse)).toBe(numbers.firstResponse.counted);
    expect(await listed(name, links.resolution)).toBe(numbers.resolution.counted);
  }
});

test.each([
  ["chau", `site=${BINH_HUNG_HOA}`],
  ["head", `site=${TAN_BINH}`],
  ["head", `site=${KINH_TE}`],
  ["son", "site=99999"],
  ["son", "site=1 or 1=1"],
  ["minh", ""],
  ["lan", ""],
  ["vy", ""],
  ["admin", ""],
] as const)("for %s there is no report %s", async (name, query) => {
  expect((await get(loader, name, `/reports?${query}`)).status).toBe(404);
});

test("a period that is none is answered with this month, what was typed and what to mend", async () => {
  const answer = await get(loader, "son", "/reports?from=11/23/2026&to=1/11/2026");
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({
    refused: { problems: { from: "not_a_day" }, typed: { from: "11/23/2026", to: "1/11/2026" } },
  });
  expect((await get(loader, "son", "/reports?from=1/11/2026&to=1/11/2026")).status).toBe(200);
});

test("a manager goes down to the rooms of a ward, also to one that is no more; units stand in the order of the alphabet", async () => {
  await asSystem(async ({ db }) => {
    await db.insert(sites).values([
      { id: 90, name: "Đất Đỏ", kind: "ward", unitKind: "xa", parentId: 1, path: [1, 90], validFrom: "2025-07-01" },
      { id: 91, name: "Xuyên Mộc", kind: "ward", unitKind: "xa", parentId: 1, path: [1, 91], validFrom: "2025-07-01" },
    ]);
    await db.update(sites).set({ validUntil: "2026-11-09" }).where(eq(sites.id, KINH_TE));
  });
  const { choices } = await pageOf("son", `site=${VAN_PHONG}`);
  expect(choices.map(({ name, endedOn }) => [name, endedOn])).toEqual([
    ["Thành phố Hồ Chí Minh", null],
    ["Bình Hưng Hòa", null],
    ["Đất Đỏ", null],
    ["Tân Bình", null],
    ["Văn phòng HĐND và UBND", null],
    ["Phòng Kinh tế, Hạ tầng và Đô thị", new Date("2026-11-09T00:00+07:00")],
    ["Xuyên Mộc", null],
  ]);
});

test("a page of numbers is ten queries, however many lines it has", async () => {
  let queries = 0;
  await as("son", AFTER, (ctx) => {
    const db = new Proxy(ctx.db, {
      get(target, name) {
        if (name === "select" || name === "execute") queries += 1;
        return Reflect.get(target, name, target);
      },
    });
    return getReportPage({ ...ctx, db }, new URLSearchParams(NOVEMBER));
  });
  // The places one may choose, a pass for each of six numbers and for the requests for access, the names of units and of systems.
  expect(queries).toBe(10);
});
