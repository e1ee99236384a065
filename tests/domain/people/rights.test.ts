import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson } from "#app/domain/directory/people-admin.server.ts";
import { revokeAllSessionsOf } from "#app/domain/identity/accounts.server.ts";
import { invitePerson } from "#app/domain/identity/invitation.server.ts";
import { disablePerson, editPersonAndAddress, settleDuePeople } from "#app/domain/identity/people-access.server.ts";
import { readSession } from "#app/domain/identity/sessions.server.ts";
import { enablePerson, planDeparture } from "#app/domain/policy/departures.server.ts";
import { addGrant, endGrant, prolongGrant } from "#app/domain/policy/grants-admin.server.ts";
import { DAY, openOffice } from "#tests/domain/people/office.ts";
import { DOCUMENTS_TEAM, idOf, TAN_BINH, VAN_PHONG } from "#tests/support/cast.ts";
import { signedIn } from "#tests/support/signed-in.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const details = (email: string) => ({
  fullName: "Lý Thị Thủy",
  email,
  phone: "+84912345678",
  position: "Văn thư",
  siteId: VAN_PHONG,
  lang: "vi" as const,
});
let count = 0;
const newcomer = async () => {
  const { id } = await office.admin((ctx) => createPerson(ctx, details(`thuy${++count}@tram.example`)));
  return id;
};
const give = async (id: number, more: Partial<Parameters<typeof addGrant>[2]> = {}) => {
  const target = await office.target(id);
  const grant = { role: "reporter" as const, siteId: TAN_BINH, teamId: null, from: DAY, until: null, ...more };
  await office.admin((ctx) => addGrant(ctx, target, grant));
  return (await office.held(id)).at(-1)?.id ?? 0;
};

describe("a person", () => {
  test("is made once: the address leads to who is there already", async () => {
    const id = await newcomer();
    await expect(office.admin((ctx) => createPerson(ctx, details(`thuy${count}@tram.example`)))).rejects.toMatchObject({
      reason: "email_taken",
      detail: { personId: id },
    });
    expect(await office.audited(id)).toMatchObject([
      {
        action: "person.created",
        actorId: idOf("admin"),
        after: { place: "Phường Tân Bình / Văn phòng HĐND và UBND" },
      },
    ]);
  });

  test("is edited by whoever saw them as they are; the audit holds what changed and nothing else", async () => {
    const id = await newcomer();
    const seen = await office.target(id);
    const next = { ...details(`thuy${count}@tram.example`), position: "Kế toán trưởng" };
    await office.admin((ctx) => editPersonAndAddress(ctx, seen, next));
    expect((await office.audited(id)).at(-1)).toMatchObject({
      action: "person.changed",
      before: { position: "Văn thư" },
      after: { position: "Kế toán trưởng" },
    });
    await expect(
      office.admin((ctx) => editPersonAndAddress(ctx, seen, { ...next, position: "Khác" })),
    ).rejects.toMatchObject({
      refusal: "conflict",
      reason: "person_changed",
    });
    expect((await office.person(id)).position).toBe("Kế toán trưởng");
  });

  test("cannot take an address that is somebody else's, nor a place that is no more", async () => {
    const id = await newcomer();
    const seen = await office.target(id);
    const as = (more: object) =>
      office.admin((ctx) => editPersonAndAddress(ctx, seen, { ...details(`thuy${count}@tram.example`), ...more }));
    await expect(as({ email: "lan@tram.example" })).rejects.toMatchObject({ reason: "email_taken" });
    await expect(as({ siteId: 9_999 })).rejects.toMatchObject({ reason: "place_unknown" });
  });
});

test("whoever was invited to an old address is invited to the new one, and both mailboxes hear of it", async () => {
  const id = await newcomer();
  await office.admin((ctx) => invitePerson(ctx, id));
  const seen = await office.target(id);
  await office.admin((ctx) => editPersonAndAddress(ctx, seen, details("moi@tram.example")));
  const letters = await office.owner.sql`select purpose, to_address, state from deliveries where person_id = ${id}`;
  expect(letters.map(({ purpose, state }) => `${purpose} ${state}`).sort()).toEqual([
    "address_changed waiting",
    "address_changed waiting",
    "invitation dropped",
    "invitation waiting",
  ]);
  expect((await office.person(id)).invitedAt).not.toBeNull();
});

