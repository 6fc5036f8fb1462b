import { Refusal } from "../bootstrap/refusal.mjs";
import type { Part, PartReport, PartResult } from "./part";

/** Runs parts one after the other; `stopAtFailure`: the rest is not even begun then. */
export async function runParts(
  parts: Part[],
  { stopAtFailure }: { stopAtFailure: boolean },
): Promise<PartReport[]> {
  const reports: PartReport[] = [];
  for (const part of parts) {
    const start = performance.now();
    const result = await part.run().catch((error: unknown): PartResult => {
      console.error(error instanceof Refusal ? error.message : error);
      return { ok: false };
    });
    reports.push({ ...result, name: part.name, milliseconds: performance.now() - start });
    if (!result.ok && stopAtFailure) break;
  }
  return reports;
}
