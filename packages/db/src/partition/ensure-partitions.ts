/** What of pg's clients and pools is needed here. */
interface Queryable {
  query(text: string, values: unknown[]): Promise<unknown>;
}

export const MONTHS_BEHIND = 2;
const MONTHS_AHEAD = 2;

/**
 * Makes the monthly partitions around `now` where they are missing, first moving rows that already lie
 * in the default partition. Several workers may do so at once.
 */
export async function ensurePartitions(client: Queryable, now: Date): Promise<void> {
  for (let offset = -MONTHS_BEHIND; offset <= MONTHS_AHEAD; offset++) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
    await client.query("SELECT public.ensure_partitions($1::date)", [month.toISOString().slice(0, 10)]);
  }
}
