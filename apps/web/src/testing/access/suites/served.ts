import { describe, expect, test } from "vitest";
import { ask } from "../ask";
import { builtRoutes, otherWays, publicFiles, staticFiles } from "../built";
import { differences } from "../compare";
import { pages } from "../pages";
import { HANDLED_ELSEWHERE, PAGES_OF_NEXT, served } from "../served";
import type { Stage } from "../stage";

const rows = Object.entries(served).map(([path, row]) => ({ path, row }));

/** Or the way to sign in, as for any address that could be a page. */
const isRefusal = (status: number) => status === 400 || status === 404 || status === 307;

/** What the build serves is on the table, and there is no other way in. */
export function walkServed(stage: () => Stage): void {
  describe("the build", () => {
    test("serves the pages of the table, and no other", () => {
      expect(differences([...Object.keys(pages), ...PAGES_OF_NEXT], builtRoutes().pages)).toEqual([]);
    });

    test("serves the handlers and files of the table, and no other", () => {
      const found = [...builtRoutes().handlers, ...publicFiles()];
      expect(differences([...Object.keys(served), ...HANDLED_ELSEWHERE], found)).toEqual([]);
    });

    test("has no other way in: no server action, middleware, rewrite, redirect or page of the old kind", () => {
      const { pages: built, handlers } = builtRoutes();
      const { routes, ...others } = otherWays();
      expect(differences([...built, ...handlers], routes)).toEqual([]);
      expect(others).toEqual({
        legacyPages: ["/500"],
        ...{ dataRoutes: [], rewrites: [], redirects: [], middleware: [], serverActions: [] },
      });
    });

    test.each(rows)("serves $path to anyone", async ({ path, row }) => {
      const { status, headers } = await ask(stage().web.url, { path });
      expect({ status, type: headers["content-type"]?.split(";")[0] }).toEqual(row);
    });

    test("serves its scripts and styles, and nothing beside them", async () => {
      const { url } = stage().web;
      const files = staticFiles();
      expect(files.length).toBeGreaterThan(10);
      for (const path of files) expect((await ask(url, { path, method: "HEAD" })).status).toBe(200);
      for (const path of [
        "/_next/static/../server/app-paths-manifest.json",
        "/_next/static/%2e%2e/BUILD_ID",
        "/_next/static/..%2fBUILD_ID",
        "/_next/BUILD_ID",
        "/_next/server/app/page.js",
        "/_next/image?url=%2Ficon.svg&w=64&q=75",
        "/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2F&w=64&q=75",
        "/_next/data/x/index.json",
        "/metrics",
        "/api/metrics",
        "/server.ts",
        "/package.json",
        "/.env",
      ])
        expect({ path, status: (await ask(url, { path })).status }).toEqual({
          path,
          status: expect.toSatisfy(isRefusal),
        });
    });
  });
}
