/** A calendar's file: a year has some twenty days, and nobody writes down more than a few years at once. */
export const MAX_FILE_KB = 64;
export const MAX_FILE_BYTES = MAX_FILE_KB * 1024;
export const MAX_FILE_DAYS = 600;
