"use client";
import type { ReactNode } from "react";
import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { clocks } from "./clock";
import { LOCAL_ZONE_COOKIE, ZONE_COOKIE, type ZoneMode, zoneOf } from "./zone";

interface TimeContext {
  /** Zone that times are shown in. */
  zone: string;
  localZone: string;
  mode: ZoneMode;
  setMode: (mode: ZoneMode) => void;
  serverNow: number;
}

const Context = createContext<TimeContext | null>(null);

interface TimeProviderProps {
  /** What the cookies said, so that server and browser write the same text first. */
  mode: ZoneMode;
  localZone: string;
  now: number;
  children: ReactNode;
}

const YEAR = 31_536_000;

function remember(name: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR}; samesite=lax`;
}

/** The viewer's zone and the time of the first paint, for everything that shows a time. */
export function TimeProvider({ mode: firstMode, localZone: firstZone, now, children }: TimeProviderProps) {
  const [mode, setModeState] = useState(firstMode);
  const [localZone, setLocalZone] = useState(firstZone);

  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    setLocalZone(zone);
    if (zone !== firstZone) remember(LOCAL_ZONE_COOKIE, zone);
  }, [firstZone]);

  const setMode = useCallback((next: ZoneMode) => {
    setModeState(next);
    remember(ZONE_COOKIE, next);
  }, []);

  const value = useMemo(
    () => ({ zone: zoneOf(mode, localZone), localZone, mode, setMode, serverNow: now }),
    [mode, localZone, setMode, now],
  );
  return <Context value={value}>{children}</Context>;
}

/** The zone to write times in, and the switch for it. */
export function useTime(): TimeContext {
  const value = use(Context);
  if (!value) throw new Error("useTime needs a TimeProvider above it.");
  return value;
}

/** The present, renewed each second or every 20 seconds; at first paint the server's. */
export function useNow(step: keyof typeof clocks): number {
  const { serverNow } = useTime();
  const clock = clocks[step];
  return useSyncExternalStore(clock.subscribe, clock.read, () => serverNow);
}
