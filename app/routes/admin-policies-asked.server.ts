import { PRIORITIES } from "#app/domain/tickets/priority.ts";
import { TICKET_KINDS } from "#app/domain/tickets/ticket.ts";
import { optionalId } from "#app/http/record-id.server.ts";
import { searchWords } from "#app/http/search-words.server.ts";

/** The ticket to try, by its number or by its facts; what makes none is as if nothing had been asked. */
export function triedIn(search: URLSearchParams) {
  const typed = searchWords(search, "number");
  const kind = TICKET_KINDS.find((one) => one === search.get("kind"));
  const priority = PRIORITIES.find((one) => one === search.get("priority"));
  const systemId = optionalId(search.get("systemId"));
  const siteId = optionalId(search.get("siteId"));
  const rightId = optionalId(search.get("rightId"));
  const accessRightIds = rightId ? [rightId] : [];
  const facts = kind && priority && systemId && siteId ? { kind, priority, systemId, siteId, accessRightIds } : null;
  // What is no number is answered like a number that no ticket has.
  return { typed, number: typed === "" ? null : (optionalId(typed) ?? 0), facts };
}
