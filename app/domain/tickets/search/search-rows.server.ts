import { sql } from "drizzle-orm";
import type { PersonCtx } from "#app/db/context.server.ts";
import { fold } from "#app/lib/fold.ts";
import { asRow, readRows } from "../queue/queue.server.ts";
import type { Answers, Resolution } from "../ticket.ts";
import { type Excerpt, excerpt, highlight, type Needle } from "./highlight.ts";
import type { FoundIn, SearchRow, Snippet } from "./search.ts";

/** The rows of a page in this order, each with its words marked and the text that best shows why it is there. */
export async function listFoundRows(
  ctx: PersonCtx,
  numbers: readonly number[],
  needles: readonly Needle[],
  direct: readonly number[],
): Promise<SearchRow[]> {
  if (numbers.length === 0) return [];
  const picked = sql`select 'all' as grp, number, place from unnest(${list(numbers)}) with ordinality as of (number, place)`;
  const rows = await readRows(ctx, picked);
  const written = await readWritten(ctx, numbers);
  const shown = rows.map((found) => {
    const row = asRow(found, "all");
    const titlePieces = highlight(row.title, needles);
    const missing = missingIn(row.title, needles);
    return { row, titlePieces, missing, snippet: bestOf(written.get(row.number) ?? [], needles, missing) };
  });
  const unexplained = shown.filter(({ missing, snippet }) => !covers(missing, snippet)).map(({ row }) => row.number);
  const said = await readSaid(ctx, unexplained, needles);
  return shown.map(({ row, titlePieces, missing, snippet }) => {
    const texts = [...(written.get(row.number) ?? []), ...(said.get(row.number) ?? [])];
    const best = covers(missing, snippet) ? snippet : bestOf(texts, needles, missing);
    return { ...row, titlePieces, snippet: best && toSnippet(best), byNumber: direct.includes(row.number) };
  });
}

type Text = { in: FoundIn; text: string };
type Best = Excerpt & { in: FoundIn };

const missingIn = (title: string, needles: readonly Needle[]) => {
  const { shows } = excerpt(title, needles, title.length);
  return needles.map((_, at) => at).filter((at) => !shows.includes(at));
};
const covers = (missing: readonly number[], best: Best | null) =>
  best !== null && missing.every((needle) => best.shows.includes(needle));
const toSnippet = ({ shows: _, ...snippet }: Best): Snippet => snippet;

/**
 * The text that shows most of what the title lacks; without any, the beginning of the body. Names only count for what
 * the title lacks: that the assignee is called Văn says nothing of a văn bản.
 */
function bestOf(texts: readonly Text[], needles: readonly Needle[], missing: readonly number[]): Best | null {
  const worth = ({ in: found, shows }: Best) =>
    shows.filter((needle) => missing.includes(needle)).length * 100 + (found === "person" ? 0 : shows.length);
  const excerpts = texts
    .filter(({ text }) => text !== "")
    .map((one) => ({ in: one.in, ...excerpt(one.text, needles) }));
  return excerpts.reduce<Best | null>((best, one) => (best === null || worth(one) > worth(best) ? one : best), null);
}

const list = (numbers: readonly number[]) => sql`${`{${numbers.join(",")}}`}::int[]`;

type Written = {
  number: number;
  body: string;
  answers: Answers;
  resolution: Resolution | null;
  names: string;
};

async function readWritten(ctx: PersonCtx, numbers: readonly number[]): Promise<Map<number, Text[]>> {
  const rows = await ctx.db.execute<Written>(sql`
    select t.number, t.body, t.answers, t.resolution,
      concat_ws(', ', r.full_name, coalesce(a.full_name, t.affected_name), e.full_name) as names
    from tickets t join people r on r.id = t.reporter_id
      left join people a on a.id = t.affected_person_id left join people e on e.id = t.assignee_id
    where t.number = any (${list(numbers)})`);
  return new Map(
    rows.map(({ number, body, answers, resolution, names }) => [
      number,
      [
        { in: "body", text: body },
        ...Object.values(answers).map((text): Text => ({ in: "body", text: String(text) })),
        { in: "solution", text: resolution ? `${resolution.cause} ${resolution.done}` : "" },
        { in: "person", text: names },
      ],
    ]),
  );
}

const SAID_MOST = 8;

/** Messages and file names under row-level security that have one of the words. */
async function readSaid(
  ctx: PersonCtx,
  numbers: readonly number[],
  needles: readonly Needle[],
): Promise<Map<number, Text[]>> {
  const found = new Map<number, Text[]>();
  if (numbers.length === 0) return found;
  // Folded words are letters and digits, so nothing in them is a pattern.
  const patterns = `{${needles.map(({ words }) => `%${words.map(fold).join("%")}%`).join(",")}}`;
  const rows = await ctx.db.execute<{ number: number; source: FoundIn; text: string }>(sql`
    select n.number, case m.visibility when 'public' then 'reply' else 'note' end as source, m.body as text
    from unnest(${list(numbers)}) n (number), lateral (
      select visibility, body from messages
      where ticket_number = n.number and tram_fold(body) like any (${patterns}::text[]) order by id desc limit ${SAID_MOST}) m
    union all
    select n.number, 'file', f.name
    from unnest(${list(numbers)}) n (number), lateral (
      select name from files
      where ticket_number = n.number and tram_fold(name) like any (${patterns}::text[]) limit ${SAID_MOST}) f`);
  for (const { number, source, text } of rows) {
    const texts = found.get(number) ?? [];
    texts.push({ in: source, text });
    found.set(number, texts);
  }
  return found;
}
