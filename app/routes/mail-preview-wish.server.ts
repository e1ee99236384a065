import { z } from "zod";
import { LANGS } from "#app/lib/lang.ts";
import { MAIL_CONTENTS } from "#app/mail/letter.ts";
import { PREVIEWED, type Previewed, previewIsOpen } from "#app/mail/preview.server.ts";

const Wish = z.object({
  purpose: z.enum(PREVIEWED).catch("ticket"),
  lang: z.enum(LANGS).catch("vi"),
  content: z.enum(MAIL_CONTENTS).catch("nothing"),
});

/** Which letter is looked at; there is no such page but while developing. */
export function previewed(request: Request): Previewed {
  if (!previewIsOpen()) throw new Response(null, { status: 404 });
  return Wish.parse(Object.fromEntries(new URL(request.url).searchParams));
}
