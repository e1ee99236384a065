import type { LoaderFunctionArgs } from "@remix-run/node";
import { listForExport } from "#app/domain/access/register-page.server.ts";
import { withContext } from "#app/http/context.server.ts";
import { wordsFor } from "#app/i18n/words-for.server.ts";
import { csvText } from "#app/lib/csv.ts";
import { formatDate } from "#app/lib/format.ts";
import { dateIn, startOfDate } from "#app/lib/time.ts";
import { registerWishIn } from "#app/routes/access-register-wish.server.ts";
import { csvFile } from "#app/routes/csv-file.server.ts";

const day = (date: string | null | undefined) => (date ? formatDate(startOfDate(date)) : "");

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const w = wordsFor(ctx.lang);
    const named = ({ name, nameEn }: { name: string; nameEn: string }) => (ctx.lang === "en" && nameEn ? nameEn : name);
    const unit = ({ name, unitKind }: { name: string; unitKind: keyof typeof w.common.unit | null }) =>
      unitKind ? `${w.common.unit[unitKind]} ${name}` : name;
    const rows = await listForExport(ctx, registerWishIn(args.request));
    const head = [
      ...[w.access.person, w.access.position, w.accessPages.ask.unit, w.access.system, w.access.right],
      ...[w.accessRegister.since, w.access.until, w.accessPages.ask.decisionNumber, w.accessPages.ask.decisionDate],
      ...[w.access.request, w.accessRegister.state],
    ];
    const lines = rows.map((row) => [
      ...[
        row.person,
        row.position,
        unit(row.ward),
        named(row.system),
        named(row.right),
        day(row.since),
        day(row.until),
      ],
      ...[
        row.basis.decisionNumber ?? "",
        day(row.basis.decisionDate),
        row.ticketNumber ? String(row.ticketNumber) : "",
      ],
      row.endedAt
        ? w.accessRegister.revoked(formatDate(row.endedAt))
        : row.expired
          ? w.accessRegister.expired
          : w.accessRegister.inUse,
    ]);
    return csvFile(csvText([head, ...lines]), `so-quyen-${dateIn(ctx.now)}`);
  });
