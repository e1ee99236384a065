import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Import this first: the settings are read as soon as anything of the app is imported. */
export const home = mkdtempSync(join(realpathSync(tmpdir()), "tram-data-"));
process.env.DATA_DIR = home;
