/** Set by server.ts on each request: server components cannot see their own URL otherwise. */
export const PATH_HEADER = "x-heddle-path";

const BASE = "http://page";

/** The path and query of a page as the address bar shows it, without what Next adds to fetch it. */
export function pagePath(url: string): string {
  if (!URL.canParse(url, BASE)) return "/";
  const { pathname, searchParams } = new URL(url, BASE);
  searchParams.delete("_rsc");
  const query = searchParams.toString();
  return query ? `${pathname}?${query}` : pathname;
}
