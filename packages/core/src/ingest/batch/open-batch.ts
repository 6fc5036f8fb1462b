import { telemetryEnvelopeSchema } from "@heddle/contract";
import { DomainError } from "../../error/domain-error";
import { parseJson } from "./parse-json";
import { pointerOf, remedyOf } from "./zod-issue";

/** A batch whose events are not looked at yet. */
export interface OpenBatch {
  writer: string;
  batch: number;
  events: unknown[];
}

/** Reads the envelope of a decompressed batch. */
export function openBatch(inflated: Uint8Array): OpenBatch {
  const parsed = telemetryEnvelopeSchema.safeParse(parseJson(inflated));
  if (parsed.success) {
    const { writer, batch, events } = parsed.data;
    return { writer: writer.toLowerCase(), batch, events };
  }
  const issue = parsed.error.issues[0];
  throw new DomainError("invalid", `The batch is not as the API document describes it: ${issue?.message}`, {
    path: pointerOf(issue),
    fix: remedyOf(issue),
  });
}
