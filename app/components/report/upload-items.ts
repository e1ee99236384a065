import { FILE_ACCEPT, FILE_MAX_BYTES, FILES_MAX } from "#app/domain/tickets/files/file-limits.ts";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { paths } from "#app/http/paths.ts";

export type Item = {
  key: string;
  /** Another content is another command, under the same key. */
  commandId: string;
  name: string;
  mime: string;
  /** null when the server has it from an earlier try. */
  blob: Blob | null;
  /** Address of a picture to show; null for what is no picture. */
  preview: string | null;
  state: "waiting" | "sending" | "sent" | "failed";
  part: number;
  fault?: string;
  id?: string;
};

export const ofServer = ({ id, name, mime }: FileCard): Item => ({
  key: id,
  commandId: id,
  id,
  name,
  mime,
  blob: null,
  preview: mime.startsWith("image/") ? paths.fileThumb(id) : null,
  state: "sent",
  part: 1,
});

export function ofBlob(blob: Blob, name: string): Item {
  const isImage = /^image\/(png|jpeg|webp)$/.test(blob.type);
  const fault = faultOf(blob);
  const key = crypto.randomUUID();
  return {
    key,
    commandId: key,
    name,
    mime: blob.type,
    blob,
    preview: isImage ? URL.createObjectURL(blob) : null,
    state: fault ? "failed" : "waiting",
    part: 0,
    fault,
  };
}

/** A type that the browser does not know is left to the server, which looks inside. */
function faultOf({ size, type }: Blob): string | undefined {
  if (type !== "" && !FILE_ACCEPT.split(",").includes(type)) return "file_type";
  return size > FILE_MAX_BYTES ? "file_too_large" : undefined;
}

// Sending the same once more would be answered the same.
const FINAL = ["file_type", "file_broken", "file_too_large", "too_many_files"];
export const isFinal = (fault: string | undefined) => fault !== undefined && FINAL.includes(fault);

/** Every pasted picture is an "image.png"; the second is told from the first. */
function newName(name: string, items: readonly Item[]): string {
  const taken = (wanted: string) => items.some((item) => item.name === wanted);
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
  for (let turn = 2, free = name; ; turn++) {
    if (!taken(free)) return free;
    free = `${stem} (${turn})${ending}`;
  }
}

export function added(items: readonly Item[], files: readonly File[]): Item[] {
  const all = [...items];
  for (const file of files) all.push(ofBlob(file, newName(file.name, all)));
  return bounded(all);
}

export const bounded = (items: Item[]): Item[] =>
  items.map((item, place) => {
    if (place >= FILES_MAX) return { ...item, state: "failed", fault: "too_many_files" };
    return item.fault === "too_many_files" ? { ...item, state: "waiting", fault: undefined } : item;
  });

export function forget({ preview }: Item): void {
  if (preview?.startsWith("blob:")) URL.revokeObjectURL(preview);
}
