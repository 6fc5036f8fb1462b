import type { FailureDetail } from "@heddle/core";
import Link from "next/link";
import { formatCount } from "@/format/number";
import { runName } from "../run/run-name";
import { paths } from "../shell/paths";
import { StatusMark } from "../status/status-mark";

/** The nodes that the newest run did not get to, in the order of its graph. */
export function WhatItStopped({ detail, base }: { detail: FailureDetail; base: string }) {
  const { skipped, failure } = detail;
  if (skipped.count === 0) return null;
  const rest = skipped.count - skipped.names.length;
  return (
    <section aria-label="What it stopped">
      <div className="flex min-h-9 items-center gap-2">
        <h2 className="text-13 font-semibold">What it stopped</h2>
        <span className="text-12 text-ink-3">
          {formatCount(skipped.count)} {skipped.count === 1 ? "node" : "nodes"} of {runName(failure.lastRun)}{" "}
          did not run
        </span>
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line py-2 text-12">
        {skipped.names.map((node) => (
          <li key={node} className="flex min-w-0 items-center gap-1.25">
            <StatusMark status="skipped" size={12} label="" />
            <Link
              href={paths.node(base, { pipeline: failure.pipeline, node })}
              className="truncate font-mono text-[12px] text-ink-2 hover:text-accent"
            >
              {node}
            </Link>
          </li>
        ))}
        {rest > 0 ? (
          <li>
            <Link
              href={paths.run(base, failure.lastRun.id, { tab: "nodes" })}
              className="text-ink-2 hover:text-accent"
            >
              and {formatCount(rest)} more
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
