import { z } from "zod";
import { IMPACTS, PRIORITIES } from "#app/domain/tickets/priority.ts";
import { TICKET_KINDS, WAITING_MAX } from "#app/domain/tickets/ticket.ts";
import type { Reclassify } from "#app/domain/tickets/triage.server.ts";
import { count, id } from "#app/http/fields.server.ts";
import { Press, words } from "#app/routes/ticket-press.server.ts";

const Facts = z.object({
  kind: z.enum(TICKET_KINDS),
  systemId: id,
  impact: z.enum(IMPACTS),
  peopleWaiting: count(WAITING_MAX),
  priority: z.enum(PRIORITIES),
});
const { kind, systemId, impact, peopleWaiting, priority } = Facts.partial().shape;
export const Reclassification = Press.extend({
  ...{ kind, systemId, impact, peopleWaiting, priority, reason: words },
  ...{
    kindWas: kind,
    systemIdWas: systemId,
    impactWas: impact,
    peopleWaitingWas: peopleWaiting,
    priorityWas: priority,
  },
});

/** Only what this person chose anew: what somebody else changed meanwhile stays changed. */
export function changedIn(form: z.infer<typeof Reclassification>): Reclassify {
  const changed = <T>(now: T | undefined, was: T | undefined) => (now === was ? undefined : now);
  return {
    kind: changed(form.kind, form.kindWas),
    systemId: changed(form.systemId, form.systemIdWas),
    impact: changed(form.impact, form.impactWas),
    peopleWaiting: changed(form.peopleWaiting ?? 0, form.peopleWaitingWas ?? 0),
    priority: changed(form.priority, form.priorityWas),
    reason: form.reason,
  };
}
