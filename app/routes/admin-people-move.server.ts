import { z } from "zod";
import { POSITION_MAX } from "#app/domain/directory/person-details.ts";
import type { Move } from "#app/domain/policy/moves.server.ts";
import { ROLES } from "#app/domain/policy/roles.ts";
import { count, day, id, optionalLine } from "#app/http/fields.server.ts";
import { codeOf } from "#app/http/form-codes.server.ts";
import type { FormReply } from "#app/http/forms.server.ts";

const fields = {
  to: id,
  on: day,
  position: optionalLine(POSITION_MAX),
  keep: z.array(id).max(200).default([]),
  begin: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
};
const MoveQuery = z.object(fields);
export const MoveOrder = z.object({ version: count(2_000_000_000), ...fields });

export const moveOf = ({ to, on, position, keep, begin }: z.infer<typeof MoveQuery>): Move => ({
  toSiteId: to,
  on,
  position: position ?? null,
  keep,
  begin: [...new Set(begin)],
});

/** What the first form of the page asks for; nothing yet when the page has just been opened. */
export function readMoveQuery(search: URLSearchParams): { move: Move | null; reply: FormReply | null } {
  if (!search.has("look")) return { move: null, reply: null };
  const one = (name: string) => search.get(name)?.normalize("NFC") ?? "";
  const values = {
    to: one("to"),
    on: one("on"),
    position: one("position"),
    keep: search.getAll("keep"),
    begin: search.getAll("begin"),
  };
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const parsed = MoveQuery.safeParse(filled, { error: codeOf });
  const reply = { values, errors: {}, formErrors: [] };
  if (search.has("edit")) return { move: null, reply };
  if (parsed.success) return { move: moveOf(parsed.data), reply };
  const errors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] = [issue.message];
  return { move: null, reply: { ...reply, errors } };
}
