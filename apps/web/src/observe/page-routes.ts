import { readFileSync } from "node:fs";
import { z } from "zod";

const route = z.object({ page: z.string(), regex: z.string() });
const manifest = z.object({ staticRoutes: z.array(route), dynamicRoutes: z.array(route) });

/**
 * Names the page that Next shows at a path, as its folder is called: paths themselves hold the tokens of links.
 * Without a build, as in development, every page is just a page.
 */
export function createPageNames(folder: string): (path: string) => string {
  const pages = readPages(folder);
  return (path) => pages.find(({ matches }) => matches.test(path))?.page ?? "page";
}

function readPages(folder: string): { page: string; matches: RegExp }[] {
  let text: string;
  try {
    text = readFileSync(`${folder}/.next/routes-manifest.json`, "utf8");
  } catch {
    return [];
  }
  const { staticRoutes, dynamicRoutes } = manifest.parse(JSON.parse(text));
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, matches: new RegExp(regex) }));
}
