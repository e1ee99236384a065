import { asc, eq } from "drizzle-orm";
import type { Db } from "#app/db/connect.server.ts";
import { inContext, type PersonCtx } from "#app/db/context.server.ts";
import { people, sites, systems, teams } from "#app/domain/directory/schema.server.ts";
import type { Person } from "#app/domain/policy/actor.ts";
import { listGrants } from "#app/domain/policy/grants.server.ts";
import type { Role } from "#app/domain/policy/roles.ts";
import { grants } from "#app/domain/policy/schema.server.ts";
import { type OpenTicket, openTicket } from "#app/domain/tickets/opening.server.ts";
import { type Ticket, ticketEvents, tickets } from "#app/domain/tickets/schema.server.ts";

const SINCE = "2025-07-01";
const CITY = 1;
export const TAN_BINH = 2;
export const BINH_HUNG_HOA = 3;
export const VAN_PHONG = 4;
export const KINH_TE = 5;
export const DOCUMENTS_TEAM = 1;
export const DOCUMENTS = 1;
export const ONE_STOP = 2;

/** Who is who: two wards of one city, their people, and the people who help them. */
const CAST = {
  lan: { id: 11, name: "Nguyễn Thị Lan", siteId: VAN_PHONG, roles: [["reporter", TAN_BINH]] },
  mai: { id: 12, name: "Trần Thị Mai", siteId: KINH_TE, roles: [["reporter", TAN_BINH]] },
  chau: { id: 13, name: "Lê Minh Châu", siteId: TAN_BINH, roles: [["ward_lead", TAN_BINH]] },
  head: {
    id: 14,
    name: "Đặng Văn Phòng",
    siteId: VAN_PHONG,
    roles: [
      ["reporter", TAN_BINH],
      ["ward_lead", VAN_PHONG],
    ],
  },
  hoa: { id: 21, name: "Phạm Thị Hoa", siteId: BINH_HUNG_HOA, roles: [["reporter", BINH_HUNG_HOA]] },
  minh: { id: 31, name: "Trần Văn Minh", siteId: CITY, roles: [["engineer", TAN_BINH]] },
  khoa: { id: 32, name: "Vũ Đăng Khoa", siteId: CITY, roles: [["engineer", TAN_BINH]] },
  tuan: { id: 33, name: "Lê Anh Tuấn", siteId: CITY, roles: [["engineer", BINH_HUNG_HOA]] },
  vy: { id: 41, name: "Đỗ Khánh Vy", siteId: CITY, roles: [["specialist", CITY]] },
  thu: { id: 51, name: "Võ Minh Thu", siteId: CITY, roles: [["coordinator", CITY]] },
  son: { id: 61, name: "Huỳnh Ngọc Sơn", siteId: CITY, roles: [["manager", CITY]] },
  admin: { id: 71, name: "Quản Trị", siteId: CITY, roles: [["admin", CITY]] },
} as const satisfies Record<
  string,
  { id: number; name: string; siteId: number; roles: readonly (readonly [Role, number])[] }
>;
export type Name = keyof typeof CAST;
export const idOf = (name: Name) => CAST[name].id;

