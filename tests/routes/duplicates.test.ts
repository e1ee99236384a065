import "#tests/support/own-data-dir.ts";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { markDuplicate } from "#app/domain/tickets/duplicates.server.ts";
import { vi as w } from "#app/i18n/vi.ts";
import { ORIGIN } from "#tests/http/small-app.ts";
import { startBuiltApp } from "#tests/security/built-app.ts";
import { castOf, idOf, type Name, seedCast } from "#tests/support/cast.ts";
import { signedIn } from "#tests/support/signed-in.ts";
import { hidden } from "#tests/support/visitor.ts";

const world = await startBuiltApp();
const { as, open, reload, events } = castOf(world.db);
const cookies = new Map<Name, string>();
beforeAll(async () => {
  await seedCast(world.db);
  for (const name of ["lan", "mai", "hoa", "minh", "khoa", "thu"] as const)
    cookies.set(name, await signedIn(world.db, name));
});
afterAll(() => world.stop());

const now = () => new Date().toISOString();
const cookieOf = (name: Name) => ({ cookie: cookies.get(name) ?? "" });
/** The page as it is read, without what it hands to scripts. */
const page = async (name: Name, path: string) =>
  (await world.app.fetch(path, { headers: cookieOf(name) })).body.split("window.__remixContext")[0] ?? "";
const boxOf = (name: Name) => new RegExp(`name="mentions"[^>]*value="${idOf(name)}"`);
type Fields = Record<string, string | number | readonly number[]>;
async function post(name: Name, path: string, fields: Fields) {
  const entries = Object.entries({ commandId: randomUUID(), ...fields });
  const body = String(
    new URLSearchParams(entries.flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)]))),
  );
  const answer = await world.app.post(path, { origin: ORIGIN, ...cookieOf(name) }, body);
  return { status: answer.status, to: answer.headers.location ?? null, html: answer.body };
}

let first: number;
let second: number;
beforeEach(async () => {
  first = (await open("lan", now())).number;
  second = (await open("mai", now())).number;
});

