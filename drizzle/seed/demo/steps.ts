import type { Impact, Urgency } from "#app/domain/tickets/priority.ts";
import type { Answers, HoldReason, LinkKind, Resolution, TicketKind } from "#app/domain/tickets/ticket.ts";
import type { Reclassify } from "#app/domain/tickets/triage.server.ts";

/** A ticket's form with keys and e-mails where the database has ids. */
export type OpenForm = {
  ward: string;
  system: string;
  /** The officer, when an engineer types for them. */
  reporter: string | null;
  kind: TicketKind;
  title: string;
  body: string;
  answers: Answers;
  impact: Impact;
  urgency: Urgency;
  peopleWaiting: number;
  occurredAt: Date;
  affected: string | null;
  affectedName: string | null;
  affectedPosition: string | null;
};

export type Act =
  | { do: "open"; form: OpenForm }
  | { do: "take" | "release" | "resume" | "confirm" }
  | { do: "assign"; to: string }
  | { do: "reply" | "note"; body: string }
  | { do: "hold"; reason: HoldReason; until: Date | null; why: string }
  | { do: "hand_over"; team: string; tried: string }
  | { do: "hand_back"; tried: string }
  | { do: "reclassify"; change: Reclassify }
  | { do: "resolve"; resolution: Resolution }
  | { do: "reopen"; stillFails: string }
  | { do: "cancel"; reason: string }
  | { do: "link"; to: number; kind: LinkKind }
  | { do: "duplicate"; of: number }
  | { do: "join"; peopleWaiting: number }
  /** The background job's turn, on no ticket in particular. */
  | { do: "close_silent" };

/** One thing somebody does at one instant to one ticket; tickets are counted from 0 in the order they were thought of. */
export type Step = { at: number; ticket: number; by: string; act: Act };
