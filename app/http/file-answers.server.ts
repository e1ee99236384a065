import { z } from "zod";
import { type Served, serveFull, serveThumb } from "#app/files/serve.server.ts";
import { fileStore } from "#app/files/store.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import type { Lang } from "#app/lib/lang.ts";

const Id = z.uuid();

/** What is no id at all is answered like an id that nobody has. */
export function fileId(params: Record<string, string | undefined>): string {
  const id = Id.safeParse(params.id);
  if (!id.success) throw new Response(null, { status: 404 });
  return id.data;
}

export const fileAnswer = async (file: Served, lang: Lang) => (await serveFull(fileStore, file)) ?? gone(lang);
export const thumbAnswer = async (id: string, lang: Lang) => (await serveThumb(fileStore, id)) ?? gone(lang);

/** The ticket is still there; only this file is not what it was. */
const gone = (lang: Lang) =>
  new Response(wordsFor(lang).ticket.fileGone, {
    status: 410,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
