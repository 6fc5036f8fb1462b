import { cn } from "../ui/cn";
import { HIDE_BELOW_MID, HIDE_BELOW_WIDE, RUN_GRID } from "./run-columns";

/** Names of the columns. Gone on a phone, where the rows explain themselves. */
export function RunsHead() {
  return (
    <tr
      aria-rowindex={1}
      className={cn(RUN_GRID, "h-7 shrink-0 border-b border-line text-left text-11 text-ink-3 *:font-medium")}
    >
      <th scope="col">
        <span className="sr-only">Status</span>
      </th>
      <th scope="col">Run</th>
      <th scope="col">Pipeline</th>
      <th scope="col">Version</th>
      <th scope="col" className={HIDE_BELOW_WIDE}>
        Trigger
      </th>
      <th scope="col" className="text-right">
        Started<span aria-hidden> ↓</span>
      </th>
      <th scope="col" className="flex gap-3">
        <span className="w-18 text-right">Took</span>
        <span>against usual</span>
      </th>
      <th scope="col" className={HIDE_BELOW_MID}>
        Nodes
      </th>
      <th scope="col" className={HIDE_BELOW_MID}>
        Failure, tags
      </th>
    </tr>
  );
}
