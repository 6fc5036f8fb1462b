import { createHash } from "node:crypto";
import type { Rejection, TelemetryEvent } from "@heddle/contract";
import { type BatchEncoding, inflate } from "./inflate";
import { readBatch } from "./read-batch";

/** What has to be known of a batch to take it in: a few lines of text, whatever the size of the batch. */
export interface Arrival {
  writer: string;
  batch: number;
  /** SHA-256 of the inflated body. */
  digest: Uint8Array;
  accepted: number;
  rejected: Rejection[];
  versions: NamedVersions;
}

/** Code versions that are named or brought, and the sources of those that are brought. */
export interface NamedVersions {
  named: string[];
  defined: string[];
  files: string[];
}

/** Reads a batch as it came over the wire. A pure function, and all that is costly about a batch. */
export async function readArrival(
  body: Uint8Array,
  encoding: BatchEncoding,
  receivedAt: Date,
): Promise<Arrival> {
  const inflated = await inflate(body, encoding);
  const { writer, batch, events, rejected } = readBatch(inflated, receivedAt);
  const digest = createHash("sha256").update(inflated).digest();
  return { writer, batch, digest, accepted: events.length, rejected, versions: versionsOf(events) };
}

function versionsOf(events: TelemetryEvent[]): NamedVersions {
  const named = new Set<string>();
  const defined = new Set<string>();
  const files = new Set<string>();
  for (const event of events) {
    if (event.type === "code.version") {
      defined.add(event.hash);
      for (const file of event.manifest.files) files.add(file.sha256);
    } else if ("codeVersion" in event && event.codeVersion !== undefined) {
      named.add(event.codeVersion);
    }
  }
  return { named: [...named], defined: [...defined], files: [...files] };
}
