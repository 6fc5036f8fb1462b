"use client";
import type { NodeStatus } from "@heddle/contract";
import type { ReactNode } from "react";
import { useRun } from "../run/run-context";
import { StatusMark } from "../status/status-mark";
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
  const { state } = useRun();
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
      onClose={() => state.select(null)}
    >
      <div className="flex min-h-full flex-col">
        {children}
        {footer ? <div className="sticky bottom-0 mt-auto bg-bg">{footer}</div> : null}
      </div>
    </SidePanel>
  );
}
