import { createHash } from "node:crypto";
import { LIMITS } from "@heddle/contract";
import { withScopeClient } from "@heddle/db";
import { authorise, type Context } from "../../context";
import { DomainError } from "../../error/domain-error";
import { NOTED_EVERY } from "../note-use";

interface Input {
  sha256: string;
  body: Uint8Array;
}

/**
 * Stores a source file under its hash. `completes` names the code versions that have all their sources now:
 * for each of them a `hash-version` job is due.
 */
export async function storeBlob({
  ctx,
  input,
}: {
  ctx: Context;
  input: Input;
}): Promise<{ completes: string[] }> {
  authorise(ctx, "ingest");
  check(input);
  const { projectId } = ctx.scope;
  await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const body = Buffer.from(input.body);
    await client.query(INSERT_BLOB, [projectId, input.sha256, body.byteLength, body]);
  });
  // In a transaction of its own: a version that commits in between sees the blob, or is seen here.
  return await withScopeClient(ctx.db, ctx.scope, async (client) => {
    const file = JSON.stringify([{ sha256: input.sha256 }]);
    const { rows } = await client.query<{ hash: string }>(COMPLETED_VERSIONS, [projectId, file]);
    return { completes: rows.map((row) => row.hash) };
  });
}

function check({ sha256, body }: Input): void {
  if (body.byteLength > LIMITS.blobBytes) {
    throw new DomainError("too_large", `The file is larger than ${LIMITS.blobBytes / 1024 ** 2} MiB.`, {
      fix: "Leave the file out of the code version, or split it.",
    });
  }
  const actual = createHash("sha256").update(body).digest("hex");
  if (actual === sha256) return;
  throw new DomainError("invalid", `The SHA-256 of the body is ${actual}, not that of the address.`, {
    path: "/sha256",
    fix: "Send the bytes of the file unchanged, to the address that ends with their SHA-256 in hex.",
  });
}

const INSERT_BLOB = `
  insert into code_blob as b (project_id, sha256, size, body) values ($1, $2, $3, $4)
  on conflict (project_id, sha256) do update set used_at = now() where b.used_at < now() - ${NOTED_EVERY}`;
const COMPLETED_VERSIONS = `
  select v.hash from code_version v
  where v.project_id = $1 and v.hashed_at is null and v.files @> $2::jsonb and not exists (
    select from jsonb_array_elements(v.files) file
    where not exists (
      select from code_blob b where b.project_id = v.project_id and b.sha256 = file ->> 'sha256'))`;
