const TAIL = 4;
const LONG_ENOUGH = 16;

/** What may be shown of a webhook's address to tell it from others: `hooks.slack.com/…/a1B2`. */
export function hint(address: string): string {
  const { host, pathname } = new URL(address);
  const last = pathname.split("/").at(-1) ?? "";
  return last.length >= LONG_ENOUGH ? `${host}/…/${last.slice(-TAIL)}` : `${host}/…`;
}
