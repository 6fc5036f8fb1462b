import type { TelemetryAnswer } from "@heddle/contract";
import type { PoolClient } from "@heddle/db";
import { type Arrived, keyOf } from "./arrived";

interface Receipt {
  writer: string;
  batch: string;
  digest: Buffer;
  answer: TelemetryAnswer;
}

/**
 * The answers that batches under names that are used got the first time, for those with the same content; that they
 * came again is noted in their receipts.
 */
export async function answerRepeats(
  client: PoolClient,
  projectId: string,
  batches: Arrived[],
): Promise<Map<Arrived, TelemetryAnswer>> {
  const answers = new Map<Arrived, TelemetryAnswer>();
  if (batches.length === 0) return answers;
  const { rows } = await client.query<Receipt>(SELECT_RECEIPTS, [projectId, ...namesOf(batches)]);
  const receipts = new Map(rows.map((receipt) => [keyOf(receipt), receipt]));
  for (const arrived of batches) {
    const receipt = receipts.get(keyOf(arrived));
    if (receipt?.digest.equals(arrived.digest)) answers.set(arrived, receipt.answer);
  }
  if (answers.size > 0) await client.query(COUNT_REPEATS, [projectId, ...namesOf([...answers.keys()])]);
  return answers;
}

function namesOf(batches: Arrived[]) {
  return [batches.map(({ writer }) => writer), batches.map(({ batch }) => batch)];
}

const SELECT_RECEIPTS = `
  select writer, batch, digest, answer from batch_receipt
  where project_id = $1 and (writer, batch) in (select * from unnest($2::uuid[], $3::bigint[]))`;
/** Locks in the order of the key, so that two groups never wait for each other. */
const COUNT_REPEATS = `
  with again as (
    select writer, batch, count(*) as times from unnest($2::uuid[], $3::bigint[]) as named (writer, batch)
    group by writer, batch
  ), locked as (
    select r.writer, r.batch from batch_receipt r
    where r.project_id = $1 and (r.writer, r.batch) in (select writer, batch from again)
    order by r.writer, r.batch for no key update
  )
  update batch_receipt r set repeats = r.repeats + again.times
  from again join locked using (writer, batch)
  where r.project_id = $1 and r.writer = again.writer and r.batch = again.batch`;
