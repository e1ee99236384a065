import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DemoPeople } from "#app/components/identity/demo-people.tsx";
import { LoginForm } from "#app/components/identity/login-form.tsx";
import { listDemoPeople } from "#app/domain/directory/people.server.ts";
import { type SignInResult, signIn, signInDemo } from "#app/domain/identity/sign-in.server.ts";
import { withVisit } from "#app/http/context.server.ts";
import { id } from "#app/http/fields.server.ts";
import { type FormReply, parseForm } from "#app/http/forms.server.ts";
import { safeRedirectTarget } from "#app/http/redirect.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { mailboxOf } from "#app/mail/mailbox.server.ts";
import { Page } from "#app/ui/page.tsx";

const Password = z.object({ email: z.string().max(254), password: z.string().max(1024), to: z.string().optional() });
const Demo = z.object({ intent: z.literal("demo"), personId: id, to: z.string().optional() });

export const handle = { title: (w: Words) => w.login.title };

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const loader = (args: LoaderFunctionArgs) =>
  withVisit(args, async ({ db, signedIn }) => {
    const to = safeRedirectTarget(new URL(args.request.url).searchParams.get("to"));
    if (signedIn) throw redirect(to);
    const people = await listDemoPeople(db);
    return { to, people, mailbox: people.length > 0 && mailboxOf({ demo: true }) !== null };
  });

export const action = (args: ActionFunctionArgs) =>
  withVisit(args, async (visit) => {
    const demo = await parseForm(args.request, Demo);
    if (demo.status === "success") {
      const result = await signInDemo(visit, demo.value.personId);
      return answer(result, demo.value.to, (code) =>
        demo.reply({ formErrors: [code === "wrong" ? "demo_gone" : code] }),
      );
    }
    const form = await parseForm(args.request, Password);
    if (form.status === "error") return data({ reply: form.reply(), retryMinutes: 0 }, { status: form.code });
    return answer(await signIn(visit, form.value), form.value.to, (code) => form.reply({ formErrors: [code] }));
  });

function answer(result: SignInResult, to: string | undefined, reply: (code: string) => FormReply) {
  if (result.ok) {
    const headers = new Headers(result.setCookie.map((cookie): [string, string] => ["Set-Cookie", cookie]));
    return redirect(safeRedirectTarget(to), { headers });
  }
  const { reason, retryAfterSeconds = 60 } = result;
  const limited = reason === "limited";
  return data(
    { reply: reply(reason), retryMinutes: Math.ceil(retryAfterSeconds / 60) },
    { status: limited ? 429 : 422, headers: limited ? { "Retry-After": String(retryAfterSeconds) } : undefined },
  );
}

export default function Login() {
  const w = useWords();
  const { to, people, mailbox } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <Page title={w.login.title} lead={w.login.lead}>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[22rem_minmax(0,30rem)]">
        <LoginForm to={to} reply={answered?.reply} retryMinutes={answered?.retryMinutes} />
        {people.length > 0 && <DemoPeople people={people} to={to} mailbox={mailbox} />}
      </div>
    </Page>
  );
}
