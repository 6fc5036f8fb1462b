"use client";
import type { ComparisonSummary } from "@heddle/core";
import { CodeXml, LogIn, Package, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { formatCount } from "@/format/number";
import { paths } from "../shell/paths";

type Cause = ComparisonSummary["causes"][number];

const ICON = { size: 12, strokeWidth: 1.4, absoluteStrokeWidth: true, "aria-hidden": true } as const;
const KINDS = {
  code: { word: "Code", icon: CodeXml },
  input: { word: "Input", icon: LogIn },
  config: { word: "Config", icon: SlidersHorizontal },
  environment: { word: "Package", icon: Package },
} as const;
const WHOLE_RUN = {
  code: "the code",
  input: "the run's inputs",
  config: "the configuration",
  environment: "the environment",
};
const SHOWN = 4;

function hops({ hops, target }: Cause): string {
  if (target === null || hops === null) return "the whole run shares it";
  if (hops === 0) return "it is what failed";
  return `${formatCount(hops)} ${hops === 1 ? "step" : "steps"} above ${target}`;
}

function weight(cause: Cause): string {
  if (cause.weak) return "only its size differs";
  if (cause.explains === "failure") return hops(cause);
  return cause.explains === "columns" ? "values below it moved" : "not above what failed";
}

interface FailureCausesProps {
  summary: ComparisonSummary;
  base: string;
  pipeline: string;
}

/** What differs between the last good run and the first failed one: what lies above the failure comes first. */
export function FailureCauses({ summary, base, pipeline }: FailureCausesProps) {
  const { causes, moreCauses, a, b } = summary;
  const rest = moreCauses + Math.max(0, causes.length - SHOWN);
  return (
    <ol className="divide-y divide-line">
      {causes.slice(0, SHOWN).map((cause) => {
        const { word, icon: Icon } = KINDS[cause.kind];
        return (
          <li
            key={`${cause.kind} ${cause.node}`}
            className="flex min-h-8.5 flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1 text-12"
          >
            <span className="inline-flex h-5 items-center gap-1.25 rounded-1 bg-active pr-1.75 pl-1.25 text-11 font-semibold">
              <Icon {...ICON} /> {word}
            </span>
            <span className="min-w-0 text-13 break-words">
              {cause.node === null ? (
                <span className="font-medium">{WHOLE_RUN[cause.kind]}</span>
              ) : (
                <Link
                  href={
                    cause.kind === "code" && a.codeVersion && b.codeVersion
                      ? paths.versions(base, {
                          pipeline,
                          from: a.codeVersion,
                          to: b.codeVersion,
                          node: cause.node,
                        })
                      : paths.node(base, { pipeline, node: cause.node })
                  }
                  className="font-mono text-[12.5px] font-medium hover:text-accent"
                >
                  {cause.node}
                </Link>
              )}{" "}
              <span className="text-ink-2">{cause.change}</span>
            </span>
            <span className="text-ink-2 desk:ml-auto">{weight(cause)}</span>
          </li>
        );
      })}
      {rest > 0 ? (
        <li className="px-3 py-1.5 text-12 text-ink-3">
          <Link href={paths.compare(base, { a: a.id, b: b.id })} className="hover:text-accent">
            {formatCount(rest)} more
          </Link>
        </li>
      ) : null}
      {causes.length === 0 ? (
        <li className="px-3 py-2 text-12 text-ink-2">
          Nothing that was recorded differs from the last good run: code, inputs, configuration and packages
          are the same.
        </li>
      ) : null}
    </ol>
  );
}
