import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterView } from "#app/components/mailbox/letter-view.tsx";
import { withPublicContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { openLetter } from "./mailbox-door.server.ts";

export const handle = { title: (w: Words) => w.mail.mailbox.title };

export const loader = (args: LoaderFunctionArgs) =>
  withPublicContext(args, async (ctx) => {
    const { id, at, mail } = await openLetter(ctx, args.params.id);
    const { subject, text, to, from, headers } = mail;
    return { id, at, subject, text, to, from, headers: Object.entries(headers) };
  });

export default function MailboxLetter() {
  const w = useWords();
  const { id, at, subject, text, to, from, headers } = useLoaderData<typeof loader>();
  return (
    <Page title={subject} back={{ to: paths.mailbox(), label: w.mail.mailbox.title }}>
      <LetterView src={paths.mailboxLetter(id)} text={text} about={{ to, from, at }} headers={headers} />
    </Page>
  );
}
