// Viet Nam has stood at UTC+7 without summer time since 1975, so a wall clock reading is one instant.
const ZONE_OFFSET_MS = 7 * 3_600_000;

const TYPED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ ,T]+(\d{1,2})[:hg](\d{2}))?$/;
const MACHINE = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2})?)?$/;

/** Reads d/m/yyyy HH:mm as people type it, or yyyy-mm-ddTHH:mm as date fields send it; null when it is no real time. */
export function parseDateTime(text: string): Date | null {
  const typed = TYPED.exec(text.trim());
  const machine = MACHINE.exec(text.trim());
  const [day, month, year] = typed ? [typed[1], typed[2], typed[3]] : [machine?.[3], machine?.[2], machine?.[1]];
  if (!day || !month || !year) return null;
  const match = typed ?? machine;
  return instantAt(Number(year), Number(month), Number(day), Number(match?.[4] ?? 0), Number(match?.[5] ?? 0));
}

function instantAt(year: number, month: number, day: number, hour: number, minute: number): Date | null {
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const real = wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && hour < 24 && minute < 60;
  return real ? new Date(wall.getTime() - ZONE_OFFSET_MS) : null;
}
