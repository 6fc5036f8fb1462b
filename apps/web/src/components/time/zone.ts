export type ZoneMode = "local" | "utc";

export const ZONE_COOKIE = "heddle-zone";
export const LOCAL_ZONE_COOKIE = "heddle-local-zone";

/** The IANA zone that a mode stands for. */
export function zoneOf(mode: ZoneMode, localZone: string): string {
  return mode === "utc" ? "UTC" : localZone;
}

/** The zone that a cookie names, if this runtime knows it, else UTC: the cookie may hold anything. */
export function knownZone(cookie: string): string {
  if (!cookie) return "UTC";
  try {
    const zone = decodeURIComponent(cookie);
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
