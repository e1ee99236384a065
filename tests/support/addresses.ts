import type { RouteConfigEntry } from "@remix-run/route-config";

/** Every address of routes.ts, as a path. */
export function addressesOf(routes: readonly RouteConfigEntry[], under = ""): string[] {
  return routes.flatMap((route) => {
    const path = `${under}/${route.path ?? ""}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
    return [...(route.path || route.index ? [path] : []), ...addressesOf(route.children ?? [], path)];
  });
}
