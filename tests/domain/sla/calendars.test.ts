import { asc, desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntries } from "#app/db/audit.server.ts";
import type { PersonCtx } from "#app/db/context.server.ts";
import type { CalendarChange } from "#app/domain/sla/calendar-changes.server.ts";
import {
  findMissingYears,
  getCalendar,
  getVersion,
  listCalendars,
  listVersions,
} from "#app/domain/sla/calendars.server.ts";
import { type CalendarHours, countedFrom } from "#app/domain/sla/hours.ts";
import { calendarVersions } from "#app/domain/sla/schema.server.ts";
import {
  editCalendar,
  giveCalendar,
  previewEdit,
  previewOverride,
} from "#app/domain/tickets/clocks/calendar-edits.server.ts";
import { recomputations } from "#app/domain/tickets/clocks/recompute-schema.server.ts";
import { BINH_HUNG_HOA, castOf, DOCUMENTS_TEAM, type Name, seedCast, TAN_BINH } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { as, asSystem, open } = castOf(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

const CITY = 1;
/** New Year 2026 was announced as one day; six days before came a day more, and a Saturday to work for it. */
const LATE = "2025-12-26T15:00+07:00";
const LATER = "2026-11-23T10:00+07:00";
const read = (id: number) => as("admin", LATE, (ctx) => getCalendar(ctx, id));
const without = (hours: CalendarHours, ...dates: string[]): CalendarHours => ({
  ...hours,
  days: hours.days.filter(({ date }) => !dates.includes(date)),
});

async function edit(
  id: number,
  change: (hours: CalendarHours) => CalendarHours,
  { by = "admin", iso = LATE, ...more }: { by?: Name; iso?: string } & Partial<CalendarChange> = {},
) {
  const { version, validFrom, validUntil, hours } = await read(id);
  const seen = { version, validFrom, validUntil };
  const input = { id, seen, validFrom, validUntil, hours: change(hours), why: "Thông báo nghỉ lễ", ...more };
  await as(by, iso, (ctx) => editCalendar(ctx, input));
}
const newest = <T>(work: (ctx: Pick<PersonCtx, "db">) => Promise<T[]>) => asSystem(work).then(([row]) => row);
const lastAudit = () => newest(({ db }) => db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1));
const lastRun = () => newest(({ db }) => db.select().from(recomputations).orderBy(desc(recomputations.id)).limit(1));
const countVersions = () => asSystem(async ({ db }) => (await db.select().from(calendarVersions)).length);

const SATURDAY = [["07:30", "11:30"]] as const;
const withSaturday = (hours: CalendarHours): CalendarHours => ({
  ...hours,
  followsCity: true,
  weekly: { ...hours.weekly, sat: SATURDAY },
  days: [],
});

test("a counter is open on Saturdays from a day on: its ward counts by a calendar of its own", async () => {
  const { hours } = await read(CITY);
  const override = {
    siteId: TAN_BINH,
    teamId: null,
    validFrom: "2025-12-27",
    validUntil: null,
    hours: withSaturday(hours),
  };
  const id = await as("admin", LATE, (ctx) => giveCalendar(ctx, { ...override, why: "Mở quầy sáng thứ Bảy" }));
  const ward = await read(id);
  expect(ward).toMatchObject({ name: "Tân Bình", version: 1, validFrom: "2025-12-27", why: "Mở quầy sáng thứ Bảy" });
  expect(ward.counted.weekly.sat).toEqual(SATURDAY);
  expect(ward.counted.closed).toContain("2026-02-17");
  expect(await lastAudit()).toMatchObject({
    action: "calendar.added",
    objectName: "Tân Bình",
    after: { sat: "07:30-11:30", validFrom: "2025-12-27", why: "Mở quầy sáng thứ Bảy" },
  });
  expect(await lastRun()).toMatchObject({ cause: "calendar", why: "Mở quầy sáng thứ Bảy" });

  const again = as("admin", LATE, (ctx) => giveCalendar(ctx, { ...override, why: "Lần nữa" }));
  await expect(again).rejects.toMatchObject({ refusal: "conflict", reason: "has_calendar" });
  const nobody = as("admin", LATE, (ctx) => giveCalendar(ctx, { ...override, siteId: 4, why: "Phòng" }));
  await expect(nobody).rejects.toMatchObject({ refusal: "invalid", reason: "owner_unknown" });
});

