import "server-only";

import { cookies } from "next/headers";
import { knownZone, LOCAL_ZONE_COOKIE, ZONE_COOKIE, zoneOf } from "../time/zone";

/** The zone in which the person sees times, as far as their cookies tell. */
export async function requestZone(): Promise<string> {
  const jar = await cookies();
  const local = knownZone(decodeURIComponent(jar.get(LOCAL_ZONE_COOKIE)?.value ?? ""));
  return zoneOf(jar.get(ZONE_COOKIE)?.value === "utc" ? "utc" : "local", local);
}
