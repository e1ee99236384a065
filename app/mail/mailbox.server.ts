import { env } from "#app/env.server.ts";
import { findKeptMail, listKeptMail } from "./disk.server.ts";
import { transportName } from "./transport.server.ts";

const SHOWN = 100;

/** The letters on disk, where reading those of others harms nobody: in a demo, and while developing. Else null. */
export function mailboxOf({ demo }: { demo: boolean }) {
  if (transportName() !== "disk" || !(demo || env.NODE_ENV === "development")) return null;
  return {
    list: () => listKeptMail(env.DATA_DIR, SHOWN),
    find: (id: string) => findKeptMail(env.DATA_DIR, id),
  };
}
