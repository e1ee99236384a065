import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asking } from "#tests/routes/asking.ts";
import { seedCast } from "#tests/support/cast.ts";
import { openTestDatabase } from "#tests/support/db.ts";

const world = await openTestDatabase();
const { get } = asking(world.db);
beforeAll(() => seedCast(world.db));
afterAll(() => world.close());

/** The pages as a process of this kind has them: the settings are read once, when they are first imported. */
async function pagesIn(mode: "development" | "production" | "test") {
  vi.resetModules();
  process.env.NODE_ENV = mode;
  const [{ loader: page }, { loader: frame }] = await Promise.all([
    import("#app/routes/mail-preview.tsx"),
    import("#app/routes/mail-preview.html.ts"),
  ]);
  return { page, frame };
}

test("a developer sees every template in both languages under every setting", async () => {
  const { page, frame } = await pagesIn("development");
  const first = await get(page, null, "/mail-preview");
  const { choices } = first.body as { choices: Record<"purpose" | "lang" | "content", string[]> };
  for (const purpose of choices.purpose)
    for (const lang of choices.lang)
      for (const content of choices.content) {
        const query = new URLSearchParams({ purpose, lang, content });
        const { body } = await get(page, null, `/mail-preview?${query}`);
        expect(body).toMatchObject({
          wish: { purpose, lang, content },
          text: expect.stringContaining("Nguyễn Thị Lan"),
        });
        const html = await get(frame, null, `/mail-preview/html?${query}`);
        expect(String(html.body)).toContain("Nguyễn Thị Lan");
        expect(html.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'.*sandbox/);
      }
  expect((await get(page, null, "/mail-preview?purpose=spam&lang=xx")).body).toMatchObject({
    wish: { purpose: "ticket", lang: "vi", content: "nothing" },
  });
});

test.each(["production", "test"] as const)("elsewhere (%s) there is no such page", async (mode) => {
  const { page, frame } = await pagesIn(mode);
  for (const by of [null, "admin"] as const)
    for (const loader of [page, frame]) expect((await get(loader, by, "/mail-preview")).status).toBe(404);
});
