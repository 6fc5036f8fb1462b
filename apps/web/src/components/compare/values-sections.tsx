"use client";
import type { ComparisonSummary } from "@heddle/core";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount } from "@/format/number";
import { useCompare } from "./compare-context";
import { InputFacts } from "./inputs-section";
import { ValueTable } from "./value-table";
import { plural } from "./verdict-words";

/** What went in, how it was set up and what it ran on: what differs of each, and how much does not. */
export function ValuesSections() {
  const { summary } = useCompare();
  const { config, setup } = summary;
  return (
    <div className="grid grid-cols-2 max-mid:grid-cols-1">
      <Part id="inputs" title="Inputs" note={inputsNote(summary)}>
        <Inputs />
      </Part>
      <Part id="configuration" title="Configuration" note={note(config)}>
        {config.changes.length > 0 ? (
          <ValueTable label="Configuration" changes={config.changes} more={config.more} />
        ) : (
          <Same>{config.same === 0 ? "Neither run has any" : "No value differs"}</Same>
        )}
      </Part>
      <Part id="packages" title="Packages and machine" note={packagesNote(summary)}>
        <Environment environment={summary.environment} />
      </Part>
      <Part id="setup" title="Commit, trigger and tags" note={note(setup)}>
        {setup.changes.length > 0 ? (
          <ValueTable plain label="Commit, trigger and tags" changes={setup.changes} more={setup.more} />
        ) : (
          <Same>No value differs</Same>
        )}
      </Part>
    </div>
  );
}

interface PartProps {
  id: string;
  title: string;
  note: string;
  children: ReactNode;
}

function Part({ id, title, note: words, children }: PartProps) {
  return (
    <section
      id={id}
      aria-label={title}
      className="min-w-0 scroll-mt-10 border-t border-line px-(--gutter) pt-2.5 pb-4 mid:odd:border-r"
    >
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-2.5">
        <h2 className="text-14 font-semibold">{title}</h2>
        <p className="text-12 text-ink-2">{words}</p>
      </div>
      {children}
    </section>
  );
}

function Same({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-1.5 text-12 text-ink-2">
      <Check size={12} strokeWidth={1.6} absoluteStrokeWidth aria-hidden className="text-success-text" />
      {children}
    </p>
  );
}

function note({ changes, more, same }: ComparisonSummary["config"]): string {
  const differing = changes.length + more;
  return differing + same === 0
    ? ""
    : `${formatCount(differing)} of ${plural(differing + same, "value")} differ`;
}

function packagesNote({ environment }: ComparisonSummary): string {
  if (!environment) return "";
  const { changes, same } = environment.packages;
  return `${formatCount(changes.length)} of ${plural(changes.length + same, "package")} differ`;
}

function inputsNote({ inputs }: ComparisonSummary): string {
  if (inputs.length === 0) return "";
  return `${formatCount(inputs.filter(({ same }) => same === false).length)} of ${plural(inputs.length, "input")} differ`;
}

function Inputs() {
  const { summary, state } = useCompare();
  const shown = summary.inputs.filter(({ same }) => !state.differences || !same);
  if (summary.inputs.length === 0) return <Same>No input was recorded</Same>;
  if (shown.length === 0) return <Same>No input differs</Same>;
  return (
    <ul>
      {shown.map((input) => (
        <li key={input.name} className="border-t border-line py-1.5 first:border-t-0">
          <p className="truncate font-medium" title={input.name}>
            {input.name}
          </p>
          <InputFacts input={input} />
        </li>
      ))}
    </ul>
  );
}

function Environment({ environment }: { environment: ComparisonSummary["environment"] }) {
  if (!environment) {
    return (
      <p className="text-12 text-ink-2">
        One of the runs did not say what it ran on, so nothing can be compared.
      </p>
    );
  }
  const { packages, machine, variables } = environment;
  const changes = [
    ...machine.changes,
    ...packages.changes.map(({ name, ...change }) => ({ path: name, ...change })),
    ...variables.changes,
  ];
  if (changes.length === 0) return <Same>Nothing differs</Same>;
  return (
    <ValueTable plain label="Packages and machine" changes={changes} more={machine.more + variables.more} />
  );
}
