import "#tests/support/own-data-dir.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import * as alike from "#app/routes/alike.ts";
import * as filed from "#app/routes/ticket-filed.tsx";
import * as form from "#app/routes/tickets-new.tsx";
import type { Answer } from "#tests/routes/asking.ts";
import { back, LEAST, numberOf, openReportWorld, picture } from "#tests/routes/report-world.ts";
import { DOCUMENTS, idOf, type Name, ONE_STOP, TAN_BINH } from "#tests/support/cast.ts";

const world = await openReportWorld();
const { cast, get, post, send, sent, countTickets, sql } = world;
beforeEach(() => world.forgetLimits().then(() => {}));
afterAll(() => world.close());

test("four answers are enough, from a browser and from a script", async () => {
  const ticket = await sent("lan");
  expect(ticket).toMatchObject({
    siteId: TAN_BINH,
    urgency: "today",
    peopleWaiting: 0,
    body: "",
    reporterId: idOf("lan"),
  });
  expect(
    await get(filed.loader, "lan", `/tickets/${ticket.number}/filed`, { number: String(ticket.number) }),
  ).toMatchObject({
    body: {
      number: ticket.number,
      onBehalfOf: null,
      engineers: [{ fullName: "Vũ Đăng Khoa" }, { fullName: "Trần Văn Minh" }],
    },
  });
});

test("everything that is asked is kept", async () => {
  const ticket = await sent("lan", {
    body: "Bấm ký phát hành",
    saw: "Vòng tròn xoay",
    errorMessage: "403 Forbidden",
    urgency: "now",
    peopleWaiting: 12,
    impact: "counter_stopped",
    occurredAt: "02/11/2026 07:45",
    affectedPersonId: idOf("mai"),
    affectedPosition: "Văn thư",
  });
  expect(ticket).toMatchObject({
    answers: { saw: "Vòng tròn xoay", errorMessage: "403 Forbidden" },
    peopleWaiting: 12,
    priority: "p1",
    occurredAt: new Date("2026-11-02T07:45+07:00"),
    affectedPersonId: idOf("mai"),
    affectedPosition: "Văn thư",
  });
  expect((await sent("lan", { occurredAt: "2026-11-02T07:45" })).occurredAt).toEqual(
    new Date("2026-11-02T07:45+07:00"),
  );
});

test("answers to another kind's questions stay behind", async () => {
  const ticket = await sent("lan", { kind: "how_to", saw: "gì đó", errorMessage: "x" });
  expect(ticket.answers).toEqual({});
});

test("each mistake is named at its field and nothing typed is lost", async () => {
  const typed = {
    kind: "",
    title: " ",
    impact: "huge",
    body: "Đã thử ba lần",
    occurredAt: "11/23/2026 8:00",
    peopleWaiting: "nhiều",
  };
  const answer = await send("lan", typed);
  expect(answer.status).toBe(422);
  expect(back(answer).reply.errors).toEqual({
    kind: ["required"],
    title: ["required"],
    impact: ["not_offered"],
    occurredAt: ["malformed"],
    peopleWaiting: ["malformed"],
  });
  expect(back(answer).reply.values).toMatchObject({
    body: "Đã thử ba lần",
    occurredAt: "11/23/2026 8:00",
    peopleWaiting: "nhiều",
  });
});

test.each([
  ["a time to come", { occurredAt: "01/01/2099 08:00" }, { occurredAt: ["occurred_in_the_future"] }],
  ["a system nobody knows", { systemId: 99 }, { systemId: ["system_unknown"] }],
  ["a person of another ward", { affectedPersonId: idOf("hoa") }, { affectedPersonId: ["affected_not_here"] }],
  ["a file that is not there", { fileIds: ["7d1d6b52-3c57-4f28-9d0c-111111111111"] }, { files: ["file_gone"] }],
])("%s is refused in words", async (_, more, errors) => {
  const answer = await send("lan", more);
  expect([answer.status, back(answer).reply.errors]).toEqual([422, errors]);
  expect(back(answer).reply.values).toMatchObject({ title: LEAST.title });
});

test("a password is refused, wherever it is typed", async () => {
  const before = await countTickets();
  const answer = await send("lan", { body: "Tài khoản lan, mật khẩu: Abc@1234", keepNumbers: "on" });
  expect([answer.status, back(answer).reply.errors]).toEqual([422, { body: ["password_in_text"] }]);
  expect(await countTickets()).toBe(before);
});

test("a citizen's number is pointed out once; its sender may say that it is needed", async () => {
  const body = "Hồ sơ của người có số 079 185 012 345";
  const answer = await send("lan", { body });
  expect([answer.status, back(answer).reply.errors, back(answer).reply.values.body]).toEqual([
    422,
    { body: ["citizen_number"] },
    body,
  ]);
  expect(await sent("lan", { body, keepNumbers: "on" })).toMatchObject({ body });
});

