import { inArray, sql } from "drizzle-orm";
import type { Tx } from "#app/db/connect.server.ts";
import { actAs, type PersonCtx } from "#app/db/context.server.ts";
import { askForAccess } from "#app/domain/access/asking.server.ts";
import { decideSteps } from "#app/domain/access/deciding.server.ts";
import { listGaps } from "#app/domain/access/gaps.server.ts";
import { grantItems } from "#app/domain/access/granting.server.ts";
import { proveItem } from "#app/domain/access/proving.server.ts";
import { recordEntitlement } from "#app/domain/access/recording.server.ts";
import type { Basis } from "#app/domain/access/request.ts";
import { accessRights, systemOwners } from "#app/domain/access/schema.server.ts";
import { listItems, listSteps } from "#app/domain/access/steps.server.ts";
import { systems } from "#app/domain/directory/schema.server.ts";
import { type Person, SYSTEM } from "#app/domain/policy/actor.ts";
import { addDays, dateIn } from "#app/lib/time.ts";
import type { Directory } from "#drizzle/seed/demo/perform.ts";

const HOUR_MS = 3_600_000;
const OWNED = ["vb", "dancu"];
/** Rights that were there before Trạm; the rest is missing, and shows. */
const HAD = ["vb.account", "email.account", "tthc.account", "dvcqg.account", "datdai.account", "ansinh.account"];

/** Who had what before, and requests at every stage, in the ward of the demo's first people. */
export async function writeAccessLife(tx: Tx, directory: Directory, now: Date): Promise<void> {
  await actAs(tx, SYSTEM);
  const owned = await tx.select({ id: systems.id }).from(systems).where(inArray(systems.key, OWNED));
  const son = personOf(directory, "son@dx.example");
  await tx
    .insert(systemOwners)
    .values(owned.map(({ id }) => ({ systemId: id, personId: son.personId })))
    .onConflictDoNothing();
  const ward = directory.wards.get("tan-binh");
  if (ward === undefined) return;
  const rights = new Map((await tx.select().from(accessRights)).map(({ key, id }) => [key ?? "", id]));
  await recordWhatWasHad(tx, directory, { ward, now, rights });
  await writeRequests(tx, directory, { ward, now, rights });
  await actAs(tx, SYSTEM);
}

type World = { ward: number; now: Date; rights: ReadonlyMap<string, number> };

const personOf = ({ people }: Directory, email: string): Person => {
  const found = people.get(email);
  if (!found) throw new Error(`nobody is called ${email}`);
  return found;
};

/** So many hours ago, in somebody's name. */
async function as<T>(tx: Tx, actor: Person, at: Date, work: (ctx: PersonCtx) => Promise<T>): Promise<T> {
  await actAs(tx, actor);
  return work({ db: tx, actor, now: at, quiet: true });
}

async function recordWhatWasHad(tx: Tx, directory: Directory, { ward, now, rights }: World): Promise<void> {
  const minh = personOf(directory, "minh@dx.example");
  const had = HAD.map((key) => rights.get(key));
  const soon = addDays(dateIn(now), 21);
  await as(tx, minh, new Date(now.getTime() - 60 * 24 * HOUR_MS), async (ctx) => {
    const gaps = (await listGaps(ctx, ward)).filter(({ rightId }) => had.includes(rightId));
    for (const [at, { personId, rightId, position }] of gaps.entries()) {
      await recordEntitlement(ctx, {
        ...{ siteId: ward, personId, rightId, position, from: "2025-07-01", until: at === 0 ? soon : null },
        ...{ basis: {}, seen: true },
      });
    }
  });
}

async function writeRequests(tx: Tx, directory: Directory, world: World): Promise<void> {
  const { ward, now } = world;
  const [lan, chau, vinh] = ["lan", "chau", "vinh"].map((name) => personOf(directory, `${name}@tanbinh.example`));
  const [son, vy] = [personOf(directory, "son@dx.example"), personOf(directory, "vy@vendor.example")];
  if (!lan || !chau || !vinh) return;
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const ask = (hours: number, key: string, person: Person, position: string, words: string[], basis: Basis) =>
    as(tx, lan, ago(hours), async (ctx) => {
      const rightId = world.rights.get(key) ?? 0;
      const [tries = "", fails = ""] = words;
      const { number } = await askForAccess(ctx, {
        ...{ siteId: ward, tries, fails, basis, impact: "one_department", urgency: "today", fileIds: [] },
        items: [
          {
            ...{ kind: "grant", rightId, personId: person.personId, departmentId: await roomOf(tx, person), position },
            ...{ from: dateIn(ago(hours)), until: null, entitlementId: null },
          },
        ],
      });
      return number;
    });
  const decide = (hours: number, who: Person, number: number, verdict: "approved" | "refused", reason = "") =>
    as(tx, who, ago(hours), async (ctx) => {
      const step = (await listSteps(ctx, number)).find(({ state }) => state === "open");
      await decideSteps(ctx, { number }, { stepIds: [step?.id ?? 0], verdict, reason });
    });
  const done = async (hours: number, number: number, words: string) => {
    const [item] = await as(tx, vy, ago(hours), (ctx) => listItems(ctx, number));
    const itemIds = [item?.id ?? 0];
    await as(tx, vy, ago(hours), (ctx) => grantItems(ctx, { number }, { itemIds, done: words, fileIds: [] }));
    return itemIds[0] ?? 0;
  };

  const decision = { decisionNumber: "12/QĐ-UBND", decisionDate: "2026-11-02", regulation: "Quy chế làm việc, Điều 9" };
  const chief = ["Ký phát hành công văn đi của phường", "Không có nút Phát hành sau khi ký"];
  const publish = await ask(50, "vb.publish", chau, "Chánh Văn phòng HĐND và UBND", chief, decision);
  await decide(47, vinh, publish, "approved");
  await decide(45, son, publish, "approved");
  await done(26, publish, "Đã gán vai trò ký thừa lệnh và nút Phát hành cho tài khoản tranminhchau");

  const clerk = ["Nhận văn bản đến của phòng trước khi trình Trưởng phòng", "Văn bản đến đi thẳng, bỏ qua văn thư"];
  const proven = await ask(170, "vb.clerk", lan, "Văn thư", clerk, {});
  await decide(168, chau, proven, "approved");
  const item = await done(150, proven, "Đã tạo vai trò văn thư phòng, đặt luồng văn bản đến");
  await as(tx, lan, ago(146), (ctx) =>
    proveItem(
      ctx,
      { number: proven },
      { itemId: item, works: true, note: "Nhận được văn bản đến số 412", fileIds: [] },
    ),
  );
  const refused = await ask(80, "vb.draft", lan, "Văn thư", ["Soạn công văn thay chuyên viên", ""], {});
  await decide(76, chau, refused, "refused", "Văn thư không soạn văn bản; việc này của chuyên viên");
  await ask(3, "tthc.report", chau, "Chánh Văn phòng HĐND và UBND", ["Xem số hồ sơ trong tháng của phường", ""], {});
}

async function roomOf(tx: Tx, { personId }: Person): Promise<number | null> {
  const [row] = await tx.execute<{ room: number | null }>(sql`
    select s.path[3] as room from people p join sites s on s.id = p.site_id where p.id = ${personId}`);
  return row?.room ?? null;
}
