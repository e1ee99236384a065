// The one barrel of tables: drizzle needs them together, domain modules import their own.
export * from "#app/db/audit.server.ts";
export * from "#app/db/outbox.server.ts";
export * from "#app/domain/access/schema.server.ts";
export * from "#app/domain/directory/schema.server.ts";
export * from "#app/domain/identity/schema.server.ts";
export * from "#app/domain/notifications/schema.server.ts";
export * from "#app/domain/policy/schema.server.ts";
export * from "#app/domain/sla/policy-drafts-schema.server.ts";
export * from "#app/domain/sla/schema.server.ts";
export * from "#app/domain/tickets/clocks/clocks-schema.server.ts";
export * from "#app/domain/tickets/clocks/recompute-schema.server.ts";
export * from "#app/domain/tickets/files/files-schema.server.ts";
export * from "#app/domain/tickets/schema.server.ts";
export * from "#app/domain/tickets/search/abbreviations-schema.server.ts";
