import type { ScopeChoice } from "#app/domain/reports/scope.server.ts";
import type { Words } from "#app/i18n/vi.ts";
import { formatDate } from "#app/lib/format.ts";
import { placeName } from "../place-name.ts";

/** In the list of places: departments stand below their ward, and what is no more says until when it was. */
export function scopeName(choice: ScopeChoice, w: Words): string {
  const name = placeName(choice, w);
  const indent = choice.kind === "department" ? "\u2003" : "";
  return indent + (choice.endedOn ? w.reports.ended(name, formatDate(choice.endedOn)) : name);
}
