import { Form } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import type { RequestPage } from "#app/domain/access/request-page.server.ts";

/** A form about a request as its reader sees it; a second press is the same press. */
export function RequestForm({
  page,
  files = false,
  children,
}: {
  page: RequestPage;
  files?: boolean;
  children: ReactNode;
}) {
  return (
    <Form
      method="post"
      encType={files ? "multipart/form-data" : undefined}
      noValidate
      className="grid content-start gap-4"
    >
      <Seen key={page.version} page={page} />
      {children}
    </Form>
  );
}

function Seen({ page }: { page: RequestPage }) {
  const [commandId] = useState(page.commandId);
  return (
    <>
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="version" value={page.version} />
    </>
  );
}
