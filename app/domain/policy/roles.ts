export const ROLES = ["reporter", "ward_lead", "engineer", "specialist", "coordinator", "manager", "admin"] as const;
export type Role = (typeof ROLES)[number];
