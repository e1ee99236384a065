const MB = 1024 * 1024;

export const FILE_MAX_BYTES = 10 * MB;
/** With one ticket or one reply. */
export const FILES_MAX = 8;
/** What one person may send in 24 hours. */
export const DAILY_MAX_BYTES = 200 * MB;
export const FILE_ACCEPT = "image/png,image/jpeg,image/webp,application/pdf";

/** Why a file was not taken; the words are in i18n under `report.fileFaults`. */
export const FILE_FAULTS = {
  file_type: 415,
  file_broken: 422,
  file_too_large: 413,
  too_many_files: 413,
  file_quota: 413,
  file_missing: 422,
  storage_full: 507,
} as const;
export type FileFault = keyof typeof FILE_FAULTS;
