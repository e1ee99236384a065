import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Orders names as a Vietnamese reader looks them up, Đ after D, whatever the database was created with. */
export const inVietnamese = (name: SQLWrapper): SQL => sql`${name} collate "vi-x-icu"`;
