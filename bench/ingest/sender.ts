import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Batch } from "./workload";

export interface Answer {
  status: number;
  retryAfterMs: number;
}

/** Sends batches over at most so many connections that stay open. */
export class Sender {
  readonly #agent: Agent;
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor({ url, apiKey }: { url: string; apiKey: string }, connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.#url = `${url}/api/v1/telemetry`;
    this.#headers = {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "content-encoding": "gzip",
    };
  }

  /** One request. Resolves when the answer is read to its end. */
  send({ body }: Batch): Promise<Answer> {
    const headers = { ...this.#headers, "content-length": String(body.byteLength) };
    return new Promise((resolve, reject) => {
      const sending = request(this.#url, { method: "POST", agent: this.#agent, headers }, (answer) => {
        answer.resume();
        answer.on("error", reject);
        const retryAfterMs = Number(answer.headers["retry-after"] ?? 0) * 1000;
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, retryAfterMs }));
      });
      sending.on("error", reject);
      sending.end(body);
    });
  }

  /** Sends it again for as long as the server asks to wait; any answer but these and 202 is a fault of the benchmark. */
  async deliver(batch: Batch): Promise<void> {
    for (;;) {
      const { status, retryAfterMs } = await this.send(batch);
      if (status === 202) return;
      if (status !== 429) throw new Error(`The server answered ${status}.`);
      await wait(Math.max(100, retryAfterMs));
    }
  }

  close(): void {
    this.#agent.destroy();
  }
}
