"use client";
import Link from "next/link";
import { formatExact } from "@/format/instant";
import { paths } from "../shell/paths";
import { useNow, useTime } from "../time/time-provider";
import { cn } from "../ui/cn";
import { formatAge, freshnessOf, type PipelineHealth, rhythmWords } from "./pipeline-words";

const WIDTH = 40;

/** How old the last good run is, as a bar towards when the next is usual. Red only when the rhythm is regular. */
export function Freshness({ pipeline, base }: { pipeline: PipelineHealth; base: string }) {
  const now = useNow("minute");
  const { zone } = useTime();
  const fresh = freshnessOf(pipeline, now);
  const { lastGood } = pipeline;
  if (!fresh || !lastGood) return <span className="text-11 text-ink-3">no good run yet</span>;
  const every = rhythmWords(pipeline);
  return (
    <span className="flex min-w-0 items-center gap-1.5 whitespace-nowrap">
      {fresh.share === null ? null : (
        <span aria-hidden className="block h-1 w-10 shrink-0 overflow-hidden rounded-full bg-usual">
          <span
            className={cn("block h-full", fresh.stale ? "bg-failed" : "bg-n500")}
            style={{ width: Math.max(1, fresh.share * WIDTH) }}
          />
        </span>
      )}
      <Link
        href={paths.run(base, lastGood.id)}
        title={`Last good run, ended ${formatExact(lastGood.finishedAt, zone)}; ${every}`}
        className={cn("hover:underline", fresh.stale && "font-medium text-failed-text")}
      >
        {formatAge(fresh.ageMs)}
      </Link>
      <span className="truncate text-11 text-ink-3">{every}</span>
    </span>
  );
}
