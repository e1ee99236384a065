import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "#app/root.tsx";

/** What every page knows; undefined only where the root itself failed. */
export const useRootData = () => useRouteLoaderData<typeof loader>("root");