test("a holiday announced six days before reaches every calendar that follows the city, with one entry of history", async () => {
  await edit(CITY, (hours) => without(hours, "2026-01-02", "2026-01-10"), { iso: "2025-12-10T09:00+07:00" });
  const team = await as("admin", LATE, async (ctx) => {
    const { hours } = await getCalendar(ctx, CITY);
    const day = [["00:00", "24:00"]] as const;
    const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    return giveCalendar(ctx, {
      ...{ siteId: null, teamId: DOCUMENTS_TEAM, validFrom: "2025-12-01", validUntil: null, why: "Trực 24/24" },
      hours: { ...hours, weekly, followsCity: false, days: [] },
    });
  });
  const ward = (await as("admin", LATE, (ctx) => listCalendars(ctx, { q: "tan binh", after: 0 }))).rows[0];
  if (!ward) throw new Error("Tân Bình has a calendar");
  const { number } = await open("hoa", "2025-12-31T16:00+07:00", { siteId: BINH_HUNG_HOA });

  const late = [
    { date: "2026-01-02", name: "Hoán đổi (làm bù 10/1)" },
    { date: "2026-01-10", name: "Làm bù cho 2/1/2026", intervals: SATURDAY },
  ];
  const proposed = (hours: CalendarHours) => ({ ...hours, days: [...hours.days, ...late] });
  const city = await read(CITY);
  const impact = await as("admin", LATE, (ctx) => previewEdit(ctx, city, proposed(city.hours), city));
  expect(impact).toMatchObject({ changed: 1, later: 1, earlier: 0 });
  expect(impact.examples).toMatchObject([
    {
      number,
      before: { dueAt: new Date("2026-01-02T08:30+07:00") },
      after: { dueAt: new Date("2026-01-05T08:30+07:00") },
    },
  ]);
  expect((await read(CITY)).version).toBe(city.version);

  const [versions, runs] = [await countVersions(), await lastRun()];
  await edit(CITY, proposed, { why: "Thông báo 26/12: nghỉ thêm ngày 02/01" });
  expect((await read(ward.id)).version).toBe(ward.version + 1);
  expect((await read(ward.id)).counted.closed).toContain("2026-01-02");
  expect((await read(team)).version).toBe(1);
  expect(await countVersions()).toBe(versions + 2);
  expect(await lastAudit()).toMatchObject({
    action: "calendar.changed",
    objectName: "Thành phố Hồ Chí Minh",
    before: { days: [] },
    after: {
      days: ["02/01/2026 Hoán đổi (làm bù 10/1)", "10/01/2026 Làm bù cho 2/1/2026 07:30-11:30"],
      why: "Thông báo 26/12: nghỉ thêm ngày 02/01",
    },
  });
  expect(await lastRun()).toMatchObject({ id: (runs?.id ?? 0) + 1, cause: "calendar", startedById: 71 });
});

test("the city's weekly hours are its own: what follows it follows its days", async () => {
  const before = await countVersions();
  const evening = [["07:30", "12:00"]] as const;
  await edit(CITY, (hours) => ({ ...hours, weekly: { ...hours.weekly, fri: evening } }));
  expect(await countVersions()).toBe(before + 1);
  expect(await lastAudit()).toMatchObject({
    before: { fri: "07:30-11:30, 13:00-17:00" },
    after: { fri: "07:30-12:00" },
  });
});

test("an older version is put back as a new one, and every version says who, when and why", async () => {
  const { version } = await read(CITY);
  const old = await as("admin", LATE, (ctx) => getVersion(ctx, CITY, version - 1));
  await edit(CITY, () => old, { how: "put_back", why: "Đưa lại giờ chiều thứ Sáu" });
  const [latest] = await as("admin", LATE, (ctx) => listVersions(ctx, CITY, null));
  expect(latest).toMatchObject({ version: version + 1, madeBy: "Quản Trị", why: "Đưa lại giờ chiều thứ Sáu" });
  expect(latest?.hours).toEqual(old);
  expect(await lastAudit()).toMatchObject({ action: "calendar.put_back", before: { fri: "07:30-12:00" } });
});

test("who was looking at an older version changes nothing", async () => {
  const { version, validFrom, validUntil } = await read(CITY);
  await edit(CITY, (hours) => without(hours, "2025-01-01"));
  const stale = edit(CITY, (hours) => without(hours, "2026-01-01"), { seen: { version, validFrom, validUntil } });
  await expect(stale).rejects.toMatchObject({ refusal: "conflict", reason: "changed_meanwhile" });
});

