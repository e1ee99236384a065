import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { NOON, openSearchWorld } from "./search-world.ts";

const { world, as, page, find, file } = await openSearchWorld();
afterAll(() => world.close());

describe("odd input", () => {
  test.each([
    "",
    "   ",
    "%",
    "_",
    "\\",
    "'",
    '"',
    '"""',
    "(((",
    "a & | ! <-> :* b",
    "'; drop table tickets; --",
    "~zebra",
    "=x",
    "@2",
    "#1",
    "##0",
    "$11 | $12",
    "\u0000",
    "\ud83d",
    "👩‍💻 máy",
    "a".repeat(100_000),
    "( ".repeat(50_000),
    "x ".repeat(5_000),
    "\u0301",
    " \u0301 a",
    "1e5 0x1f -3.5",
    "2147483648 999999999",
    "<script>alert(1)</script>",
  ])("%j is answered with a page", async (q) => {
    const started = performance.now();
    expect((await page("minh", q)).rows).toBeInstanceOf(Array);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test("signs are not wildcards", async () => {
    await file("Chín mươi phần trăm");
    expect(await find("minh", "ch%n muoi")).toEqual([]);
    expect(await find("minh", "ch_n muoi")).toEqual([]);
  });

  test("long queries are cut, and say so", async () => {
    expect((await page("minh", "một hai ba bốn năm sáu bảy tám chín mười mười một")).cut).toBe(true);
    expect((await page("minh", "một hai")).cut).toBe(false);
  });

  test("nobody reads the words themselves", async () => {
    await expect(as("thu", NOON, (ctx) => ctx.db.execute(sql`select * from ticket_words`))).rejects.toThrow();
    await expect(as("thu", NOON, (ctx) => ctx.db.execute(sql`select tram_gather_words(1, 2)`))).rejects.toThrow();
  });
});
