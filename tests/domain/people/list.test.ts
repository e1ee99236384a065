import { afterAll, beforeAll, expect, test } from "vitest";
import { people } from "#app/domain/directory/schema.server.ts";
import { readPeopleFilters } from "#app/domain/policy/people-filters.ts";
import { listPeople } from "#app/domain/policy/people-list.server.ts";
import { compareNames } from "#app/lib/names.ts";
import { openOffice } from "#tests/domain/people/office.ts";
import { BINH_HUNG_HOA, KINH_TE, TAN_BINH } from "#tests/support/cast.ts";

let office: Awaited<ReturnType<typeof openOffice>>;
const NAMES = [
  "Đỗ Ánh",
  "Đặng Thị Ân",
  "Lê Đức",
  "Lê Văn Đức",
  "An Đức",
  "Y",
  "Nguyễn Thị Ốc",
  "Bùi Ổn",
  "Bùi Oanh",
  "Hồ Ơn",
  "Cao Dung",
  "Cao Đung",
  "Ý",
];
beforeAll(async () => {
  office = await openOffice();
  await office.asSystem(({ db }) =>
    db.insert(people).values(
      NAMES.map((fullName, n) => ({
        fullName,
        email: `n${n}@names.example`,
        siteId: KINH_TE,
        createdAt: new Date(),
      })),
    ),
  );
  await office.owner.sql`update people set phone = '+84912345678' where email = 'n0@names.example'`;
  await office.owner.sql`update people set invited_at = now() where email = 'n1@names.example'`;
  await office.owner.sql`update people set disabled_at = now() where email = 'n2@names.example'`;
});
afterAll(() => office.close());

const found = (query: string) =>
  office
    .admin((ctx) => listPeople(ctx, readPeopleFilters(new URLSearchParams(query))))
    .then(({ people: listed }) => listed.map(({ fullName }) => fullName));

test("people stand as compareNames puts them, page after page, none twice and none left out", async () => {
  const seen: string[] = [];
  let after = "";
  for (let page = 0; page < 20; page++) {
    const listed = await office.admin((ctx) =>
      listPeople(ctx, readPeopleFilters(new URLSearchParams(`state=all${after}`)), 4),
    );
    seen.push(...listed.people.map(({ fullName }) => fullName));
    if (!listed.more) break;
    after = `&after=${listed.people.at(-1)?.id}`;
  }
  expect(seen).toHaveLength(12 + NAMES.length);
  expect(seen).toEqual([...seen].sort(compareNames));
});

test.each([
  ["q=anh", ["Đỗ Ánh", "Lê Anh Tuấn"]],
  ["q=ĐỖ+ANH", ["Đỗ Ánh"]],
  ["q=0912+345", ["Đỗ Ánh"]],
  ["q=%2B84+912.345.678", ["Đỗ Ánh"]],
  ["q=hoa%40tram", ["Phạm Thị Hoa"]],
  ["q=phuong+binh+hung+hoa", ["Phạm Thị Hoa"]],
  ["q=mai+kinh+tế", ["Trần Thị Mai"]],
  ["q=%25", []],
  ["q=_", []],
  ["q=%5C", []],
  ["role=ward_lead", ["Lê Minh Châu", "Đặng Văn Phòng"]],
  [`site=${BINH_HUNG_HOA}`, ["Phạm Thị Hoa"]],
  ["state=disabled", ["Lê Đức"]],
  ["state=invited", ["Đặng Thị Ân"]],
  ["state=joined", ["Quản Trị"]],
  [`site=${TAN_BINH}&role=reporter&q=lan`, ["Nguyễn Thị Lan"]],
])("%s finds %j", async (query, names) => {
  expect(await found(query)).toEqual(names);
});

test("what is no filter is no filter", async () => {
  expect(readPeopleFilters(new URLSearchParams("site=x&role=boss&state=9&after=-1&q=%00%01"))).toEqual({
    q: "",
    site: null,
    role: null,
    state: "working",
    after: null,
  });
});

test("roles are those of today and to come, with their places", async () => {
  const { people: listed } = await office.admin((ctx) =>
    listPeople(ctx, readPeopleFilters(new URLSearchParams("q=đặng+văn"))),
  );
  expect(listed[0]?.grants.map(({ role, siteId }) => [role, siteId])).toHaveLength(2);
});

test("an order that an index serves, among twenty thousand", { timeout: 60_000 }, async () => {
  await office.owner.sql`
    insert into people (full_name, email, site_id, created_at)
    select (array['Nguyễn','Trần','Lê','Phạm','Đặng'])[1 + n % 5] || ' Thị ' || chr(65 + n % 26) || chr(97 + (n / 26) % 26) || 'a', 'p' || n || '@bulk.example', 2, now()
    from generate_series(1, 20000) as n`;
  await office.owner.sql`analyze people`;
  const plan = await office.owner.sql`explain select id from people p where p.disabled_at is null
    and (tram_name_key(p.full_name) collate "vi-x-icu", p.id) > (tram_name_key('Lê Thị Hoa'), 5)
    order by tram_name_key(p.full_name) collate "vi-x-icu", p.id limit 51`;
  expect(plan.map((row) => Object.values(row)[0]).join("\n")).toMatch(/Index Scan using people_name_order_idx/);
});
