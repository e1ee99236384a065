import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { NAMES } from "#app/components/ticket/doing-names.ts";
import { type Desk, openDesk } from "./desk.ts";
import { addressOf, FORM, INTERNAL_FILE, keepOneOfEach, missing } from "./kept-things.ts";

let desk: Desk;
let number: number;
beforeAll(async () => {
  desk = await openDesk();
  number = await keepOneOfEach(desk);
});
beforeEach(() => desk.owner.sql`delete from rate_limits`);
afterAll(() => desk.stop());

const state = () => desk.owner.sql`
  select t.*, (select count(*) from ticket_events) as events, (select count(*) from messages) as messages,
    (select count(*) from ticket_people) as people from tickets t order by number`;

test.each([...NAMES, ""])(
  "a stranger's %s is answered as on a ticket that is not there, and changes nothing",
  async (doing) => {
    const before = await state();
    for (const by of ["mai", "hoa", "tuan", "vy", "admin"] as const) {
      const path = addressOf(doing ? "/tickets/:number/:doing" : "/tickets/:number", number, doing);
      const real = await desk.ask("POST", by, path, FORM);
      const none = await desk.ask("POST", by, missing(path, number), FORM);
      expect([real.status, real.body.length], by).toEqual([none.status, none.body.length]);
      // Not to follow is no wish that could fail.
      expect(doing === "unfollow" ? [302] : [404, 409, 422], by).toContain(real.status);
      expect(real.headers.location).toBe(none.headers.location);
    }
    expect(await state()).toEqual(before);
  },
);

test("the file of an internal note is not there for the reporter", async () => {
  for (const part of ["", "/thumb"]) {
    const path = `/files/${INTERNAL_FILE}${part}`;
    expect((await desk.get("lan", path)).status).toBe(404);
    expect((await desk.get("minh", path)).status).toBe(410);
  }
});

test.each(["?_data=routes/ticket", "?_data=root&_data=x"])("the older fetch %s is closed", async (query) => {
  for (const by of [null, "hoa", "lan"] as const)
    expect((await desk.get(by, `/tickets/${number}${query}`)).status).toBe(400);
});
