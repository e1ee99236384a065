import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignTicket, takeTicket } from "#app/domain/tickets/assignment.server.ts";
import { noteOnTicket, replyToTicket } from "#app/domain/tickets/conversation.server.ts";
import { joinTicket } from "#app/domain/tickets/followers.server.ts";
import { gatherDueWords } from "#app/domain/tickets/search/search-words.server.ts";
import { BINH_HUNG_HOA, idOf, type Name } from "#tests/support/cast.ts";
import { NOON, openSearchWorld } from "./search-world.ts";

const { world, as, page, find, file } = await openSearchWorld();
afterAll(() => world.close());

describe("reach", () => {
  test.each<[Name, boolean]>([
    ["lan", true],
    ["mai", false],
    ["chau", true],
    ["head", true],
    ["hoa", false],
    ["minh", true],
    ["tuan", false],
    ["vy", false],
    ["thu", true],
    ["son", true],
    ["admin", false],
  ])("Lan's ticket is found by %s: %s", async (name, expected) => {
    const number = await file("Quạt trần xoay chậm");
    expect((await find(name, "quạt trần")).includes(number)).toBe(expected);
    const none = await page(name, "quạt trần");
    if (!expected) expect([none.count, none.next, none.stopped]).toEqual([0, null, false]);
  });

  test("whoever joins or follows a ticket finds it, also its later words", async () => {
    const number = await file("Rèm cửa rơi xuống");
    await as("mai", NOON, (ctx) => joinTicket(ctx, { number, peopleWaiting: 0 }));
    await as(
      "minh",
      NOON,
      async (ctx) => void (await replyToTicket(ctx, { number }, { body: "Mang thang nhôm sang" })),
    );
    expect(await find("mai", "rèm cửa")).toEqual([number]);
    expect(await find("mai", "thang nhôm")).toEqual([number]);
  });

  test("a handed over ticket is found by the second line, with its notes", async () => {
    const number = await file("Bảng điện tử tối om");
    expect(await find("vy", "bảng điện tử")).toEqual([]);
    await world.owner.sql`update tickets set team_id = 1 where number = ${number}`;
    await as("minh", NOON, (ctx) => noteOnTicket(ctx, { number }, { body: "Nghi cháy cầu chì" }));
    expect(await find("vy", "bảng điện tử")).toEqual([number]);
    expect(await find("vy", "cầu chì")).toEqual([number]);
  });

  test("moving to another ward takes the ticket from one ward's searches into the other's", async () => {
    const number = await file("Ổ khoá tủ kẹt");
    await world.owner.sql`update tickets set site_id = ${BINH_HUNG_HOA}, department_id = null where number = ${number}`;
    expect(await find("minh", "o khoa tu")).toEqual([]);
    expect(await find("tuan", "o khoa tu")).toEqual([number]);
  });
});

describe("internal notes", () => {
  const SECRET = "Tài khoản dùng chung trái phép zebra";
  let number: number;
  beforeAll(async () => {
    number = await file("Xin mở tài khoản lưu trữ");
    await as("mai", NOON, (ctx) => joinTicket(ctx, { number, peopleWaiting: 0 }));
    await as("minh", NOON, async (ctx) => {
      const noted = await noteOnTicket(ctx, { number }, { body: SECRET });
      await ctx.db.execute(sql`insert into files (id, ticket_number, message_id, uploader_id, name, mime, size_bytes, sha256, created_at)
        select gen_random_uuid(), ${number}, m.id, ${idOf("minh")}, 'okapi.png', 'image/png', 1, 'x', now()
        from messages m join ticket_events e on e.message_id = m.id where e.id = ${noted.eventId}`);
    });
  });

  test.each<[Name, boolean]>([
    ["lan", false],
    ["mai", false],
    ["chau", false],
    ["head", false],
    ["hoa", false],
    ["tuan", false],
    ["vy", false],
    ["admin", false],
    ["minh", true],
    ["khoa", true],
    ["thu", true],
    ["son", true],
  ])("are found by %s: %s", async (name, expected) => {
    for (const q of [
      "zebra",
      "trái phép",
      '"dung chung"',
      "lưu trữ zebra",
      "zeb",
      "okapi",
      "okapi png",
      "phep luu tru",
    ]) {
      const found = await page(name, q);
      expect(
        found.rows.map((row) => row.number),
        q,
      ).toEqual(expected ? [number] : []);
      expect([found.count, found.next, found.guessed && !expected], q).toEqual([expected ? 1 : 0, null, false]);
      expect(JSON.stringify(found).includes("zebra") || JSON.stringify(found).includes("okapi"), q).toBe(expected);
    }
  });

  test("show where the words stood", async () => {
    const [row] = (await page("minh", "trai phep zebra")).rows;
    expect(row?.snippet).toMatchObject({
      in: "note",
      pieces: expect.arrayContaining([{ text: "trái phép zebra", hit: true }]),
    });
    expect((await page("minh", "okapi")).rows[0]?.snippet?.in).toBe("file");
  });

  test("stay the same to a reader of no notes: a word of the ticket is found, without the note's", async () => {
    const [row] = (await page("lan", "tài khoản")).rows.filter((one) => one.number === number);
    expect(row?.snippet?.in).not.toBe("note");
  });

  test("an engineer of one ward who reports in another finds notes only in the first", async () => {
    await world.owner
      .sql`insert into grants (person_id, role, site_id, valid_from) values (${idOf("tuan")}, 'ward_lead', 2, '2025-01-01')`;
    expect(await find("tuan", "lưu trữ")).toEqual([number]);
    expect(await find("tuan", "zebra")).toEqual([]);
    await world.owner.sql`delete from grants where person_id = ${idOf("tuan")} and role = 'ward_lead'`;
  });
});

describe("what changes", () => {
  test("an assignee's name leads to the ticket, until somebody else has it", async () => {
    const number = await file("Máy tính tiền hỏng");
    await as("minh", NOON, (ctx) => takeTicket(ctx, { number }));
    expect(await find("thu", "tính tiền trần văn minh")).toEqual([number]);
    await as("thu", NOON, (ctx) => assignTicket(ctx, { number }, idOf("khoa")));
    expect(await find("thu", "tính tiền trần văn minh")).toEqual([]);
    expect(await find("thu", "tính tiền đăng khoa")).toEqual([number]);
  });

  test("a new name is found once the job has gathered it", async () => {
    const number = await file("Máy đếm tiền kẹt", {}, "mai");
    await world.owner.sql`update people set full_name = 'Trần Thị Quỳnh Như' where id = ${idOf("mai")}`;
    expect(await find("thu", "đếm tiền quỳnh như")).toEqual([]);
    expect(await gatherDueWords(world.db, new Date())).toBeGreaterThan(0);
    expect(await gatherDueWords(world.db, new Date())).toBe(0);
    expect(await find("thu", "đếm tiền quỳnh như")).toEqual([number]);
    await world.owner.sql`update people set full_name = 'Trần Thị Mai' where id = ${idOf("mai")}`;
  });

  test("gathering everything again changes nothing", async () => {
    const words = () => world.owner.sql`
      select ticket_number, array(select lexeme from unnest(words) order by lexeme) as lexemes from ticket_words order by 1`;
    await gatherDueWords(world.db, new Date());
    const before = [...(await words())];
    await world.owner.sql.unsafe("call tram_reindex_words(3)");
    expect([...(await words())]).toEqual(before);
  });
});
