import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inContext } from "#app/db/context.server.ts";
import { listDepartments, listSystems, listWards } from "#app/domain/directory/catalog.server.ts";
import { people, sites, systems } from "#app/domain/directory/schema.server.ts";
import { SYSTEM } from "#app/domain/policy/actor.ts";
import { listGrants } from "#app/domain/policy/grants.server.ts";
import { seedDemoPeople } from "#drizzle/seed/people.ts";
import { permitDemo } from "#drizzle/seed/permit.ts";
import { seedReference } from "#drizzle/seed/reference.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const NOW = new Date("2026-11-23T02:00:00Z");
const embedded = permitDemo({});
let database: Awaited<ReturnType<typeof openTestDatabase>>;
const asSystem = <T>(work: Parameters<typeof inContext<T>>[3]) => inContext(database.db, SYSTEM, NOW, work);

beforeAll(async () => {
  database = await openTestDatabase();
  await seedReference(database.db, NOW);
});
afterAll(() => database?.close());

describe("reference data", () => {
  test("has the 168 units of the city: 113 phường, 54 xã and Côn Đảo", async () => {
    const kinds = await asSystem(({ db }) =>
      db
        .select({ kind: sites.unitKind, units: count() })
        .from(sites)
        .where(eq(sites.kind, "ward"))
        .groupBy(sites.unitKind),
    );
    expect(Object.fromEntries(kinds.map((row) => [row.kind, row.units]))).toEqual({ phuong: 113, xa: 54, dac_khu: 1 });
  });

  test("gives every unit its path and its four rooms, and every system a team", async () => {
    const wards = await asSystem((ctx) => listWards(ctx));
    expect(wards).toHaveLength(168);
    expect(wards.every((ward) => ward.name === ward.name.normalize("NFC"))).toBe(true);
    const [broken] = await asSystem(({ db }) =>
      db
        .select({ sites: count() })
        .from(sites)
        .where(
          sql`path[cardinality(path)] <> id or cardinality(path) <> case kind when 'city' then 1 when 'ward' then 2 else 3 end`,
        ),
    );
    expect(broken?.sites).toBe(0);
    const [rooms] = await asSystem(({ db }) =>
      db.select({ n: count() }).from(sites).where(eq(sites.kind, "department")),
    );
    expect(rooms?.n).toBe(168 * 4);
    expect((await asSystem((ctx) => listSystems(ctx))).length).toBeGreaterThanOrEqual(28);
  });

  test("calls the economic room of a xã by its shorter name", async () => {
    const [xa] = await asSystem(({ db }) => db.select().from(sites).where(eq(sites.slug, "ba-diem")));
    const names = (await asSystem((ctx) => listDepartments(ctx, xa?.id ?? 0))).map((room) => room.name);
    expect(names).toContain("Phòng Kinh tế");
    expect(names).not.toContain("Phòng Kinh tế, Hạ tầng và Đô thị");
  });

  test("is the same after a second run, and leaves what the office changed", async () => {
    await asSystem(({ db }) => db.update(systems).set({ name: "Văn bản của phường" }).where(eq(systems.key, "vb")));
    await seedReference(database.db, NOW);
    const [all] = await asSystem(({ db }) => db.select({ n: count() }).from(sites));
    expect(all?.n).toBe(1 + 168 + 168 * 4);
    const [vb] = await asSystem(({ db }) => db.select().from(systems).where(eq(systems.key, "vb")));
    expect(vb?.name).toBe("Văn bản của phường");
  });
});

describe("demo people", () => {
  test("come once, with the roles that the sign-in page promises", async () => {
    expect(await seedDemoPeople(database.db, NOW, embedded)).toBe(true);
    expect(await seedDemoPeople(database.db, NOW, embedded)).toBe(true);
    const rows = await asSystem(({ db }) => db.select().from(people));
    expect(rows).toHaveLength(12);
    const rolesOf = async (email: string) => {
      const person = rows.find((row) => row.email === email);
      return (await asSystem(({ db }) => listGrants(db, person?.id ?? 0, NOW))).map(
        (grant) => `${grant.role}@${grant.siteKind}`,
      );
    };
    expect(await rolesOf("lan@tanbinh.example")).toEqual(["reporter@ward"]);
    expect(await rolesOf("thu@dx.example")).toEqual(["coordinator@city"]);
    expect(await rolesOf("son@dx.example")).toEqual(["manager@city"]);
    expect(await rolesOf("vy@vendor.example")).toEqual(["specialist@city"]);
    expect(await rolesOf("phuc@dx.example")).toEqual(["engineer@ward", "engineer@ward", "specialist@city"]);
  });

  test("are refused to a database that real people use", async () => {
    const real = await openTestDatabase();
    try {
      await seedReference(real.db, NOW);
      await real.owner
        .sql`insert into people (full_name, email, created_at) values ('Nguyễn Văn An', 'an@tphcm.gov.vn', now())`;
      expect(await seedDemoPeople(real.db, NOW, embedded)).toBe(false);
      const [row] = await real.owner.sql`select count(*)::int as people from people`;
      expect(row?.people).toBe(1);
    } finally {
      await real.close();
    }
  });

  test("need an embedded database or the operator's word", () => {
    const url = "postgres://tram@db/tram";
    expect(() => permitDemo({ DATABASE_URL: url })).toThrow("TRAM_DEMO=1");
    expect(() => permitDemo({ TRAM_DEMO: false })).toThrow("TRAM_DEMO=1");
    expect(permitDemo({ DATABASE_URL: url, TRAM_DEMO: true })).toBeTruthy();
    expect(permitDemo({})).toBeTruthy();
  });
});
