"use client";
import { zoneName } from "@/format/instant";
import { useNow, useTime } from "../time/time-provider";
import { Segmented } from "../ui/segmented";

/** Local time or UTC, for every time on the page. */
export function ZoneSwitch() {
  const { mode, setMode, localZone } = useTime();
  const name = zoneName(localZone, useNow("minute"));
  const local = name === "UTC" ? "Local" : name;
  return (
    <Segmented
      label="Time zone"
      value={mode}
      onChange={setMode}
      options={[
        { value: "local", label: local, title: localZone },
        { value: "utc", label: "UTC" },
      ]}
    />
  );
}
