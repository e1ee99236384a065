import type { ServerBuild } from "@remix-run/node";
import "#app/http/load-context.ts";

type Route = ServerBuild["routes"][string];
type Loader = NonNullable<Route["module"]["loader"]>;

export const noSuchMethod = () => new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });

/**
 * A route that only reads answers all other methods as well: as its loader does to whoever may not see the page, and
 * with 405 to those who may. Left to Remix, 405 would tell everybody that the page is there, and fill the log.
 */
export function withEveryMethod(build: ServerBuild): ServerBuild {
  const all = Object.values(build.routes);
  const routes = all.map((route) => {
    // Without ?index a form reaches the layout, and is meant for the page in it.
    const page = all.find(({ index, parentId }) => index && parentId === route.id) ?? route;
    const { loader } = page.module;
    if (route.module.action || !loader) return [route.id, route];
    return [route.id, { ...route, module: { ...route.module, action: refusing(loader) } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

const refusing =
  (loader: Loader): Loader =>
  async (args) => {
    await loader({ ...args, context: { ...args.context, asksOnly: true } });
    throw noSuchMethod();
  };
