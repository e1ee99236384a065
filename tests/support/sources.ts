import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Source = { path: string; text: string };
export type Import = { from: string; to: string; typeOnly: boolean };

/** Files under a folder of the project, with paths from the project's root. */
export function sourcesUnder(folder: string, kinds = /\.(tsx?|mjs)$/): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kinds.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: posix.normalize(path.slice(ROOT.length).replaceAll("\\", "/")),
      text: readFileSync(path, "utf8"),
    }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\("([^"]+)"\)/g;

/** What a file imports: paths of our own from the root, packages by name. */
export function importsOf({ path, text }: Source): Import[] {
  const still = [...text.matchAll(IMPORT)].map(([, type, to = ""]) => ({ to, typeOnly: type !== undefined }));
  const later = [...text.matchAll(DYNAMIC)].map(([, to = ""]) => ({ to, typeOnly: false }));
  return [...still, ...later].map(({ to, typeOnly }) => ({ from: path, to: resolve(path, to), typeOnly }));
}

function resolve(from: string, to: string): string {
  if (to.startsWith("#")) return to.slice(1);
  return to.startsWith(".") ? posix.join(dirname(from), to) : to;
}
