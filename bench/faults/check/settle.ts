import type { Record } from "../load/record";
import type { Product } from "../product/product";
import { until } from "../product/until";
import type { Finding } from "./finding";
import { openOwner } from "./owner";

/** Leases of broken deliveries and the sweep for lost alerts take half a minute each, long waits after failures more. */
const SETTLE_MS = 420_000;

const LEFT = `select
  (select count(*) from ingest_batch)::int as "inbox",
  (select count(*) from quarantined_batch)::int as "quarantine",
  (select count(*) from outbox)::int as "outbox",
  (select count(*) from code_version where hashed_at is null)::int as "versions without hashes",
  (select count(*) from alert_delivery where status = 'pending')::int as "deliveries",
  (select count(*) from alert_incident where failure_id is null)::int as "incidents without a group",
  $1::int - (select count(*) from alert_incident)::int as "failures without an incident"`;

/** Waits until nothing is left to be done; what then still is counts as lost. */
export async function settle(product: Product, record: Record): Promise<Finding[]> {
  await product.whole();
  const failed = record.runs.filter((run) => run.failed).length;
  const owner = await openOwner(product.databaseUrl);
  let left: { [what: string]: number } = {};
  const none = async () => {
    left = (await owner.rows<typeof left>(LEFT, [failed]))[0] ?? left;
    return Object.entries(left).every(([what, count]) => count <= 0 || what === "quarantine");
  };
  try {
    await until(none, { limitMs: SETTLE_MS, everyMs: 500, why: () => "" }).catch(() => undefined);
  } finally {
    await owner.close();
  }
  return Object.entries(left).map(([what, count]) => ({
    what: `left over: ${what}`,
    lost: Math.max(0, count),
    duplicated: 0,
  }));
}
