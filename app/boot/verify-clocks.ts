import { withDatabase } from "#app/boot/database.ts";
import { verifyClocks } from "#app/domain/tickets/clocks/verify.server.ts";

await withDatabase(async ({ db, say }) => {
  const { tickets, clocks, unjudged, differing, differences } = await verifyClocks(db);
  for (const { number, what, stored, replayed } of differences) {
    say(`Ticket ${number}, ${what}: stored ${stored}, replayed ${replayed}.`);
  }
  const waiting = unjudged === 0 ? "" : ` ${unjudged} from before the clocks have none yet.`;
  const result = differing === 0 ? "all as their events say." : `${differing} tickets differ.`;
  say(`${tickets} tickets with ${clocks} clocks compared: ${result}${waiting}`);
  if (differing > 0) process.exitCode = 1;
});
