import type { Lang } from "#app/lib/lang.ts";
import { ticketEvents as en } from "./en/ticket-events.ts";
import { ticketEvents as vi } from "./vi/ticket-events.ts";

const NOBODY = () => "";
const NAMES = { person: NOBODY, system: NOBODY, team: NOBODY, ward: NOBODY };
const ENGINEER = "Trần Văn Minh";

/** Whom the letters of the preview are for, and what they are about. */
export const sampleReader: Record<Lang, { name: string; title: string }> = {
  vi: { name: "Nguyễn Thị Lan", title: "Không ký phát hành được văn bản" },
  en: { name: "Nguyễn Thị Lan", title: "Documents cannot be signed for publishing" },
};

const happened = (words: typeof vi, reply: string) => [
  {
    type: "ticket.taken" as const,
    sentence: words["ticket.taken"]({ type: "ticket.taken", fromId: null }, ENGINEER, NAMES),
    who: ENGINEER,
    text: null,
  },
  {
    type: "ticket.reclassified" as const,
    sentence: words["ticket.reclassified"](
      { type: "ticket.reclassified", changes: { priority: { from: "p3", to: "p1" } }, reason: "" },
      ENGINEER,
      NAMES,
    ),
    who: ENGINEER,
    text: null,
  },
  {
    type: "ticket.replied" as const,
    sentence: words["ticket.replied"]({ type: "ticket.replied" }, ENGINEER, NAMES),
    who: ENGINEER,
    text: reply,
  },
];

/** A deadline that has gone by, and a P1 that calls again. */
export function samplePressing(lang: Lang, dueAt: Date) {
  const words = lang === "en" ? en : vi;
  const due = { target: "first_response", percent: 100, dueAt: dueAt.toISOString() } as const;
  const said = { who: null, text: null };
  return [
    {
      ...{ type: "ticket.warned" as const, ...said, due },
      sentence: words["ticket.warned"]({ type: "ticket.warned", whom: ["assignee"], ...due }, ENGINEER, NAMES),
    },
    {
      ...{ type: "ticket.paged" as const, ...said, minutes: 20 },
      sentence: words["ticket.paged"]({ type: "ticket.paged", minutes: 20 }, ENGINEER, NAMES),
    },
  ];
}

export const sampleHappened: Record<Lang, ReturnType<typeof happened>> = {
  vi: happened(vi, "Đang kiểm tra chứng thư số.\nSẽ xong trước 09:30."),
  en: happened(en, "Checking the certificate.\nDone before 09:30."),
};
