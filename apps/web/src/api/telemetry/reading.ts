import type { DomainErrorCode } from "@heddle/core";
import type { Arrival } from "@heddle/core/ingest/read-arrival";

/** What a thread is asked. */
export interface Question {
  body: Uint8Array;
  encoding: "gzip" | "identity";
  receivedAt: Date;
}

/** What it answers: errors lose what they are on their way between threads. */
export type Reading =
  | { arrival: Arrival }
  | { refusal: { code: DomainErrorCode; message: string; path: string; fix: string } }
  | { defect: string };
