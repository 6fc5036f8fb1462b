import type { CodeManifest, GitState } from "@heddle/contract";
import { backoff, Pause } from "./backoff";
import { classify } from "./outcome";
import type { Transport } from "./transport";

/** A code version with the text of its files by SHA-256. */
export interface Version {
  hash: string;
  manifest: CodeManifest;
  git: GitState | null;
  files: ReadonlyMap<string, string>;
}

const MOST_VERSIONS = 50;
const UPLOAD_ATTEMPTS = 4;
/** However often a server says when to come again. */
const MOST_REQUESTS = 100;
/** The server asks until it has stored what was sent, which takes it a moment. */
const ASK_AGAIN_MS = 30_000;

/** Code versions of this process, and what of them the server still wants. */
export class Versions {
  readonly #known = new Map<string, Version>();
  readonly #sent = new Map<string, number>();

  remember(version: Version): void {
    this.#known.delete(version.hash);
    this.#known.set(version.hash, version);
    for (const hash of this.#known.keys()) {
      if (this.#known.size <= MOST_VERSIONS) break;
      this.#known.delete(hash);
    }
  }

  /** The versions among `hashes` to send now. */
  wanted(hashes: string[]): Version[] {
    const known = hashes.map((hash) => this.#known.get(hash)).filter((version) => version !== undefined);
    return known.filter((version) => this.#due(version.hash));
  }

  /** Sends the files among `hashes`, one after the other. Never rejects. */
  async upload(hashes: string[], transport: Transport, headers: Record<string, string>): Promise<void> {
    const files = new Map([...this.#known.values()].flatMap((version) => [...version.files]));
    for (const hash of hashes) {
      const text = files.get(hash);
      if (text !== undefined && this.#due(hash)) await uploadFile(hash, text, transport, headers);
    }
  }

  #due(hash: string): boolean {
    const now = performance.now();
    if (now - (this.#sent.get(hash) ?? Number.NEGATIVE_INFINITY) < ASK_AGAIN_MS) return false;
    this.#sent.set(hash, now);
    return true;
  }
}

/** A file goes as it is: the server takes no compressed ones, since their size would not be known. */
async function uploadFile(hash: string, text: string, transport: Transport, headers: Record<string, string>) {
  const body = Buffer.from(text);
  const path = `/api/v1/blobs/${hash}`;
  const { "content-encoding": _, ...rest } = headers;
  const own = { ...rest, "content-type": "application/octet-stream" };
  let attempt = 0;
  for (let sent = 0; attempt < UPLOAD_ATTEMPTS && sent < MOST_REQUESTS; sent++) {
    const reply = await transport.send({ method: "PUT", path, headers: own, body });
    const outcome = classify(reply, Date.now());
    if (outcome.kind !== "retry") return;
    await new Pause().wait(backoff(attempt, outcome.afterMs, true));
    // A server that says when to come again is not one that cannot be had.
    if (outcome.afterMs === null) attempt++;
  }
}
