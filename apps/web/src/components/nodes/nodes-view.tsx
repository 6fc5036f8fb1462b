"use client";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { useRun } from "../run/run-context";
import { runParams } from "../run/run-params";
import { usePhone } from "../run/use-phone";
import { NodesList } from "./nodes-list";
import { NodesTable } from "./nodes-table";
import { type SortKey, sortNodes } from "./sort-nodes";

const { sort: sortParam, order: orderParam } = runParams;

/** The nodes as a table; on a phone as a list, worst first. */
export function NodesView() {
  const { model } = useRun();
  const phone = usePhone();
  const [{ sort, order }, set] = useQueryStates({ sort: sortParam, order: orderParam });
  const nodes = useMemo(() => sortNodes(model.nodes, sort, order), [model.nodes, sort, order]);
  const onSort = (key: SortKey) =>
    void set({ sort: key, order: key === sort && order === "asc" ? "desc" : "asc" });
  return (
    <>
      {phone === true ? null : (
        <div className="flex min-h-0 flex-1 flex-col max-desk:hidden">
          <NodesTable nodes={nodes} sort={sort} order={order} onSort={onSort} />
        </div>
      )}
      {phone === false ? null : (
        <div className="flex min-h-0 flex-1 flex-col desk:hidden">
          <NodesList nodes={nodes} />
        </div>
      )}
    </>
  );
}
