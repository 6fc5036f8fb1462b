import type { Record } from "../load/record";
import type { Finding } from "./finding";
import type { Owner } from "./owner";

/**
 * One receipt for each acknowledged batch. It counts as many repetitions as were answered; of requests without an
 * answer nobody knows whether they were taken, so that each of them may count or not.
 */
export async function checkReceipts(owner: Owner, record: Record): Promise<Finding> {
  const finding: Finding = { what: "receipts and repetitions", lost: 0, duplicated: 0 };
  const sendings = new Map(
    record.sendings.map((sending) => {
      return [`${sending.batch.writer} ${sending.batch.number}`, sending];
    }),
  );
  const rows = await owner.rows<{ key: string; repeats: number }>(
    "select writer || ' ' || batch as key, repeats from batch_receipt",
  );
  for (const { key, repeats } of rows) {
    const sending = sendings.get(key);
    sendings.delete(key);
    const least = sending?.acknowledged ?? 0;
    const most = least + (sending?.unknown ?? 0);
    const lost = Math.max(0, least - (repeats + 1));
    const duplicated = Math.max(0, repeats + 1 - most);
    finding.lost += lost;
    finding.duplicated += duplicated;
    if (lost + duplicated > 0) finding.example = `${key}: ${repeats} repeats, ${least} to ${most} answers`;
  }
  const missing = [...sendings.values()].filter(({ acknowledged }) => acknowledged > 0);
  finding.lost += missing.length;
  return finding;
}
