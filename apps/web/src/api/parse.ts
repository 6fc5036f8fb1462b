import { DomainError, pointerOf, remedyOf } from "@heddle/core";
import type { z } from "zod";

/** Reads parameters with their schema; what is wrong is said about the first of them. */
export function parse<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DomainError("invalid", issue?.message ?? "Invalid parameters", {
    path: pointerOf(issue),
    fix: remedyOf(issue),
  });
}
