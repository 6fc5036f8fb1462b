import { cn } from "../ui/cn";
import { FROM_FULL, FROM_MID, FROM_WIDE, RUN_GRID } from "./run-columns";

/** Names of the columns. Gone on a phone, where the rows explain themselves. */
export function RunsHead() {
  return (
    <tr
      aria-rowindex={1}
      className={cn(RUN_GRID, "h-7 shrink-0 border-b border-line text-left text-11 text-ink-3 *:font-medium")}
    >
      <th scope="col">
        <span className="sr-only">Select</span>
      </th>
      <th scope="col">
        <span className="sr-only">Status</span>
      </th>
      <th scope="col">Run</th>
      <th scope="col">Pipeline</th>
      <th scope="col">Version</th>
      <th scope="col" className={FROM_FULL}>
        Trigger
      </th>
      <th scope="col" className="text-right">
        Started<span aria-hidden> ↓</span>
      </th>
      <th scope="col" className="text-right">
        Took
      </th>
      <th scope="col">against usual</th>
      <th scope="col" className={FROM_MID}>
        Nodes
      </th>
      <th scope="col" className={FROM_MID}>
        Changed
      </th>
      <th scope="col" className={FROM_WIDE}>
        Tags
      </th>
    </tr>
  );
}
