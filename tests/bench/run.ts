import { parseArgs } from "node:util";
import { casesOf } from "./cases.ts";
import { benchClock } from "./clock.ts";
import { measure, type Timing } from "./measure.ts";
import { openWorld, type World } from "./world.ts";

const USAGE = `npm run bench -- [--tickets=100000] [--full] [--seconds=5] [--only=search]
  --full      100,000 tickets, then 1,000,000 (several minutes to write)
  --only      the pages whose name has this word; clock: how fast time is counted, without a database
  --seconds   how long each page is asked at each number of connections`;
const CONNECTIONS = [1, 16];

const { values } = parseArgs({
  options: {
    tickets: { type: "string", default: "100000" },
    full: { type: "boolean", default: false },
    seconds: { type: "string", default: "5" },
    only: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});

const say = (line = "") => process.stdout.write(`${line}\n`);
const ms = (value: number) => value.toFixed(1).padStart(9);
const ratio = (value: number) => `${value.toFixed(1)}×`.padStart(8);

function row(name: string, connections: number, timing: Timing): string {
  const { p50, p95, p99, perSecond, errors } = timing;
  const failed = errors > 0 ? `  ${errors} failed` : "";
  return `${name.padEnd(34)}${String(connections).padStart(4)}${ms(p50)}${ms(p95)}${ms(p99)}${ms(perSecond)}${failed}`;
}

/** Page and bare twin take turns within one run, so what they share (this machine, now) cancels out of their ratio. */
async function benchAt(world: World, tickets: number, seconds: number): Promise<void> {
  say(`\n${tickets.toLocaleString("en")} tickets, ${(3 * tickets).toLocaleString("en")} messages; milliseconds`);
  say(
    `${"".padEnd(34)}${"conn".padStart(4)}${["p50", "p95", "p99", "per s"].map((head) => head.padStart(9)).join("")}`,
  );
  const cases = (await casesOf(world)).filter(({ name }) => name.includes(values.only));
  for (const { name, ask, bare } of cases) {
    const queries = await world.countQueries(() => ask(0));
    for (const connections of CONNECTIONS) {
      const bareTiming = await measure(bare, connections, seconds);
      const page = await measure(async (turn) => void (await expectAnswer(await ask(turn))), connections, seconds);
      say(row(name, connections, page));
      say(`${row("  bare SQL and markup", connections, bareTiming)}${ratio(page.p50 / bareTiming.p50)}`);
    }
    say(`  ${queries} queries`);
  }
}

async function expectAnswer(answer: Response): Promise<void> {
  await answer.arrayBuffer();
  if (answer.status >= 400) throw new Error(`${answer.url} answered ${answer.status}`);
}

if (values.help) say(USAGE);
else if (values.only === "clock") process.exitCode = benchClock(say) ? 0 : 1;
else {
  if (values.only === "") benchClock(say);
  const sizes = values.full ? [100_000, 1_000_000] : [Number(values.tickets)];
  for (const tickets of sizes) {
    const world = await openWorld(tickets, say);
    try {
      await benchAt(world, tickets, Number(values.seconds));
    } finally {
      await world.close();
    }
  }
}
