import { Outlet } from "@remix-run/react";
import { AdminNav } from "#app/components/admin/admin-nav.tsx";
import type { Words } from "#app/i18n/vi.ts";

export const handle = { title: (w: Words) => w.places.title };

/** Guards nothing: a layout is left out by whoever asks for a child alone, so each child asks who is there. */
export default function Admin() {
  return (
    <>
      <AdminNav />
      <Outlet />
    </>
  );
}
