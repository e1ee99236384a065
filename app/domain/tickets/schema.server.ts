import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import type { Judged } from "../sla/judged.ts";
import { IMPACTS, PRIORITIES, URGENCIES } from "./priority.ts";
import {
  ACCESS_PHASES,
  type Answers,
  HOLD_REASONS,
  LINK_KINDS,
  type Resolution,
  TICKET_KINDS,
  TICKET_STATUSES,
} from "./ticket.ts";

export const tickets = pgTable("tickets", {
  number: integer().primaryKey().generatedAlwaysAsIdentity(),
  siteId: integer().notNull(),
  departmentId: integer(),
  reporterId: integer().notNull(),
  filedById: integer().notNull(),
  affectedPersonId: integer(),
  affectedName: text(),
  affectedPosition: text(),
  kind: text({ enum: TICKET_KINDS }).notNull(),
  systemId: integer().notNull(),
  title: text().notNull(),
  body: text().notNull(),
  answers: jsonb().$type<Answers>().notNull(),
  impact: text({ enum: IMPACTS }).notNull(),
  urgency: text({ enum: URGENCIES }).notNull(),
  peopleWaiting: integer().notNull(),
  priority: text({ enum: PRIORITIES }).notNull(),
  status: text({ enum: TICKET_STATUSES }).notNull(),
  holdReason: text({ enum: HOLD_REASONS }),
  holdUntil: at(),
  /** When the reporter, for whom it waits, is reminded next. */
  remindAt: at(),
  assigneeId: integer(),
  teamId: integer(),
  occurredAt: at().notNull(),
  writtenAt: at().notNull(),
  receivedAt: at().notNull(),
  firstResponseAt: at(),
  firstResolvedAt: at(),
  resolvedAt: at(),
  closedAt: at(),
  /** When silence after a resolution closes it. */
  closesAt: at(),
  /** The earliest due time of its running clocks. */
  nextDueAt: at(),
  /** The earliest moments from which on one of its clocks is due soon, and is too late. */
  soonAt: at(),
  overdueAt: at(),
  resolution: jsonb().$type<Resolution>(),
  /** How far a request for access has come; null: the ticket is none. */
  accessPhase: text({ enum: ACCESS_PHASES }),
  /** What such a request asks for. */
  accessRightIds: integer().array().notNull().default([]),
  duplicateOf: integer(),
  duplicateThrough: integer().array().notNull().default([]),
  reopenings: integer().notNull().default(0),
  version: integer().notNull().default(1),
  lastEventId: bigint({ mode: "number" }).notNull().default(0),
  updatedAt: at().notNull(),
});
export type Ticket = typeof tickets.$inferSelect;

export const messages = pgTable("messages", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  ticketNumber: integer().notNull(),
  authorId: integer().notNull(),
  visibility: text({ enum: ["public", "internal"] }).notNull(),
  body: text().notNull(),
  writtenAt: at().notNull(),
});

export const ticketEvents = pgTable("ticket_events", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  ticketNumber: integer().notNull(),
  siteId: integer().notNull(),
  type: text().notNull(),
  data: jsonb().$type<Record<string, unknown>>().notNull(),
  actorId: integer(),
  messageId: integer(),
  internal: boolean().notNull().default(false),
  /** The first the reporter heard of the support side. */
  answers: boolean().notNull().default(false),
  /** By what the clocks run from here on, where that changed. */
  judged: jsonb().$type<Judged | null>(),
  version: integer().notNull(),
  commandId: uuid(),
  at: at().notNull(),
});

export const ticketPeople = pgTable(
  "ticket_people",
  {
    ticketNumber: integer().notNull(),
    personId: integer().notNull(),
    relation: text({ enum: ["follower", "affected"] }).notNull(),
    peopleWaiting: integer().notNull().default(0),
    since: at().notNull(),
    /** Here only because a duplicate brought them. */
    brought: boolean().notNull().default(false),
    /** What they were by themselves, where a duplicate made it more. */
    ownRelation: text({ enum: ["follower", "affected"] }),
    ownWaiting: integer(),
  },
  (t) => [primaryKey({ columns: [t.ticketNumber, t.personId] })],
);

export const duplicatePeople = pgTable(
  "duplicate_people",
  {
    duplicateNumber: integer().notNull(),
    ticketNumber: integer().notNull(),
    personId: integer().notNull(),
    relation: text({ enum: ["follower", "affected"] }).notNull(),
    peopleWaiting: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.duplicateNumber, t.ticketNumber, t.personId] })],
);

export const ticketReads = pgTable(
  "ticket_reads",
  { ticketNumber: integer().notNull(), personId: integer().notNull(), eventId: bigint({ mode: "number" }).notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.ticketNumber] })],
);

export const ticketLinks = pgTable(
  "ticket_links",
  {
    fromNumber: integer().notNull(),
    toNumber: integer().notNull(),
    kind: text({ enum: LINK_KINDS }).notNull(),
    byId: integer(),
    at: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fromNumber, t.toNumber] })],
);

export const commands = pgTable(
  "commands",
  {
    id: uuid().notNull(),
    personId: integer().notNull(),
    verb: text().notNull(),
    digest: text().notNull(),
    result: jsonb().$type<unknown>(),
    at: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.id] })],
);
