import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import * as field from "#app/http/fields.server.ts";
import { dropUploads } from "#app/http/form-data.server.ts";
import { parseForm } from "#app/http/forms.server.ts";

const Form = z.object({
  title: field.line(20),
  body: field.optionalLines(100),
  systemId: field.id,
  urgent: field.checkbox,
  impact: z.enum(["one_person", "whole_ward"]),
  occurredAt: field.instant.optional(),
  tags: z.array(z.string()).default([]),
  password: z.string().optional(),
});
const GOOD = "title=In&systemId=3&impact=one_person";

const posted = (body: BodyInit, type = "application/x-www-form-urlencoded") =>
  new Request("http://h/", { method: "POST", body, headers: typeof body === "string" ? { "Content-Type": type } : {} });

test("a good form becomes typed values", async () => {
  const form = await parseForm(posted(`${GOOD}&urgent=on&occurredAt=2026-11-20T08:30&tags=a&tags=b`), Form);
  expect(form).toMatchObject({
    status: "success",
    value: {
      title: "In",
      body: "",
      systemId: 3,
      urgent: true,
      occurredAt: new Date("2026-11-20T01:30Z"),
      tags: ["a", "b"],
    },
  });
});

test("what is wrong is said in codes, and nothing typed is lost but secrets", async () => {
  const form = await parseForm(posted("title=&systemId=0x1&impact=all&body=xin+ch%C3%A0o&password=secret"), Form);
  expect(form).toMatchObject({ status: "error", code: 422 });
  expect(form.reply({ formErrors: ["again"] })).toEqual({
    values: { title: "", systemId: "0x1", impact: "all", body: "xin chào", tags: [] },
    errors: { title: ["required"], systemId: ["malformed"], impact: ["not_offered"] },
    formErrors: ["again"],
  });
});

test.each([
  [`${GOOD}&title=Two`, { title: ["repeated"] }],
  ["title=a%00b&systemId=3&impact=one_person", { title: ["bad_characters"] }],
])("%s is malformed, with the field named", async (body, errors) => {
  const form = await parseForm(posted(body), Form);
  expect(form).toMatchObject({ status: "error", code: 400 });
  expect(form.reply().errors).toEqual(errors);
});

test("fields nobody asked for are not there", async () => {
  const form = await parseForm(posted(`${GOOD}&__proto__=x&constructor=y&role=admin&a[b]=1`), Form);
  expect(form.status === "success" && Object.keys(form.value).sort()).toEqual([
    "body",
    "impact",
    "systemId",
    "tags",
    "title",
    "urgent",
  ]);
  expect(Object.keys(form.reply().values)).not.toContain("__proto__");
});

test("text is composed, and its lines end as one expects", async () => {
  const form = await parseForm(posted(`${GOOD}&body=${encodeURIComponent("a\u0302\r\nb\u0007")}`), Form);
  expect(form).toMatchObject({ value: { body: "â\nb" } });
});

test.each([
  ["9223372036854775808", "malformed"],
  ["NaN", "malformed"],
  ["1e3", "malformed"],
  ["-1", "malformed"],
])("the id %s is no id", async (id, code) => {
  const form = await parseForm(posted(`title=In&impact=one_person&systemId=${id}`), Form);
  expect(form.reply().errors.systemId).toEqual([code]);
});

test("a second reading gives the same form", async () => {
  const request = posted(GOOD);
  await parseForm(request, Form);
  expect(await parseForm(request, Form)).toMatchObject({ status: "success" });
});

test("a file waits on disk and is gone after the request", async () => {
  const data = new FormData();
  for (const [name, value] of new URLSearchParams(GOOD)) data.set(name, value);
  data.set("files", new File(["ảnh"], "ảnh.png", { type: "image/png" }));
  data.set("empty", new File([], ""));
  const request = posted(data);
  const form = await parseForm(request, Form);
  if (form.status !== "success") throw new Error("refused");
  expect(form.uploads).toMatchObject([{ field: "files", name: "ảnh.png", type: "image/png", size: 5 }]);
  const [upload] = form.uploads;
  expect(existsSync(upload?.path ?? "")).toBe(true);
  await dropUploads(request);
  expect(existsSync(upload?.path ?? "")).toBe(false);
});

test("a file over the limit keeps the words typed before it", async () => {
  const data = new FormData();
  data.set("title", "Máy in");
  data.set("files", new File([new Uint8Array(11 * 1024 * 1024)], "big.png"));
  const form = await parseForm(posted(data), Form);
  expect(form).toMatchObject({ status: "error", code: 413 });
  expect(form.reply()).toMatchObject({ values: { title: "Máy in" }, formErrors: ["file_too_large"] });
});

test("a union is read by its intent", async () => {
  const Either = z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("take"), version: field.id }),
    z.object({ intent: z.literal("release") }),
  ]);
  expect(await parseForm(posted("intent=take&version=4"), Either)).toMatchObject({
    value: { intent: "take", version: 4 },
  });
  expect((await parseForm(posted("intent=delete"), Either)).reply().errors).toEqual({ intent: ["not_offered"] });
});