export async function seedCast(db: Db): Promise<void> {
  await inContext(db, { kind: "system" }, new Date(), async ({ db: tx }) => {
    const site = (id: number, name: string, path: number[], more: Partial<typeof sites.$inferInsert>) => ({
      id,
      name,
      path,
      parentId: path.at(-2) ?? null,
      validFrom: SINCE,
      kind: "department" as const,
      ...more,
    });
    await tx.insert(sites).values(site(CITY, "Thành phố Hồ Chí Minh", [CITY], { kind: "city" }));
    await tx.insert(sites).values([
      site(TAN_BINH, "Tân Bình", [CITY, TAN_BINH], { kind: "ward", unitKind: "phuong", slug: "tan-binh" }),
      site(BINH_HUNG_HOA, "Bình Hưng Hòa", [CITY, BINH_HUNG_HOA], {
        kind: "ward",
        unitKind: "phuong",
        slug: "binh-hung-hoa",
      }),
    ]);
    await tx
      .insert(sites)
      .values([
        site(VAN_PHONG, "Văn phòng HĐND và UBND", [CITY, TAN_BINH, VAN_PHONG], {}),
        site(KINH_TE, "Phòng Kinh tế, Hạ tầng và Đô thị", [CITY, TAN_BINH, KINH_TE], {}),
      ]);
    await tx
      .insert(teams)
      .values({ id: DOCUMENTS_TEAM, key: "vb", name: "Nhóm Quản lý văn bản", nameEn: "Documents team" });
    await tx.insert(systems).values([
      { id: DOCUMENTS, key: "vb", name: "Quản lý văn bản", nameEn: "Documents", teamId: DOCUMENTS_TEAM, sort: 1 },
      { id: ONE_STOP, key: "tthc", name: "Một cửa", nameEn: "One-stop", teamId: DOCUMENTS_TEAM, sort: 2 },
    ]);
    for (const [key, { id, name, siteId, roles }] of Object.entries(CAST)) {
      await tx
        .insert(people)
        .values({ id, fullName: name, email: `${key}@tram.example`, siteId, createdAt: new Date() });
      for (const [role, at] of roles) {
        const teamId = role === "specialist" ? DOCUMENTS_TEAM : null;
        await tx.insert(grants).values({ personId: id, role, siteId: at, teamId, validFrom: SINCE });
      }
    }
  });
}

/** Speaks for people of the cast: each call is one committed transaction, as one request is. */
export function castOf(db: Db) {
  const actorOf = async (name: Name, now: Date): Promise<Person> => {
    const { id, name: fullName } = CAST[name];
    const held = await inContext(db, { kind: "system" }, now, (ctx) => listGrants(ctx.db, id, now));
    return { kind: "person", personId: id, name: fullName, lang: "vi", grants: held };
  };
  const as = async <T>(name: Name, iso: string, work: (ctx: PersonCtx) => Promise<T>): Promise<T> => {
    const now = new Date(iso);
    const actor = await actorOf(name, now);
    return inContext(db, actor, now, (ctx) => work({ ...ctx, actor }));
  };
  const asSystem = <T>(work: Parameters<typeof inContext<T>>[3]) => inContext(db, { kind: "system" }, new Date(), work);
  return {
    as,
    asSystem,
    actorOf,
    /** Lan reports that she cannot publish, unless told otherwise. */
    open: (name: Name = "lan", iso = "2026-11-02T08:05+07:00", more: Partial<OpenTicket> = {}): Promise<Ticket> =>
      as(name, iso, async (ctx) => {
        const { number } = await openTicket(ctx, { ...someTicket, ...more });
        return reload(ctx, number);
      }),
    reload: (number: number): Promise<Ticket> => asSystem((ctx) => reload(ctx, number)),
    events: (number: number) =>
      asSystem((ctx) =>
        ctx.db
          .select({
            type: ticketEvents.type,
            data: ticketEvents.data,
            actorId: ticketEvents.actorId,
            version: ticketEvents.version,
          })
          .from(ticketEvents)
          .where(eq(ticketEvents.ticketNumber, number))
          .orderBy(asc(ticketEvents.id)),
      ),
  };
}

async function reload(ctx: Pick<PersonCtx, "db">, number: number): Promise<Ticket> {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.number, number));
  if (!ticket) throw new Error(`no ticket ${number}`);
  return ticket;
}

export const someTicket: OpenTicket = {
  siteId: TAN_BINH,
  kind: "software_error",
  systemId: DOCUMENTS,
  title: "Không ký phát hành được văn bản",
  body: "Bấm ký phát hành thì báo không có quyền",
  answers: {},
  impact: "one_department",
  urgency: "today",
  peopleWaiting: 0,
  occurredAt: null,
  writtenAt: null,
  affectedPersonId: null,
  affectedName: null,
  affectedPosition: null,
  fileIds: [],
};
