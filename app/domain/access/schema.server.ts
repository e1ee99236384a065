import { boolean, date, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import { APPROVAL_STATES, type ApprovalWay, type Approver, type Need } from "./approval.ts";
import type { Basis, CampaignTemplate, DraftContent, Needs } from "./request.ts";
import { CAUSES, ITEM_STATES } from "./request.ts";

export const systemOwners = pgTable(
  "system_owners",
  { systemId: integer().notNull(), personId: integer().notNull() },
  (t) => [primaryKey({ columns: [t.systemId, t.personId] })],
);

export const positions = pgTable("positions", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  key: text(),
  name: text().notNull(),
  nameEn: text().notNull().default(""),
  sort: integer().notNull().default(100),
  retiredAt: at(),
  version: integer().notNull().default(1),
});

export const accessRights = pgTable("access_rights", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  key: text(),
  systemId: integer().notNull(),
  name: text().notNull(),
  nameEn: text().notNull().default(""),
  about: text().notNull().default(""),
  needs: jsonb().$type<Needs>().notNull().default({}),
  approval: jsonb().$type<ApprovalWay>().notNull(),
  teamId: integer(),
  howToGrant: text().notNull().default(""),
  howToRevoke: text().notNull().default(""),
  howToProve: text().notNull().default(""),
  evidence: text().notNull().default(""),
  sort: integer().notNull().default(100),
  retiredAt: at(),
  version: integer().notNull().default(1),
});
export type AccessRight = typeof accessRights.$inferSelect;

export const dutyConflicts = pgTable(
  "duty_conflicts",
  { rightId: integer().notNull(), otherRightId: integer().notNull(), reason: text().notNull() },
  (t) => [primaryKey({ columns: [t.rightId, t.otherRightId] })],
);

export const positionRights = pgTable(
  "position_rights",
  { positionId: integer().notNull(), rightId: integer().notNull() },
  (t) => [primaryKey({ columns: [t.positionId, t.rightId] })],
);

export const accessRequests = pgTable("access_requests", {
  ticketNumber: integer().primaryKey(),
  round: integer().notNull().default(1),
  tries: text().notNull().default(""),
  fails: text().notNull().default(""),
  basis: jsonb().$type<Basis>().notNull().default({}),
  campaignId: integer(),
  cause: text({ enum: CAUSES }).notNull().default("asked"),
  askedBackAt: at(),
});
export type AccessRequest = typeof accessRequests.$inferSelect;

export const accessItems = pgTable("access_items", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  ticketNumber: integer().notNull(),
  kind: text({ enum: ["grant", "revoke"] }).notNull(),
  rightId: integer().notNull(),
  personId: integer().notNull(),
  departmentId: integer(),
  position: text().notNull().default(""),
  validFrom: date().notNull(),
  validUntil: date(),
  entitlementId: integer(),
  track: integer().notNull(),
  teamId: integer(),
  state: text({ enum: ITEM_STATES }).notNull(),
  done: text(),
  doneById: integer(),
  doneAt: at(),
  handedBackWhy: text(),
  proofAsked: integer().notNull().default(0),
  proofAskAt: at(),
  atDesk: boolean().notNull().default(false),
  fails: integer().notNull().default(0),
  proofNote: text(),
  provenById: integer(),
  provenAt: at(),
});
export type AccessItem = typeof accessItems.$inferSelect;

export const accessSteps = pgTable("access_steps", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  ticketNumber: integer().notNull(),
  round: integer().notNull(),
  track: integer().notNull(),
  step: integer().notNull(),
  who: jsonb().$type<readonly Approver[]>().notNull(),
  need: text().$type<Need>().notNull(),
  state: text({ enum: APPROVAL_STATES }).notNull(),
  openedAt: at(),
  decidedAt: at(),
});
export type AccessStep = typeof accessSteps.$inferSelect;

export const accessDecisions = pgTable("access_decisions", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  stepId: integer().notNull(),
  ticketNumber: integer().notNull(),
  personId: integer().notNull(),
  forId: integer(),
  verdict: text({ enum: ["approved", "refused"] }).notNull(),
  reason: text().notNull().default(""),
  at: at().notNull(),
});
export type AccessDecision = typeof accessDecisions.$inferSelect;

export const accessDelegations = pgTable("access_delegations", {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  fromId: integer().notNull(),
  toId: integer().notNull(),
  validFrom: date().notNull(),
  validUntil: date().notNull(),
  why: text().notNull(),
  madeById: integer().notNull(),
  madeAt: at().notNull(),
  endedAt: at(),
});

export const accessReaders = pgTable("access_readers", {
  ticketNumber: integer().notNull(),
  personId: integer(),
  teamId: integer(),
  tie: text({ enum: ["affected", "approver", "granter"] }).notNull(),
});

export const accessDrafts = pgTable("access_drafts", {
  id: uuid().primaryKey(),
  personId: integer().notNull(),
  siteId: integer().notNull(),
  content: jsonb().$type<DraftContent>().notNull(),
  changedAt: at().notNull(),
});

export const entitlements = pgTable("entitlements", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  siteId: integer().notNull(),
  departmentId: integer(),
  personId: integer().notNull(),
  rightId: integer().notNull(),
  position: text().notNull().default(""),
  validFrom: date().notNull(),
  validUntil: date(),
  basis: jsonb().$type<Basis>().notNull().default({}),
  itemId: integer(),
  recordedById: integer(),
  provenAt: at().notNull(),
  endedAt: at(),
  endedByItemId: integer(),
  version: integer().notNull().default(1),
});
export type Entitlement = typeof entitlements.$inferSelect;

export const accessCampaigns = pgTable("access_campaigns", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  title: text().notNull(),
  why: text().notNull(),
  template: jsonb().$type<CampaignTemplate>().notNull(),
  startedById: integer().notNull(),
  startedAt: at().notNull(),
  endedAt: at(),
  version: integer().notNull().default(1),
});

export const campaignWards = pgTable(
  "campaign_wards",
  {
    campaignId: integer().notNull(),
    siteId: integer().notNull(),
    ticketNumber: integer(),
    leftOutWhy: text(),
    triedAt: at(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.siteId] })],
);

export const accessReviews = pgTable("access_reviews", {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  siteId: integer().notNull(),
  year: integer().notNull(),
  openedAt: at().notNull(),
  dueOn: date().notNull(),
  doneAt: at(),
  doneById: integer(),
});

export const accessReviewLines = pgTable(
  "access_review_lines",
  {
    reviewId: integer().notNull(),
    entitlementId: integer().notNull(),
    verdict: text({ enum: ["keep", "revoke"] }),
    why: text().notNull().default(""),
    byId: integer(),
    at: at(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.entitlementId] })],
);
