import { eq } from "drizzle-orm";
import type { Ctx } from "#app/db/context.server.ts";
import type { Target } from "../../sla/policy.ts";
import type { Clock, History } from "../../sla/replay.ts";
import { clockSteps } from "../clocks/clocks-schema.server.ts";
import { readLadder } from "./ladder.server.ts";
import { stepsLeft, type TimedStep } from "./ladder.ts";

type Promised = Pick<Clock, "target" | "targetSeconds" | "state">;

/** What is still to be told of a ticket's running clocks; a target that changed is a new promise. */
export async function upcomingSteps(
  ctx: Ctx,
  number: number,
  history: History | null,
  clocks: readonly Promised[],
): Promise<ReadonlyMap<Target, TimedStep[]>> {
  const running = clocks.filter(({ state }) => state === "running");
  if (!history || running.length === 0) return new Map();
  const [ladder, told] = await Promise.all([
    readLadder(ctx),
    ctx.db.select().from(clockSteps).where(eq(clockSteps.ticketNumber, number)),
  ]);
  return new Map(
    running.map((clock) => {
      const { target, targetSeconds } = clock;
      const same = told.filter((one) => one.target === target && one.targetSeconds === targetSeconds);
      const percents = same.map(({ percent }) => percent);
      return [target, stepsLeft(history, clock, ladder, percents)];
    }),
  );
}
