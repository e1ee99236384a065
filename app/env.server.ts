import { z } from "zod";

const text = z.string().trim().min(1).optional();
/** "Trạm <tram@example.vn>", or the address alone. */
const sender = z
  .string()
  .trim()
  .regex(
    /^([^<>\r\n]*<[^<>@\s,;]+@[^<>@\s,;]+>|[^<>@\s,;]+@[^<>@\s,;]+)$/,
    "must be a name with <address>, or an address",
  );
const web = z.url({ protocol: /^https?$/ });
const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"]);

/** A person at a terminal reads the lines we say; everything else reads JSON. */
function defaultLogLevel(mode: string): "silent" | "warn" | "info" {
  if (mode === "test") return "silent";
  return process.stdout.isTTY ? "warn" : "info";
}

const Env = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    APP_URL: web.optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATA_DIR: z.string().default(".data"),
    TRAM_DEMO: z
      .enum(["0", "1"])
      .transform((flag) => flag === "1")
      .optional(),
    /** Days of demo life to make up on the first start; 0 leaves the people and an empty desk. */
    TRAM_DEMO_DAYS: z.coerce.number().int().min(0).max(365).default(90),
    TRAM_ROLES: z
      .string()
      .default("web,worker")
      .transform((list) => list.split(",").map((role) => role.trim()))
      .pipe(z.array(z.enum(["web", "worker"])).min(1)),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).optional(),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    RESEND_API_KEY: text,
    RESEND_BASE_URL: web.optional(),
    MAIL_FROM: sender.optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    S3_ENDPOINT: web.optional(),
    S3_BUCKET: text,
    S3_REGION: text,
    S3_ACCESS_KEY_ID: text,
    S3_SECRET_ACCESS_KEY: text,
  })
  .refine(({ MAIL_FROM, RESEND_API_KEY, SMTP_URL }) => MAIL_FROM || !(RESEND_API_KEY || SMTP_URL), {
    path: ["MAIL_FROM"],
    message: "needed with RESEND_API_KEY or SMTP_URL, as in Trạm <tram@example.vn>",
  })
  .transform((raw) => {
    const appUrl = raw.APP_URL ?? `http://localhost:${raw.PORT}`;
    const { origin, hostname, port } = new URL(appUrl);
    const twins = LOOPBACK.has(hostname) ? [`http://localhost:${port || 80}`, `http://127.0.0.1:${port || 80}`] : [];
    return {
      ...raw,
      APP_URL: appUrl,
      // One machine has two names: whoever starts it on a desk may type either.
      APP_ORIGINS: [origin, ...(raw.APP_URL ? [] : twins)].map((one) => new URL(one).origin),
      LOG_LEVEL: raw.LOG_LEVEL ?? defaultLogLevel(raw.NODE_ENV),
    };
  });

export type Env = Readonly<z.infer<typeof Env>>;

/** Empty strings count as absent, as in a copied .env file. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  return Object.freeze(Env.parse(given));
}

function parseOrExit(): Env {
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const faults = error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    process.stderr.write(`Trạm cannot start, a setting is wrong. ${faults.join("; ")}\n`);
    process.exit(1);
  }
}

export const env: Env = parseOrExit();