test("the same form twenty times at once is one ticket, and so it is an hour later", async () => {
  const before = await countTickets();
  const commandId = crypto.randomUUID();
  const files = await picture();
  const answers = await Promise.all(Array.from({ length: 20 }, () => send("lan", { commandId, files })));
  expect(new Set(answers.map(({ status, to }) => `${status} ${to}`)).size).toBe(1);
  expect((await send("lan", { commandId, files })).to).toBe(answers[0]?.to);
  expect(await countTickets()).toBe(before + 1);
  const [row] = await sql`select count(*)::int as n from files where ticket_number = ${numberOf(answers[0] as Answer)}`;
  expect(row?.n).toBe(1);
});

test("another text under a used id makes no ticket and says why; sent once more it is a new one", async () => {
  const commandId = crypto.randomUUID();
  const first = await sent("lan", { commandId });
  const answer = await send("lan", { commandId, title: "Chuyện khác" });
  expect([answer.status, back(answer).reply.formErrors]).toEqual([422, ["command_reused"]]);
  const again = await sent("lan", { commandId: String(back(answer).reply.values.commandId), title: "Chuyện khác" });
  expect(again.number).not.toBe(first.number);
});

test("an engineer files for somebody at the desk; a colleague may not", async () => {
  const ticket = await sent("minh", { reporterId: idOf("lan") });
  expect(ticket).toMatchObject({ reporterId: idOf("lan"), filedById: idOf("minh") });
  expect(await get(filed.loader, "minh", "/", { number: String(ticket.number) })).toMatchObject({
    body: { onBehalfOf: "Nguyễn Thị Lan" },
  });
  expect((await get(filed.loader, "lan", "/", { number: String(ticket.number) })).status).toBe(200);
  expect(back(await send("mai", { reporterId: idOf("lan") })).reply.errors).toEqual({
    reporterId: ["reporter_not_here"],
  });
  expect(back(await send("minh", { reporterId: idOf("hoa") })).reply.errors).toEqual({
    reporterId: ["reporter_not_here"],
  });
});

test("who may report for several wards says which; who may for none is told so", async () => {
  expect(back(await send("thu")).reply.errors).toEqual({ siteId: ["required"] });
  expect(await sent("thu", { siteId: TAN_BINH })).toMatchObject({ siteId: TAN_BINH });
  expect((await get(form.loader, "son", "/tickets/new")).body).toBeNull();
  expect((await send("son", { siteId: TAN_BINH })).status).toBe(403);
  expect((await send("hoa", { siteId: TAN_BINH })).status).toBe(403);
});

test("what this ward reports most stands on top", async () => {
  for (let n = 0; n < 3; n++) await sent("hoa", { systemId: ONE_STOP });
  const top = async (by: Name) => {
    const { body } = await get(form.loader, by, "/tickets/new");
    return (body as { systems: { id: number }[] }).systems[0]?.id; // safe because both may file
  };
  expect([await top("hoa"), await top("lan")]).toEqual([ONE_STOP, DOCUMENTS]);
});

test("a colleague finds the open ticket while typing, joins it in one tap, and it shows", async () => {
  const ticket = await sent("lan", { title: "Máy in quầy số bảy kẹt giấy liên tục" });
  const look = async (by: Name, q: string) => {
    const path = `/alike?siteId=${TAN_BINH}&systemId=${DOCUMENTS}&q=${encodeURIComponent(q)}`;
    return (await get(alike.loader, by, path)).body as {
      alike: { number: number; affected: number; mine: boolean; commandId: string }[];
    };
  };
  const [found] = (await look("mai", "may in quay so bay ket giay")).alike;
  expect(found).toMatchObject({ number: ticket.number, affected: 0, mine: false });
  expect((await look("hoa", "may in quay so bay ket giay")).alike).toEqual([]);

  const join = () =>
    post(alike.action, "mai", "/alike", { number: ticket.number, peopleWaiting: 4, commandId: found?.commandId ?? "" });
  const answers = await Promise.all(Array.from({ length: 5 }, join));
  expect(new Set(answers.map(({ to }) => to))).toEqual(new Set([`/tickets/${ticket.number}?done=joined`]));
  expect((await cast.events(ticket.number)).filter(({ type }) => type === "ticket.joined")).toMatchObject([
    { actorId: idOf("mai"), data: { peopleWaiting: 4 } },
  ]);
  expect((await look("lan", "may in quay so bay ket giay")).alike[0]).toMatchObject({ affected: 1, mine: true });
  expect((await look("mai", "may in quay so bay ket giay")).alike[0]).toMatchObject({ mine: true });
  expect((await post(alike.action, "hoa", "/alike", { number: ticket.number })).status).toBe(404);
});

test("the thirty-first ticket in ten minutes waits, with its text", async () => {
  const answers: Answer[] = [];
  for (let n = 0; n < 31; n++) answers.push(await send("head", { title: `Phiếu ${n}` }));
  expect(answers.filter(({ status }) => status === 302)).toHaveLength(30);
  const last = answers[30] as Answer; // safe because 31 were sent
  expect([last.status, back(last).reply.formErrors, back(last).reply.values.title]).toEqual([
    429,
    ["limited_tickets"],
    "Phiếu 30",
  ]);
  expect(Number(last.headers.get("Retry-After"))).toBeGreaterThan(0);
});
