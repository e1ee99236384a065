import { type FormEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { sendFile } from "./send-file.ts";
import { added, bounded, forget, type Item, isFinal, ofBlob, ofServer } from "./upload-items.ts";

export type Uploads = ReturnType<typeof useUploads>;

/**
 * Files wait in the browser until the form is sent; then each goes up on its own and the form carries their ids.
 * `kept` are those that the server already has. Use `onSubmit` on the form and <FileUploader uploads={…}> inside it.
 */
export function useUploads(kept: readonly FileCard[] = []) {
  const [items, setItems] = useState<Item[]>(() => kept.map(ofServer));
  const [busy, setBusy] = useState(false);
  const [stuck, setStuck] = useState(false);
  const latest = useRef(items);
  latest.current = items;
  useEffect(() => () => latest.current.forEach(forget), []);

  const change = (key: string, to: Partial<Item>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...to } : item)));
  const edit = (to: (now: Item[]) => Item[]) => {
    setStuck(false);
    setItems(to);
  };
  const add = (blobs: Iterable<File>) => {
    const files = Array.from(blobs);
    edit((now) => added(now, files));
  };
  const remove = (key: string) =>
    edit((now) => {
      now.filter((item) => item.key === key).forEach(forget);
      return bounded(now.filter((item) => item.key !== key));
    });
  /** For a form that stays open after it was sent. */
  const clear = () => setItems([]);
  const replace = (key: string, blob: Blob) =>
    edit((now) =>
      now.map((item) => {
        if (item.key !== key) return item;
        forget(item);
        return { ...ofBlob(blob, item.name), key };
      }),
    );

  async function send(): Promise<boolean> {
    let whole = true;
    for (const { key, commandId, name, blob, state, fault } of latest.current) {
      if (!blob || state === "sent") continue;
      if (isFinal(fault)) {
        whole = false;
        continue;
      }
      change(key, { state: "sending", part: 0, fault: undefined });
      const sent = await sendFile({ commandId, name, blob }, (part) => change(key, { part }));
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
    flushSync(() => {
      setBusy(false);
      setStuck(!whole);
    });
    if (whole) form.requestSubmit(submitter);
    else form.querySelector<HTMLElement>("#field-files")?.focus();
  }

  return { items, busy, stuck, add, remove, replace, clear, onSubmit };
}
