import type { RouteConfigEntry } from "@remix-run/route-config";

/** Every address of routes.ts, as a path; a layout and its index share one. */
export function addressesOf(routes: readonly RouteConfigEntry[], under = ""): string[] {
  const all = routes.flatMap((route) => {
    const path = `${under}/${route.path ?? ""}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
    return [...(route.path || route.index ? [path] : []), ...addressesOf(route.children ?? [], path)];
  });
  return [...new Set(all)];
}

/** The ids by which Remix knows the routes at an address, the innermost first. */
export function routeIdsOf(routes: readonly RouteConfigEntry[], address: string, under = ""): string[] {
  return routes.flatMap((route) => {
    const path = `${under}/${route.path ?? ""}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
    const inner = routeIdsOf(route.children ?? [], address, path);
    const id = route.id ?? route.file.replace(/\.tsx?$/, "");
    return path === address || inner.length > 0 ? [...inner, id] : [];
  });
}
