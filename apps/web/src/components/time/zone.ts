export type ZoneMode = "local" | "utc";

export const ZONE_COOKIE = "heddle-zone";
export const LOCAL_ZONE_COOKIE = "heddle-local-zone";

/** The IANA zone that a mode stands for. */
export function zoneOf(mode: ZoneMode, localZone: string): string {
  return mode === "utc" ? "UTC" : localZone;
}

/** A zone that this runtime knows, else UTC: the cookie may hold anything. */
export function knownZone(zone: string | undefined): string {
  if (!zone) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
