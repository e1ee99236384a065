import { createReadableStreamFromReadable } from "@remix-run/node";
import type { FileType } from "#app/files/sniff.server.ts";
import { digestOf, type FileStore, thumbOf } from "#app/files/store.server.ts";
import { log } from "#app/lib/log.server.ts";

export type Served = { id: string; name: string; mime: FileType; sizeBytes: number; sha256: string };

/** Even a file that slipped past every check can do nothing in the page that opens it. */
const INERT = {
  "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, no-store",
};

/** The stored file, or null when it is gone or no longer what was stored. */
export async function serveFull(store: FileStore, file: Served): Promise<Response | null> {
  const toCheck = await store.read(file.id);
  const sound = toCheck !== null && (await digestOf(toCheck)) === file.sha256;
  const content = sound ? await store.read(file.id) : null;
  if (!content) {
    log.error({ fileId: file.id, missing: toCheck === null }, "a stored file is missing or was changed");
    return null;
  }
  return new Response(createReadableStreamFromReadable(content), {
    headers: {
      ...INERT,
      "Content-Type": file.mime,
      "Content-Length": String(file.sizeBytes),
      "Content-Disposition": disposition(file),
    },
  });
}

export async function serveThumb(store: FileStore, id: string): Promise<Response | null> {
  const content = await store.read(thumbOf(id));
  if (!content) return null;
  const headers = { ...INERT, "Content-Type": "image/webp", "Cache-Control": "private, max-age=600" };
  return new Response(createReadableStreamFromReadable(content), { headers });
}

const MARKS = /[!'()*]/g;

function disposition({ name, mime }: Served): string {
  const place = mime === "application/pdf" ? "attachment" : "inline";
  const plain = name.replace(/[^\w.-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    MARKS,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${place}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