describe("by forms alone", () => {
  test("the page of either offers the other with what follows, and one press ends the younger", async () => {
    const html = await page("minh", `/tickets/${first}`);
    expect(html).toContain(w.ticket.duplicate.ends(second, first));
    const form = html.slice(html.indexOf(`action="/tickets/${second}/mark-duplicate"`));
    expect(hidden(form, "of")).toBe(String(first));
    const fields = { version: hidden(form, "version"), of: first, stay: first };
    const done = await post("minh", `/tickets/${second}/mark-duplicate`, fields);
    expect(done).toMatchObject({ status: 302, to: `/tickets/${first}?done=ticket.mark_duplicate` });
    const after = await page("minh", done.to ?? "");
    expect(after).toContain(`${w.ticket.duplicate.alsoTerm}: ${w.ticket.duplicate.also(1, 1)}`);
    expect(after).toContain(w.ticket.done.mark_duplicate);
    expect(after).toContain(`action="/tickets/${first}/undo"`);
    expect((await post("minh", `/tickets/${first}/undo`, {})).to).toBe(`/tickets/${first}?done=ticket.undo`);
    expect(await reload(second)).toMatchObject({ status: "new", duplicateOf: null });
  });

  test("the menu asks for a number, and a wrong one comes back as it was typed", async () => {
    expect(await page("minh", `/tickets/${second}`)).toContain(`/tickets/${second}/mark-duplicate`);
    expect(await page("minh", `/tickets/${second}/mark-duplicate`)).toContain(w.ticket.duplicate.endsThis);
    const wrong = await post("minh", `/tickets/${second}/mark-duplicate`, { of: "999999" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(w.refusal.link_target_unknown);
    expect(hidden(wrong.html.slice(wrong.html.indexOf("<dialog")), "of")).toBe("999999");
    expect((await post("minh", `/tickets/${second}/mark-duplicate`, { of: `#${first}` })).status).toBe(302);
  });

  test("of two wards it is refused in words, and a link is proposed", async () => {
    const foreign = await open("hoa", now(), { siteId: 3 });
    const refused = await post("thu", `/tickets/${second}/mark-duplicate`, { of: foreign.number });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(w.refusal.duplicate_other_ward);
    const unseen = await post("minh", `/tickets/${second}/mark-duplicate`, { of: foreign.number });
    expect(unseen.html).toContain(w.refusal.link_target_unknown);
    expect(unseen.html).not.toContain(w.refusal.duplicate_other_ward);
  });

  test("whoever reports does not see the form and cannot send it", async () => {
    expect(await page("lan", `/tickets/${first}`)).not.toContain("mark-duplicate");
    expect((await post("lan", `/tickets/${first}/mark-duplicate`, { of: second })).status).not.toBe(302);
    expect((await post("hoa", `/tickets/${first}/mark-duplicate`, { of: second })).status).toBe(404);
    expect(await events(first)).toHaveLength(1);
  });
});

describe("on a duplicate", () => {
  beforeEach(() => as("minh", now(), (ctx) => markDuplicate(ctx, { number: second }, first)));

  test("it says where it goes on, and words go there", async () => {
    const html = await page("mai", `/tickets/${second}`);
    expect(html).toContain(w.ticket.duplicate.title(first));
    expect(html).toContain(w.tickets.duplicateOf(first));
    expect(html).toContain(w.ticket.duplicate.replies(first));
    expect(/<form[^>]*id="say"/.exec(html)?.[0]).toContain(`action="/tickets/${first}"`);
    expect((await post("mai", `/tickets/${first}`, { body: "Vẫn chưa được" })).status).toBe(302);
    expect(await page("lan", `/tickets/${first}`)).toContain("Vẫn chưa được");
  });

  test("words from a page of before are not lost, and their box leads to the original", async () => {
    const late = await post("mai", `/tickets/${second}`, { body: "Em gõ từ nãy giờ" });
    expect(late.status).toBe(409);
    expect(late.html).toContain(w.refusal.duplicate);
    expect(late.html).toContain("Em gõ từ nãy giờ</textarea>");
    expect(/<form[^>]*id="say"/.exec(late.html)?.[0]).toContain(`action="/tickets/${first}"`);
  });

  test("lists and filters tell it apart from what was cancelled", async () => {
    expect(await page("mai", "/tickets?status=duplicate")).toContain(w.tickets.duplicateOf(first));
    expect(await page("mai", "/tickets?status=cancelled")).not.toContain(w.tickets.duplicateOf(first));
    expect(await page("minh", "/queue")).not.toContain(`ticket-${second}`);
  });

  test("whoever stops following the original has left it, and is told so where they land", async () => {
    const left = await post("mai", `/tickets/${first}/unfollow`, {});
    expect(left).toMatchObject({ status: 302, to: "/?done=unfollowed" });
    const home = await world.app.fetch(left.to ?? "", { headers: cookieOf("mai") });
    expect(home.headers.location).toBe("/tickets?done=unfollowed");
    expect(await page("mai", home.headers.location ?? "")).toContain(w.flash.unfollowed);
    expect((await world.app.fetch(`/tickets/${first}`, { headers: cookieOf("mai") })).status).toBe(404);
  });

  test("another engineer takes it back from the page of the ticket", async () => {
    const html = await page("khoa", `/tickets/${second}`);
    expect(html).toContain(w.ticket.action.unmark_duplicate);
    expect(await page("mai", `/tickets/${second}`)).not.toContain(`/tickets/${second}/unmark-duplicate`);
    const { version } = await reload(second);
    const done = await post("khoa", `/tickets/${second}/unmark-duplicate`, { version });
    expect(done.to).toBe(`/tickets/${second}?done=ticket.unmark_duplicate`);
    expect((await world.app.fetch(`/tickets/${first}`, { headers: cookieOf("mai") })).status).toBe(404);
  });
});

describe("people named in a note", () => {
  const note = (mentions: readonly number[], body = "Nhờ @Vũ Đăng Khoa xem") =>
    post("minh", `/tickets/${first}`, { visibility: "internal", body, mentions });

  test("are offered as boxes without a script, kept as ids, and shown in the text", async () => {
    const html = await page("minh", `/tickets/${first}`);
    expect(html).toMatch(boxOf("khoa"));
    expect(html).not.toMatch(boxOf("tuan"));
    expect(await page("lan", `/tickets/${first}`)).not.toContain('name="mentions"');
    expect((await note([idOf("khoa"), idOf("thu")])).status).toBe(302);
    expect((await events(first)).at(-1)?.data).toEqual({ mentions: [idOf("khoa"), idOf("thu")] });
    const shown = await page("khoa", `/tickets/${first}`);
    expect(shown).toMatch(/<mark[^>]*>@Vũ Đăng Khoa<\/mark>/);
    expect(shown.replace(/<!-- -->/g, "")).toContain(`${w.ticket.mention.tell}: Võ Minh Thu`);
  });

  test("must be able to read it, or nothing is saved and nothing typed is lost", async () => {
    for (const outsider of ["tuan", "lan"] as const) {
      const refused = await note([idOf("khoa"), idOf(outsider)]);
      expect(refused.status).toBe(422);
      expect(refused.html).toContain(w.refusal.mention_cannot_read);
      expect(refused.html).toContain("Nhờ @Vũ Đăng Khoa xem</textarea>");
      expect(refused.html).toMatch(new RegExp(`name="mentions"[^>]*checked=""[^>]*value="${idOf("khoa")}"`));
    }
    expect(await events(first)).toHaveLength(1);
  });

  test("a reply to everybody names nobody", async () => {
    await post("minh", `/tickets/${first}`, { visibility: "public", body: "Đang xem", mentions: [idOf("khoa")] });
    expect((await events(first)).at(-1)).toMatchObject({ type: "ticket.replied", data: {} });
  });
});