describe("a grant", () => {
  test("is given, told to open pages, and not given twice", async () => {
    const id = await newcomer();
    await give(id);
    const target = await office.target(id);
    const again = { role: "reporter" as const, siteId: TAN_BINH, teamId: null, from: "2027-01-01", until: null };
    await expect(office.admin((ctx) => addGrant(ctx, target, again))).rejects.toMatchObject({
      reason: "grant_overlaps",
      detail: { from: DAY, until: null },
    });
    expect(await office.held(id)).toHaveLength(1);
  });

  test.each([
    [{ role: "reporter", siteId: 1 }, "role_not_there"],
    [{ role: "admin", siteId: TAN_BINH }, "role_not_there"],
    [{ role: "specialist", siteId: 1 }, "team_missing"],
    [{ role: "engineer", teamId: DOCUMENTS_TEAM }, "team_not_wanted"],
    [{ role: "specialist", siteId: 1, teamId: 999 }, "team_unknown"],
    [{ siteId: 9_999 }, "place_unknown"],
    [{ from: "2026-12-02", until: "2026-12-01" }, "ends_before_it_begins"],
    [{ from: "2026-01-02", until: "2026-02-01" }, "ends_in_the_past"],
  ] as const)("%o is refused: %s", async (more, reason) => {
    const id = await newcomer();
    await expect(give(id, more)).rejects.toMatchObject({ reason });
    expect(await office.held(id)).toEqual([]);
  });

  test("ends now, on a day, or is taken back when it had no day", async () => {
    const id = await newcomer();
    const [old, fresh] = [await give(id, { from: "2026-01-01" }), await give(id, { role: "ward_lead" })];
    const end = async (grantId: number, lastDay: string | null) => {
      const target = await office.target(id);
      await office.admin((ctx) => endGrant(ctx, target, { grantId, lastDay }));
    };
    await end(old, "2026-12-31");
    expect(await office.held(id)).toMatchObject([{ validUntil: "2026-12-31" }, { validUntil: null }]);
    await end(fresh, null);
    expect(await office.held(id)).toHaveLength(1);
    await end(old, null);
    expect(await office.held(id)).toMatchObject([{ validUntil: "2026-11-22" }]);
    expect((await office.audited(id)).map(({ action }) => action)).toEqual([
      "person.created",
      "grant.added",
      "grant.added",
      "grant.ended",
      "grant.taken_back",
      "grant.ended",
    ]);
  });

  test("that was to end goes on, unless the next one of its kind has begun by then", async () => {
    const id = await newcomer();
    const grantId = await give(id, { until: "2026-12-01" });
    const target = await office.target(id);
    await office.admin((ctx) => prolongGrant(ctx, target, { grantId, lastDay: "2026-12-15" }));
    await give(id, { from: "2026-12-20" });
    const next = await office.target(id);
    await expect(office.admin((ctx) => prolongGrant(ctx, next, { grantId, lastDay: null }))).rejects.toMatchObject({
      reason: "grant_overlaps",
    });
  });

  test.each(["thu", "son", "chau"] as const)("%s, no admin, gives nobody anything", async (name) => {
    const id = idOf(name);
    const target = await office.target(id);
    const grant = { role: "admin" as const, siteId: 1, teamId: null, from: DAY, until: null };
    await expect(office.as(name, `${DAY}T12:00+07:00`, (ctx) => addGrant(ctx, target, grant))).rejects.toMatchObject({
      refusal: "not_found",
    });
    await expect(
      office.as(name, `${DAY}T12:00+07:00`, ({ db }) =>
        db.execute("insert into grants (person_id, role, site_id, valid_from) values (61, 'admin', 1, '2026-01-01')"),
      ),
    ).rejects.toThrow();
    expect((await office.held(id)).map(({ role }) => role)).not.toContain("admin");
  });
});

test("open pages of whoever gains or loses a role are told to begin anew; a refused change tells nobody", async () => {
  const heard: string[] = [];
  const listening = await office.owner.sql.listen("tram_live", (payload) => heard.push(payload));
  const id = await newcomer();
  const grantId = await give(id);
  const stale = await office.target(idOf("mai"));
  const wrong = { role: "admin" as const, siteId: TAN_BINH, teamId: null, from: DAY, until: null };
  await expect(office.admin((ctx) => addGrant(ctx, stale, wrong))).rejects.toThrow();
  const target = await office.target(id);
  await office.admin((ctx) => endGrant(ctx, target, { grantId, lastDay: null }));
  await expect
    .poll(() => heard.map((payload) => JSON.parse(payload)).filter(({ p }) => p))
    .toEqual([{ p: id }, { p: id }]);
  await listening.unlisten();
});

describe("leaving", () => {
  test("now: out with the next request, and what was held is there again afterwards", async () => {
    const cookie = await signedIn(office.db, "mai");
    const read = () => readSession(office.db, cookie, new Date());
    expect(await read()).not.toBeNull();
    const target = await office.target(idOf("mai"));
    await office.admin((ctx) => disablePerson(ctx, target, "Nghỉ việc"));
    expect(await read()).toBeNull();
    const back = await office.target(idOf("mai"));
    await office.admin((ctx) => enablePerson(ctx, back));
    expect(await read()).toBeNull();
    expect(await office.held(idOf("mai"))).toHaveLength(1);
    expect((await office.audited(idOf("mai"))).map(({ action }) => action)).toEqual([
      "person.disabled",
      "person.enabled",
    ]);
  });

  test("on a day: still here on it, gone after it", async () => {
    const id = await newcomer();
    const target = await office.target(id);
    await office.admin((ctx) => planDeparture(ctx, target, { reason: "Nghỉ hưu", lastDay: "2026-11-30" }));
    await settleDuePeople(office.db, new Date("2026-11-30T23:59+07:00"));
    expect((await office.person(id)).disabledAt).toBeNull();
    await settleDuePeople(office.db, new Date("2026-12-01T00:01+07:00"));
    expect(await office.person(id)).toMatchObject({ disabledReason: "Nghỉ hưu", leavesOn: null });
    expect((await office.person(id)).disabledAt).not.toBeNull();
  });

  test("locked out: signed out everywhere, and free to sign in again", async () => {
    const cookie = await signedIn(office.db, "khoa");
    await office.admin((ctx) => revokeAllSessionsOf(ctx, idOf("khoa")));
    expect(await readSession(office.db, cookie, new Date())).toBeNull();
    expect((await office.person(idOf("khoa"))).disabledAt).toBeNull();
  });
});
