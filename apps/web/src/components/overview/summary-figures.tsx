"use client";
import type { Overview } from "@heddle/core";
import { formatCount } from "@/format/number";
import { Sparkline } from "../chart/sparkline";
import { paths } from "../shell/paths";
import { Figure } from "./figure";
import { type OverviewState, RANGE_WORDS } from "./overview-query";
import { formatChange, formatSuccess } from "./pipeline-words";

interface SummaryFiguresProps {
  base: string;
  range: OverviewState["range"];
  summary: Overview["summary"];
  /** How many pipelines there are. */
  total: number;
  /** Groups of failures that are open, and what the newest is about; null while they are not known. */
  open: { count: number; newest: string | null } | null;
}

const many = (count: number, one: string, more = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : more}`;

/** What the project amounts to in the range: five figures over the table that explains them. */
export function SummaryFigures({ base, range, summary, total, open }: SummaryFiguresProps) {
  const { runs, success, successBefore, troubles, running, lost, duration, steps, versions } = summary;
  const { last, before } = RANGE_WORDS[range];
  const over = `over the ${last.toLowerCase()}`;
  const failed = steps.map((step) => step.failed);
  const anyFailed = failed.some((count) => count > 0);
  const away = [
    troubles.late > 0 ? `${formatCount(troubles.late)} late` : null,
    troubles.lost > 0 ? `${formatCount(troubles.lost)} lost` : null,
  ].filter((part) => part !== null);
  return (
    <section
      aria-label={last}
      className="grid grid-cols-[1.1fr_1fr_1fr_1fr_1fr] border-b border-line max-mid:grid-cols-2 max-mid:border-b-0"
    >
      <Figure
        label="Runs"
        href={paths.runs(base)}
        value={formatCount(runs)}
        trend={
          <Sparkline label={`Runs ${over}`} values={steps.map((step) => step.runs)} width={72} height={24} />
        }
        context={
          success === null ? (
            "none has ended"
          ) : (
            <>
              <span className="font-medium text-success-text">{formatSuccess(success)}</span> succeeded
              {successBefore === null ? null : `, ${formatSuccess(successBefore)} ${before}`}
            </>
          )
        }
      />
      <Figure
        label="Open failures"
        href={`${base}/alerts`}
        value={open === null ? "–" : formatCount(open.count)}
        trend={
          <Sparkline
            label={`Failed runs ${over}`}
            values={failed}
            tone={anyFailed ? "failed" : "neutral"}
            width={72}
            height={24}
          />
        }
        context={
          open?.newest ??
          (troubles.failing > 0
            ? `${many(troubles.failing, "pipeline")} failing`
            : "every pipeline has recovered")
        }
      />
      <Figure
        label="Late or lost"
        href={lost > 0 ? paths.runs(base, { status: "lost" }) : `${base}?show=look`}
        value={formatCount(troubles.late + troubles.lost)}
        unit={total > 1 ? `of ${many(total, "pipeline")}` : undefined}
        trend={
          <Sparkline
            label={`Lost runs ${over}`}
            values={steps.map((step) => step.lost)}
            width={72}
            height={24}
          />
        }
        context={[...away, `${formatCount(running)} running now`].join(", ")}
      />
      <Figure
        label="Median duration"
        href={`${base}?show=look`}
        value={duration === null ? "–" : formatChange(duration)}
        trend={
          <Sparkline
            label={`Median duration against ${before}, ${over}`}
            values={steps.map((step) => step.duration)}
            width={72}
            height={24}
          />
        }
        context={
          duration === null
            ? `too few good runs in ${before}`
            : `against ${before}${troubles.slower > 0 ? `, ${many(troubles.slower, "pipeline")} slower` : ""}`
        }
      />
      <Figure
        label="New versions"
        href={paths.versions(base)}
        value={formatCount(versions.count)}
        trend={<Sparkline label={`New versions ${over}`} values={versions.steps} width={72} height={24} />}
        context={
          versions.count === 0 ? "the code stayed as it was" : `in ${many(versions.pipelines, "pipeline")}`
        }
      />
    </section>
  );
}
