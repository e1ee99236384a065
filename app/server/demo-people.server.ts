/** Who can sign in to a demo database, for the first lines a new user reads. */
export const DEMO_PASSWORD = "station-demo-2026";

export const DEMO_PEOPLE = [
  ["lan@tanbinh.example", "reporter, phường Tân Bình"],
  ["chau@tanbinh.example", "ward lead, phường Tân Bình"],
  ["hoa@binhhunghoa.example", "reporter, phường Bình Hưng Hòa"],
  ["minh@dx.example", "engineer, phường Tân Bình"],
  ["tuan@dx.example", "engineer, phường Bình Hưng Hòa"],
  ["vy@vendor.example", "specialist, document system"],
  ["thu@dx.example", "coordinator"],
  ["son@dx.example", "manager, the city"],
  ["admin@dx.example", "administrator"],
] as const;

export const demoLines = () => [
  `Demo people (password ${DEMO_PASSWORD}):`,
  ...DEMO_PEOPLE.map(([email, role]) => `  ${email.padEnd(26)}${role}`),
];
