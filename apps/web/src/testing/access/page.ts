import type { About } from "./about";
import { type Answer, ask } from "./ask";
import type { PageRow } from "./row";

/** The address of a page about a tenant. */
export async function addressOf(route: string, row: PageRow, about: About): Promise<string> {
  const { org, project } = about;
  const params: Record<string, string> = { org, project, ...(await row.params?.(about)) };
  return route.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(params[name] ?? ""));
}

/** Asks for a page as a browser does, or, with `rsc`, as the router in a page does. */
export function askForPage(url: string, cookie: string, path: string, rsc = false): Promise<Answer> {
  const headers: Record<string, string> = rsc ? { cookie, rsc: "1" } : { cookie, accept: "text/html" };
  return ask(url, { path, headers });
}

/** Where a page sends a visitor. */
function signInFor(path: string): string {
  return path === "/" ? "/signin" : `/signin?callbackUrl=${encodeURIComponent(path)}`;
}

/** "open", or what the refusal says in the words of procedures; whatever else came, as it came. */
export function outcomeOfPage(row: PageRow, path: string, { status, headers, text }: Answer): string {
  const html = headers["content-type"]?.startsWith("text/html");
  if (status === 307) {
    const to = headers.location ?? "";
    if (to === signInFor(path)) return "UNAUTHORIZED";
    return row.to?.test(to) ? "open" : `307 to ${to}`;
  }
  if (status === 404 && html && text.includes("There is no")) return "NOT_FOUND";
  if (status !== 200 || !html) return `${status} ${text.slice(0, 150)}`;
  return row.denied !== undefined && text.includes(row.denied) ? "FORBIDDEN" : "open";
}
