import { lock, revokeAllSessionsOf, unlock } from "#app/domain/identity/accounts.server.ts";
import { invitePerson } from "#app/domain/identity/invitation.server.ts";
import { disablePerson, editPersonAndAddress } from "#app/domain/identity/people-access.server.ts";
import { enablePerson, planDeparture } from "#app/domain/policy/departures.server.ts";
import { addGrant, endGrant, prolongGrant } from "#app/domain/policy/grants-admin.server.ts";
import { cancelMove } from "#app/domain/policy/moves.server.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { dateIn } from "#app/lib/time.ts";
import { detailsOf, type PersonChange } from "./admin-people-forms.server.ts";

/** The verb behind each button of a person's page. */
export async function changePerson(ctx: PageCtx, personId: number, form: PersonChange): Promise<void> {
  switch (form.intent) {
    case "invite":
      return invitePerson(ctx, personId);
    case "lock_out":
      return revokeAllSessionsOf(ctx, personId);
    case "lock":
      return lock(ctx, personId);
    case "unlock":
      return unlock(ctx, personId);
  }
  const target = { personId, version: form.version };
  switch (form.intent) {
    case "details":
      return editPersonAndAddress(ctx, target, detailsOf(form));
    case "grant":
      return addGrant(ctx, target, {
        role: form.role,
        siteId: form.at,
        teamId: form.teamId ?? null,
        from: form.from ?? dateIn(ctx.now),
        until: form.until ?? null,
      });
    case "end":
      return endGrant(ctx, target, { grantId: form.grantId, lastDay: form.lastDay });
    case "end_now":
      return endGrant(ctx, target, { grantId: form.grantId, lastDay: null });
    case "prolong":
      return prolongGrant(ctx, target, { grantId: form.grantId, lastDay: form.lastDay });
    case "no_end":
      return prolongGrant(ctx, target, { grantId: form.grantId, lastDay: null });
    case "disable":
      return form.lastDay
        ? planDeparture(ctx, target, { reason: form.reason, lastDay: form.lastDay })
        : disablePerson(ctx, target, form.reason);
    case "enable":
      return enablePerson(ctx, target);
    case "cancel_move":
      return cancelMove(ctx, target);
  }
}
