import type { Address } from "./transport.server.ts";

const DEFAULT_FROM = "Trạm <tram@localhost>";
const NAMED = /^\s*"?([^"<>]*?)"?\s*<([^<>\s]+@[^<>\s]+)>\s*$/;

/** MAIL_FROM as people write it: a name with the address in angle brackets, or the bare address. */
export function mailFrom(typed = DEFAULT_FROM): Address {
  const [, name = "", address = typed.trim()] = NAMED.exec(typed) ?? [];
  return { name, address };
}
