import type { IncomingMessage } from "node:http";
import type { Problem } from "@heddle/contract";
import { isSameOrigin } from "../auth/same-origin";
import { isOwnHost } from "./own-host";

const READING = new Set(["GET", "HEAD"]);

interface Refusal {
  status: number;
  problem: Problem;
  /** The header of that name. */
  allow?: string;
}

/** Pages only show things: what changes something is sent to a procedure, or to sign-in. */
function takes(method: string, url: string): boolean {
  return READING.has(method) || (method === "POST" && url.startsWith("/api/"));
}

const MAX_BODY_BYTES = 1024 * 1024;

/** Next reads bodies whole before anybody is known, so they have to say their length, and keep to it. */
function refusalOfBody(headers: IncomingMessage["headers"]): Refusal | null {
  if (headers["transfer-encoding"] !== undefined) {
    const message = "The request does not say how long its body is.";
    const fix = "Send the header Content-Length.";
    return { status: 411, problem: { code: "invalid", message, path: "", fix } };
  }
  if (Number(headers["content-length"] ?? 0) <= MAX_BODY_BYTES) return null;
  const message = `The body is larger than ${MAX_BODY_BYTES} bytes.`;
  return { status: 413, problem: { code: "too_large", message, path: "", fix: "Send less at once." } };
}

/** Why a request for a page, or from one, is not answered. Keys guard the HTTP API, so it needs none of this. */
export function refusalOf(
  { method = "", url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  publicUrl: string,
): Refusal | null {
  // Next would lead whoever asks for a whole address to that very address.
  if (!url.startsWith("/")) {
    const message = "The request does not ask for a path.";
    return {
      status: 400,
      problem: { code: "invalid", message, path: "", fix: "Ask for a path, like /signin." },
    };
  }
  if (!isOwnHost(headers.host, publicUrl)) {
    const problem = {
      code: "unknown_host",
      message: "This instance does not go by the name that was asked for.",
      path: "",
      fix: `Open ${publicUrl}, or start it with PUBLIC_URL set to the address that people use.`,
    };
    return { status: 421, problem };
  }
  if (!READING.has(method) && !isSameOrigin(headers, publicUrl)) {
    const problem = {
      code: "forbidden",
      message: "This request comes from another site.",
      path: "",
      fix: `Use the dashboard itself at ${publicUrl}.`,
    };
    return { status: 403, problem };
  }
  const tooLong = refusalOfBody(headers);
  if (tooLong) return tooLong;
  if (takes(method, url)) return null;
  const message = `This address does not take ${method}.`;
  const problem = { code: "method", message, path: "", fix: "Use GET." };
  return { status: 405, problem, allow: "GET, HEAD" };
}
