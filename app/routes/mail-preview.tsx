import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterView } from "#app/components/mailbox/letter-view.tsx";
import { PreviewChoice } from "#app/components/mailbox/preview-choice.tsx";
import { withPublicContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { LANGS } from "#app/lib/lang.ts";
import { MAIL_CONTENTS } from "#app/mail/letter.ts";
import { PREVIEWED, sampleLetter } from "#app/mail/preview.server.ts";
import { renderLetter } from "#app/mail/render.tsx";
import { Page } from "#app/ui/page.tsx";
import { previewed } from "./mail-preview-wish.server.ts";

export const handle = { title: (w: Words) => w.mail.preview.title };

export const loader = (args: LoaderFunctionArgs) =>
  withPublicContext(args, async ({ now }) => {
    const wish = previewed(args.request);
    const { subject, text } = await renderLetter(sampleLetter(wish, now));
    return { wish, subject, text, choices: { purpose: PREVIEWED, lang: LANGS, content: MAIL_CONTENTS } };
  });

export default function MailPreview() {
  const w = useWords();
  const { wish, subject, text, choices } = useLoaderData<typeof loader>();
  return (
    <Page title={w.mail.preview.title} lead={subject}>
      <PreviewChoice wish={wish} choices={choices} />
      <LetterView src={paths.mailPreviewLetter(wish)} text={text} />
    </Page>
  );
}
