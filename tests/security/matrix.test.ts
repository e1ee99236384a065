import "#tests/support/own-data-dir.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import type { Answer } from "#tests/http/small-app.ts";
import { addressesOf, routeIdsOf } from "#tests/support/addresses.ts";
import type { Name } from "#tests/support/cast.ts";
import { type Desk, openDesk } from "./desk.ts";
import { addressOf, FORM, keepOneOfEach, missing } from "./kept-things.ts";
import { ACTORS, TABLE } from "./matrix-table.ts";

let desk: Desk;
let number: number;
beforeAll(async () => {
  desk = await openDesk();
  number = await keepOneOfEach(desk);
  await Promise.all(ACTORS.map((by) => by && desk.cookieOf(by)));
});
afterAll(() => desk.stop());

/** Single fetch answers 202 and writes the redirect into the body. */
function letterOf({ status, headers, body }: Answer): string {
  expect(status).toBeLessThan(500);
  const to = headers.location ?? (status === 202 ? body : "");
  if (status === 401 || (status < 400 && /^\/login(\?to=|$)|"\/login/.test(to))) return "-";
  if (status === 404) return "0";
  return status === 405 || (status === 400 && /did not provide|no `?(loader|action)/i.test(body)) ? "x" : "y";
}
async function ask(method: string, path: string, by: Name | null): Promise<Answer> {
  const answer = await desk.ask(method, by, path, FORM);
  if (by && path.startsWith("/logout")) desk.signInAnew(by);
  return answer;
}
const rowOf = async (method: string, path: string) =>
  (await Promise.all(ACTORS.map(async (by) => letterOf(await ask(method, path, by))))).join("");

const ROWS = Object.entries(TABLE);
const isPage = (address: string) => address !== "/*";

test("every route has its row, and every row its route", () => {
  expect(addressesOf(routes).sort()).toEqual(Object.keys(TABLE).sort());
});

describe.each(ROWS)("%s", (address, [reads, changes]) => {
  const path = () => addressOf(address, number);
  /** Somebody from nowhere, somebody of another ward, and the first who may. */
  const some = () => [null, "hoa" as const, ACTORS[reads.lastIndexOf("y")] ?? null];

  test("GET", async () => expect(await rowOf("GET", path())).toBe(reads));
  test("POST", async () => expect(await rowOf("POST", path())).toBe(changes));

  test("HEAD says what GET says, and does nothing", async () => {
    for (const by of some()) expect(letterOf(await ask("HEAD", path(), by))).toBe(reads[ACTORS.indexOf(by)]);
  });

  test.each(["PUT", "PATCH", "DELETE"])("%s opens no other door than POST", async (method) => {
    expect(await rowOf(method, `${path()}.data`)).toBe(changes);
    for (const by of [null, "hoa"] as const)
      expect(letterOf(await ask(method, path(), by))).toBe(changes[ACTORS.indexOf(by)]);
  });

  test("as data, with the routes chosen by the caller", async () => {
    if (!isPage(address) || address === "/" || reads.includes("x")) return;
    const [id] = routeIdsOf(routes, address);
    const asking = ACTORS.filter((_, i) => reads[i] !== "y" || i === reads.lastIndexOf("y"));
    for (const query of ["", `?_routes=${id}`, `?_routes=root,${id}`]) {
      const asked = `${path()}.data${query}`;
      const answers = asking.map(async (by) => {
        const answer = await ask("GET", asked, by);
        if (reads[ACTORS.indexOf(by)] === "y") return expect(answer.status, asked).not.toBe(404);
        expect(answer.body, `${asked} by ${by}`).not.toMatch(/Không ký phát hành|Ghi chú|tram\.example/);
        if (!address.includes(":")) return;
        const none = await ask("GET", missing(asked, number), by);
        expect(letterOf(answer), `${asked} by ${by}`).toBe(letterOf(none));
      });
      await Promise.all(answers);
    }
  });

  test("written in other ways it is the same, or nothing", async () => {
    const [id] = routeIdsOf(routes, address);
    const [first = "", ...rest] = path().slice(1).split("/");
    for (const by of some()) {
      const letter = reads[ACTORS.indexOf(by)];
      if (address !== "/") expect(letterOf(await ask("GET", `${path()}/`, by))).toBe(letter);
      expect(letterOf(await ask("GET", path().replace(`/${first}`, `/${first.toUpperCase()}`), by))).toBe(letter);
      expect((await ask("GET", `${path()}?_data=${id}`, by)).status).toBe(400);
      const glued = await ask("GET", `/${[first, ...rest].join("%2f")}%2f`, by);
      expect([400, 404], glued.headers.location).toContain(glued.status);
    }
  });
});
