"use client";
import type { Cause } from "@heddle/core";
import { Check, Minus } from "lucide-react";
import { checksOf, inputOf } from "./cause-words";
import { useCompare } from "./compare-context";
import { EvidenceColumns } from "./evidence-columns";
import { InputFacts } from "./inputs-section";
import { NodeCode } from "./node-code";
import { ValueTable } from "./value-table";

const ICON = { size: 12, strokeWidth: 1.6, absoluteStrokeWidth: true, "aria-hidden": true } as const;

/** What stands behind a cause: the difference itself, beside the columns that moved from there on. */
export function CauseEvidence({ cause }: { cause: Cause }) {
  const { summary } = useCompare();
  const pictures = cause.moved.slice(0, cause.kind === "code" ? 2 : 3);
  const effects = cause.explains !== "nothing" && pictures.length > 0;
  return (
    <div className="border-t border-line">
      <div className="flex flex-wrap gap-x-7 gap-y-4 py-3.5 pr-(--gutter) pl-[calc(var(--gutter)+26px)] max-desk:pl-(--gutter)">
        <div className="min-w-0 flex-[1_1_420px] max-desk:basis-full">
          <Difference cause={cause} />
        </div>
        {effects ? <EvidenceColumns nodes={pictures} most={cause.kind === "code" ? 2 : 3} /> : null}
      </div>
      <ul
        aria-label="Why we say so"
        className="flex min-h-8.5 flex-wrap items-center gap-x-4.5 gap-y-1 border-t border-line py-1.5 pr-(--gutter) pl-[calc(var(--gutter)+26px)] text-12 max-desk:pl-(--gutter)"
      >
        <li aria-hidden className="text-ink-3">
          Why we say so
        </li>
        {checksOf(cause, summary).map(({ met, text }) => (
          <li key={text} className="flex items-center gap-1">
            {met ? (
              <Check {...ICON} className="text-success-text" />
            ) : (
              <Minus {...ICON} className="text-ink-3" />
            )}
            <span className={met ? "text-ink-2" : "text-ink-3"}>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Difference({ cause }: { cause: Cause }) {
  const { summary } = useCompare();
  if (cause.kind === "code" && cause.node !== null) return <NodeCode node={cause.node} />;
  if (cause.kind === "config")
    return <ValueTable label="Configuration that differs" changes={summary.config.changes} />;
  if (cause.kind === "environment") {
    const { packages, machine, variables } = summary.environment ?? {};
    return (
      <ValueTable
        plain
        label="Packages and machine that differ"
        changes={[
          ...(packages?.changes ?? []).map(({ name, ...change }) => ({ path: name, ...change })),
          ...(machine?.changes ?? []),
          ...(variables?.changes ?? []),
        ]}
      />
    );
  }
  const input = inputOf(cause, summary);
  return input ? <InputFacts input={input} /> : null;
}
