import { createHash } from "node:crypto";
import { type CodeManifest, createUuidV7, type JsonValue, manifestIdentity } from "@heddle/contract";
import type { Database } from "@heddle/db";
import { hashVersion } from "../../code-version/hash-version";
import { storeBlob } from "../../ingest/accept/store-blob";
import { type StoredProject, storedProject } from "../../run/testing/stored-project";

export interface MadeVersion {
  pipeline?: string;
  /** The lines of each node's code, by its name, after those that it reads. */
  nodes: Record<string, { reads?: string[]; code: string[] }>;
  /** Lines of the file above the nodes. */
  imports?: string[];
  config?: Record<string, JsonValue>;
  subject?: string;
}

export interface VersionedProject extends StoredProject {
  /** Stores a run of a version that began at `at`; its sources arrive unless `sources` is false. Gives its hash. */
  run: (
    at: Date,
    version: MadeVersion,
    options?: { status?: "succeeded" | "failed"; sources?: boolean },
  ) => Promise<string>;
}

const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");

/** One file: imports, then the nodes one below the other. */
function sourceOf({ nodes, imports = [] }: MadeVersion) {
  const lines = [...imports];
  const spans = new Map<string, { startLine: number; endLine: number }>();
  for (const [name, { code }] of Object.entries(nodes)) {
    spans.set(name, { startLine: lines.length + 1, endLine: lines.length + code.length });
    lines.push(...code);
  }
  return { text: lines.join("\n"), spans };
}

/** A project whose versions have code. */
export async function versionedProject(db: Database, now: Date): Promise<VersionedProject> {
  const project = await storedProject(db, now);
  return {
    ...project,
    async run(at, version, { status = "succeeded", sources = true } = {}) {
      const { pipeline = "p", nodes, config = {}, subject = "A change" } = version;
      const { text, spans } = sourceOf(version);
      const sha256 = sha256Of(text);
      const path = "spend.py";
      const manifest: CodeManifest = {
        ...{ pipeline, config, files: [{ path, sha256, language: "python" }] },
        nodes: Object.entries(nodes).map(([name, { reads = [] }]) => ({
          ...{ name, kind: "function", dependencies: reads },
          source: { path, ...(spans.get(name) ?? { startLine: 1, endLine: 1 }) },
        })),
      };
      const hash = sha256Of(manifestIdentity(manifest));
      const runId = createUuidV7(at.getTime());
      const git = {
        ...{ commit: hash.slice(0, 12), branch: "main", dirty: true, remote: null, author: "Mara" },
        message: `${subject}\n\nWhy`,
      };
      const startedAt = at.toISOString();
      await project.store([
        { type: "run.started", runId, pipeline, codeVersion: hash, startedAt, git },
        { type: "code.version", runId, hash, manifest, git },
        { type: "run.finished", runId, status, finishedAt: startedAt },
      ]);
      if (!sources) return hash;
      await storeBlob({ ctx: project.ctx, input: { sha256, body: Buffer.from(text) } });
      await hashVersion({
        ctx: project.ctx,
        input: { projectId: project.ctx.scope.projectId, codeVersion: hash },
      });
      return hash;
    },
  };
}
