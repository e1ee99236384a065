import { afterAll, beforeAll, expect, test } from "vitest";
import { vi as w } from "#app/i18n/vi.ts";
import { type RunningApp, startApp } from "#tests/support/server.ts";
import { hidden, numberIn, visit } from "#tests/support/visitor.ts";

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ env: { TRAM_DEMO_DAYS: "0" } });
}, 90_000);
afterAll(() => app?.stop());

test("the whole journey by forms alone: no script, no fetch, only pages", { timeout: 60_000 }, async () => {
  const lan = await visit(app.url, "lan@tanbinh.example");
  const minh = await visit(app.url, "minh@dx.example");
  const son = await visit(app.url, "son@dx.example");

  const form = await lan.page("/tickets/new");
  const systemId = /name="systemId"[^>]*value="(\d+)"/.exec(form)?.[1] ?? "";
  const report = new FormData();
  const fields = {
    kind: "software_error",
    systemId,
    title: "Mất nút Phát hành",
    impact: "one_department",
    commandId: hidden(form, "commandId"),
  };
  for (const [name, value] of Object.entries(fields)) report.append(name, value);
  report.append("files", new Blob([PIXEL], { type: "image/png" }), "ảnh màn hình.png");
  const filed = await lan.postFiles("/tickets/new", report);
  expect(filed.status).toBe(302);
  const number = numberIn(filed.headers.get("Location"));
  const sent = await lan.page(filed.headers.get("Location") ?? "");
  expect(sent).toContain("Trần Văn Minh");
  expect(sent).toContain("Kỹ thuật viên sẽ trả lời trước");

  expect(await minh.page("/queue")).toContain("Mất nút Phát hành");
  const at = (doing: string) => `/tickets/${number}/${doing}`;
  const act = async (who: typeof lan, doing: string, more: Record<string, string> = {}) => {
    const page = await who.page(doing === "take" || doing === "confirm" ? `/tickets/${number}` : at(doing));
    const answer = await who.post(at(doing), {
      version: hidden(page, "version"),
      commandId: crypto.randomUUID(),
      ...more,
    });
    expect([doing, answer.status]).toEqual([doing, 302]);
  };
  await act(minh, "take");
  const asked = await minh.post(`/tickets/${number}`, {
    intent: "say",
    visibility: "public",
    body: "Tài khoản nào vậy chị?",
    commandId: crypto.randomUUID(),
  });
  expect(asked.status).toBe(302);
  expect(await lan.page(`/tickets/${number}`)).toContain("Tài khoản nào vậy chị?");
  await act(minh, "resolve", { code: "fixed", cause: "Bộ nhớ đệm", done: "Đã xóa bộ nhớ đệm" });
  await act(lan, "reopen", { stillFails: "Vẫn chưa thấy nút" });
  await act(minh, "resolve", { code: "fixed", cause: "Bản cập nhật lỗi", done: "Đã cài lại" });
  expect(await lan.page(`/tickets/${number}`)).toContain(w.ticket.ask.title);
  const why = await minh.page(`/tickets/${number}/clock`);
  expect(why).toContain(w.clocks.why.reasons.solved);
  expect(why).toContain(w.clocks.why.sum);
  await act(lan, "confirm");
  expect(await lan.page(`/tickets/${number}`)).toContain(w.tickets.status.closed);

  const numbers = await son.page("/reports");
  expect(numbers).toContain(w.reports.breakdown.kind);
  expect(numbers).toContain("Phường Tân Bình");
});

test("a form with a mistake comes back with everything that was typed", async () => {
  const lan = await visit(app.url, "lan@tanbinh.example");
  const answer = await lan.post("/tickets/new", {
    kind: "how_to",
    title: "Cách chuyển văn bản",
    body: "Chuyển cho nhiều phòng",
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("Cách chuyển văn bản");
  expect(page).toContain("Chuyển cho nhiều phòng");
  expect(page).toContain(w.report.errors["systemId.required"]);
});

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
