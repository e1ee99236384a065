import { describe, expect, test } from "vitest";
import { findSensitive } from "#app/domain/tickets/sensitive.ts";
import { dateOf, isOpen, isWorkday, weekday } from "#drizzle/seed/demo/office-hours.ts";
import { makePlan } from "#drizzle/seed/demo/plan.ts";
import { readTemplates } from "#drizzle/seed/demo/script.ts";
import type { Act, Step } from "#drizzle/seed/demo/steps.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const plan = makePlan({ seed: "tram", now: NOW, days: 90 });
const steps = [...plan.steps.values()].flat();
const doing = <D extends Act["do"]>(what: D) =>
  steps.filter((step): step is Step & { act: Extract<Act, { do: D }> } => step.act.do === what);
const opened = doing("open");
const share = (part: number, whole = opened.length) => Math.round((100 * part) / whole);

describe("three months of twelve wards", () => {
  test("are about three thousand tickets of some hundred people, none after now", () => {
    expect(opened.length).toBeGreaterThan(2700);
    expect(opened.length).toBeLessThan(3300);
    expect(plan.cast.wards).toHaveLength(12);
    expect(plan.cast.people.length).toBeGreaterThan(120);
    expect(steps.every(({ at }) => at <= NOW.getTime())).toBe(true);
  });

  test.each([
    ["software_error", 27],
    ["missing_permission", 19],
    ["account", 16],
    ["equipment", 15],
    ["data_correction", 9],
    ["how_to", 8],
    ["network", 6],
  ])("%s are about %d %%", (kind, percent) => {
    expect(Math.abs(share(opened.filter(({ act }) => act.form.kind === kind).length) - percent)).toBeLessThanOrEqual(4);
  });

  test("keep the office's hours and days", () => {
    expect(share(opened.filter(({ at }) => isOpen(at)).length)).toBeGreaterThan(80);
    const monday = opened.filter(({ at }) => weekday(dateOf(at)) === 1).length;
    const friday = opened.filter(({ at }) => weekday(dateOf(at)) === 5).length;
    expect(monday).toBeGreaterThan(friday);
    expect(share(opened.filter(({ at }) => !isWorkday(dateOf(at))).length)).toBeLessThan(7);
    expect(opened.filter(({ at }) => dateOf(at) === "2026-09-01").length).toBeLessThan(8);
  });

  test("are written in many manners", () => {
    const titles = opened.map(({ act }) => act.form.title);
    const bare = (text: string) => text === text.normalize("NFD").replace(/[\p{M}]/gu, "") && !/[đĐ]/.test(text);
    expect(share(titles.filter(bare).length)).toBeGreaterThan(10);
    expect(share(titles.filter(bare).length)).toBeLessThan(25);
    expect(share(titles.filter((title) => title === title.toUpperCase()).length)).toBeGreaterThan(2);
    expect(share(opened.filter(({ act }) => act.form.body.includes("Zalo")).length)).toBeGreaterThan(5);
    expect(new Set(titles).size).toBeGreaterThan(800);
    const texts = opened.flatMap(({ act }) => [act.form.title, act.form.body]);
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
    expect(
      texts.filter((text) => findSensitive(text).citizenNumbers.length > 0 || findSensitive(text).password),
    ).toEqual([]);
    expect(texts.every((text) => text === text.normalize("NFC"))).toBe(true);
  });

  test("have nobody at work at night, no queue at a closed counter, and nothing noticed before the doors open", () => {
    const hour = (at: number) => (new Date(at).getUTCHours() + 7) % 24;
    const support = new Set([...plan.cast.coordinators, ...[...plan.cast.specialists.values()].flat()]);
    for (const { engineers } of plan.cast.wards) for (const email of engineers) support.add(email);
    const atNight = steps.filter(
      ({ at, by }) => support.has(by) && (hour(at) < 6 || hour(at) >= 19 || weekday(dateOf(at)) === 7),
    );
    expect(atNight).toEqual([]);
    const closed = opened.filter(({ at }) => !isWorkday(dateOf(at)) || hour(at) >= 17);
    expect(closed.filter(({ act }) => act.form.impact.startsWith("counter"))).toEqual([]);
    const early = opened.filter(({ at, act }) => hour(at) >= 8 && hour(act.form.occurredAt.getTime()) < 7);
    expect(early).toEqual([]);
  });

  test("are told by those who use the software, of one person, in words of their kind", () => {
    const positions = new Map(plan.cast.people.map(({ email, position }) => [email, position]));
    const reporters = opened
      .filter(({ act }) => act.form.system === "hotich")
      .map(({ by, act }) => positions.get(act.form.reporter ?? by));
    expect(
      share(reporters.filter((post) => post === "Công chức tư pháp – hộ tịch").length, reporters.length),
    ).toBeGreaterThan(60);
    const names = plan.cast.people.map(({ fullName }) => fullName);
    const named = (text: string) => names.filter((name) => text.includes(name));
    const ofTwo = opened.filter(({ act }) => {
      const [inTitle, inBody] = [named(act.form.title), named(act.form.body)];
      return !act.form.body.includes("Zalo") && inTitle.some((name) => inBody[0] && !inBody.includes(name));
    });
    expect(ofTwo).toEqual([]);
    const kindOf = new Map(opened.map(({ ticket, act }) => [ticket, act.form.kind]));
    const onCables = doing("hold").filter(({ act }) => act.why.includes("nhà mạng"));
    expect(onCables.length).toBeGreaterThan(0);
    expect(onCables.every(({ ticket }) => kindOf.get(ticket) === "network")).toBe(true);
  });

  test("hold, hand over, reopen, duplicate and join as often as real ones", () => {
    const resolved = new Set(doing("resolve").map(({ ticket }) => ticket)).size;
    expect(share(doing("reopen").length, resolved)).toBeGreaterThanOrEqual(4);
    expect(share(doing("reopen").length, resolved)).toBeLessThanOrEqual(8);
    const duplicates = doing("duplicate").length;
    expect(share(duplicates)).toBeGreaterThanOrEqual(5);
    expect(share(duplicates)).toBeLessThanOrEqual(11);
    const forOther = opened.filter(({ act }) => act.form.affected ?? act.form.affectedName ?? act.form.reporter);
    expect(Math.abs(share(forOther.length) - 12)).toBeLessThanOrEqual(4);
    const handed = new Set(doing("hand_over").map(({ ticket }) => ticket)).size;
    expect(Math.abs(share(handed) - 38)).toBeLessThanOrEqual(10);
    expect(new Set(doing("hold").map(({ act }) => act.reason)).size).toBe(4);
    expect(doing("join").length).toBeGreaterThan(100);
    expect(doing("cancel").length).toBeGreaterThan(30);
    expect(doing("reclassify").length).toBeGreaterThan(100);
  });
});

test("the same dice give the same plan, other dice another", () => {
  const again = (seed: string) => JSON.stringify([...makePlan({ seed, now: NOW, days: 12 }).steps]);
  expect(again("a")).toBe(again("a"));
  expect(again("a")).not.toBe(again("b"));
});

test.each(["2026-11-22T20:30:00Z", "2026-11-24T03:00:00Z", "2027-02-06T10:00:00Z"])(
  "a first start at %s, outside office hours, still finds new tickets",
  (at) => {
    const now = new Date(at);
    const late = [...makePlan({ seed: "tram", now, days: 12 }).steps.values()].flat();
    const taken = new Set(late.filter(({ act }) => act.do === "take").map(({ ticket }) => ticket));
    const waiting = late.filter((step) => step.act.do === "open" && !taken.has(step.ticket));
    expect(waiting.length).toBeGreaterThanOrEqual(3);
  },
);

test("every template has its script", () => {
  expect(readTemplates()).toHaveLength(74);
  expect(
    readTemplates().every(({ bodies, fixes, tried, tiers }) => bodies[0] && fixes[0] && tried[0] && tiers[0]),
  ).toBe(true);
});
