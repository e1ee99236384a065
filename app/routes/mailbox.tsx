import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterList, LettersAhead } from "#app/components/mailbox/letter-list.tsx";
import { lettersAhead } from "#app/domain/notifications/outbox.server.ts";
import { withPublicContext } from "#app/http/context.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { openMailbox } from "./mailbox-door.server.ts";

export const handle = { title: (w: Words) => w.mail.mailbox.title };

export const loader = (args: LoaderFunctionArgs) =>
  withPublicContext(args, async (ctx) => {
    const kept = await (await openMailbox(ctx)).list();
    return {
      ahead: await lettersAhead(args.context.db, ctx.now),
      letters: kept.map(({ id, at, mail }) => ({ id, at, subject: mail.subject, to: mail.to.name || mail.to.address })),
    };
  });

export default function Mailbox() {
  const w = useWords();
  const { ahead, letters } = useLoaderData<typeof loader>();
  return (
    <Page title={w.mail.mailbox.title} lead={w.mail.mailbox.lead}>
      <LettersAhead ahead={ahead} />
      <LetterList letters={letters} />
    </Page>
  );
}