test("two admins at once: one edit stands, the other is told", async () => {
  const { version, validFrom, validUntil } = await read(CITY);
  const seen = { version, validFrom, validUntil };
  const both = await Promise.allSettled(
    ["2025-04-30", "2025-05-01"].map((date) => edit(CITY, (hours) => without(hours, date), { seen })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [refused] = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toMatchObject({ reason: "changed_meanwhile" });
  expect((await read(CITY)).version).toBe(version + 1);
});

test("saving what is there already is no version", async () => {
  await expect(edit(CITY, (hours) => hours)).rejects.toMatchObject({ reason: "nothing_changed" });
});

test("an override ends on a date, and not before it begins", async () => {
  const [ward] = (await as("admin", LATE, (ctx) => listCalendars(ctx, { q: "P. Tân Bình", after: 0 }))).rows;
  if (!ward) throw new Error("Tân Bình has a calendar");
  const runs = await lastRun();
  await edit(ward.id, (hours) => hours, { validUntil: "2026-06-30", why: "Thôi mở thứ Bảy" });
  expect(await read(ward.id)).toMatchObject({ validUntil: "2026-06-30" });
  expect((await lastRun())?.id).toBe((runs?.id ?? 0) + 1);
  expect(await lastAudit()).toMatchObject({ before: { validUntil: null }, after: { validUntil: "2026-06-30" } });
  const { version, validFrom } = ward;
  const seen = { version, validFrom, validUntil: null };
  await expect(edit(ward.id, (hours) => hours, { seen, validUntil: null })).rejects.toMatchObject({
    reason: "changed_meanwhile",
  });
  await expect(edit(ward.id, (hours) => hours, { validUntil: "2025-01-01" })).rejects.toMatchObject({
    reason: "ends_before_it_begins",
  });
});

test("before a ward gets its own hours, what they would do to its tickets is said", async () => {
  const { hours } = await read(CITY);
  await open("hoa", "2026-11-27T16:30+07:00", { siteId: BINH_HUNG_HOA });
  const override = { siteId: BINH_HUNG_HOA, teamId: null, validFrom: "2026-11-28", validUntil: null };
  const impact = await as("admin", "2026-11-27T16:40+07:00", (ctx) =>
    previewOverride(ctx, { ...override, hours: withSaturday(hours) }),
  );
  expect(impact.examples[0]).toMatchObject({
    before: { dueAt: new Date("2026-11-30T09:00+07:00") },
    after: { dueAt: new Date("2026-11-28T09:00+07:00") },
  });
});

test("a year nobody has written down is missed from 1 December on, at once when it has begun", async () => {
  const on = (iso: string) => as("admin", iso, (ctx) => findMissingYears(ctx));
  expect(await on("2027-11-30T23:59+07:00")).toEqual([]);
  expect(await on("2027-12-01T00:00+07:00")).toEqual([2028]);
  expect(await on("2028-03-01T00:00+07:00")).toEqual([2028]);
  expect(await on(LATER)).toEqual([]);
});

test("lists are found with or without marks, the city first", async () => {
  const names = async (q: string) =>
    (await as("admin", LATE, (ctx) => listCalendars(ctx, { q, after: 0 }))).rows.map(({ name }) => name);
  expect(await names("")).toEqual(["Thành phố Hồ Chí Minh", "Nhóm Quản lý văn bản", "Tân Bình"]);
  expect(await names("ho chi minh")).toEqual(["Thành phố Hồ Chí Minh"]);
  expect(await names("documents")).toEqual(["Nhóm Quản lý văn bản"]);
  expect(await names("không có")).toEqual([]);
});

test("for everybody else there are no calendars to edit, and the database says the same", async () => {
  for (const by of ["lan", "minh", "thu", "son"] as const) {
    await expect(edit(CITY, (hours) => without(hours, "2027-01-01"), { by })).rejects.toMatchObject({
      refusal: "not_found",
    });
    await expect(as(by, LATE, (ctx) => listCalendars(ctx, { q: "", after: 0 }))).rejects.toMatchObject({
      refusal: "not_found",
    });
  }
  const { hours } = await read(CITY);
  const row = { calendarId: CITY, version: 99, hours, counted: countedFrom(hours, hours), why: "", madeAt: new Date() };
  const forced = as("son", LATE, ({ db }) => db.insert(calendarVersions).values(row));
  await expect(forced).rejects.toMatchObject({ cause: { code: "42501" } });
  const changed = asSystem(({ db }) => db.select().from(calendarVersions).orderBy(asc(calendarVersions.id)));
  expect((await changed).some(({ version }) => version === 99)).toBe(false);
});
