import type { RelaySubscription } from "bullmq";
import type { LiveRelay } from "./backend";
import { type LiveEvent, type LiveListener, type LiveMessage, liveMessageSchema } from "./live-message";

/**
 * Live messages between processes: one connection and one subscription per process, however many viewers
 * it has. Nothing is kept for those who are away; they read the truth from the database.
 */
export class Live {
  readonly #open: () => LiveRelay;
  readonly #onError: (error: Error) => void;
  readonly #listeners = new Set<LiveListener>();
  #relay: LiveRelay | undefined;
  #subscription: Promise<RelaySubscription> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(open: () => LiveRelay, onError: (error: Error) => void) {
    this.#open = open;
    this.#onError = onError;
  }

  async publish(projectId: string, message: LiveMessage): Promise<void> {
    await this.#connect().publish(`live.${projectId}`, liveMessageSchema.parse(message));
  }

  /** Calls the listener with every message of every project until the returned function is called. */
  subscribe(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    this.#listen();
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#listeners.clear();
    await this.#relay?.close();
  }

  #connect(): LiveRelay {
    if (this.#relay) return this.#relay;
    const relay = this.#open();
    relay.on("error", this.#onError);
    relay.on("recovered", () => this.#tell({ projectId: null, message: { kind: "gap" } }));
    this.#relay = relay;
    return relay;
  }

  #listen(): void {
    if (this.#subscription) return;
    const subscription = this.#connect().subscribe("live.*", (raw) => {
      const message = liveMessageSchema.safeParse(raw.data);
      if (message.success) this.#tell({ projectId: raw.topic.slice("live.".length), message: message.data });
    });
    this.#subscription = subscription;
    subscription.catch((error: Error) => {
      // A subscription that was still on its way when we closed fails for that alone.
      if (this.#closed) return;
      this.#onError(error);
      this.#subscription = undefined;
      if (this.#listeners.size > 0) this.#retry = setTimeout(() => this.#listen(), 1000).unref();
    });
  }

  #tell(event: LiveEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }
}
