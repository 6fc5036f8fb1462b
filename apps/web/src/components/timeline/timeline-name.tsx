import { ModuleName } from "../nodes/module-name";
import { StatusMark } from "../status/status-mark";
import { STATUS } from "../status/status-words";
import { cn } from "../ui/cn";
import type { TimelineRow } from "./timeline-rows";

/** The left end of a row: status, name, module. */
export function TimelineName({ row }: { row: TimelineRow }) {
  const { node, critical, span } = row;
  return (
    <span className="flex h-full min-w-0 items-center gap-1.5 border-r border-line pr-2.5 pl-(--gutter) text-12">
      <StatusMark status={node.status} size={12} label={STATUS[node.status].label} />
      <span className={cn("truncate", critical && "font-semibold", !span && "text-ink-3")}>{node.name}</span>
      <ModuleName
        module={node.module}
        className="ml-auto max-w-24 shrink-0 truncate pl-1 text-11 text-ink-3 max-desk:hidden"
      />
    </span>
  );
}
