"use client";
import type { NodeStatus } from "@heddle/contract";
import Link from "next/link";
import type { ReactNode } from "react";
import { useRun } from "../run/run-context";
import { paths } from "../shell/paths";
import { useShell } from "../shell/shell-context";
import { StatusMark } from "../status/status-mark";
import { buttonClass } from "../ui/button";
import { SidePanel } from "../ui/side-panel";

interface PanelShellProps {
  name: string;
  status: NodeStatus;
  type?: string | null;
  footer?: ReactNode;
  children: ReactNode;
}

/** The panel's frame: the same while it loads, when it failed to, and when it is full. */
export function PanelShell({ name, status, type, footer, children }: PanelShellProps) {
  const { state, run } = useRun();
  const { base } = useShell();
  return (
    <SidePanel
      label={`Node ${name}`}
      title={
        <h2 className="flex min-w-0 items-center gap-2 text-14 font-semibold">
          <StatusMark status={status} />
          <span className="min-w-0 truncate" title={name}>
            {name}
          </span>
          {type ? (
            <span
              title={type}
              className="max-w-32 shrink-0 truncate rounded-1 border border-line px-1.25 text-11 font-normal text-ink-2"
            >
              {type}
            </span>
          ) : null}
        </h2>
      }
      actions={
        run.pipeline === null ? null : (
          <Link
            href={paths.node(base, { pipeline: run.pipeline, node: name })}
            title="All runs of this node"
            className={buttonClass({ size: "sm" })}
          >
            History
          </Link>
        )
      }
      onClose={() => state.select(null)}
    >
      <div className="flex min-h-full flex-col">
        {children}
        {footer ? <div className="sticky bottom-0 mt-auto bg-bg">{footer}</div> : null}
      </div>
    </SidePanel>
  );
}
