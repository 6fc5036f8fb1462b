"use client";
import type { ReactNode } from "react";
import { formatCount } from "@/format/number";
import { CodeBlock } from "../code/code-block";
import { failingLine } from "../code/frames";
import { Traceback } from "../code/traceback";
import { ProfileView } from "../profile/profile-view";
import { useRun } from "../run/run-context";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { PanelSection } from "../ui/side-panel";
import { Attempts } from "./attempts";
import { AttributeList } from "./attributes/attribute-list";
import { Neighbours } from "./neighbours";
import type { NodeData } from "./node-data";
import { NodeFacts } from "./node-facts";
import { PanelShell } from "./panel-shell";
import { TaskPicker } from "./task-picker";

function CodeSection({ node, failing }: { node: NodeData; failing: number | null }) {
  const { source, codeLines } = node;
  if (!source || !codeLines) return null;
  return (
    <PanelSection
      title="Code"
      aside={
        <span className="truncate font-mono text-[10.5px] font-normal" title={source.path}>
          {source.path}:{formatCount(source.startLine)}
        </span>
      }
    >
      <CodeBlock
        lines={codeLines}
        start={source.startLine}
        failing={failing}
        label={`Code of ${node.name}`}
      />
    </PanelSection>
  );
}

/** Everything known about the selected node, at the right edge of each tab. */
export function NodePanel({ node }: { node: NodeData }) {
  const { state, run: whole } = useRun();
  const { base } = useShell();
  const { pipeline } = whole;
  const run = node.runs.find(({ task }) => task === state.task) ?? node.runs[0];
  const failing = run?.error && node.source ? failingLine(run.error.frames, node.source) : null;
  return (
    <PanelShell
      name={node.name}
      status={run?.status ?? "pending"}
      type={node.type}
      footer={<Neighbours upstream={node.upstream} downstream={node.downstream} />}
    >
      <NodeFacts node={node} run={run} />
      <TaskPicker runs={node.runs} current={run?.task ?? ""} />
      {run ? <Attempts run={run} /> : null}
      {run?.error ? (
        <PanelSection title="Error">
          <Traceback
            key={`${node.name} ${run.task} ${run.attempt}`}
            error={run.error}
            sourcePath={node.source?.path ?? null}
          />
        </PanelSection>
      ) : null}
      {node.profile ? (
        <ProfileView
          key={`${node.name} ${run?.task}`}
          profile={node.profile}
          historyOf={
            pipeline === null
              ? null
              : (column) => paths.node(base, { pipeline, node: node.name, column: column || undefined })
          }
        />
      ) : run?.status === "succeeded" ? (
        <Note>No statistics were recorded for what it gave.</Note>
      ) : null}
      <AttributeList attributes={node.attributes} />
      <CodeSection node={node} failing={failing} />
    </PanelShell>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="border-b border-line px-4 py-2.5 text-12 text-ink-3">{children}</p>;
}
