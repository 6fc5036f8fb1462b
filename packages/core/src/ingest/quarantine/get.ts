import { withSystemClient } from "@heddle/db";
import type { OperatorContext } from "../../instance/operator";
import { type BatchEncoding, inflate } from "../batch/inflate";
import { notThere, requireId } from "./missing";

interface Row {
  body: Buffer;
  encoding: BatchEncoding;
  error: string;
}

export interface QuarantinedDetail {
  error: string;
  /** The beginning of what the client sent, decompressed; null when it cannot be. */
  body: string | null;
  /** Of all of it, decompressed; null when it cannot be. */
  bodyBytes: number | null;
}

/** Why a batch was put aside, and how what was sent begins. */
export async function getQuarantined(args: {
  ctx: Pick<OperatorContext, "db">;
  input: { id: string; bytes: number };
}): Promise<QuarantinedDetail> {
  const { id, bytes } = args.input;
  const row = await withSystemClient(args.ctx.db, async (client) => {
    const { rows } = await client.query<Row>(
      "select body, encoding, error from quarantined_batch where id = $1",
      [requireId(id)],
    );
    return rows[0];
  });
  if (!row) throw notThere([id]);
  const inflated = await inflate(row.body, row.encoding).catch(() => null);
  const body = inflated && new TextDecoder().decode(inflated.subarray(0, bytes));
  return { error: row.error, body, bodyBytes: inflated?.byteLength ?? null };
}
