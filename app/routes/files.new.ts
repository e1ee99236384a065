import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { FILE_FAULTS } from "#app/domain/tickets/files/file-limits.ts";
import { withContext, withVisit } from "#app/http/context.server.ts";
import { readForm } from "#app/http/form-data.server.ts";
import { storeUploads } from "#app/http/receive-files.server.ts";

/** There is nothing to look at here. */
export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async () => {
    throw new Response(null, { status: 404 });
  });

/** One file at a time, from the uploader in the browser: answered with the id that the form then carries. */
export const action = (args: ActionFunctionArgs) =>
  withVisit(
    args,
    async ({ db, now, signedIn }) => {
      if (!signedIn) return Response.json({ fault: "signed_out" }, { status: 401 });
      const { fault } = await readForm(args.request);
      if (fault) return Response.json({ fault }, { status: fault === "malformed" ? 400 : 413 });
      const { files, faults } = await storeUploads({ db, now, actor: signedIn.actor }, args.request);
      const [refused] = faults;
      if (refused) return Response.json(refused, { status: FILE_FAULTS[refused.fault] });
      const [file] = files;
      return file
        ? Response.json({ file }, { status: 201 })
        : Response.json({ fault: "file_missing" }, { status: 422 });
    },
    { uploads: true },
  );
