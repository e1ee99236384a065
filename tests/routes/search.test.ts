import type { AppLoadContext } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SearchPage } from "#app/domain/tickets/search/search.ts";
import { loader } from "#app/routes/search.tsx";
import { castOf, type Name, seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";
import { signedIn } from "#tests/support/signed-in.ts";

const world = await openTestDatabase();
const { open } = castOf(world.db);
let number: number;
beforeAll(async () => {
  await seedCast(world.db);
  number = (await open("lan", undefined, { title: "Máy quét <b>xã</b> Thạnh Hoà" })).number;
});
afterAll(() => world.close());

type Answer = { data: { q: string; found: SearchPage; unknown: boolean }; init: { status?: number } | null };

async function get(name: Name | null, search: string): Promise<Answer> {
  const headers = new Headers(name ? { Cookie: await signedIn(world.db, name) } : {});
  const request = new Request(`http://h/search?${search}`, { headers });
  const context = { db: world.db, nonce: "n", requestId: "r", peer: "127.0.0.1" } as AppLoadContext;
  return (await loader({ request, context, params: {} })) as unknown as Answer; // safe because the loader answers with data()
}

test("the page shows what was found, as pieces of text", async () => {
  const { data, init } = await get("minh", "q=may+quet");
  expect(init?.status).toBe(200);
  expect(data.found.rows[0]).toMatchObject({
    number,
    titlePieces: [
      { text: "Máy quét", hit: true },
      { text: " <b>xã</b> Thạnh Hoà", hit: false },
    ],
  });
});

test("a stranger is asked to sign in, somebody of another ward finds nothing", async () => {
  await expect(get(null, "q=may")).rejects.toMatchObject({ status: 302 });
  expect((await get("tuan", "q=may+quet")).data.found).toMatchObject({ rows: [], count: 0, next: null });
});

test("a number leads straight to its ticket, for whoever may see it", async () => {
  for (const q of [`${number}`, `%23${number}`, ` ${number} `]) {
    const led = await get("minh", `q=${q}`).catch((thrown) => thrown);
    expect([led.status, led.headers?.get("Location")], q).toEqual([302, `/tickets/${number}`]);
  }
  expect((await get("tuan", `q=${number}`)).data.found.rows).toEqual([]);
  expect((await get("minh", `q="${number}"`)).data.found.rows).toHaveLength(1);
  expect((await get("minh", `q=${number}&status=new`)).data.found.rows).toHaveLength(1);
  expect((await get("minh", "q=99999")).data.found.rows).toEqual([]);
});

test("without words the page only explains itself", async () => {
  for (const search of ["", "q=", "q=%20%20", "q=%22%22"])
    expect((await get("minh", search)).data.found).toMatchObject({ rows: [], count: 0 });
});

test.each(["sort=urgent", "status=gone", "after=0.1", "after=1%27", "site=x", "status=new&kind=nothing"])(
  "a condition that cannot be read is left out and said so: %s",
  async (search) => {
    const { data, init } = await get("minh", `q=may+quet&${search}`);
    expect([init?.status, data.unknown]).toEqual([400, true]);
    expect(data.found.rows.length).toBeLessThanOrEqual(1);
  },
);

test("what was typed comes back in one line, no longer than is looked for", async () => {
  const { data } = await get("minh", `q=${encodeURIComponent(`máy\u0000\nquét ${"x".repeat(500)}`.normalize("NFD"))}`);
  expect(data.q).toMatch(/^máy quét x+$/);
  expect(data.q.length).toBeLessThanOrEqual(200);
  expect(data.found.cut).toBe(true);
});
