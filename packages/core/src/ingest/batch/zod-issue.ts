import type { z } from "zod";

type Issue = z.core.$ZodIssue;

const LONGEST_POINTER = 1000;

/** Where the issue is, as a JSON Pointer (RFC 6901). */
export function pointerOf(issue: Issue | undefined): string {
  const steps =
    issue?.path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`) ?? [];
  // Without its last half a pair of surrogates would be text that PostgreSQL refuses.
  return steps
    .join("")
    .slice(0, LONGEST_POINTER)
    .replace(/[\ud800-\udbff]$/, "");
}

/** What to do about the issue. */
export function remedyOf(issue: Issue | undefined): string {
  switch (issue?.code) {
    case "invalid_type":
      return `Send a value of type ${issue.expected}.`;
    case "too_big":
      return `Send at most ${issue.maximum}${unitOf(issue.origin)}.`;
    case "too_small":
      return `Send at least ${issue.minimum}${unitOf(issue.origin)}.`;
    case "invalid_value":
      return `Send one of: ${issue.values.map(String).join(", ")}.`;
    case "invalid_format":
      return `Send text of the format ${issue.format}.`;
    default:
      return "Compare it with the API document at /api/openapi.json.";
  }
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " items" : "";
}
