import { createHash } from "node:crypto";
import http from "node:http";
import { gunzipSync } from "node:zlib";
import { type TelemetryEvent, telemetryEnvelopeSchema, telemetryEventSchema } from "@heddle/contract";

export interface RecordedBatch {
  writer: string;
  batch: number;
  body: string;
  events: TelemetryEvent[];
}

/** How the server answers a request: as it should, with a given answer, or not at all. */
export type Behaviour =
  | "normal"
  | "hang"
  | "reset"
  | { status: number; headers?: Record<string, string>; body?: string };

/** A server that takes telemetry as the real one does, checks each event, and misbehaves when asked to. */
export class RecordingServer {
  readonly requests: RecordedBatch[] = [];
  /** Batches that were answered with 202. */
  readonly accepted: RecordedBatch[] = [];
  readonly blobs = new Map<string, string>();
  readonly problems: string[] = [];
  /** What requests named in the header x-heddle-project, by method: undefined for nothing. */
  readonly projects: [method: string | undefined, project: string | string[] | undefined][] = [];
  /** Asked for each batch. */
  behave: (batch: RecordedBatch, request: number) => Behaviour | Promise<Behaviour> = () => "normal";
  /** How many files are put off with 429 before one is taken. */
  busyForFiles = 0;
  readonly #versions = new Set<string>();
  readonly #server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => this.#answer(request, response, Buffer.concat(chunks)));
  });

  static async start(port = 0): Promise<RecordingServer> {
    const server = new RecordingServer();
    await new Promise<void>((resolve) => server.#server.listen(port, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  }

  get events(): TelemetryEvent[] {
    return this.accepted.flatMap((batch) => batch.events);
  }

  of<T extends TelemetryEvent["type"]>(type: T): Extract<TelemetryEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<TelemetryEvent, { type: T }> => event.type === type);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: http.IncomingMessage, response: http.ServerResponse, raw: Buffer): Promise<void> {
    const body = (request.headers["content-encoding"] === "gzip" ? gunzipSync(raw) : raw).toString("utf8");
    this.projects.push([request.method, request.headers["x-heddle-project"]]);
    if (request.headers.authorization !== "Bearer hdl_test") this.problems.push("wrong authorization");
    if (request.method === "PUT" && request.headers["content-encoding"] !== undefined) {
      this.problems.push("a compressed file");
    }
    if (request.method === "PUT") return this.#takeBlob(request.url ?? "", body, response);
    if (request.method !== "POST" || request.url !== "/api/v1/telemetry")
      this.problems.push(`${request.url}`);
    const batch = this.#read(body);
    this.requests.push(batch);
    const behaviour = await this.behave(batch, this.requests.length - 1);
    if (behaviour === "hang") return;
    if (behaviour === "reset") return void request.socket.destroy();
    if (behaviour !== "normal") {
      response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body ?? "");
      return;
    }
    this.accepted.push(batch);
    response.writeHead(202, { "content-type": "application/json" });
    response.end(
      JSON.stringify({ accepted: batch.events.length, rejected: [], need: this.#needs(batch.events) }),
    );
  }

  #read(body: string): RecordedBatch {
    const { writer, batch, events } = telemetryEnvelopeSchema.parse(JSON.parse(body));
    const parsed = events.map((event) => {
      const result = telemetryEventSchema.safeParse(event);
      if (!result.success)
        this.problems.push(`${JSON.stringify(event).slice(0, 300)}: ${result.error.message}`);
      return result.success ? result.data : null;
    });
    return { writer, batch, body, events: parsed.filter((event) => event !== null) };
  }

  #needs(events: TelemetryEvent[]) {
    const named = events.map((event) => ("codeVersion" in event ? event.codeVersion : undefined));
    const codeVersions = named.filter((hash) => hash !== undefined && !this.#versions.has(hash));
    const defined = events.filter((event) => event.type === "code.version");
    for (const { hash } of defined) this.#versions.add(hash);
    const files = defined.flatMap((event) => event.manifest.files.map((file) => file.sha256));
    return { codeVersions, blobs: files.filter((hash) => !this.blobs.has(hash)) };
  }

  #takeBlob(path: string, body: string, response: http.ServerResponse): void {
    if (this.busyForFiles > 0) {
      this.busyForFiles--;
      response.writeHead(429, { "retry-after": "0" }).end();
      return;
    }
    const hash = path.replace("/api/v1/blobs/", "");
    if (createHash("sha256").update(body).digest("hex") !== hash)
      this.problems.push(`${path} is not its digest`);
    this.blobs.set(hash, body);
    response.writeHead(204).end();
  }
}
