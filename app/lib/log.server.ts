import { pino } from "pino";
import { env } from "#app/env.server.ts";

type Described = { type: string; code?: string; message: string; frames?: string[]; cause?: Described };

const FRAMES = 8;

/** What a log may say about an error: drizzle and postgres put bound values into messages and details. */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an Error" };
  const { code, query, cause } = error as Error & { code?: unknown; query?: unknown };
  const message = typeof query === "string" ? "database query failed" : (error.message.split("\n")[0] ?? "");
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    message: typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? "database refused" : message.slice(0, 300),
    frames: frames?.slice(0, FRAMES).map((line) => line.trim()),
    ...(cause && depth < 3 ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error: unknown) => describeError(error) },
});
