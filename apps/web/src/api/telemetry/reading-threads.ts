import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { DomainError } from "@heddle/core";
import { type Arrival, readArrival } from "@heddle/core/ingest/read-arrival";
import { FairQueue } from "./fair-queue";
import { inflateSmall } from "./inflate-small";
import type { Question, Reading } from "./reading";

/** Two at least, so that one huge batch does not keep all others waiting. */
const MOST_THREADS = Math.min(4, Math.max(2, availableParallelism()));
/** More than the largest batch that is allowed needs: beyond it a thread ends, and nothing else. */
const HEAP_MB = 2048;
/** Whatever takes so long was made to. */
const PATIENCE_MS = 60_000;

interface Task {
  question: Question;
  resolve: (arrival: Arrival) => void;
  reject: (error: Error) => void;
}

/**
 * Threads that read batches, so that requests for pages are answered while a huge one is read. They begin with the
 * first batch that needs one, and are replaced when they end.
 */
export class ReadingThreads {
  readonly #waiting = new FairQueue<Task>();
  readonly #threads = new Set<Worker>();
  readonly #idle: Worker[] = [];
  #closed = false;

  constructor(private readonly script = new URL("./start-thread.mjs", import.meta.url)) {}

  async read(project: string, question: Question): Promise<Arrival> {
    const small = inflateSmall(question);
    // To a thread and back would take longer.
    if (small) return await readArrival(small, "identity", question.receivedAt);
    return await new Promise((resolve, reject) => {
      this.#waiting.add(project, { question, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #next(): void {
    const thread = this.#idle.pop() ?? (this.#threads.size < MOST_THREADS ? this.#start() : undefined);
    if (!thread) return;
    const task = this.#waiting.take();
    if (task) this.#give(thread, task);
    else this.#idle.push(thread);
  }

  #start(): Worker {
    const thread = new Worker(this.script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    // What it dies of, the task hears that it has; without one, a new thread does for it.
    thread.on("error", () => {});
    this.#threads.add(thread);
    thread.once("exit", () => {
      this.#threads.delete(thread);
      const idle = this.#idle.indexOf(thread);
      if (idle >= 0) this.#idle.splice(idle, 1);
    });
    return thread;
  }

  #give(thread: Worker, { question, resolve, reject }: Task): void {
    let broken: NodeJS.ErrnoException | undefined;
    const late = setTimeout(() => void thread.terminate(), PATIENCE_MS);
    const onMessage = (reading: Reading) => {
      over();
      this.#idle.push(thread);
      thread.unref();
      if ("arrival" in reading) resolve(reading.arrival);
      else reject(errorOf(reading));
      this.#next();
    };
    const onError = (error: Error) => {
      broken = error;
    };
    const onExit = () => {
      over();
      reject(endOf(broken));
      if (!this.#closed) this.#next();
    };
    const over = () => {
      clearTimeout(late);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
    };
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.ref();
    thread.postMessage(question);
  }
}

function errorOf(reading: Exclude<Reading, { arrival: Arrival }>): Error {
  if ("defect" in reading) return new Error(`A batch could not be read: ${reading.defect}`);
  const { code, message, path, fix } = reading.refusal;
  return new DomainError(code, message, { path, fix });
}

/** For a batch whose thread ended before it had read it. */
function endOf(cause: NodeJS.ErrnoException | undefined): DomainError {
  if (cause?.code === "ERR_WORKER_OUT_OF_MEMORY") {
    const message = "To read the batch takes more memory than one may have.";
    return new DomainError("too_large", message, { fix: "Send fewer events in a batch.", cause });
  }
  return new DomainError("unavailable", "The batch could not be read to its end.", {
    fix: "Send it again, in smaller parts if that does not help.",
    cause,
  });
}
