import type { SourceFile } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";

/** More bytes of source than this are not read for one answer. */
const MOST_BYTES = 12_000_000;

const SIZES = "select sha256, size from code_blob where project_id = $1 and sha256 = any($2::text[])";
const BODIES = "select sha256, body from code_blob where project_id = $1 and sha256 = any($2::text[])";

/** The lines of source files by their SHA-256; without those that have not arrived or are too many to read. */
export async function readSources(
  client: PoolClient,
  projectId: string,
  files: readonly SourceFile[],
): Promise<Map<string, string[]>> {
  const wanted = [...new Set(files.map(({ sha256 }) => sha256))];
  if (wanted.length === 0) return new Map();
  const sizes = await client.query<{ sha256: string; size: number }>(SIZES, [projectId, wanted]);
  let room = MOST_BYTES;
  const fitting: string[] = [];
  for (const { sha256, size } of sizes.rows) {
    if (size > room) continue;
    room -= size;
    fitting.push(sha256);
  }
  const { rows } = await client.query<{ sha256: string; body: Buffer }>(BODIES, [projectId, fitting]);
  return new Map(rows.map(({ sha256, body }) => [sha256, linesOf(body.toString("utf8"))]));
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
