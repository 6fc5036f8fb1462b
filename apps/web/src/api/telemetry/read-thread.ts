import { parentPort } from "node:worker_threads";
import { DomainError } from "@heddle/core/error/domain-error";
import { readArrival } from "@heddle/core/ingest/read-arrival";
import type { Question, Reading } from "./reading";

/** The thread's side of `ReadingThreads`: one batch at a time. */
async function answer({ body, encoding, receivedAt }: Question): Promise<Reading> {
  try {
    return { arrival: await readArrival(body, encoding, receivedAt) };
  } catch (error) {
    if (!(error instanceof DomainError))
      return { defect: String(error instanceof Error ? error.stack : error) };
    const { code, message, path, fix } = error;
    return { refusal: { code, message, path, fix } };
  }
}

parentPort?.on("message", async (question: Question) => parentPort?.postMessage(await answer(question)));
