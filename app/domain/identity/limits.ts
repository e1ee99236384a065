import type { Role } from "../policy/roles.ts";

/** Minutes without a request, and minutes in all, after which one signs in again. */
export type SessionLimits = {
  idleMinutes: number;
  privilegedIdleMinutes: number;
  engineerIdleMinutes: number;
  absoluteMinutes: number;
};

/** `level3`: TCVN 14423:2026 for systems of level 2 and 3. `counter`: for shared desks where typing is interrupted. */
export const SESSION_PRESETS = {
  level3: { idleMinutes: 15, privilegedIdleMinutes: 5, engineerIdleMinutes: 15, absoluteMinutes: 720 },
  counter: { idleMinutes: 60, privilegedIdleMinutes: 30, engineerIdleMinutes: 120, absoluteMinutes: 720 },
} as const satisfies Record<string, SessionLimits>;
export type SessionPreset = keyof typeof SESSION_PRESETS;
export const isSessionPreset = (value: unknown): value is SessionPreset => value === "level3" || value === "counter";

/** The strictest limit of everything the person may do. */
export function idleSeconds(limits: SessionLimits, roles: readonly Role[]): number {
  const minutes = roles.map((role) => {
    if (role === "admin" || role === "manager") return limits.privilegedIdleMinutes;
    return role === "reporter" || role === "ward_lead" ? limits.idleMinutes : limits.engineerIdleMinutes;
  });
  return Math.min(limits.engineerIdleMinutes, ...(minutes.length > 0 ? minutes : [limits.idleMinutes])) * 60;
}
