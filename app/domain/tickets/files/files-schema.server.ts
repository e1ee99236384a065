import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "#app/db/columns.server.ts";
import { FILE_TYPES } from "#app/files/sniff.server.ts";

export const files = pgTable("files", {
  id: uuid().primaryKey(),
  ticketNumber: integer(),
  messageId: integer(),
  uploaderId: integer().notNull(),
  name: text().notNull(),
  mime: text({ enum: FILE_TYPES }).notNull(),
  sizeBytes: integer().notNull(),
  width: integer(),
  height: integer(),
  sha256: text().notNull(),
  createdAt: at().notNull(),
});

export const fileViews = pgTable("file_views", {
  fileId: uuid().notNull(),
  personId: integer().notNull(),
  at: at().notNull(),
});
