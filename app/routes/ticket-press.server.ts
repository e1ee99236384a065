import { z } from "zod";
import { findSensitive } from "#app/domain/tickets/sensitive.ts";
import { commandId, count, lines } from "#app/http/fields.server.ts";

const WORDS_MAX = 4_000;
const VERSION_MAX = 2_147_483_647;

/** What a person writes along with a change; never a password. */
export const words = lines(WORDS_MAX).refine((text) => !findSensitive(text).password, "contains_password");
/** What every change carries: its own id, and what the ticket looked like. */
export const Press = z.object({ commandId: commandId.optional(), version: count(VERSION_MAX).optional() });
