import { DomainError } from "@heddle/core";
import { readBody } from "./read-body";

const LIMIT = 1024 ** 2;

/** The body of a request that asks for something small. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new DomainError("invalid", "The body must be JSON.", {
      fix: "Send the header Content-Type: application/json.",
    });
  }
  const body = await readBody(request, LIMIT);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw new DomainError("invalid", "The body is not JSON.", {
      fix: "Check its brackets and quotes.",
      cause,
    });
  }
}
