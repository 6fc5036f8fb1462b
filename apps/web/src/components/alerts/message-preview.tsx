"use client";
import type { FailureDetail } from "@heddle/core";
import Link from "next/link";
import { useQueryState } from "nuqs";
import { failureParams } from "@/app/[org]/[project]/alerts/[failureId]/search-params";
import { useShell } from "../shell/shell-context";
import { CopyButton } from "../ui/copy-button";
import { Segmented } from "../ui/segmented";
import { CHANNEL_KINDS } from "./channel-kinds";
import { SlackMessageView } from "./slack-message";

const KINDS = (["slack", "webhook"] as const).map((value) => ({ value, label: CHANNEL_KINDS[value].label }));

/** What channels are told about the newest run: as Slack shows it, and as a webhook gets it. */
export function MessagePreview({ detail }: { detail: FailureDetail }) {
  const { base } = useShell();
  const [kind, setKind] = useQueryState("message", failureParams.message);
  const { slack, webhook } = detail.message;
  const json = JSON.stringify(webhook, null, 2);
  const told = detail.timeline.flatMap((event) =>
    event.kind === "message" && event.status === "sent" && event.run.id === detail.failure.lastRun.id
      ? (event.channel.name ?? [])
      : [],
  );
  return (
    <section aria-label="Message" className="grid gap-2">
      <div className="flex min-h-9 flex-wrap items-center gap-2">
        <h2 className="text-13 font-semibold">{kind === "slack" ? "In Slack" : "To a webhook"}</h2>
        <span className="min-w-0 flex-1 truncate text-12 text-ink-3">{told.join(", ")}</span>
        <Segmented label="Message as" value={kind} options={KINDS} onChange={(next) => void setKind(next)} />
      </div>
      {kind === "slack" ? (
        <SlackMessageView message={slack} at={webhook.at} />
      ) : (
        <div className="overflow-hidden rounded-3 border border-line bg-bg">
          <div className="flex items-center justify-between gap-2 border-b border-line py-1 pr-1 pl-3 text-12 text-ink-2">
            <span>
              Signed after Standard Webhooks; <code className="font-mono text-[11.5px]">id</code> is that of
              the delivery
            </span>
            <CopyButton text={json} what="JSON" variant="quiet" />
          </div>
          <section
            aria-label="JSON"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key.
            tabIndex={0}
            className="max-h-140 overflow-auto p-3"
          >
            <pre className="font-mono text-[11.5px]/[17px]">{json}</pre>
          </section>
        </div>
      )}
      <p className="text-12 text-ink-2">
        {told.length > 0
          ? "Each failed run is told once to each channel that is on, unless the failure is muted."
          : "Nobody was told about the newest run: no channel was on, or the failure was muted."}{" "}
        <Link href={`${base}/alerts?tab=channels`} className="text-accent underline">
          Channels
        </Link>
      </p>
    </section>
  );
}
