import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sayPromise } from "#app/components/clocks/promise.tsx";
import { sayLeft } from "#app/components/clocks/say-left.ts";
import { sayState } from "#app/components/clocks/say-state.ts";
import { clocks } from "#app/domain/tickets/clocks/clocks-schema.server.ts";
import { listClocks } from "#app/domain/tickets/clocks/time-left.server.ts";
import { getWhyThisTime, type WhyThisTime } from "#app/domain/tickets/clocks/why-this-time.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { holdTicket, resumeTicket } from "#app/domain/tickets/holds.server.ts";
import { getFiledTicket } from "#app/domain/tickets/report-page.server.ts";
import { cancelTicket, reopenTicket, resolveTicket } from "#app/domain/tickets/resolution.server.ts";
import { getTicketPage } from "#app/domain/tickets/ticket-page.server.ts";
import { moveTicket } from "#app/domain/tickets/triage.server.ts";
import { vi } from "#app/i18n/vi.ts";
import { loader } from "#app/routes/ticket-clock.tsx";
import { BINH_HUNG_HOA, castOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { asking } from "./asking.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
const { get } = asking(world.db);
beforeAll(async () => {
  await seedCast(world.db);
  const saturdays = { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: DAY, sun: [] };
  const hours = { timeZone: "Asia/Ho_Chi_Minh", weekly: saturdays };
  const owner = world.owner.sql;
  await owner`insert into calendars (id, site_id, valid_from) values (90, ${BINH_HUNG_HOA}, '2026-01-01')`;
  await owner`insert into calendar_versions (calendar_id, version, hours, counted, why, made_at)
    values (90, 1, ${JSON.stringify({ ...hours, followsCity: false, days: [] })}::text::jsonb,
      ${JSON.stringify({ ...hours, closed: [], opened: {} })}::text::jsonb, '', now())`;
});
afterAll(() => world.close());

const DAY = [
  ["07:30", "11:30"],
  ["13:00", "17:00"],
];
const at = (iso: string) => new Date(`2026-${iso}:00+07:00`);
/** In Ho Chi Minh City. */
const iso = (moment: string) => `2026-${moment}:00+07:00`;
const fixed = { code: "fixed", cause: "Thiếu quyền ký", done: "Đã bật quyền" } as const;
const whyAt = (name: Name, number: number, moment: string, month: string | null = null) =>
  as(name, iso(moment), (ctx) => getWhyThisTime(ctx, number, month));
const countedIn = (why: WhyThisTime) =>
  why.clocks.map(({ lines }) => lines.reduce((sum, { counted, seconds }) => sum + (counted ? seconds : 0), 0));
const resolution = (why: WhyThisTime) => {
  const clock = why.clocks.find(({ target }) => target === "resolution");
  if (!clock) throw new Error("no clock");
  return clock;
};

describe("why this time", () => {
  test("answers whoever may read the ticket, and nobody else", async () => {
    const { number } = await open();
    const params = { number: String(number) };
    for (const name of ["lan", "minh", "thu", "son"] as const) {
      const { status, body } = await get(loader, name, `/tickets/${number}/clock`, params);
      expect([status, body], name).toMatchObject([200, { number, policy: { name: "P3", place: 3, of: 4 } }]);
    }
    for (const name of ["hoa", "tuan", "admin"] as const) {
      expect((await get(loader, name, `/tickets/${number}/clock`, params)).status, name).toBe(404);
    }
    expect((await get(loader, null, `/tickets/${number}/clock`, params)).to).toMatch(/^\/login/);
  });

  test("tells a hold, a reopening and a move to a ward with Saturdays, adding up to what is stored", async () => {
    const { number } = await open("lan", iso("11-05T15:00"));
    await as("minh", iso("11-05T15:10"), (ctx) => replyToTicket(ctx, { number }, { body: "Đang xem" }));
    await as("minh", iso("11-05T16:00"), (ctx) =>
      holdTicket(ctx, { number }, { reason: "reporter", until: null, why: "Chờ ảnh" }),
    );
    await as("minh", iso("11-06T09:30"), (ctx) => resumeTicket(ctx, { number }));
    await as("minh", iso("11-06T10:00"), (ctx) => resolveTicket(ctx, { number }, fixed));
    await as("lan", iso("11-06T14:00"), (ctx) => reopenTicket(ctx, { number }, { stillFails: "Vẫn lỗi" }));
    await as("minh", iso("11-06T16:00"), (ctx) =>
      moveTicket(ctx, { number }, { toSiteId: BINH_HUNG_HOA, reason: "Gửi nhầm" }),
    );
    await as("tuan", iso("11-07T09:00"), (ctx) => resolveTicket(ctx, { number }, fixed));

    const why = await whyAt("tuan", number, "11-20T09:00");
    const stored = await asSystem((ctx) => ctx.db.select().from(clocks));
    const elapsed = (target: string) =>
      stored.find((clock) => clock.ticketNumber === number && clock.target === target)?.elapsedSeconds;
    expect(countedIn(why)).toEqual([elapsed("first_response"), elapsed("resolution")]);
    expect(resolution(why).elapsed).toBe(3_600 + 1_800 + 2 * 3_600 + 3_600 + 5_400);
    expect(why.calendars).toMatchObject([
      { from: null, ward: null },
      { from: at("11-06T16:00"), ward: { name: "Bình Hưng Hòa" } },
    ]);
    const told = resolution(why).lines.map(({ reason, part }) => ("by" in reason ? reason.by : reason.type) + part);
    expect(told).toEqual(["hours0", "reporter0", "hours0", "solved0", "hours0", "hours1", "off_hours1", "hours1"]);
  });

  test("a story of a year is told month by month, one of them in full", async () => {
    const { number } = await open("lan", iso("01-15T08:00"));
    const whole = await whyAt("minh", number, "11-23T09:00");
    const { months, month, lines, elapsed } = resolution(whole);
    expect([months.length, month]).toEqual([11, "2026-11"]);
    expect(months.reduce((sum, { counted }) => sum + counted, 0)).toBe(elapsed);
    expect(lines.length).toBeLessThan(31 * 5);
    const february = resolution(await whyAt("minh", number, "11-23T09:00", "2026-02"));
    expect(february.month).toBe("2026-02");
    expect(february.lines.map(({ reason }) => "name" in reason && reason.name)).toContain("Tết Bính Ngọ");
    expect(resolution(await whyAt("minh", number, "11-23T09:00", "' or 1=1")).month).toBe("2026-11");
  });

  test("says the same as the row of the queue, whatever part of a second has passed", async () => {
    const { number } = await open("lan", "2026-11-05T15:00:00.000+07:00");
    const both = (moment: string) =>
      as("minh", moment, async (ctx) => {
        const { state, targetSeconds, used } = resolution(await getWhyThisTime(ctx, number, null));
        const shown = (await listClocks(ctx, [number])).find(({ target }) => target === "resolution");
        if (!shown?.left) throw new Error("nothing runs");
        const page = sayState({ state, targetSeconds, elapsed: used }, vi);
        return [page, sayLeft(shown.left, ctx.now, vi)];
      });
    const seven = "còn 7 giờ";
    expect(await both("2026-11-05T15:00:00.400+07:00")).toEqual([seven, seven]);
    const until = new Date("2026-11-05T15:30:00+07:00");
    await as("minh", "2026-11-05T15:00:00.500+07:00", (ctx) =>
      holdTicket(ctx, { number }, { reason: "scheduled", until, why: "Hẹn" }),
    );
    const paused = vi.clocks.paused("7 giờ");
    expect(await both("2026-11-05T15:20:00+07:00")).toEqual([paused, paused]);
    // It goes on at 15:30, though nobody has noticed.
    expect(await both("2026-11-05T15:30:20+07:00")).toEqual([seven, seven]);
  });

  test("what was given up counts until then", async () => {
    const { number } = await open("lan", iso("11-02T08:00"));
    await as("lan", iso("11-02T09:00"), (ctx) => cancelTicket(ctx, { number }, { reason: "Gửi nhầm" }));
    const why = await whyAt("lan", number, "11-20T09:00");
    expect(resolution(why)).toMatchObject({ state: "not_applicable", elapsed: 3_600, end: at("11-02T09:00") });
  });
});

describe("what the officer reads", () => {
  const said = (number: number, moment: string) =>
    as("lan", iso(moment), async (ctx) => {
      const { ticket, left } = await getTicketPage(ctx, number, { lang: "vi" });
      return sayPromise({ ...ticket, left }, ctx.now, vi)?.text ?? null;
    });

  test("by when, whom it waits for, that it is late, when it closes", async () => {
    const { number } = await open("lan", iso("11-19T08:30"));
    expect(await said(number, "11-19T08:31")).toBe("Kỹ thuật viên sẽ trả lời trước 10:30 hôm nay.");
    expect(await said(number, "11-19T10:31")).toBe(
      "Chậm hơn đã hứa: lẽ ra có trả lời trước 10:30 hôm nay. Phiếu vẫn chờ kỹ thuật viên trả lời.",
    );
    await as("minh", iso("11-19T10:40"), (ctx) => replyToTicket(ctx, { number }, { body: "Đang xem" }));
    expect(await said(number, "11-19T10:41")).toBe("Sẽ xử lý xong trước 08:30 ngày mai.");
    await as("minh", iso("11-19T11:00"), (ctx) =>
      holdTicket(ctx, { number }, { reason: "reporter", until: null, why: "Chờ ảnh" }),
    );
    expect(await said(number, "11-20T11:01")).toBe("Đang chờ anh/chị trả lời; đồng hồ dừng.");
    await as("minh", iso("11-20T13:00"), (ctx) => resumeTicket(ctx, { number }));
    expect(await said(number, "11-20T13:01")).toBe("Sẽ xử lý xong trước 09:00 thứ Hai 23/11.");
    await as("minh", iso("11-20T14:00"), (ctx) => resolveTicket(ctx, { number }, fixed));
    // 24 November is a day off.
    expect(await said(number, "11-20T14:01")).toBe("Phiếu tự đóng thứ Năm 26/11 nếu không có phản hồi.");
  });

  test("the page after sending says by when, and a note of the support side changes nothing", async () => {
    const { number } = await open("lan", iso("11-19T16:30"));
    await as("minh", iso("11-19T16:40"), (ctx) => noteOnTicket(ctx, { number }, { body: "Xem mai" }));
    const filed = await as("lan", iso("11-19T16:41"), (ctx) => getFiledTicket(ctx, number));
    expect(sayPromise(filed, at("11-19T16:41"), vi)?.text).toBe("Kỹ thuật viên sẽ trả lời trước 09:00 ngày mai.");
  });
});
