import { describe, expect, test } from "vitest";
import { choosePeople, type Facts, type Relation, rowFor, type Told, wishOf } from "#app/domain/notifications/rules.ts";

const facts: Facts = { by: "ward", priority: "p3", assigned: false, withTeam: false };

describe("one person, told once", () => {
  const row = rowFor({ type: "ticket.opened", priority: "p3", impact: "one_person", onBehalf: true }, facts);
  const chosen = (ties: [number, Relation][], actorId: number | null = null) =>
    choosePeople(
      ties.map(([personId, relation]) => ({ personId, relation })),
      row,
      actorId,
    ).map(({ personId, relation }) => `${personId} ${relation}`);

  test("by the strongest tie that counts", () => {
    expect(
      chosen([
        [1, "watcher"],
        [1, "engineer"],
        [1, "follower"],
        [2, "watcher"],
      ]),
    ).toEqual(["1 engineer", "2 watcher"]);
  });
  test("never of their own act, by whichever tie", () => {
    expect(
      chosen(
        [
          [1, "reporter"],
          [1, "watcher"],
          [2, "engineer"],
        ],
        1,
      ),
    ).toEqual(["2 engineer"]);
  });
  test("the duty desk only where nobody is stationed, and the one who files for somebody counts as stationed", () => {
    expect(chosen([[5, "coordinator"]])).toEqual(["5 coordinator"]);
    expect(
      chosen([
        [5, "coordinator"],
        [1, "engineer"],
      ]),
    ).toEqual(["1 engineer"]);
    expect(
      chosen(
        [
          [5, "coordinator"],
          [1, "engineer"],
        ],
        1,
      ),
    ).toEqual([]);
  });
});

describe("the rule proposes, the choice decides", () => {
  const plain: Told = { topic: "reply", mail: "now" };
  test.each([
    ["nothing chosen", plain, null, { inPage: true, mail: "now" }],
    [
      "not in the page, once a day by mail",
      plain,
      { inPage: false, mail: "digest" },
      { inPage: false, mail: "digest" },
    ],
    [
      "what is only shown is never mailed",
      { ...plain, mail: "no" },
      { inPage: true, mail: "now" },
      { inPage: true, mail: "no" },
    ],
    [
      "what is urgent waits for no digest",
      { ...plain, urgent: true },
      { inPage: false, mail: "digest" },
      { inPage: true, mail: "now" },
    ],
    ["no mail means no mail", { ...plain, urgent: true }, { inPage: true, mail: "no" }, { inPage: true, mail: "no" }],
  ] as const)("%s", (_, told, choice, expected) => {
    expect(wishOf(told, choice)).toEqual(expected);
  });
});
