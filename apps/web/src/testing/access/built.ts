import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const WEB = fileURLToPath(new URL("../../..", import.meta.url));

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(WEB, ".next", name), "utf8"));

const references = z.record(z.string(), z.unknown());
const routesManifest = z.object({
  dynamicRoutes: z.array(z.object({ page: z.string() })),
  staticRoutes: z.array(z.object({ page: z.string() })),
  dataRoutes: z.array(z.unknown()),
  redirects: z.array(z.object({ source: z.string(), internal: z.boolean().optional() })),
  rewrites: z.record(z.string(), z.array(z.unknown())),
});
const middlewareManifest = z.object({ middleware: references, functions: references });
const actionManifest = z.object({ node: references, edge: references });

/** Pages and route handlers as Next serves them after a build: `/[org]/[project]/runs`. */
export function builtRoutes(): { pages: string[]; handlers: string[] } {
  const manifest = z.record(z.string(), z.string()).parse(read("app-path-routes-manifest.json"));
  const of = (kind: string) =>
    Object.entries(manifest).flatMap(([file, route]) => (file.endsWith(kind) ? [route] : []));
  return { pages: of("/page"), handlers: of("/route") };
}

/** Everything else that Next could answer with: by now it must be what `builtRoutes` says. */
export function otherWays() {
  const { dynamicRoutes, staticRoutes, dataRoutes, redirects, rewrites } = routesManifest.parse(
    read("routes-manifest.json"),
  );
  const { middleware, functions } = middlewareManifest.parse(read("server/middleware-manifest.json"));
  const actions = actionManifest.parse(read("server/server-reference-manifest.json"));
  return {
    routes: [...dynamicRoutes, ...staticRoutes].map(({ page }) => page),
    legacyPages: Object.keys(references.parse(read("server/pages-manifest.json"))),
    dataRoutes,
    rewrites: Object.values(rewrites).flat(),
    redirects: redirects.filter(({ internal }) => !internal),
    middleware: [...Object.keys(middleware), ...Object.keys(functions)],
    serverActions: [...Object.keys(actions.node), ...Object.keys(actions.edge)],
  };
}

/** Files that Next serves as they are, by address. */
export function publicFiles(folder = path.join(WEB, "public"), base = ""): string[] {
  return readdirSync(folder).flatMap((name) =>
    statSync(path.join(folder, name)).isDirectory()
      ? publicFiles(path.join(folder, name), `${base}/${name}`)
      : [`${base}/${name}`],
  );
}

/** Files of the build, by address. */
export function staticFiles(): string[] {
  return publicFiles(path.join(WEB, ".next", "static"), "/_next/static");
}
