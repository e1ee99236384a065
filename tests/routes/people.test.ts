import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as exported from "#app/routes/admin.people.export.ts";
import * as adding from "#app/routes/admin.people.new.tsx";
import * as person from "#app/routes/admin.people.person.tsx";
import { openOffice } from "#tests/domain/people/office.ts";
import { type Answer, asking, type Fields } from "#tests/routes/asking.ts";
import { idOf, TAN_BINH, VAN_PHONG } from "#tests/support/cast.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
let ask: ReturnType<typeof asking>;
beforeAll(async () => {
  office = await openOffice();
  ask = asking(office.db);
});
afterAll(() => office.close());

const LAN = idOf("lan");
const one = (id: number | string) => ({ id: String(id) });
const body = <T>(answer: Answer) => answer.body as T; // safe because each test names what its route answers
type Refused = { reply: { errors: Record<string, string[]>; formErrors: string[] }; taken: { id: number } | null };
const change = async (fields: Fields, id = LAN) =>
  ask.post(
    person.action,
    "admin",
    `/admin/people/${id}`,
    { version: (await office.target(id)).version, ...fields },
    one(id),
  );
const fresh = {
  fullName: "Bùi Thị  Nga",
  email: "NGA@tram.example",
  phone: "0912 345 678",
  position: "Văn thư",
  siteId: VAN_PHONG,
  lang: "vi",
};

describe("adding somebody", () => {
  test("makes the person, the role and the letter at once, and leads to their page", async () => {
    const answer = await ask.post(adding.action, "admin", "/admin/people/new", {
      ...fresh,
      role: "reporter",
      at: TAN_BINH,
      from: "1/12/2026",
      invite: "on",
      id: 5,
      isDemo: "true",
      disabledAt: "2020-01-01",
      joinedAt: "2020-01-01",
    });
    const id = Number(/people\/(\d+)\?done=saved$/.exec(answer.to ?? "")?.[1]);
    expect(await office.person(id)).toMatchObject({
      fullName: "Bùi Thị Nga",
      email: "nga@tram.example",
      phone: "+84912345678",
      isDemo: false,
      disabledAt: null,
      joinedAt: null,
    });
    expect(await office.held(id)).toMatchObject([{ role: "reporter", siteId: TAN_BINH, validFrom: "2026-12-01" }]);
    expect(await office.owner.sql`select purpose from deliveries where person_id = ${id}`).toHaveLength(1);

    const twice = await ask.post(adding.action, "admin", "/admin/people/new", fresh);
    expect(twice.status).toBe(409);
    expect(body<Refused>(twice)).toMatchObject({ taken: { id }, reply: { errors: { email: ["email_taken"] } } });
  });

  test("that fails in its role leaves nobody behind", async () => {
    const answer = await ask.post(adding.action, "admin", "/admin/people/new", {
      ...fresh,
      email: "khong@tram.example",
      role: "admin",
      at: TAN_BINH,
    });
    expect([answer.status, body<Refused>(answer).reply.errors]).toEqual([422, { at: ["role_not_there"] }]);
    expect(await office.owner.sql`select from people where email = 'khong@tram.example'`).toHaveLength(0);
  });

  test.each([
    [{ fullName: "" }, "fullName"],
    [{ fullName: "123" }, "fullName"],
    [{ fullName: "x".repeat(121) }, "fullName"],
    [{ email: "nga@x@y" }, "email"],
    [{ email: "nga@tram.example\r\nBcc: a@b.example" }, "email"],
    [{ phone: "gọi sau" }, "phone"],
    [{ siteId: "2147483648" }, "siteId"],
    [{ lang: "fr" }, "lang"],
    [{ role: "boss" }, "role"],
    [{ role: "reporter" }, "at"],
    [{ role: "reporter", at: TAN_BINH, from: "12/31/2026" }, "from"],
  ])("%o comes back with its field", async (wrong, field) => {
    const answer = await ask.post(adding.action, "admin", "/admin/people/new", {
      ...fresh,
      email: "moi@tram.example",
      ...wrong,
    });
    expect([400, 422]).toContain(answer.status);
    expect(Object.keys(body<Refused>(answer).reply.errors)).toEqual([field]);
  });

  test("whose name was typed in capitals is written as the import writes it", async () => {
    const shouted = { ...fresh, fullName: "NGUYỄN THỊ LAN", email: "hoa.lan@tram.example" };
    expect((await ask.post(adding.action, "admin", "/admin/people/new", shouted)).status).toBe(302);
    const [row] = await office.owner.sql`select full_name from people where email = 'hoa.lan@tram.example'`;
    expect(row?.full_name).toBe("Nguyễn Thị Lan");
  });

  test("a name over two lines becomes one line, which no letter's head can be broken with", async () => {
    const answer = await ask.post(adding.action, "admin", "/admin/people/new", {
      ...fresh,
      fullName: "Nga\r\nBcc: x@y.example",
      email: "dong@tram.example",
    });
    expect(answer.status).toBe(302);
    const [row] = await office.owner.sql`select full_name from people where email = 'dong@tram.example'`;
    expect(row?.full_name).toBe("Nga Bcc: x@y.example");
  });
});

