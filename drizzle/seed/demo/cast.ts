import { DEMO_PEOPLE, type DemoPersonRow } from "#drizzle/seed/data/demo-people.ts";
import { POSTS } from "#drizzle/seed/data/posts.ts";
import { roomOf } from "#drizzle/seed/data/renamed-rooms.ts";
import { TEAMS } from "#drizzle/seed/data/systems.ts";
import type { Dice } from "#drizzle/seed/demo/dice.ts";
import { addressOf, inventName } from "#drizzle/seed/demo/names.ts";
import { readUnits, type Unit } from "#drizzle/seed/tables.ts";

export type Officer = { email: string; fullName: string; position: string; department: string };
export type WardCast = { unit: Unit; officers: Officer[]; lead: string; engineers: string[] };
export type Cast = {
  people: readonly DemoPersonRow[];
  wards: readonly WardCast[];
  /** Second line, by team key. */
  specialists: ReadonlyMap<string, string[]>;
  coordinators: readonly string[];
};

const WARDS = [
  "tan-binh",
  "binh-hung-hoa",
  "tan-son-nhat",
  "bay-hien",
  "go-vap",
  "ben-thanh",
  "cho-lon",
  "thu-duc",
  "di-an",
  "ba-diem",
  "vung-tau",
  "con-dao",
];
/** Beside Minh, Tuấn and Phúc; busy wards need two in the morning, small ones share one. */
const STATIONS = [
  ["tan-binh", "bay-hien"],
  ["binh-hung-hoa", "go-vap"],
  ["ben-thanh", "cho-lon"],
  ["thu-duc", "di-an"],
  ["ba-diem", "go-vap", "tan-son-nhat"],
  ["vung-tau", "con-dao"],
];
/** Some hundred people of twelve wards, the centre and the vendors; always the same for the same dice. */
export function makeCast(dice: Dice): Cast {
  const people: DemoPersonRow[] = [...DEMO_PEOPLE];
  const taken = new Set(people.map((person) => person.email));
  const add = (person: Omit<DemoPersonRow, "email" | "fullName">, domain: string) => {
    const fullName = inventName(dice);
    const row = { ...person, fullName, email: addressOf(fullName, domain, taken) };
    people.push(row);
    return row;
  };

  for (const slug of WARDS) {
    for (const { department, position } of POSTS) {
      add(
        { position, worksAt: roomOf(slug, department), grants: [{ role: "reporter", at: slug }] },
        slug.replaceAll("-", ""),
      );
    }
    if (people.some((person) => person.grants.some((grant) => grant.role === "ward_lead" && grant.at === slug)))
      continue;
    const lead = { position: "Chánh Văn phòng HĐND và UBND", worksAt: `${slug}/van-phong` };
    add({ ...lead, grants: [{ role: "ward_lead", at: slug }] }, slug.replaceAll("-", ""));
  }
  for (const stations of STATIONS) {
    const grants = stations.map((at) => ({ role: "engineer" as const, at }));
    add({ position: "Kỹ thuật viên trực phường", worksAt: "city", grants }, "dx");
  }
  for (const { key, name } of TEAMS) {
    for (const domain of ["dx", "vendor"]) {
      add(
        {
          position: `Chuyên viên ${name.replace("Nhóm ", "")}`,
          worksAt: "city",
          grants: [{ role: "specialist", at: "city", team: key }],
        },
        domain,
      );
    }
  }
  add(
    {
      position: "Điều phối viên, Trung tâm Chuyển đổi số",
      worksAt: "city",
      grants: [{ role: "coordinator", at: "city" }],
    },
    "dx",
  );
  // Decides what is asked for the Chief of Office, who does not decide for himself.
  people.push({
    ...{ email: "vinh@tanbinh.example", fullName: "Đinh Quang Vinh", position: "Chủ tịch UBND", worksAt: "tan-binh" },
    grants: [{ role: "ward_lead", at: "tan-binh" }],
  });
  return { people, ...rolesOf(people) };
}

function rolesOf(people: readonly DemoPersonRow[]): Omit<Cast, "people"> {
  const holding = (role: string, at: string) =>
    people.filter((person) => person.grants.some((grant) => grant.role === role && grant.at === at));
  const emails = (rows: readonly DemoPersonRow[]) => rows.map((person) => person.email);
  const units = new Map(readUnits().map((unit) => [unit.slug, unit]));
  const wards = WARDS.map((slug) => {
    const unit = units.get(slug);
    const lead = holding("ward_lead", slug)[0];
    if (!unit || !lead) throw new Error(`no unit or lead ${slug}`);
    const officers = holding("reporter", slug).map(({ email, fullName, position, worksAt }) => ({
      email,
      fullName,
      position,
      department: worksAt.split("/")[1]?.replace("-2026", "") ?? "",
    }));
    return { unit, officers, lead: lead.email, engineers: emails(holding("engineer", slug)) };
  });
  const inTeam = (team: string) => people.filter((person) => person.grants.some((grant) => grant.team === team));
  return {
    wards,
    specialists: new Map(TEAMS.map(({ key }) => [key, emails(inTeam(key))])),
    coordinators: emails(holding("coordinator", "city")),
  };
}
