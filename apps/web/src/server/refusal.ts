import type { IncomingMessage } from "node:http";
import type { Problem } from "@heddle/contract";
import { isSameOrigin } from "../auth/same-origin";
import { isOwnHost } from "./own-host";

const READING = new Set(["GET", "HEAD"]);

/** Why a request for a page, or from one, is not answered. Keys guard the HTTP API, so it needs none of this. */
export function refusalOf(
  { method = "", headers }: Pick<IncomingMessage, "method" | "headers">,
  publicUrl: string,
): { status: number; problem: Problem } | null {
  if (!isOwnHost(headers.host, publicUrl)) {
    const problem = {
      code: "unknown_host",
      message: "This instance does not go by the name that was asked for.",
      path: "",
      fix: `Open ${publicUrl}, or start it with PUBLIC_URL set to the address that people use.`,
    };
    return { status: 421, problem };
  }
  if (READING.has(method) || isSameOrigin(headers, publicUrl)) return null;
  const problem = {
    code: "forbidden",
    message: "This request comes from another site.",
    path: "",
    fix: `Use the dashboard itself at ${publicUrl}.`,
  };
  return { status: 403, problem };
}