describe("a person's page", () => {
  test("knows them, their roles, their tickets by number and their history", async () => {
    const { number } = await office.open("lan");
    const answer = await ask.get(person.loader, "admin", `/admin/people/${LAN}`, one(LAN));
    expect(answer.body).toMatchObject({
      page: { person: { fullName: "Nguyễn Thị Lan" }, tickets: { reporter: { total: 1, numbers: [number] } } },
      account: { joined: false, locked: false, invitation: { state: "none" } },
    });
    expect(JSON.stringify(answer.body)).not.toContain("Không ký phát hành");
  });

  test("saves details; a page that is older is shown both versions, and nothing is lost", async () => {
    const old = (await office.target(LAN)).version;
    const details = {
      intent: "details",
      fullName: "Nguyễn Thị Lan",
      email: "lan@tram.example",
      siteId: VAN_PHONG,
      lang: "vi",
    };
    expect((await change({ ...details, position: "Kế toán" })).status).toBe(302);
    const late = await change({ ...details, position: "Văn thư", version: old });
    expect([late.status, body<Refused>(late).reply.formErrors]).toEqual([409, ["person_changed"]]);
    expect(late.body).toMatchObject({ reply: { values: { position: "Văn thư" } } });
    expect((await office.person(LAN)).position).toBe("Kế toán");
  });

  test("gives and ends roles", async () => {
    expect((await change({ intent: "grant", role: "ward_lead", at: TAN_BINH })).status).toBe(302);
    const twice = await change({ intent: "grant", role: "ward_lead", at: TAN_BINH });
    expect([twice.status, body<Refused>(twice).reply.formErrors]).toEqual([409, ["grant_overlaps"]]);
    const lead = (await office.held(LAN)).find(({ role }) => role === "ward_lead");
    const foreign = await change({ intent: "end_now", grantId: (await office.held(idOf("mai")))[0]?.id ?? 0 });
    expect(foreign.status).toBe(404);
    expect((await change({ intent: "end", grantId: lead?.id ?? 0, lastDay: "31/12/2030" })).status).toBe(302);
    expect((await change({ intent: "prolong", grantId: lead?.id ?? 0, lastDay: "1/1/2029" })).status).toBe(422);
    expect((await change({ intent: "no_end", grantId: lead?.id ?? 0 })).status).toBe(302);
    expect((await change({ intent: "end_now", grantId: lead?.id ?? 0 })).status).toBe(302);
    expect((await office.held(LAN)).filter(({ role }) => role === "ward_lead")).toEqual([]);
  });

  test("invites, locks, disables with a reason and enables", async () => {
    expect((await change({ intent: "invite" })).status).toBe(302);
    expect((await change({ intent: "lock" })).status).toBe(409);
    expect((await change({ intent: "lock_out" })).status).toBe(302);
    const without = await change({ intent: "disable" });
    expect([without.status, body<Refused>(without).reply.errors]).toEqual([422, { reason: ["required"] }]);
    expect((await change({ intent: "disable", reason: "Nghỉ hưu" })).status).toBe(302);
    expect((await change({ intent: "invite" })).status).toBe(409);
    expect((await change({ intent: "enable" })).status).toBe(302);
    expect((await office.person(LAN)).disabledAt).toBeNull();
  });

  test("refuses to take the last admin's way in, in words", async () => {
    const [grant] = await office.held(idOf("admin"));
    const ways: Fields[] = [
      { intent: "end_now", grantId: grant?.id ?? 0 },
      { intent: "disable", reason: "x" },
    ];
    for (const fields of ways) {
      const answer = await change(fields, idOf("admin"));
      expect([answer.status, body<Refused>(answer).reply.formErrors]).toEqual([409, ["last_admin"]]);
    }
    expect((await office.held(idOf("admin")))[0]?.validUntil).toBeNull();
    expect((await office.person(idOf("admin"))).version).toBe(1);
  });

  test.each(["lan", "chau", "minh", "vy", "thu", "son"] as const)(
    "is not there for %s, nor is any button of it",
    async (name) => {
      expect((await ask.get(person.loader, name, `/admin/people/${LAN}`, one(LAN))).status).toBe(404);
      const ways: Fields[] = [
        { intent: "grant", version: 1, role: "admin", at: 1 },
        { intent: "disable", version: 1, reason: "x" },
        { intent: "lock_out" },
      ];
      for (const fields of ways)
        expect((await ask.post(person.action, name, `/admin/people/${LAN}`, fields, one(LAN))).status).toBe(404);
      expect((await ask.get(exported.loader, name, "/admin/people/export")).status).toBe(404);
    },
  );
});
