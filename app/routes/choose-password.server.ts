import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { asLinkProblem } from "#app/domain/identity/links.ts";
import { choosePassword, findHolder } from "#app/domain/identity/new-password.server.ts";
import { attempt } from "#app/http/attempt.server.ts";
import type { Visit } from "#app/http/context.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";

const Password = z.object({ password: z.string().min(1).max(1024) });
const GONE = 410;

type Purpose = "password_reset" | "invitation";

/** What the page of a mailed link shows: whose account it is, or why the link opens nothing. */
export async function showHolder(visit: Visit, purpose: Purpose, token: string) {
  const holder = await findHolder(visit, purpose, token);
  if (typeof holder === "string") return data({ problem: holder, holder: null }, { status: GONE });
  const { fullName, email, position, siteName, unitName, unitKind } = holder;
  return data({ problem: null, holder: { fullName, email, position, siteName, unitName, unitKind } });
}

export async function choose(visit: Visit, purpose: Purpose, { request, token }: { request: Request; token: string }) {
  const form = await parseForm(request, Password);
  if (form.status === "error") return data({ problem: null, reply: form.reply() }, { status: form.code });
  const done = await attempt(choosePassword(visit, { purpose, token, password: form.value.password }));
  if (done.ok) {
    const headers = new Headers(done.value.map((cookie): [string, string] => ["Set-Cookie", cookie]));
    return redirect(`${paths.home()}?done=${purpose === "invitation" ? "welcome" : "password_set"}`, { headers });
  }
  const problem = asLinkProblem(done.reason);
  if (problem) return data({ problem, reply: undefined }, { status: GONE });
  return data({ problem: null, reply: form.reply({ errors: { password: [done.reason] } }) }, { status: done.status });
}
