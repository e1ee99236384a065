import { describe, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { lettersFor } from "#app/i18n/letters-for.server.ts";
import { mailFrom } from "#app/mail/address.ts";
import type { Letter } from "#app/mail/letter.ts";
import { linksOf } from "#app/mail/links.ts";
import { renderLetter } from "#app/mail/render.tsx";
import { labelOf, sampleLetters, someNews } from "./sample-letters.ts";

const ALL = [...sampleLetters("vi"), ...sampleLetters("en")].map((letter) => [labelOf(letter), letter] as const);
const words = (html: string) =>
  html
    .replace(/<(head|style)[\s\S]*?<\/\1>|<div style="display:none[\s\S]*?<\/div><\/div>|<!--[\s\S]*?-->/g, "")
    .replace(/<br\/?>|<\/(p|td|a|div)>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean);
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe.each(ALL)("%s", (_, letter) => {
  test("says the same in both parts", async () => {
    const { html, text } = await renderLetter(letter);
    const plain = text.replace(/^\s*(- |> )/gm, "").replace(/\s+/g, " ");
    for (const line of words(html)) expect(plain).toContain(line);
    for (const href of hrefs(html)) expect(text).toContain(href);
  });

  test("opens and ends as a letter does, in the reader's language", async () => {
    const { html, text } = await renderLetter(letter);
    const vi = letter.person.lang === "vi";
    expect(html).toContain(`lang="${letter.person.lang}"`);
    expect(text).toMatch(vi ? /^Kính gửi anh\/chị Nguyễn Thị Lan,\n\n/ : /^Dear Nguyễn Thị Lan,\n\n/);
    expect(text).toContain(vi ? "\n\nTrân trọng,\nTrạm\n\n" : "\n\nKind regards,\nTrạm\n\n");
    expect(text).not.toMatch(/undefined|null|\[object|NaN/);
  });

  test("loads nothing, follows nobody and leads nowhere else", async () => {
    const { html } = await renderLetter(letter);
    expect(html).not.toMatch(/<(img|script|iframe|link|base|form|object|video)\b|\bsrc=|url\(|@import/i);
    for (const href of hrefs(html)) expect(href).toMatch(/^https:\/\/tram\.example\//);
    expect(html.match(/class="button"/g)?.length).toBe(1);
    expect(html).toContain("prefers-color-scheme: dark");
  });
});

describe("what of a ticket leaves the building", () => {
  const about = sampleLetters("vi").filter((letter) => "content" in letter);
  const said = async (letter: Letter) => Object.values(await renderLetter(letter)).join("\n");
  const OF_TITLE = /Không ký phát hành|P1|ưu tiên/;
  const OF_TEXT = /chứng thư số/;

  test.each(about.map((letter) => [labelOf(letter), letter] as const))("%s", async (_, letter) => {
    const content = "content" in letter ? letter.content : "";
    const all = await said(letter);
    expect(all).toMatch(/10432/);
    expect(OF_TITLE.test(all)).toBe(content !== "nothing");
    expect(OF_TEXT.test(all)).toBe(content === "text");
    expect(all, "a note is internal").not.toContain("Mật");
  });

  test("an event that mail has no plain words for is a change and no more", async () => {
    const [letter] = about;
    const { text } = await renderLetter(letter as Letter);
    expect(text).toContain("08:08  Trần Văn Minh thay đổi phiếu");
  });

  test("a warning says in its subject what is due by when, and nothing of the ticket", async () => {
    const due = { target: "resolution", percent: 75, dueAt: "2026-11-24T09:50:00.000Z" } as const;
    const warned = { type: "ticket.warned", sentence: "x", who: null, at: new Date(), text: null, due } as const;
    const ticket = someNews({ happened: [...someNews().happened, warned] });
    for (const [lang, subject] of [
      ["vi", "[Trạm] 10432 · Sắp đến hạn xử lý xong 24/11/2026 16:50"],
      ["en", "[Trạm] 10432 · Resolution is due by 24/11/2026 16:50"],
    ] as const) {
      const common = { person: { name: "Trần Văn Minh", lang }, appUrl: "https://tram.example" };
      const letter = await renderLetter({ ...common, purpose: "ticket", content: "nothing", ticket });
      expect(letter.subject).toBe(subject);
      expect(letter.text).toContain(subject.split(" · ")[1]);
      expect(OF_TITLE.test(`${letter.subject} ${letter.html} ${letter.text}`)).toBe(false);
    }
  });
  test.each([
    ["ticket.paged", "Nhắc lại: phiếu P1 đã 10 phút chưa ai nhận", { minutes: 10 }],
    ["ticket.offered_again", "Phiếu P1 đã 30 phút không có tiến triển, ai xử lý được thì nhận", { minutes: 30 }],
    ["ticket.reminded", "Phiếu vẫn chờ anh/chị trả lời", {}],
    ["ticket.unanswered", "Đã nhắc nhiều lần, người gửi chưa trả lời", {}],
  ] as const)("%s calls for somebody in its subject", async (type, said, more) => {
    const at = new Date("2026-11-24T08:20+07:00");
    const happened = [...someNews().happened, { type, sentence: said, who: null, at, text: null, ...more }];
    for (const letter of sampleLetters("vi", "Nguyễn Thị Lan", someNews({ happened }))) {
      if (letter.purpose !== "ticket") continue;
      expect((await renderLetter(letter)).subject).toBe(`[Trạm] 10432 · ${said}`);
    }
  });

  test("the subject is the same whatever happened, so that clients keep a ticket together", async () => {
    for (const content of ["nothing", "title", "text"] as const) {
      const subjects = await Promise.all(
        (["new", "resolved"] as const).map(async (status) => {
          const ticket = someNews({ status, happened: someNews().happened.slice(0, 1) });
          const letter: Letter = { ...base(), purpose: "ticket", content, ticket };
          return (await renderLetter(letter)).subject;
        }),
      );
      expect(subjects[0]).toBe(subjects[1]);
      expect(subjects[0]).toMatch(/^\[Trạm\] 10432 · /);
    }
  });
});

const base = () => ({ person: { name: "Nguyễn Thị Lan", lang: "vi" as const }, appUrl: "https://tram.example" });

test("a long story is its newest part, and says that there is more", async () => {
  const [first] = someNews().happened;
  const happened = Array.from(
    { length: 23 },
    (_, i) => ({ ...first, sentence: `việc ${i}.` }) as NonNullable<typeof first>,
  );
  const text = "ệ".repeat(5000);
  const reply = { ...first, type: "ticket.replied", text } as NonNullable<typeof first>;
  const ticket = someNews({ happened: [...happened, reply], title: "ệ".repeat(500) });
  const said = await renderLetter({ ...base(), purpose: "ticket", content: "text", ticket });
  expect(said.text).not.toContain("việc 3.");
  expect(said.text).toContain("việc 4.");
  expect(said.text).toContain("Còn 4 thay đổi khác");
  expect(said.text.match(/ệ{1900,}/)?.[0].length).toBe(2000);
  expect(said.subject.length).toBeLessThan(150);
});

test.each([
  "https://evil.example/x",
  "https://tram.example.evil.example/x",
  "javascript:alert(1)",
  "//evil.example",
  "",
])("a link to %j is never sent", async (url) => {
  const letter: Letter = { ...base(), purpose: "password_reset", url, validUntil: new Date() };
  await expect(renderLetter(letter)).rejects.toThrow();
});

test("the addresses in letters are those of the app", () => {
  const links = linksOf("https://tram.example/");
  const at = (path: string) => `https://tram.example${path}`;
  expect(links.ticket(10432, 77)).toBe(at(`${paths.ticket(10432)}#e77`));
  expect(links.ticket(10432)).toBe(at(paths.ticket(10432)));
  expect([links.tickets, links.account, links.forgotten]).toEqual(
    [paths.tickets(), paths.me(), paths.forgotPassword()].map(at),
  );
  expect(links.settings).toBe(at(paths.admin("settings")));
});

test.each([
  ["Trạm <tram@tram.example>", "Trạm", "tram@tram.example"],
  ['"Trạm, UBND" <tram@tram.example>', "Trạm, UBND", "tram@tram.example"],
  ["tram@tram.example", "", "tram@tram.example"],
  [undefined, "Trạm", "tram@localhost"],
])("the sender %j", (typed, name, address) => expect(mailFrom(typed)).toEqual({ name, address }));

test("Vietnamese letters are composed, call nobody bạn and shout at nobody", () => {
  const { bare: _, ...ticket } = lettersFor("vi").ticket;
  const texts = JSON.stringify({ ...lettersFor("vi"), ticket });
  expect(texts).toBe(texts.normalize("NFC"));
  expect(texts).not.toMatch(/(^|\s)bạn(\s|$|[,.])|!|\.\.\./i);
});
