import type { Db } from "#app/db/connect.server.ts";
import { sweepRateLimits } from "#app/db/rate-limit.server.ts";
import "#app/domain/subscriptions.server.ts";
import { fileCampaigns } from "#app/domain/access/campaign-filing.server.ts";
import { sweepDrafts } from "#app/domain/access/drafts.server.ts";
import { remindLeads } from "#app/domain/access/leads.server.ts";
import { askForProofs } from "#app/domain/access/proof-asking.server.ts";
import { askAboutExpiring, takeFromLeavers } from "#app/domain/access/register-tasks.server.ts";
import { openYearlyReviews } from "#app/domain/access/reviews.server.ts";
import { settleDuePeople } from "#app/domain/identity/people-access.server.ts";
import { sweepSessions } from "#app/domain/identity/sessions.server.ts";
import { putDigests } from "#app/domain/notifications/digest.server.ts";
import { sweepTold } from "#app/domain/notifications/retention.server.ts";
import { sweepImports } from "#app/domain/policy/people-import.server.ts";
import { sweepCommands } from "#app/domain/tickets/commands.server.ts";
import { sweepFiles } from "#app/domain/tickets/files/files-sweep.server.ts";
import { endDueHolds } from "#app/domain/tickets/hold-ends.server.ts";
import { closeSilentTickets } from "#app/domain/tickets/resolution.server.ts";
import { gatherDueWords } from "#app/domain/tickets/search/search-words.server.ts";
import { callForPressing } from "#app/domain/tickets/warnings/pages.server.ts";
import { remindReporters } from "#app/domain/tickets/warnings/reminders.server.ts";
import { warnOfDueClocks } from "#app/domain/tickets/warnings/warnings.server.ts";
import { fileStore } from "#app/files/store.server.ts";

export type Scheduled = {
  name: string;
  cron: string;
  /** Gives how much was done, for the log. Safe to run twice and at once. */
  work(db: Db, now: Date): Promise<number>;
};

export const SCHEDULED: readonly Scheduled[] = [
  {
    name: "close-silent-tickets",
    cron: "*/10 * * * *",
    work: async (db, now) => (await closeSilentTickets(db, now)).length,
  },
  // In office hours, when somebody is there to read it.
  { name: "digest", cron: "0 8 * * 1-5", work: putDigests },
  { name: "gather-words", cron: "* * * * *", work: gatherDueWords },
  { name: "settle-people", cron: "*/5 * * * *", work: settleDuePeople },
  {
    name: "sweep",
    cron: "17 * * * *",
    async work(db, now) {
      await sweepSessions(db, now);
      await sweepRateLimits(db);
      await sweepFiles(db, fileStore, now);
      await sweepTold(db, now);
      await sweepImports(db, now);
      await sweepDrafts(db, now);
      return sweepCommands(db, now);
    },
  },
  { name: "end-due-holds", cron: "* * * * *", work: endDueHolds },
  { name: "call-for-pressing", cron: "* * * * *", work: callForPressing },
  { name: "ask-for-proofs", cron: "*/5 * * * *", work: askForProofs },
  { name: "file-campaigns", cron: "* * * * *", work: fileCampaigns },
  { name: "take-from-leavers", cron: "* * * * *", work: takeFromLeavers },
  { name: "ask-about-expiring", cron: "*/15 * * * *", work: askAboutExpiring },
  { name: "open-yearly-reviews", cron: "30 7 * 1 *", work: openYearlyReviews },
  { name: "remind-leads", cron: "0 8 * * 1", work: remindLeads },
  { name: "remind-reporters", cron: "*/5 * * * *", work: remindReporters },
  { name: "warn-of-due-clocks", cron: "* * * * *", work: warnOfDueClocks },
];
