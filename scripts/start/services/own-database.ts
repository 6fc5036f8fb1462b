import { type EmbeddedServer, startEmbedded } from "@heddle/db/embedded";
import { say } from "../log/prefix-output";
import { watchDatabase } from "./database-watch";
import { decideRestart } from "./restart-policy";

/** The embedded PostgreSQL, started again when it dies, a few times. */
export class OwnDatabase {
  readonly #dataDir: string;
  readonly #giveUp: (sentence: string) => void;
  readonly #watching = new AbortController();
  #server: Promise<EmbeddedServer> | null = null;
  #startedAt = 0;
  #deaths = 0;

  constructor(dataDir: string, giveUp: (sentence: string) => void) {
    this.#dataDir = dataDir;
    this.#giveUp = giveUp;
  }

  /** Starts the server and gives its URL. */
  async start(): Promise<string> {
    const { url } = await this.#startServer();
    void watchDatabase(url, this.#watching.signal, () => this.#revive(url));
    return url;
  }

  async stop(): Promise<void> {
    this.#watching.abort();
    const server = await this.#server?.catch(() => null);
    await server?.stop();
  }

  #startServer(): Promise<EmbeddedServer> {
    this.#startedAt = performance.now();
    this.#server = startEmbedded({ dataDir: this.#dataDir, log: (line) => say("database", line) });
    return this.#server;
  }

  async #revive(url: string): Promise<void> {
    const decision = decideRestart(this.#deaths, performance.now() - this.#startedAt);
    if (!decision.restart) return this.#fail("The database keeps ending.");
    this.#deaths = decision.deaths;
    say("database", "ended unexpectedly; starting it again");
    try {
      const server = await this.#startServer();
      if (server.url !== url) this.#fail("Another program took the database's port. Start Heddle again.");
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    }
  }

  #fail(sentence: string): void {
    this.#watching.abort();
    this.#giveUp(sentence);
  }
}
