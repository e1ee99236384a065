import { data } from "@remix-run/node";
import { z } from "zod";
import { inPageField, mailField } from "#app/components/notifications/choice-fields.ts";
import { saveChoices, saveHours } from "#app/domain/notifications/choices.server.ts";
import { isHour } from "#app/domain/notifications/quiet-hours.ts";
import { type Choice, MAIL_WISHES, type Topic, topicsFor } from "#app/domain/notifications/topics.ts";
import { unwatchSystem, watchSystem } from "#app/domain/notifications/watches.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { checkbox, id } from "#app/http/fields.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { redirectWithFlash } from "#app/http/redirect.server.ts";

const Intent = z.object({ intent: z.enum(["save", "watch", "unwatch"]) });
const Watching = z.object({ systemId: id });
const hour = z.string().refine(isHour, "malformed").optional();
const Hours = z.object({ quiet: checkbox, quietFrom: hour, quietUntil: hour });
const wish = z.enum(MAIL_WISHES);

/** A field for each kind of news that can concern this person; others are not looked at. */
function choiceFields(topics: readonly Topic[]) {
  const fields = topics.flatMap((topic) => [
    [inPageField(topic), checkbox] as const,
    [mailField(topic), wish] as const,
  ]);
  return z.object({ ...Hours.shape, ...Object.fromEntries(fields) });
}

export async function changeNotifications(ctx: PageCtx, request: Request) {
  const asked = await parseForm(request, Intent);
  if (asked.status === "error") return data({ form: "save" as const, reply: asked.reply() }, { status: asked.code });
  return asked.value.intent === "save"
    ? await saveWishes(ctx, request)
    : await changeWatched(ctx, request, asked.value.intent);
}

async function saveWishes(ctx: PageCtx, request: Request) {
  const topics = topicsFor(ctx.actor);
  const form = await parseForm(request, choiceFields(topics));
  const refuse = (status: number, errors: Record<string, string[]> = {}) =>
    data({ form: "save" as const, reply: form.reply({ errors }) }, { status });
  if (form.status === "error") return refuse(form.code);
  // Safe because the schema holds the fields of both.
  const { quiet, quietFrom, quietUntil, ...wishes } = form.value as z.infer<typeof Hours> & Record<string, unknown>;
  const hours = quiet ? { from: quietFrom ?? "", until: quietUntil ?? "" } : null;
  if (hours) {
    const missing = Object.entries({ quietFrom, quietUntil }).flatMap(([name, typed]) => (typed ? [] : [name]));
    if (missing.length > 0) return refuse(422, Object.fromEntries(missing.map((name) => [name, ["required"]])));
    if (hours.from === hours.until) return refuse(422, { quietUntil: ["hours_same"] });
  }
  await saveChoices(ctx, choicesIn(wishes, topics));
  await saveHours(ctx, hours);
  return redirectWithFlash(paths.myNotifications(), "saved");
}

const choicesIn = (wishes: Record<string, unknown>, topics: readonly Topic[]): Choice[] =>
  topics.map((topic) => ({
    topic,
    inPage: wishes[inPageField(topic)] === true,
    mail: wish.parse(wishes[mailField(topic)]),
  }));

async function changeWatched(ctx: PageCtx, request: Request, intent: "watch" | "unwatch") {
  const form = await parseForm(request, Watching);
  const refuse = (status: number, formErrors?: string[]) =>
    data({ form: "watch" as const, reply: form.reply({ formErrors }) }, { status });
  if (form.status === "error") return refuse(form.code);
  const change = intent === "watch" ? watchSystem : unwatchSystem;
  const done = await attempt(change(ctx, form.value.systemId));
  return done.ok ? redirectWithFlash(paths.myNotifications(), "saved") : refuse(done.status, [done.reason]);
}
