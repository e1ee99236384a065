import { describe, expect, test } from "vitest";
import { type Import, importsOf, type Source, sourcesUnder } from "#tests/support/sources.ts";

const app = sourcesUnder("app");
const imports = app.flatMap(importsOf);
const inside =
  (...folders: string[]) =>
  ({ path }: Source) =>
    folders.some((folder) => path.startsWith(`app/${folder}`));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/ .*/g, "");
const where = (sources: Source[], wrong: RegExp) =>
  sources.filter(({ text }) => wrong.test(text)).map(({ path }) => path);
const said = ({ from, to }: Import) => `${from} -> ${to}`;

/** "app/domain/tickets/hold.server.ts" lies in "domain", "app/root.tsx" in "root.tsx". */
const zoneOf = (path: string) => (/^app\//.test(path) ? (path.split("/")[1] ?? "") : null);

/** Who may import from whom. Process files (boot, server, jobs) stand on top and may use everything. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "root.tsx": ["http", "live", "components", "domain", "ui", "i18n", "lib", "app.css"],
  routes: ["routes", "http", "live", "components", "domain", "mail", "ui", "i18n", "lib", "root.tsx"],
  components: ["components", "ui", "i18n", "domain", "lib", "http", "live", "root.tsx"],
  ui: ["ui", "i18n", "lib"],
  i18n: ["i18n", "lib", "domain"],
  http: ["http", "domain", "db", "i18n", "lib", "live", "files", "env.server.ts"],
  domain: ["domain", "db", "mail", "files", "i18n", "lib", "env.server.ts"],
  mail: ["mail", "i18n", "lib", "env.server.ts"],
  files: ["files", "lib", "env.server.ts"],
  db: ["db", "lib", "env.server.ts"],
  live: ["live", "db", "domain", "http", "lib", "server", "env.server.ts"],
  lib: ["lib", "env.server.ts"],
};
/** The one barrel for drizzle, the door that tells row-level security who is asking, and our own PostgreSQL, a process. */
const EXCEPTIONS = [
  /^app\/db\/embedded[./].* -> app\/boot\//,
  /^app\/db\/schema\.server\.ts -> app\/domain\/[\w/-]+schema\.server\.ts$/,
  /^app\/db\/context\.server\.ts -> app\/domain\/policy\/actor\.ts$/,
];

const MODULES = [
  ...["directory", "policy", "identity", "sla", "roster", "tickets", "access", "incidents", "knowledge"],
  ...["notifications", "reports", "audit"],
];
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
const moduleOf = (path: string) => /^app\/domain\/([\w-]+)\//.exec(path)?.[1];

describe("dependencies point one way", () => {
  test.each(Object.entries(MAY_IMPORT))("%s imports only what it may", (zone, allowed) => {
    const wrong = imports
      .filter(({ from, to }) => zoneOf(from) === zone && zoneOf(to) !== null && !allowed.includes(zoneOf(to) ?? ""))
      .filter(({ to, typeOnly }) => !(typeOnly && to === "app/db/context.server.ts"))
      .map(said);
    expect(wrong.filter((line) => !EXCEPTIONS.some((exception) => exception.test(line)))).toEqual([]);
  });

  test("components and words take only pure files and types from the domain, and addresses from http", () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (!["components", "i18n", "ui"].includes(zoneOf(from) ?? "") || typeOnly) return false;
      return (
        /\.server\./.test(to) ||
        (zoneOf(to) === "http" && !/^app.http.(access-)?paths.ts$/.test(to)) ||
        zoneOf(to) === "root.tsx"
      );
    });
    expect(wrong.filter(({ from }) => !/\.server\.tsx?$/.test(from)).map(said)).toEqual([]);
  });

  test("a domain module imports only modules to its left", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [moduleOf(from), moduleOf(to)];
      return own && other && MODULES.indexOf(other) > MODULES.indexOf(own);
    });
    expect(wrong.map(said)).toEqual([]);
    expect(app.map(({ path }) => moduleOf(path)).filter((name) => name && !MODULES.includes(name))).toEqual([]);
  });

  test("pages know no database", () => {
    const pages = imports.filter(({ from }) =>
      ["root.tsx", "routes", "components", "ui", "i18n"].includes(zoneOf(from) ?? ""),
    );
    expect(pages.filter(({ to }) => /^(drizzle-orm|postgres|pg-boss)\b/.test(to)).map(said)).toEqual([]);
  });

  test("the domain knows neither React nor HTTP frameworks", () => {
    const wrong = imports.filter(
      ({ from, to }) => zoneOf(from) === "domain" && /^(react|@remix-run|express)\b/.test(to),
    );
    expect(wrong.map(said)).toEqual([]);
  });
});

describe("every loader and action says on whose behalf it works", () => {
  const MOVE =
    /export (?:const|async function|function) (loader|action)\b[\s\S]*?(?=\nexport |\nfunction |\n(?:const|type) [A-Z]|$(?![\s\S]))/g;
  test.each(app.filter(inside("routes/", "root.tsx")).map((source) => [source.path, source.text]))(
    "%s",
    (_, text = "") => {
      const moves = [...text.matchAll(MOVE)].map(([move]) => move);
      expect(moves.filter((move) => !/\bwith(Context|PublicContext|Visit)\(/.test(move))).toEqual([]);
      expect(text).not.toMatch(/export \{[^}]*\b(loader|action)\b/);
    },
  );
});

describe("habits", () => {
  test("files stay short", () => {
    const ours = [...app, ...sourcesUnder("app", /\.css$/), ...sourcesUnder("tests"), ...sourcesUnder("drizzle")];
    expect(ours.filter(({ text }) => text.trimEnd().split("\n").length > 250).map(({ path }) => path)).toEqual([]);
  });
  test("settings are read in one place", () => {
    const rest = app.filter(({ path }) => path !== "app/env.server.ts" && !path.startsWith("app/boot/"));
    expect(where(rest, /process\.env\b/)).toEqual([]);
  });
  test("dates and numbers have one formatter", () => {
    const rest = app.filter(({ path }) => path !== "app/lib/format.ts");
    expect(where(rest, /\bIntl\.\w*Format|\.toLocale(Date|Time)?String\(/)).toEqual([]);
  });
  test("words for people live in i18n", () => {
    const pages = app.filter(inside("routes/", "components/", "ui/", "http/", "lib/", "root.tsx", "entry.", "mail/"));
    const plain = pages.map(({ path, text }) => ({ path, text: withoutComments(text).replaceAll("Trạm", "") }));
    expect(where(plain, VIETNAMESE)).toEqual([]);
    // The domain may look for Vietnamese in what people typed, so its patterns may hold such letters.
    expect(
      where(app.filter(inside("domain/")), new RegExp(`"[^"\\n]*${VIETNAMESE.source}[^"\\n]*"(?!.*\\*/)`, "i")),
    ).toEqual([]);
  });
  test("the content security policy is kept: no inline styles, no raw markup", () => {
    expect(
      where(
        app.filter(({ path }) => /\.tsx$/.test(path) && !path.startsWith("app/mail/")),
        /\sstyle=[{"]/,
      ),
    ).toEqual([]);
    expect(where(app, /dangerouslySetInnerHTML/)).toEqual([]);
  });
  test("SQL is never glued together", () => {
    expect(where(app, /\bsql\.(raw|identifier)\(/)).toEqual([]);
  });
  test("the type checker is not switched off", () => {
    expect(where(app, /@ts-(ignore|nocheck|expect-error)|\bas any\b|: any\b|<any>/)).toEqual([]);
  });
});
