import { type FormEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { FILE_MAX_BYTES, FILES_MAX } from "#app/domain/tickets/file-limits.ts";
import type { FileCard } from "#app/domain/tickets/files.server.ts";
import { paths } from "#app/http/paths.ts";
import { sendFile } from "./send-file.ts";

export type Item = {
  key: string;
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
export type Uploads = ReturnType<typeof useUploads>;

const ofServer = ({ id, name, mime }: FileCard): Item => ({
  key: id,
  id,
  name,
  mime,
  blob: null,
  preview: mime.startsWith("image/") ? paths.fileThumb(id) : null,
  state: "sent",
  part: 1,
});

function ofBlob(blob: Blob, name: string): Item {
  const isImage = /^image\/(png|jpeg|webp)$/.test(blob.type);
  const fault = blob.size > FILE_MAX_BYTES ? "file_too_large" : undefined;
  return {
    key: crypto.randomUUID(),
    name,
    mime: blob.type,
    blob,
    preview: isImage ? URL.createObjectURL(blob) : null,
    state: fault ? "failed" : "waiting",
    part: 0,
    fault,
  };
}

/**
 * Files wait in the browser until the form is sent; then each goes up on its own and the form carries their ids.
 * `kept` are those that the server already has. Use `onSubmit` on the form and <FileUploader uploads={…}> inside it.
 */
export function useUploads(kept: readonly FileCard[] = []) {
  const [items, setItems] = useState<Item[]>(() => kept.map(ofServer));
  const [busy, setBusy] = useState(false);
  const latest = useRef(items);
  latest.current = items;
  useEffect(() => () => latest.current.forEach(forget), []);

  const change = (key: string, to: Partial<Item>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...to } : item)));
  const add = (blobs: Iterable<File>) =>
    setItems((now) => {
      const added = Array.from(blobs, (file) => ofBlob(file, file.name));
      return bounded([...now, ...added]);
    });
  const remove = (key: string) =>
    setItems((now) => {
      now.filter((item) => item.key === key).forEach(forget);
      return bounded(now.filter((item) => item.key !== key));
    });
  /** For a form that stays open after it was sent. */
  const clear = () => setItems([]);
  const replace = (key: string, blob: Blob) =>
    setItems((now) =>
      now.map((item) => {
        if (item.key !== key) return item;
        forget(item);
        return ofBlob(blob, item.name);
      }),
    );

  async function send(): Promise<boolean> {
    let whole = true;
    for (const { key, name, blob, state, fault } of latest.current) {
      if (!blob || state === "sent") continue;
      if (fault === "file_too_large" || fault === "too_many_files") {
        whole = false;
        continue;
      }
      change(key, { state: "sending", part: 0, fault: undefined });
      const sent = await sendFile({ key, name, blob }, (part) => change(key, { part }));
      if ("file" in sent) flushSync(() => change(key, { state: "sent", part: 1, id: sent.file.id }));
      else {
        whole = false;
        flushSync(() => change(key, { state: "failed", fault: sent.fault }));
      }
    }
    return whole;
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (event.defaultPrevented) return;
    if (busy) return event.preventDefault();
    if (latest.current.every((item) => item.state === "sent")) return;
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent; // safe because a submit event has no other native form
    setBusy(true);
    const whole = await send();
    flushSync(() => setBusy(false));
    if (whole) form.requestSubmit(submitter);
  }

  return { items, busy, add, remove, replace, clear, onSubmit };
}

const bounded = (items: Item[]): Item[] =>
  items.map((item, place) => {
    if (place >= FILES_MAX) return { ...item, state: "failed", fault: "too_many_files" };
    return item.fault === "too_many_files" ? { ...item, state: "waiting", fault: undefined } : item;
  });

function forget({ preview }: Item): void {
  if (preview?.startsWith("blob:")) URL.revokeObjectURL(preview);
}
