import { enAdmin } from "./en-admin.ts";
import { enCore } from "./en-core.ts";
import { enDesk } from "./en-desk.ts";
import type { Words } from "./vi.ts";

export const en = { ...enCore, ...enDesk, ...enAdmin } satisfies Words;
