import fc from "fast-check";
import { expect, test } from "vitest";
import type { Policy } from "#app/domain/sla/policy.ts";
import { type Clock, type ClockFact, historyOf, type Judgement, replay, stopsFor } from "#app/domain/sla/replay.ts";
import { elapsedIn } from "#app/domain/sla/timetable.ts";
import { timetable } from "#tests/domain/sla/arbitraries.ts";

const judgement: fc.Arbitrary<Judgement> = fc
  .tuple(timetable, fc.integer({ min: 60, max: 40_000 }), fc.integer({ min: 600, max: 300_000 }), fc.boolean())
  .map(([table, first_response, resolution, vendorStops]) => ({
    version: 1,
    timetable: table,
    // Safe because a clock reads nothing else of its policy.
    policy: {
      targets: { first_response, resolution, approval: null, grant: null, proof: null },
      vendorStops,
    } as unknown as Policy,
  }));

const BEGAN = Date.parse("2026-03-02T01:00Z");
const STEPS = ["answer", "hold", "go_on", "solve", "reopen", "judge"] as const;
const REASONS = ["reporter", "approval", "vendor", "scheduled"] as const;

/** A ticket's life in which only happens what may happen: nothing is held twice, only what is solved is reopened. */
const life: fc.Arbitrary<ClockFact[]> = fc
  .record({
    first: judgement,
    steps: fc.array(
      fc.record({
        step: fc.constantFrom(...STEPS),
        gap: fc.integer({ min: 0, max: 5 * 86_400_000 }),
        reason: fc.constantFrom(...REASONS),
        until: fc.option(fc.integer({ min: 1, max: 6 * 86_400_000 })),
        judgement,
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ first, steps }) => {
    const began = new Date(BEGAN);
    const facts: ClockFact[] = [
      { type: "started", at: began },
      { type: "judged", at: began, judgement: first },
    ];
    let [now, held, solved] = [BEGAN, false, false];
    for (const { step, gap, reason, until, judgement: next } of steps) {
      now += gap;
      const at = new Date(now);
      if (step === "answer") facts.push({ type: "answered", at });
      if (step === "judge") facts.push({ type: "judged", at, judgement: next });
      if (step === "hold" && !held && !solved) {
        facts.push({ type: "held", at, reason, until: until === null ? null : new Date(now + until) });
        held = true;
      }
      if (step === "go_on" && held) {
        facts.push({ type: "went_on", at });
        held = false;
      }
      if (step === "solve" && !solved) {
        facts.push({ type: "solved", at });
        [held, solved] = [false, true];
      }
      if (step === "reopen" && solved) {
        facts.push({ type: "reopened", at });
        solved = false;
      }
    }
    return facts;
  });

const lifeCutInTwo = life.chain((facts) =>
  fc.integer({ min: 2, max: facts.length }).map((at) => [facts.slice(0, at), facts.slice(at)] as const),
);
const endOf = (facts: readonly ClockFact[]) => facts.at(-1)?.at ?? new Date(BEGAN);
const afterwards = (at: Date, ms: number) => new Date(at.getTime() + ms);
const counted = (clock: Clock, facts: readonly ClockFact[], to: Date): number => {
  const history = historyOf(facts);
  if (!history) throw new Error("no history");
  return elapsedIn(clock.judgement.timetable, clock.startedAt, to, stopsFor(clock.target, history));
};

test("the same facts give the same clocks", () => {
  fc.assert(
    fc.property(life, (facts) => {
      expect(replay(structuredClone(facts))).toEqual(replay(facts));
    }),
  );
});

test("being judged again by the same rules changes nothing, wherever it happens", () => {
  fc.assert(
    fc.property(lifeCutInTwo, ([before, after]) => {
      const last = before.findLast((fact) => fact.type === "judged");
      if (!last) throw new Error("never judged");
      expect(replay([...before, { ...last, at: endOf(before) }, ...after])).toEqual(replay([...before, ...after]));
    }),
  );
});

test("another policy keeps every stop: only targets not reached yet and what they are measured against change", () => {
  fc.assert(
    fc.property(life, judgement, (facts, other) => {
      const rejudged: ClockFact = { type: "judged", at: endOf(facts), judgement: other };
      const [before, after] = [historyOf(facts), historyOf([...facts, rejudged])];
      expect(after?.stops).toEqual(before?.stops);
      expect(after?.startedAt).toEqual(before?.startedAt);
      for (const clock of replay([...facts, rejudged])) {
        const was = replay(facts).find(({ target }) => target === clock.target);
        if (clock.metAt) expect(clock).toEqual(was);
        else expect(clock.targetSeconds).toBe(other.policy?.targets[clock.target]);
      }
    }),
  );
});

test("nothing stops the first response", () => {
  fc.assert(
    fc.property(life, (facts) => {
      const unheld = facts.filter(({ type }) => !["held", "went_on", "solved", "reopened"].includes(type));
      const without = ({ vendorSeconds: _, ...clock }: Clock) => clock;
      const firstOf = (of: ClockFact[]) => replay(of).slice(0, 1).map(without);
      expect(firstOf(facts)).toEqual(firstOf(unheld));
    }),
  );
});

test("a target that stands still is never overdue later than it was, and says what is left", () => {
  fc.assert(
    fc.property(life, (facts) => {
      for (const clock of replay(facts)) {
        if (clock.state !== "paused") {
          expect(clock.leftSeconds).toBeNull();
          continue;
        }
        const at = clock.pausedAt ?? clock.startedAt;
        expect(clock.leftSeconds).toBeCloseTo(clock.targetSeconds - counted(clock, facts, at), 6);
        const muchLater = counted(clock, facts, afterwards(at, 1));
        expect(clock.targetSeconds - muchLater).toBeCloseTo(clock.leftSeconds ?? 0, 6);
      }
    }),
  );
});

test("due is when the target is used up, overdue from the first service instant after it", () => {
  fc.assert(
    fc.property(life, (facts) => {
      for (const clock of replay(facts)) {
        const { dueAt, overdueAt, targetSeconds } = clock;
        if (dueAt === null) {
          expect(overdueAt).toBeNull();
          continue;
        }
        expect(counted(clock, facts, dueAt)).toBeCloseTo(targetSeconds, 6);
        expect(counted(clock, facts, afterwards(dueAt, -1))).toBeLessThan(targetSeconds);
        if (overdueAt === null) continue;
        expect(overdueAt.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
        expect(counted(clock, facts, overdueAt)).toBeCloseTo(targetSeconds, 6);
        expect(counted(clock, facts, afterwards(overdueAt, 1))).toBeGreaterThan(targetSeconds);
      }
    }),
  );
});

test("missed is exactly what was reached after it was overdue", () => {
  fc.assert(
    fc.property(life, (facts) => {
      for (const { state, metAt, elapsedSeconds, targetSeconds } of replay(facts)) {
        if (state === "met") expect(elapsedSeconds).toBeLessThanOrEqual(targetSeconds);
        if (state === "missed") expect(elapsedSeconds).toBeGreaterThan(targetSeconds);
        expect(["met", "missed", "invalid"].includes(state)).toBe(metAt !== null);
      }
    }),
  );
});

test("a duplicate that was none goes on as if nobody had said so, answered or not", () => {
  fc.assert(
    fc.property(lifeCutInTwo, fc.boolean(), ([before, after], answers) => {
      const at = endOf(before);
      const answered = before.some(({ type }) => type === "answered");
      const mistake: ClockFact[] = [
        { type: "dropped", at },
        ...(answers ? [{ type: "answered", at } as const] : []),
        { type: "taken_up", at, answered },
      ];
      expect(replay([...before, ...mistake, ...after])).toEqual(replay([...before, ...after]));
    }),
  );
});

test("a stop that ends by itself counts the same, however late somebody notices", () => {
  fc.assert(
    fc.property(lifeCutInTwo, fc.integer({ min: 0, max: 864_000_000 }), ([facts], late) => {
      const last = facts.at(-1);
      if (last?.type !== "held" || last.until === null) return;
      const noticed = (at: Date) => replay([...facts, { type: "went_on", at }]);
      expect(noticed(afterwards(last.until, late))).toEqual(noticed(last.until));
    }),
  );
});

test("waiting for a vendor is counted when it is over, not before", () => {
  fc.assert(
    fc.property(lifeCutInTwo, ([facts]) => {
      const last = facts.at(-1);
      if (last?.type !== "held") return;
      const waited = (of: readonly ClockFact[]) => replay(of).map(({ vendorSeconds }) => vendorSeconds);
      expect(waited(facts)).toEqual(waited(facts.slice(0, -1)));
    }),
  );
});

test("the first time it was solved stays what it was, whatever follows under the same rules", () => {
  fc.assert(
    fc.property(lifeCutInTwo, ([before, after]) => {
      const first = replay(before).find(({ target }) => target === "resolution");
      const sameRules = after.filter(({ type }) => type !== "judged");
      const last = replay([...before, ...sameRules]).find(({ target }) => target === "resolution");
      if (!first?.firstMetAt) return;
      expect(last).toMatchObject({ firstMetAt: first.firstMetAt, firstElapsedSeconds: first.firstElapsedSeconds });
    }),
  );
});
