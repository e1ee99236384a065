import type { Db } from "#app/db/connect.server.ts";
import type { Person } from "#app/domain/policy/actor.ts";
import { FILES_MAX, type FileFault } from "#app/domain/tickets/files/file-limits.ts";
import type { FileCard } from "#app/domain/tickets/files/files.server.ts";
import { takeIn } from "#app/domain/tickets/files/files-intake.server.ts";
import { fileStore } from "#app/files/store.server.ts";
import { type PageArgs, withVisit } from "#app/http/context.server.ts";
import { readForm } from "#app/http/form-data.server.ts";
import { loginFor } from "#app/http/redirect.server.ts";

export type Received = { ids: string[]; files: FileCard[]; faults: { name: string; fault: FileFault }[] };

/** The files of a form, looked at and stored before the form's own transaction begins. Field `files`, key `commandId`. */
export function receiveFiles(args: PageArgs): Promise<Received & { personId: number }> {
  return withVisit(
    args,
    async ({ db, now, signedIn }) => {
      if (!signedIn) throw loginFor(args.request);
      const { actor } = signedIn;
      return { ...(await storeUploads({ db, now, actor }, args.request)), personId: actor.personId };
    },
    { uploads: true },
  );
}

export async function storeUploads(from: { db: Db; now: Date; actor: Person }, request: Request): Promise<Received> {
  const form = await readForm(request);
  const key = form.fields.get("commandId")?.[0];
  const received: Received = { ids: [], files: [], faults: [] };
  for (const [place, upload] of form.uploads.filter(({ field }) => field === "files").entries()) {
    if (place >= FILES_MAX) {
      received.faults.push({ name: upload.name, fault: "too_many_files" });
      break;
    }
    const taken = await takeIn({ ...from, store: fileStore }, upload, key);
    if (!taken.ok) received.faults.push({ name: taken.name, fault: taken.fault });
    else if (!received.ids.includes(taken.file.id)) {
      received.ids.push(taken.file.id);
      received.files.push(taken.file);
    }
  }
  return received;
}
